"""What is new, changed and resolved between two reports on one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model.report import ArticleRecord, FindingRecord, Report, ValueRecord
from discrepancy.report.sides import label_of, source_names


@dataclass(frozen=True, slots=True)
class Changed:
    """One question in both reports that is not answered alike: each sentence names one thing."""

    old: FindingRecord
    new: FindingRecord
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings in the order of the report they come from, and one sentence for each article that came, went or has other bytes."""

    new: tuple[FindingRecord, ...]
    changed: tuple[Changed, ...]
    resolved: tuple[FindingRecord, ...]
    same: int
    articles: tuple[str, ...]

    @property
    def any(self) -> bool:
        """True where a finding is new, changed or resolved."""
        return bool(self.new or self.changed or self.resolved)


def changes(old: Report, new: Report) -> Changes:
    """Findings are one question when they have one id, else when they are of one kind and share most quotes; offsets do not count.

    A finding changes with its verdict, its causes, its values or who states them; severity, confidence and wording are not compared.
    """
    pairs = _matched(old.findings, new.findings)
    before, after = source_names(old), source_names(new)
    names = {**before, **after}
    changed = []
    for one, other in pairs:
        what = tuple(_what(one, other, names))
        if what:
            changed.append(Changed(one, other, what))
    ours, theirs = {id(other) for _, other in pairs}, {id(one) for one, _ in pairs}
    return Changes(
        tuple(finding for finding in new.findings if id(finding) not in ours),
        tuple(changed),
        tuple(finding for finding in old.findings if id(finding) not in theirs),
        len(pairs) - len(changed),
        tuple(_articles(old.articles, new.articles)),
    )


def _matched(old: Sequence[FindingRecord], new: Sequence[FindingRecord]) -> list[tuple[FindingRecord, FindingRecord]]:
    """Pairs in the order of `new`: the same evidence first, then the most shared quotes, each finding once."""
    waiting = {finding.id: finding for finding in old}
    found: dict[int, FindingRecord] = {}
    for place, finding in enumerate(new):
        same = waiting.get(finding.id)
        if same is not None and same.kind == finding.kind:
            found[place] = waiting.pop(finding.id)
    left = list(waiting.values())
    by_quote: dict[tuple[str, tuple[str, str]], list[int]] = {}
    for index, finding in enumerate(left):
        for quote in _quotes(finding):
            by_quote.setdefault((finding.kind, quote), []).append(index)
    shared = Counter(
        (place, index)
        for place, finding in enumerate(new)
        if place not in found
        for quote in _quotes(finding)
        for index in by_quote.get((finding.kind, quote), ())
    )
    shares = sorted((-most, place, index) for (place, index), most in shared.items())
    taken: set[int] = set()
    for _, place, index in shares:
        if place not in found and index not in taken:
            found[place] = left[index]
            taken.add(index)
    return [(found[place], new[place]) for place in sorted(found)]


def _quotes(finding: FindingRecord) -> frozenset[tuple[str, str]]:
    return frozenset((mention.article, mention.quote) for value in finding.values for mention in value.mentions)


def _what(old: FindingRecord, new: FindingRecord, names: dict[str, str]) -> Iterator[str]:
    if old.verdict != new.verdict:
        yield f"{old.verdict} became {new.verdict}"
    if old.causes != new.causes:
        yield f"causes: {', '.join(old.causes) or 'none'} became {', '.join(new.causes) or 'none'}"
    before, after = ({_key(value): value for value in finding.values} for finding in (old, new))
    for key, value in after.items():
        if key not in before:
            yield f"new value: {label_of(value)} ({_tellers(value, names)})"
    for key, value in before.items():
        if key not in after:
            yield f"value gone: {label_of(value)} ({_tellers(value, names)})"
    for key, value in after.items():
        if key in before and (told := _tellers(value, names)) != (once := _tellers(before[key], names)):
            yield f"{label_of(value)}: stated by {once}, now by {told}"


def _key(value: ValueRecord) -> tuple[str | None, ...]:
    """What makes two values one: interval and unit, the canonical name, else the words."""
    if value.low is None and value.high is None and value.value is None:
        return (label_of(value).casefold(),)
    return value.low, value.high, value.unit, value.value


def _tellers(value: ValueRecord, names: dict[str, str]) -> str:
    return ", ".join(sorted({names.get(mention.article, mention.article) for mention in value.mentions}))


def _articles(old: Sequence[ArticleRecord], new: Sequence[ArticleRecord]) -> Iterator[str]:
    before, after = ({article.id: article.sha256 for article in articles} for articles in (old, new))
    for id in sorted(before.keys() | after.keys()):
        if id not in before:
            yield f"article {id} is new"
        elif id not in after:
            yield f"article {id} is gone"
        elif before[id] != after[id]:
            yield f"article {id} has changed"
