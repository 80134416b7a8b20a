"""The labelled stories compared once for all tests that score them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.model.settings import Settings
from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from tests import gold_score


@dataclass(frozen=True)
class Compared:
    """A labelled story: its labels and the program's report, as JSON objects."""

    name: str
    gold: dict[str, Any]
    report: dict[str, Any]


def compare_all(folder: Path) -> tuple[Compared, ...]:
    """Every labelled story in `folder`, by name. Raises ValueError where a quote is not the slice at its offsets."""
    return tuple(_compared(story) for story in sorted(p for p in folder.iterdir() if (p / "gold.json").exists()))


def _compared(story: Path) -> Compared:
    report: dict[str, Any] = json.loads(dumps(compare_story(load_story([story]), Settings())))
    gold_score.check_quotes(report, story)  # type: ignore[no-untyped-call]  # a verbatim copy
    return Compared(story.name, json.loads((story / "gold.json").read_text()), report)
