"""Bytes to text: UTF-8 first, then what a mark or the statistics of the bytes suggest, never without a warning."""

from __future__ import annotations

import codecs

from discrepancy.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "it is a PDF document; give its text"),
    (b"PK\x03\x04", "it is a zip archive or office document; give its text"),
    (b"\x1f\x8b", "it is compressed (gzip); unpack it first"),
    (b"\x89PNG", "it is a picture (PNG)"),
    (b"\xff\xd8\xff", "it is a picture (JPEG)"),
    (b"GIF8", "it is a picture (GIF)"),
    (b"SQLite format 3\x00", "it is an SQLite file"),
)
_SAMPLE = 200_000
_WESTERN = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xae\xb0\xbd"
"""Euro sign, ellipsis, quotes, dashes, trade marks, pound sign, degree and half as Windows-1252 writes them."""


def decode(raw: bytes, path: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `raw` with its newlines untouched and its byte order mark left out, and warnings.

    declared    the encoding a page names for itself, tried after UTF-8.
    Raises UnreadableInput for binary content.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), ()
            except UnicodeDecodeError:
                break
    _refuse_binary(raw, path)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _guess(raw, path, declared, error)


def _refuse_binary(raw: bytes, path: str) -> None:
    for signature, reason in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableInput(path, reason)
    if b"\x00" in raw[:_SAMPLE]:
        raise UnreadableInput(path, "it is a binary file, not text")
    head = raw[:_SAMPLE]
    controls = sum(head.count(code) for code in (*range(1, 9), *range(14, 27), 28, 29, 30, 31))
    if controls > 8 and controls * 10 > len(head):
        raise UnreadableInput(path, "it is a binary file, not text")


def _guess(raw: bytes, path: str, declared: str | None, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    where = f"byte {error.start} is not valid UTF-8"
    bad = raw.decode("utf-8", "replace").count("\ufffd")
    if bad <= 3 and len(raw) > 400 and sum(byte > 127 for byte in raw) > 3 * bad + 3:
        return raw.decode("utf-8", "replace"), (f"{where}; {bad} unreadable characters were replaced",)
    for encoding in (declared, _detected(raw)):
        if encoding:
            try:
                return raw.decode(encoding), (f"{where}; read as {encoding}",)
            except (UnicodeDecodeError, LookupError):
                continue
    raise UnreadableInput(path, f"{where}, and no other encoding fits; save it as UTF-8")


def _detected(raw: bytes) -> str | None:
    """Windows-1252 where that gives ordinary Western text, as most such files are; else charset-normalizer's best guess."""
    high = [byte for byte in raw[:_SAMPLE] if byte > 127]
    if all(byte in _WESTERN or byte >= 0xC0 for byte in high) and len(high) * 10 < len(raw):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    return best.encoding if best else None
