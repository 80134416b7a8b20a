"""From claims to candidate facets, and the choice among them."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.alignment.claim import Slots, read_slots
from discrepancy.alignment.cluster import Limits, candidates, select
from discrepancy.alignment.pairs import candidate_pairs
from discrepancy.model import Article
from discrepancy.pipeline import read_figures


def slots(*texts: str) -> Slots:
    articles = [Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1)]
    return read_slots(articles, [read_figures(a) for a in articles])


def test_claims_know_their_slot() -> None:
    found = slots("The dam failed in Norlund. Police in Norlund said 40 people were injured on Friday, and 7 died.").claims
    assert [c.mention.kind for c in found] == ["count", "date", "count"]
    assert "injury" in found[0].cues
    assert "norlund" in found[0].sentence.names
    assert found[0].peers == 1
    assert found[0].figures == {found[1].key, found[2].key}


def test_only_values_of_one_dimension_are_paired() -> None:
    pairs = candidate_pairs(slots("It weighed 280 pounds and cost $300.", "It weighed 127 kilograms and cost $310."))
    assert {(p.a.mention.kind, p.b.mention.kind) for p in pairs} == {("quantity", "quantity"), ("money", "money")}
    assert [p.equal for p in pairs if p.a.mention.kind == "quantity"] == [True]


def test_small_counts_of_different_things_are_never_one_question() -> None:
    assert candidate_pairs(slots("The wave sank two trawlers.", "The wave broke two churches.")) == []
    assert len(candidate_pairs(slots("The wave sank two trawlers.", "The wave took two trawlers."))) == 1


def test_people_are_people_by_whatever_noun() -> None:
    assert len(candidate_pairs(slots("The wave took two lads.", "The wave took two co-workers."))) == 1


def test_figures_of_the_opening_are_looked_at_in_whatever_words() -> None:
    assert candidate_pairs(slots("Some 40,000 came.", "The gates counted 28,215.")) != []
    far = "Nothing more is known. " * 4
    assert candidate_pairs(slots(f"{far}Some 40,000 came.", f"{far}The gates counted 28,215.")) == []


def test_candidates_nest_and_the_choice_is_disjoint() -> None:
    story = slots("Police said 40 people were hurt.", "Police said 40 people were hurt.", "Police said 70 people were hurt.")
    pairs = candidate_pairs(story)
    for pair in pairs:
        pair.second = 0.9 if pair.equal else 0.5
    nodes = candidates(story.claims, pairs, Limits())
    assert [len(n.facet.claims) for n in nodes] == [2, 1, 3]
    assert nodes[2].children == (0, 1)
    assert select(nodes, [0.2, -1, 0.8]) == [2]
    assert select(nodes, [0.9, -1, 0.8]) == [0]
    assert select(nodes, [-1, -1, -1]) == []


@dataclass(frozen=True)
class _Bare:
    children: tuple[int, ...]


def test_nothing_inside_or_round_a_chosen_node_is_chosen() -> None:
    nodes = [_Bare(()), _Bare(()), _Bare((0, 1)), _Bare(()), _Bare((2, 3))]
    assert select(nodes, [0.9, 0.5, 0.7, 0.3, 0.8]) == [0, 1, 3]  # type: ignore[arg-type]
