"""Fit the alignment of who and where on the labelled stories and those of our own, scoring each story with models that have not seen it.

    python -m tests.bench.fit_participants            cross-validated figures, by fold
    python -m tests.bench.fit_participants --write    the same, then fit on all and write discrepancy/alignment/weights/participants_*.json

Needs the extra `fit` (lightgbm).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import lightgbm
import numpy as np

from discrepancy.alignment.pairs import Pair
from discrepancy.alignment.participants import merged, rule_findings
from discrepancy.alignment.participants_bearers import Bearer, read_bearers
from discrepancy.alignment.participants_features import GATE
from discrepancy.alignment.participants_found import FINDING_NAMES, LEAST, Difference, differences
from discrepancy.alignment.participants_learned import told as groups_told
from discrepancy.alignment.participants_ledger import NAMES
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_pairs import PASSED, evidence_of, participant_pairs
from discrepancy.alignment.participants_unknown import with_unknown
from discrepancy.alignment.trees import Trees
from discrepancy.extraction.participants import find_participants
from discrepancy.model import Article, Mention
from discrepancy.model.group import Group
from discrepancy.pipeline import BY_RULE
from tests.bench.boosted import plain, rounded, scaled, write
from tests.bench.scoring import as_group, only, score_line, scored
from tests.bench.stories import OWN, SHARED, articles_of, meets

KINDS = ("person", "organisation", "place")
PAIRS: dict[str, Any] = {
    "learning_rate": 0.07,
    "num_leaves": 14,
    "min_data_in_leaf": 40,
    "lambda_l2": 8.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
}
FINDINGS = {**PAIRS, "num_leaves": 6, "min_data_in_leaf": 25, "lambda_l2": 10.0, "feature_fraction": 0.4, "learning_rate": 0.06}
GATES = {**PAIRS, "num_leaves": 8, "min_data_in_leaf": 60, "learning_rate": 0.12, "feature_fraction": 0.9}
ROUNDS, ROUNDS_FINDING, ROUNDS_GATE = 80, 70, 20
SOME = 3  # of so many pairs that do not belong together one is used, with that weight
FACET = 6.0  # pairs of one facet beyond which they share that weight
SEEDS, SEEDS_FINDING = 2, 3
"""Models under other draws of rows and features, averaged."""
# Tried and of no use: which way each piece of evidence may count (as for figures), our own stories at the odds of the real ones,
# a model for each kind, a second model for "one question, whatever the values".


@dataclass(eq=False)
class Told:
    """One story as far as who and where go.

    labels  for each bearer the (facet, group) that it meets.
    table   the features of all pairs, one a row; right: of two groups of one facet; same: of one group.
    """

    name: str
    own: bool
    fold: int
    articles: list[Article]
    bearers: list[Bearer]
    pairs: list[Pair]
    gold: dict[str, Any]
    labels: list[frozenset[tuple[int, str]]]
    named: Sequence[tuple[Article, Sequence[Mention]]] = ()
    table: Any = None
    right: Any = None


def read(folder: Path, own: bool, fold: int) -> Told:
    """Read one labelled story."""
    gold = json.loads((folder / "gold.json").read_text())
    articles = articles_of(folder)
    named = lent(sorted(((a, find_participants(a.text, a.title)) for a in articles), key=lambda one: one[0].id))
    articles = [a for a, _ in named]
    slots, bearers = read_bearers(named)
    pairs = participant_pairs(bearers, evidence_of(articles, slots, bearers))
    labels = []
    for b in bearers:
        m, article = b.claim.mention, articles[b.article].id
        met = {
            (j, g["group"])
            for j, f in enumerate(gold["facets"])
            if f["kind"] in KINDS
            for g in f["mentions"]
            if meets(m.start, m.end, article, m.field, g)
        }
        labels.append(frozenset(met))
    story = Told(folder.name, own, fold, articles, bearers, pairs, gold, labels, named)
    story.table = rounded([p.row for p in pairs]).astype(np.float32) if pairs else np.zeros((0, len(NAMES)), dtype=np.float32)
    return story


def stories() -> list[Told]:
    """All stories, the real ones first."""
    folds = json.loads((SHARED / "gold" / "folds.json").read_text())
    out = [read(p, False, folds[p.name]) for p in sorted((SHARED / "gold" / "dev").iterdir()) if (p / "gold.json").exists()]
    out += [read(p, True, crc32(p.name.encode()) % 5) for p in sorted(OWN.iterdir()) if (p / "gold.json").exists()]
    return out


def answered(told: Told, pair: Pair) -> tuple[int, int]:
    """(whether both are answers to one question with different values, the facet)."""
    for j, g in sorted(told.labels[pair.a.index]):
        for k, h in sorted(told.labels[pair.b.index]):
            if j == k and g != h and told.gold["facets"][j]["verdict"] != "agree":
                return 1, j
    return 0, -1


def learned(rows: Any, labels: Any, weights: Any, settings: dict[str, Any], rounds: int, seeds: int) -> list[Any]:
    """Boosted models under several draws."""
    base = {"objective": "binary", "verbosity": -1, "deterministic": True, "num_threads": 1, "force_row_wise": True}
    out = []
    for seed in range(seeds):
        data = lightgbm.Dataset(rows, np.asarray(labels), weight=np.asarray(weights))
        out.append(lightgbm.train({**base, **settings, "seed": 7 + seed}, data, rounds))
    return out


def judged(boosters: Sequence[Any], rows: Any) -> Any:
    """Mean probabilities."""
    odds = np.mean([b.predict(rows, raw_score=True) for b in boosters], axis=0)
    return 1 / (1 + np.exp(-odds))


_PAIRS: dict[str, tuple[Any, Any, Any]] = {}


def pair_rows(told: Told) -> tuple[Any, Any, Any]:
    """Rows, labels and weights of the pairs with different values that the fit uses of a story."""
    if told.name not in _PAIRS:
        marks = [answered(told, p) if not p.equal else (0, -2) for p in told.pairs]
        often = Counter(j for y, j in marks if y)
        use = [i for i, (y, j) in enumerate(marks) if j != -2 and (y or i % SOME == 0)]
        weights = [min(1.0, FACET / often[marks[i][1]]) if marks[i][0] else float(SOME) for i in use]
        _PAIRS[told.name] = told.table[use], np.asarray([marks[i][0] for i in use], dtype=int), np.asarray(weights)
    return _PAIRS[told.name]


Pairs = tuple[list[Any], list[Any]]
_CHEAP = [NAMES.index(name) for name in GATE]


def pair_models(some: Sequence[Told]) -> Pairs:
    """The models of pairs with different values: by cheap features, and by all."""
    parts = [pair_rows(t) for t in some]
    rows, labels, weights = (np.concatenate([p[i] for p in parts]) for i in range(3))
    return learned(rows[:, _CHEAP], labels, weights, GATES, ROUNDS_GATE, 1), learned(rows, labels, weights, PAIRS, ROUNDS, SEEDS)


def found(told: Told, model: Pairs) -> list[Difference]:
    """The candidate differences of a story under a model of pairs."""
    if len(told.pairs):
        passed = np.argsort(-judged(model[0], told.table[:, _CHEAP]), kind="stable")[:PASSED]
        for pair in told.pairs:
            pair.first = 0.0
        for i, p in zip(passed, judged(model[1], told.table[passed]), strict=True):
            told.pairs[i].first = float(p)
    for i, pair in enumerate(told.pairs):
        if pair.first >= LEAST:
            pair.row = told.table[i]
    return differences(told.bearers, told.pairs, len(told.articles))


def right(told: Told, one: Difference) -> tuple[bool, bool]:
    """Whether the scorer would count the difference: as a conflict, and as a flag (as the shared scorer has it)."""
    met = [told.labels[b.index] for b in one.bearers]
    labelled = [{j for j, _ in m} for m in met if m]
    if 2 * len(labelled) < len(met):
        return False, False
    conflict = flag = False
    for j in sorted({j for m in labelled for j in m}):
        facet = told.gold["facets"][j]
        if facet["verdict"] == "agree" or 2 * sum(j in m for m in labelled) < len(labelled):
            continue
        groups: dict[str, set[int]] = defaultdict(set)
        for i, value in enumerate(one.values):
            for b in value:
                for k, g in told.labels[b.index]:
                    if k == j:
                        groups[g].add(i)
        for x in groups:
            for y in groups:
                if groups[x] - groups[y] and groups[y] - groups[x]:
                    flag = True
                    conflict = conflict or [x, y] in facet.get("conflicting", ()) or [y, x] in facet.get("conflicting", ())
    return conflict, flag


def finding_models(some: Sequence[Told], inner: int = 3) -> tuple[list[Any], list[Any]]:
    """Confidence that a difference is one, and that it is a conflict, on candidates of stories that the pair models have not seen."""
    rows, flags, conflicts = [], [], []
    for part in range(inner):
        model = pair_models([t for i, t in enumerate(some) if i % inner != part])
        for told in [t for i, t in enumerate(some) if i % inner == part]:
            for one in found(told, model):
                conflict, flag = right(told, one)
                rows.append(one.row)
                flags.append(int(flag))
                conflicts.append(int(conflict))
    table = rounded(rows)
    alike = np.ones(len(rows))
    both = [learned(table, labels, alike, FINDINGS, ROUNDS_FINDING, SEEDS_FINDING) for labels in (flags, conflicts)]
    return both[0], both[1]


Weighed = tuple[Difference, float, float]


def weighed(told: Told, pairs: Pairs, models: tuple[Sequence[Any], Sequence[Any]]) -> list[Weighed]:
    """The differences of a story: (difference, probability of a flag, of a conflict)."""
    some = found(told, pairs)
    if not some:
        return []
    table = rounded([d.row for d in some])
    return [(d, float(f), float(c)) for d, f, c in zip(some, judged(models[0], table), judged(models[1], table), strict=True)]


def held_out(every: Sequence[Told]) -> dict[str, list[Weighed]]:
    """By story name, its differences under models that have not seen it."""
    out = {}
    for fold in range(5):
        training = [t for t in every if t.fold != fold]
        models = finding_models(training)
        pairs = pair_models(training)
        for told in every:
            if told.fold == fold:
                out[told.name] = weighed(told, pairs, models)
    return out


def crossed(every: Sequence[Told] | None = None) -> dict[str, list[Group]]:
    """By story name, all groups of who and where found with weights that have not seen the story, before any cut-off of confidence."""
    every = every or stories()
    return {name: merged(rules(t), groups_of(t, some)) for t, (name, some) in _with(every, held_out(every))}


def _with(every: Sequence[Told], held: dict[str, list[Weighed]]) -> list[tuple[Told, tuple[str, list[Weighed]]]]:
    return [(t, (t.name, held[t.name])) for t in every]


def groups_of(story: Told, some: Sequence[Weighed]) -> list[Group]:
    """The learned differences of a story as groups."""
    return groups_told(story.articles, [d for d, _, _ in some], [f for _, f, _ in some], [c for _, _, c in some], None)


def rules(story: Told) -> list[Group]:
    """What the rules find."""
    return rule_findings(with_unknown(story.named))


def report_of(groups: Sequence[Group], least: tuple[float, float]) -> dict[str, Any]:
    """What the scorer reads of the groups that are shown."""
    shown = [g for g in groups if g.verdict == "agree" or g.confidence >= least[g.verdict != "conflict"]]
    return {"findings": [as_group(g)[1] for g in shown]}


def table(every: Sequence[Told], found_by: dict[str, list[Group]], least: tuple[float, float], name: str) -> None:
    """The shared scorer's line for the real stories and for those of our own."""
    for own in (False, True):
        total: Counter[str] = Counter()
        for t in every:
            if t.own is own and t.name in found_by:
                total.update(scored(only(t.gold, set(KINDS)), report_of(found_by[t.name], least))[0])
        print(score_line(f"{name} {'own' if own else 'dev'}", total), flush=True)


def transfer(every: Sequence[Told]) -> dict[str, list[Weighed]]:
    """Each story under models fitted on the other sort alone: on our own for the real ones, on the real ones for our own."""
    out = {}
    for own in (False, True):
        training = [t for t in every if t.own is not own]
        models, pairs = finding_models(training), pair_models(training)
        out.update({t.name: weighed(t, pairs, models) for t in every if t.own is own})
    return out


def write_weights(every: Sequence[Told]) -> None:
    """Fit on everything, and write what is shipped."""
    models, pairs = finding_models(every), pair_models(every)
    for name, boosters, names in (
        ("gate", pairs[0], GATE),
        ("differ", pairs[1], NAMES),
        ("flag", models[0], FINDING_NAMES),
        ("conflict", models[1], FINDING_NAMES),
    ):
        trees = [tree for b in boosters for tree in plain(b.dump_model(), names).trees]
        write(f"participants_{name}", Trees(tuple(names), 0.0, tuple(scaled(tree, 1 / len(boosters)) for tree in trees)))


def main() -> None:
    """Print cross-validated figures; with --write also fit on all and write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--no-table", action="store_true")
    options.add_argument("--transfer", action="store_true", help="also fit on our own and score on the real ones, and the other way")
    given = options.parse_args()
    every = stories()
    if given.write:
        write_weights(every)
        print("weights written", flush=True)
    if given.no_table:
        return
    table(every, {t.name: rules(t) for t in every}, BY_RULE["normal"], "rules alone")
    sorts = {"held out": held_out(every), **({"transferred": transfer(every)} if given.transfer else {})}
    for sort, held in sorts.items():
        groups = {t.name: groups_of(t, held[t.name]) for t in every}
        both = {t.name: merged(rules(t), groups[t.name]) for t in every}
        for sensitivity, least in BY_RULE.items():
            table(every, groups, least, f"learned alone {sort} {sensitivity}")
            table(every, both, least, f"all {sort} {sensitivity}")


if __name__ == "__main__":
    main()
