"""A story while it is read: what is shown before its end, and that this leaves the end as it would have been."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from discrepancy import pipeline
from discrepancy.model import Article, Story
from discrepancy.model.report import Report
from discrepancy.model.settings import Settings
from discrepancy.pipeline import Reading, compare_story, read_article
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from discrepancy.review.filling import Filling
from discrepancy.review.loaded import Loaded

SETTINGS = Settings(with_ledger=True)


class Watching:
    def __init__(self) -> None:
        self.told: list[str] = []
        self.arrivals: list[Loaded] = []

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.told.append(stage)

    def arrived(self, loaded: Loaded) -> None:
        self.arrivals.append(loaded)


class Slow:
    """A clock on which every look takes a while."""

    def __init__(self, each: float) -> None:
        self.now, self.each = 0.0, each

    def __call__(self) -> float:
        self.now += self.each
        return self.now


def compare(story: Story, readings: Mapping[str, Reading]) -> Report:
    return compare_story(story, SETTINGS, readings=readings)


@pytest.fixture
def quake(samples: Path) -> Story:
    return load_story([samples / "quake"])


def test_findings_arrive_before_the_last_article_is_read_and_stay(quake: Story) -> None:
    watching = Watching()
    Filling(quake, watching, compare, clock=Slow(1.0)).read()
    first = next(at for at, one in enumerate(watching.arrivals) if one.report.findings)
    shown = watching.arrivals[first]
    assert not any(one.whole for one in watching.arrivals)
    assert (shown.compared, len(shown.figures), len(shown.report.articles)) == (4, 4, 8)
    spoken = {mention.article for finding in shown.report.findings for value in finding.values for mention in value.mentions}
    assert spoken <= {article.id for article in quake.articles[:4]}
    assert all(one.report is shown.report and one.compared == 4 for one in watching.arrivals[first:])
    assert len(watching.arrivals[-1].figures) == 8
    assert "comparing 4 of 8 articles" in watching.told


def test_a_story_that_is_soon_read_is_compared_once(quake: Story) -> None:
    watching = Watching()
    Filling(quake, watching, compare, clock=Slow(0.001)).read()
    assert not any(one.report.findings for one in watching.arrivals)


@pytest.mark.parametrize("each", [0.001, 1.0])
def test_the_whole_is_the_same_to_the_byte(quake: Story, each: float) -> None:
    filling = Filling(quake, Watching(), compare, clock=Slow(each))
    filling.read()
    assert dumps(compare(quake, filling.readings)) == dumps(compare_story(quake, SETTINGS))


def test_no_article_is_read_twice(quake: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(article: Article) -> Reading:
        read.append(article.id)
        return read_article(article)

    monkeypatch.setattr(pipeline, "read_article", counting)
    filling = Filling(quake, Watching(), compare, clock=Slow(1.0))
    filling.read()
    compare(quake, filling.readings)
    assert read == [article.id for article in quake.articles]
