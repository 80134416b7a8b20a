"""The evidence of the chosen finding, scrolling, with a bar beside the chosen passage."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.message import Message

from discrepancy.review.session import Session
from discrepancy.tui.widgets.lines import LineView
from discrepancy.tui.widgets.passages import Line, Part, column_width, evidence_lines, ledger_lines, nearest_lines

LEAST_WIDTH = 12  # cells
LINE_FIRST = 16  # lines from which there is room for the number line above the passages


class Evidence(LineView):
    """Draws the evidence of the session's chosen finding, with the chosen passage in sight."""

    class Picked(Message):
        """A passage was clicked."""

        def __init__(self, place: int, again: bool) -> None:
            super().__init__()
            self.place = place
            self.again = again

    def __init__(self, session: Session) -> None:
        super().__init__(id="evidence")
        self.session = session
        self.with_ledger = False
        self._lines: list[Line] = []
        self._column = LEAST_WIDTH
        self._drawn_for: tuple[object, ...] = ()
        self._shown = ("", 0)

    def update(self) -> None:
        """Draw the session as it is now."""
        finding = self.session.chosen
        width = self.scrollable_content_region.width - 1
        line_first = self.size.height >= LINE_FIRST
        stands = self.session.standing(finding) if finding is not None else None
        drawn_for = (finding, stands, width, self.palette, self.with_ledger, self.session.report, line_first)
        fresh = drawn_for != self._drawn_for
        if fresh:
            self._drawn_for, self._lines = drawn_for, []
            if finding is not None and width >= LEAST_WIDTH:
                self._lines = evidence_lines(self.session, finding, width, self.palette, line_first)
                self._column = column_width(finding, width)
                if self.with_ledger:
                    ledger = ledger_lines(finding, width, self.palette)
                    nearest = nearest_lines(self.session, finding, width, self.palette)
                    self._lines += [(Part(text),) for text in (*ledger, *nearest)]
            self.set_extent(len(self._lines))
        shown = (finding.id if finding is not None else "", self.session.place)
        if fresh and self.session.place == 0 and shown != self._shown:
            self.scroll_to(y=0, animate=False)
        elif fresh or shown != self._shown:
            self._reveal_place()
        self._shown = shown
        self.refresh()

    def _reveal_place(self) -> None:
        own = [y for y, line in enumerate(self._lines) if any(part.place == self.session.place for part in line)]
        if own:
            self.reveal(own[0], len(own))

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.update()

    def line(self, y: int) -> Text:
        """The parts of a line, each in its column after a bar that stands beside the chosen passage."""
        drawn = Text()
        for column, part in enumerate(self._lines[y]):
            drawn.append(" " * (column * self._column - drawn.cell_len))
            drawn = Text.assemble(drawn, self._bar(part), part.text)
        return drawn

    def _bar(self, part: Part) -> tuple[str, str]:
        if part.place is None:
            return " ", ""
        if part.place != self.session.place:
            return "│ ", self.palette.faint
        return "┃ ", f"bold {self.palette.side(self.session.statements[part.place].side)}"

    def on_click(self, event: events.Click) -> None:
        """Choose the passage that was clicked."""
        y = event.y + round(self.scroll_y)
        parts = self._lines[y] if y < len(self._lines) else ()
        column = min(event.x // self._column, len(parts) - 1)
        place = parts[column].place if parts else None
        if place is not None:
            self.post_message(self.Picked(place, place == self.session.place))
