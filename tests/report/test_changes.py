"""What is new, changed and resolved between two reports."""

from __future__ import annotations

import time
from dataclasses import replace

from discrepancy.model.report import FindingRecord, Report
from discrepancy.report.changes import changes
from tests.report.stories import COAST, ferry, mention


def with_findings(*findings: FindingRecord) -> Report:
    return replace(ferry(), findings=findings)


ABOARD, HOUR, SHIP = ferry().findings


def test_a_report_is_the_same_as_itself() -> None:
    found = changes(ferry(), ferry())
    assert (found.any, found.same, found.articles) == (False, 3, ())


def test_what_came_is_new_and_what_went_is_resolved() -> None:
    found = changes(with_findings(ABOARD, HOUR), with_findings(HOUR, SHIP))
    assert ([f.id for f in found.new], [f.id for f in found.resolved], found.same) == (["f-ship"], ["f-aboard"], 1)


def test_a_verdict_that_moved_is_a_change() -> None:
    found = changes(with_findings(ABOARD), with_findings(replace(ABOARD, verdict="imprecise", causes=("hedge",))))
    assert found.changed[0].what == ("conflict became imprecise", "causes: bound became hedge")


def test_another_id_with_the_same_quotes_elsewhere_in_the_text_is_no_change() -> None:
    values = tuple(
        replace(value, mentions=tuple(replace(said, start=said.start + 9, end=said.end + 9) for said in value.mentions))
        for value in ABOARD.values
    )
    found = changes(with_findings(ABOARD), with_findings(replace(ABOARD, id="f-moved", values=values)))
    assert (found.any, found.same) == (False, 1)


def test_another_source_for_a_value_is_a_change() -> None:
    second = replace(ABOARD.values[1], mentions=(mention("b", COAST, "38 passengers"),))
    found = changes(with_findings(ABOARD), with_findings(replace(ABOARD, id="f-fewer", values=(ABOARD.values[0], second))))
    assert found.changed[0].what == ("38 passengers: stated by The Coast, d, now by The Coast",)


def test_a_value_that_came_and_one_that_went_are_named() -> None:
    third = replace(ABOARD.values[1], label="39 passengers", low="39", high="39")
    found = changes(with_findings(ABOARD), with_findings(replace(ABOARD, values=(ABOARD.values[0], third))))
    assert found.changed[0].what == ("new value: 39 passengers (The Coast, d)", "value gone: 38 passengers (The Coast, d)")


def test_severity_confidence_and_wording_are_no_change() -> None:
    assert not changes(with_findings(ABOARD), with_findings(replace(ABOARD, severity=0.1, confidence=0.2, explanation="x", topic="y"))).any


def test_the_finding_that_shares_most_quotes_is_the_one_that_changed() -> None:
    part = replace(ABOARD, id="p", values=(ABOARD.values[0],), verdict="agree")
    whole = replace(ABOARD, id="w")
    found = changes(with_findings(ABOARD), with_findings(part, whole))
    assert [f.id for f in found.new] == ["p"]
    assert found.same == 1


def test_another_kind_is_another_question() -> None:
    found = changes(with_findings(ABOARD), with_findings(replace(ABOARD, id="x", kind="quantity")))
    assert (len(found.new), len(found.resolved)) == (1, 1)


def test_articles_that_came_went_or_changed_are_noted() -> None:
    articles = ferry().articles
    later = replace(ferry(), articles=(replace(articles[0], sha256="1" * 64), *articles[2:], replace(articles[1], id="z")))
    assert changes(ferry(), later).articles == ("article a has changed", "article b is gone", "article z is new")


def test_2000_findings_that_all_moved_are_matched_at_once() -> None:
    def numbered(prefix: str) -> Report:
        found = []
        for place in range(2000):
            said = mention("a", f"There were {place} ships.", f"{place} ships")
            found.append(replace(SHIP, id=f"{prefix}-{place}", kind="count", values=(replace(SHIP.values[0], mentions=(said,)),)))
        return with_findings(*found)

    start = time.perf_counter()
    assert changes(numbered("old"), numbered("new")).same == 2000
    assert time.perf_counter() - start < 1
