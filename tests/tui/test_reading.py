"""Reading: progress while it goes on, what a later one brings, why there is nothing to show."""

from __future__ import annotations

import pytest

from discrepancy.errors import NothingToRead
from discrepancy.review.loaded import Loaded, Observer
from discrepancy.tui.app import Desktop
from tests.tui import fake
from tests.tui.driving import WIDE, desk, desktop, drawn, loading


async def test_reading_again_keeps_the_place_and_takes_what_is_new() -> None:
    readings = [fake.loaded(), fake.loaded(fake.findings()[1:])]
    async with desk(lambda progress: readings.pop(0), keys="j j r") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        session = desktop(pilot).session
        assert len(session.report.findings) == 12
        assert session.chosen is not None
        assert session.chosen.topic == "whether the sprinklers worked"
        assert session.index == 1


async def test_a_reading_that_fails_says_why_and_can_be_tried_again() -> None:
    readings: list[Loaded | None] = [None, fake.loaded()]

    def load(progress: Observer | None) -> Loaded:
        loaded = readings.pop(0)
        if loaded is None:
            raise NothingToRead("samples/[empty]: no article in the folder")
        return loaded

    async with desk(load) as pilot:
        assert "samples/[empty]: no article in the folder   r tries again" in drawn(pilot)
        await pilot.press("r")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "5 conflicts" in drawn(pilot)


async def test_a_fault_of_the_program_is_shown_not_raised() -> None:
    def load(progress: Observer | None) -> Loaded:
        raise ZeroDivisionError("division by zero")

    async with desk(load) as pilot:
        assert "a fault of the program: ZeroDivisionError" in drawn(pilot)


async def test_progress_is_shown_while_it_reads() -> None:
    import threading

    go_on = threading.Event()

    def load(progress: Observer | None) -> Loaded:
        assert progress is not None
        progress("reading", 2, 5)
        go_on.wait(5)
        return fake.loaded()

    app = Desktop(load, "samples/ferry")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.2)
        assert "2/5" in drawn(pilot)
        await pilot.press("r", "j", "m", "escape", "enter", "y")  # nothing to act on yet
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "2/5" not in drawn(pilot)


@pytest.mark.parametrize(
    ("loaded", "told"),
    [
        (fake.loaded(fake.findings()[11:]), "Nothing disagrees. A shows what agrees."),
        (fake.loaded(()), "No statement of one article answers to another's."),
    ],
)
async def test_nothing_to_show_says_why(loaded: Loaded, told: str) -> None:
    async with desk(loading(loaded)) as pilot:
        assert told in drawn(pilot)
        await pilot.press("j", "l", "enter", "y", "m", "j", "l", "enter", "escape")
        assert told in drawn(pilot)


async def test_what_a_later_reading_brought_is_marked() -> None:
    from dataclasses import replace

    renamed = replace(fake.findings()[1], id="other evidence")
    readings = [fake.loaded(), fake.loaded((fake.findings()[0], renamed, *fake.findings()[2:]))]
    async with desk(lambda progress: readings.pop(0), keys="r") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "changed count" in drawn(pilot)
