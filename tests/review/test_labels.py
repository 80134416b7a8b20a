"""Judgements as labels, and a report measured against labels: the same figures as the project's scorer."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import UnusableJudgements
from discrepancy.model import Article
from discrepancy.model.judgement import Judgement
from discrepancy.model.report import Report
from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from discrepancy.review.attach import anchor
from discrepancy.review.gold import Gold, read_gold
from discrepancy.review.labels import labels
from discrepancy.review.score import Score, score
from discrepancy.review.standing import constraints, judged
from tests import check_gold, gold_score
from tests.report.stories import COAST, EARLY, FERRY, LATE, TITLE, ferry
from tests.review.judging import at, judgements

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
STORIES = sorted(path.parent for path in SAMPLES.glob("*/gold.json"))
ARTICLES = tuple(Article(id, id, TITLE, text) for id, text in (("a", f"{FERRY}{LATE}"), ("b", COAST), ("c", EARLY), ("d", COAST)))


def resolved(gold: dict[str, Any], texts: dict[tuple[str, str], str]) -> dict[str, Any]:
    """The labels with the offsets of their quotes, as the scorer needs them."""
    for label in [m for f in gold["facets"] for m in f["mentions"]] + [t[end] for t in gold.get("traps", []) for end in "ab"]:
        start = -1
        for _ in range(label.get("nth", 1)):
            start = texts[label["article"], label.get("in", "text")].index(label["quote"], start + 1)
        label["start"], label["end"] = start, start + len(label["quote"])
    return gold


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("sensitivity", ["strict", "wide"])
def test_the_figures_are_those_of_the_scorer(folder: Path, sensitivity: Any) -> None:
    from discrepancy.model.settings import Settings

    story = load_story([folder])
    report = compare_story(story, Settings(sensitivity=sensitivity))
    texts = {(article.id, field): article.field_text(field) for article in story.articles for field in ("text", "title")}
    written = (folder / "gold.json").read_bytes()
    ours = score(read_gold(written, texts), report)
    theirs, notes = gold_score.score(resolved(json.loads(written), texts), json.loads(dumps(report)))  # type: ignore[no-untyped-call]
    assert {name: number for name, number in ours.counts.items() if number} == {name: number for name, number in theirs.items() if number}
    assert len(ours.misses) == sum(kind.startswith("missed") for kind, _ in notes)
    assert len(ours.false) == sum(kind in ("false-flag", "trap") for kind, _ in notes)


def labelled(*said: Judgement, report: Report | None = None) -> dict[str, Any]:
    return labels(report or ferry(), said, ARTICLES, "ferry")


def test_what_is_confirmed_is_a_question_with_its_verdict() -> None:
    ann = judgements()[:3]
    made = labelled(replace(ann[0], act="confirm", reason=None, note="the manifest says so"), *ann[1:])
    assert [(facet["kind"], facet["verdict"]) for facet in made["facets"]] == [
        ("count", "conflict"),
        ("date", "imprecise"),
        ("person", "agree"),
    ]
    assert made["facets"][0]["conflicting"] == [["A", "B"]]
    assert made["facets"][0]["why"] == "the manifest says so"
    assert made["facets"][1]["right"] == ["A"]
    assert [mention["group"] for mention in made["facets"][0]["mentions"]] == ["A", "B", "B"]


@pytest.mark.parametrize(
    ("reason", "verdicts", "traps"),
    [("both-true", ["imprecise"], 0), ("not-worth-it", ["conflict"], 0), ("not-the-same", [], 1), ("misread", [], 1)],
)
def test_what_is_dismissed_is_labelled_by_its_reason(reason: Any, verdicts: list[str], traps: int) -> None:
    made = labelled(judged(ferry().findings[0], "dismiss", "Ann", at(1), reason=reason))
    assert [facet["verdict"] for facet in made["facets"]] == verdicts
    assert len(made["traps"]) == traps


def test_what_nobody_decided_is_left_out() -> None:
    aboard = ferry().findings[0]
    call = judged(aboard, "call", "Ann", at(1))
    stale = judged(aboard, "confirm", "Ann", at(1), values=("1", "2"))
    disputed = judgements()[0], judgements()[3]
    for said in ((), (call,), (stale,), disputed):
        assert labelled(*said) == {"cluster": "ferry", "partial": True, "facets": [], "traps": []}


def test_what_was_split_is_a_trap() -> None:
    aboard = ferry().findings[0]
    (trap,) = labelled(judged(aboard, "split", "Ann", at(1), marks=(anchor(aboard.values[0].mentions[0]),), note="of another day"))["traps"]
    assert (trap["a"]["quote"], trap["b"]["quote"], trap["why"]) == ("at least 40 passengers", "38 passengers", "of another day")


def test_labels_of_a_whole_story_pass_the_checker_and_score_in_full(tmp_path: Path) -> None:
    story = load_story([SAMPLES / "quake"])
    report = compare_story(story)
    said = [judged(f, "confirm", "Ann", at(n)) for n, f in enumerate(report.findings)]
    for article in story.articles:
        record = {"source": article.source, "title": article.title, "text": article.text}
        (tmp_path / f"{article.id}.json").write_text(json.dumps(record), encoding="utf-8")
    made = labels(report, said, story.articles, "quake")
    (tmp_path / "gold.json").write_text(json.dumps(made), encoding="utf-8")
    assert check_gold.main(tmp_path, tmp_path / "gold.json") == 0  # type: ignore[no-untyped-call]
    written = (tmp_path / "gold.json").read_bytes()
    assert {**json.loads(written), "facets": None} == {**made, "facets": None}
    assert json.loads(written)["facets"] == made["facets"], "the checker finds each quote where the label has it"
    found = score(read_gold(written, {}), report)
    assert (found.found("c").recall.value, found.found("f").recall.value) == (1.0, 1.0)
    assert found.aligned.recall.value == 1.0
    assert found.counts["unjudged"] == 0


def test_a_finding_that_nobody_judged_is_not_counted_against_the_program() -> None:
    story = load_story([SAMPLES / "bakery"])
    report = compare_story(story)
    conflicts = [f for f in report.findings if f.verdict == "conflict"]
    wrong = judged(conflicts[1], "dismiss", "Ann", at(2), reason="not-the-same")
    made = json.dumps(labels(report, [judged(conflicts[0], "confirm", "Ann", at(1)), wrong], story.articles, "bakery")).encode()
    found = score(read_gold(made, {}), report)
    assert (found.counts["c_tp"], found.counts["c_fp"]) == (1, 1)
    assert (found.counts["t"], found.counts["t_kept"]) == (len(list(combinations(conflicts[1].values, 2))), 0)
    assert found.counts["unjudged"] == sum(f.verdict != "agree" for f in report.findings) - 2
    whole = score(replace(read_gold(made, {}), partial=False), report)
    assert whole.counts["f_fp"] == found.counts["unjudged"] + 1


def test_a_split_is_measured_by_the_run_that_holds_to_it() -> None:
    story = load_story([SAMPLES / "quake"])
    report = compare_story(story)
    first = next(f for f in report.findings if f.verdict == "conflict" and len(f.values) > 2)
    said = [judged(first, "split", "Ann", at(1), marks=(anchor(first.values[-1].mentions[0]),))]
    now = compare_story(story, None, None, constraints(said))
    gold = read_gold(json.dumps(labels(now, said, story.articles, "quake")).encode(), {})
    assert score(gold, report).share("t_kept", "t").value == 0.0
    assert score(gold, now).share("t_kept", "t").value == 1.0


def test_scores_add_up_and_nothing_is_no_share() -> None:
    one = Score(score(Gold("x", (), (), False), ferry()).counts, ("a",), ("b",))
    assert (one + one).counts["f_fp"] == 2 * one.counts["f_fp"] == 4
    assert (one + one).misses == ("a", "a")
    assert one.found("c").recall.value is None
    assert one.found("c").f1 == 0.0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (b"{", "no JSON"),
        (b"[]", "`facets` is needed"),
        (b'{"facets": [{"id": "f1"}]}', "facets[0]: it is no labelled question"),
        (b'{"facets": [{"id": "f1", "kind": "count", "verdict": "conflict", "mentions": []}]}', "`conflicting`"),
        (b'{"facets": [], "traps": [{"a": {"article": "a", "quote": "x"}}]}', "traps[0].a: “x” of a"),
    ],
)
def test_labels_that_cannot_be_read_are_refused_with_their_place(told: bytes, said: str) -> None:
    with pytest.raises(UnusableJudgements) as caught:
        read_gold(told, {})
    assert said in str(caught.value)
