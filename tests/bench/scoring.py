"""What the shared scorer says of findings and groups, by family of kinds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from discrepancy.model.group import Group
from discrepancy.pipeline import Compared
from tests import gold_score
from tests.bench.stories import Labelled

FIGURES = {"count", "money", "percent", "quantity", "duration", "age", "date"}
FAMILIES = {
    "figures": FIGURES - {"date"},
    "dates": {"date"},
    "participants": {"person", "organisation", "place"},
    "polarity": {"polarity"},
    "all": FIGURES | {"person", "organisation", "place", "polarity"},
}


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


def as_group(group: Group) -> tuple[float, dict[str, Any]]:
    """A group's confidence, and what the scorer reads of it."""
    values = [
        {"mentions": [{"article": a, "field": m.field, "start": m.start, "end": m.end, "quote": m.text} for a, m in mentions]}
        for _, _, mentions in group.values
    ]
    return group.confidence, {"verdict": group.verdict, "kind": group.kind, "topic": group.topic, "values": values}
