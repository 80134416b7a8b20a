"""Questions down, sources across; heads stay while the grid scrolls both ways."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip

from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import outliers, positions
from discrepancy.tui.shorten import padded
from discrepancy.tui.themes import VERDICT_SIGNS
from discrepancy.tui.widgets.finding_list import cell
from discrepancy.tui.widgets.lines import LineView

NARROWEST, WIDEST = 16, 30


class MatrixGrid(LineView):
    """Draws the session's shown findings; `column` is the chosen source."""

    heads = 2

    class Picked(Message):
        """A cell was clicked."""

        def __init__(self, row: int, column: int, again: bool) -> None:
            super().__init__()
            self.row, self.column, self.again = row, column, again

    def __init__(self, session: Session) -> None:
        super().__init__(id="matrix")
        self.session = session
        self.column = 0
        self._each = 1  # lines for each question: with a blank one where they all fit so

    @property
    def question_width(self) -> int:
        """Cells of the frozen first column."""
        return max(24, min(44, self.size.width // 4))

    @property
    def cell_width(self) -> int:
        """Cells of each source's column: as many as there is room for, within bounds."""
        sources = max(1, len(self.session.report.articles))
        return max(NARROWEST, min(WIDEST, (self.scrollable_content_region.width - self.question_width) // sources))

    def update(self) -> None:
        """Draw the session as it is now, with the chosen cell in sight."""
        sources = len(self.session.report.articles)
        self.column = max(0, min(self.column, sources - 1))
        self._each = 2 if len(self.session.shown) * 2 + self.heads <= self.scrollable_content_region.height else 1
        self.set_extent(len(self.session.shown) * self._each, self.question_width + sources * self.cell_width)
        self.reveal(self.session.index * self._each)
        self._reveal_column()
        self.refresh()

    def _reveal_column(self) -> None:
        width, room = self.cell_width, self.scrollable_content_region.width - self.question_width
        left, across = self.column * width, round(self.scroll_target_x)
        if left < across:
            self.scroll_to(x=left, animate=False)
        elif left + width > across + room:
            self.scroll_to(x=left + width - room, animate=False)

    def on_resize(self) -> None:
        """Columns by the new width."""
        self.update()

    def render_line(self, y: int) -> Strip:
        """The frozen column, then as much of the rest as is in sight."""
        across, down = self.scroll_offset
        at, under = y - self.heads + down, self.rich_style
        at, blank = divmod(at, self._each)
        if y >= self.heads and (blank or at >= len(self.session.shown)):
            return Strip.blank(self.size.width, under)
        if y >= self.heads and at == self.session.index:
            under += Style.parse(self.palette.cursor)
        question, cells = self._head(y) if y < self.heads else self._row(at)
        width, room = self.question_width, self.size.width - self.question_width
        fixed = self.strip_of(question).adjust_cell_length(width)
        moving = self.strip_of(cells).extend_cell_length(across + room).crop(across, across + room)
        return Strip.join([fixed, moving]).apply_style(under)

    def _head(self, y: int) -> tuple[Text, Text]:
        palette, width = self.palette, self.cell_width
        if y:
            rule = Text("─" * self.size.width, style=palette.faint)
            return rule, Text("─" * (len(self.session.report.articles) * width), style=palette.faint)
        cells = Text()
        for column, article in enumerate(self.session.report.articles):
            style = f"{palette.strong} {palette.chosen}" if column == self.column else palette.heading
            cells.append(padded(visible(self.session.names[article.id]), width - 1), style).append(" ")
        return Text(" question", style=palette.heading), cells

    def _row(self, index: int) -> tuple[Text, Text]:
        palette, width, finding = self.palette, self.cell_width, self.session.shown[index]
        here = index == self.session.index
        question = Text.assemble(("▌" if here else " ", palette.verdict(finding.verdict)))
        question.append(f"{VERDICT_SIGNS[finding.verdict]} ", palette.verdict(finding.verdict))
        question.append(
            padded(visible(finding.topic), self.question_width - 4), palette.strong if finding.verdict != "agree" else ""
        ).append(" ")
        taken, alone, cells = positions(finding), outliers(finding), Text()
        for column, article in enumerate(self.session.report.articles):
            drawn = cell(taken.get(article.id, ()), width - 1, palette, article.id in alone)
            if here and column == self.column:
                drawn.style = palette.chosen
            cells = Text.assemble(cells, drawn, " ")
        return question, cells

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        row = (event.y - self.heads + round(self.scroll_y)) // self._each
        column = (
            (event.x - self.question_width + round(self.scroll_x)) // self.cell_width if event.x >= self.question_width else self.column
        )
        if event.y >= self.heads and row < len(self.session.shown) and column < len(self.session.report.articles):
            self.post_message(self.Picked(row, column, (row, column) == (self.session.index, self.column)))
