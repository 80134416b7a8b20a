"""Verdicts over whole facets, and the sentences that explain them."""

from __future__ import annotations

from itertools import permutations

from discrepancy.extraction import read_mentions
from discrepancy.verdict.explain import explain
from discrepancy.verdict.judge import Outcome, Statement, judge


def said(*texts: str, speakers: tuple[str, ...] = (), days: tuple[str, ...] = ()) -> Outcome:
    statements = []
    for number, text in enumerate(texts, 1):
        (mention,) = read_mentions(text)
        speaker = speakers[number - 1] if speakers else ""
        statements.append(Statement(f"{number:02}", mention, (), speaker, days[number - 1] if days else ""))
    return judge(statements)


def test_one_value_agrees() -> None:
    outcome = said("Seven people died.", "It left 7 people dead.")
    assert (outcome.verdict, outcome.causes, len(outcome.values)) == ("agree", (), 1)


def test_values_that_can_all_be_true_are_imprecise() -> None:
    outcome = said("Nearly 29 million exchanges were made.", "More than 28.8 million exchanges were made.")
    assert outcome.verdict == "imprecise"
    assert "hedge" in outcome.causes
    assert "between 28.8 million and 28.9 million" in explain(outcome, str) or "28.8 million" in explain(outcome, str)


def test_values_that_exclude_each_other_conflict() -> None:
    outcome = said("Shares fell over 3 percent.", "Shares fell 4.4 percent.")
    assert outcome.verdict == "conflict"
    assert "01 says over 3 percent, 02 4.4 percent: 3 to 4 and 4.35 to 4.45 do not meet" in explain(outcome, str)


def test_a_conflict_keeps_its_explanations_without_being_acquitted() -> None:
    outcome = said(
        "Police counted 40 people.", "There were 70 people.", speakers=("police", "organisers"), days=("2026-03-09", "2026-03-10")
    )
    assert outcome.verdict == "conflict"
    assert set(outcome.causes) == {"attribution", "update"}
    assert "The one follows police, the other organisers." in explain(outcome, str)


def test_an_article_that_says_both_contradicts_itself() -> None:
    one, other = (read_mentions(t)[0] for t in ("Nine people died.", "Eight people died."))
    outcome = judge([Statement("01", one), Statement("01", other)])
    assert (outcome.verdict, outcome.causes) == ("conflict", ("internal",))
    assert explain(outcome, str).startswith("01 says both ")


def test_two_scores_that_differ_conflict() -> None:
    assert said("Germany won 3-2.", "Germany won 3-1.").verdict == "conflict"


def test_the_order_of_statements_changes_no_verdict() -> None:
    texts = ("About 50 people were hurt.", "50 people were hurt.", "70 people were hurt.")
    outcomes = {said(*order).verdict for order in permutations(texts)}
    assert outcomes == {"conflict"}


def test_a_birthday_may_lie_between_two_articles() -> None:
    told = ("Walter Dressel, 78, was robbed.", "Walter Dressel, 79, was robbed.")
    assert said(*told, days=("2024-10-05", "2025-02-11")).verdict == "imprecise"
    assert said(*told, days=("2024-10-05", "2024-10-06")).verdict == "conflict"
    assert said(*told, days=("2025-02-11", "2024-10-05")).verdict == "conflict"
    assert said(*told).verdict == "conflict"


def test_values_exclude_each_other_where_any_of_their_statements_do() -> None:
    outcome = said("It weighed 308 pounds.", "It weighed 22 stone.", "It weighed 317 pounds.")
    assert (outcome.verdict, len(outcome.values)) == ("conflict", 2)


def test_statements_that_exclude_each_other_never_share_a_value() -> None:
    texts = ("It struck at 8:53 p.m.", "It struck at 8:53 p.m. on Tuesday.", "It struck at 8:53 p.m. on Wednesday.")
    for order in permutations(texts):
        outcome = said(*order)
        assert (outcome.verdict, len(outcome.values)) == ("conflict", 2)


def test_a_rate_that_an_article_tells_holds_for_the_story() -> None:
    first, gloss = read_mentions("They stole jewels worth 85 million euros ($108 million).")
    other, apart = read_mentions("The loot is worth $108 million.")[0], read_mentions("The loot is worth $137 million.")[0]
    held = [Statement("01", first), Statement("01", gloss), Statement("02", other)]
    assert judge(held).verdict == "agree"
    outcome = judge([*held, Statement("03", apart)])
    assert (outcome.verdict, [len(v) for v in outcome.values]) == ("conflict", [3, 1])


def test_two_dates_that_nothing_links_are_one_unless_a_third_might_be() -> None:
    assert said("He left on Friday.", "He left on January 30.").verdict == "agree"
    assert said("He left on Friday.", "He left in January.").verdict == "imprecise"
    assert len(said("He left on Friday.", "He left on January 30.", "He left on Saturday.").values) == 3
