"""The figures and dates of an article that no finding holds: what a reviewer may say was missed."""

from __future__ import annotations

import datetime

from discrepancy.model.article import Article
from discrepancy.model.report import ArticleRecord, MentionRecord, Report


def missed(record: ArticleRecord, text: str, report: Report) -> tuple[tuple[str, MentionRecord], ...]:
    """(kind, mention) of each value of the article's title and text that is in no finding, title first, in the article's order.

    text    the whole article, at whose offsets the mentions stand.
    """
    from discrepancy.pipeline import read_figures
    from discrepancy.verdict.record import Passages

    article = Article(record.id, record.source, record.title, text, published=_day(record.published))
    taken = [
        (mention.field, mention.start, mention.end)
        for finding in report.findings
        for value in finding.values
        for mention in value.mentions
        if mention.article == record.id
    ]
    passages = Passages(article)
    return tuple(
        (found.kind, passages.record(found))
        for found in read_figures(article)
        if not any(field == found.field and start < found.end and end > found.start for field, start, end in taken)
    )


def _day(written: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError:
        return None
