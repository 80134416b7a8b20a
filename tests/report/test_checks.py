"""What a report alone can be checked for: one changed field of each kind is found, and named by its path."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

import discrepancy
from discrepancy.model.report import MentionRecord, Report, ValueRecord
from discrepancy.report.checks import flaws
from discrepancy.report.difference import first_byte, first_difference
from discrepancy.report.jsonreport import dumps
from discrepancy.report.meeting import alone, meet
from tests.report.stories import COAST, FERRY, ferry, mention


def identity(kind: str, mentions: Iterable[MentionRecord]) -> str:
    return "-".join([kind, *sorted(f"{said.article}{said.start}{said.quote}" for said in mentions)])


def sound() -> Report:
    """The shared report with ids that belong to its evidence."""
    report = ferry()
    findings = tuple(replace(f, id=identity(f.kind, [m for v in f.values for m in v.mentions])) for f in report.findings)
    return replace(report, findings=findings)


def changed(path: str, value: Any) -> Report:
    """The sound report with one field of it changed."""
    document = json.loads(dumps(sound()))
    place: Any = document
    *way, last = [int(step) if step.isdigit() else step for step in path.replace("[", ".").replace("]", "").split(".")]
    for step in way:
        place = place[step]
    place[last] = value
    return msgspec.convert(document, Report)


def test_a_sound_report_has_no_flaw() -> None:
    assert list(flaws(sound(), identity)) == []


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("articles[0].sha256", "0" * 63 + "x", "articles[0].sha256"),
        ("articles[0].characters", 5, "findings[0].values[0].mentions[0].end"),
        ("articles[0].published", "yesterday", "articles[0].published"),
        ("articles[1].id", "a", "articles"),
        ("articles[3].text", "short", "articles[3].characters"),
        ("findings[0].id", "0" * 12, "findings[0].id"),
        ("findings[0].kind", "money", "findings[0].id"),
        ("findings[0].kind", "score", "findings[0].kind"),
        ("findings[0].verdict", "imprecise", "findings[0].verdict"),
        ("findings[0].verdict", "agree", "findings[0].verdict"),
        ("findings[2].verdict", "imprecise", "findings[2].verdict"),
        ("findings[0].causes", ["bound", "bound"], "findings[0].causes"),
        ("findings[0].causes", ["internal"], "findings[0].causes"),
        ("findings[0].severity", 1.5, "findings[0].severity"),
        ("findings[1].severity", 0.95, "findings[1].severity"),
        ("findings[0].confidence", -0.1, "findings[0].confidence"),
        ("findings[0].values[0].low", "30", "findings[0].verdict"),
        ("findings[0].values[0].low", "4O", "findings[0].values[0].low"),
        ("findings[0].values[1].high", "37", "findings[0].values[1].low"),
        ("findings[0].values[0].mentions", [], "findings[0].values[0].mentions"),
        ("findings[1].values[0].low", "2031-05-03T21:60", "findings[1].values[0].low"),
        ("findings[2].values[0].low", "1", "findings[2].values[0].low"),
        ("findings[0].values[0].mentions[0].article", "z", "findings[0].values[0].mentions[0].article"),
        ("findings[0].values[0].mentions[0].field", "body", "findings[0].values[0].mentions[0].field"),
        ("findings[0].values[0].mentions[0].start", 27, "findings[0].values[0].mentions[0].end"),
        ("findings[0].values[0].mentions[0].end", 51, "findings[0].values[0].mentions[0].end"),
        ("findings[0].values[0].mentions[0].quote", "at least 41 passengers", "findings[0].values[0].mentions[0].sentence.text"),
        ("findings[0].values[0].mentions[0].prefix", "The ferry company said thet ", "findings[0].values[0].mentions[0].prefix"),
        ("findings[0].values[0].mentions[0].suffix", " were abroad", "findings[0].values[0].mentions[0].suffix"),
        ("findings[0].values[0].mentions[0].sentence.start", 1, "findings[0].values[0].mentions[0].sentence.end"),
        ("findings[0].values[0].mentions[0].sentence.text", FERRY.replace("40", "41"), "findings[0].values[0].mentions[0].sentence.text"),
        (
            "findings[0].values[0].mentions[0].sentence.text",
            FERRY.replace("ferry", "jerry"),
            "findings[0].values[0].mentions[0].paragraph.text",
        ),
        ("findings[0].values[0].mentions[0].paragraph.end", 3, "findings[0].values[0].mentions[0].paragraph.end"),
        ("findings[0].values[0].mentions[0].approximation", "maybe", "findings[0].values[0].mentions[0].approximation"),
    ],
)
def test_a_changed_field_is_found(path: str, value: Any, found: str) -> None:
    named = [flaw.path for flaw in flaws(changed(path, value), identity)]
    assert found in named


def test_quotes_are_held_against_the_articles_where_they_are_at_hand() -> None:
    said = replace(mention("b", COAST, "38 passengers"), article="b")
    report = sound()
    assert list(flaws(report, identity, {"a": FERRY + "x" * 902, "b": COAST, "d": COAST})) != []
    values = (ValueRecord("38 passengers", "38", "38", "passenger", None, None, (said,)),)
    one = replace(report.findings[0], id=identity("count", [said]), verdict="agree", causes=(), values=values)
    alone = replace(report, findings=(one,))
    assert list(flaws(alone, identity, {"b": COAST})) == []
    assert [flaw.path for flaw in flaws(alone, identity, {"b": COAST.replace("38", "39")})] == ["findings[0].values[0].mentions[0].quote"]
    assert [flaw.path for flaw in flaws(alone, identity, {"b": COAST.replace("aboard", "abroad")})] == [
        f"findings[0].values[0].mentions[0].{name}" for name in ("sentence.text", "paragraph.text", "suffix")
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind", "stands"),
    [
        (("40", None, "passenger"), ("38", "38", "passenger"), "count", False),
        (("28500000", "29000000", "exchange"), ("28800000", "28900000", "interaction"), "count", True),
        (("9.5", "10.5", "kilometre"), ("5.5", "6.5", "mile"), "quantity", True),
        (("9.5", "10.5", "kilometre"), ("9.5", "10.5", "mile"), "quantity", False),
        (("3.5", "4.5", "percent"), ("4.5", "5.5", "percent"), "percent", None),
        (("2", "2", "USD"), ("2", "2", "EUR"), "money", None),
        (("20", "13", ""), ("20", "14", ""), "count", None),
        (("2031-05-03", "2031-05-03", None), ("2031-05-04", "2031-05-04", None), "date", None),
        ((None, None, None), ("1", "1", None), "count", None),
    ],
)
def test_intervals_meet_or_not_or_that_cannot_be_said(
    one: tuple[str | None, ...], other: tuple[str | None, ...], kind: str, stands: bool | None
) -> None:
    values = [ValueRecord("x", low, high, unit, None, None, (mention("a", "x", "x"),)) for low, high, unit in (one, other)]
    assert meet(values[0], values[1], kind) is stands
    assert meet(values[1], values[0], kind) is stands


def test_the_value_that_fits_no_other_is_singled_out() -> None:
    first = ferry().findings[0]

    def sides(*ends: tuple[str, str]) -> frozenset[int]:
        values = tuple(replace(first.values[1], low=low, high=high) for low, high in ends)
        return alone(replace(first, values=values))

    assert sides(("23", "25"), ("24", "24"), ("29", "29")) == {2}
    assert sides(("1", "1"), ("2", "2"), ("3", "3")) == frozenset()
    assert sides(("1", "1"), ("2", "2")) == frozenset()
    assert alone(replace(first, verdict="imprecise", values=first.values * 2)) == frozenset()


@pytest.mark.parametrize("story", ["bakery", "distillation", "quake"])
def test_what_the_program_writes_has_no_flaw(samples: Path, story: str) -> None:
    from discrepancy.verdict.record import finding_id

    assert list(flaws(discrepancy.compare(samples / story), finding_id)) == []


def test_the_first_difference_is_named_by_its_path() -> None:
    found = first_difference({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]})
    assert found is not None
    assert (found.path, found.left, found.right) == ("a[1].b", '"x"', '"y"')


@pytest.mark.parametrize(
    ("left", "right", "path"),
    [
        ({}, {"a": 1}, "a"),
        ({"a": 1}, {}, "a"),
        ([1], [1, 2], "[1]"),
        ([1, 2], [1], "[1]"),
        (1, 1.0, ""),
        (None, False, ""),
        ([{}], [[]], "[0]"),
    ],
)
def test_what_is_missing_or_of_another_type_differs(left: Any, right: Any, path: str) -> None:
    found = first_difference(left, right)
    assert found is not None
    assert found.path == path


def test_equal_documents_do_not_differ() -> None:
    document = json.loads(dumps(ferry()))
    assert first_difference(document, json.loads(json.dumps(document))) is None
    assert first_byte(b"abc", b"abd") == 2
    assert first_byte(b"abc", b"ab") == 2
