"""A story that is still being read: its articles, one by one, and what the first of them disagree on before all are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from discrepancy import __version__
from discrepancy.model.article import Article, Story
from discrepancy.model.judgement import Constraints
from discrepancy.model.report import ArticleRecord, Report, SkippedRecord, Tool
from discrepancy.review.loaded import NONE_HELD, Loaded, Observer
from discrepancy.review.showings import Showings

if TYPE_CHECKING:
    from discrepancy.pipeline import Reading

Compare = Callable[[Story, "Mapping[str, Reading]"], Report]
"""Compares a story of which some articles were read before, by id."""


def listed(story: Story) -> Report:
    """A report of what was read, without findings."""
    skipped = tuple(SkippedRecord(one.path, one.reason) for one in story.skipped)
    return Report(
        "discrepancy-report", 1, Tool("discrepancy", __version__), {}, tuple(map(_record, story.articles)), skipped, (), story.warnings
    )


class Filling:
    """Reads the articles of a story and tells the observer of each, and of what the first of them disagree on where all would take long.

    `readings` holds what was read, by article id, for the comparison of all; `constraints` are those that `compare` is held to.
    """

    def __init__(
        self,
        story: Story,
        observer: Observer,
        compare: Compare,
        constraints: Constraints = NONE_HELD,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.story, self.observer, self.compare, self.clock = story, observer, compare, clock
        self.readings: dict[str, Reading] = {}
        self._texts = {article.id: article.text for article in story.articles}
        self._shown = Loaded(listed(story), self._texts, constraints, whole=False)
        self._figures: list[int] = []

    @property
    def figures(self) -> dict[str, int]:
        """How many figures and dates each article states, by id, as far as they are read."""
        return {identifier: len(reading.figures) for identifier, reading in self.readings.items()}

    def read(self) -> None:
        """Read every article, showing what there is to show."""
        from discrepancy.pipeline import read_article

        articles = self.story.articles
        showings: Showings | None = None
        for number, article in enumerate(articles):
            self._arrive()
            self.observer("reading figures", number, len(articles))
            reading = self.readings[article.id] = read_article(article)
            self._figures.append(len(reading.figures))
            showings = showings or Showings(len(articles), self.clock())  # the first article also loads what reads it
            self._show(showings, most=1)
        self._arrive()
        if showings is not None:
            self._show(showings)

    def _arrive(self) -> None:
        self.observer.arrived(replace(self._shown, figures=self.figures))

    def _show(self, showings: Showings, most: int | None = None) -> None:
        """Compare the first articles as often as is due, at most so often."""
        while most != 0 and (count := showings.due(self._figures, self.clock())) is not None:
            most = None if most is None else most - 1
            began, total = self.clock(), len(self.story.articles)
            self.observer(f"comparing {count} of {total} articles", 0, 0)
            part = self.compare(replace(self.story, articles=self.story.articles[:count]), self.readings)
            showings.shown(count, sum(self._figures[:count]), began, self.clock())
            self._shown = replace(self._shown, report=replace(self._shown.report, findings=part.findings), compared=count)
            self._arrive()


def _record(article: Article) -> ArticleRecord:
    return ArticleRecord(
        article.id, article.source, article.title, article.url, article.published.isoformat() if article.published else None,
        article.language, article.path, article.sha256, len(article.text), article.warnings,
    )  # fmt: skip
