"""Plain text and Markdown: the article is the file as it stands, so that every offset counts into it."""

from __future__ import annotations

import re

from discrepancy.read.decoding import decode
from discrepancy.read.draft import Draft, require_text
from discrepancy.read.published import parse_published

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)^---[ \t]*\r?$", re.S | re.M)
_ENTRY = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.M)


def read_text(raw: bytes, path: str, id: str, sha256: str) -> Draft:
    """A `.txt` file: its decoded content, newlines untouched."""
    text, warnings = decode(raw, path)
    return Draft(id, path, require_text(path, text, "the file"), sha256, warnings=warnings)


def read_markdown(raw: bytes, path: str, id: str, sha256: str) -> Draft:
    """A `.md` file: its content as it stands, marks included; title, source, url and date from a front matter, where it has one."""
    text, warnings = decode(raw, path)
    require_text(path, text, "the file")
    match = _FRONT_MATTER.match(text)
    said = {key.lower(): value.strip("\"'") for key, value in _ENTRY.findall(match[1])} if match else {}
    published, warning = parse_published(said.get("published") or said.get("date"))
    return Draft(
        id, path, text, sha256,
        source=said.get("source", ""),
        title=said.get("title", ""),
        url=said.get("url") or None,
        published=published,
        warnings=(*warnings, warning) if warning else warnings,
    )  # fmt: skip
