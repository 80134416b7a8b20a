"""Ask which findings to show: verdicts, judgements, kinds, causes, sources, words."""

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
from discrepancy.review.choice import Filters, cause_counts, kind_counts, said_counts, speaker_counts
from discrepancy.review.session import Session
from discrepancy.tui.themes import STATE_SIGNS, VERDICT_SIGNS, palette_of
from discrepancy.tui.widgets.lines import LineView


class Choices(LineView):
    """What there is to tick, as (group, name, number of findings), and what is ticked, as (group, name)."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="choices")
        report, filters = session.report, session.filters
        counted = {
            "verdict": session.counts,
            "judgement": said_counts(report, session.said_of),
            "kind": kind_counts(report),
            "cause": cause_counts(report),
            "source": speaker_counts(report),
        }
        self.names = session.names
        self.entries = [(group, name, number) for group, counts in counted.items() for name, number in counts.items()]
        named = {
            "verdict": filters.verdicts,
            "judgement": filters.said,
            "kind": filters.kinds,
            "cause": filters.causes,
            "source": filters.articles,
        }
        self.ticked = {(group, name) for group, names in named.items() for name in names}
        self.index = 0

    def on_mount(self) -> None:
        """As high as its entries."""
        self.styles.height = len(self.entries)
        self.styles.max_height = max(4, self.app.size.height - 10)

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
        words = self.names.get(name, name) if group == "source" else name
        sign = f"{VERDICT_SIGNS[name]} " if group == "verdict" else f"{STATE_SIGNS.get(name, ' ')} " if group == "judgement" else ""
        box = ("▣ " if ticked else "□ ", self.palette.strong if ticked else self.palette.faint)
        return Text.assemble(
            (f"{heading:<10}", self.palette.faint), box, (f"{sign}{visible(words)}", style), (f"  {number}", self.palette.faint)
        )

    def on_click(self, event: events.Click) -> None:
        """Choose and tick."""
        y = event.y + round(self.scroll_y)
        if y < len(self.entries):
            self.index = y
            self.tick()


class FilterScreen(ModalScreen[Filters | None]):
    """Answers the filters chosen, None where they were left as they are."""

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
        """Everything to tick in one list, words below."""
        palette = palette_of(self.app.current_theme)
        with Vertical(classes="dialog"):
            asked = Text.assemble(("Show which findings?", palette.heading), ("  Nothing ticked in a group: any of it.", palette.faint))
            yield Static(asked, classes="told")
            yield Choices(self.session)
            yield Input(self.session.filters.text, id="words", placeholder="words they hold", compact=True)
            yield Static(Text("space tick   / words   enter show   esc leave as it is", style=palette.faint), classes="told")

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
        kinds, causes, articles, said = (choices.named(group) for group in ("kind", "cause", "source", "judgement"))
        self.dismiss(Filters(choices.named("verdict"), kinds, causes, articles, self.query_one(Input).value.strip(), said))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
