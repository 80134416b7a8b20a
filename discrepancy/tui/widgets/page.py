"""A whole article, wrapped by offsets: a line is styled only when it is drawn."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from discrepancy.report.visible import visible
from discrepancy.tui.widgets.lines import LineView

MEASURE = 100


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of at most `width` cells as half-open offsets, broken at line feeds and spaces, else inside a word."""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += _paragraph(text, start, start + len(paragraph), width)
        start += len(paragraph) + 1
    return lines


def _paragraph(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    while True:
        last = _fitting(text, start, end, width)
        if last == end:
            return [*lines, (start, end)]
        space = text.rfind(" ", start, last + 1)
        cut = space if space > start else last
        lines.append((start, cut))
        start = cut + 1 if space > start else cut


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The greatest end of a slice from `start` that fits, at least one code point long."""
    last = min(end, start + width)
    while last > start + 1 and cell_len(text[start:last]) > width:
        last -= 1
    return last


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end`, half-open, in a style."""

    start: int
    end: int
    style: str


class Page(LineView):
    """Draws a text with marks; nothing of it is parsed."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._lines: list[tuple[int, int]] = []
        self._width = 0
        self._wanted: int | None = None
        self._asked: int | None = None
        self._landed = 0.0

    def show(self, text: str, marks: tuple[Mark, ...], offset: int | None) -> None:
        """Show a text, with the line of `offset` in sight, a third from the top."""
        self._text, self._marks, self._wanted = visible(text, lines=True), marks, offset
        self._width = 0
        self._wrap()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap to the new width; where nobody has scrolled since, with the same passage in sight, else with the same words on top."""
        if self._wanted is not None or not self._lines:
            self._wrap()
            return
        top = self._lines[min(round(self.scroll_y), len(self._lines) - 1)][0]
        if self._asked is not None and self.scroll_y == self._landed:
            self._wanted = self._asked
            self._wrap()
        else:
            self._wrap()
            self.scroll_to(y=self._line_of(top), animate=False, immediate=True)

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._lines, offset, key=lambda line: line[0]) - 1)

    def _wrap(self) -> None:
        width = min(MEASURE, self.scrollable_content_region.width - 4)
        if width < 8:
            return
        if width != self._width:
            self._width, self._lines = width, wrapped(self._text, width)
        self.set_extent(len(self._lines))
        if self._wanted is not None:
            line = self._line_of(self._wanted)
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False, immediate=True)
            self._asked, self._landed, self._wanted = self._wanted, self.scroll_y, None

    def line(self, y: int) -> Text:
        """The line with what is marked in it."""
        start, end = self._lines[y]
        drawn = Text("  " + self._text[start:end])
        for mark in self._marks:
            if mark.start < end and mark.end > start:
                drawn.stylize(mark.style, max(mark.start, start) - start + 2, min(mark.end, end) - start + 2)
        return drawn
