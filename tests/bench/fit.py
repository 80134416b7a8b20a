"""Fit the alignment models on the labelled stories, scoring each story with models that have not seen it.

    python -m tests.bench.fit            cross-validated figures, by fold of ../shared/gold/folds.json
    python -m tests.bench.fit --write    the same, then fit on all dev stories and write discrepancy/alignment/weights/

Needs the extra `fit` (lightgbm). Stage two is fitted on stage-one predictions for stories that stage one had not
seen, inside the training stories alone, so that no figure printed here has seen its story.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from discrepancy.alignment.cluster import Limits, Node, candidates
from discrepancy.alignment.confidence import FINDING_NAMES
from discrepancy.alignment.features import NAMES
from discrepancy.alignment.pairs import SECOND_NAMES, priors, second_rows
from discrepancy.alignment.trees import Trees
from discrepancy.model.group import Group
from discrepancy.pipeline import BY_RULE, LIMITS, Compared, chosen, compared, participants, weighed
from tests import gold_score
from tests.bench import unread
from tests.bench.page import ACCURACY, page
from tests.bench.stories import SHARED, Labelled, dev, meets, own

WEIGHTS = Path(__file__).resolve().parents[2] / "discrepancy" / "alignment" / "weights"
FIGURES = {"count", "money", "percent", "quantity", "duration", "age", "date"}
STAGE_ONE: dict[str, Any] = {
    "learning_rate": 0.06,
    "num_leaves": 24,
    "min_data_in_leaf": 30,
    "lambda_l2": 6.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
}
STAGE_TWO = {**STAGE_ONE, "num_leaves": 8, "feature_fraction": 0.8, "learning_rate": 0.12}
FINDING = {**STAGE_ONE, "num_leaves": 6, "min_data_in_leaf": 12, "lambda_l2": 10.0, "learning_rate": 0.08}
ROUNDS, ROUNDS_TWO, ROUNDS_FINDING = 120, 45, 45


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
SEEDS, SEEDS_FINDING = 2, 3
"""Models of pairs, and of whole findings, under other draws of rows and features, averaged: so few stories make one draw noisy."""


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
    return Fitted(tuple(boosters), Trees(tuple(names), 0.0, tuple(_scaled(tree, 1 / seeds) for tree in trees)))


def _scaled(node: list[Any], by: float) -> list[Any]:
    mean = round(node[-1] * by, 5)
    return [mean] if len(node) == 1 else [node[0], node[1], _scaled(node[2], by), _scaled(node[3], by), mean]


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


def together(story: Labelled, a: int, b: int) -> int:
    """Whether two claims are labelled as answers to one question."""
    return int(bool(story.facets[a] & story.facets[b]))


OWN, OWN_FINDING = 0.7, 0.2
"""What a pair, and a candidate finding, of a story of our own weighs beside one of a labelled story."""

TRAP = 3.0
"""What a pair that a label calls a trap weighs beside another that does not belong together: somebody found it the likeliest mistake."""


EVEN = 0.8
"""How far stories are evened out: 0 lets each pair weigh the same, so that the longest stories teach most; 1 each story. Of held-back
pairs .5 and .8 brought average precision from .54 to .56 and .57 (figures) and from .52 to .53 and .55 (dates)."""


def evened(sizes: Sequence[int]) -> list[float]:
    """What a pair of each story weighs, for as many pairs as the stories have; 1 in the mean of all pairs."""
    shares = [max(1, n) ** -EVEN for n in sizes]
    mean = sum(n * share for n, share in zip(sizes, shares, strict=True)) / max(1, sum(sizes))
    return [share / mean for share in shares]


def weights_of(labels: Sequence[int], ours: Sequence[bool], weight: float) -> list[float]:
    """Weight of each row. In the stories of our own, which are short, more belongs together: their positive rows weigh less, so that
    the odds are those of the labelled stories."""
    count = Counter(zip(ours, labels, strict=True))
    real = count[False, 1] / max(1, count[False, 0])
    own = count[True, 1] / max(1, count[True, 0])
    less = min(1.0, real / own) if real and own else 1.0
    return [weight * (less if y else 1.0) if of_own else 1.0 for y, of_own in zip(labels, ours, strict=True)]


def weighted(stories: Sequence[Labelled], equal: bool, second: bool) -> tuple[list[Sequence[float]], list[int], list[float]]:
    """Rows, labels and weights of all pairs."""
    chosen = [(p.row2 if second else p.row, together(s, p.a.index, p.b.index), s.own) for s in stories for p in s.pairs if p.equal is equal]
    labels = [y for _, y, _ in chosen]
    weights = weights_of(labels, [own for _, _, own in chosen], OWN)
    sprung = [(p.a.index, p.b.index) in s.traps for s in stories for p in s.pairs if p.equal is equal]
    weights = [w * TRAP if trap and not y else w for w, trap, y in zip(weights, sprung, labels, strict=True)]
    sizes = [sum(p.equal is equal for p in s.pairs) for s in stories]
    even = [share for n, share in zip(sizes, evened(sizes), strict=True) for _ in range(n)]
    weights = [w * share for w, share in zip(weights, even, strict=True)]
    return [r or [] for r, _, _ in chosen], labels, weights


def first_models(stories: Sequence[Labelled]) -> tuple[Fitted, Fitted]:
    """Stage one: equal, unequal."""
    out = []
    for equal in (True, False):
        rows, labels, weights = weighted(stories, equal, second=False)
        out.append(train(rows, labels, NAMES, STAGE_ONE, ROUNDS, weights=weights))
    return out[0], out[1]


def fill_first(stories: Sequence[Labelled], models: tuple[Fitted, Fitted]) -> None:
    """Stage one and the rows of stage two, for all pairs."""
    for model, equal in zip(models, (True, False), strict=True):
        pairs = [p for s in stories for p in s.pairs if p.equal is equal]
        for pair, value in zip(pairs, model.all([p.row for p in pairs]), strict=True):
            pair.first = value
    for story in stories:
        for pair, least in zip(story.pairs, priors(story.pairs), strict=True):
            pair.first = max(pair.first, least)
        second_rows(story.pairs)


def fill_second(stories: Sequence[Labelled], models: tuple[Fitted, Fitted]) -> None:
    """Stage two for all pairs."""
    for model, equal in zip(models, (True, False), strict=True):
        pairs = [p for s in stories for p in s.pairs if p.equal is equal]
        for pair, value in zip(pairs, model.all([p.row2 or [] for p in pairs]), strict=True):
            pair.second = value


def second_models(stories: Sequence[Labelled], inner: int = 3) -> tuple[Fitted, Fitted]:
    """Stage two, on stage-one predictions of stories that stage one has not seen."""
    for part in range(inner):
        fill_first(
            [s for i, s in enumerate(stories) if i % inner == part], first_models([s for i, s in enumerate(stories) if i % inner != part])
        )
    out = []
    for equal in (True, False):
        rows, labels, weights = weighted(stories, equal, second=True)
        out.append(train(rows, labels, SECOND_NAMES, STAGE_TWO, ROUNDS_TWO, weights=weights))
    return out[0], out[1]


def as_finding(found: Compared, story: Labelled) -> dict[str, Any]:
    """What the scorer reads of a finding."""
    values = [
        {
            "mentions": [
                {
                    "article": story.articles[c.article].id,
                    "field": c.mention.field,
                    "start": c.mention.start,
                    "end": c.mention.end,
                    "quote": c.mention.text,
                }
                for c in group
            ]
        }
        for group in found.values
    ]
    return {"verdict": found.outcome.verdict, "kind": found.facet.claims[0].mention.kind, "topic": "", "values": values}


def right(found: Compared, story: Labelled) -> tuple[bool, bool]:
    """Whether the scorer would count the finding: as a conflict, and as a flag."""
    report = {"findings": [as_finding(found, story)]}
    r, _ = scored(story.gold, report)
    return bool(r["c_tp"]), bool(r["f_tp"])


@dataclass(frozen=True, eq=False)
class Base:
    """Stages one and two."""

    first: tuple[Fitted, Fitted]
    second: tuple[Fitted, Fitted]


def base_models(stories: Sequence[Labelled]) -> Base:
    """Stages one and two on `stories`."""
    second = second_models(stories)
    return Base(first_models(stories), second)


Judged = tuple[list[Node], list[Compared]]
_RIGHT: dict[tuple[str, frozenset[int], str], tuple[bool, bool]] = {}


def flags(stories: Sequence[Labelled], base: Base, limits: Limits) -> list[Judged]:
    """All candidate facets of each story, judged."""
    fill_first(stories, base.first)
    fill_second(stories, base.second)
    out = []
    for s in stories:
        nodes = candidates(s.slots.claims, s.pairs, limits)
        out.append((nodes, [compared(n.facet, s.articles) for n in nodes]))
    return out


def judged_right(one: Compared, story: Labelled) -> tuple[bool, bool]:
    """Whether the scorer would count the finding, as a conflict and as a flag; remembered, for the same facet comes back in other folds."""
    key = (story.name, frozenset(c.index for c in one.facet.claims), one.outcome.verdict)
    if key not in _RIGHT:
        _RIGHT[key] = right(one, story)
    return _RIGHT[key]


def finding_models(stories: Sequence[Labelled], added: Sequence[Labelled], limits: Limits, inner: int = 3) -> tuple[Fitted, Fitted]:
    """Confidence that values differ, and that they exclude each other, on candidates of stories that the alignment models have not seen.

    The stories of our own (`added`) weigh little here, at the odds of the labelled ones: in them more facets conflict than in the news.
    """
    flagged: list[tuple[Sequence[float], int, bool]] = []
    conflicts: list[tuple[Sequence[float], int, bool]] = []
    for part in range(inner):
        base = base_models([s for some in (stories, added) for i, s in enumerate(some) if i % inner != part])
        held = [s for some in (stories, added) for i, s in enumerate(some) if i % inner == part]
        for story, (_, found) in zip(held, flags(held, base, limits), strict=True):
            for one in found:
                if one.outcome.verdict == "agree":
                    continue
                excludes, differs = judged_right(one, story)
                flagged.append((one.row, int(differs), story.own))
                if one.outcome.verdict == "conflict":
                    conflicts.append((one.row, int(excludes), story.own))
    models = []
    for rows in (flagged, conflicts):
        labels = [y for _, y, _ in rows]
        weights = weights_of(labels, [own for _, _, own in rows], OWN_FINDING)
        models.append(train([r for r, _, _ in rows], labels, FINDING_NAMES, FINDING, ROUNDS_FINDING, SEEDS_FINDING, weights))
    return models[0], models[1]


def scored(gold: dict[str, Any], report: dict[str, Any]) -> tuple[Counter[str], list[tuple[str, str]]]:
    """The shared scorer's counts and notes."""
    counts, notes = gold_score.score(gold, report)  # type: ignore[no-untyped-call]  # a verbatim copy
    return counts, notes


def score_line(name: str, counts: Counter[str]) -> str:
    """The shared scorer's line."""
    return str(gold_score.line(name, counts))  # type: ignore[no-untyped-call]  # a verbatim copy


def only(gold: dict[str, Any], kinds: set[str]) -> dict[str, Any]:
    """The labels of some kinds; traps stay."""
    return {**gold, "facets": [f for f in gold["facets"] if f["kind"] in kinds]}


def main() -> None:
    """Print cross-validated figures; with --write also fit on all and write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--equal", type=float, default=Limits().equal)
    options.add_argument("--unequal", type=float, default=Limits().unequal)
    options.add_argument("--inside", type=float, default=Limits().inside)
    options.add_argument("--show", action="store_true")
    options.add_argument("--without-own", action="store_true", help="fit on the real stories alone")
    options.add_argument("--no-table", action="store_true", help="no cross-validated figures: with --write, only the weights")
    given = options.parse_args()
    limits = Limits(given.equal, given.unequal, given.inside)
    stories = dev()
    added = [] if given.without_own else own()
    for name, some in (("labelled", stories), ("of our own", added)):
        print(f"{len(some)} stories {name}, {sum(len(s.slots.claims) for s in some)} claims, {sum(len(s.pairs) for s in some)} pairs")
    if given.write:
        write_weights(stories, added, limits)
        print("weights written", flush=True)
    if given.no_table:
        return
    held: list[tuple[Labelled, Judged]] = []
    held_own: list[tuple[Labelled, Judged]] = []
    for fold in range(5):
        training, more = ([s for s in some if s.fold != fold] for some in (stories, added))
        flag, conflict = finding_models(training, more, limits)
        base = base_models([*training, *more])
        for some, out in ((stories, held), (added, held_own)):
            test = [s for s in some if s.fold == fold]
            for story, (nodes, _) in zip(test, flags(test, base, limits), strict=True):
                out.append((story, (nodes, weighed(nodes, story.articles, flag.trees.probability, conflict.trees.probability))))
        print("fold", fold, flush=True)
    table(held, given.show)
    rows = families(held)
    rows_own = families(held_own)
    for told, figures in (("labelled", rows), ("of our own", rows_own)):
        for sensitivity, family, counts in figures:
            print(f"{told} {sensitivity:7}", score_line(family, counts))
    lost = losses(held)
    for row, n in sorted(lost.items()):
        print(*row, n)
    if given.write:
        beside = unread_page(held)
        ACCURACY.write_text(page(len(held), rows, rows_own, beside, lost, calibration(held)))


def write_weights(stories: Sequence[Labelled], added: Sequence[Labelled], limits: Limits) -> None:
    """Fit on everything, and write what is shipped."""
    flag, conflict = finding_models(stories, added, limits)
    base = base_models([*stories, *added])
    WEIGHTS.mkdir(exist_ok=True)
    for stage, pair in (("first", base.first), ("second", base.second)):
        for name, model in zip(("equal", "unequal"), pair, strict=True):
            write(f"{stage}_{name}", model.trees)
    write("flag", flag.trees)
    write("conflict", conflict.trees)


FAMILIES = {
    "figures": FIGURES - {"date"},
    "dates": {"date"},
    "participants": {"person", "organisation", "place"},
    "polarity": {"polarity"},
    "all": FIGURES | {"person", "organisation", "place", "polarity"},
}


Counts = dict[str, list[Counter[str]]]


def counted(held: Sequence[tuple[Labelled, Judged]], sensitivity: str) -> Counts:
    """Counts of each story by family: what is fitted is cross-validated; the rules for names and polarity are as they are."""
    out: Counts = {family: [] for family in FAMILIES}
    for story, (nodes, found) in held:
        groups = [as_group(g) for g in _named(story)]
        rule = BY_RULE[sensitivity]
        findings = [as_finding(c, story) for c in chosen(nodes, found, LIMITS[sensitivity])]
        findings += [g for c, g in groups if g["verdict"] == "agree" or c >= rule[g["verdict"] != "conflict"]]
        for family, kinds in FAMILIES.items():
            some = [
                f for f in findings if family == "all" or f["kind"] in kinds or (f["kind"] in ("ordinal", "score") and "count" in kinds)
            ]
            out[family].append(scored(only(story.gold, kinds), {"findings": some})[0])
    return out


_NAMED: dict[str, list[Group]] = {}


def _named(story: Labelled) -> list[Group]:
    """The groups of names and polarity, found once."""
    if story.name not in _NAMED:
        _NAMED[story.name] = participants(story.articles)
    return _NAMED[story.name]


def families(held: Sequence[tuple[Labelled, Judged]]) -> list[tuple[str, str, Counter[str]]]:
    """(sensitivity, family, counts of all stories)."""
    return [(s, family, sum(found, Counter())) for s in LIMITS for family, found in counted(held, s).items()]


def unread_page(held: Sequence[tuple[Labelled, Judged]]) -> list[str]:
    """The table of the stories that nobody reads, as lines."""
    others = unread.unread(SHARED / "gold" / "check", FAMILIES, lambda gold, report: scored(gold, report)[0])
    return unread.page(counted(held, "normal"), others)


def as_group(group: Group) -> tuple[float, dict[str, Any]]:
    """A group's confidence, and what the scorer reads of it."""
    values = [
        {"mentions": [{"article": a, "field": m.field, "start": m.start, "end": m.end, "quote": m.text} for a, m in mentions]}
        for _, _, mentions in group.values
    ]
    return group.confidence, {"verdict": group.verdict, "kind": group.kind, "topic": group.topic, "values": values}


def losses(held: Sequence[tuple[Labelled, Judged]]) -> Counter[tuple[str, str, str]]:
    """Where labelled conflicts and imprecise facets of figures are lost: read, aligned, judged, or held back as unsure."""
    where: Counter[tuple[str, str, str]] = Counter()
    for story, (nodes, all_found) in held:
        found = chosen(nodes, all_found, LIMITS["normal"])
        flagged = [c for c in found if c.outcome.verdict != "agree"]
        for j, facet in enumerate(story.gold["facets"]):
            if facet["verdict"] == "agree" or facet["kind"] not in FIGURES:
                continue
            alone = {**story.gold, "facets": [f if i == j else {**f, "verdict": "agree"} for i, f in enumerate(story.gold["facets"])]}
            groups = {c.index: _groups(story, facet, c) for c in story.slots.claims if j in story.facets[c.index]}
            read = set().union(*groups.values()) if groups else set()
            pairs = facet.get("conflicting") or [[x, y] for x in sorted(read) for y in sorted(read) if x < y]
            if not any(set(p) <= read for p in pairs):
                fate = "1 not read"
            else:
                sets = [{g for c in f.facet.claims for g in groups.get(c.index, ())} for f in found]
                if not any(set(p) <= s for p in pairs for s in sets):
                    fate = "2 not aligned"
                else:
                    r, _ = scored(alone, {"findings": [as_finding(c, story) for c in flagged]})
                    key = "c_found" if facet["verdict"] == "conflict" else "f_found"
                    fate = "4 found" if r[key] else "3 aligned, wrong verdict or impure"
            where[facet["verdict"], facet["kind"], fate] += 1
    return where


def calibration(held: Sequence[tuple[Labelled, Judged]]) -> list[tuple[float, list[tuple[int, int]]]]:
    """By fifths of confidence: how many conflicts and imprecise candidates have it, and how many of these are right."""
    out = []
    for low in range(0, 10, 2):
        cells = []
        for verdict in ("conflict", "imprecise"):
            inside = [
                (c, s) for s, (_, found) in held for c in found if c.outcome.verdict == verdict and low <= 10 * c.confidence < low + 2
            ]
            cells.append((len(inside), sum(judged_right(c, s)[verdict != "conflict"] for c, s in inside)))
        out.append((low / 10, cells))
    return out


def _groups(story: Labelled, facet: dict[str, Any], claim: Any) -> set[str]:
    m, article = claim.mention, story.articles[claim.article].id
    return {g["group"] for g in facet["mentions"] if meets(m.start, m.end, article, m.field, g)}


def write(name: str, trees: Trees) -> None:
    """One model file, a tree a line."""
    body = ",\n".join(json.dumps(t, separators=(",", ":")) for t in trees.trees)
    (WEIGHTS / f"{name}.json").write_text(f'{{"names":{json.dumps(trees.names)},"bias":{trees.bias},"trees":[\n{body}\n]}}\n')


def table(held: Sequence[tuple[Labelled, Judged]], show: bool) -> None:
    """Scores at several thresholds of confidence."""
    for conflict_limit, flag_limit in ((0.12, 0.2), (0.17, 0.3), (0.2, 0.3), (0.25, 0.35), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6)):
        total: Counter[str] = Counter()
        for story, (nodes, found) in held:
            kept = chosen(nodes, found, (conflict_limit, flag_limit))
            report = {"findings": [as_finding(c, story) for c in kept]}
            r, notes = scored(only(story.gold, FIGURES), report)
            total.update(r)
            if show and (conflict_limit, flag_limit) == (0.2, 0.3):
                print(story.name)
                for kind, note in notes:
                    print("   ", kind, note[:330])
        print(f"{conflict_limit:.2f}/{flag_limit:.2f}", score_line("", total))


if __name__ == "__main__":
    main()
