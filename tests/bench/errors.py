"""Where labelled differences are lost, kind by kind, by the program as it is shipped: not read, not put together, judged, held back.

    python -m tests.bench.errors            the table, and the missed and the false conflicts, story by story
    python -m tests.bench.errors --write    the same, and the table into ACCURACY_NOTES.md above its hand-kept part

The weights were fitted on these stories: the shares say where to work, `fit.py` says how good it is.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_unknown import with_unknown
from discrepancy.extraction.participants import find_participants
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Article, Mention, Story
from discrepancy.model.settings import Settings
from discrepancy.pipeline import compare_story, read_figures
from discrepancy.report.jsonreport import dumps
from tests import gold_score
from tests.bench.stories import SHARED, articles_of, meets

NOTES = Path(__file__).resolve().parent / "ACCURACY_NOTES.md"
MARK = "<!-- below this line the page is kept by hand -->"
FATES = ("not read", "not put together", "verdict or mixed with others", "held back as unsure", "found")
FAMILY = {
    **dict.fromkeys(("count", "money", "percent", "quantity", "duration", "age"), "figures"),
    "date": "dates",
    **dict.fromkeys(("person", "organisation", "place"), "participants"),
    "polarity": "polarity",
}
Spans = set[tuple[str, str, int, int]]


def read_spans(articles: Sequence[Article]) -> Spans:
    """(article, field, start, end) of everything that is read."""

    def spans(article: Article, mentions: Iterable[Mention]) -> Spans:
        return {(article.id, m.field, m.start, m.end) for m in mentions}

    out: Spans = set()
    for a, names in with_unknown(lent([(a, find_participants(a.text, a.title)) for a in articles])):
        out |= spans(a, read_figures(a)) | spans(a, names) | spans(a, find_polarity(a.text, a.title))
    return out


def report_of(articles: Sequence[Article], sensitivity: str) -> dict[str, Any]:
    """The report as an object."""
    made: dict[str, Any] = json.loads(dumps(compare_story(Story(tuple(articles)), Settings(sensitivity=sensitivity))))  # type: ignore[arg-type]
    return made


def found(facet: dict[str, Any], gold: dict[str, Any], report: dict[str, Any]) -> bool:
    """Whether the scorer counts this facet, were it the only difference labelled."""
    others = [f if f is facet else {**f, "verdict": "agree"} for f in gold["facets"]]
    r, _ = gold_score.score({**gold, "facets": others}, report)  # type: ignore[no-untyped-call]  # a verbatim copy
    return bool(r["c_found"] if facet["verdict"] == "conflict" else r["f_found"])


def fate(facet: dict[str, Any], gold: dict[str, Any], spans: Spans, report: dict[str, Any], wide: dict[str, Any]) -> str:
    """How far a labelled difference comes."""
    if found(facet, gold, report):
        return FATES[4]
    read = {g["group"] for g in facet["mentions"] if any(meets(s, e, a, f, g) for a, f, s, e in spans)}
    groups = sorted({g["group"] for g in facet["mentions"]})
    pairs = facet.get("conflicting") or [[x, y] for i, x in enumerate(groups) for y in groups[i + 1 :]]
    if not any(set(p) <= read for p in pairs):
        return FATES[0]
    if found(facet, gold, wide):
        return FATES[3]
    for finding in [*report["findings"], *wide["findings"]]:
        inside = {g["group"] for g in facet["mentions"] for v in finding["values"] for m in v["mentions"] if _met(m, g)}
        if any(set(p) <= inside for p in pairs):
            return FATES[2]
    return FATES[1]


def _met(m: dict[str, Any], label: dict[str, Any]) -> bool:
    return meets(m["start"], m["end"], m["article"], m["field"], label)


def table(lost: Counter[tuple[str, str, str]]) -> str:
    """Markdown: shares by family, conflicts then imprecise ones."""
    out = [f"| verdict | kinds | labelled | {' | '.join(FATES)} |", "|---|---|---|---|---|---|---|---|"]
    for verdict in ("conflict", "imprecise"):
        for family in ("figures", "dates", "participants", "polarity", "all"):
            cells = [sum(n for (v, f, t), n in lost.items() if v == verdict and family in (f, "all") and t == one) for one in FATES]
            total = sum(cells)
            if total:
                out.append(f"| {verdict} | {family} | {total} | " + " | ".join(f"{n} ({n / total:.0%})" for n in cells) + " |")
    return "\n".join(out) + "\n"


def main() -> None:
    """Print, and with --write put the table into the notes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    write = options.parse_args().write
    lost: Counter[tuple[str, str, str]] = Counter()
    for folder in sorted(p for p in (SHARED / "gold" / "dev").iterdir() if (p / "gold.json").exists()):
        gold = json.loads((folder / "gold.json").read_text())
        articles = articles_of(folder)
        spans, report, wide = read_spans(articles), report_of(articles, "normal"), report_of(articles, "wide")
        print(folder.name)
        for facet in gold["facets"]:
            if facet["verdict"] != "agree":
                end = fate(facet, gold, spans, report, wide)
                lost[facet["verdict"], FAMILY[facet["kind"]], end] += 1
                if end != FATES[4] and facet["verdict"] == "conflict":
                    print("   ", end, "|", gold_score.facet_line(facet)[:260])  # type: ignore[no-untyped-call]
        for kind, note in gold_score.score(gold, report)[1]:  # type: ignore[no-untyped-call]
            if kind == "false-conflict":
                print("   ", kind, "|", note[:260])
    print(table(lost))
    if write:
        kept = NOTES.read_text().split(MARK, 1)[-1].lstrip("\n") if NOTES.exists() else ""
        NOTES.write_text(f"{HEAD}\n{table(lost)}\n{MARK}\n\n{kept}")


HEAD = """## Where labelled differences of all kinds are lost

Made by `python -m tests.bench.errors --write` from the program as it is shipped (`normal`), on the stories it was fitted on: the shares
say where to work. *Held back as unsure*: shown at `--sensitivity wide` only.
"""

if __name__ == "__main__":
    main()
