"""How sure a finding is: a third, small model over the whole facet and its verdict, calibrated on stories it has not seen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from discrepancy.alignment.claim import Claim
from discrepancy.alignment.cluster import Facet
from discrepancy.alignment.dimension import digits
from discrepancy.alignment.features import KINDS, NAMES
from discrepancy.alignment.pairs import Pair
from discrepancy.model import Amount

FINDING: dict[str, str] = {
    "conflict": "the values exclude each other",
    "kind": "kind of value",
    "articles": "sources that answer",
    "claims": "mentions",
    "values": "different values",
    "largest": "mentions of the commonest value",
    "outlier_share": "share of sources on the smaller side",
    "apart_mean": "mean link between the different values",
    "apart_max": "best link between the different values",
    "apart_min": "weakest link between the different values",
    "equal_mean": "mean link between equal values",
    "first_mean": "wording and position of the different values",
    "near_max": "shared words next to the figures",
    "sentence_max": "likeness of the sentences",
    "unit_min": "the thing counted or measured",
    "modifiers_max": "words that narrow the thing counted",
    "cues_min": "roles that exclude each other",
    "names_clash": "each names somebody else",
    "ratio": "distance between the values",
    "digits": "how precise the figures are",
    "vague": "a value without digits",
    "hedged": "hedged values",
    "relation": "how the dates stand to each other",
    "grain": "granularity of the dates",
    "spread": "how much of the sentences other articles share",
    "lead": "in the opening",
    "title": "in a headline",
    "inside": "one article alone",
    "rounding": "rounding",
    "hedge": "hedge",
    "bound": "bound",
    "granularity": "granularity",
    "internal": "one article states both",
    "margin": "lead over rivals",
    "third": "a third source ties them",
    "rival": "a partner of the same value elsewhere",
    "answers_each": "one article gives several of the answers",
    "first_min": "the weakest of the links, by wording and position",
    "clash_mean": "mean link between the values that exclude each other",
    "clash_max": "best link between the values that exclude each other",
    "clash_min": "weakest link between the values that exclude each other",
    "clash_first": "wording and position of the values that exclude each other",
    "clash_near": "shared words next to the values that exclude each other",
    "clash_sentence": "likeness of the sentences whose values exclude each other",
    "clash_unit": "what the values that exclude each other count or measure",
    "clash_modifiers": "words that narrow the excluding values to different groups",
    "clash_names": "each of the excluding values names somebody else",
    "clash_share": "share of the pairs of values that exclude each other",
    "clash_sources": "sources on the smaller side of the widest split",
    "compatible_mean": "mean link between the values that can both be true",
    "innocent_share": "share of the values that exclude no other",
}
FINDING_NAMES = tuple(FINDING)
_AT = {name: i for i, name in enumerate(NAMES)}
_CAUSES = ("rounding", "hedge", "bound", "granularity", "internal")


def finding_row(
    facet: Facet, values: Sequence[Sequence[Claim]], exclusive: Collection[tuple[int, int]], causes: Sequence[str]
) -> list[float]:
    """Features of a finding in the order of FINDING_NAMES; `values` are the facet's claims by value, `exclusive` the pairs of indexes
    into them (the lower first) that exclude each other: a stray figure that joined a true question is linked by these alone."""
    side = {c.index: i for i, group in enumerate(values) for c in group}
    apart = [p for p in facet.pairs if side.get(p.a.index) != side.get(p.b.index)]
    across = _once([p for p in apart if p.a.article != p.b.article], side) or apart
    equal = [p for p in facet.pairs if side.get(p.a.index) == side.get(p.b.index)]
    claims = facet.claims
    articles = {c.article for c in claims}
    sizes = [len({c.article for c in g}) for g in values]

    def best(name: str, how: int = 1, pairs: Sequence[Pair] = across) -> float:
        found = [p.row[_AT[name]] for p in pairs]
        return (max(found) if how > 0 else min(found)) if found else 0.0

    def mean(found: Sequence[float]) -> float:
        return sum(found) / len(found) if found else 0.0

    clash: list[Pair] = []
    met: list[Pair] = []
    for p in across:
        sides = side[p.a.index], side[p.b.index]
        (clash if (min(sides), max(sides)) in exclusive else met).append(p)
    touched = {i for pair in exclusive for i in pair}
    amounts = [c.amount for c in claims if c.amount is not None]
    out = {
        "conflict": float(bool(exclusive)),
        "kind": float(KINDS.get(claims[0].mention.kind, 9)),
        "articles": float(len(articles)),
        "claims": float(len(claims)),
        "values": float(len(values)),
        "largest": float(max(sizes)),
        "outlier_share": min(sizes) / max(1, len(articles)),
        "apart_mean": mean([p.second for p in across]),
        "apart_max": max((p.second for p in across), default=0.0),
        "apart_min": min((p.second for p in across), default=0.0),
        "equal_mean": mean([p.second for p in equal]),
        "first_mean": mean([p.first for p in across]),
        "near_max": best("near"),
        "sentence_max": best("sentence"),
        "unit_min": best("unit", -1),
        "modifiers_max": best("modifiers_differ"),
        "cues_min": best("cues_differ", -1),
        "names_clash": mean([p.row[_AT["names_clash"]] for p in across]),
        "ratio": best("ratio", -1),
        "digits": float(min((digits(c.mention) for c in claims), default=0)),
        "vague": mean([float(a.approximation == "vague") for a in amounts]),
        "hedged": mean([float(_hedged(a)) for a in amounts]),
        "relation": mean([p.row[_AT["relation"]] for p in across]),
        "grain": mean([p.row[_AT["grain"]] for p in across]),
        "spread": mean([p.row[_AT["spread"]] for p in across]),
        "lead": mean([float(c.sentence.order <= 3) for c in claims]),
        "title": mean([float(c.sentence.field == "title") for c in claims]),
        "inside": float(len(articles) == 1),
        "margin": max((p.row2[5] for p in across if p.row2), default=0.0),
        "third": max((p.row2[7] for p in across if p.row2), default=0.0),
        "rival": min((p.row2[1] for p in across if p.row2), default=0.0),
        "answers_each": sum(len({c.article for c in g}) for g in values) / max(1, len(articles)) - 1.0,
        "first_min": min((p.first for p in across), default=0.0),
        "clash_mean": mean([p.second for p in clash]),
        "clash_max": max((p.second for p in clash), default=0.0),
        "clash_min": min((p.second for p in clash), default=0.0),
        "clash_first": mean([p.first for p in clash]),
        "clash_near": best("near", pairs=clash),
        "clash_sentence": best("sentence", pairs=clash),
        "clash_unit": best("unit", -1, clash),
        "clash_modifiers": best("modifiers_differ", pairs=clash),
        "clash_names": mean([p.row[_AT["names_clash"]] for p in clash]),
        "clash_share": 2.0 * len(exclusive) / max(1, len(values) * (len(values) - 1)),
        "clash_sources": float(max((min(sizes[i], sizes[j]) for i, j in exclusive), default=0)),
        "compatible_mean": mean([p.second for p in met]),
        "innocent_share": 1.0 - len(touched) / max(1, len(values)),
        **{name: float(name in causes) for name in _CAUSES},
    }
    return [out[name] for name in FINDING_NAMES]


def _once(pairs: Sequence[Pair], side: Mapping[int, int]) -> list[Pair]:
    """Of the pairs of two values in two articles the likeliest: a figure repeated in a headline, in fewer words, is no weaker for that."""
    best: dict[tuple[tuple[int, int], ...], Pair] = {}
    for pair in pairs:
        key = tuple(sorted((c.article, side[c.index]) for c in (pair.a, pair.b)))
        if key not in best or pair.second > best[key].second:
            best[key] = pair
    return list(best.values())


def _hedged(a: Amount) -> bool:
    return a.approximation not in ("exact", "vague")
