"""Small boosted trees, fitted with LightGBM and written as the plain data that the program ships.

Needs the extra `fit` (lightgbm).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from discrepancy.alignment.trees import Trees

WEIGHTS = Path(__file__).resolve().parents[2] / "discrepancy" / "alignment" / "weights"

FOR = frozenset(
    {"unit", "near", "near_count", "clause", "wide", "sentence", "sentence_best", "sentence_rank", "names", "subject", "before", "after"}
    | {"figures", "context", "verbs", "lead_text", "tail_text", "neighbours", "moved", "direction", "sole", "dimension_same"}
    | {"event", "clause_cover", "sentence_cover", "role", "first_told"}
    | {"first", "margin", "mutual", "third", "paraphrase"}
    | {"apart_mean", "apart_max", "apart_min", "equal_mean", "first_mean", "near_max", "sentence_max", "unit_min", "first_min"}
)
AGAINST = frozenset(
    {
        "modifiers_differ",
        "names_clash",
        "dimension_clash",
        "figures_differ",
        "position",
        "verbs_clash",
        "order",
        "other_things",
        "place_differ",
    }
    | {"rival_a", "rival_b", "best_a", "best_b", "modifiers_max", "cues_min", "rival", "answers_each"}
)
"""Which way a piece of evidence may count: shared words never speak against one question, a clash never for it. So few stories
would say otherwise by chance."""
SEEDS = 2
"""Models under other draws of rows and features, averaged: so few stories make one draw noisy."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """A boosted model twice: the library's own, to judge many rows at once, and as the plain trees that are shipped."""

    boosters: tuple[Any, ...]
    trees: Trees

    def all(self, rows: Sequence[Sequence[float]]) -> Sequence[float]:
        """Probabilities of many rows."""
        if not len(rows):
            return []
        table = rounded(rows)
        odds = np.mean([b.predict(table, raw_score=True) for b in self.boosters], axis=0)
        return [float(x) for x in 1 / (1 + np.exp(-odds))]


def rounded(rows: Sequence[Sequence[float]]) -> Any:
    """The rows as a table, without the last digits: sums over sets of words differ there from run to run, and one such digit is enough
    to draw another tree."""
    return np.round(np.asarray(rows, dtype=float), 9)


def train(
    rows: Sequence[Sequence[float]],
    labels: Sequence[int],
    names: Sequence[str],
    settings: dict[str, Any],
    rounds: int,
    seeds: int = SEEDS,
    weights: Sequence[float] | None = None,
) -> Fitted:
    """A boosted model, the same for the same rows."""
    base = {"objective": "binary", "verbosity": -1, "deterministic": True, "num_threads": 1, "force_row_wise": True}
    boosters = []
    for seed in range(seeds):
        data = lightgbm.Dataset(rounded(rows), np.asarray(labels), weight=weights)
        towards = [(name in FOR) - (name in AGAINST) for name in names]
        boosters.append(lightgbm.train({**base, **settings, "seed": 7 + seed, "monotone_constraints": towards}, data, rounds))
    trees = tuple(tree for b in boosters for tree in plain(b.dump_model(), names).trees)
    return Fitted(tuple(boosters), Trees(tuple(names), 0.0, tuple(scaled(tree, 1 / seeds) for tree in trees)))


def scaled(node: list[Any], by: float) -> list[Any]:
    """A tree that counts so much."""
    mean = round(node[-1] * by, 5)
    return [mean] if len(node) == 1 else [node[0], node[1], scaled(node[2], by), scaled(node[3], by), mean]


def plain(dump: dict[str, Any], names: Sequence[str]) -> Trees:
    """LightGBM's dump as nested lists; inner means are the weighted means of the leaves below."""

    def node(raw: dict[str, Any]) -> tuple[list[Any], float]:
        if "leaf_value" in raw:
            return [round(raw["leaf_value"], 5)], float(raw.get("leaf_count", 1))
        left, n = node(raw["left_child"])
        right, m = node(raw["right_child"])
        mean = (left[-1] * n + right[-1] * m) / max(1.0, n + m)
        return [raw["split_feature"], round(float(raw["threshold"]), 5), left, right, round(mean, 5)], n + m

    return Trees(tuple(names), 0.0, tuple(node(t["tree_structure"])[0] for t in dump["tree_info"]))


def write(name: str, trees: Trees) -> None:
    """One model file, a tree a line."""
    body = ",\n".join(json.dumps(t, separators=(",", ":")) for t in trees.trees)
    (WEIGHTS / f"{name}.json").write_text(f'{{"names":{json.dumps(trees.names)},"bias":{trees.bias},"trees":[\n{body}\n]}}\n')
