"""HTML pages: the article's text without the page round it, by trafilatura; the day of publication by htmldate.

A page's text is no slice of the file, so the report carries it.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from discrepancy.errors import UnreadableInput
from discrepancy.read.decoding import decode
from discrepancy.read.draft import Draft, without_surrogates
from discrepancy.read.published import parse_published

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})([^<>]*)(>?)")
_CLOSED_BY_ITSELF = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|t[dhr]|thead|tbody|tfoot|option|optgroup|colgroup"
)
"""Void elements, and those whose end tag may be left out; source: HTML Living Standard, 13.1.2."""
_OPAQUE = re.compile(r"<!--|<(script|style)\b", re.I)
_STOP = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s|$)""")
_SENTENCE_WORDS = 8
_MOST_ELEMENTS, _MOST_ATTRIBUTES, _DEEPEST = 40_000, 1_000, 500
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"


def read_page(raw: bytes, path: str, id: str, sha256: str) -> Draft:
    """The article of a page. Raises UnreadableInput where there is none, or where the page is built to stall a parser."""
    charset = _CHARSET.search(raw[:4096])
    page, warnings = decode(raw, path, charset[1].decode("ascii", "replace") if charset else None)
    _refuse_bombs(page, path)
    found = _extract(page)
    text = without_surrogates(found.text or "") if found is not None else ""
    if not _has_prose(text):
        raise UnreadableInput(path, "no article was found in the page")
    published, warning = parse_published(found.date)
    url = _text(found.url) or None
    return Draft(
        id, path, text, sha256,
        source=_text(found.sitename) or _host(url),
        title=_text(found.title),
        url=url,
        published=published,
        carried=True,
        warnings=(*warnings, warning) if warning else warnings,
    )  # fmt: skip


def _extract(page: str) -> Any:
    """trafilatura's document, None where it finds none. The day is one that the page declares (metadata, JSON-LD, <time>, its address):
    htmldate's search of the words would invent one, and its default limits come from the clock."""
    import logging

    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    declared = {"extensive_search": False, "original_date": True, "min_date": _EARLIEST, "max_date": _LATEST}
    try:
        return bare_extraction(page, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=declared)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, LookupError, OverflowError):
        return None  # a page it cannot digest holds no article that can be had


def _refuse_bombs(page: str, path: str) -> None:
    """Every parser tried stalls on a tag of 40,000 attributes, on elements nested 100,000 deep and on 300,000 paragraphs."""
    depth = 0
    for elements, match in enumerate(_TAG.finditer(_without_scripts(page))):
        if not _CLOSED_BY_ITSELF.fullmatch(match[2].lower()):
            depth += 0 if match[3].endswith("/") else 1 if not match[1] else -1 if depth else 0
        if elements > _MOST_ELEMENTS:
            raise UnreadableInput(path, f"the page has more than {_MOST_ELEMENTS:,} elements; it cannot be read safely")
        if depth > _DEEPEST:
            raise UnreadableInput(path, f"the page's elements are nested more than {_DEEPEST} deep; it cannot be read safely")
        if len(match[3]) > 2 * _MOST_ATTRIBUTES and match[3].count("=") + len(match[3].split()) // 2 > _MOST_ATTRIBUTES:
            raise UnreadableInput(path, f"one tag of the page has more than {_MOST_ATTRIBUTES:,} attributes; it cannot be read safely")


def _without_scripts(page: str) -> str:
    """The page without what scripts, styles and comments hold: their text is no markup. Linear, whatever is left open."""
    kept: list[str] = []
    at = 0
    for match in _OPAQUE.finditer(page):
        if match.start() < at:
            continue
        closing = re.compile("-->" if match[1] is None else f"</{match[1]}", re.I).search(page, match.end())
        kept.append(page[at : match.start()])
        if closing is None:
            return "".join(kept)
        at = closing.start()
    return "".join([*kept, page[at:]])


def _has_prose(text: str) -> bool:
    """Whether one line at least is a sentence: menus and lists of links are none."""
    return any(len(line.split()) >= _SENTENCE_WORDS and _STOP.search(line) for line in text.splitlines())


def _text(given: object) -> str:
    return " ".join(without_surrogates(given).split()) if isinstance(given, str) else ""


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:
        return ""
