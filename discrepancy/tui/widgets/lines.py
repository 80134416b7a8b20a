"""A scrolling area drawn line by line: only the lines in sight are built, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rich.console import Console
from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from discrepancy.tui.themes import Palette, palette_of

_MEASURING = Console(width=80, color_system=None)


def wrapped_text(text: Text, width: int) -> list[Text]:
    """A text as lines of at most `width` cells, each with the text's base style."""
    return list(text.wrap(_MEASURING, max(1, width)))


class LineView(ScrollView, can_focus=False):
    """Draws `head(y)` for the first `heads` lines, which stay, and `line(y)` for the rest, which scroll.

    Lines are Rich texts, never strings: a string would be parsed as markup.
    """

    heads = 0

    DEFAULT_CSS = "LineView { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; overflow-x: hidden; }"

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        return palette_of(self.app.current_theme)

    def head(self, y: int) -> Text:
        """The frozen line `y`, from 0."""
        return Text()

    def line(self, y: int) -> Text:
        """The scrolling line `y`, from 0."""
        return Text()

    def line_style(self, y: int) -> str:
        """The style that lies under a scrolling line across the whole width; empty for none."""
        return ""

    def set_extent(self, lines: int, width: int | None = None) -> None:
        """Say how many scrolling lines there are, and how wide they are where they scroll sideways."""
        self.virtual_size = Size(width or self.scrollable_content_region.width, lines + self.heads)

    def render_line(self, y: int) -> Strip:
        """Textual's line API."""
        across, down = self.scroll_offset
        under = self.rich_style
        if y < self.heads:
            return self.drawn(self.head(y), across, under)
        at = y - self.heads + down
        if at >= self.virtual_size.height - self.heads:
            return Strip.blank(self.size.width, under)
        style = self.line_style(at)
        return self.drawn(self.line(at), across, under + Style.parse(style) if style else under)

    def drawn(self, text: Text, across: int, under: Style) -> Strip:
        """A text as a strip over `under`, from the cell `across` on."""
        width = self.size.width
        strip = self.strip_of(text).extend_cell_length(across + width)
        return strip.crop(across, across + width).apply_style(under)

    def strip_of(self, text: Text) -> Strip:
        """A text as a strip of its own width; Rich leaves the base style out where there are no spans."""
        text.end = ""
        console = self.app.console
        return Strip(text.render(console)).apply_style(console.get_style(text.style))

    def reveal(self, first: int, count: int = 1, tops: Sequence[int] = ()) -> None:
        """Scroll as little as needed to have lines `first` to `first + count` in sight, the first where not all fit.

        Where `tops` (ascending) are given, a scroll downwards ends with one of them as the first line in sight.
        """
        height = self.scrollable_content_region.height - self.heads
        top = round(self.scroll_target_y)
        if first < top or count > height:
            self.scroll_to(y=first, animate=False)
        elif first + count > top + height:
            least = first + count - height
            at = bisect_left(tops, least)
            self.scroll_to(y=tops[at] if at < len(tops) else least, animate=False)
