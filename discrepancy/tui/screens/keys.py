"""Help: the table of actions."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from discrepancy.tui.actions import actions_of
from discrepancy.tui.themes import SIDE_SHAPES, VERDICT_SIGNS, Palette, palette_of


def help_text(screen: str, palette: Palette) -> Text:
    """The actions of a screen, one on each line, and what the signs mean."""
    told = Text.assemble((f"Keys of the {screen} screen\n\n", palette.heading))
    for action in actions_of(screen):
        told.append(f"{action.shown:>7}  ", palette.strong).append(f"{action.help}\n")
    told.append("\nSigns\n\n", palette.heading)
    meanings = {"conflict": "not all of the values can be true", "imprecise": "they differ, and all can be true", "agree": "one value"}
    for verdict, meaning in meanings.items():
        told.append(f"{VERDICT_SIGNS[verdict]:>7}  ", palette.verdict(verdict)).append(f"{verdict}: {meaning}\n")
    for side, sign in enumerate(SIDE_SHAPES[:3]):
        told.append(f"{sign:>7}  ", palette.side(side)).append(
            ("the first value of a finding", "the second", "the third, and so on")[side] + "\n"
        )
    told.append(" filled  ", palette.filled(1)).append(" a source that stands alone against two or more\n")
    told.append("  ≲ ≳ ~  ", palette.strong).append("nearly, just over, about;  < > ≤ ≥ under, over, at most, at least")
    return told


class KeysScreen(ModalScreen[None]):
    """Any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q,enter", "dismiss", "close"),
        ("j,down", "down", "down"),
        ("k,up", "up", "up"),
    ]

    def __init__(self, screen: str) -> None:
        super().__init__()
        self.about = screen

    def compose(self) -> ComposeResult:
        """One dialog."""
        with VerticalScroll(classes="dialog", id="help"):
            yield Static(help_text(self.about, palette_of(self.app.current_theme)))

    def action_down(self) -> None:
        """Scroll."""
        self.query_one("#help").scroll_relative(y=3, animate=False)

    def action_up(self) -> None:
        """Scroll."""
        self.query_one("#help").scroll_relative(y=-3, animate=False)
