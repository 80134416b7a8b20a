"""Articles cannot draw on the screen: whatever they say, only visible characters reach it, and markup stays text."""

from __future__ import annotations

import unicodedata

import pytest

from discrepancy.errors import NothingToRead
from discrepancy.review.loaded import Loaded
from tests.tui import fake
from tests.tui.driving import NARROW, WIDE, desk, drawn

PLACES = (
    "G", "z", "z w", "w enter", "l", "escape m", "l l l l l", "escape a", "G", "j j j j", "enter", "escape escape f",
    "escape question_mark",
    "escape slash b l o g enter", "y", "Y",
)  # fmt: skip


def unseen(text: str) -> set[str]:
    """The characters that a terminal would act on, or that nobody sees."""
    return {
        character for character in text if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    }


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_no_screen_lets_a_control_through(size: tuple[int, int]) -> None:
    async with desk(size=size) as pilot:
        marks = 0
        for keys in PLACES:
            await pilot.press(*keys.split())
            await pilot.pause()
            told = drawn(pilot)
            assert unseen(told) == set(), keys
            marks += "␛" in told or "◌" in told
        assert marks >= 6


async def test_markup_is_shown_as_it_is_written() -> None:
    async with desk(size=(260, 45), keys="G") as pilot:
        assert drawn(pilot).count("[sic] [/] [@click=app.quit]x[/]") >= 2
        await pilot.press("g", "j")
        assert "injured [sic] in a ferry fire" in drawn(pilot)


async def test_a_notification_is_no_markup_either() -> None:
    async with desk(size=(160, 45), keys="j l l Y") as pilot:
        await pilot.pause()
        assert "[sic]" in drawn(pilot)
        assert unseen(pilot.app.clipboard) == set()


async def test_an_error_is_made_visible() -> None:
    def load(progress: object) -> Loaded:
        raise NothingToRead(f"a folder {fake.HOSTILE}")

    async with desk(load) as pilot:
        assert unseen(drawn(pilot)) == set()
        assert "[sic]" in drawn(pilot)
