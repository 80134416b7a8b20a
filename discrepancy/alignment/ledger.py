"""The ledger: why two claims were put together, or were not, as signed log odds in words.

A feature speaks through its value: "each names somebody else" is the reason only where they do, so that most features have
a second wording for a value that is missing or low.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from discrepancy.alignment.claim import Claim
from discrepancy.alignment.cluster import Facet, Limits
from discrepancy.alignment.confidence import FINDING
from discrepancy.alignment.features import NAMES, WORDS
from discrepancy.alignment.models import Models
from discrepancy.alignment.pairs import Pair
from discrepancy.alignment.trees import Trees

LEAST = 0.05
"""Log odds below which a contribution is left out of the ledger."""
_LOW: Mapping[str, tuple[float, str]] = {
    "unit": (0.5, "different things are counted or measured"),
    "unit_people": (0.5, "not both count people"),
    "unit_silent": (0.5, "both say what is counted"),
    "unit_telling": (1.0, "the noun they count is no telling one"),
    "modifiers": (0.5, "no narrowing word in common"),
    "modifiers_differ": (0.4, "no words that narrow it to different groups"),
    "near": (0.05, "next to no shared words within four of the figure"),
    "near_count": (0.5, "no shared word next to the figure"),
    "clause": (0.05, "next to no shared words in the clause"),
    "wide": (0.05, "next to no shared words within nine of the figure"),
    "sentence": (0.05, "the sentences share next to no wording"),
    "sentence_best": (0.5, "another sentence is nearer in wording"),
    "sentence_rank": (0.5, "other sentences of the article are nearer in wording"),
    "names": (0.05, "no name in common"),
    "names_clash": (0.5, "neither names somebody whom the other leaves out"),
    "subject": (-0.5, "another name stands before the figure"),
    "before": (0.5, "another word before the figure"),
    "after": (0.5, "another word after the figure"),
    "figures": (0.5, "no other figure in common"),
    "figures_differ": (0.5, "no other figures that differ"),
    "lead": (0.5, "neither in the opening"),
    "title": (0.5, "neither in a headline"),
    "overlap": (0.5, "the intervals do not meet"),
    "hedged": (0.5, "neither is hedged"),
    "vague": (0.05, "both have digits"),
    "same_kind": (0.5, "two kinds of value"),
    "small": (0.5, "not both small whole numbers"),
    "dimension_clash": (0.5, "no different dimensions of the thing"),
    "dimension_same": (0.5, "no dimension of the thing in common"),
    "cues_shared": (0.5, "no role in common"),
    "cues_differ": (0.5, "no roles that exclude each other"),
    "spread": (0.1, "other articles share little of the sentence"),
    "inside": (0.5, "they stand in two articles"),
    "direction": (-0.5, "one rises, the other falls"),
    "sole": (0.5, "both articles count that thing more than once"),
    "moved": (0.5, "not said to be the same thing that moves the same way"),
    "verbs": (0.05, "not the same is done"),
    "verbs_clash": (0.5, "nothing else is said to be done"),
    "context": (0.05, "little shared wording in this sentence and the one before"),
    "lead_text": (0.35, "other wording before the figure"),
    "tail_text": (0.35, "other wording after the figure"),
    "copies": (0.1, "the articles are not copies of one text"),
    "neighbours": (0.5, "other figures stand before and after"),
    "event": (-0.5, "another verb is nearest to the figure"),
    "role": (-0.5, "something else happened to those counted"),
    "other_things": (0.5, "neither counts what the other does not speak of"),
    "first_told": (0.5, "not both the first figure of their kind in the article"),
    "place_differ": (0.5, "as many such figures stand before them"),
    "clause_cover": (0.2, "the shorter clause's words are not in the other sentence"),
    "sentence_cover": (0.2, "the shorter sentence's words are not in the other"),
}
_FINDING_LOW: Mapping[str, tuple[float, str]] = {
    "conflict": (0.5, "the values can all be true"),
    "vague": (0.01, "every value has digits"),
    "hedged": (0.01, "no hedged value"),
    "names_clash": (0.05, "none names somebody else"),
    "cues_min": (0.5, "no roles that exclude each other"),
    "modifiers_max": (0.4, "no words that narrow the thing to different groups"),
    "unit_min": (0.5, "different things are counted or measured"),
    "near_max": (0.05, "next to no shared words next to the figures"),
    "lead": (0.05, "not in the opening"),
    "title": (0.05, "not in a headline"),
    "inside": (0.5, "more than one article"),
    "rounding": (0.5, "no rounding"),
    "hedge": (0.5, "no hedge"),
    "bound": (0.5, "no bound"),
    "granularity": (0.5, "no coarser date"),
    "internal": (0.5, "no article states both"),
    "third": (0.1, "no third source ties them"),
    "rival": (0.1, "no partner of the same value elsewhere"),
    "answers_each": (0.01, "each article gives one of the answers"),
    "clash_mean": (0.0, "no values exclude each other"),
    "clash_near": (0.05, "next to no shared words next to the values that exclude each other"),
    "clash_unit": (0.5, "the values that exclude each other count or measure different things"),
    "clash_modifiers": (0.4, "no words that narrow the excluding values to different groups"),
    "clash_names": (0.05, "neither of the excluding values names somebody else"),
    "clash_share": (0.0, "no values exclude each other"),
    "innocent_share": (0.0, "every value excludes another"),
}


def reason(name: str, value: float, words: Mapping[str, str], low: Mapping[str, tuple[float, str]]) -> str:
    """What feature `name` says at this value; "before any evidence" for the base."""
    if not name:
        return "before any evidence"
    if name in low and value <= low[name][0]:
        return low[name][1]
    return words.get(name, name.replace("_", " "))


_Low = Mapping[str, tuple[float, str]]


def _weights(model: Trees, row: Sequence[float], prefix: str, words: Mapping[str, str], low: _Low) -> list[tuple[str, float]]:
    value = dict(zip(model.names, row, strict=False))
    return [
        (prefix + reason(name, value.get(name, 0.0), words, low), weight)
        for name, weight in model.contributions(row).items()
        if abs(weight) >= LEAST or not name
    ]


def pair_ledger(pair: Pair, models: Models) -> list[tuple[str, float]]:
    """Why the pair answers one question: what the wording says, then what its rivals do to it; they add up to its log odds."""
    words = {**WORDS, **_of_this_pair(pair)}
    out = _weights(models.first_equal if pair.equal else models.first_unequal, pair.row, "aligned: ", words, _LOW)
    out.append(("aligned: among its rivals", log_odds(pair.second) - log_odds(pair.first)))
    return out


def _of_this_pair(pair: Pair) -> dict[str, str]:
    """Features whose wording depends on the kind of the two values."""
    row = dict(zip(NAMES, pair.row, strict=True))
    kind = pair.a.mention.kind
    named = f"one kind of value: {kind}" if kind == pair.b.mention.kind else f"kinds of value: {kind} and {pair.b.mention.kind}"
    if pair.a.date is not None and pair.b.date is not None:
        gap = row.get("ratio", -1.0)
        weekdays = f"weekdays {gap:.0f} days apart" if gap > 0 else "the same weekday" if gap == 0 else "no two weekdays to compare"
        return {"kind": named, "ratio": weekdays, "small": "how coarse the dates are", "digits": "how much of the dates is said"}
    times = exp(min(row.get("ratio", 0.0), 20.0))
    apart = (
        "the values are equal"
        if times == 1
        else f"the larger value is {times:.3g} times the smaller"
        if times < 10**8
        else "values far apart"
    )
    return {"kind": named, "ratio": apart, "relation": "neither is a date", "grain": "neither is a date"}


def finding_ledger(row: Sequence[float], conflict: bool, models: Models) -> list[tuple[str, float]]:
    """Why a finding that differs is as sure as it is."""
    return _weights(models.conflict if conflict else models.flag, row, "sure: ", FINDING, _FINDING_LOW)


def log_odds(p: float) -> float:
    """ln(p / (1 - p)), kept within ±12."""
    p = min(max(p, exp(-12)), 1 - exp(-12))
    return log(p / (1 - p))


def strongest(facet: Facet, side: Mapping[int, int]) -> Pair | None:
    """The likeliest pair of the facet between two of its values (`side`: claim index -> value), else between any two mentions."""
    apart = [p for p in facet.pairs if side[p.a.index] != side[p.b.index]] or list(facet.pairs)
    return max(apart, key=lambda p: (p.second, -p.a.index, -p.b.index), default=None)


def nearest_outside(facets: Sequence[Facet], pairs: Iterable[Pair]) -> list[Pair | None]:
    """For each facet the likeliest pair of one of its mentions with one that was not put with it; None where none was weighed.

    A mention of another article comes before one of the same article, which has its answer already.
    """
    owner = {c.index: i for i, facet in enumerate(facets) for c in facet.claims}
    best: list[Pair | None] = [None] * len(facets)
    for pair in pairs:
        sides = owner.get(pair.a.index, -1), owner.get(pair.b.index, -1)
        if sides[0] == sides[1]:
            continue
        for side in sides:
            if side >= 0 and _nearer(pair, best[side]):
                best[side] = pair
    return best


def _nearer(pair: Pair, other: Pair | None) -> bool:
    return other is None or _nearness(pair) > _nearness(other)


def _nearness(pair: Pair) -> tuple[bool, float, float, int, int]:
    return pair.a.article != pair.b.article, pair.second, pair.first, -pair.a.index, -pair.b.index


def outsider(pair: Pair, facet: Facet) -> tuple[Claim, Claim]:
    """(the claim of the pair that is in the facet, the one that is not)."""
    inside = {c.index for c in facet.claims}
    return (pair.a, pair.b) if pair.a.index in inside else (pair.b, pair.a)


def why_not(pair: Pair, limits: Limits, taken: bool) -> str:
    """One sentence: which limit the pair missed, or what else kept its mention out.

    `taken`: the mention stands in another finding.
    """
    needed = limits.inside if pair.a.article == pair.b.article else limits.equal if pair.equal else limits.unequal
    asked = f"{pair.second:.0%} likely to answer the same question"
    if pair.second < needed:
        return f"{asked}; at least {needed:.0%} is asked of {'equal' if pair.equal else 'different'} values"
    if taken:
        return f"{asked}, but it goes better with the mentions of another finding"
    return f"{asked}, but not with the other mentions taken together: with it the finding would be less sure"
