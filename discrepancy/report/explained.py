"""One finding explained: what its verdict and causes mean, how each interval came about, and why the mentions were put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from discrepancy.model.report import FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.report import words
from discrepancy.report.numberline import number_line
from discrepancy.report.sides import label_of, letter, name_of, source_names, topic_of
from discrepancy.report.spans import interval_words
from discrepancy.report.visible import one_line
from discrepancy.report.wrap import fill

Arithmetic = Callable[[MentionRecord], str]
"""A mention -> how its interval came about, "" where nothing can be said."""
_BAR = 16


def explained(report: Report, finding: FindingRecord, arithmetic: Arithmetic, width: int = 100) -> str:
    """Text for people that ends in a newline; nothing in it can steer a terminal."""
    return "\n".join(_lines(report, finding, arithmetic, width)) + "\n"


def _lines(report: Report, finding: FindingRecord, arithmetic: Arithmetic, width: int) -> Iterator[str]:
    yield f"{words.MARKS[finding.verdict]} {words.WORDS[finding.verdict].upper()}  {topic_of(finding)}"
    yield f"  {one_line(finding.kind)}, id {one_line(finding.id)}, severity {finding.severity:.3f}, confidence {finding.confidence:.3f}"
    yield from _wrapped(f"{finding.verdict}: {words.VERDICTS[finding.verdict]}.", 2, width)
    yield from _wrapped(one_line(finding.explanation), 2, width)
    yield ""
    yield "The values"
    names = source_names(report)
    for side, value in enumerate(finding.values):
        yield from _value(side, value, finding.kind, names, arithmetic, width)
    line = number_line(finding)
    if line is not None:
        yield from _wrapped(line.told, 2, width)
    if finding.causes:
        yield ""
        yield "The causes"
    for cause in finding.causes:
        yield from _wrapped(f"{cause}: {words.CAUSES[cause]}", 2, width)
    yield ""
    yield from _ledger(finding, width)


def _value(side: int, value: ValueRecord, kind: str, names: dict[str, str], arithmetic: Arithmetic, width: int) -> Iterator[str]:
    told = interval_words(value, kind)
    yield f"  {letter(side)}  {label_of(value)}" + (f"  [{told}]" if told else "")
    said: dict[tuple[str, str], list[str]] = {}
    for mention in value.mentions:
        said.setdefault((one_line(mention.quote), arithmetic(mention)), []).append(name_of(mention.article, names))
    for (quote, how), sources in said.items():
        yield from _wrapped(f"{', '.join(dict.fromkeys(sources))}: “{quote}”", 5, width)
        if how:
            yield from _wrapped(f"= {how}", 7, width)


def _ledger(finding: FindingRecord, width: int) -> Iterator[str]:
    if not finding.ledger:
        yield "Why these were put together: the report carries no ledger for this finding."
        return
    yield "Why these were put together (log odds: + for, - against)"
    most = max(abs(weight.weight) for weight in finding.ledger) or 1.0
    for weight in finding.ledger:
        bar = ("+" if weight.weight >= 0 else "-") * max(1, round(abs(weight.weight) / most * _BAR))
        reason, *more = fill(one_line(weight.reason), max(20, width - _BAR - 14))
        yield f"  {weight.weight:+8.3f}  {bar:<{_BAR}}  {reason}"
        yield from (" " * (_BAR + 14) + line for line in more)


def _wrapped(text: str, indent: int, width: int) -> Iterator[str]:
    for line in fill(text, max(20, width - indent)):
        yield " " * indent + line
