"""A passage as it is pasted into a message: the sentence, and where it stands."""

from __future__ import annotations

from discrepancy.model.report import ArticleRecord
from discrepancy.review.sides import Statement


def quotation(statement: Statement) -> str:
    """The sentence that holds the value (the value itself where there is none), on one line."""
    sentence = statement.mention.sentence.text or statement.mention.quote
    return " ".join(sentence.split())


def citation(statement: Statement, article: ArticleRecord | None) -> str:
    """The quotation with its article's source, title, date and address, as far as they are known."""
    quoted = f"“{quotation(statement)}”"
    if article is None:
        return quoted
    title = f"“{' '.join(article.title.split())}”" if article.title else ""
    known = [part for part in (article.source, title, article.published or "", article.url or "") if part]
    return f"{quoted} ({', '.join(known or [article.id])})"
