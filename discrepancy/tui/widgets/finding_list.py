"""The list of findings: a line that says what it is, then one cell for every source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.text import Text
from textual import events
from textual.message import Message

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.tui.shorten import padded
from discrepancy.tui.themes import MARKED, VERDICT_SIGNS
from discrepancy.tui.widgets.cells import grouped, row
from discrepancy.tui.widgets.judgements import said_of
from discrepancy.tui.widgets.lines import LineView

LEAST_LINES = 2
MARGIN = 2
NARROWEST_CELL = 12
FEW = 60  # findings up to which it is worth trying whether cells of several lines, and blank lines between findings, fit
LAYOUTS = ((3, 1), (2, 1), (2, 0), (1, 1))  # lines of a cell, blank lines after it; the first that fits, else (1, 0)


class FindingList(LineView):
    """Draws the session's shown findings; a click asks for one."""

    heads = 1

    class Picked(Message):
        """A finding was clicked: its place among the shown, and the source whose cell it was, if any."""

        def __init__(self, index: int, article: str | None, again: bool) -> None:
            super().__init__()
            self.index = index
            self.article = article
            self.again = again

    def __init__(self, session: Session) -> None:
        super().__init__(id="findings")
        self.session = session
        self._hits: frozenset[int] = frozenset()
        self._lines = 1
        self._tops: Sequence[int] = range(1)
        self._drawn: tuple[object, list[Text]] = (None, [])
        self._shown: tuple[FindingRecord, ...] = ()
        self._articles: list[str] = []

    def update(self) -> None:
        """Draw the session as it is now, with the chosen finding in sight."""
        self._hits = frozenset(self.session.hits())
        self._lay_out()
        self.set_extent(self._tops[-1])
        if self.session.shown:
            top = self._tops[self.session.index]
            self.reveal(top, self._tops[self.session.index + 1] - top, self._tops)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the chosen finding in sight."""
        self.update()

    def _lay_out(self) -> None:
        """Find the top line of each finding, and the end of the last."""
        self._drawn = (None, [])
        if self._shown is not self.session.shown:
            self._shown, self._articles = self.session.shown, self._speaking()
        number, room = len(self.session.shown), self.size.height - self.heads
        if number <= FEW and number * LEAST_LINES <= room:
            for self._lines, blank in LAYOUTS:
                highs = (1 + len(self._said(finding)) + blank for finding in self.session.shown)
                self._tops = [0, *accumulate(highs)]
                if self._tops[-1] <= room:
                    return
        self._lines = 1
        self._tops = range(0, LEAST_LINES * number + 1, LEAST_LINES)

    @property
    def page(self) -> int:
        """How many findings fit."""
        return max(1, (self.size.height - self.heads) // LEAST_LINES)

    def _speaking(self) -> list[str]:
        """The articles that say something in the findings shown, in the report's order: only they have a column."""
        speaking = {mention.article for finding in self.session.shown for value in finding.values for mention in value.mentions}
        return [article.id for article in self.session.report.articles if article.id in speaking]

    def _cells(self) -> int:
        """Cells for each source, with the space after it; 0 where they would be too narrow to read."""
        sources = len(self._articles)
        each = (self.scrollable_content_region.width - MARGIN) // sources if sources else 0
        return min(each, 26) if each >= NARROWEST_CELL else 0

    def head(self, y: int) -> Text:
        """The sources' names over their cells."""
        width = self._cells()
        if not width:
            return Text("  who says what", style=self.palette.heading)
        names = (padded(visible(self.session.names[article]), width - 1) for article in self._articles)
        return Text(" " * MARGIN + " ".join(names), style=self.palette.heading)

    def _at(self, y: int) -> tuple[int, int]:
        """The finding at a line, and which of its lines that is."""
        index = bisect_right(self._tops, y) - 1
        return index, y - self._tops[index]

    def line_style(self, y: int) -> str:
        """The chosen finding lies on a band."""
        index, part = self._at(y)
        return self.palette.cursor if index == self.session.index and part <= len(self._cells_of(index)) else ""

    def line(self, y: int) -> Text:
        """The first line of a finding says what it is, the others who says what."""
        index, part = self._at(y)
        finding, said = self.session.shown[index], self._cells_of(index)
        bar = ("▌" if index == self.session.index else " ", self.palette.verdict(finding.verdict))
        if part > len(said):
            return Text()
        return Text.assemble(bar, self._title(finding, index) if part == 0 else said[part - 1])

    def _cells_of(self, index: int) -> list[Text]:
        """The cells of a finding; kept from line to line, since lines are asked for one after the other."""
        statement = self.session.statement if index == self.session.index else None
        chosen = statement.mention.article if statement is not None else None
        asked = (index, chosen)
        if self._drawn[0] != asked:
            self._drawn = (asked, self._said(self.session.shown[index], chosen))
        return self._drawn[1]

    def _title(self, finding: FindingRecord, index: int) -> Text:
        palette = self.palette
        said, tail = said_of(self.session, finding, palette), f" {visible(finding.kind)} "
        done = "dismissed" in self.session.said_of(finding)
        title = Text()
        title.append(f"{VERDICT_SIGNS[finding.verdict]} {finding.verdict:<10}", palette.faint if done else palette.verdict(finding.verdict))
        title.append(f"{MARKED} " if finding.id in self.session.marked else "", palette.warning)
        room = self.scrollable_content_region.width - title.cell_len - len(tail) - said.cell_len - 2
        style = palette.faint if done else "" if finding.verdict == "agree" else palette.strong
        title.append(padded(visible(finding.topic), room), f"{style} {palette.hit}" if index in self._hits else style)
        return title.append(" ").append_text(said).append(tail, palette.faint)

    def _said(self, finding: FindingRecord, chosen: str | None = None) -> list[Text]:
        """Who says what, without the margin's first cell."""
        width = self._cells()
        if width:
            drawn = row(finding, self._articles, width - 1, self.palette, chosen, self._lines)
        else:
            drawn = grouped(finding, self.session.names, self.scrollable_content_region.width - MARGIN - 1, self.palette, self._lines)
        return [Text.assemble(" " * (MARGIN - 1), line) for line in drawn]

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        y = event.y - self.heads + round(self.scroll_y)
        if event.y < self.heads or y >= self._tops[-1]:
            return
        (index, part), width = self._at(y), self._cells()
        column = (event.x - MARGIN) // width if width and part else -1
        article = self._articles[column] if 0 <= column < len(self._articles) else None
        self.post_message(self.Picked(index, article, index == self.session.index))
