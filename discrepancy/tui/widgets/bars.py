"""The lines round a screen: what is read and counted, what is going on, and the keys."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from discrepancy.report.visible import visible
from discrepancy.review.choice import DIFFERENCES, SAID, VERDICTS
from discrepancy.review.session import Session
from discrepancy.tui.actions import actions_of
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import MARKED, PROVISIONAL, VERDICT_SIGNS, Palette, palette_of

SPACIOUS = 100  # cells from which every verdict is named
_PLURALS = {"conflict": "conflicts", "imprecise": "imprecise", "agree": "agree"}


class Bar(Widget):
    """One line of text."""

    DEFAULT_CSS = "Bar { height: 1; }"

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        return palette_of(self.app.current_theme)


def counts_line(session: Session, palette: Palette, brief: bool = False) -> Text:
    """ "✗ 7 conflicts · ≈ 12 imprecise · = 30 agree — shown 19 — 4 of 19 judged"; in brief only conflicts are named.

    Of a provisional reading, how many articles it is of instead of what is shown and judged.
    """
    line = Text()
    for verdict, number in session.counts.items():
        if line:
            line.append(" · ", palette.faint)
        name = " conflict" if verdict == "conflict" and number == 1 else f" {_PLURALS[verdict]}"
        name = "" if brief and verdict != "conflict" else name
        line.append(f"{VERDICT_SIGNS[verdict]} {number}{name}", palette.verdict(verdict) if number else palette.faint)
    if session.loaded.compared:
        return line.append(
            f" — {PROVISIONAL} provisional: {session.loaded.compared} of {len(session.report.articles)} articles", palette.warning
        )
    line.append(f" — shown {len(session.shown)}", palette.faint)
    judged, whole = session.progress
    line.append(f" — {judged} of {whole} judged", palette.faint if judged < whole else palette.agree)
    return line.append(f" — {MARKED} {len(session.marked)} marked", palette.warning) if session.marked else line


class StatusBar(Bar):
    """Title and articles on the left, counts on the right."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(id="status")
        self.session = session
        self.title = title

    def render(self) -> Text:
        """The counts are never cut; the title is."""
        palette, width = self.palette, self.size.width - 2
        report = self.session.report
        counted = report.articles and (self.session.loaded.whole or self.session.loaded.compared)
        counts = counts_line(self.session, palette, brief=width < SPACIOUS) if counted else Text()
        articles = f"{len(report.articles)} articles" if report.articles else ""
        articles += f", {len(report.skipped)} skipped" if report.skipped else ""
        reviewer = f"judged by {visible(self.session.judging.reviewer)}" if report.articles else ""
        room = width - counts.cell_len - 3
        left = Text.assemble((fitted(visible(self.title), room), palette.strong))
        if articles and left.cell_len + cell_len(articles) + 2 <= room:
            left.append(f"  {articles}", palette.faint)
            if left.cell_len + cell_len(reviewer) + 2 <= room:
                left.append(f"  {reviewer}", palette.faint)
        return Text.assemble(" ", left, " " * max(2, width - left.cell_len - counts.cell_len), counts)


class NoticeBar(Bar):
    """What is going on: reading, an error, a search, filters; not there when nothing is."""

    def __init__(self) -> None:
        super().__init__(id="notice")
        self.told = Text()
        self.display = False

    def tell(self, told: Text) -> None:
        """Say something; an empty text takes the line away."""
        self.told = told
        self.display = bool(told)
        self.refresh()

    def render(self) -> Text:
        """What was told."""
        return Text(" ").append_text(self.told)


def progress_line(stage: str, done: int, total: int, width: int, palette: Palette) -> Text:
    """How far a reading has come: stage, a bar, and the count where a total is known."""
    if total <= 0:
        return Text(f"{visible(stage)} …", style=palette.warning)
    room = max(8, min(40, width - 30))
    full = round(room * min(done, total) / total)
    return Text.assemble(
        (f"{visible(stage)} ", palette.warning), ("━" * full, palette.warning), ("─" * (room - full), palette.faint), f" {done}/{total}"
    )


def filter_line(session: Session, palette: Palette) -> Text:
    """Which filters and which search are in force; empty for none beyond the differences."""
    filters, told = session.filters, []
    if filters.kinds:
        told.append(f"only {', '.join(sorted(filters.kinds))}")
    if filters.verdicts not in (frozenset(), DIFFERENCES, frozenset(VERDICTS)):
        told.append(f"only {', '.join(verdict for verdict in session.counts if verdict in filters.verdicts)}")
    if filters.causes:
        told.append(f"because of {', '.join(sorted(filters.causes))}")
    if filters.articles:
        told.append(f"in {', '.join(visible(session.names.get(article, article)) for article in sorted(filters.articles))}")
    if filters.said:
        told.append(f"only {', '.join(word for word in SAID if word in filters.said)}")
    if filters.text:
        told.append(f"with “{visible(filters.text)}”")
    if session.order != "severity":
        told.append(f"by {session.order}")
    if session.search:
        found = session.hits()
        place = f"{found.index(session.index) + 1} of {len(found)}" if session.index in found else f"{len(found)} found"
        told.append(f"/{visible(session.search)}: {place if found else 'not found'}")
    return Text("   ".join(told), style=palette.warning)


def notice_line(session: Session, done: Text, palette: Palette) -> Text:
    """What cannot be kept, what was done, what waits for the next reading, then filters and search; empty for none of them."""
    told = []
    if session.judging.trouble:
        told.append(Text(f"✗ not kept: {visible(session.judging.trouble)}", style=palette.conflict))
    if done:
        told.append(done)
    elif session.waiting and session.loaded.comparable:
        number = f"{session.waiting} changes wait" if session.waiting > 1 else "1 change waits"
        told.append(Text(f"{number} for r", style=palette.warning))
    filtered = filter_line(session, palette)
    return Text("   ").join([*told, filtered] if filtered else told)


class KeyBar(Bar):
    """The keys of a screen, as many as fit."""

    def __init__(self, screen: str) -> None:
        super().__init__(id="keys")
        self.keys = [action.brief for action in actions_of(screen) if action.brief]

    def render(self) -> Text:
        """From the table of actions; the last two, help and quit, are never left out."""
        *others, asked, leave = self.keys
        line, room = Text(), self.size.width - cell_len(asked) - cell_len(leave) - 6
        for brief in others:
            if line.cell_len + cell_len(brief) + 2 > room:
                break
            self._append(line, brief)
        for brief in (asked, leave):
            self._append(line, brief)
        return line

    def _append(self, line: Text, brief: str) -> None:
        key, _, what = brief.partition(" ")
        line.append(" ").append(key, self.palette.heading).append(f" {what} ", self.palette.faint)
