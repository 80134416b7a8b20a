"""The ledger of a pair: words that fit its values, sums that add up, and the mention that came nearest without being put with it."""

from __future__ import annotations

import pytest

from discrepancy.alignment.ledger import log_odds, pair_ledger, reason
from discrepancy.alignment.models import shipped_models
from discrepancy.alignment.pairs import candidate_pairs, judge_first, judge_second, second_rows
from discrepancy.model import Article, Story
from discrepancy.model.report import FindingRecord
from discrepancy.model.settings import Settings
from discrepancy.pipeline import compare_story
from tests.alignment.test_facets import slots

FERRY = (
    "The ferry Amrita sank off Norlund on Friday and 53 passengers drowned, police in Norlund said.",
    "Police in Norlund said 53 passengers drowned when the ferry Amrita sank on Friday.",
    "The ferry Amrita sank off Norlund. Police said 57 passengers drowned. In Norlund 190 passengers had boarded the ferry, police said.",
)


def findings(*texts: str) -> tuple[FindingRecord, ...]:
    articles = tuple(Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1))
    return compare_story(Story(articles), Settings(with_ledger=True)).findings


def test_the_ledger_of_a_pair_adds_up_to_its_likelihood() -> None:
    models = shipped_models()
    pairs = candidate_pairs(slots(*FERRY))
    judge_first(pairs, models.first)
    second_rows(pairs)
    judge_second(pairs, models.second)
    for pair in pairs:
        weights = pair_ledger(pair, models)
        first = models.first_equal if pair.equal else models.first_unequal
        left_out = first.log_odds(pair.row) - sum(w for r, w in weights if r != "aligned: among its rivals")
        raised = log_odds(pair.first) - first.log_odds(pair.row)
        assert abs(left_out) < 1.5
        assert sum(w for _, w in weights) + left_out + raised == pytest.approx(log_odds(pair.second), abs=0.01)


def test_a_reason_fits_the_value_of_its_feature() -> None:
    words, low = {"names_clash": "each names somebody else"}, {"names_clash": (0.5, "neither names somebody else")}
    assert reason("names_clash", 1.0, words, low) == "each names somebody else"
    assert reason("names_clash", 0.0, words, low) == "neither names somebody else"
    assert reason("", 0.0, words, low) == "before any evidence"
    assert reason("not_in_words", 1.0, words, low) == "not in words"


def test_the_nearest_mention_left_out_is_given_with_what_speaks_against_it() -> None:
    drowned = next(f for f in findings(*FERRY) if any("53" in v.label for v in f.values))
    near = drowned.nearest
    assert near is not None
    inside = {(m.article, m.start) for v in drowned.values for m in v.mentions}
    assert (near.mention.article, near.mention.start) not in inside
    assert (near.beside.article, near.beside.start) in inside
    assert [w.weight for w in near.weights] == sorted(w.weight for w in near.weights)
    assert near.weights[0].weight < 0
    assert "likely to answer the same question" in near.reason


def test_without_the_ledger_no_mention_left_out_is_told() -> None:
    articles = tuple(Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(FERRY, 1))
    assert all(f.nearest is None for f in compare_story(Story(articles), Settings()).findings)
