"""The labelled stories as the program reads them, for fitting and scoring.

Real ones need ../shared (or DISCREPANCY_SHARED); those of our own writing are in tests/stories.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from discrepancy.alignment.claim import Slots, read_slots
from discrepancy.alignment.pairs import Pair, candidate_pairs
from discrepancy.model import Article
from discrepancy.pipeline import read_figures

OWN = Path(__file__).resolve().parents[1] / "stories"
SHARED = Path(os.environ.get("DISCREPANCY_SHARED") or Path(__file__).resolve().parents[3] / "shared")


@dataclass(eq=False)
class Labelled:
    """One story: its articles, claims, candidate pairs and labels.

    facets  for each claim the labelled facets it meets.
    traps   pairs of claims (indexes, the lower first) that a label says must not be put together.
    own     whether the story is of our own writing.
    """

    name: str
    fold: int
    articles: list[Article]
    slots: Slots
    pairs: list[Pair]
    gold: dict[str, Any]
    facets: list[frozenset[int]]
    own: bool = False
    traps: frozenset[tuple[int, int]] = frozenset()


def meets(start: int, end: int, article: str, field: str, label: dict[str, Any]) -> bool:
    """Whether a mention meets a label, as the scorer says it."""
    if article != label["article"] or field != label.get("in", "text"):
        return False
    size, own = int(label["end"]) - int(label["start"]), end - start
    overlap = min(end, int(label["end"])) - max(start, int(label["start"]))
    return overlap > 0 and 2 * overlap >= min(size, own) and own <= max(80, 2 * size + 30)


def articles_of(folder: Path) -> list[Article]:
    """The JSON articles of a labelled story."""
    from discrepancy.read import load_story

    return list(load_story([folder]).articles)


def read(folder: Path, fold: int, own: bool = False) -> Labelled:
    """Read one labelled story."""
    articles = articles_of(folder)
    slots = read_slots(articles, [read_figures(a) for a in articles])
    gold = json.loads((folder / "gold.json").read_text())
    facets = []
    ends: dict[tuple[int, str], list[int]] = {}
    for claim in slots.claims:
        m, article = claim.mention, articles[claim.article].id
        for number, trap in enumerate(gold.get("traps", ())):
            for end in "ab":
                if "end" in trap[end] and meets(m.start, m.end, article, m.field, trap[end]):
                    ends.setdefault((number, end), []).append(claim.index)
        met = {j for j, f in enumerate(gold["facets"]) if any(meets(m.start, m.end, article, m.field, g) for g in f["mentions"])}
        facets.append(frozenset(met))
    traps = frozenset(
        (min(i, j), max(i, j)) for (number, end), found in ends.items() if end == "a" for i in found for j in ends.get((number, "b"), ())
    )
    return Labelled(folder.name, fold, articles, slots, candidate_pairs(slots), gold, facets, own, traps)


def dev() -> list[Labelled]:
    """All dev stories with their folds."""
    folds = json.loads((SHARED / "gold" / "folds.json").read_text())
    return [read(p, folds[p.name]) for p in sorted((SHARED / "gold" / "dev").iterdir()) if (p / "gold.json").exists()]


def own() -> list[Labelled]:
    """The stories of our own writing, each in a fold that its name alone decides."""
    found = [p for p in sorted(OWN.iterdir()) if (p / "gold.json").exists()] if OWN.is_dir() else []
    return [read(p, crc32(p.name.encode()) % 5, own=True) for p in found]
