"""Small questions: one of a few, a name of a file, a note."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from discrepancy.report.visible import visible
from discrepancy.tui.themes import palette_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
Entry = tuple[str, str, str]
"""The key that answers, what it answers, and what a person reads."""


class MenuScreen(ModalScreen[str | None]):
    """Answers one of a few by one key, or by moving there and pressing enter; None where it was left."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "leave"),
        ("enter", "take", "take"),
        ("down", "move(1)", "down"),
        ("up", "move(-1)", "up"),
        # Bindings, not a handler of keys: a key typed before the menu has drawn itself finds its binding all the same.
        *((letter, f"letter('{letter}')", "answer") for letter in LETTERS),
    ]

    def __init__(self, asked: str, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.asked, self.entries = asked, entries
        self.index = 0

    def compose(self) -> ComposeResult:
        """One line for each."""
        with Vertical(classes="dialog"):
            yield Static(id="menu", classes="told")

    def on_mount(self) -> None:
        """Draw it."""
        self._draw_menu()

    def _draw_menu(self) -> None:
        palette = palette_of(self.app.current_theme)
        told = Text.assemble((visible(self.asked), palette.heading), "\n")
        for at, (key, _, words) in enumerate(self.entries):
            style = palette.cursor if at == self.index else ""
            told.append("\n").append_text(Text.assemble((f" {key}  ", palette.strong), visible(words), style=style))
        told.append("\n\nits key, or enter   esc leaves it", palette.faint)
        self.query_one("#menu", Static).update(told)

    def action_letter(self, letter: str) -> None:
        """The key of an entry answers it; j and k move where they are no such key."""
        for key, answer, _ in self.entries:
            if letter == key:
                self.dismiss(answer)
                return
        self.action_move({"j": 1, "k": -1}.get(letter, 0))

    def on_click(self, event: events.Click) -> None:
        """A click on a line answers it; one beside the dialog leaves it."""
        if event.widget is self:
            self.dismiss(None)
            return
        at = event.y - 2
        if event.widget is self.query_one("#menu") and 0 <= at < len(self.entries):
            self.dismiss(self.entries[at][1])

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.index = max(0, min(self.index + by, len(self.entries) - 1))
        self._draw_menu()

    def action_take(self) -> None:
        """Answer where it stands."""
        self.dismiss(self.entries[self.index][1])

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


class NameScreen(ModalScreen[str | None]):
    """Answers the name of a file to write; of one that is there already only when it is given twice."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "leave")]

    def __init__(self, asked: str, name: str) -> None:
        super().__init__()
        self.asked, self.name_given = asked, name
        self._warned = ""

    def compose(self) -> ComposeResult:
        """The question, the name, and what enter will do."""
        palette = palette_of(self.app.current_theme)
        with Vertical(classes="dialog"):
            yield Static(Text(visible(self.asked), style=palette.heading), classes="told")
            yield Input(self.name_given, id="name", compact=True, select_on_focus=False)
            yield Static(Text("enter writes it   esc leaves it", style=palette.faint), id="hint", classes="told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer the name."""
        name = event.value.strip()
        if not name:
            return
        if Path(name).expanduser().exists() and self._warned != name:
            self._warned = name
            style = palette_of(self.app.current_theme).warning
            self.query_one("#hint", Static).update(Text("It is there already: enter again replaces it.", style=style))
            return
        self.dismiss(name)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


class NoteScreen(ModalScreen[str | None]):
    """Answers the words of a note, None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Without priority: what was typed just before reaches the field first.
        ("ctrl+s", "keep", "keep"),
        ("escape", "leave", "leave"),
    ]

    def __init__(self, about: str, note: str = "") -> None:
        super().__init__()
        self.about, self.note = about, note

    def compose(self) -> ComposeResult:
        """What it is about, and a field to write in."""
        palette = palette_of(self.app.current_theme)
        with Vertical(classes="dialog"):
            yield Static(Text.assemble(("Note: ", palette.heading), (visible(self.about), palette.strong)), classes="told")
            yield TextArea(visible(self.note, lines=True), id="note", soft_wrap=True, tab_behavior="focus")
            yield Static(Text("^s keeps it   esc leaves it as it was", style=palette.faint), classes="told")

    def on_mount(self) -> None:
        """Write on at its end."""
        field = self.query_one(TextArea)
        field.move_cursor(field.document.end)
        field.focus()

    def action_keep(self) -> None:
        """Answer what is written."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
