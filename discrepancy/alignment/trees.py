"""Small boosted trees as plain data: evaluated here, fitted by `python -m tests.bench.fit`.

A model file is JSON: `{"names": [...], "bias": b, "trees": [node, …]}`; a node is `[feature, threshold, left, right, mean]`
(left when value <= threshold) and a leaf `[mean]`. Means are in log odds, so that each step of a path changes the sum by a signed
amount which belongs to the feature it asked (Saabas 2014): the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "weights"
MANY = 1_000
"""Rows from which it pays to turn the trees into one function first: that takes as long as judging so many rows node by node."""


@dataclass(frozen=True, slots=True)
class Trees:
    """One fitted model; `names` are the features in the order of the rows it takes."""

    names: tuple[str, ...]
    bias: float
    trees: tuple[Any, ...]
    _quick: tuple[Any, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the trees once more without their inner means, a leaf as a bare number: a third quicker to walk."""
        object.__setattr__(self, "_quick", tuple(map(_bare, self.trees)))

    def log_odds(self, row: Sequence[float]) -> float:
        """The sum over all trees."""
        total = self.bias
        for node in self._quick:
            while node.__class__ is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total

    def probability(self, row: Sequence[float]) -> float:
        """The logistic of the sum."""
        return _logistic(self.log_odds(row))

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """`probability` of every row, to the bit: three times as fast where there are many."""
        odds = _function(self) if len(rows) >= MANY else self.log_odds
        return [_logistic(odds(row)) for row in rows]

    def contributions(self, row: Sequence[float]) -> dict[str, float]:
        """Signed log odds by feature; with the base under "" they add up to `log_odds`."""
        out: dict[str, float] = {"": self.bias}
        for node in self.trees:
            out[""] += node[-1]
            while len(node) == 5:
                following = node[2] if row[node[0]] <= node[1] else node[3]
                name = self.names[node[0]]
                out[name] = out.get(name, 0.0) + following[-1] - node[-1]
                node = following
        return out


def _bare(node: Any) -> Any:
    return (node[0], node[1], _bare(node[2]), _bare(node[3])) if len(node) == 5 else node[0]


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def _function(trees: Trees) -> Callable[[Sequence[float]], float]:
    """`log_odds` as one expression of Python. Only numbers go into it: `int` and `float` refuse everything else."""

    def written(node: Any) -> str:
        if len(node) == 1:
            return repr(float(node[0]))
        return f"({written(node[2])} if r[{int(node[0])}]<={float(node[1])!r} else {written(node[3])})"

    total = "+".join([repr(float(trees.bias)), *map(written, trees.trees)])
    made: Callable[[Sequence[float]], float] = eval(f"lambda r:{total}", {"__builtins__": {}})
    return made


def from_json(text: str) -> Trees:
    """Read a model; raises KeyError or ValueError on another shape."""
    raw = json.loads(text)
    return Trees(tuple(raw["names"]), float(raw["bias"]), tuple(raw["trees"]))


@cache
def shipped(name: str) -> Trees:
    """The model `weights/<name>.json` that comes with the program."""
    return from_json((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
