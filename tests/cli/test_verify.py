"""`discrepancy verify`: with the articles no changed byte passes; without them it says how far it went."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import discrepancy
from discrepancy.report.jsonreport import dumps
from tests.cli.conftest import Call

STEPS = list[str | int]


def leaves(value: Any, path: STEPS) -> Iterator[tuple[STEPS, Any]]:
    """Each value that is neither object nor list, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, [*path, key])
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, [*path, place])
    else:
        yield path, value


def other(value: Any) -> Any:
    """A value of the same type that is not the same."""
    if isinstance(value, bool) or value is None:
        return "x" if value is None else not value
    if isinstance(value, str):
        return {"conflict": "imprecise", "imprecise": "conflict", "agree": "conflict"}.get(value) or (
            value[:-1] + ("y" if value[-1:] == "x" else "x")
        )
    return value + (1 if isinstance(value, int) else -0.001)


def field(path: STEPS) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))


def written(path: STEPS) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


@pytest.fixture
def report(samples: Path, tmp_path: Path) -> Path:
    """A report on a sample story, with its ledger."""
    path = tmp_path / "report.json"
    path.write_bytes(dumps(discrepancy.compare(samples / "bakery", with_ledger=True)))
    return path


def test_a_report_holds_against_its_articles(call: Call, samples: Path, report: Path) -> None:
    ended = call("verify", report, samples / "bakery")
    assert (ended.status, ended.out) == (0, "it holds: run again on 5 articles, it gives the same bytes\n")


def test_settings_are_those_of_the_report(call: Call, samples: Path, tmp_path: Path) -> None:
    call("compare", samples / "quake", "--format", "json", "--sensitivity", "wide", "--published", "2026-03-12", "-o", tmp_path / "r.json")
    assert call("verify", tmp_path / "r.json", samples / "quake").status == 0


def test_without_articles_it_says_that_this_is_all_it_could_check(call: Call, report: Path) -> None:
    ended = call("verify", report)
    assert ended.status == 0
    assert "this is all that could be checked" in ended.out
    assert call("verify", "-", given=report.read_bytes()) == ended


def test_one_changed_value_of_each_kind_of_field_is_found_and_named(call: Call, samples: Path, report: Path) -> None:
    """One of each kind of field that the contract names."""
    document = json.loads(report.read_bytes())
    seen: set[str] = set()
    missed, misnamed = [], []
    story = discrepancy.load(samples / "bakery")
    again = dumps(discrepancy.compare(story, with_ledger=True))
    from discrepancy.report.difference import first_difference

    for path, value in leaves(document, []):
        if field(path) in seen:
            continue
        seen.add(field(path))
        place = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = other(value)
        difference = first_difference(document, json.loads(again))
        if difference is None:
            missed.append(written(path))
        elif difference.path != written(path):
            misnamed.append((written(path), difference.path))
        place[path[-1]] = value
    assert len(seen) > 40
    assert (missed, misnamed) == ([], [])


@pytest.mark.parametrize(
    ("way", "value", "named"),
    [
        (["articles", 1, "title"], "x", "articles[1].title: the report has"),
        (["findings", 0, "values", 0, "low"], "7", "findings[0].values[0].low: the report has"),
        (["findings", 0, "explanation"], "x", "findings[0].explanation: the report has"),
        (["findings", 0, "ledger", 0, "weight"], 9.5, "findings[0].ledger[0].weight: the report has 9.5, the articles give"),
        (["settings", "sensitivity"], "strict", ""),
        (["findings", 0, "values"], [], "findings[0].values[0]: the report has nothing, the articles give"),
    ],
)  # fmt: skip
def test_the_first_difference_is_told(call: Call, samples: Path, report: Path, way: STEPS, value: Any, named: str) -> None:
    document = json.loads(report.read_bytes())
    place = document
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value
    report.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    ended = call("verify", report, samples / "bakery")
    assert ended.status == 1
    assert ended.out.startswith(f"it does not hold:\n{named}")


def test_other_bytes_of_the_same_content_do_not_hold(call: Call, samples: Path, report: Path) -> None:
    report.write_bytes(report.read_bytes() + b" ")
    ended = call("verify", report, samples / "bakery")
    assert ended.status == 1
    assert "the same content, not in the bytes that this program writes" in ended.out


def test_a_changed_article_is_found(call: Call, tmp_path: Path, story: Path) -> None:
    call("compare", story, "--format", "json", "-o", tmp_path / "r.json")
    (story / "a.json").write_text((story / "a.json").read_text().replace("Seven", "Eight"))
    ended = call("verify", tmp_path / "r.json", story)
    assert ended.status == 1
    assert "articles[0].sha256: the report has" in ended.out


def test_an_older_version_is_checked_as_far_as_it_goes(call: Call, samples: Path, report: Path) -> None:
    report.write_bytes(report.read_bytes().replace(b'"version": "0.1.0"', b'"version": "0.0.9"'))
    ended = call("verify", report, samples / "bakery")
    assert ended.status == 0
    assert "it was written by discrepancy 0.0.9" in ended.out
    assert "come out the same today" in ended.out
    report.write_bytes(report.read_bytes().replace(b'"quote": "$2.4 billion"', b'"quote": "$2.5 billion"', 1))
    assert call("verify", report, samples / "bakery").status == 1


def test_an_older_report_with_other_articles_does_not_hold(call: Call, samples: Path, report: Path) -> None:
    report.write_bytes(report.read_bytes().replace(b'"version": "0.1.0"', b'"version": "0.0.9"'))
    ended = call("verify", report, samples / "quake")
    assert ended.status == 1
    assert "articles[0].sha256: is that of other bytes" in ended.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a JSON report"),
        (b"{}", "`format` is not"),
        (b'{"format": "discrepancy-report", "version": 2}', "version 2"),
        (b"\xff", "not a JSON"),
    ],
)
def test_what_is_no_report_is_status_2(call: Call, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "r.json").write_bytes(content)
    ended = call("verify", tmp_path / "r.json")
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err
    assert "r.json" in ended.err


def test_a_report_that_is_not_there_is_status_2(call: Call, tmp_path: Path) -> None:
    assert call("verify", tmp_path / "none.json").status == 2
