"""A report measured against labels.

A mention meets a labelled span as `gold.Label` says. Counted are:
    conflict    a finding with that verdict is right when it holds, under different values, mentions of two groups that exclude
                each other; half of its mentions must be labelled ones, and half of those of that question. A second one for the same
                question counts against it.
    flagged     the same for conflict and imprecise together, and any two groups.
    aligned     pairs of labelled mentions of two articles: put in one finding, against belonging to one question.
    groups      of the pairs rightly put together: under one value exactly when they state the same value.
    verdicts    of the questions whose mentions were brought together from two groups (articles, of an agreement): the right verdict.
    traps       pairs that were not put in one finding, and how many of them had both ends in some finding.
Against partial labels a finding of which less than half is labelled, and that falls into no trap, is not counted as wrong, for nobody
judged it: it is `unjudged`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.model.report import FindingRecord, MentionRecord, Report
from discrepancy.review.gold import Facet, Gold, Label


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `of`; None of nothing."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Found:
    """How a kind of finding was found: precision over what was reported, recall over what was labelled."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where either is nothing."""
        p, r = self.precision.value or 0.0, self.recall.value or 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """All counts of one story or of several; `+` puts two together. Keys are those of the project's scorer (`tests/gold_score.py`)."""

    counts: Counter[str]
    misses: tuple[str, ...] = ()
    false: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.counts + other.counts, (*self.misses, *other.misses), (*self.false, *other.false))

    def found(self, key: str) -> Found:
        """`c` conflicts or `f` flagged."""
        n = self.counts
        told = n[f"{key}_tp"] + n[f"{key}_fp"] + n[f"{key}_dup"]
        return Found(Share(n[f"{key}_tp"], told), Share(n[f"{key}_found"], n[f"{key}_gold"]))

    @property
    def aligned(self) -> Found:
        """Pairs put together."""
        n = self.counts
        return Found(Share(n["a_tp"], n["a_tp"] + n["a_fp"]), Share(n["a_tp"], n["a_gold"]))

    def share(self, right: str, of: str) -> Share:
        """Of two counts."""
        return Share(self.counts[right], self.counts[of])


def mentions_of(finding: FindingRecord) -> Iterator[tuple[int, MentionRecord]]:
    """(side, mention) in the report's order."""
    return ((side, mention) for side, value in enumerate(finding.values) for mention in value.mentions)


class _Table:
    """Which findings meet which questions, and how purely."""

    def __init__(self, gold: Gold, report: Report) -> None:
        self.gold, self.findings = gold, report.findings
        self.sides: list[list[dict[str, set[int]]]] = []
        self.articles: list[list[set[str]]] = []
        self.purity: list[list[float]] = []
        for finding in report.findings:
            rows = [self._row(finding, facet) for facet in gold.facets]
            self.sides.append([sides for sides, _ in rows])
            self.articles.append([articles for _, articles in rows])
            self.purity.append(self._pure(finding))

    @staticmethod
    def _row(finding: FindingRecord, facet: Facet) -> tuple[dict[str, set[int]], set[str]]:
        sides: dict[str, set[int]] = defaultdict(set)
        articles: set[str] = set()
        for side, mention in mentions_of(finding):
            for label in facet.mentions:
                if label.met_by_mention(mention):
                    sides[label.group].add(side)
                    articles.add(label.article)
        return sides, articles

    def _pure(self, finding: FindingRecord) -> list[float]:
        """For each question the share of the finding's labelled mentions that are its own; 0 where most mentions are not labelled."""
        met = [
            {place for place, facet in enumerate(self.gold.facets) if any(label.met_by_mention(m) for label in facet.mentions)}
            for _, m in mentions_of(finding)
        ]
        labelled = [places for places in met if places]
        if not met or 2 * len(labelled) < len(met):
            return [0.0] * len(self.gold.facets)
        return [sum(place in places for places in labelled) / len(labelled) for place in range(len(self.gold.facets))]

    def right(self, number: int, flagged: bool) -> list[int]:
        """The questions that a finding rightly tells of: as a conflict, or as differing."""
        out = []
        for place, facet in enumerate(self.gold.facets):
            if self.purity[number][place] < 0.5 or facet.verdict not in (("conflict", "imprecise") if flagged else ("conflict",)):
                continue
            pairs = list(combinations(facet.groups, 2)) if flagged else list(facet.conflicting)
            if any(self._differ(number, place, a, b) for a, b in pairs):
                out.append(place)
        return out

    def _differ(self, number: int, place: int, a: str, b: str) -> bool:
        sides = self.sides[number][place]
        one, other = sides.get(a, set()), sides.get(b, set())
        return bool(one - other) and bool(other - one)


def score(gold: Gold, report: Report) -> Score:
    """Measure one report against the labels of its story."""
    table = _Table(gold, report)
    counts: Counter[str] = Counter()
    false: list[str] = []
    found = {"c": set[int](), "f": set[int]()}
    for number, finding in enumerate(report.findings):
        if finding.verdict == "agree":
            continue
        if gold.partial and not _judged(finding, gold):
            counts["unjudged"] += 1
            continue
        for key in ("c", "f") if finding.verdict == "conflict" else ("f",):
            right = table.right(number, key == "f")
            if not right:
                counts[f"{key}_fp"] += 1
                false += [f"{finding.verdict}: {_describe(finding)}"] if key == "f" else []
            elif all(place in found[key] for place in right):
                counts[f"{key}_dup"] += 1
            else:
                counts[f"{key}_tp"] += 1
                found[key].update(right)
    misses = [*_questions(table, found, counts)]
    _aligned(gold, report, counts)
    false += [*_traps(gold, report, counts)]
    return Score(counts, tuple(misses), tuple(false))


def _judged(finding: FindingRecord, gold: Gold) -> bool:
    """Whether anybody judged the finding: half of its mentions are labelled, or it holds both ends of a trap."""
    mentions = [mention for _, mention in mentions_of(finding)]
    labels = [label for facet in gold.facets for label in facet.mentions]
    labelled = sum(any(label.met_by_mention(mention) for label in labels) for mention in mentions)

    def met(label: Label) -> bool:
        return any(label.met_by_mention(mention) for mention in mentions)

    return 2 * labelled >= len(mentions) or any(met(trap.a) and met(trap.b) for trap in gold.traps)


def _describe(finding: FindingRecord) -> str:
    sides = (", ".join(f"{m.article} “{m.quote}”" for m in value.mentions[:3]) for value in finding.values[:5])
    return f"{finding.topic or finding.kind}: {' / '.join(sides)}"


def _questions(table: _Table, found: dict[str, set[int]], counts: Counter[str]) -> Iterator[str]:
    """Recall and verdicts, question by question; what was missed, a line each."""
    for place, facet in enumerate(table.gold.facets):
        counts[f"kind_{facet.kind}_{facet.verdict}"] += 1
        missed = f"{facet.verdict} {facet.id}: {facet.question}"
        if facet.verdict == "conflict":
            counts["c_gold"] += 1
            counts["c_found"] += place in found["c"]
            counts[f"kindfound_{facet.kind}"] += place in found["c"]
        if facet.verdict != "agree":
            counts["f_gold"] += 1
            counts["f_found"] += place in found["f"]
            if place not in found["c" if facet.verdict == "conflict" else "f"]:
                yield missed
        counts["v_all"] += 1
        best = _best(table, place, facet)
        if best is not None:
            counts["v_met"] += 1
            counts["v_right"] += table.findings[best].verdict == facet.verdict


def _best(table: _Table, place: int, facet: Facet) -> int | None:
    """The finding that brings the question's answers together most purely, then most fully, then first."""
    met = []
    for number, finding in enumerate(table.findings):
        together = table.sides[number][place] if facet.verdict != "agree" else table.articles[number][place]
        if len(together) > 1:
            full = sum(any(label.met_by_mention(m) for _, m in mentions_of(finding)) for label in facet.mentions)
            met.append((table.purity[number][place], full, -number))
    return -max(met)[2] if met else None


def _aligned(gold: Gold, report: Report, counts: Counter[str]) -> None:
    labelled = [(place, label) for place, facet in enumerate(gold.facets) for label in facet.mentions]
    held: list[set[tuple[int, int]]] = [
        {(number, side) for number, finding in enumerate(report.findings) for side, m in mentions_of(finding) if label.met_by_mention(m)}
        for _, label in labelled
    ]
    where = [{number for number, _ in places} for places in held]
    also = [{place for place, other in labelled if other.met_by(one.article, one.field, one.start, one.end)} for _, one in labelled]
    for a, b in combinations(range(len(labelled)), 2):
        (facet, one), (facet2, other) = labelled[a], labelled[b]
        if one.article == other.article:
            continue
        together = bool(where[a] & where[b])
        if facet == facet2:
            counts["a_gold"] += 1
            counts["a_tp"] += together
            counts["g"] += together
            counts["g_right"] += together and bool(held[a] & held[b]) == (one.group == other.group)
        elif together and facet2 not in also[a] and facet not in also[b]:  # the same words may be labelled under two questions
            counts["a_fp"] += 1


def _traps(gold: Gold, report: Report, counts: Counter[str]) -> Iterator[str]:
    for trap in gold.traps:
        if any(_labelled(trap.a, facet.mentions) and _labelled(trap.b, facet.mentions) for facet in gold.facets):
            continue  # inside one question it is no trap for alignment
        ends = [
            {n for n, finding in enumerate(report.findings) if any(end.met_by_mention(m) for _, m in mentions_of(finding))}
            for end in (trap.a, trap.b)
        ]
        counts["t"] += 1
        counts["t_read"] += all(ends)
        counts["t_kept"] += not ends[0] & ends[1]
        if ends[0] & ends[1]:
            yield f"trap: “{trap.a.quote}” of {trap.a.article} and “{trap.b.quote}” of {trap.b.article}: {trap.why}"


def _labelled(end: Label, labels: Sequence[Label]) -> bool:
    return any(label.met_by(end.article, end.field, end.start, end.end) for label in labels)
