"""Which pairs of bearers are looked at: of two articles, in sentences alike, in the opening, or governed by the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from discrepancy.alignment.claim import Slots
from discrepancy.alignment.pairs import Pair
from discrepancy.alignment.participants_bearers import Bearer, name_of, plain
from discrepancy.alignment.participants_features import Evidence, comparable
from discrepancy.alignment.participants_likeness import Likeness, likeness
from discrepancy.alignment.trees import Trees
from discrepancy.model import Article
from discrepancy.normalise.name import fold

LEAST_LIKE = 0.08  # cosine of two sentences that are looked at
MIXED = 0.15  # the same for two kinds, unless the two sentences are each other's nearest
LEAD = 3  # sentences of an opening, headline included
PASSED = 600  # pairs of a story that are looked at closely
MANY = 5_000  # pairs beyond which only the more alike sentences are looked at
OPENED = 150  # bearers of all openings together that are looked at, those of headlines first
CROWD = 30  # bearers governed by one word beyond which it tells nothing


def evidence_of(articles: Sequence[Article], slots: Slots, bearers: Sequence[Bearer]) -> Evidence:
    """What is known of the story's bearers before any pair is looked at."""
    counts = Counter((b.article, b.entity) for b in bearers)
    sources = Counter(e for _, e in counts)
    called: dict[str, set[str]] = defaultdict(set)
    firsts: dict[tuple[int, str], int] = {}
    keys: dict[int, set[str]] = {id(s): set() for rows in slots.sentences for s in rows}
    for b in bearers:
        if b.named:
            called[b.entity] |= b.beside
        firsts.setdefault((b.article, b.entity), b.index)
        keys[id(b.claim.sentence)].add(b.entity)
    profiles: dict[tuple[int, str], set[str]] = defaultdict(set)
    acts: dict[tuple[int, str], set[str]] = defaultdict(set)
    cast: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    places: dict[tuple[int, str], list[Bearer]] = defaultdict(list)
    for b in bearers:
        profiles[b.article, b.entity] |= b.claim.near - b.words
        acts[b.article, b.entity] |= {b.act} - {""}
        cast[b.article, b.kind][b.entity] = None
        places[b.article, b.entity].append(b)
    texts = [f" {fold(a.title)} {fold(a.text[:50_000])} " for a in articles]
    return Evidence(
        slots,
        likeness(slots),
        texts,
        counts,
        sources,
        {k: frozenset(v) for k, v in called.items()},
        _written(articles, bearers),
        frozenset(firsts.values()),
        {k: frozenset(v) for k, v in keys.items()},
        {k: frozenset(v) for k, v in profiles.items()},
        {k: frozenset(v) for k, v in acts.items()},
        {k: tuple(v) for k, v in cast.items()},
        places,
    )


def _written(articles: Sequence[Article], bearers: Sequence[Bearer]) -> frozenset[tuple[str, str]]:
    """(inner, outer) of places written "Inner, Outer" or "inner in Outer", folded."""
    out = set()
    for a, b in pairwise(bearers):
        m, n = a.claim.mention, b.claim.mention
        if a.article == b.article and m.field == n.field and n.start - m.end <= 6 and a.kind != "person" and b.kind != "person":
            gap = articles[a.article].field_text(m.field)[m.end : n.start]
            if gap in (", ", ", in ", " in ", " of ", " in the ", " of the "):
                out.add((fold(name_of(m) if a.named else plain(m.text)), fold(name_of(n) if b.named else plain(n.text))))
    return frozenset(out)


def looked_at(bearers: Sequence[Bearer], like: Likeness) -> list[tuple[Bearer, Bearer]]:
    """The candidate pairs, the lower index first, in order."""
    inside: dict[int, list[Bearer]] = defaultdict(list)
    opening: list[Bearer] = []
    governed: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for b in bearers:
        inside[id(b.claim.sentence)].append(b)
        if b.claim.sentence.order < LEAD:
            opening.append(b)
        if b.governor:
            governed[b.prep, b.governor].append(b)
    found: set[tuple[int, int]] = set()

    def add(pairs: Iterable[tuple[Bearer, Bearer]]) -> None:
        found.update(
            (a.index, b.index) if a.index < b.index else (b.index, a.index) for a, b in pairs if a.article != b.article and comparable(a, b)
        )

    for s, t in sorted(like.near, key=lambda st: -like.of(*st)):
        if len(found) > MANY:
            break
        cosine = like.of(s, t)
        if cosine >= LEAST_LIKE:
            wide = cosine >= MIXED or cosine >= like.top(s, t.article) == like.top(t, s.article)
            add((a, b) for a in inside[id(s)] for b in inside[id(t)] if wide or a.kind == b.kind)
    opening.sort(key=lambda b: (b.claim.sentence.order, b.index))
    add((a, b) for a, b in combinations(opening[:OPENED], 2) if a.kind == b.kind)
    for same in governed.values():
        if len(same) <= CROWD:
            add(combinations(same, 2))
    return [(bearers[i], bearers[j]) for i, j in sorted(found)]


def participant_pairs(bearers: Sequence[Bearer], evidence: Evidence, gate: Trees | None = None) -> list[Pair]:
    """Candidate pairs of different values with their features; with a gate, the likeliest PASSED by cheap features alone."""
    pairs = [(a, b) for a, b in looked_at(bearers, evidence.like) if a.entity != b.entity]
    if gate is not None and len(pairs) > PASSED:
        likely = gate.probabilities([evidence.gate(a, b) for a, b in pairs])
        order = sorted(range(len(pairs)), key=lambda i: (-likely[i], i))[:PASSED]
        pairs = [pairs[i] for i in sorted(order)]
    return [Pair(a.claim, b.claim, False, evidence.row(a, b)) for a, b in pairs]
