"""What each cause rests on is told from the report alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.model.report import Cause, FindingRecord, MentionRecord, Report, Scope, ValueRecord
from discrepancy.report.causes import grounds
from tests.report.stories import article, ferry, mention

A = replace(mention("a", "The wall is 10 km long.", "10 km"), attribution="the mayor", scope=Scope(place="Norlund"))
B = replace(
    mention("b", "It is about 6 miles long.", "about 6 miles"), approximation="about", attribution="a builder", scope=Scope(place="Hartley")
)
DAYS = {"a": "2031-05-04", "b": "2031-05-06"}


def value(label: str, low: str | None, high: str | None, unit: str | None, *mentions: MentionRecord) -> ValueRecord:
    return ValueRecord(label, low, high, unit, None, None, mentions)


def finding(cause: Cause, *values: ValueRecord, kind: str = "quantity", explanation: str = "x.") -> tuple[Report, FindingRecord]:
    made = FindingRecord("f", "wall", kind, "imprecise", (cause,), 0.5, 0.5, explanation, values)
    articles = tuple(replace(article(id, f"{id.upper()} Post"), published=day) for id, day in DAYS.items())
    return replace(ferry(), articles=articles, findings=(made,)), made


WALL = (value("10 km", "9.5", "10.5", "kilometre", A), value("about 6 miles", "5.5", "6.5", "mile", B))


@pytest.mark.parametrize(
    ("cause", "values", "told"),
    [
        ("unit", WALL, "about 6 miles is 8.851 to 10.461 kilometre"),
        ("hedge", WALL, "about 6 miles: “about” leaves room on both sides"),
        ("scope", WALL, "10 km: Norlund (A Post); about 6 miles: Hartley (B Post)"),
        ("attribution", WALL, "10 km: the mayor (A Post); about 6 miles: a builder (B Post)"),
        ("update", WALL, "10 km: 2031-05-04 (A Post); about 6 miles: 2031-05-06 (B Post)"),
        ("internal", (value("9", "9", "9", None, A), value("8", "8", "8", None, A)), "A Post says 9 and 8"),
        (
            "rounding",
            (value("1,240", "1235", "1245", None, A), value("1,200", "1150", "1250", None, B)),
            "1,240 lies in what 1,200 stands for, 1,150 to 1,250",
        ),
        ("spelling", (value("Holm", None, None, None, A), value("Hollm", None, None, None, B)), "Holm / Hollm"),
        ("bound", WALL, ""),
        ("granularity", WALL, ""),
    ],
)
def test_a_cause_names_what_it_rests_on(cause: Cause, values: tuple[ValueRecord, ...], told: str) -> None:
    report, made = finding(cause, *values)
    assert grounds(cause, report, made) == told


def test_a_slip_and_a_part_are_told_as_the_explanation_has_them() -> None:
    report, made = finding("magnitude", *WALL, explanation="A says x, B y: z. A likely slip: 38 is 3.8 moved by one place. Also said: 4.")
    assert grounds("magnitude", report, made) == "38 is 3.8 moved by one place"
    report, made = finding("part-whole", *WALL, explanation="A says x, B y: z. B Post gives a part: “seven of them”.")
    assert grounds("part-whole", report, made) == "B Post gives a part: “seven of them”"


@pytest.mark.parametrize(
    "cause", ["rounding", "hedge", "unit", "scope", "update", "attribution", "internal", "magnitude", "spelling", "bound"]
)
def test_nothing_in_it_steers_a_terminal(cause: Cause) -> None:
    bad = replace(A, attribution="\x1b]52;c;\x07", scope=Scope(place="\u202e"))
    report, made = finding(
        cause, value("\x1b[2J", "1", "2", "mile", bad), value("\x9b31m", "1", "3", "kilometre", replace(bad, article="b"))
    )
    assert not set("\x1b\x07\u202e\x9b") & set(grounds(cause, report, made))
