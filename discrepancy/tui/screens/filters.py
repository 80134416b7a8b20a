"""Ask which findings to show: verdicts, kinds, words."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from discrepancy.report.visible import visible
from discrepancy.review.choice import Filters, kind_counts
from discrepancy.review.session import Session
from discrepancy.tui.themes import VERDICT_SIGNS, palette_of
from discrepancy.tui.widgets.lines import LineView


class Choices(LineView):
    """Verdicts and kinds to tick: (group, name, number of findings), and those ticked."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="choices")
        verdicts = [("verdict", name, number) for name, number in session.counts.items()]
        kinds = [("kind", name, number) for name, number in kind_counts(session.report).items()]
        self.entries = [*verdicts, *kinds]
        self.ticked = {("verdict", name) for name in session.filters.verdicts} | {("kind", name) for name in session.filters.kinds}
        self.index = 0

    def on_mount(self) -> None:
        """As high as its entries."""
        self.styles.height = len(self.entries)

    def on_resize(self) -> None:
        """One line for each."""
        self.set_extent(len(self.entries))

    def move(self, by: int) -> None:
        """Choose another entry."""
        self.index = max(0, min(self.index + by, len(self.entries) - 1))
        self.reveal(self.index)
        self.refresh()

    def tick(self) -> None:
        """Tick the chosen entry, or take its tick away."""
        group, name, _ = self.entries[self.index]
        self.ticked ^= {(group, name)}
        self.refresh()

    def named(self, group: str) -> frozenset[str]:
        """The names ticked in a group."""
        return frozenset(name for of, name in self.ticked if of == group)

    def line_style(self, y: int) -> str:
        """The chosen entry lies on a band."""
        return self.palette.cursor if y == self.index else ""

    def line(self, y: int) -> Text:
        """A box, the sign of a verdict, the name, the number."""
        group, name, number = self.entries[y]
        ticked = (group, name) in self.ticked
        heading = group if y == 0 or self.entries[y - 1][0] != group else ""
        style = self.palette.verdict(name) if group == "verdict" else ""
        sign = f"{VERDICT_SIGNS[name]} " if group == "verdict" else ""
        box = ("▣ " if ticked else "□ ", self.palette.strong if ticked else self.palette.faint)
        return Text.assemble(
            (f"{heading:<9}", self.palette.faint), box, (f"{sign}{visible(name)}", style), (f"  {number}", self.palette.faint)
        )

    def on_click(self, event: events.Click) -> None:
        """Choose and tick."""
        y = event.y + round(self.scroll_y)
        if y < len(self.entries):
            self.index = y
            self.tick()


class FilterScreen(ModalScreen[Filters | None]):
    """Answers the filters chosen, None where they were left as they are. No kind ticked means every kind."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "apply", priority=True),
        ("escape", "leave", "leave"),
        ("slash", "words", "words"),
        ("j,down", "move(1)", "down"),
        ("k,up", "move(-1)", "up"),
        ("space,x", "tick", "tick"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Verdicts and kinds in one list, words below."""
        palette = palette_of(self.app.current_theme)
        with Vertical(classes="dialog"):
            yield Static(Text("Show which findings?", style=palette.heading), classes="told")
            yield Choices(self.session)
            yield Input(self.session.filters.text, id="words", placeholder="words they hold", compact=True)
            yield Static(Text("space tick   / words   enter show   esc leave   no kind: every kind", style=palette.faint), classes="told")

    def action_words(self) -> None:
        """To the words."""
        self.query_one(Input).focus()

    def action_move(self, by: int) -> None:
        """Up and down the list."""
        self.query_one(Choices).move(by)

    def action_tick(self) -> None:
        """Tick."""
        self.query_one(Choices).tick()

    def action_take(self) -> None:
        """Answer what is ticked."""
        choices = self.query_one(Choices)
        self.dismiss(Filters(choices.named("verdict"), choices.named("kind"), self.query_one(Input).value.strip()))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
