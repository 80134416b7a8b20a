"""Whether something is so, across the articles of a story: groups of clauses that affirm and deny one thing.

Clauses are read as statements, a denial is paired with what may affirm what it denies, fitted trees judge the pairs, pairs that share a
statement become one finding, and other trees judge how sure it is (`python -m tests.bench.fit_polarity`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.alignment.polarity_clusters import Cluster, clusters, finding_rows
from discrepancy.alignment.polarity_features import rows
from discrepancy.alignment.polarity_ledger import ledger
from discrepancy.alignment.polarity_pairs import Pair, Told, candidate_pairs, told
from discrepancy.alignment.polarity_spans import spans
from discrepancy.alignment.trees import Trees, shipped
from discrepancy.model import Article, Mention
from discrepancy.model.group import Group, cited
from discrepancy.model.report import Cause
from discrepancy.text.words import tokens

Read = Sequence[tuple[Article, Sequence[Mention]]]

A_SIDE = 3
"""Mentions shown of each side, from different articles: the best matched."""
MOST = 6
"""Findings of one story, so that one talkative page does not flood the list."""
LEAST = 0.1
"""Confidence from which a finding is worth keeping at all; what is shown is for the pipeline to say."""


@dataclass(frozen=True, slots=True)
class Models:
    """The fitted trees: that a pair is a yes and a no to one question; that a finding is right."""

    pair: Trees
    finding: Trees


@cache
def shipped_models() -> Models:
    """The models in `weights/`."""
    return Models(shipped("polarity_pair"), shipped("polarity_finding"))


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """The statements of a story, its candidate pairs and a row of features for each."""

    story: Told
    pairs: tuple[Pair, ...]
    rows: tuple[Sequence[float], ...]


def matched(articles: Iterable[Article]) -> Matched:
    """Read and pair the statements of a story; the order of the articles changes nothing."""
    story = told(sorted(articles, key=lambda a: a.id))
    pairs = candidate_pairs(story)
    return Matched(story, tuple(pairs), tuple(rows(story, pairs)))


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A finding before it is judged: its pairs, and its row of features."""

    cluster: Cluster
    row: tuple[float, ...]


def candidates(found: Matched, sure: Sequence[float]) -> list[Candidate]:
    """The findings of a story from the probabilities of its pairs, the surest pair first."""
    own = clusters(found.pairs, sure)
    return [Candidate(c, tuple(row)) for c, row in zip(own, finding_rows(found.story, found.pairs, found.rows, own), strict=True)]


def polarity_findings(articles: Read, models: Models | None = None) -> list[Group]:
    """Groups of clauses of which some affirm and others deny one thing, surest first; empty where nothing is denied."""
    models = models or shipped_models()
    found = matched(a for a, _ in articles)
    some = candidates(found, models.pair.probabilities(found.rows))
    return judged(found, some, [models.finding.probability(c.row) for c in some], models)


def judged(found: Matched, some: Sequence[Candidate], sure: Sequence[float], models: Models | None = None) -> list[Group]:
    """The groups of candidates of the given confidences, at most MOST, surest first; with `models` each tells its reasons."""
    order = sorted(range(len(some)), key=lambda i: (-round(sure[i], 6), i))[:MOST]
    groups = [_group(found, some[i], sure[i], models) for i in order if sure[i] >= LEAST]
    return [g for g in groups if g is not None]


def _group(found: Matched, one: Candidate, sure: float, models: Models | None) -> Group | None:
    """The finding of a candidate; None where only one side is left."""
    denied, affirmed = _sides(found, one.cluster)
    if not denied or not affirmed:
        return None
    who_no, who_yes = (_listed([cited(a) for a, _ in side]) for side in (denied, affirmed))
    return Group(
        "polarity",
        _topic(found, one.cluster),
        "conflict",
        _causes(found, one.cluster),
        f"{who_yes}: “{affirmed[0][1].text}”; {who_no}: “{denied[0][1].text}”. Both cannot be so at one time.",
        round(min(0.95, sure), 3),
        (("yes", "yes", tuple(affirmed)), ("no", "no", tuple(denied))),
        ledger(models.pair, models.finding, found.rows[one.cluster.pairs[0]], one.row) if models else (),
    )


def _sides(found: Matched, cluster: Cluster) -> tuple[list[tuple[str, Mention]], list[tuple[str, Mention]]]:
    """The denials and the affirmations: the surest of each article, A_SIDE at most, in order of article."""
    sides: tuple[dict[str, Mention], dict[str, Mention]] = ({}, {})
    for i in cluster.pairs:
        pair = found.pairs[i]
        for side, at, mention in zip(sides, (pair.deny, pair.affirm), spans(found.story, pair), strict=True):
            article = found.story.articles[found.story.said[at].article].id
            if len(side) < A_SIDE:
                side.setdefault(article, mention)
    return sorted(sides[0].items(), key=lambda s: s[0]), sorted(sides[1].items(), key=lambda s: s[0])


def _causes(found: Matched, cluster: Cluster) -> tuple[Cause, ...]:
    """Internal where one article says both, update where the articles are of different days, else another speaker."""
    pair = found.pairs[cluster.pairs[0]]
    a, b = (found.story.articles[found.story.said[at].article] for at in (pair.deny, pair.affirm))
    if len({found.story.said[at].article for i in cluster.pairs for at in (found.pairs[i].deny, found.pairs[i].affirm)}) == 1:
        return ("attribution", "internal")
    return ("update",) if a.published and b.published and a.published != b.published else ("attribution",)


def _topic(found: Matched, cluster: Cluster) -> str:
    """The words that both statements of the surest pair share, as the affirmation has them; else what it begins with."""
    pair = found.pairs[cluster.pairs[0]]
    deny, affirm = found.story.said[pair.deny], found.story.said[pair.affirm]
    text = found.story.articles[affirm.article].field_text(affirm.field)
    about = deny.lemmas if deny.lemmas & affirm.lemmas else deny.around
    shared = [text[low:high] for sense, low, high in affirm.spots if sense in about]
    words = shared or [text[t.start : t.end] for t in tokens(text, affirm.start, affirm.end)]
    return " ".join(dict.fromkeys(words[:5])).rstrip("’'") + ": so or not"


def _listed(words: list[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
