"""Driving the application without a terminal, and what it drew as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from discrepancy.review.judging import Judging, Keeping
from discrepancy.review.loaded import Loaded
from discrepancy.tui.app import Desktop
from discrepancy.tui.reading import Load
from tests.tui import fake

WIDE, NARROW = (160, 45), (80, 24)


def loading(loaded: Loaded | None = None) -> Load:
    """A reading that is done at once."""
    return lambda progress: loaded or fake.loaded()


def judging(store: Keeping | None = None, reviewer: str = "Ann Smith") -> Judging:
    """Judging whose clock stands still."""
    return Judging(reviewer, store, lambda: "2026-03-07T09:30:00.000000Z")


@asynccontextmanager
async def desk(
    load: Load | None = None, size: tuple[int, int] = WIDE, keys: str = "", by: Judging | None = None, settings: Path | None = None
) -> AsyncIterator[Pilot[None]]:
    """The application after its first reading, and after `keys` (separated by spaces) were pressed."""
    app = Desktop(load or loading(), "samples/ferry", by or judging(), settings)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        if keys:
            await pilot.press(*keys.split())
            await pilot.pause()
        yield pilot


def desktop(pilot: Pilot[None]) -> Desktop:
    """The application, typed."""
    assert isinstance(pilot.app, Desktop)
    return pilot.app


def drawn(pilot: Pilot[None]) -> str:
    """The screen as lines of text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"
