"""The list of findings: two lines each, the second with one cell for every source."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement, backers, outliers, positions
from discrepancy.tui.shorten import jotted, padded
from discrepancy.tui.themes import VERDICT_SIGNS, Palette, shape
from discrepancy.tui.widgets.lines import LineView

LEAST_LINES, MOST_LINES = 2, 3  # a finding has a blank line after it where all of them fit so
MARGIN = 2
NARROWEST_CELL = 9
SILENT = "·"


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

    def __init__(self, session: Session, identifier: str = "findings") -> None:
        super().__init__(id=identifier)
        self.session = session
        self._hits: frozenset[int] = frozenset()
        self._each = LEAST_LINES

    def update(self) -> None:
        """Draw the session as it is now, with the chosen finding in sight."""
        self._hits = frozenset(self.session.hits())
        roomy = len(self.session.shown) * MOST_LINES + self.heads <= self.size.height
        self._each = MOST_LINES if roomy else LEAST_LINES
        self.set_extent(len(self.session.shown) * self._each)
        self.reveal(self.session.index * self._each, LEAST_LINES)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the chosen finding in sight."""
        self.update()

    @property
    def page(self) -> int:
        """How many findings fit."""
        return max(1, (self.size.height - self.heads) // self._each)

    def _cells(self) -> int:
        """Cells for each source; 0 where they would be too narrow to read."""
        sources = len(self.session.report.articles)
        each = (self.scrollable_content_region.width - MARGIN - 1) // sources if sources else 0
        return min(each, 26) if each >= NARROWEST_CELL else 0

    def head(self, y: int) -> Text:
        """The sources' names over their cells."""
        width = self._cells()
        if not width:
            return Text("  who says what", style=self.palette.heading)
        names = (padded(visible(self.session.names[article.id]), width - 1) for article in self.session.report.articles)
        return Text(" " * MARGIN + " ".join(names), style=self.palette.heading)

    def line_style(self, y: int) -> str:
        """The chosen finding lies on a band."""
        index, part = divmod(y, self._each)
        return self.palette.cursor if index == self.session.index and part < LEAST_LINES else ""

    def line(self, y: int) -> Text:
        """The first line of a finding says what it is, the second who says what."""
        index, part = divmod(y, self._each)
        finding = self.session.shown[index]
        bar = ("▌" if index == self.session.index else " ", self.palette.verdict(finding.verdict))
        if part == 2:
            return Text()
        return Text.assemble(bar, self._title(finding, index) if part == 0 else self._said(finding, index))

    def _title(self, finding: FindingRecord, index: int) -> Text:
        palette = self.palette
        tail = f" {finding.kind} "
        title = Text()
        title.append(f"{VERDICT_SIGNS[finding.verdict]} {finding.verdict:<10}", palette.verdict(finding.verdict))
        room = self.scrollable_content_region.width - title.cell_len - len(tail) - 1
        style = f"{palette.strong} {palette.hit}" if index in self._hits else palette.strong
        title.append(padded(visible(finding.topic), room), "" if finding.verdict == "agree" else style)
        return title.append(tail, palette.faint)

    def _said(self, finding: FindingRecord, index: int) -> Text:
        width = self._cells()
        if not width:
            return Text(" ").append_text(self._grouped(finding))
        palette, taken, alone = self.palette, positions(finding), outliers(finding)
        chosen = self.session.statement if index == self.session.index else None
        row = Text(" " * (MARGIN - 1))
        for article in self.session.report.articles:
            said = taken.get(article.id, ())
            here = chosen is not None and chosen.mention.article == article.id
            row.append_text(cell(said, width - 1, palette, article.id in alone, here)).append(" ")
        return row

    def _grouped(self, finding: FindingRecord) -> Text:
        """Side by side instead of source by source, where there are too many sources for cells."""
        row, room = Text(), self.scrollable_content_region.width - MARGIN - 2
        each = max(14, room // max(1, len(finding.values)))
        for side, value in enumerate(finding.values):
            who = backers(value)
            name = visible(self.session.names.get(who[0], who[0])) if len(who) == 1 else f"{len(who)} sources"
            told = f"{shape(side)} {visible(jotted(value.label))}: {name}"
            row.append(padded(told, each - 1), self.palette.side(side)).append(" ")
        return row

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        y = event.y - self.heads + round(self.scroll_y)
        index, width = y // self._each, self._cells()
        if y < 0 or index >= len(self.session.shown) or event.y < self.heads:
            return
        column = (event.x - MARGIN) // width if width and y % self._each else -1
        articles = self.session.report.articles
        article = articles[column].id if 0 <= column < len(articles) else None
        self.post_message(self.Picked(index, article, index == self.session.index))


def words_for(statement: Statement, width: int) -> str:
    """The article's own words where they fit, else the value's label where that is shorter; of a yes or no, only that."""
    if statement.value.value in ("yes", "no"):
        return statement.value.value
    own, label = visible(jotted(statement.mention.quote)), visible(jotted(statement.value.label))
    return own if cell_len(own) <= width or cell_len(label) >= cell_len(own) else label


def cell(said: tuple[Statement, ...], width: int, palette: Palette, alone: bool = False, here: bool = False) -> Text:
    """What one source says, in `width` cells, in its side's colour: filled where it stands alone, underlined where chosen."""
    if not said:
        return Text(padded(SILENT, width), style=palette.faint)
    drawn = Text()
    for statement in said:
        style = palette.filled(statement.side) if alone else palette.side(statement.side)
        drawn.append(f"{shape(statement.side)} {words_for(statement, width - 2)} ", style)
    if drawn.cell_len > width + 1:
        drawn.truncate(width, overflow="ellipsis")
    else:
        drawn.right_crop(1)
        drawn.truncate(width, pad=True)
    if here:
        drawn.stylize("underline bold")
    return drawn
