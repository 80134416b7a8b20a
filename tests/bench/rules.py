"""How often each rule for names and polarity is right, and in how many stories: right in one alone shows little.

python -m tests.bench.rules GOLD_DIR
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.alignment.participants_frames import frame_findings
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_nations import nation_findings
from discrepancy.alignment.participants_offices import office_findings
from discrepancy.alignment.participants_people import people_findings
from discrepancy.alignment.participants_places import place_findings
from discrepancy.alignment.participants_quotes import quote_findings
from discrepancy.alignment.participants_recipients import recipient_findings
from discrepancy.alignment.participants_roles import role_findings
from discrepancy.alignment.participants_unknown import with_unknown
from discrepancy.alignment.polarity import polarity_findings
from discrepancy.extraction.participants import find_participants
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Article
from discrepancy.model.group import Group
from tests import gold_score
from tests.bench.participants import FAMILIES, as_report, load_articles


def ruled(articles: list[Article]) -> Iterator[tuple[str, str, Group]]:
    """(family, rule, group) of every conflict and imprecise finding of a story, however unsure."""
    read = with_unknown(lent(sorted(((a, find_participants(a.text, a.title)) for a in articles), key=lambda one: one[0].id)))
    around = Surroundings([a for a, _ in read])
    found = {
        "people": people_findings(read, around), "quotes": quote_findings(read), "places": place_findings(read, around),
        "recipients": recipient_findings(read), "offices": office_findings(read, around), "frames": frame_findings(read, around),
        "nations": nation_findings(read, around), "roles": role_findings(read),
    }  # fmt: skip
    for rule, groups in found.items():
        for group in groups:
            if group.verdict != "agree":
                yield "participants", f"{rule} {group.verdict}" + (" spelling" if "spelling" in group.causes else ""), group
    for group in polarity_findings([(a, find_polarity(a.text, a.title)) for a in articles]):
        yield "polarity", f"polarity {group.ledger[0][0].rsplit(' ', 1)[-1]}", group


def main() -> None:
    """Print a line for each rule."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in sorted(p for p in Path(sys.argv[1]).iterdir() if (p / "gold.json").exists()):
        labels = json.loads((folder / "gold.json").read_text())
        for family, rule, group in ruled(load_articles(folder)):
            gold = {**labels, "facets": [f for f in labels["facets"] if f["kind"] in FAMILIES[family]]}
            result, _ = gold_score.score(gold, as_report([group]))  # type: ignore[no-untyped-call]  # the scorer is kept as it was given
            held = right if result["c_tp" if group.verdict == "conflict" else "f_tp"] else wrong
            held[rule][folder.name] += 1
    for rule in sorted({*right, *wrong}):
        yes, no = right[rule], wrong[rule]
        print(f"{rule:28} right {yes.total():3} in {len(yes):2} stories | wrong {no.total():3} in {len(no):2}")


if __name__ == "__main__":
    main()
