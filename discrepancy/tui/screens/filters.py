"""Ask which findings to show: verdicts, kinds, words."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, SelectionList, Static
from textual.widgets.selection_list import Selection

from discrepancy.review.choice import Filters, kind_counts
from discrepancy.review.session import Session
from discrepancy.tui.themes import VERDICT_SIGNS, palette_of
from discrepancy.tui.visible import visible


class FilterScreen(ModalScreen[Filters | None]):
    """Answers the filters chosen, None where they were left as they are. No kind chosen means every kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "leave"),
        Binding("enter", "take", "apply", priority=True),
        ("slash", "words", "words"),
        ("j", "down", "down"),
        ("k", "up", "up"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Verdicts and kinds in one list, words below."""
        palette = palette_of(self.app.current_theme)
        filters = self.session.filters
        choices: list[Selection[str]] = []
        for verdict, number in self.session.counts.items():
            words = Text.assemble((f"{VERDICT_SIGNS[verdict]} {verdict}", palette.verdict(verdict)), (f"  {number}", palette.faint))
            choices.append(Selection(Content.from_rich_text(words), f"verdict {verdict}", verdict in filters.verdicts))
        for kind, number in kind_counts(self.session.report).items():
            words = Text.assemble(visible(kind), (f"  {number}", palette.faint))
            choices.append(Selection(Content.from_rich_text(words), f"kind {kind}", kind in filters.kinds))
        with Vertical(classes="dialog"):
            yield Static(Text("Show which findings? No kind chosen means every kind.", style=palette.heading), classes="told")
            yield SelectionList(*choices, id="choices")
            yield Static(Text("holding the words", style=palette.heading), classes="told")
            yield Input(filters.text, id="words")
            yield Static(Text("space choose   enter apply   / words   esc leave as it is", style=palette.faint), classes="told")

    def on_mount(self) -> None:
        """The list first."""
        self.query_one(SelectionList).focus()

    def action_words(self) -> None:
        """To the words."""
        self.query_one(Input).focus()

    def action_down(self) -> None:
        """Down the list."""
        self.query_one(SelectionList).action_cursor_down()

    def action_up(self) -> None:
        """Up the list."""
        self.query_one(SelectionList).action_cursor_up()

    def action_take(self) -> None:
        """Answer what is chosen."""
        chosen = [str(value) for value in self.query_one(SelectionList).selected]
        verdicts = frozenset(value.removeprefix("verdict ") for value in chosen if value.startswith("verdict "))
        kinds = frozenset(value.removeprefix("kind ") for value in chosen if value.startswith("kind "))
        self.dismiss(Filters(verdicts, kinds, self.query_one(Input).value.strip()))

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
