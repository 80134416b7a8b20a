"""The shipped weights fit the code that reads them, and their ledger adds up."""

from __future__ import annotations

import json
import random

import pytest

from discrepancy.alignment.confidence import FINDING_NAMES
from discrepancy.alignment.features import NAMES
from discrepancy.alignment.pairs import SECOND_NAMES
from discrepancy.alignment.trees import MANY, Trees, from_json, shipped

MODELS = {
    "first_equal": NAMES,
    "first_unequal": NAMES,
    "second_equal": SECOND_NAMES,
    "second_unequal": SECOND_NAMES,
    "flag": FINDING_NAMES,
    "conflict": FINDING_NAMES,
}


@pytest.mark.parametrize("name", MODELS)
def test_features_are_those_the_weights_were_fitted_on(name: str) -> None:
    assert shipped(name).names == MODELS[name]
    assert len(shipped(name).trees) > 10


@pytest.mark.parametrize("name", MODELS)
def test_contributions_add_up_to_the_log_odds(name: str) -> None:
    model = shipped(name)
    chance = random.Random(1)
    for _ in range(20):
        row = [chance.uniform(-1, 5) for _ in model.names]
        assert sum(model.contributions(row).values()) == pytest.approx(model.log_odds(row))
        assert 0.0 <= model.probability(row) <= 1.0


@pytest.mark.parametrize("name", MODELS)
def test_many_rows_are_judged_as_each_alone_to_the_bit(name: str) -> None:
    model = shipped(name)
    chance = random.Random(2)
    rows = [[chance.choice([0.0, 1.0, chance.uniform(-1, 5)]) for _ in model.names] for _ in range(MANY)]
    assert model.probabilities(rows) == [model.probability(row) for row in rows]
    assert model.probabilities(rows[:3]) == [model.probability(row) for row in rows[:3]]


def test_only_numbers_make_a_function() -> None:
    model = Trees(("a",), 0.0, ([0, "__import__('os')", [1.0], [2.0], 0.0],))
    with pytest.raises(ValueError, match="could not convert"):
        model.probabilities([[0.0]] * MANY)


def test_a_path_is_taken_as_written() -> None:
    tree = [0, 1.5, [-2.0], [1, 0.0, [1.0], [3.0], 2.0], 0.5]
    model = from_json(json.dumps({"names": ["a", "b"], "bias": 0.25, "trees": [tree]}))
    assert model == Trees(("a", "b"), 0.25, (tree,))
    assert model.log_odds([1.5, 9]) == -1.75
    assert model.log_odds([2, 9]) == 3.25
    assert model.contributions([2, 9]) == {"": 0.75, "a": 1.5, "b": 1.0}
