"""One finding explained: what its verdict and causes mean, how each interval came about, and why the mentions were put together.

`sections` is the whole explanation as headings with lines, for any screen; `explained` is the same as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model.report import FindingRecord, MentionRecord, NearMiss, Report, ValueRecord, Weight
from discrepancy.report import words
from discrepancy.report.causes import grounds
from discrepancy.report.numberline import number_line
from discrepancy.report.sides import label_of, letter, name_of, source_names, topic_of
from discrepancy.report.spans import interval_words
from discrepancy.report.visible import one_line
from discrepancy.report.wrap import fill

Arithmetic = Callable[[MentionRecord], str]
"""A mention -> how its interval came about, "" where nothing can be said."""
_BAR = 16
_TELLING = 0.1
"""Log odds from which a weight of a mention that was left out is listed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the explanation: lines of at most the width asked for, indented by two; the heading is "" for the first."""

    heading: str
    lines: tuple[str, ...]


def explained(report: Report, finding: FindingRecord, arithmetic: Arithmetic, width: int = 100) -> str:
    """Text for people that ends in a newline; nothing in it can steer a terminal."""
    blocks = ["\n".join([*([part.heading] if part.heading else []), *part.lines]) for part in sections(report, finding, arithmetic, width)]
    return "\n\n".join([blocks[0], *blocks[1:]]) + "\n"


def sections(report: Report, finding: FindingRecord, arithmetic: Arithmetic, width: int = 100) -> tuple[Section, ...]:
    """What the finding says, its values with their arithmetic, its causes, its ledger, and the nearest mention that was left out.

    Nothing in it can steer a terminal. The ledger and the nearest mention are in a report that was made with its ledger.
    """
    parts = [
        Section("", tuple(_head(finding, width))),
        Section("The values", tuple(_values(report, finding, arithmetic, width))),
    ]
    if finding.causes:
        parts.append(Section("The causes", tuple(_causes(report, finding, width))))
    if finding.ledger:
        parts.append(Section("Why these were put together (log odds: + for, - against)", tuple(_weights(finding.ledger, width))))
    else:
        parts.append(Section("Why these were put together: the report carries no ledger for this finding.", ()))
    if finding.nearest is not None:
        parts.append(Section("The nearest mention that was not put with them", tuple(_nearest(report, finding.nearest, width))))
    return tuple(parts)


def _head(finding: FindingRecord, width: int) -> Iterator[str]:
    yield f"{words.MARKS[finding.verdict]} {words.WORDS[finding.verdict].upper()}  {topic_of(finding)}"
    yield f"  {one_line(finding.kind)}, id {one_line(finding.id)}, severity {finding.severity:.3f}, confidence {finding.confidence:.3f}"
    yield from _wrapped(f"{finding.verdict}: {words.VERDICTS[finding.verdict]}.", 2, width)
    yield from _wrapped(one_line(finding.explanation), 2, width)


def _values(report: Report, finding: FindingRecord, arithmetic: Arithmetic, width: int) -> Iterator[str]:
    names = source_names(report)
    for side, value in enumerate(finding.values):
        yield from _value(side, value, finding.kind, names, arithmetic, width)
    line = number_line(finding)
    if line is not None:
        yield from _wrapped(line.told, 2, width)


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


def _causes(report: Report, finding: FindingRecord, width: int) -> Iterator[str]:
    for cause in finding.causes:
        yield from _wrapped(f"{cause}: {words.CAUSES[cause]}", 2, width)
        told = grounds(cause, report, finding)
        if told:
            yield from _wrapped(f"= {told}", 5, width)


def _nearest(report: Report, near: NearMiss, width: int) -> Iterator[str]:
    names = source_names(report)
    yield from _wrapped(f"{name_of(near.mention.article, names)}: “{one_line(near.mention.quote)}”", 2, width)
    yield from _wrapped(f"in “{one_line(near.mention.sentence.text)}”", 5, width)
    yield from _wrapped(f"beside {name_of(near.beside.article, names)}: “{one_line(near.beside.quote)}”", 5, width)
    yield from _wrapped(f"{one_line(near.reason)}.", 2, width)
    if near.finding is not None:
        yield from _wrapped(f"It stands in finding {one_line(near.finding)}.", 2, width)
    yield from _weights([w for w in near.weights if abs(w.weight) >= _TELLING], width)


def _weights(weights: Sequence[Weight], width: int) -> Iterator[str]:
    most = max((abs(weight.weight) for weight in weights), default=0.0) or 1.0
    for weight in weights:
        bar = ("+" if weight.weight >= 0 else "-") * max(1, round(abs(weight.weight) / most * _BAR))
        reason, *more = fill(one_line(weight.reason), max(20, width - _BAR - 14))
        yield f"  {weight.weight:+8.3f}  {bar:<{_BAR}}  {reason}"
        yield from (" " * (_BAR + 14) + line for line in more)


def _wrapped(text: str, indent: int, width: int) -> Iterator[str]:
    for line in fill(text, max(20, width - indent)):
        yield " " * indent + line
