"""What a cause rests on in one finding: the figures, words, days or speakers that it names, from the report alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from discrepancy.model.report import Cause, FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.normalise.relation import plain
from discrepancy.normalise.unit import convert, dimension
from discrepancy.report.sides import label_of, name_of, source_names
from discrepancy.report.spans import NUMBERS, ends, interval_words
from discrepancy.report.visible import one_line
from discrepancy.report.words import APPROXIMATIONS

_LOOSE = frozenset({"about", "nearly", "over", "vague"})
_BOUNDS = frozenset({"at-least", "at-most", "under"})
_MOST = 4
"""Sources or words listed for one cause."""


def grounds(cause: Cause, report: Report, finding: FindingRecord) -> str:
    """One clause, made visible; "" where the report does not tell more than the cause's name."""
    found = {
        "rounding": _inside,
        "granularity": _inside,
        "hedge": _hedges,
        "bound": _bounds,
        "unit": _units,
        "scope": _scopes,
        "attribution": _speakers,
        "update": _days,
        "internal": _both,
        "magnitude": _sentence("A likely slip: "),
        "part-whole": _sentence("gives a part: "),
        "spelling": _spellings,
    }[cause](report, finding)
    return one_line(found)


Ground = Callable[[Report, FindingRecord], str]


def _inside(report: Report, finding: FindingRecord) -> str:
    """The narrower value that lies in the wider one's interval."""
    for one, other in combinations(finding.values, 2):
        for narrow, wide in ((one, other), (other, one)):
            (low, high), (low2, high2) = ends(narrow, finding.kind), ends(wide, finding.kind)
            if low is None or high is None or low2 is None or high2 is None or narrow.unit != wide.unit:
                continue
            vague = any(mention.approximation == "vague" for mention in wide.mentions)
            if low2 <= low <= high <= high2 and (low2, high2) != (low, high) and not vague:
                return f"{label_of(narrow)} lies in what {label_of(wide)} stands for, {interval_words(wide, finding.kind)}"
    return ""


def _worded(finding: FindingRecord, kinds: frozenset[str]) -> str:
    said: dict[str, str] = {}
    for value in finding.values:
        for mention in value.mentions:
            if mention.approximation in kinds:
                said.setdefault(mention.approximation, f"{label_of(value)}: {APPROXIMATIONS[mention.approximation]}")
    return "; ".join(said.values())


def _hedges(report: Report, finding: FindingRecord) -> str:
    return _worded(finding, _LOOSE)


def _bounds(report: Report, finding: FindingRecord) -> str:
    return _worded(finding, _BOUNDS) or _worded(finding, frozenset({"over", "nearly"}))


def _units(report: Report, finding: FindingRecord) -> str:
    """The second unit in the first."""
    if finding.kind not in NUMBERS:
        return ""
    for one, other in combinations(finding.values, 2):
        source, target = other.unit or "", one.unit or ""
        if source == target or not dimension(source.split(" per ")[0]):
            continue
        low, high = (None if end is None else convert(end, source, target) for end in ends(other, finding.kind))
        if low is not None or high is not None:
            return f"{label_of(other)} is {_reach(low, high)} {target}"
    return ""


def _reach(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return f"at least {plain(low)}" if low is not None else f"at most {plain(high)}"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def _listed(report: Report, finding: FindingRecord, told: Callable[[MentionRecord], str | None]) -> str:
    """For each value its source and what `told` says of it."""
    names, rows = source_names(report), []
    for value in finding.values:
        found = next(((m, words) for m in value.mentions if (words := told(m))), None)
        if found is not None:
            rows.append(f"{label_of(value)}: {found[1]} ({name_of(found[0].article, names)})")
    return "; ".join(rows[:_MOST]) if len(rows) > 1 else ""


def _scopes(report: Report, finding: FindingRecord) -> str:
    return _listed(report, finding, lambda m: " in ".join(x for x in (m.scope.population, m.scope.place) if x))


def _speakers(report: Report, finding: FindingRecord) -> str:
    return _listed(report, finding, lambda m: m.attribution)


def _days(report: Report, finding: FindingRecord) -> str:
    published = {article.id: article.published for article in report.articles}
    return _listed(report, finding, lambda m: published.get(m.article))


def _both(report: Report, finding: FindingRecord) -> str:
    names = source_names(report)
    stated: dict[str, list[ValueRecord]] = {}
    for value in finding.values:
        for article in dict.fromkeys(m.article for m in value.mentions):
            stated.setdefault(article, []).append(value)
    rows = [f"{name_of(a, names)} says {' and '.join(label_of(v) for v in values)}" for a, values in stated.items() if len(values) > 1]
    return "; ".join(rows[:_MOST])


def _sentence(mark: str) -> Ground:
    """The sentence of the explanation that says it."""

    def found(report: Report, finding: FindingRecord) -> str:
        return next((s for s in _sentences(finding.explanation) if mark in s), "").removeprefix(mark)

    return found


def _sentences(text: str) -> Iterator[str]:
    yield from (part.rstrip(".") for part in text.replace(". ", ".\n").split("\n"))


def _spellings(report: Report, finding: FindingRecord) -> str:
    return " / ".join(label_of(value) for value in finding.values)
