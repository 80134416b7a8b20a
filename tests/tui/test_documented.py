"""The manual lists the actions that the table has."""

from __future__ import annotations

from pathlib import Path

from discrepancy.tui.actions import ACTIONS, EVERYWHERE

MANUAL = Path(__file__).parents[2] / "docs" / "terminal.md"


def test_the_manual_lists_every_key() -> None:
    told = [line for line in MANUAL.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert told == [
        f"| `{action.shown}` | {'every screen' if action.screens == EVERYWHERE else ', '.join(action.screens)} | {action.help} |"
        for action in ACTIONS
    ]
