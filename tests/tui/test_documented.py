"""The manual lists the actions that the table has."""

from __future__ import annotations

from pathlib import Path

from discrepancy.tui.actions import ACTIONS, EVERYWHERE, JUDGING

MANUAL = Path(__file__).parents[2] / "docs" / "terminal.md"


def test_the_manual_lists_every_key() -> None:
    told = [line for line in MANUAL.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert told == [
        f"| `{action.shown}` | {'every screen' if action.screens == EVERYWHERE else ', '.join(action.screens)} | {action.help} |"
        for action in ACTIONS
    ]


def test_the_page_for_fact_checkers_lists_the_keys_of_judging() -> None:
    told = [line for line in (MANUAL.parent / "fact-checkers.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    first = {action.call: action for action in reversed(ACTIONS)}
    assert told == [f"| `{first[call].shown}` | {first[call].help} |" for call in JUDGING]
