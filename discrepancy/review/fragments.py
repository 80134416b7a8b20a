"""An article's text as far as it is known: the whole, or, from a report alone, the paragraphs that its findings quote."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from discrepancy.model.report import Passage, Report

LEFT_OUT = "\n[…]\n"


@dataclass(frozen=True, slots=True)
class Fragments:
    """`text` to show, and for each of its pieces (start in the article, start in `text`), both ascending."""

    text: str
    pieces: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> bool:
        """True where `text` is the article's own text, offset for offset."""
        return self.pieces == ((0, 0),)

    def at(self, offset: int) -> int:
        """Where the article's code point `offset`, which must lie in a piece, stands in `text`."""
        own, shown = self.pieces[max(0, bisect_right(self.pieces, (offset, len(self.text))) - 1)]
        return offset - own + shown


def whole(text: str) -> Fragments:
    """An article that is known whole."""
    return Fragments(text, ((0, 0),))


def quoted(report: Report, article: str) -> Fragments:
    """The paragraphs of an article's text that a report quotes, in the article's order; empty where it quotes none."""
    passages = sorted(
        {
            _widest(mention.paragraph, mention.sentence)
            for finding in report.findings
            for value in finding.values
            for mention in value.mentions
            if mention.article == article and mention.field == "text"
        },
        key=lambda passage: (passage.start, -passage.end),
    )
    pieces: list[tuple[int, int]] = []
    text, reached = "", 0
    for passage in passages:
        if passage.end <= reached:
            continue
        start = max(passage.start, reached)
        if start > reached or not pieces:
            text += LEFT_OUT if start > 0 or text else ""
            pieces.append((start, len(text)))
        text += passage.text[start - passage.start :]
        reached = passage.end
    return Fragments(text, tuple(pieces))


def _widest(paragraph: Passage, sentence: Passage) -> Passage:
    return paragraph if paragraph.text else sentence
