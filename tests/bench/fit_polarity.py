"""Fit the trees that match denials with affirmations, scoring each story with trees that have not seen it.

    python -m tests.bench.fit_polarity            cross-validated figures; with --transfer also from our own stories to the news and back
    python -m tests.bench.fit_polarity --write    the same, then fit on all stories and write discrepancy/alignment/weights/polarity_*.json

Needs the extra `fit` (lightgbm). The trees of findings are fitted on pairs judged by trees that had not seen their story.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

from discrepancy.alignment.polarity import Candidate, Matched, candidates, judged, matched
from discrepancy.alignment.polarity_clusters import FINDING_NAMES
from discrepancy.alignment.polarity_features import NAMES
from discrepancy.alignment.polarity_pairs import Told
from discrepancy.model import Article
from discrepancy.model.group import Group
from discrepancy.pipeline import BY_RULE
from tests.bench.boosted import Fitted, train, write
from tests.bench.participants import as_report
from tests.bench.scoring import only, score_line, scored
from tests.bench.stories import OWN, SHARED, articles_of

PAIR: dict[str, Any] = {
    "learning_rate": 0.1, "num_leaves": 8, "min_data_in_leaf": 30, "lambda_l2": 6.0,
    "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1, "extra_trees": True,
}  # fmt: skip
FINDING = {**PAIR, "num_leaves": 3, "min_data_in_leaf": 20, "learning_rate": 0.06, "extra_trees": False}
ROUNDS, SEEDS, ROUNDS_FINDING, SEEDS_FINDING = 90, 3, 40, 3
INNER = 4
WHO = {"polarity", "person", "organisation", "place"}
"""Kinds whose conflicts a pair may show: "It was not he" is labelled as one of persons."""


class Labelled(Protocol):
    """What is needed of a labelled story; `tests.bench.stories.Labelled` is one."""

    name: str
    fold: int
    articles: list[Article]
    gold: dict[str, Any]
    own: bool


@dataclass(eq=False)
class Read:
    """A labelled story with its pairs: whether each is labelled as a conflict, and what was judged of it last."""

    name: str
    fold: int
    own: bool
    gold: dict[str, Any]
    found: Matched
    labels: list[int] = field(default_factory=list)
    right: dict[Any, bool] = field(default_factory=dict)


@dataclass(eq=False)
class Light:
    """A labelled story without its figures: all that polarity needs."""

    name: str
    fold: int
    articles: list[Article]
    gold: dict[str, Any]
    own: bool


def light() -> list[Light]:
    """The dev stories and those of our own writing."""
    folds = json.loads((SHARED / "gold" / "folds.json").read_text())
    out = []
    for folder, own in ((SHARED / "gold" / "dev", False), (OWN, True)):
        for path in sorted(p for p in folder.iterdir() if (p / "gold.json").exists()):
            fold = crc32(path.name.encode()) % 5 if own else folds[path.name]
            out.append(Light(path.name, fold, articles_of(path), json.loads((path / "gold.json").read_text()), own))
    return out


def read(story: Labelled) -> Read:
    """Pair the statements of a story and label the pairs."""
    gold = only(story.gold, WHO)
    one = Read(story.name, story.fold, story.own, gold, matched(story.articles))
    met = met_groups(one.found.story, gold)
    one.labels = [int(_excludes(gold, met[p.deny], met[p.affirm])) for p in one.found.pairs]
    return one


def met_groups(story: Told, gold: dict[str, Any]) -> list[frozenset[tuple[int, str]]]:
    """For each statement the (facet, group) of the labels that it shares a third of the shorter with.

    That is looser than the scorer: a label may hold the verb alone.
    """
    places: dict[tuple[str, str], list[tuple[int, int, int, str]]] = {}
    for number, facet in enumerate(gold["facets"]):
        for label in facet["mentions"]:
            place = places.setdefault((label["article"], label.get("in", "text")), [])
            place.append((label["start"], label["end"], number, label["group"]))
    out = []
    for s in story.said:
        own = set()
        for start, end, number, group in places.get((story.articles[s.article].id, s.field), ()):
            overlap = min(end, s.end) - max(start, s.start)
            if overlap > 0 and overlap >= 0.3 * min(end - start, s.end - s.start):
                own.add((number, group))
        out.append(frozenset(own))
    return out


def _excludes(gold: dict[str, Any], a: frozenset[tuple[int, str]], b: frozenset[tuple[int, str]]) -> bool:
    pairs = {(j, g, h) for j, g in a for k, h in b if j == k and gold["facets"][j]["verdict"] == "conflict"}
    return any([g, h] in gold["facets"][j]["conflicting"] or [h, g] in gold["facets"][j]["conflicting"] for j, g, h in pairs)


def pair_model(stories: Sequence[Read]) -> Fitted:
    """That a pair is a yes and a no to one question."""
    rows = [row for s in stories for row in s.found.rows]
    return train(rows, [y for s in stories for y in s.labels], NAMES, PAIR, ROUNDS, SEEDS)


def finding_model(stories: Sequence[Read]) -> Fitted:
    """That the scorer would count a finding, on pairs judged by trees that have not seen the story."""
    rows: list[tuple[float, ...]] = []
    labels: list[int] = []
    for part in range(INNER):
        model = pair_model([s for i, s in enumerate(stories) if i % INNER != part])
        for s in (s for i, s in enumerate(stories) if i % INNER == part):
            for one in candidates(s.found, model.all(s.found.rows)):
                rows.append(one.row)
                labels.append(int(counted(s, one)))
    return train(rows, labels, FINDING_NAMES, FINDING, ROUNDS_FINDING, SEEDS_FINDING)


def counted(story: Read, one: Candidate) -> bool:
    """Whether the scorer counts a finding as a conflict found; remembered."""
    key = one.cluster.pairs
    if key not in story.right:
        counts, _ = scored(story.gold, as_report(judged(story.found, [one], [1.0])))
        story.right[key] = bool(counts["c_tp"])
    return story.right[key]


Models = tuple[Fitted, Fitted]


def fitted(stories: Sequence[Read]) -> Models:
    """The trees of pairs and of findings."""
    return pair_model(stories), finding_model(stories)


def groups(story: Read, models: Models) -> list[Group]:
    """The findings of a story."""
    some = candidates(story.found, models[0].all(story.found.rows))
    return judged(story.found, some, models[1].all([c.row for c in some]))


def held_out(stories: Sequence[Read], taught: Callable[[Read], bool] = lambda _: True) -> dict[str, list[Group]]:
    """By story name, the findings of trees fitted on the stories of other folds that are `taught`."""
    out = {}
    for fold in sorted({s.fold for s in stories}):
        models = fitted([s for s in stories if s.fold != fold and taught(s)])
        out.update({s.name: groups(s, models) for s in stories if s.fold == fold})
    return out


def crossed(stories: Sequence[Labelled]) -> dict[str, list[Group]]:
    """By story name, the groups found with weights that have not seen the story, before the limits of `pipeline.BY_RULE`."""
    return held_out([read(s) for s in stories])


def shown(found: Sequence[Group], least: float) -> list[Group]:
    """What is shown of them."""
    return [g for g in found if g.verdict == "agree" or g.confidence >= (least if g.verdict == "conflict" else BY_RULE["normal"][1])]


def table(name: str, stories: Sequence[Read], found: dict[str, list[Group]], limits: Sequence[float] = (BY_RULE["normal"][0],)) -> None:
    """Print the shared scorer's line for polarity, for the news and for our own stories."""
    for own in (False, True):
        for least in limits:
            total: Counter[str] = Counter()
            for s in stories:
                if s.own is own and s.name in found:
                    total.update(scored(only(s.gold, {"polarity"}), as_report(shown(found[s.name], least)))[0])
            print(score_line(f"{name} {'own' if own else 'dev'} {least:.2f}", total).split(" | groups")[0], flush=True)


def main() -> None:
    """Print cross-validated figures; with --write also fit on all and write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--no-table", action="store_true", help="no cross-validated figures: with --write, only the weights")
    options.add_argument("--transfer", action="store_true", help="also fit on our own stories alone and score the news, and the reverse")
    options.add_argument("--keep", type=Path, help="keep the held-out groups in this file, as a pickle")
    given = options.parse_args()
    stories = [read(s) for s in light()]
    print(f"{len(stories)} stories, {sum(len(s.labels) for s in stories)} pairs, {sum(sum(s.labels) for s in stories)} of them conflicts")
    if not given.no_table:
        found = held_out(stories)
        table("held out", stories, found, (0.25, 0.3, BY_RULE["normal"][0], 0.4, 0.5))
        if given.keep:
            given.keep.write_bytes(pickle.dumps(found))
    if given.transfer:
        for name, own in (("fitted on own", True), ("fitted on dev", False)):
            models = fitted([s for s in stories if s.own is own])
            table(name, stories, {s.name: groups(s, models) for s in stories if s.own is not own}, (0.3, BY_RULE["normal"][0]))
    if given.write:
        for name, model in zip(("polarity_pair", "polarity_finding"), fitted(stories), strict=True):
            write(name, model.trees)


if __name__ == "__main__":
    main()
