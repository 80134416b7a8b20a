"""The report as one HTML file for people: nothing in it runs, nothing comes from the network, and what articles say is only ever text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.model.report import FindingRecord, Report
from discrepancy.report import words
from discrepancy.report.judged import NOTHING, Beside, beside, dismissed, elsewhere, sentence
from discrepancy.report.meeting import alone
from discrepancy.report.numberline import number_line
from discrepancy.report.sides import backers, label_of, letter, name_of, quoted, source_names, topic_of, web_address
from discrepancy.report.spans import interval_words
from discrepancy.report.visible import one_line, visible

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_HERE = Path(__file__).parent
_COLOURS = 6
_MOST_AT_A_GLANCE = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in one finding: (side, label) of each side it takes; none where it is silent."""

    article: str
    sides: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as a row of the matrix, a cell for each article; `alone` are the sides that fit with no other; `judged` what was said."""

    finding: FindingRecord
    anchor: str
    cells: tuple[Cell, ...]
    alone: frozenset[int]
    judged: Beside = NOTHING


def render(report: Report, agreements: bool = False) -> bytes:
    """The report as an HTML5 document in UTF-8; findings in which all agree are listed only where `agreements`, and always counted."""
    listed = [finding for finding in report.findings if agreements or finding.verdict != "agree"]
    names = source_names(report)
    rows = _rows(report, listed)
    aside = dismissed(report)
    content = _template().render(
        report=report,
        style=_style(report.judgements is not None),
        names=names,
        rows=rows,
        conflicts=[row for row in rows if row.finding.verdict == "conflict" and not row.judged.dismissed][:_MOST_AT_A_GLANCE],
        standing=sum(finding.verdict == "conflict" and finding.id not in aside for finding in report.findings),
        aside=sum(finding.id in aside for finding in report.findings),
        lost=elsewhere(report),
        counts={verdict: sum(finding.verdict == verdict for finding in report.findings) for verdict in words.VERDICTS},
        listed_verdicts={finding.verdict for finding in listed},
        listed_causes={cause for finding in listed for cause in finding.causes},
        agreements=agreements,
    )
    return content.encode("utf-8", "replace")


def _rows(report: Report, listed: Sequence[FindingRecord]) -> list[Row]:
    """Anchors are numbered: an id from a report that another hand wrote would be a string of unknown characters."""
    rows = []
    judged = beside(report)
    for place, finding in enumerate(listed, 1):
        said: dict[str, list[tuple[int, str]]] = {}
        for side, value in enumerate(finding.values):
            for article in backers(value):
                said.setdefault(article, []).append((side, label_of(value)))
        cells = tuple(Cell(article.id, tuple(said.get(article.id, ()))) for article in report.articles)
        rows.append(Row(finding, f"finding-{place}", cells, alone(finding), judged.get(finding.id, NOTHING)))
    return rows


@dataclass(frozen=True, slots=True)
class Style:
    """The style sheet, ours and no article's word in it, and its SHA-256 for the content security policy."""

    text: Markup
    hash: str


@cache
def _style(judged: bool) -> Style:
    from markupsafe import Markup

    text = "".join((_HERE / name).read_text(encoding="utf-8") for name in ("page.css", *(("judged.css",) if judged else ())))
    return Style(Markup(text), base64.b64encode(hashlib.sha256(f"\n{text}".encode()).digest()).decode())


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FileSystemLoader(_HERE))
    made.globals.update(
        words=words,
        letter=letter,
        colour=lambda side: min(side, _COLOURS),
        name_of=name_of,
        label_of=label_of,
        topic_of=topic_of,
        backers=backers,
        quoted=quoted,
        number_line=number_line,
        interval_words=interval_words,
        web_address=web_address,
        sentence=sentence,
    )
    made.filters.update(line=one_line, shown=visible)
    return made.get_template("page.html.jinja")
