"""Score who, where and whether on labelled stories.

python tests/bench/participants.py GOLD_DIR SCORE.py [--folds FOLDS.json] [--show misses|false|all] [STORY ...]

Makes a report of the participant and polarity findings alone and scores it against the facets of those kinds, by family and fold.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from discrepancy.alignment.participants import participant_findings
from discrepancy.alignment.polarity import polarity_findings
from discrepancy.extraction.participants import find_participants
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Article
from discrepancy.model.group import Group

LEAST_CONFLICT, LEAST_IMPRECISE = 0.35, 0.3  # what the pipeline shows at its normal sensitivity
FAMILIES = {"participants": ("person", "organisation", "place"), "polarity": ("polarity",)}


def load_articles(folder: pathlib.Path) -> list[Article]:
    """The numbered articles of a story folder, in order."""
    out = []
    for path in sorted(folder.glob("[0-9]*.json")):
        record = json.loads(path.read_text())
        out.append(Article(path.stem, record.get("source") or "", record.get("title") or "", record["text"]))
    return out


def findings(articles: list[Article]) -> list[Group]:
    """All groups of the two families."""
    names = [(a, find_participants(a.text, a.title)) for a in articles]
    clauses = [(a, find_polarity(a.text, a.title)) for a in articles]
    found = [*participant_findings(names), *polarity_findings(clauses)]
    return [g for g in found if g.verdict == "agree" or g.confidence >= (LEAST_CONFLICT if g.verdict == "conflict" else LEAST_IMPRECISE)]


def as_report(groups: Iterable[Group]) -> dict[str, Any]:
    """A report as far as the scorer reads one."""

    def shown(article: str, m: Any) -> dict[str, Any]:
        return {"article": article, "field": m.field, "start": m.start, "end": m.end, "quote": m.text}

    return {
        "findings": [
            {
                "kind": g.kind,
                "topic": g.topic,
                "verdict": g.verdict,
                "confidence": g.confidence,
                "values": [{"label": v[0], "mentions": [shown(*m) for m in v[2]]} for v in g.values],
            }
            for g in groups
        ]
    }


def main() -> None:
    """Print a line for each story, family and fold."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("gold", type=pathlib.Path)
    ap.add_argument("scorer", type=pathlib.Path)
    ap.add_argument("--folds", type=pathlib.Path)
    ap.add_argument("--show", choices=["misses", "false", "all"])
    ap.add_argument("stories", nargs="*")
    args = ap.parse_intermixed_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    folds = json.loads(args.folds.read_text()) if args.folds else {}
    totals: dict[str, Counter[str]] = {f: Counter() for f in FAMILIES}
    by_fold: dict[tuple[str, int], Counter[str]] = {}
    slowest = 0.0
    for folder in sorted(p for p in args.gold.iterdir() if (p / "gold.json").exists()):
        if args.stories and folder.name not in args.stories:
            continue
        labels = json.loads((folder / "gold.json").read_text())
        articles = load_articles(folder)
        began = time.perf_counter()
        groups = findings(articles)
        slowest = max(slowest, time.perf_counter() - began)
        report = as_report(groups)
        scorer.check_quotes(report, folder)
        print(folder.name, f"{len(groups)} groups")
        for family, kinds in FAMILIES.items():
            part = {"findings": [f for f in report["findings"] if f["kind"] in kinds]}
            gold = {"facets": [f for f in labels["facets"] if f["kind"] in kinds]}
            result, notes = scorer.score(gold, part)
            totals[family].update(result)
            by_fold.setdefault((family, folds.get(folder.name, 0)), Counter()).update(result)
            for kind, note in notes:
                missed = kind.startswith("missed")
                if args.show == "all" or (args.show == "misses" and missed) or (args.show == "false" and not missed):
                    print("   ", kind, note[:600])
    for (family, fold), total in sorted(by_fold.items()):
        print(scorer.line(f"{family} {fold}", total))
    for family, total in totals.items():
        print(scorer.line(family, total))
    print(f"slowest story {slowest:.2f} s")


if __name__ == "__main__":
    main()
