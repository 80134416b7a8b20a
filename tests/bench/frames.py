"""How fast the terminal UI draws: `python -m tests.bench.frames`. Milliseconds; the figures depend on the machine, compare ratios.

first paint     from the start of a new process to the first whole screen, without a reading
filled          from the arrival of a report of 5,000 findings to the screen that shows it
judgement       one confirmation, written to a store, and taken back, in a list of 5,000 findings
frame           one step in the list of 5,000 findings; one step down, and one across, in a matrix of 300 questions by 40 sources
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from discrepancy.review.judging import Judging
from discrepancy.review.loaded import Loaded
from discrepancy.review.store import Store
from tests.tui import fake

FIRST_PAINT = """
import time; start = time.perf_counter()
import asyncio
from discrepancy.tui.app import Desktop, nothing_yet
async def paint():
    async with Desktop(lambda progress: nothing_yet(), "x").run_test(size=(160, 45)):
        print((time.perf_counter() - start) * 1000)
asyncio.run(paint())
"""


def wide(questions: int, sources: int) -> Loaded:
    """A report of many questions by many sources, each of which answers every question."""
    report = fake.many(questions).report
    articles = tuple(replace(report.articles[0], id=f"{at:02}", source=f"Source {at:02}") for at in range(sources))
    finding = report.findings[1]
    spread = tuple(
        replace(value, mentions=tuple(replace(value.mentions[0], article=one.id) for one in articles[side :: len(finding.values)]))
        for side, value in enumerate(finding.values)
    )
    findings = tuple(replace(finding, id=f"{at:03}", topic=f"question {at}", values=spread) for at in range(questions))
    return Loaded(replace(report, articles=articles, findings=findings), {})


async def frames(loaded: Loaded, open_with: str, keys: tuple[str, ...], steps: int = 40) -> tuple[float, dict[str, float]]:
    """Milliseconds until the report is shown, and by key the median of a step drawn in full."""
    from discrepancy.tui.app import Desktop

    folder = tempfile.TemporaryDirectory()
    store = Store(Path(folder.name) / "judgements.sqlite3")
    app = Desktop(lambda progress: loaded, "x", Judging("Ann", store))
    async with app.run_test(size=(160, 45)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        start = time.perf_counter()
        app.session.reload(loaded)
        app.draw()
        app.screen._compositor.render_strips()
        filled = (time.perf_counter() - start) * 1000
        if open_with:
            await pilot.press(open_with)
        taken = {}
        for key in keys:
            taken[key] = median([await _step(app, key) for _ in range(steps)])
    store.close()
    folder.cleanup()
    return filled, taken


async def _step(app: object, call: str) -> float:
    from discrepancy.tui.app import Desktop

    assert isinstance(app, Desktop)
    start = time.perf_counter()
    await app.screen.run_action(call)
    app.screen._compositor.render_strips()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the table."""
    painted = [
        float(subprocess.run([sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=True).stdout) for _ in range(5)
    ]
    print(f"first paint               {median(painted):7.0f}")
    filled, taken = asyncio.run(frames(fake.many(5000), "", ("move(1)", "page(1)")))
    print(f"filled, 5,000 findings    {filled:7.0f}")
    print(f"list, a step              {taken['move(1)']:7.1f}\nlist, a page              {taken['page(1)']:7.1f}")
    _, taken = asyncio.run(frames(fake.many(5000), "", ("confirm", "undo"), 20))
    print(f"judgement of 5,000        {taken['confirm']:7.1f}\ntaken back                {taken['undo']:7.1f}")
    _, taken = asyncio.run(frames(wide(300, 40), "m", ("move(1)", "column(1)")))
    print(f"matrix 300 x 40, down     {taken['move(1)']:7.1f}\nmatrix 300 x 40, across   {taken['column(1)']:7.1f}")


if __name__ == "__main__":
    main()
