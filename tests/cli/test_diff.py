"""`discrepancy diff`: statuses and what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.report.jsonreport import dumps
from tests.cli.conftest import Call
from tests.report.stories import ferry, hostile


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, Path]:
    """A report and a later one, in which a conflict has become imprecise and an agreement is gone."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_bytes(dumps(ferry()))
    first, second, _ = ferry().findings
    new.write_bytes(dumps(replace(ferry(), findings=(replace(first, verdict="imprecise"), second))))
    return old, new


def test_the_same_is_status_0(call: Call, reports: tuple[Path, Path]) -> None:
    ended = call("diff", reports[0], reports[0])
    assert (ended.status, ended.out) == (0, "0 new, 0 changed, 0 resolved, 3 the same\n")


def test_a_difference_is_status_1_and_named(call: Call, reports: tuple[Path, Path]) -> None:
    ended = call("diff", *reports)
    assert ended.status == 1
    assert ended.out.splitlines() == [
        "0 new, 1 changed, 1 resolved, 1 the same",
        "~ changed imprecise f-aboard: passengers aboard",
        "  conflict became imprecise",
        "- resolved agree f-ship: the ship",
    ]


def test_for_programs(call: Call, reports: tuple[Path, Path]) -> None:
    told = json.loads(call("diff", *reports, "--format", "json").out)
    assert told["changed"][0]["was"]["verdict"] == "conflict"
    assert [finding["id"] for finding in told["resolved"]] == ["f-ship"]


def test_one_of_them_may_come_from_standard_input(call: Call, reports: tuple[Path, Path]) -> None:
    assert call("diff", "-", reports[1], given=reports[0].read_bytes()).status == 1
    assert call("diff", "-", "-", given=b"").status == 2


def test_what_is_no_report_is_status_2(call: Call, reports: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    ended = call("diff", reports[0], tmp_path / "x.json")
    assert (ended.status, ended.out) == (2, "")
    assert "x.json" in ended.err


@pytest.mark.parametrize("words", ["\x1b[2J", "a\nb", "\u202e"])
def test_nothing_steers_the_terminal(call: Call, reports: tuple[Path, Path], tmp_path: Path, words: str) -> None:
    (tmp_path / "h.json").write_bytes(dumps(hostile(words)))
    ended = call("diff", reports[0], tmp_path / "h.json")
    assert ended.status == 1
    assert not [character for character in ended.out if character in "\x1b\u202e"]
    assert ended.out.splitlines()[-1].strip() != "b"
