"""The number line in cells: `report.numberline` says where each interval lies and what may be said of them, this draws it."""

from __future__ import annotations

from rich.text import Text

from discrepancy.model.report import FindingRecord
from discrepancy.report.numberline import Bar, NumberLine
from discrepancy.report.numberline import number_line as line_of
from discrepancy.report.visible import visible
from discrepancy.tui.shorten import jotted, padded
from discrepancy.tui.themes import Palette, shape
from discrepancy.tui.widgets.lines import wrapped_text

_NARROWEST = 44  # cells
_MARGIN = 3  # cells before a label


def number_line(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    """The line in `width` cells: a row for each side, then what they share or the gap, as a band and in words.

    None for fewer than two intervals, for values that cannot stand on one line, or in few cells.
    """
    line = line_of(finding) if width >= _NARROWEST else None
    if line is None:
        return []
    labels = min(22, max(17, width // 4))
    room = width - labels - _MARGIN - 1
    rows = [_row(bar, finding.values[bar.side].label, labels, room, palette) for bar in line.bars]
    return [*rows, *_told(line, finding, labels, room, palette)]


def _cells(bar: Bar, room: int) -> tuple[int, int]:
    """The first and last cell of a bar, 0..room-1."""
    return round(bar.start / 100 * (room - 1)), round(bar.end / 100 * (room - 1))


def _row(bar: Bar, label: str, labels: int, room: int, palette: Palette) -> Text:
    colour = palette.side(bar.side)
    row = Text.assemble((f" {shape(bar.side)} ", colour), (padded(visible(jotted(label)), labels), ""), " ")
    cells = ["·"] * room
    left, right = _cells(bar, room)
    cells[left : right + 1] = "━" * (right + 1 - left)
    if left == right:
        cells[left] = shape(bar.side)
    else:
        cells[left], cells[right] = ("◀" if bar.open_low else "┣"), ("▶" if bar.open_high else "┫")
    line = Text("".join(cells), style=palette.faint)
    line.stylize(f"bold {colour}", left, right + 1)
    return row.append_text(line)


def _told(line: NumberLine, finding: FindingRecord, labels: int, room: int, palette: Palette) -> list[Text]:
    """The last rows: the band under the sides, and the sentence.

    Nothing where no value fits all and the verdict is no conflict (two outlets rounded a conversion differently): the
    verdict knows more than the ends, and the line may not gainsay it.
    """
    if not line.meets and finding.verdict != "conflict":
        return []
    style, fill = (palette.agree, "▔") if line.meets else (palette.conflict, "╌")
    rows = []
    if line.band is not None:
        left, right = _cells(line.band, room)
        rows.append(Text(" " * (_MARGIN + labels + 1 + left) + fill * (right + 1 - left), style=style))
    words = wrapped_text(Text(visible(line.told), style=style), room + labels + 1)
    return [*rows, *(Text(" " * _MARGIN).append_text(text) for text in words)]
