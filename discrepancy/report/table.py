"""The findings as CSV for a spreadsheet: one row a mention (RFC 4180, UTF-8), and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from discrepancy.model.report import ArticleRecord, FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.report.judged import NOTHING, beside, sentence
from discrepancy.report.sides import letter
from discrepancy.report.visible import one_line

COLUMNS = (
    "finding", "verdict", "kind", "topic", "causes", "severity", "confidence", "side", "label", "low", "high", "unit", "value",
    "article", "source", "published", "field", "start", "end", "quote", "sentence", "approximation", "attribution",
    "place", "time", "population", "explanation", "url",
)  # fmt: skip
_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "−")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), with the wide forms that some fold."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def render(report: Report) -> bytes:
    """A header, then a row for each mention in the report's order, lines ended by CR LF. Agreements are rows too.

    A report with judgements has two columns more: how the finding is judged, and what each reviewer says of it.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    said = beside(report)
    writer.writerow(COLUMNS if report.judgements is None else (*COLUMNS, "judged", "judgements"))
    articles = {article.id: article for article in report.articles}
    for finding in report.findings:
        own = said.get(finding.id, NOTHING)
        more = () if report.judgements is None else (inert(own.mark), inert("; ".join(map(sentence, own.said))))
        for side, value in enumerate(finding.values):
            for mention in value.mentions:
                writer.writerow((*_row(finding, side, value, mention, articles.get(mention.article)), *more))
    return written.getvalue().encode("utf-8", "replace")


def _row(finding: FindingRecord, side: int, value: ValueRecord, mention: MentionRecord, article: ArticleRecord | None) -> Iterator[str]:
    yield from map(inert, (finding.id, finding.verdict, finding.kind, finding.topic, " ".join(finding.causes)))
    yield from (f"{finding.severity:.3f}", f"{finding.confidence:.3f}", letter(side), inert(value.label))
    yield from (amount(value.low), amount(value.high), inert(value.unit), inert(value.value), inert(mention.article))
    yield from (inert(article.source), inert(article.published)) if article else ("", "")
    yield from (inert(mention.field), str(mention.start), str(mention.end), inert(mention.quote), inert(mention.sentence.text))
    yield from map(inert, (mention.approximation, mention.attribution, mention.scope.place, mention.scope.time, mention.scope.population))
    yield inert(finding.explanation)
    yield inert(article.url) if article else ""


def inert(text: str | None) -> str:
    """The text on one line, made visible, with ' before what would begin a formula; "" for None."""
    if text is None:
        return ""
    shown = one_line(text)
    return f"'{shown}" if shown.startswith(_RUNS) or text.startswith(_RUNS) else shown


def amount(written: str | None) -> str:
    """A number as it is, so that a spreadsheet can count with it, be it negative; anything else inert."""
    return written if written is not None and _NUMBER.fullmatch(written) else inert(written)
