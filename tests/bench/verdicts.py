"""Verdicts and groups of figures and dates where alignment is perfect: what reading and judging lose by themselves.

    python -m tests.bench.verdicts [--show] [--stories dev|own|half|test]

Of each labelled facet the read mentions that meet its labels are put in one facet and judged. `half` and `test` are our own stories by
the lowest bit of crc32(name): errors are read on `half` only, and `test` is scored to see whether what mends the one mends the other.

facets    labelled; met: where mentions of two articles are read, and of two groups where the label has so many
verdict   of those met, how many get the verdict that the labels of the mentions that are met imply
groups    pairs of mentions in different articles: under one value exactly when the labels say so
excluded  pairs of labelled groups that exclude each other: told apart, and in values that exclude each other
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from discrepancy.model import Article, Mention
from discrepancy.pipeline import read_figures
from discrepancy.verdict.judge import Outcome, Statement, judge
from tests.bench.stories import OWN, SHARED, articles_of, meets

KINDS = ("count", "money", "percent", "quantity", "duration", "age", "date")
VERDICTS = ("conflict", "imprecise", "agree")


@dataclass(frozen=True, slots=True)
class Met:
    """A label and the statement of the mention that meets it best."""

    label: dict[str, Any]
    statement: Statement


def folders(which: str) -> list[Path]:
    """The labelled stories of one set."""
    root = SHARED / "gold" / "dev" if which == "dev" else OWN
    found = [p for p in sorted(root.iterdir()) if (p / "gold.json").exists()]
    return [p for p in found if which in ("dev", "own") or crc32(p.name.encode()) % 2 == (which == "test")]


def met(facet: dict[str, Any], articles: Sequence[Article], read: Sequence[Sequence[Mention]]) -> list[Met]:
    """The labels that a read mention meets, each with that mention."""
    found = []
    for label in facet["mentions"]:
        for article, mentions in zip(articles, read, strict=True):
            near = [m for m in mentions if meets(m.start, m.end, article.id, m.field, label)]
            if near:
                best = min(near, key=lambda m: _distance(m, label, facet["kind"]))
                found.append(Met(label, Statement(article.id, best, published=str(article.published or ""))))
    return found


def _distance(mention: Mention, label: dict[str, Any], kind: str) -> tuple[bool, int, int]:
    """A mention of the label's kind first, then the one whose span is nearest to it."""
    apart = abs(mention.start - label["start"]) + abs(mention.end - label["end"])
    return (mention.kind == "date") != (kind == "date"), apart, mention.start


def due(facet: dict[str, Any], groups: Iterable[str]) -> str:
    """The verdict that the labels of these groups imply."""
    held = set(groups)
    if any(set(pair) <= held for pair in facet.get("conflicting", ())):
        return "conflict"
    return "imprecise" if len(held) > 1 else "agree"


def score(facet: dict[str, Any], found: Sequence[Met], row: Counter[str]) -> tuple[Outcome | None, list[str]]:
    """Add one facet to the row; the outcome and what is wrong with it."""
    row["facets"] += 1
    groups = {one.label["group"] for one in found}
    if len({one.statement.article for one in found}) < 2 or (facet["verdict"] != "agree" and len(groups) < 2):
        return None, []
    row["met"] += 1
    statements = list({id(one.statement.mention): one.statement for one in found}.values())
    outcome = judge(statements)
    wanted, wrong = due(facet, groups), []
    row["verdict"] += outcome.verdict == wanted
    if outcome.verdict != wanted:
        wrong.append(f"{wanted} judged {outcome.verdict}")
    place = {id(s.mention): i for i, value in enumerate(outcome.values) for s in value}
    for same, pair in _pairs(found):
        row["pairs"] += 1
        together = place[id(pair[0].statement.mention)] == place[id(pair[1].statement.mention)]
        row["grouped"] += same == together
        if same != together:
            words = " / ".join(repr(one.statement.mention.text) for one in pair)
            wrong.append(f"{'split' if same else 'joined'} {words}")
    _excluded(facet, found, outcome, place, row, wrong)
    return outcome, wrong


def _pairs(found: Sequence[Met]) -> Iterator[tuple[bool, tuple[Met, Met]]]:
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            if one.statement.article != other.statement.article:
                yield one.label["group"] == other.label["group"], (one, other)


def _excluded(
    facet: dict[str, Any], found: Sequence[Met], outcome: Outcome, place: dict[int, int], row: Counter[str], wrong: list[str]
) -> None:
    exclusive = {frozenset((p.left, p.right)) for p in outcome.pairs if p.relation.stand == "exclusive"}
    for pair in facet.get("conflicting", ()):
        left, right = ({place[id(m.statement.mention)] for m in found if m.label["group"] == group} for group in pair)
        if not left or not right:
            continue
        row["conflicting"] += 1
        right_so = any(frozenset((x, y)) in exclusive for x in left for y in right)
        row["excluded"] += right_so
        if not right_so:
            wrong.append(f"{pair} do not exclude each other")


def told(story: str, facet: dict[str, Any], found: Sequence[Met], wrong: Sequence[str]) -> str:
    """One facet that went wrong, for a reader."""
    lines = [f"{story} {facet['id']} {facet['kind']} {facet['question']!r}: {'; '.join(list(dict.fromkeys(wrong))[:5])}"]
    for one in sorted(found, key=lambda one: str(one.label["group"])):
        m, quote = one.statement.mention, one.label["quote"]
        lines.append(f"    {one.label['group']} {m.text!r}{'' if quote == m.text else f' for {quote!r}'}: {_value(m)}")
    return "\n".join(dict.fromkeys(lines))


def _value(m: Mention) -> str:
    value: Any = m.value
    if m.kind == "date":
        said = ", ".join(f"{k} {v}" for k in value.first.__slots__ if (v := getattr(value.first, k)) is not None and v is not False)
        return f"{value.low} to {value.high} ({said}) {value.granularity} {value.approximation} {value.relation}"
    return f"{m.kind} {value.value} [{value.interval.low}, {value.interval.high}] {value.unit} {value.approximation}"


def measured(which: str, show: bool) -> dict[tuple[str, str], Counter[str]]:
    """The counts by kind and labelled verdict; with `show`, what went wrong is printed."""
    table: dict[tuple[str, str], Counter[str]] = {}
    for folder in folders(which):
        gold = json.loads((folder / "gold.json").read_text())
        articles = articles_of(folder)
        read = [read_figures(a) for a in articles]
        for facet in gold["facets"]:
            if facet["kind"] not in KINDS:
                continue
            found = met(facet, articles, read)
            _, wrong = score(facet, found, table.setdefault((facet["kind"], facet["verdict"]), Counter()))
            if wrong and show:
                print(told(folder.name, facet, found, wrong))
    return table


def line(name: str, row: Counter[str]) -> str:
    """One row of the table."""
    return (
        f"{name:20} facets {row['facets']:4} met {row['met']:4}  verdict {_share(row['verdict'], row['met'])}"
        f"  groups {_share(row['grouped'], row['pairs'])}  excluded {_share(row['excluded'], row['conflicting'])}"
    )


def _share(right: int, whole: int) -> str:
    return f"{right:5}/{whole:5} {100 * right / whole if whole else 0:5.1f}%"


def main() -> None:
    """Prints the table, and with --show what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", choices=("dev", "own", "half", "test"), default="dev")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    table = measured(options.stories, options.show and options.stories in ("dev", "half"))
    for kind in KINDS:
        for verdict in VERDICTS:
            if row := table.get((kind, verdict)):
                print(line(f"{kind} {verdict}", row))
    for verdict in VERDICTS:
        print(line(f"all {verdict}", _sum(row for (_, v), row in table.items() if v == verdict)))
    for name, kinds in (("figures", KINDS[:-1]), ("dates", KINDS[-1:]), ("all", KINDS)):
        print(line(name, _sum(row for (kind, _), row in table.items() if kind in kinds)))


def _sum(rows: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row)
    return total


if __name__ == "__main__":
    main()
