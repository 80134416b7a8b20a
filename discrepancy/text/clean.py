"""Typography as found, made plain for reading, with the way back to the text as given.

Most of it is one character for one (curly quotes, thin spaces, dashes, full-width digits). Zero-width characters are dropped and
mojibake (UTF-8 read as Windows-1252: "â€™" for an apostrophe) is mended; then an offset map leads back.
NFKC is not used: it turns 10⁹ into 109.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "﹣": "-", "－": "-",
        "―": "—", "﹘": "—",
        "…": "\u2026", "％": "%", "＄": "$", "￡": "£", "￥": "¥", "，": ",", "．": ".", "：": ":", "／": "/",
        "\t": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
        **{chr(c): " " for c in (0xA0, 0x1680, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B))},
        **{chr(0xFF10 + d): str(d) for d in range(10)},
    }
)  # fmt: skip
_ODD = re.compile(r"[^\x00-\x7f]|[\t`]")
_GROUP = re.compile(r"(?<=\d)[\u00a0\u2009\u202f\u2008\u2007](?=\d{3}(?!\d))")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|[ÂÃâï][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")


def _made_plain(odd: re.Match[str]) -> str:
    character = odd.group()
    plain = _PLAIN.get(ord(character), character)
    return plain if isinstance(plain, str) else character


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Plain text and, where characters were dropped or joined, the original offset of each of its characters (and of its end)."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the text as given that the cleaned span [start, end) came from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], (self.offsets[end - 1] + self._width(end - 1) if end > start else self.offsets[start])

    def _width(self, at: int) -> int:
        assert self.offsets is not None
        return (
            1 if self.offsets[at + 1] == self.offsets[at] + 1 or self.text[at] not in _MENDED else self.offsets[at + 1] - self.offsets[at]
        )


_MENDED = frozenset("'\"-—£€¥½¼¾°²³éèêëáàâäãåíìîïóòôöõúùûüñçøß…•·× ")


def clean(text: str) -> Cleaned:
    """`text` with plain typography; never raises, linear in its length."""
    if text.isascii() and "\t" not in text:
        return Cleaned(text)
    plain = _GROUP.sub(",", text)
    if not _DROPPED.search(plain):
        return Cleaned(_ODD.sub(_made_plain, plain))
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _DROPPED.finditer(plain):
        pieces.append(plain[at : match.start()])
        offsets.extend(range(at, match.start()))
        mended = _mend(match.group())
        pieces.append(mended)
        # A shorter spelling keeps the place of its first characters; the map need not be more exact than a span's ends.
        offsets.extend(match.start() + i for i in range(len(mended)))
        at = match.end()
    pieces.append(plain[at:])
    offsets.extend(range(at, len(plain) + 1))
    return Cleaned("".join(pieces).translate(_PLAIN), tuple(offsets))


def _mend(piece: str) -> str:
    if piece[0] not in "ÂÃâï":
        return ""
    raw = bytearray()
    for character in piece:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return piece
            raw.append(ord(character))
    try:
        mended = raw.decode("utf-8")
    except UnicodeDecodeError:
        # the third character may belong to the text: "Â£5"
        try:
            return raw[:2].decode("utf-8") + piece[2:]
        except UnicodeDecodeError:
            return piece
    return mended if len(mended) == 1 else piece
