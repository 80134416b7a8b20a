"""What is read: one article, one input that could not be read, one story."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given.

    id          file name without suffix; of a JSONL record its `id`, else `stem-line`; unique within a story.
    text, title the article's own words: every offset of the program counts code points of these, half-open.
                `text` of a JSON article is its `text` field, of a plain file its decoded content, of a page the extracted text.
    published   as far as it is known; None where the input gives none.
    language    ISO 639-1 of the text.
    path        relative to the argument given, with forward slashes; `-` for standard input.
    sha256      hex digest of the bytes read (of a JSONL record: of its line).
    carried     True where `text` is not a slice of the input (a page), so that a report must carry it.
    warnings    sentences for people, in the order they arose.
    """

    id: str
    source: str
    title: str
    text: str
    url: str | None = None
    published: datetime.date | None = None
    language: str = "en"
    path: str = ""
    sha256: str = ""
    carried: bool = False
    warnings: tuple[str, ...] = ()

    def field_text(self, field: str) -> str:
        """The words of `field`: `text` or `title`."""
        return self.title if field == "title" else self.text


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is not compared, and one sentence why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event, sorted by (id, sha256), with what could not be read, sorted by path."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
