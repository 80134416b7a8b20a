"""The report for people: what is in conflict first, who says what in their own words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model.report import ArticleRecord, FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.report.judged import NOTHING, Beside, beside, elsewhere, sentence
from discrepancy.report.visible import one_line
from discrepancy.report.wrap import Ink, Styled, columns, cut_round, fill

MARKS = {"conflict": ("✗", "CONFLICT", "red"), "imprecise": ("≈", "IMPRECISE", "yellow"), "agree": ("=", "AGREE", "green")}
_PLAIN = {"✗": "x", "≈": "~", "…": "...", "·": "-", "“": '"', "”": '"', "→": ">", "•": "*"}
_MOST_SOURCES = 8
_NARROWEST, _WIDEST = 40, 120


@dataclass(frozen=True, slots=True)
class Page:
    """How a report is laid out for people.

    width       columns; kept between 40 and 120.
    colour      whether to write terminal styles.
    agreements  whether findings in which all agree are listed, not only counted.
    unicode     False where the output's encoding has no typographic characters.
    """

    width: int = 80
    colour: bool = False
    agreements: bool = False
    unicode: bool = True


def render(report: Report, page: Page) -> str:
    """The report as text that ends in a newline. Nothing an article says can steer the terminal."""
    sources = {article.id: article for article in report.articles}
    width = max(_NARROWEST, min(page.width, _WIDEST))
    ink = Ink(page.colour)
    listed = [finding for finding in report.findings if page.agreements or finding.verdict != "agree"]
    said = beside(report)
    blocks = [[_summary(report, page, ink)]]
    blocks += [list(_finding(finding, sources, said.get(finding.id, NOTHING), width, ink)) for finding in listed]
    blocks += [list(_footnotes(report, width, ink))]
    text = "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
    return text if page.unicode else without_typography(text)


def _summary(report: Report, page: Page, ink: Ink) -> str:
    counts = {verdict: sum(finding.verdict == verdict for finding in report.findings) for verdict in MARKS}
    dismissed = {id for id, said in beside(report).items() if said.dismissed}
    aside = sum(finding.id in dismissed and finding.verdict != "agree" for finding in report.findings)
    parts = [
        ink(_counted(counts["conflict"], "conflict"), "red" if counts["conflict"] else "", bold=bool(counts["conflict"])),
        ink(f"{counts['imprecise']} imprecise", "yellow" if counts["imprecise"] else ""),
        ink(f"{counts['agree']} agreed", "green" if counts["agree"] else ""),
        *([ink(f"{aside} dismissed", dim=True)] if aside else []),
    ]
    more = " (--all lists what agrees)" if counts["agree"] and not page.agreements else ""
    skipped = f", {len(report.skipped)} skipped" if report.skipped else ""
    return f"{_counted(len(report.articles), 'article')}{skipped}: " + " · ".join(parts) + more


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _finding(finding: FindingRecord, sources: dict[str, ArticleRecord], said: Beside, width: int, ink: Ink) -> Iterator[str]:
    mark, word, colour = MARKS[finding.verdict]
    colour = "" if said.dismissed else colour
    causes = ", ".join(finding.causes)
    head = f"{mark} {word}" + (f", {said.mark}" if said.mark else "")
    topic = one_line(finding.topic) or finding.kind
    tail = finding.kind + (f": {causes}" if causes else "")
    room = width - columns(head) - columns(tail) - 4
    line = ink(head, colour, bold=True) + "  " + ink(cut_round(topic, 0, 0, max(room, 12))[0].text, bold=True)
    gap = width - columns(head) - 2 - min(columns(topic), max(room, 12)) - columns(tail)
    yield line + (" " * gap + ink(tail, dim=True) if gap >= 2 else "")
    names = max((columns(_name(mention, sources)) for value in finding.values for mention in value.mentions), default=0)
    for value in finding.values:
        yield from _value(value, sources, width, min(names, 24), colour, ink)
    for number, line in enumerate(fill(one_line(finding.explanation), width - 4)):
        yield ("  → " if number == 0 else "    ") + line
    for one in said.said:
        for number, line in enumerate(fill(sentence(one), width - 4)):
            yield ("  • " if number == 0 else "    ") + line


def _value(value: ValueRecord, sources: dict[str, ArticleRecord], width: int, names: int, colour: str, ink: Ink) -> Iterator[str]:
    yield "  " + ink(cut_round(one_line(value.label), 0, 0, width - 2)[0].text, colour, bold=True)
    firsts: dict[str, list[MentionRecord]] = {}
    for mention in value.mentions:
        firsts.setdefault(mention.article, []).append(mention)
    for said in list(firsts.values())[:_MOST_SOURCES]:
        name = cut_round(_name(said[0], sources), 0, 0, names)[0].text
        again = f" ({len(said)}×)" if len(said) > 1 else ""
        room = width - 6 - names - len(again) - 2
        passage = _passage(said[0], room)
        words = "".join(ink(part.text, colour if part.marked else "", bold=part.marked, underline=part.marked) for part in passage)
        yield "    " + ink(name, "cyan") + " " * (names - columns(name)) + f"  “{words}”" + ink(again, dim=True)
    if len(firsts) > _MOST_SOURCES:
        yield "    " + ink(f"and {len(firsts) - _MOST_SOURCES} more", dim=True)


def _name(mention: MentionRecord, sources: dict[str, ArticleRecord]) -> str:
    """The source's name with the article's id, where they differ."""
    record = sources.get(mention.article)
    source = one_line(record.source) if record else ""
    id = one_line(mention.article)
    return f"{id} {source}" if source and source != id else id


def _passage(mention: MentionRecord, room: int) -> tuple[Styled, ...]:
    """The mention's sentence on one line, cut round the quote where it is too long."""
    before = one_line(mention.sentence.text[: mention.start - mention.sentence.start])
    quote = one_line(mention.quote)
    text = one_line(mention.sentence.text)
    start = text.find(quote, max(0, len(before) - 1))
    if start < 0 or not quote:
        text, start = quote, 0
    return cut_round(text, start, start + len(quote), room)


def _footnotes(report: Report, width: int, ink: Ink) -> Iterator[str]:
    for one in elsewhere(report):
        yield from _note(f"meets no finding now: {sentence(one)}", width, ink)
    silent = [article.id for article in report.articles if not article.comparable]
    if silent:
        yield from _note(f"nothing comparable in {', '.join(one_line(id) for id in silent)}", width, ink)
    if not any(finding.verdict != "agree" for finding in report.findings):
        yield from _note("no difference was found", width, ink)


def _note(text: str, width: int, ink: Ink) -> Iterator[str]:
    return (ink(line, dim=True) for line in fill(text, width))


def notices(report: Report) -> Sequence[str]:
    """What a person must be told beside the findings, a line each: skipped inputs, warnings of articles and of the story."""
    return tuple(_notices(report))


def _notices(report: Report) -> Iterable[str]:
    for skipped in report.skipped:
        yield f"skipped {one_line(skipped.path)}: {one_line(skipped.reason)}"
    for article in report.articles:
        for warning in article.warnings:
            yield f"{one_line(article.id)}: {one_line(warning)}"
    yield from (one_line(warning) for warning in report.warnings)


def without_typography(text: str) -> str:
    """`text` for an output that has no typographic characters."""
    for typographic, plain in _PLAIN.items():
        text = text.replace(typographic, plain)
    return text
