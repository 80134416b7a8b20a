"""Findings while the articles are read: provisional and said to be, nothing judged on them, replaced by what all articles say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Event

import pytest
from textual.pilot import Pilot

from discrepancy.errors import NothingToRead
from discrepancy.model.report import FindingRecord
from discrepancy.review.loaded import Loaded, Observer
from discrepancy.tui.actions import ACTIONS, HELD_BACK
from discrepancy.tui.app import Desktop
from tests.tui import fake
from tests.tui.driving import NARROW, WIDE, desktop, drawn, judging

PATIENCE = 5.0  # seconds
ALL = fake.findings()
FIRST = (ALL[1], ALL[2], ALL[4])  # what the first articles disagree on


def provisional(findings: tuple[FindingRecord, ...], compared: int, read: int) -> Loaded:
    """Of the five articles so many are compared, and so many read."""
    whole = fake.loaded(findings)
    return replace(whole, whole=False, compared=compared, figures={f"0{at + 1}": 9 for at in range(read)})


class Slow:
    """A reading that waits at each of its steps to be let on."""

    def __init__(self, *steps: Loaded | Exception) -> None:
        self.steps = steps
        self.gates = [Event() for _ in steps]

    def __call__(self, progress: Observer | None) -> Loaded:
        assert progress is not None
        for number, (gate, step) in enumerate(zip(self.gates, self.steps, strict=True)):
            progress("reading figures", number, len(self.steps))
            assert gate.wait(PATIENCE)
            if isinstance(step, Exception):
                raise step
            if step.whole:
                return step
            progress.arrived(step)
        raise AssertionError("the last step is whole")


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the application run until it holds."""
    for _ in range(500):
        await pilot.pause()
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(drawn(pilot))


@asynccontextmanager
async def filling(load: Slow, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """The application with the first step of a reading in its place."""
    app = Desktop(load, "samples/ferry", judging())
    async with app.run_test(size=size) as pilot:
        load.gates[0].set()
        await until(pilot, lambda: app.session.report.articles != ())
        try:
            yield pilot
        finally:
            for gate in load.gates:
                gate.set()
            await app.workers.wait_for_complete()


async def on(pilot: Pilot[None], load: Slow, step: int) -> None:
    """Let the reading make a step, and the application take it."""
    load.gates[step].set()
    wanted = load.steps[step]
    assert isinstance(wanted, Loaded)
    await until(pilot, lambda: desktop(pilot).session.loaded is wanted)
    await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_findings_are_seen_before_the_last_article_is_read_and_marked_provisional(size: tuple[int, int]) -> None:
    load = Slow(provisional((), 0, 1), provisional(FIRST, 2, 2), provisional(FIRST, 2, 4), fake.loaded())
    async with filling(load, size) as pilot:
        assert "provisional" not in drawn(pilot)
        await on(pilot, load, 1)
        shown = drawn(pilot)
        assert "◌ provisional: 2 of 5 articles" in shown
        assert "whether the sprinklers worked" in shown
        assert "judged" not in shown.splitlines()[0].replace("judged by", "")
        await until(pilot, lambda: "2/4" in drawn(pilot))
        await on(pilot, load, 2)
        assert [finding.id for finding in desktop(pilot).session.shown] == [finding.id for finding in FIRST]
        await on(pilot, load, 3)
        shown = drawn(pilot)
        assert "provisional" not in shown
        assert "0 of 11 judged" in shown


async def test_the_cursor_stays_on_its_finding_and_passage() -> None:
    later = tuple(replace(finding, id=f"with more {finding.id}") for finding in ALL)  # more evidence, another id
    load = Slow(provisional(FIRST, 2, 2), fake.loaded(later))
    async with filling(load) as pilot:
        await pilot.press("j", "l")
        session = desktop(pilot).session
        before = session.statement
        assert before is not None
        await on(pilot, load, 1)
        assert session.chosen is not None
        assert session.chosen.topic == "whether the sprinklers worked"
        assert session.statement == before
        assert session.index == 2


async def test_the_cursor_that_nobody_moved_stays_at_the_top() -> None:
    load = Slow(provisional(FIRST, 2, 2), fake.loaded())
    async with filling(load) as pilot:
        await on(pilot, load, 1)
        assert desktop(pilot).session.chosen == ALL[0]


async def test_a_finding_that_did_not_last_is_named() -> None:
    load = Slow(provisional((ALL[1], ALL[9]), 2, 2), fake.loaded(ALL[:3]))
    async with filling(load) as pilot:
        await pilot.press("j")
        await on(pilot, load, 1)
        assert f"“{ALL[9].topic}” is not shown any more" in drawn(pilot)


async def test_nothing_is_judged_on_a_provisional_list_and_all_is_on_the_whole_one() -> None:
    load = Slow(provisional(FIRST, 2, 2), fake.loaded())
    keys = [action.keys.split(",")[0] for action in ACTIONS if action.call.partition("(")[0] in HELD_BACK and "findings" in action.screens]
    assert len(keys) > 10
    async with filling(load) as pilot:
        app = desktop(pilot)
        for key in keys:
            await pilot.press(key)
            assert len(app.screen_stack) == 1, key
            assert "judging and export begin when all articles are compared" in drawn(pilot), key
        assert not app.session.judging.known
        assert app.session.marked == {}
        await on(pilot, load, 1)
        assert "judging and export begin" not in drawn(pilot)
        await pilot.press("c")
        (kept,) = app.session.judging.known
        assert kept.act == "confirm"


async def test_filters_search_and_the_article_on_the_screen_stay() -> None:
    load = Slow(provisional(FIRST, 2, 2), fake.loaded())
    async with filling(load) as pilot:
        await pilot.press("A", "s", "j", "enter")
        app = desktop(pilot)
        verdicts, order, chosen = app.session.filters.verdicts, app.session.order, app.session.chosen
        assert chosen is not None
        await on(pilot, load, 1)
        assert len(app.screen_stack) == 2
        assert chosen.topic in drawn(pilot)
        assert (app.session.filters.verdicts, app.session.order) == (verdicts, order)


async def test_reading_again_still_works_and_keeps_the_whole_list_meanwhile() -> None:
    load = Slow(provisional(FIRST, 2, 2), fake.loaded())
    async with filling(load) as pilot:
        app = desktop(pilot)
        await pilot.press("r")  # one reading at a time: nothing begins anew
        await on(pilot, load, 1)
        again = app.load = Slow(provisional((), 0, 1), provisional(FIRST, 2, 2), fake.loaded(ALL[1:]))
        await pilot.press("r")
        for gate in again.gates[:2]:
            gate.set()
        await until(pilot, lambda: "2/3" in drawn(pilot))
        assert len(app.session.report.findings) == 13
        assert "provisional" not in drawn(pilot)
        await on(pilot, again, 2)
        assert len(app.session.report.findings) == 12


async def test_a_reading_that_fails_midway_leaves_its_findings_marked_and_can_be_tried_again() -> None:
    load = Slow(provisional(FIRST, 2, 2), NothingToRead("the folder is gone"))
    async with filling(load) as pilot:
        load.gates[1].set()
        await until(pilot, lambda: "the folder is gone" in drawn(pilot))
        assert "provisional: 2 of 5 articles" in drawn(pilot)
        await pilot.press("c")
        assert "r reads again" in drawn(pilot)
        app = desktop(pilot)
        again = app.load = Slow(provisional((), 0, 1), fake.loaded())
        await pilot.press("r")
        again.gates[0].set()
        await until(pilot, lambda: "1/2" in drawn(pilot))
        assert "whether the sprinklers worked" in drawn(pilot)
        await on(pilot, again, 1)
        assert "provisional" not in drawn(pilot)
