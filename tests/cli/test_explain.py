"""`discrepancy explain`: over articles and over a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from discrepancy.report.jsonreport import dumps
from tests.cli.conftest import Call
from tests.report.stories import ferry, hostile


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.json"
    path.write_bytes(dumps(ferry()))
    return path


def test_a_report_with_its_ledger_is_explained(call: Call, report: Path) -> None:
    ended = call("explain", "f-aboard", report)
    assert ended.status == 0
    assert ended.out == (
        "✗ CONFLICT  passengers aboard\n"
        "  count, id f-aboard, severity 0.900, confidence 0.800\n"
        "  conflict: at least two of the values cannot both be true as answers to one question.\n"
        "  At least 40 leaves no room for the coast guard's 38.\n"
        "\n"
        "The values\n"
        "  A  at least 40 passengers  [at least 40]\n"
        "     Harbour Post: “at least 40 passengers”\n"
        "       = 40; “at least” is open above; no limit above: at least 40\n"
        "  B  38 passengers  [38]\n"
        "     The Coast, d: “38 passengers”\n"
        "       = 38 to the unit: 38\n"
        "  No value fits both: the gap runs from 38 to 40.\n"
        "\n"
        "The causes\n"
        "  bound: one gives a bound (at least, up to) that the other keeps\n"
        "\n"
        "Why these were put together (log odds: + for, - against)\n"
        "    +1.250  ++++++++++++++++  the same head noun\n"
        "    -0.500  ------            another speaker\n"
    )


def test_a_report_without_a_ledger_says_so(call: Call, report: Path) -> None:
    assert "the report carries no ledger for this finding" in call("explain", "f-hour", report).out


def test_over_articles_the_weights_are_made_anew(call: Call, story: Path) -> None:
    id = json.loads(call("compare", story, "--format", "json").out)["findings"][0]["id"]
    ended = call("explain", id[:6], story)
    assert ended.status == 0
    assert "Why these were put together (log odds" in ended.out


@pytest.mark.parametrize(
    ("id", "said"), [("nothing", "there is no finding 'nothing'; the first are f-aboard"), ("f-", "3 findings"), ("", "no finding")]
)
def test_an_id_that_names_no_one_finding_is_status_2(call: Call, report: Path, id: str, said: str) -> None:
    ended = call("explain", id, report)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("words", ["\x1b]52;c;aGk=\x07", "\u202e", "\x9b31m"])
def test_nothing_steers_the_terminal(call: Call, tmp_path: Path, words: str) -> None:
    (tmp_path / "h.json").write_bytes(dumps(hostile(words)))
    ended = call("explain", "f-aboard", tmp_path / "h.json")
    assert ended.status == 0
    assert not set(words) & set("\x1b\x07\u202e\x9b") & set(ended.out)
