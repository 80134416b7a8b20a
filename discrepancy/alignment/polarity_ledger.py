"""Why two clauses are taken for a yes and a no to one question, in words: signed log odds by reason."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.alignment.trees import Trees

REASONS = (
    ("names the denial's names or not", "names_ figures_"),
    ("words that both share", "shared cover cosine of_affirm in_order run heaviest spread score"),
    ("what is denied is said, of the same subject", "predicate verb_ subject object tense"),
    ("states that exclude one another", "opposed alike deny_states affirm_states turned"),
    ("how it is denied", "deny_not deny_never deny_no deny_with deny_den deny_fa deny_unproved deny_silence deny_doubt"),
    ("the other clause denies, too", "affirm_any affirm_not affirm_denied affirm_false affirm_same affirm_under affirm_sentence copied"),
    ("hedges, questions and who speaks", "_may _report _plan _open _self _asked _quoted question idle contrast _doubt _silence"),
    ("where they stand in the articles", "_title _number same_ distance after beside later _central"),
    ("how other clauses match", "rank_ margin_ affirming denying own_affirms best second_pair mass above below place pairs articles"),
)  # fmt: skip
"""Reasons, and parts of the names of the features that each stands for; the first that fits counts."""


def reason(feature: str) -> str:
    """The reason that a feature stands for."""
    for words, parts in REASONS:
        if any(part in feature for part in parts.split()):
            return words
    return "other words of the two clauses"


def ledger(pair: Trees, finding: Trees, row: Sequence[float], whole: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """The reasons of a finding, the weightiest first: those of its surest pair, and what the finding as a whole adds."""
    out: dict[str, float] = {}
    for feature, weight in pair.contributions(row).items():
        if feature:
            out[reason(feature)] = out.get(reason(feature), 0.0) + weight
    for feature, weight in finding.contributions(whole).items():
        if feature:
            words = "how well the surest pair matches" if feature == "pair" else f"as a finding: {reason(feature)}"
            out[words] = out.get(words, 0.0) + weight
    rounded = ((words, round(weight, 3)) for words, weight in out.items())
    return tuple(sorted((r for r in rounded if r[1]), key=lambda r: (-abs(r[1]), r[0])))
