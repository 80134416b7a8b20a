"""Fit the alignment models on the labelled stories, scoring each story with models that have not seen it.

    python -m tests.bench.fit            cross-validated figures, by fold of ../shared/gold/folds.json
    python -m tests.bench.fit --write    the same, then fit on all dev stories and write discrepancy/alignment/weights/
    python -m tests.bench.fit --page     the page tests/bench/ACCURACY.md alone: after a change that leaves the weights as they are

Needs the extra `fit` (lightgbm). No figure printed here has seen its story (`stages.py`, `fit_participants.py`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import Any

from discrepancy.alignment.cluster import Limits
from discrepancy.alignment.polarity import polarity_findings
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model.group import Group
from discrepancy.pipeline import BY_RULE, LIMITS, chosen, weighed
from tests.bench import unread
from tests.bench.boosted import WEIGHTS, write
from tests.bench.fit_participants import crossed as crossed_participants
from tests.bench.page import ACCURACY, page
from tests.bench.scoring import FAMILIES, FIGURES, as_finding, as_group, only, score_line, scored
from tests.bench.stages import Judged, base_models, finding_models, flags, judged_right
from tests.bench.stories import SHARED, Labelled, dev, meets, own

Held = tuple[Labelled, Judged, list[Group]]
"""A story with its candidate facets and its groups of names, by weights that have not seen it, and of polarity, which rules find."""
Counts = dict[str, list[Counter[str]]]


def main() -> None:
    """Print cross-validated figures; with --write also fit on all and write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--page", action="store_true", help="write ACCURACY.md alone, the weights as they are")
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
    held, held_own = held_back(stories, added, limits)
    table(held, given.show)
    rows = families(held)
    rows_own = families(held_own)
    for told, figures in (("labelled", rows), ("of our own", rows_own)):
        for sensitivity, family, counts in figures:
            print(f"{told} {sensitivity:7}", score_line(family, counts))
    lost = losses(held)
    for row, n in sorted(lost.items()):
        print(*row, n)
    if given.write or given.page:
        beside = unread_page(held)
        ACCURACY.write_text(page(len(held), rows, rows_own, beside, lost, calibration(held)))


def held_back(stories: Sequence[Labelled], added: Sequence[Labelled], limits: Limits) -> tuple[list[Held], list[Held]]:
    """The labelled stories and our own, each read with weights that have not seen it."""
    named = crossed_participants()
    print("names", flush=True)
    held: tuple[list[Held], list[Held]] = ([], [])
    for fold in range(5):
        training, more = ([s for s in some if s.fold != fold] for some in (stories, added))
        flag, conflict = finding_models(training, more, limits)
        base = base_models([*training, *more])
        for some, out in zip((stories, added), held, strict=True):
            test = [s for s in some if s.fold == fold]
            for story, (nodes, _) in zip(test, flags(test, base, limits), strict=True):
                judged = weighed(nodes, story.articles, flag.trees.probability, conflict.trees.probability)
                out.append((story, (nodes, judged), [*named[story.name], *polarity(story)]))
        print("fold", fold, flush=True)
    return held


def polarity(story: Labelled) -> list[Group]:
    """What is affirmed and denied, by rules that were written with the labelled stories in view."""
    return polarity_findings([(a, find_polarity(a.text, a.title)) for a in story.articles])


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


def counted(held: Sequence[Held], sensitivity: str) -> Counts:
    """Counts of each story by family, all of it cross-validated."""
    out: Counts = {family: [] for family in FAMILIES}
    for story, (nodes, found), named in held:
        groups = [as_group(g) for g in named]
        rule = BY_RULE[sensitivity]
        findings = [as_finding(c, story) for c in chosen(nodes, found, LIMITS[sensitivity])]
        findings += [g for c, g in groups if g["verdict"] == "agree" or c >= rule[g["verdict"] != "conflict"]]
        for family, kinds in FAMILIES.items():
            some = [
                f for f in findings if family == "all" or f["kind"] in kinds or (f["kind"] in ("ordinal", "score") and "count" in kinds)
            ]
            out[family].append(scored(only(story.gold, kinds), {"findings": some})[0])
    return out


def families(held: Sequence[Held]) -> list[tuple[str, str, Counter[str]]]:
    """(sensitivity, family, counts of all stories)."""
    return [(s, family, sum(found, Counter())) for s in LIMITS for family, found in counted(held, s).items()]


def unread_page(held: Sequence[Held]) -> list[str]:
    """The table of the stories that nobody reads, as lines."""
    others = unread.unread(SHARED / "gold" / "check", FAMILIES, lambda gold, report: scored(gold, report)[0])
    return unread.page(counted(held, "normal"), others)


def losses(held: Sequence[Held]) -> Counter[tuple[str, str, str]]:
    """Where labelled conflicts and imprecise facets of figures are lost: read, aligned, judged, or held back as unsure."""
    where: Counter[tuple[str, str, str]] = Counter()
    for story, (nodes, all_found), _ in held:
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


def calibration(held: Sequence[Held]) -> list[tuple[float, list[tuple[int, int]]]]:
    """By fifths of confidence: how many conflicts and imprecise candidates have it, and how many of these are right."""
    out = []
    for low in range(0, 10, 2):
        cells = []
        for verdict in ("conflict", "imprecise"):
            inside = [
                (c, s) for s, (_, found), _ in held for c in found if c.outcome.verdict == verdict and low <= 10 * c.confidence < low + 2
            ]
            cells.append((len(inside), sum(judged_right(c, s)[verdict != "conflict"] for c, s in inside)))
        out.append((low / 10, cells))
    return out


def _groups(story: Labelled, facet: dict[str, Any], claim: Any) -> set[str]:
    m, article = claim.mention, story.articles[claim.article].id
    return {g["group"] for g in facet["mentions"] if meets(m.start, m.end, article, m.field, g)}


def table(held: Sequence[Held], show: bool) -> None:
    """Scores at several thresholds of confidence."""
    for conflict_limit, flag_limit in ((0.12, 0.2), (0.17, 0.3), (0.2, 0.3), (0.25, 0.35), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6)):
        total: Counter[str] = Counter()
        for story, (nodes, found), _ in held:
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
