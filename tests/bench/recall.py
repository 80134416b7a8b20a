"""Recall of the labelled figures in the dev stories: python -m tests.bench.recall [--misses N] [FOLDER]

A label is *found* where a mention overlaps it at least half and is not much longer, *right* where kind and value agree too.
Labels without a figure in their words ("speaker grilles", "the only candidate") are left out, and said to be.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount, Mention
from discrepancy.normalise import number, unit

KINDS = ("count", "money", "percent", "quantity", "duration", "age")
_FIGURE = re.compile(
    (
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
        r"|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|scores|several"
        r"|few|couple|half|third|quarter|twice|double[ds]?|trio|pair|a (?:week|day|month|year|hour|decade))(?![a-z])"
    ),
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s*(million|billion|trillion|thousand|crore|lakh|k|m|bn|mn)?(?![A-Za-z])|(\d+)(?:st|nd|rd|th|s)\b",
    re.IGNORECASE,
)


def stated(value: str) -> set[Decimal]:
    """Every number that a label's free-form value names."""
    found = set()
    for match in _NUMBER.finditer(value):
        if match[3]:
            found.add(Decimal(match[3]))
            continue
        parsed = number.parse(match[1] + (f" {match[2]}" if match[2] and len(match[2]) > 2 else match[2] or ""))
        if parsed is not None:
            found.add(parsed)
        bare = number.parse(match[1])
        if bare is not None:
            found.add(bare)
    for word in re.findall(r"[a-z-]+(?:[ -]thirds?|[ -]quarters?)?", value.lower()):
        parsed = number.parse(word)
        if parsed is not None:
            found |= {parsed, parsed * 100}
    return found


def agrees(label: dict[str, Any], mention: Mention) -> bool:
    """Whether one of the mention's figures is one of the label's."""
    amount = mention.value
    if not isinstance(amount, Amount):
        return False
    wanted = stated(str(label.get("value") or "")) | stated(label["quote"])
    own = {x for x in (amount.value, amount.low, amount.high) if x is not None}
    own |= (
        {100 - x for x in own if amount.unit == "percent"}
        | {x / 100 for x in own if amount.unit == "percent"}
        | {x * 100 for x in own if mention.kind == "money"}
    )
    if amount.unit in ("inch", "minute", "second", "month", "pound", "ounce", "decade", "century", "fortnight", "week"):
        bigger = {
            "inch": "foot",
            "minute": "hour",
            "second": "minute",
            "month": "year",
            "pound": "stone",
            "ounce": "pound",
            "decade": "year",
            "century": "year",
            "fortnight": "day",
            "week": "day",
        }
        for x in tuple(own):
            converted = unit.convert(x, amount.unit, bigger[amount.unit])
            if converted is not None:
                own |= {converted, converted.quantize(Decimal("0.1")), converted.quantize(Decimal(1))}
    if not wanted or amount.approximation == "vague":
        return True
    return any(abs(a - b) <= abs(b) * Decimal("0.001") for a in own for b in wanted)


def overlaps(label: dict[str, Any], mention: Mention) -> bool:
    """At least half of the label, or of a shorter mention inside it, and the mention is not much longer."""
    shared: int = min(mention.end, label["end"]) - max(mention.start, label["start"])
    length: int = label["end"] - label["start"]
    return (
        bool(shared > 0)
        and (2 * shared >= length or shared == mention.end - mention.start)
        and mention.end - mention.start <= 2 * length + 20
    )


def main() -> None:
    """Prints the recall by kind, and misses where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default=str(Path(__file__).parents[2].parent / "shared" / "gold" / "dev"))
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    totals: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    misses: list[str] = []
    for path in sorted(Path(options.folder).glob("*/gold.json")):
        _story(path, totals, misses)
    everything: collections.Counter[str] = collections.Counter()
    for kind in KINDS:
        everything.update(totals[kind])
        print(_line(kind, totals[kind]))
    print(_line("all", everything))
    step = max(1, len(misses) // options.misses) if options.misses else 0
    for line in misses[::step][: options.misses] if step else []:
        print("  ", line)


def _line(kind: str, row: collections.Counter[str]) -> str:
    labels = max(1, row["labels"])
    found, right = 100 * row["found"] / labels, 100 * row["right"] / labels
    return f"{kind:9} labels {row['labels']:4}  (without a figure {row['bare']:3})  found {found:5.1f}%  value and kind {right:5.1f}%"


def _story(path: Path, totals: dict[str, collections.Counter[str]], misses: list[str]) -> None:
    gold = json.loads(path.read_text())
    texts = {}
    for article in path.parent.glob("[0-9]*.json"):
        record = json.loads(article.read_text())
        texts[article.stem] = {"text": record["text"], "title": record.get("title") or ""}
    read: dict[tuple[str, str], tuple[Mention, ...]] = {}
    for facet in gold["facets"]:
        if facet["kind"] not in KINDS:
            continue
        for label in facet["mentions"]:
            row = totals[facet["kind"]]
            if not _FIGURE.search(label["quote"]):
                row["bare"] += 1
                continue
            field = label.get("in", "text")
            key = (label["article"], field)
            if key not in read:
                read[key] = read_mentions(texts[label["article"]][field])
            row["labels"] += 1
            near = [m for m in read[key] if overlaps(label, m)]
            good = [m for m in near if (m.kind == facet["kind"] or (facet["kind"], m.kind) in _CLOSE) and agrees(label, m)]
            row["found"] += bool(near)
            row["right"] += bool(good)
            if not good:
                context = texts[label["article"]][field][max(0, label["start"] - 40) : label["end"] + 30].replace("\n", " ")
                what = [
                    (m.kind, m.text, str(getattr(m.value, "value", "")))
                    for m in read[key]
                    if m.start < label["end"] and label["start"] < m.end
                ]
                misses.append(
                    f"{'MISS ' if not near else 'WRONG'} {facet['kind']:8} {label['quote']!r} = {label.get('value')!r}"
                    f" got {what} | …{context}…"
                )


_CLOSE = {
    ("count", "ordinal"),
    ("count", "score"),
    ("count", "percent"),
    ("percent", "count"),
    ("duration", "age"),
    ("age", "duration"),
    ("quantity", "count"),
    ("quantity", "percent"),
    ("count", "duration"),
}


if __name__ == "__main__":
    main()
