"""A story that is still being read: its articles, one by one, before they are compared."""

from __future__ import annotations

from discrepancy import __version__
from discrepancy.model.article import Article, Story
from discrepancy.model.report import ArticleRecord, Report, SkippedRecord, Tool
from discrepancy.review.loaded import Loaded, Observer


def listed(story: Story) -> Report:
    """A report of what was read, without findings."""
    skipped = tuple(SkippedRecord(one.path, one.reason) for one in story.skipped)
    return Report(
        "discrepancy-report", 1, Tool("discrepancy", __version__), {}, tuple(map(_record, story.articles)), skipped, (), story.warnings
    )


def figures_of(story: Story, observer: Observer) -> dict[str, int]:
    """How many figures and dates each article states, by id, told to the observer as they are read."""
    from discrepancy.pipeline import read_figures

    report, texts = listed(story), {article.id: article.text for article in story.articles}
    figures: dict[str, int] = {}
    for number, article in enumerate(story.articles):
        observer.arrived(Loaded(report, texts, figures=dict(figures), whole=False))
        observer("reading figures", number, len(story.articles))
        figures[article.id] = len(read_figures(article))
    observer.arrived(Loaded(report, texts, figures=figures, whole=False))
    return figures


def _record(article: Article) -> ArticleRecord:
    return ArticleRecord(
        article.id, article.source, article.title, article.url, article.published.isoformat() if article.published else None,
        article.language, article.path, article.sha256, len(article.text), article.warnings,
    )  # fmt: skip
