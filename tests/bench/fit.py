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
from tests.bench.stories import Labelled, dev, meets, own

WEIGHTS = Path(__file__).resolve().parents[2] / "discrepancy" / "alignment" / "weights"
ACCURACY = Path(__file__).resolve().parent / "ACCURACY.md"
FIGURES = {"count", "money", "percent", "quantity", "duration", "age", "date"}
STAGE_ONE: dict[str, Any] = {
    "learning_rate": 0.12,
    "num_leaves": 12,
    "min_data_in_leaf": 30,
    "lambda_l2": 6.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
}
STAGE_TWO = {**STAGE_ONE, "num_leaves": 8, "feature_fraction": 0.8}
FINDING = {**STAGE_ONE, "num_leaves": 6, "min_data_in_leaf": 12, "lambda_l2": 10.0, "learning_rate": 0.08}
ROUNDS, ROUNDS_TWO, ROUNDS_FINDING = 75, 45, 45


FOR = frozenset(
    {"unit", "near", "near_count", "clause", "wide", "sentence", "sentence_best", "sentence_rank", "names", "subject", "before", "after"}
    | {"figures", "context", "verbs", "lead_text", "tail_text", "neighbours", "moved", "direction", "sole", "dimension_same"}
    | {"event", "clause_cover", "sentence_cover"}
    | {"first", "margin", "mutual", "third", "paraphrase"}
    | {"apart_mean", "apart_max", "apart_min", "equal_mean", "first_mean", "near_max", "sentence_max", "unit_min", "first_min"}
)
AGAINST = frozenset(
    {"modifiers_differ", "names_clash", "dimension_clash", "figures_differ", "position", "verbs_clash", "order"}
    | {"rival_a", "rival_b", "best_a", "best_b", "modifiers_max", "cues_min", "rival", "answers_each"}
)
"""Which way a piece of evidence may count: shared words never speak against one question, a clash never for it. So few stories
would say otherwise by chance."""
SEEDS = 3
"""Models of the same rows under other draws of rows and features, averaged: so few stories make one draw noisy."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """A boosted model twice: the library's own, to judge many rows at once, and as the plain trees that are shipped."""

    boosters: tuple[Any, ...]
    trees: Trees

    def all(self, rows: Sequence[Sequence[float]]) -> Sequence[float]:
        """Probabilities of many rows."""
        if not len(rows):
            return []
        table = np.asarray(rows, dtype=float)
        odds = np.mean([b.predict(table, raw_score=True) for b in self.boosters], axis=0)
        return [float(x) for x in 1 / (1 + np.exp(-odds))]


def train(
    rows: Sequence[Sequence[float]],
    labels: Sequence[int],
    names: Sequence[str],
    settings: dict[str, Any],
    rounds: int,
    weights: Sequence[float] | None = None,
) -> Fitted:
    """A boosted model, the same for the same rows."""
    base = {"objective": "binary", "verbosity": -1, "deterministic": True, "num_threads": 1, "force_row_wise": True}
    boosters = []
    for seed in range(SEEDS):
        data = lightgbm.Dataset(np.asarray(rows, dtype=float), np.asarray(labels), weight=weights)
        towards = [(name in FOR) - (name in AGAINST) for name in names]
        boosters.append(lightgbm.train({**base, **settings, "seed": 7 + seed, "monotone_constraints": towards}, data, rounds))
    trees = tuple(tree for b in boosters for tree in plain(b.dump_model(), names).trees)
    return Fitted(tuple(boosters), Trees(tuple(names), 0.0, tuple(_scaled(tree, 1 / SEEDS) for tree in trees)))


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


OWN = 0.4
"""What a pair of a story of our own weighs beside one of a labelled story."""


def weighted(stories: Sequence[Labelled], equal: bool, second: bool) -> tuple[list[Sequence[float]], list[int], list[float]]:
    """Rows, labels and weights of all pairs. In the stories of our own, which are short, more pairs belong together: their positive
    pairs weigh less, so that the odds are those of the labelled stories."""
    chosen = [(p.row2 if second else p.row, together(s, p.a.index, p.b.index), s.own) for s in stories for p in s.pairs if p.equal is equal]
    count = Counter((own, y) for _, y, own in chosen)
    real = count[False, 1] / max(1, count[False, 0])
    ours = count[True, 1] / max(1, count[True, 0])
    less = min(1.0, real / ours) if real and ours else 1.0
    weights = [(OWN * (less if y else 1.0)) if own else 1.0 for _, y, own in chosen]
    return [r or [] for r, _, _ in chosen], [y for _, y, _ in chosen], weights


def first_models(stories: Sequence[Labelled]) -> tuple[Fitted, Fitted]:
    """Stage one: equal, unequal."""
    out = []
    for equal in (True, False):
        rows, labels, weights = weighted(stories, equal, second=False)
        out.append(train(rows, labels, NAMES, STAGE_ONE, ROUNDS, weights))
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
        out.append(train(rows, labels, SECOND_NAMES, STAGE_TWO, ROUNDS_TWO, weights))
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

    The stories of our own (`added`) teach which claims go together, but not how sure a finding is: in them more facets
    conflict than in the news.
    """
    flagged: list[tuple[Sequence[float], int]] = []
    conflicts: list[tuple[Sequence[float], int]] = []
    for part in range(inner):
        base = base_models([*(s for i, s in enumerate(stories) if i % inner != part), *added])
        held = [s for i, s in enumerate(stories) if i % inner == part]
        for story, (_, found) in zip(held, flags(held, base, limits), strict=True):
            for one in found:
                if one.outcome.verdict == "agree":
                    continue
                excludes, differs = judged_right(one, story)
                flagged.append((one.row, int(differs)))
                if one.outcome.verdict == "conflict":
                    conflicts.append((one.row, int(excludes)))
    flag, conflict = (
        train([r for r, _ in rows], [y for _, y in rows], FINDING_NAMES, FINDING, ROUNDS_FINDING) for rows in (flagged, conflicts)
    )
    return flag, conflict


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
    options.add_argument("--equal", type=float, default=0.4)
    options.add_argument("--unequal", type=float, default=0.12)
    options.add_argument("--inside", type=float, default=0.5)
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
        ACCURACY.write_text(accuracy(held, rows, rows_own, lost))


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


def families(held: Sequence[tuple[Labelled, Judged]]) -> list[tuple[str, str, Counter[str]]]:
    """(sensitivity, family, counts): what is fitted is cross-validated; the rules for names and polarity are as they are."""
    groups = {story.name: [as_group(g) for g in participants(story.articles)] for story, _ in held}
    out = []
    for sensitivity, limits in LIMITS.items():
        rule = BY_RULE[sensitivity]
        for family, kinds in FAMILIES.items():
            total: Counter[str] = Counter()
            for story, (nodes, found) in held:
                findings = [as_finding(c, story) for c in chosen(nodes, found, limits)]
                findings += [g for c, g in groups[story.name] if g["verdict"] == "agree" or c >= rule[g["verdict"] != "conflict"]]
                if family != "all":
                    findings = [f for f in findings if f["kind"] in kinds or (f["kind"] in ("ordinal", "score") and "count" in kinds)]
                total.update(scored(only(story.gold, kinds), {"findings": findings})[0])
            out.append((sensitivity, family, total))
    return out


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


def accuracy(
    held: Sequence[tuple[Labelled, Judged]],
    rows: Sequence[tuple[str, str, Counter[str]]],
    rows_own: Sequence[tuple[str, str, Counter[str]]],
    lost: Counter[tuple[str, str, str]],
) -> str:
    """The figures as a page."""
    out = [ACCURACY_HEAD.format(stories=len(held)), *_lines(rows)]
    if any(r["f_gold"] for _, _, r in rows_own):
        out += [OWN_HEAD, *_lines(rows_own)]
    out.append("\n## Where labelled differences of figures and dates are lost (normal)\n")
    out.append(f"| verdict | kind | {' | '.join(FATES)} |\n|---|---|---|---|---|---|")
    for verdict, kind in sorted({(v, k) for v, k, _ in lost}):
        out.append(f"| {verdict} | {kind} | {' | '.join(str(lost[verdict, kind, fate]) for fate in FATES)} |")
    out.append("\n## What a confidence is worth\n\nCandidates of held-back stories, by the confidence given to them.\n")
    out.append("| confidence | conflicts | of them right | imprecise | of them right |\n|---|---|---|---|---|")
    for low in range(0, 10, 2):
        cells = []
        for verdict in ("conflict", "imprecise"):
            inside = [
                (c, s) for s, (_, found) in held for c in found if c.outcome.verdict == verdict and low <= 10 * c.confidence < low + 2
            ]
            n = sum(judged_right(c, s)[verdict != "conflict"] for c, s in inside)
            cells += [str(len(inside)), f"{n / len(inside):.2f}" if inside else "-"]
        out.append(f"| {low / 10:.1f} to {(low + 2) / 10:.1f} | {' | '.join(cells)} |")
    notes = ACCURACY.with_name("ACCURACY_NOTES.md")  # made by `python -m tests.bench.errors --write`, and kept by hand
    return "\n".join(out) + "\n" + ACCURACY_TAIL + ("\n" + notes.read_text() if notes.exists() else "")


def _lines(rows: Sequence[tuple[str, str, Counter[str]]]) -> list[str]:
    out = []
    for sensitivity, family, r in rows:
        c, f, a = _prf(r, "c"), _prf(r, "f"), _aligned(r)
        met = f"{r['v_right']} of {r['v_met']} met, {r['v_all']} in all"
        out.append(f"| {sensitivity} | {family} | {c} | {f} | {a} | {met} | {r['t_kept']} of {r['t']} |")
    return out


FATES = ("1 not read", "2 not aligned", "3 aligned, wrong verdict or impure", "4 found")
OWN_HEAD = """
## The same for the stories of our own writing

`tests/stories`: 200 invented stories with labels. They teach which claims go together; how sure a finding is, is learned from the real ones
alone, for in these more facets conflict than in the news. Each is scored by weights that have not seen it. No rule for names and polarity
was written with them in view: these rows say what those rules are worth on text they do not know.

| sensitivity | kinds | conflict P / R / F1 | flagged P / R / F1 | aligned P / R / F1 | verdicts right | traps kept |
|---|---|---|---|---|---|---|"""
ACCURACY_HEAD = """# How good it is

Made by `python -m tests.bench.fit --write` from {stories} stories labelled by hand (not part of this repository). Figures and dates are
aligned by fitted weights: each story is scored by weights that have not seen it, in five folds. Names and polarity are found by rules
written with these same stories in view: their rows flatter, and the stories of our own score them lower (next table).

P, R, F1 of findings against labelled questions; `aligned` of pairs of mentions; `traps` are pairs that must not be put together.

| sensitivity | kinds | conflict P / R / F1 | flagged P / R / F1 | aligned P / R / F1 | verdicts right | traps kept |
|---|---|---|---|---|---|---|"""
ACCURACY_TAIL = """
## What is missed, and what it would need

- Half of the missed conflicts of figures are never put together: the two sentences share one or two words, often not the noun (a place
  that "is home to" as many as "live" there). They need predicates to be recognised as paraphrases of each other.
- Dates without a publication date: "last month" against "last week", "Tuesday" against "June 9" can be neither compared nor acquitted.
- False conflicts are mostly the same noun in another role: with and without debt, this quarter's and the year's, one speaker's estimate
  against another's, a part of a group that the text calls by the same word.
- Names in a role and polarity need to know who does what to whom; rules over shallow syntax see only the plainest forms.
"""


def _prf(r: Counter[str], key: str) -> str:
    precision = r[f"{key}_tp"] / max(1, r[f"{key}_tp"] + r[f"{key}_fp"] + r[f"{key}_dup"])
    return _three(precision, r[f"{key}_found"] / max(1, r[f"{key}_gold"]))


def _aligned(r: Counter[str]) -> str:
    return _three(r["a_tp"] / max(1, r["a_tp"] + r["a_fp"]), r["a_tp"] / max(1, r["a_gold"]))


def _three(precision: float, recall: float) -> str:
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:.2f} / {recall:.2f} / {both:.2f}"


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
