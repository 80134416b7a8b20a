"""A report's mentions read again in their sentences, so that a report without its articles can be explained too."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from discrepancy.model.report import MentionRecord, Report

if TYPE_CHECKING:
    from discrepancy.report.explained import Arithmetic


def arithmetic_of(report: Report) -> Arithmetic:
    """How the interval of a mention came about, as `report.explained` asks for it; "" where its quote is not read the same alone."""
    from discrepancy.extraction import read_mentions
    from discrepancy.report.arithmetic import arithmetic

    published = {article.id: article.published for article in report.articles}

    def told(mention: MentionRecord) -> str:
        day = published.get(mention.article)
        try:
            reference = datetime.date.fromisoformat(day) if day else None
        except ValueError:
            reference = None
        start = mention.start - mention.sentence.start
        for found in read_mentions(mention.sentence.text, reference):
            if (found.start, found.text) == (start, mention.quote):
                return arithmetic(found.value, found.kind)
        return ""

    return told
