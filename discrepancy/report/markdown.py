"""The report as Markdown (CommonMark with GitHub's tables) for a ticket or a pull request; what articles say is only ever text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.model.report import FindingRecord, Report, ValueRecord
from discrepancy.report import words
from discrepancy.report.judged import NOTHING, Beside, beside, elsewhere, sentence
from discrepancy.report.numberline import number_line
from discrepancy.report.sides import backers, label_of, letter, name_of, quoted, source_names, topic_of
from discrepancy.report.visible import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#!$@{}^]|:(?=//)|(?<=\bwww)\.|^[-+=]", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_CALLS = re.compile(r"(?<=\\[@#])(?=\w)")
_LONGEST_CELL = 60
_MOST_COLUMNS = 12


def render(report: Report, agreements: bool = False) -> bytes:
    """UTF-8 that ends in a newline; findings in which all agree are listed only where `agreements`."""
    names = source_names(report)
    listed = [finding for finding in report.findings if agreements or finding.verdict != "agree"]
    blocks = ["\n".join(_head(report, agreements))]
    if listed and 0 < len(report.articles) <= _MOST_COLUMNS:
        blocks.append("\n".join(_matrix(report, listed, names)))
    said = beside(report)
    blocks += ["\n".join(_finding(finding, names, said.get(finding.id, NOTHING))) for finding in listed]
    blocks += ["\n".join(_notes(report))]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode("utf-8", "replace")


def literal(text: str) -> str:
    """`text` on one line, so escaped that it is read as these characters: no markup, link, formula, mention of a user or an issue."""
    shown = one_line(text)
    escaped = _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", shown))
    return _CALLS.sub("&#8288;", escaped)  # a word joiner: GitHub calls @name and #1 even where they are escaped


def _head(report: Report, agreements: bool) -> Iterator[str]:
    counts = {verdict: sum(finding.verdict == verdict for finding in report.findings) for verdict in words.VERDICTS}
    yield f"# {words.counted(counts['conflict'], 'conflict')} in {words.counted(len(report.articles), 'article')}"
    yield ""
    more = " (not listed)" if counts["agree"] and not agreements else ""
    dismissed = sum(said.dismissed for said in beside(report).values())
    aside = f" · {dismissed} dismissed by reviewers" if dismissed else ""
    yield f"✗ {words.counted(counts['conflict'], 'conflict')} · ≈ {counts['imprecise']} imprecise · = {counts['agree']} agreed{more}{aside}"
    for warning in report.warnings:
        yield ""
        yield f"**Note:** {literal(warning)}"


def _matrix(report: Report, listed: Sequence[FindingRecord], names: Mapping[str, str]) -> Iterator[str]:
    yield "| Question | " + " | ".join(literal(name_of(article.id, names)) for article in report.articles) + " |"
    yield "| --- " * (len(report.articles) + 1) + "|"
    for finding in listed:
        cells = []
        for article in report.articles:
            said = [_cell(side, value) for side, value in enumerate(finding.values) if article.id in backers(value)]
            cells.append("<br>".join(said) or "–")
        yield f"| {words.MARKS[finding.verdict]} {_cut(topic_of(finding))} | " + " | ".join(cells) + " |"


def _cell(side: int, value: ValueRecord) -> str:
    return f"**{letter(side)}** {_cut(label_of(value))}"


def _cut(text: str) -> str:
    return literal(text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1].rstrip() + "…")


def _finding(finding: FindingRecord, names: Mapping[str, str], said: Beside) -> Iterator[str]:
    marked = f" ({said.mark})" if said.mark else ""
    yield f"## {words.MARKS[finding.verdict]} {words.WORDS[finding.verdict]}{marked}: {literal(topic_of(finding))}"
    yield ""
    yield f"{literal(finding.explanation)}"
    line = number_line(finding)
    if line is not None:
        yield ""
        yield f"{literal(line.told)}"
    for side, value in enumerate(finding.values):
        yield ""
        yield f"- **{letter(side)}: {literal(label_of(value))}**"
        for mention in value.mentions:
            cut = quoted(mention)
            before, quote, after = (literal(part) for part in (cut.before, cut.quote, cut.after))
            gap, rest = _space(cut.before[-1:]), _space(cut.after[:1])
            field = ", headline" if mention.field == "title" else ""
            yield f"  - {literal(name_of(mention.article, names))}{field}: “{before}{gap}**{quote}**{rest}{after}”"
    if said.said:
        yield ""
        yield "Judged:"
        yield ""
    for one in said.said:
        yield f"- {literal(sentence(one))}"
    if finding.ledger:
        yield ""
        yield "| Weight | Reason |"
        yield "| ---: | --- |"
    for weight in finding.ledger:
        yield f"| {weight.weight:+.3f} | {literal(weight.reason)} |"
    yield ""
    causes = f"{', '.join(finding.causes)} · " if finding.causes else ""
    sure = f"severity {finding.severity:.3f} · confidence {finding.confidence:.3f}"
    yield f"{literal(finding.kind)} · {causes}{sure} · id {literal(finding.id)}"


def _space(character: str) -> str:
    return " " if character.isspace() else ""


def _notes(report: Report) -> Iterator[str]:
    if lost := elsewhere(report):
        yield "## Judged, and no finding now"
        yield ""
        yield from (f"- {literal(sentence(one))}" for one in lost)
        yield ""
    if report.skipped:
        yield "## Skipped"
        yield ""
    for skipped in report.skipped:
        yield f"- {literal(skipped.path)}: {literal(skipped.reason)}"
    if report.skipped:
        yield ""
    yield f"Written by {literal(report.tool.name)} {literal(report.tool.version)}."
