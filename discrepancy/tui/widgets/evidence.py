"""The evidence of one finding: why, the number line, then each value with the passages that state it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.message import Message

from discrepancy.model.report import FindingRecord, MentionRecord, ValueRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement, backers, outliers
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import VERDICT_SIGNS, Palette, shape
from discrepancy.tui.widgets.intervals import number_line
from discrepancy.tui.widgets.lines import LineView, wrapped_text

WIDEST = 110  # a longer measure is hard to read
LINE_FIRST = 16  # lines from which there is room for the number line above the passages
ROUND_SENTENCE = 260  # code points of the paragraph kept on either side of the sentence


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line, and the place of the statement it belongs to (None: to none)."""

    text: Text
    place: int | None = None


class Evidence(LineView):
    """Draws the evidence of the session's chosen finding, with the chosen passage in sight."""

    class Picked(Message):
        """A passage was clicked."""

        def __init__(self, place: int, again: bool) -> None:
            super().__init__()
            self.place = place
            self.again = again

    def __init__(self, session: Session) -> None:
        super().__init__(id="evidence")
        self.session = session
        self.with_ledger = False
        self._lines: list[Drawn] = []
        self._drawn_for: tuple[object, ...] = ()

    def update(self) -> None:
        """Draw the session as it is now."""
        finding = self.session.chosen
        width = min(WIDEST, self.scrollable_content_region.width - 3)
        line_first = self.size.height >= LINE_FIRST
        drawn_for = (finding, width, self.palette, self.with_ledger, self.session.loaded, line_first)
        fresh = drawn_for != self._drawn_for
        if fresh:
            self._drawn_for = drawn_for
            self._lines = evidence_lines(self.session, finding, width, self.palette, line_first) if finding and width > 10 else []
            if finding and self.with_ledger:
                self._lines += [Drawn(text) for text in _ledger(finding, width, self.palette)]
            self.set_extent(len(self._lines))
        if fresh and self.session.place == 0:
            self.scroll_to(y=0, animate=False)
        else:
            self._reveal_place()
        self.refresh()

    def _reveal_place(self) -> None:
        own = [y for y, drawn in enumerate(self._lines) if drawn.place == self.session.place]
        if own:
            self.reveal(own[0], len(own))

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.update()

    def line(self, y: int) -> Text:
        """The line, after a bar that stands beside the chosen passage."""
        drawn = self._lines[y]
        if drawn.place is None:
            return Text(" ").append_text(drawn.text)
        chosen = drawn.place == self.session.place
        side = self.session.statements[drawn.place].side
        style = f"bold {self.palette.side(side)}" if chosen else self.palette.faint
        return Text.assemble(("┃ " if chosen else "│ ", style), drawn.text)

    def on_click(self, event: events.Click) -> None:
        """Choose the passage that was clicked."""
        y = event.y + round(self.scroll_y)
        place = self._lines[y].place if y < len(self._lines) else None
        if place is not None:
            self.post_message(self.Picked(place, place == self.session.place))


def evidence_lines(session: Session, finding: FindingRecord, width: int, palette: Palette, line_first: bool = True) -> list[Drawn]:
    """A finding's explanation and passages, wrapped to `width` cells, and the number line, before the passages or after them."""
    lines = [Drawn(text) for text in _heading(finding, width, palette)]
    rows = number_line(finding, width, palette)
    line = [Drawn(Text()), *(Drawn(row) for row in rows)] if rows else []
    lines += line if line_first else []
    place, stated = 0, session.statements
    alone = outliers(finding)
    for side, value in enumerate(finding.values):
        lines += [Drawn(Text()), Drawn(_side_heading(side, value, palette, alone, width))]
        for statement in (said for said in stated if said.side == side):
            if lines[-1].place is not None:
                lines.append(Drawn(Text()))
            lines += [Drawn(text, place) for text in _passage(session, statement, width - 2, palette)]
            place += 1
    return lines if line_first else [*lines, *line]


def _heading(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    style = palette.verdict(finding.verdict)
    top = Text.assemble(
        (f"{VERDICT_SIGNS[finding.verdict]} {finding.verdict.upper()}", style), "  ", (visible(finding.topic), palette.strong)
    )
    if finding.causes:
        top.append(f"  {' · '.join(visible(cause) for cause in finding.causes)}", palette.faint)
    return [*wrapped_text(top, width), *wrapped_text(Text(visible(finding.explanation)), width)]


def _side_heading(side: int, value: ValueRecord, palette: Palette, alone: frozenset[str], width: int) -> Text:
    who = backers(value)
    sources = "1 source" if len(who) == 1 else f"{len(who)} sources"
    if value.independent_sources is not None and value.independent_sources != len(who):
        sources += f", {value.independent_sources} independent"
    sources += "  stands alone" if who and alone.issuperset(who) else ""
    label = fitted(visible(value.label), width - len(sources) - 7)
    return Text.assemble((f" {shape(side)} {label} ", palette.filled(side)), (f"  {sources}", palette.faint))


def _passage(session: Session, statement: Statement, width: int, palette: Palette) -> list[Text]:
    mention, article = statement.mention, session.article(statement.mention.article)
    top = Text.assemble((visible(session.names.get(mention.article, mention.article)), palette.strong))
    if article is not None:
        top.append(f"  {article.published or 'no date'}", palette.faint)
    if mention.field == "title":
        top.append("  in its title", palette.faint)
    if statement.repeated:
        top.append("  again", palette.faint)
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
    shown.stylize(palette.strong.replace("bold ", ""), inner.start - first, inner.end - first)
    shown.stylize(palette.filled(side), mention.start - first, mention.end - first)
    if first > outer.start + blank:
        shown = Text("… ", style=palette.faint).append_text(shown)
    return shown.append(" …", palette.faint) if last < outer.end else shown


def _ledger(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    lines = [Text(), Text("why these were put together", style=palette.heading)]
    if not finding.ledger:
        return [*lines, Text("the report carries no ledger", style=palette.faint)]
    most = max(abs(weight.weight) for weight in finding.ledger) or 1.0
    for weight in finding.ledger:
        bar = "█" * max(1, round(12 * abs(weight.weight) / most))
        style = palette.agree if weight.weight >= 0 else palette.conflict
        lines += wrapped_text(Text.assemble((f"{weight.weight:+6.2f} ", style), (f"{bar:<12} ", style), visible(weight.reason)), width)
    return lines
