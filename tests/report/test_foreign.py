"""A report that another hand wrote: whatever its fields hold, every format is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from discrepancy.model.report import FindingRecord, Report
from discrepancy.report.numberline import number_line
from discrepancy.report.sides import quoted
from tests.report.stories import FERRY, ferry, mention
from tests.report.test_formats import RENDER, parsed

ENDS = [
    "1e299",
    "-1e299",
    "1e-299",
    "1E+999999999",
    "NaN",
    "-Infinity",
    "",
    "0",
    "-0",
    "x",
    "9" * 400,
    "2031-05-04",
    "0001-01-01",
    "9999-12-31T23:59",
]


def with_ends(kind: str, low: str | None, high: str | None) -> FindingRecord:
    first = ferry().findings[0]
    value = replace(first.values[0], low=low, high=high)
    return replace(first, kind=kind, values=(value, *first.values[1:]))


def with_finding(finding: FindingRecord) -> Report:
    return replace(ferry(), findings=(finding,))


@pytest.mark.parametrize("form", RENDER)
@pytest.mark.parametrize("kind", ["count", "date", "person", "nonsense"])
def test_any_ends_of_an_interval(form: str, kind: str) -> None:
    for low, high in zip([*ENDS, None], [None, *ENDS[::-1]], strict=True):
        assert RENDER[form](with_finding(with_ends(kind, low, high)))


@pytest.mark.parametrize("ends", [("1e299", "1e-299"), ("-1e299", "1e299"), ("0", "1e299")])
def test_a_line_stays_within_its_width(ends: tuple[str, str]) -> None:
    line = number_line(with_ends("count", *ends))
    assert line is not None
    assert all(0 <= bar.start <= 100 and 0 <= bar.end <= 100 for bar in line.bars)


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (0, 0), (10_000, 10_022), (28, 51), (50, 28)])
def test_a_quote_that_its_sentence_does_not_hold_stands_alone(start: int, end: int) -> None:
    said = replace(mention("a", FERRY, "at least 40 passengers"), start=start, end=end)
    assert (quoted(said).before, quoted(said).quote, quoted(said).after) == ("", "at least 40 passengers", "")


@pytest.mark.parametrize("form", RENDER)
@pytest.mark.parametrize(
    "change",
    [
        lambda r: replace(r, articles=()),
        lambda r: replace(r, findings=()),
        lambda r: replace(r, findings=tuple(replace(f, values=()) for f in r.findings)),
        lambda r: replace(r, findings=tuple(replace(f, values=tuple(replace(v, mentions=()) for v in f.values)) for f in r.findings)),
        lambda r: replace(r, findings=tuple(replace(f, id="", topic="", explanation="", kind="") for f in r.findings)),
        lambda r: replace(r, settings={"<b>": "<i>", "n": 1.5}),
        lambda r: replace(r, findings=(replace(r.findings[0], values=r.findings[0].values * 40),)),
    ],
    ids=["no articles", "no findings", "no values", "no mentions", "no words", "settings", "80 values"],
)
def test_what_is_missing_or_too_much(form: str, change: Callable[[Report], Report]) -> None:
    written = RENDER[form](change(ferry()))
    if form == "html":
        parsed(written)
