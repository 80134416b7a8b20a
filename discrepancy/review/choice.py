"""Which findings are shown, and in which order: pure functions of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from discrepancy.model.report import FindingRecord, Report, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
DIFFERENCES: frozenset[str] = frozenset({"conflict", "imprecise"})

Order = Literal["severity", "topic", "kind", "confidence", "judgement"]
ORDERS: tuple[Order, ...] = get_args(Order)

State = Literal["reopened", "not judged", "needs a call", "confirmed", "dismissed"]
STATES: tuple[State, ...] = get_args(State)
"""How far a finding is, what is still to do first; `reopened` was judged on other values."""
TO_DO: frozenset[str] = frozenset({"not judged", "reopened"})
NEWS = ("new", "changed", "unchanged")
SAID = (*STATES, "disputed", "noted", *NEWS)
"""What may be true of a finding beside its verdict; exactly one of STATES is."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is let through: findings with one of the verdicts, of one of the kinds, with one of the causes, in which one of the
    articles speaks, of which one of `said` is true (`Session.said_of`), and which hold every word of `text`. Where none is
    named, any will do."""

    verdicts: frozenset[str] = DIFFERENCES
    kinds: frozenset[str] = frozenset()
    causes: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    text: str = ""
    said: frozenset[str] = frozenset()

    def lets_through(self, finding: FindingRecord, said: frozenset[str] = frozenset()) -> bool:
        """True where the finding, of which `said` is true, passes every one of them."""
        if self.said and self.said.isdisjoint(said):
            return False
        if (self.verdicts and finding.verdict not in self.verdicts) or (self.kinds and finding.kind not in self.kinds):
            return False
        if self.causes and not self.causes.intersection(finding.causes):
            return False
        if self.articles and self.articles.isdisjoint(speakers(finding)):
            return False
        return not self.text or matches(finding, self.text)


Said = Callable[[FindingRecord], frozenset[str]]
"""What is true of a finding, of SAID."""


def speakers(finding: FindingRecord) -> frozenset[str]:
    """The articles that say something in a finding."""
    return frozenset(mention.article for value in finding.values for mention in value.mentions)


def words_of(finding: FindingRecord) -> str:
    """What a search looks through, in lower case: topic, kind, verdict, causes, explanation, labels and quotes."""
    said = [finding.topic, finding.kind, finding.verdict, *finding.causes, finding.explanation]
    for value in finding.values:
        said.append(value.label)
        said.extend(f"{mention.article} {mention.quote}" for mention in value.mentions)
    return "\n".join(said).casefold()


def matches(finding: FindingRecord, text: str) -> bool:
    """True where every word of `text` occurs in the finding, letter case aside; an empty text matches nothing."""
    wanted = text.casefold().split()
    if not wanted:
        return False
    said = words_of(finding)
    return all(word in said for word in wanted)


def shown(
    report: Report, filters: Filters, order: Order = "severity", said: Said = lambda finding: frozenset()
) -> tuple[FindingRecord, ...]:
    """The findings let through, in the order asked for; `severity` is the report's own order and breaks every tie.

    said    what reviewers and earlier readings say of a finding; `judgement` puts first what is still to do.
    """
    if filters.said:
        through = [finding for finding in report.findings if filters.lets_through(finding, said(finding))]
    else:
        through = [finding for finding in report.findings if filters.lets_through(finding)]
    if order == "topic":
        through.sort(key=lambda finding: finding.topic.casefold())
    elif order == "kind":
        through.sort(key=lambda finding: finding.kind)
    elif order == "confidence":
        through.sort(key=lambda finding: -finding.confidence)
    elif order == "judgement":
        through.sort(key=lambda finding: min((STATES.index(state) for state in STATES if state in said(finding)), default=0))
    return tuple(through)


def verdict_counts(report: Report) -> dict[str, int]:
    """How many findings have each verdict, all three named, in the order conflict, imprecise, agree."""
    counted = Counter(finding.verdict for finding in report.findings)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def kind_counts(report: Report) -> dict[str, int]:
    """How many findings have each kind that occurs, by name."""
    counted = Counter(finding.kind for finding in report.findings)
    return dict(sorted(counted.items()))


def cause_counts(report: Report) -> dict[str, int]:
    """How many findings have each cause that occurs, by name."""
    counted = Counter(cause for finding in report.findings for cause in finding.causes)
    return dict(sorted(counted.items()))


def speaker_counts(report: Report) -> dict[str, int]:
    """In how many findings each article speaks, in the report's order, silent ones at 0."""
    counted = Counter(article for finding in report.findings for article in speakers(finding))
    return {article.id: counted[article.id] for article in report.articles}


def said_counts(report: Report, said: Said) -> dict[str, int]:
    """Of how many findings each of SAID is true, in that order, those left out that are true of none."""
    counted = Counter(word for finding in report.findings for word in said(finding))
    return {word: counted[word] for word in SAID if counted[word]}


def same_finding(wanted: FindingRecord, report: Report) -> FindingRecord | None:
    """The finding of another reading that `wanted` has become: the same id, else the one of its kind that shares most quotes, else None."""
    quotes = _quotes(wanted)
    best, most = None, 0
    for finding in report.findings:
        if finding.id == wanted.id:
            return finding
        shared = len(quotes & _quotes(finding)) if finding.kind == wanted.kind else 0
        if shared > most:
            best, most = finding, shared
    return best


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a finding to know it by later: `quotes` as (article, quote)."""

    id: str
    kind: str
    quotes: frozenset[tuple[str, str]]


def known(finding: FindingRecord) -> Known:
    """What a later reading knows a finding by."""
    return Known(finding.id, finding.kind, frozenset(_quotes(finding)))


def news(before: Iterable[Known], after: Report) -> dict[str, str]:
    """By id, what is `new` in a later reading, and what is `changed`: of the same kind and quotes as a finding whose id is gone."""
    still = {finding.id for finding in after.findings}
    ids: set[str] = set()
    gone: dict[str, set[tuple[str, str]]] = {}
    for one in before:
        ids.add(one.id)
        if one.id not in still:
            gone.setdefault(one.kind, set()).update(one.quotes)
    return {
        finding.id: "changed" if _quotes(finding) & gone.get(finding.kind, set()) else "new"
        for finding in after.findings
        if finding.id not in ids
    }


def _quotes(finding: FindingRecord) -> set[tuple[str, str]]:
    return {(mention.article, mention.quote) for value in finding.values for mention in value.mentions}
