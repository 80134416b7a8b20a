"""What each source says in answer to one question, as cells of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from discrepancy.model.report import FindingRecord, ValueRecord
from discrepancy.report.visible import visible
from discrepancy.review.sides import Statement, backers, lone_sides, positions
from discrepancy.tui.shorten import figure_of, jotted, padded
from discrepancy.tui.themes import Palette, shape
from discrepancy.tui.widgets.lines import wrapped_text

SILENT = "·"
NONE: frozenset[int] = frozenset()
NAMED = 3  # sources from which they are counted instead
ENDLESS = 10_000  # cells


def words_for(statement: Statement, width: int, lines: int = 1) -> str:
    """The article's own words where they fit in `lines` lines; else its figure without the noun, else the value's label if shorter.

    Of a yes or no, only that. A hedge is never left out of what it hedges.
    """
    if statement.value.value in ("yes", "no"):
        return statement.value.value
    own, label = visible(jotted(statement.mention.quote)), visible(jotted(statement.value.label))
    if cell_len(own) <= width or (lines > 1 and _wraps(own, width, lines)):
        return own
    figure = figure_of(own)
    return figure if figure != own or cell_len(label) >= cell_len(own) else label


def _wraps(words: str, width: int, lines: int) -> bool:
    """True where the words fit in so many lines without one of them being broken."""
    return all(cell_len(word) <= width for word in words.split()) and len(wrapped_text(Text(words), width)) <= lines


def cell(said: tuple[Statement, ...], width: int, palette: Palette, alone: frozenset[int] = NONE, lines: int = 1) -> list[Text]:
    """One source's cell: at most `lines` lines of `width` cells, in its side's colour, filled on the sides in `alone`.

    Each statement starts with its side's shape, on a line of its own where there are several lines.
    """
    if not said:
        return [Text.assemble((padded(SILENT, width), palette.faint))]
    shown: list[Text] = []
    for statement in said:
        style = palette.filled(statement.side) if statement.side in alone else palette.side(statement.side)
        words = Text(words_for(statement, width - 2, lines))
        parts = wrapped_text(words, width - 2) if lines > 1 else [words]
        for at, part in enumerate(parts):
            before = f"{shape(statement.side)} " if at == 0 else "  "
            shown.append(Text.assemble((before + part.plain.rstrip(), style)))
    shown, rest = shown[: lines - 1], shown[lines - 1 :]
    if rest:
        last = Text(" ").join([rest[0], *(Text.assemble((part.plain.strip(), part.spans[0].style)) for part in rest[1:])])
        last.truncate(width, overflow="ellipsis")
        shown.append(last)
    for line in shown:
        line.truncate(width, pad=True)
    return shown


def row(
    finding: FindingRecord, articles: Sequence[str], width: int, palette: Palette, chosen: str | None = None, lines: int = 1
) -> list[Text]:
    """A cell of `width` cells for each article, a space between them, in at most `lines` lines.

    What does not fit runs on over the cells of silent sources at its right. The cell of the article `chosen` is underlined.
    """
    taken, alone = positions(finding), lone_sides(finding)
    columns: list[list[Text]] = []
    at = 0
    while at < len(articles):
        said, spanned = taken.get(articles[at], ()), 1
        while said and at + spanned < len(articles) and articles[at + spanned] not in taken and _natural(said) > spanned * (width + 1) - 1:
            spanned += 1
        column = cell(said, spanned * (width + 1) - 1, palette, alone, lines)
        if articles[at] == chosen:
            for line in column:
                words = line.plain.rstrip()
                line.stylize("underline bold", len(words) - len(words.lstrip()), len(words))
        columns.append(column)
        at += spanned
    high = max((len(column) for column in columns), default=1)
    return [_side_by_side(columns, line) for line in range(high)]


def _natural(said: tuple[Statement, ...]) -> int:
    """How many cells everything that is said would take on one line."""
    return sum(cell_len(words_for(statement, ENDLESS)) + 3 for statement in said) - 1


def _side_by_side(columns: list[list[Text]], line: int) -> Text:
    whole = Text()
    for column in columns:
        whole.append_text(column[line] if line < len(column) else Text(" " * column[0].cell_len)).append(" ")
    return whole


def grouped(finding: FindingRecord, names: Mapping[str, str], width: int, palette: Palette, lines: int = 1) -> list[Text]:
    """Side after side with those who take it, in at most `lines` lines of `width` cells: for more sources than there is room for cells.

    Sides that find no place are counted at the end.
    """
    alone = lone_sides(finding)
    told = [_side_with_names(side, value, names, palette, side in alone) for side, value in enumerate(finding.values)]
    rows = [Text()]
    for at, side in enumerate(told):
        more = f"+{len(told) - at - 1} more" if at + 1 < len(told) else ""
        spare = len(more) + 2 if more and len(rows) == lines else 0
        if rows[-1] and rows[-1].cell_len + 2 + side.cell_len + spare > width:
            if len(rows) == lines:
                rows[-1] = Text.assemble(rows[-1], (f"  +{len(told) - at} more", palette.faint))
                break
            rows.append(Text())
            spare = len(more) + 2 if more and len(rows) == lines else 0
        side.truncate(max(1, width - spare), overflow="ellipsis")
        rows[-1] = Text.assemble(rows[-1], "  " if rows[-1] else "", side)
    return rows


def _side_with_names(side: int, value: ValueRecord, names: Mapping[str, str], palette: Palette, alone: bool) -> Text:
    who = backers(value)
    known = ", ".join(visible(names.get(article, article)) for article in who) if len(who) < NAMED else f"{len(who)} sources"
    style = palette.filled(side) if alone else palette.side(side)
    return Text.assemble((f"{shape(side)} {visible(jotted(value.label))}", style), (f" {known}", palette.faint))
