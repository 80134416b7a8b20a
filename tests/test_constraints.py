"""Splits, merges and joins hold on the next run: through edited, added and renumbered articles, on every kind of finding."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from discrepancy.model import Article, Story
from discrepancy.model.judgement import Anchor, Constraint, Constraints, Judgement
from discrepancy.model.report import FindingRecord, Report
from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from discrepancy.review.attach import anchor, anchors
from discrepancy.review.standing import constraints, judged

AT = "2031-05-04T10:00:00Z"
SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@pytest.fixture(scope="module", params=["quake", "distillation", "bakery"])
def story(request: pytest.FixtureRequest) -> Story:
    return load_story([SAMPLES / request.param])


@pytest.fixture(scope="module")
def report(story: Story) -> Report:
    return compare_story(story)


def differing(report: Report) -> list[FindingRecord]:
    return [finding for finding in report.findings if finding.verdict != "agree"]


def held(story: Story, *judgements: Judgement) -> Report:
    return compare_story(story, None, None, constraints(judgements))


def split_last(finding: FindingRecord) -> Judgement:
    return judged(finding, "split", "Ann", AT, marks=(anchor(finding.values[-1].mentions[0]),))


def together(report: Report, one: Judgement) -> list[FindingRecord]:
    """Findings of the kind that hold the marked mention and another of those judged."""
    return [
        finding
        for finding in report.findings
        if finding.kind == one.kind and set(one.marks) & (own := set(anchors(finding))) and own & (set(one.evidence) - set(one.marks))
    ]


def test_no_constraints_change_no_byte(story: Story, report: Report) -> None:
    assert dumps(compare_story(story, None, None, Constraints())) == dumps(report)


def test_what_was_split_stays_apart_and_nothing_else_is_lost(story: Story, report: Report) -> None:
    for finding in differing(report)[::6]:
        split = split_last(finding)
        assert together(report, split)
        now = held(story, split)
        assert together(now, split) == []
        assert now.warnings == report.warnings
        touched = {f.id for f in report.findings if set(anchors(f)) & set(split.evidence)}
        assert {f.id for f in report.findings} - touched <= {f.id for f in now.findings}


def test_a_split_of_many_findings_at_once_holds_for_each(story: Story, report: Report) -> None:
    splits = [split_last(finding) for finding in differing(report)]
    now = held(story, *splits)
    assert [one.finding for one in splits if together(now, one)] == []
    assert len({finding.id for finding in now.findings}) == len(now.findings)


def test_a_split_holds_in_an_edited_and_renumbered_story(story: Story, report: Report) -> None:
    finding = next(f for f in differing(report) if all(m.field == "text" for v in f.values for m in v.mentions))
    split = split_last(finding)
    moved = tuple(replace(article, id=f"x{article.id}", text=f"First published at noon.\n\n{article.text}") for article in story.articles)
    renumbered = replace(split, evidence=_renamed(split.evidence), marks=_renamed(split.marks))
    assert together(compare_story(Story(moved)), renumbered)
    assert together(held(Story(moved), split), renumbered) == []


def _renamed(marks: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    return tuple(replace(mark, article=f"x{mark.article}") for mark in marks)


def test_two_findings_that_were_merged_are_one(story: Story, report: Report) -> None:
    found = differing(report)
    pairs = [(a, b) for a, b in pairwise(found) if a.kind == b.kind and a.kind in ("count", "money", "percent", "person")]
    for one, other in pairs:
        now = held(story, judged(one, "merge", "Ann", AT, marks=anchors(other)))
        assert any({*anchors(one), *anchors(other)} <= set(anchors(finding)) for finding in now.findings)
        assert not {one.id, other.id} & {finding.id for finding in now.findings}


def test_what_was_joined_is_in(story: Story, report: Report) -> None:
    first = next(f for f in differing(report) if f.kind == "count")
    other = next(f for f in report.findings if f.kind == "count" and f.id != first.id)
    mark = anchor(other.values[0].mentions[0])
    now = held(story, judged(first, "join", "Ann", AT, marks=(mark,)))
    assert [finding.id for finding in now.findings if mark in anchors(finding) and set(anchors(first)) <= set(anchors(finding))]


def test_a_withdrawn_split_changes_nothing(story: Story, report: Report) -> None:
    split = split_last(differing(report)[0])
    undo = replace(split, id="0" * 32, act="withdraw", supersedes=split.id)
    assert dumps(held(story, split, undo)) == dumps(report)


HURT = "A bridge over the Ardle collapsed on Monday. {} people were hurt in the collapse, the police of Corrin said."


def article(id: str, text: str) -> Article:
    return Article(id, f"Paper {id}", "", text, sha256=id * 64)


def small(*texts: str) -> Story:
    return Story(tuple(article(id, text) for id, text in zip("abcdef", texts, strict=False)))


def mark(story: Story, id: str, quote: str) -> Anchor:
    text = next(a.text for a in story.articles if a.id == id)
    start = text.index(quote)
    return Anchor(id, "text", quote, text[max(0, start - 32) : start], text[start + len(quote) : start + len(quote) + 32])


def test_a_missed_mention_that_nobody_read_is_read_when_it_is_joined() -> None:
    story = small(HURT.format("Seven"), HURT.format("Nine"), "It was a bad day in Corrin, said the mayor. The hurt: a dozen, she thought.")
    first = next(f for f in compare_story(story).findings if f.verdict == "conflict")
    now = held(story, judged(first, "join", "Ann", AT, marks=(mark(story, "c", "a dozen"),)))
    found = next(f for f in now.findings if set(anchors(first)) <= set(anchors(f)))
    assert [m.article for v in found.values for m in v.mentions if "dozen" in m.quote] == ["c"]
    assert len(found.values) == 3


@pytest.mark.parametrize(
    ("act", "marks", "said"),
    [
        ("join", [("c", "a bad day")], "no figure or date is read in “a bad day” of c"),
        ("join", [("c", "2026")], "cannot be compared with"),
        ("merge", [("c", "2026")], "cannot be compared with"),
    ],
)
def test_what_cannot_be_kept_is_a_warning(act: str, marks: list[tuple[str, str]], said: str) -> None:
    story = small(HURT.format("Seven"), HURT.format("Nine"), "It was a bad day in Corrin in May 2026, said the mayor.")
    base = compare_story(story)
    first = next(f for f in base.findings if f.verdict == "conflict")
    now = held(story, judged(first, act, "Ann", AT, marks=tuple(mark(story, *one) for one in marks)))  # type: ignore[arg-type]
    assert any(said in warning for warning in now.warnings)
    assert first.id in {f.id for f in now.findings}


def test_words_that_are_gone_are_told_and_another_story_is_passed_over() -> None:
    story = small(HURT.format("Seven"), HURT.format("Nine"))
    first = next(f for f in compare_story(story).findings if f.verdict == "conflict")
    split = split_last(first)
    edited = small(HURT.format("Seven"), HURT.format("Eleven"))
    assert any("no longer say" in warning for warning in held(edited, replace(split, marks=(mark(story, "b", "Nine people"),))).warnings)
    other = small("A cat sat on 3 mats.", "A cat sat on 4 mats.")
    assert not held(other, split).warnings


def test_a_yes_and_a_no_can_be_taken_apart() -> None:
    story = load_story([SAMPLES / "quake"])
    found = next(f for f in compare_story(story).findings if f.kind == "polarity" and f.verdict == "conflict")
    yes = next(v for v in found.values if v.value == "yes")
    now = held(story, judged(found, "split", "Ann", AT, marks=tuple(anchor(m) for m in yes.mentions)))
    assert not [f for f in now.findings if f.kind == "polarity" and f.verdict == "conflict" and set(anchors(f)) & set(anchors(found))]


def test_a_later_judgement_wins_over_an_earlier_one() -> None:
    story = small(HURT.format("Seven"), HURT.format("Nine"), HURT.format("Eight"))
    first = next(f for f in compare_story(story).findings if f.verdict == "conflict")
    split = split_last(first)
    join = replace(
        split, id="1" * 32, act="join", at="2031-05-04T11:00:00Z", evidence=tuple(m for m in split.evidence if m not in split.marks)
    )
    assert together(held(story, split), split) == []
    assert together(held(story, split, join), split) != []


def test_a_rule_without_words_does_nothing(story: Story, report: Report) -> None:
    empty = Constraints((Constraint("merge", "count", (), ()), Constraint("split", "count", (), ())))
    assert dumps(compare_story(story, None, None, empty)) == dumps(report)
