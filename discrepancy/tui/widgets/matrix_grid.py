"""Questions down, sources across; heads stay while the grid scrolls both ways."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.strip import Strip

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import lone_sides, positions
from discrepancy.tui.shorten import padded
from discrepancy.tui.themes import MARKED, STATE_SIGNS, VERDICT_SIGNS
from discrepancy.tui.widgets.cells import cell
from discrepancy.tui.widgets.lines import LineView, wrapped_text

NARROWEST, WIDEST = 16, 30  # cells of a column
LAYOUTS = ((2, 3), (1, 2))  # lines of a cell, lines from one question to the next; the first that fits, else (1, 1)
MOST_KEPT = 2000  # drawn lines


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
        self._rows: dict[tuple[int, int, range], tuple[Text, Text]] = {}
        self._kept_for: tuple[object, ...] = ()
        self._kept_shown: tuple[FindingRecord, ...] = ()
        self._lines = 1  # of a cell
        self._each = 1  # from one question to the next: with a blank line, and cells of two lines, where they all fit so

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
        number, room = len(self.session.shown), self.scrollable_content_region.height - self.heads
        self._lines, self._each = next((lines for lines in LAYOUTS if number * lines[1] <= room), (1, 1))
        kept_for = (self.palette, self.cell_width, self.question_width, self._lines)
        if self._kept_shown is not self.session.shown or kept_for != self._kept_for or len(self._rows) > MOST_KEPT:
            self._rows, self._kept_for, self._kept_shown = {}, kept_for, self.session.shown
        self.set_extent(len(self.session.shown) * self._each, self.question_width + sources * self.cell_width)
        self.reveal(self.session.index * self._each, self._lines)
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
        """The frozen column, then those cells of the rest that are in sight."""
        across, down = self.scroll_offset
        (index, part), under = divmod(y - self.heads + down, self._each), self.rich_style
        if y >= self.heads and (part >= self._lines or index >= len(self.session.shown)):
            return Strip.blank(self.size.width, under)
        if y >= self.heads and index == self.session.index:
            under += Style.parse(self.palette.cursor)
        width, room = self.question_width, self.size.width - self.question_width
        first = across // self.cell_width
        columns = range(first, min(len(self.session.report.articles), (across + room) // self.cell_width + 1))
        cut = across - first * self.cell_width
        question, cells = self._head(y, columns) if y < self.heads else self._row(index, part, columns)
        moving = self.strip_of(cells).extend_cell_length(cut + room).crop(cut, cut + room)
        return Strip.join([self.strip_of(question).adjust_cell_length(width), moving]).apply_style(under)

    def _head(self, y: int, columns: range) -> tuple[Text, Text]:
        palette, width = self.palette, self.cell_width
        if y:
            return Text("─" * self.size.width, style=palette.faint), Text("─" * (len(columns) * width), style=palette.faint)
        cells = Text()
        for column in columns:
            style = f"{palette.strong} {palette.chosen}" if column == self.column else palette.heading
            cells.append(padded(visible(self.session.names[self.session.report.articles[column].id]), width - 1), style).append(" ")
        return Text(" question", style=palette.heading), cells

    def _row(self, index: int, part: int, columns: range) -> tuple[Text, Text]:
        """Kept until something else is shown, but for the chosen row."""
        if index == self.session.index:
            return self._drawn_row(index, part, columns)
        kept = self._rows.get((index, part, columns))
        if kept is None:
            kept = self._rows[index, part, columns] = self._drawn_row(index, part, columns)
        return kept

    def _drawn_row(self, index: int, part: int, columns: range) -> tuple[Text, Text]:
        finding, width = self.session.shown[index], self.cell_width - 1
        here = index == self.session.index
        taken, alone = positions(finding), lone_sides(finding)
        cells: list[Text | str] = []
        for column in columns:
            article = self.session.report.articles[column].id
            lines = cell(taken.get(article, ()), width, self.palette, alone, self._lines)
            drawn = lines[part] if part < len(lines) else Text(" " * width)
            drawn.style = self.palette.chosen if here and column == self.column else ""
            cells += [drawn, " "]
        return self._question(finding, part, here), Text.assemble(*cells)

    def _question(self, finding: FindingRecord, part: int, here: bool) -> Text:
        style = self.palette.verdict(finding.verdict)
        topic = wrapped_text(Text(visible(finding.topic)), self.question_width - 5) if self._lines > 1 else [Text(visible(finding.topic))]
        if len(topic) > self._lines:
            topic[self._lines - 1] = Text(" ".join(line.plain.strip() for line in topic[self._lines - 1 :]))
        words = padded(topic[part].plain, self.question_width - 5) if part < len(topic) else ""
        sign = VERDICT_SIGNS[finding.verdict] if part == 0 else " "
        state = self.session.judging.state(finding.id)
        told = MARKED if finding.id in self.session.marked else STATE_SIGNS[state]
        said = Text(f"{told if part == 0 else ' '} ", style=self.palette.state(state))
        strong = self.palette.faint if state == "dismissed" else "" if finding.verdict == "agree" else self.palette.strong
        return Text.assemble(("▌" if here else " ", style), (sign, style), said, (words, strong))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        row = (event.y - self.heads + round(self.scroll_y)) // self._each
        column = (
            (event.x - self.question_width + round(self.scroll_x)) // self.cell_width if event.x >= self.question_width else self.column
        )
        if event.y >= self.heads and row < len(self.session.shown) and column < len(self.session.report.articles):
            self.post_message(self.Picked(row, column, (row, column) == (self.session.index, self.column)))
