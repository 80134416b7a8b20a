"""The whole comparison: what it finds in the samples, the same whatever the order, quotes at their offsets, clear words where there is
nothing to compare."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from discrepancy.model import Article, Story
from discrepancy.model.settings import Settings
from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from discrepancy.report.text import Page, render

STORIES = ("distillation", "quake")


def article(name: str, text: str, title: str = "") -> Article:
    return Article(name, name, title, text)


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_articles_changes_no_byte(samples: Path, story: str) -> None:
    loaded = load_story([samples / story])
    paths = [p for p in (samples / story).iterdir() if p.name != "gold.json"]
    random.Random(3).shuffle(paths)
    assert {a.id for a in load_story(paths).articles} == {a.id for a in loaded.articles}
    first = compare_story(loaded, Settings())
    again = compare_story(load_story([samples / story]), Settings())
    assert dumps(first) == dumps(again)


@pytest.mark.parametrize("story", STORIES)
def test_every_quote_is_the_slice_at_its_offsets(samples: Path, story: str) -> None:
    loaded = load_story([samples / story])
    fields = {(a.id, f): a.field_text(f) for a in loaded.articles for f in ("title", "text")}
    report = compare_story(loaded, Settings())
    mentions = [m for f in report.findings for v in f.values for m in v.mentions]
    assert len(mentions) > 50
    for m in mentions:
        text = fields[m.article, m.field]
        assert text[m.start : m.end] == m.quote
        assert text[m.sentence.start : m.sentence.end] == m.sentence.text
        assert text[m.paragraph.start : m.paragraph.end] == m.paragraph.text
        assert m.paragraph.start <= m.sentence.start <= m.start < m.end <= m.sentence.end <= m.paragraph.end
        assert text[: m.start].endswith(m.prefix)
        assert text[m.end :].startswith(m.suffix)


@pytest.mark.parametrize("story", STORIES)
def test_findings_keep_the_contract(samples: Path, story: str) -> None:
    report = compare_story(load_story([samples / story]), Settings(with_ledger=True))
    severities = [f.severity for f in report.findings]
    assert severities == sorted(severities, reverse=True)
    assert len({f.id for f in report.findings}) == len(report.findings)
    for f in report.findings:
        assert (f.verdict == "agree") == (len(f.values) == 1)
        assert 0 <= f.severity <= 1
        assert 0 <= f.confidence <= 1
        assert f.explanation.endswith(".")
        assert f.topic


@pytest.mark.parametrize("story", STORIES)
def test_the_sample_is_told_as_when_a_person_last_read_it(samples: Path, story: str) -> None:
    """UPDATE_GOLDEN=1 writes tests/golden/<story>.txt anew; read the change before committing it."""
    golden = Path(__file__).parent / "golden" / f"{story}.txt"
    told = render(compare_story(load_story([samples / story]), Settings()), Page(width=110, agreements=True))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_stricter_shows_no_more(samples: Path) -> None:
    story = load_story([samples / "quake"])
    flagged = [
        sum(f.verdict != "agree" for f in compare_story(story, Settings(sensitivity=s)).findings) for s in ("strict", "normal", "wide")
    ]
    assert flagged == sorted(flagged)
    assert flagged[0] > 0


def test_one_article_alone_is_no_comparison() -> None:
    report = compare_story(Story((article("01", "The ferry carried 53 passengers and sank on Friday."),)), Settings())
    assert [f for f in report.findings if f.verdict != "conflict"] == []


def test_an_article_without_a_figure_is_said_to_be_so() -> None:
    articles = (article("01", "The ferry carried 53 passengers."), article("02", "The ferry sank while its captain slept."))
    report = compare_story(Story(articles), Settings())
    assert [a.comparable for a in report.articles] == [True, False]
    assert "states nothing that can be compared" in report.articles[1].warnings


def test_articles_of_another_story_are_named(samples: Path) -> None:
    quake = load_story([samples / "quake"]).articles
    stranger = load_story([samples / "distillation"]).articles[0]
    story = Story((*quake[:4], Article("99", stranger.source, stranger.title, stranger.text)))
    assert any("more than one story" in w and "99" in w for w in compare_story(story, Settings()).warnings)
    assert compare_story(Story(quake), Settings()).warnings == ()


@pytest.mark.parametrize("text", ["", " ", "[/]", "\x1b]52;c;aGk=\x07 29 million", "9" * 5000, "2\u200b9 million people"])
def test_hostile_articles_are_compared(text: str) -> None:
    report = compare_story(Story((article("01", text), article("02", text + " 29 million people"))), Settings())
    assert len(report.articles) == 2
