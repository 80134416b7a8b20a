"""The evidence of one finding as lines: why, the number line, then each value with the passages that state it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.text import Text

from discrepancy.model.report import FindingRecord, MentionRecord, ValueRecord, Weight
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement, backers, lone_sides
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import STATE_SIGNS, VERDICT_SIGNS, Palette, shape
from discrepancy.tui.widgets.intervals import number_line
from discrepancy.tui.widgets.judgements import judgement_lines
from discrepancy.tui.widgets.lines import wrapped_text

WIDEST = 110  # cells; a longer measure is hard to read
NARROWEST_COLUMN = 50  # cells from which sides stand side by side
ROUND_SENTENCE = 260  # code points of the paragraph kept on either side of the sentence
BAR = 2  # cells before each line
KEYS = 9  # values that have a digit to confirm them by
TELLING = 0.1  # log odds from which a weight of the nearest mention is listed


@dataclass(frozen=True, slots=True)
class Part:
    """A text and the place of the statement it belongs to (None: to none)."""

    text: Text
    place: int | None = None


Line = tuple[Part, ...]
"""What stands side by side, each part as wide as `column_width` says."""


def column_count(finding: FindingRecord, width: int) -> int:
    """How many sides stand side by side in `width` cells: as many as there are, where all have room; else they are stacked."""
    sides = len(finding.values)
    return sides if 1 < sides <= width // NARROWEST_COLUMN else 1


def column_width(finding: FindingRecord, width: int) -> int:
    """Cells of a part, with the bar before it."""
    return width // column_count(finding, width)


def evidence_lines(session: Session, finding: FindingRecord, width: int, palette: Palette, line_first: bool = True) -> list[Line]:
    """A finding's explanation and passages in `width` cells, and the number line, before the passages or after them."""
    measure = min(WIDEST, width) - BAR
    lines: list[Line] = [(Part(text),) for text in _heading(finding, measure, palette)]
    lines += [(Part(text),) for text in judgement_lines(session, finding, measure, palette)]
    rows = number_line(finding, measure, palette)
    line: list[Line] = [(Part(Text()),), *((Part(row),) for row in rows)] if rows else []
    lines += line if line_first else []
    columns = list(_columns(session, finding, min(WIDEST, column_width(finding, width)) - BAR - 1, palette))
    if column_count(finding, width) > 1:
        lines += zip_longest(*columns, fillvalue=Part(Text()))
    else:
        lines += [(part,) for column in columns for part in column]
    return lines if line_first else [*lines, *line]


def _columns(session: Session, finding: FindingRecord, measure: int, palette: Palette) -> Iterator[list[Part]]:
    """Side by side in the report's order: a blank line, the value, and the passages that state it with blank lines between."""
    stated, alone, place = session.statements, lone_sides(finding), 0
    for side, value in enumerate(finding.values):
        parts = [Part(Text()), Part(_side_heading(side, value, palette, side in alone, measure))]
        for statement in (said for said in stated if said.side == side):
            if parts[-1].place is not None:
                parts.append(Part(Text()))
            parts += [Part(text, place) for text in _passage(session, statement, measure, palette)]
            place += 1
        yield parts


def _heading(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    style = palette.verdict(finding.verdict)
    top = Text.assemble(
        (f"{VERDICT_SIGNS[finding.verdict]} {finding.verdict.upper()}", style), "  ", (visible(finding.topic), palette.strong)
    )
    if finding.causes:
        top.append(f"  {' · '.join(visible(cause) for cause in finding.causes)}", palette.faint)
    return [*wrapped_text(top, width), *wrapped_text(Text(visible(finding.explanation)), width)]


def _side_heading(side: int, value: ValueRecord, palette: Palette, alone: bool, width: int) -> Text:
    who = backers(value)
    sources = "1 source" if len(who) == 1 else f"{len(who)} sources"
    if value.independent_sources is not None and value.independent_sources != len(who):
        sources += f", {value.independent_sources} independent"
    sources += "  stands alone" if alone else ""
    label = fitted(visible(value.label), width - len(sources) - 9)
    key = f"{side + 1} " if side < KEYS else "  "
    return Text.assemble((key, palette.faint), (f" {shape(side)} {label} ", palette.filled(side)), (f"  {sources}", palette.faint))


def _passage(session: Session, statement: Statement, width: int, palette: Palette) -> list[Text]:
    mention, article = statement.mention, session.article(statement.mention.article)
    top = Text.assemble((visible(session.names.get(mention.article, mention.article)), palette.strong))
    if article is not None:
        top.append(f"  {article.published or 'no date'}", palette.faint)
    if mention.field == "title":
        top.append("  in its title", palette.faint)
    if statement.repeated:
        top.append("  again", palette.faint)
    if session.shaped(mention):
        top.append(f"  {STATE_SIGNS['shaped']} does not belong", palette.warning)
    for note in _notes(mention):
        top.append(f"  · {visible(note)}", palette.faint)
    said = paragraph(mention, palette, statement.side, whole=not statement.repeated)
    return [*wrapped_text(top, width), *wrapped_text(said, width)]


def _notes(mention: MentionRecord) -> list[str]:
    scope = mention.scope
    notes = [f"says {mention.attribution}"] if mention.attribution else []
    return notes + [part for part in (scope.place, scope.time, scope.population) if part]


def paragraph(mention: MentionRecord, palette: Palette, side: int, whole: bool = True) -> Text:
    """The paragraph faint, its sentence plain, the value marked; cut round its sentence if long, down to it if not `whole`."""
    outer = mention.paragraph if mention.paragraph.text else mention.sentence
    inner = mention.sentence if mention.sentence.text else outer
    if not outer.text:
        return Text(visible(mention.quote), style=palette.filled(side))
    keep = ROUND_SENTENCE if whole else 0
    blank = len(outer.text) - len(outer.text.lstrip())
    first = max(outer.start + blank, min(inner.start - keep, mention.start))
    last = min(outer.end, inner.end + keep)
    shown = Text(visible(outer.text[first - outer.start : last - outer.start]), style=palette.faint)
    shown.stylize(palette.sentence, inner.start - first, inner.end - first)
    shown.stylize(palette.filled(side), mention.start - first, mention.end - first)
    if first > outer.start + blank:
        shown = Text("… ", style=palette.faint).append_text(shown)
    return shown.append(" …", palette.faint) if last < outer.end else shown


def ledger_lines(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    """The finding's ledger in `width` cells: each weight in log odds, as a figure and as a bar, with its reason."""
    lines = [Text(), Text("why these were put together", style=palette.heading)]
    if not finding.ledger:
        return [*lines, Text("the report carries no ledger", style=palette.faint)]
    most = max(abs(weight.weight) for weight in finding.ledger) or 1.0
    lines += [line for weight in finding.ledger for line in _weight(weight, most, width, palette)]
    return lines


def _weight(weight: Weight, most: float, width: int, palette: Palette) -> list[Text]:
    bar = "█" * max(1, round(12 * abs(weight.weight) / most))
    style = palette.agree if weight.weight >= 0 else palette.conflict
    first, *more = wrapped_text(Text(visible(weight.reason)), max(12, width - 20))
    head = Text.assemble((f"{weight.weight:+6.2f} ", style), (f"{bar:<12} ", style), first)
    return [head, *(Text.assemble(" " * 20, line) for line in more)]


def nearest_lines(session: Session, finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    """The mention that came nearest to the finding without being put into it, and why not; nothing where the report has none."""
    near = finding.nearest
    if near is None:
        return []
    name, beside = (visible(session.names.get(mention.article, mention.article)) for mention in (near.mention, near.beside))
    said = Text.assemble((f"{name}  ", palette.strong)).append_text(paragraph(near.mention, palette, 0, whole=False))
    lines = [Text(), Text("the nearest mention that was not put with them", style=palette.heading), *wrapped_text(said, width)]
    lines += wrapped_text(Text(f"beside {beside}: “{visible(near.beside.quote)}”", style=palette.faint), width)
    lines += wrapped_text(Text(f"{visible(near.reason)}."), width)
    most = max((abs(weight.weight) for weight in near.weights), default=0.0) or 1.0
    return lines + [line for weight in near.weights if abs(weight.weight) >= TELLING for line in _weight(weight, most, width, palette)]
