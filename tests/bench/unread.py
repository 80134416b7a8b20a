"""The stories that nobody reads, beside what the labelled ones lead one to expect of so few.

    python -m tests.bench.fit --write    makes the table, from stories scored by weights that have not seen them

Of `../shared/gold/check` only totals are taken: no finding, no label and no text of theirs is shown or kept.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.report.jsonreport import dumps
from tests import gold_score
from tests.bench.rates import f1

DRAWS = 2000
INSIDE = 0.9


def interval(stories: Sequence[Counter[str]], key: str, size: int) -> tuple[float, float]:
    """The middle nine tenths of F1 over DRAWS samples of `size` stories, drawn with replacement."""
    chance = random.Random(0)
    found = sorted(f1(sum((chance.choice(stories) for _ in range(size)), Counter()), key) for _ in range(DRAWS))
    edge = int(DRAWS * (1 - INSIDE) / 2)
    return found[edge], found[-1 - edge]


def unread(
    folder: Path, families: dict[str, set[str]], score: Callable[[dict[str, Any], dict[str, Any]], Counter[str]]
) -> dict[str, list[Counter[str]]]:
    """Counts of each story of `folder` by family, from the program as it is shipped; empty without the folder."""
    out: dict[str, list[Counter[str]]] = {family: [] for family in families}
    for path in sorted(folder.glob("*/gold.json")):
        report = json.loads(dumps(compare_story(load_story([path.parent]))))
        gold_score.check_quotes(report, path.parent)  # type: ignore[no-untyped-call]  # a verbatim copy
        gold = json.loads(path.read_text())
        for family, kinds in families.items():
            some = {**gold, "facets": [f for f in gold["facets"] if f["kind"] in kinds]}
            out[family].append(score(some, {"findings": [f for f in report["findings"] if f["kind"] in kinds]}))
    return out


def page(dev: dict[str, list[Counter[str]]], others: dict[str, list[Counter[str]]]) -> list[str]:
    """The table as lines of Markdown; none without the stories."""
    if not any(others.values()):
        return []
    size = len(next(iter(others.values())))
    out = [HEAD.format(size=size, stories=len(next(iter(dev.values()))))]
    for family, counts in others.items():
        for key, name in (("c", "conflict"), ("f", "flagged"), ("a", "aligned")):
            expected, total = sum(dev[family], Counter()), sum(counts, Counter())
            if key == "a" and not total["a_gold"]:
                continue
            (low, high), (least, most) = (interval(dev[family], key, n) for n in (len(dev[family]), size))
            got = f1(total, key)
            out.append(
                f"| {family} | {name} | {f1(expected, key):.2f} | {low:.2f} to {high:.2f} | {least:.2f} to {most:.2f} "
                f"| {got:.2f} ({total[key + '_found'] if key != 'a' else total['a_tp']} of {total[key + '_gold']}) "
                f"| {'yes' if low <= got <= high else 'of so few' if least <= got <= most else 'no'} |"
            )
    return out


HEAD = """
## Stories that nobody reads

F1 at `normal` of {size} more labelled stories, of which only these totals are ever looked at, scored by the program as shipped; beside
it the labelled {stories}, scored as above, and where nine of ten samples of as many, and of {size}, of them fall (drawn by story, with
replacement).

| kinds | measure | labelled | nine of ten samples | of {size} | unread | inside |
|---|---|---|---|---|---|---|"""
