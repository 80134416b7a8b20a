"""The labelled stories of our own writing: their labels are sound, and the program keeps finding on them what it found.

They teach the alignment (`python -m tests.bench.fit`), so the floors here guard against regressions; how good the program is on
stories that it has not seen stands in tests/bench/ACCURACY.md.
"""

from __future__ import annotations

import json
import runpy
import shutil
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from discrepancy import compare, load
from tests.bench.rates import f1

TESTS = Path(__file__).resolve().parent
STORIES = sorted(p.parent for p in (TESTS / "stories").glob("*/gold.json"))
EVERY = 5  # of the stories one in five is compared, so that the tests stay fast
FLOORS = {"conflict": 0.30, "flagged": 0.40, "aligned": 0.55, "traps": 0.85}

scorer = runpy.run_path(str(TESTS / "gold_score.py"))
checker = runpy.run_path(str(TESTS / "check_gold.py"))


def test_there_are_stories() -> None:
    assert len(STORIES) == 200


def test_every_label_is_where_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for story in STORIES:
        labels = tmp_path / f"{story.name}.json"  # the checker writes offsets: into a copy
        shutil.copy(story / "gold.json", labels)
        assert checker["main"](story, labels) == 0, (story.name, capsys.readouterr().out)
        assert json.loads(labels.read_text(encoding="utf-8")) == json.loads((story / "gold.json").read_text(encoding="utf-8")), story.name


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    total: Counter[str] = Counter()
    for story in STORIES[::EVERY]:
        report: dict[str, Any] = asdict(compare(load([story])))
        scorer["check_quotes"](report, story)
        total.update(scorer["score"](json.loads((story / "gold.json").read_text(encoding="utf-8")), report)[0])
    return total


def test_conflicts_are_found(counts: Counter[str]) -> None:
    assert f1(counts, "c") >= FLOORS["conflict"]


def test_differences_are_found(counts: Counter[str]) -> None:
    assert f1(counts, "f") >= FLOORS["flagged"]


def test_mentions_of_one_question_are_put_together(counts: Counter[str]) -> None:
    assert f1(counts, "a") >= FLOORS["aligned"]


def test_traps_are_kept_apart(counts: Counter[str]) -> None:
    assert counts["t_kept"] >= FLOORS["traps"] * counts["t"]
