"""How many labelled dates of the dev stories are found: `python -m tests.bench.date_recall GOLD_FOLDER [-q]`.

A labelled date counts as found where a date mention overlaps at least half of the shorter of the two and is not longer than
max(80, twice the label and 30 more). Without -q those missed are printed with their surroundings.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discrepancy.extraction.dates import find_dates
from discrepancy.model import Mention

Label = tuple[str, str, int, int]
"""Article id, field, start, end."""


def main() -> None:
    """Prints the recall, and by default the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-q", "--quiet", action="store_true")
    options = parser.parse_args()
    total = hit = 0
    for story in sorted(p.parent for p in options.gold.glob("*/gold.json")):
        for label, text, ok in labelled(story):
            total += 1
            hit += ok
            if not ok and not options.quiet:
                start, end = label[2:]
                around = f"{text[max(start - 40, 0) : start]!r} [{text[start:end]}] {text[end : end + 30]!r}"
                print(f"{story.name} {label[0]}  {around}")
    print(f"dates found: {hit} of {total}, {hit / max(total, 1):.3f}")


def labelled(story: Path) -> Iterator[tuple[Label, str, bool]]:
    """Every distinct labelled date of a story with its text, and whether it is found."""
    articles = {p.stem: json.loads(p.read_text("utf-8")) for p in story.glob("[0-9]*.json")}
    found = {
        (name, field): find_dates(a.get(field) or "", _day(a.get("published")))
        for name, a in articles.items()
        for field in ("text", "title")
    }
    labels = {
        (m["article"], m.get("in", "text"), m["start"], m["end"])
        for facet in json.loads((story / "gold.json").read_text("utf-8"))["facets"]
        if facet["kind"] == "date"
        for m in facet["mentions"]
    }
    for label in sorted(labels):
        text = articles[label[0]].get(label[1]) or ""
        yield label, text, any(_meets(m, label[2], label[3]) for m in found[label[0], label[1]])


def _meets(mention: Mention, start: int, end: int) -> bool:
    shared = min(mention.end, end) - max(mention.start, start)
    length = mention.end - mention.start
    return shared > 0 and 2 * shared >= min(length, end - start) and length <= max(80, 2 * (end - start) + 30)


def _day(published: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


if __name__ == "__main__":
    main()
