"""The labelled stories (../shared) are scored no worse than before.

`dev` was fitted on, so its floor guards against breaking the program; `check` was not, and is read by nobody: its floor is the
honest one, and low because sixteen stories are few. Two of its floors fell once, aligned from .51 and traps from .86, when
stories of our own joined the fit: conflicts and flags rose, these two did not. Cross-validated figures are in
tests/bench/ACCURACY.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from tests import gold_score
from tests.bench.rates import f1
from tests.compared import Compared

FLOORS = {
    "dev": {"conflict": 0.45, "flagged": 0.46, "aligned": 0.70, "traps": 0.89},
    "check": {"conflict": 0.14, "flagged": 0.33, "aligned": 0.56, "traps": 0.84},
}


def totals(stories: Iterable[Compared]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for story in stories:
        counts.update(gold_score.score(story.gold, story.report)[0])  # type: ignore[no-untyped-call]  # a verbatim copy
    return counts


@pytest.mark.parametrize("half", FLOORS)
def test_no_figure_falls_below_its_floor(labelled: Callable[[str], tuple[Compared, ...]], half: str) -> None:
    counts = totals(labelled(half))
    scored = {"conflict": f1(counts, "c"), "flagged": f1(counts, "f"), "aligned": f1(counts, "a"), "traps": counts["t_kept"] / counts["t"]}
    fallen = {name: round(scored[name], 3) for name, floor in FLOORS[half].items() if scored[name] < floor}
    assert fallen == {}
