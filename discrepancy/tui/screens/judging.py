"""What the screens that show findings add to a desk: the acts of judging, the call sheet and the export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rich.text import Text

from discrepancy.model.judgement import Reason
from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.tui.screens.asking import Entry, MenuScreen, NameScreen, NoteScreen
from discrepancy.tui.screens.shaping import ShapingDesk
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import STATE_SIGNS

REASONS: tuple[Entry, ...] = (
    ("n", "not-the-same", "not the same thing: the passages answer different questions"),
    ("m", "misread", "misread: the program took a passage for what it is not"),
    ("b", "both-true", "both true: one question, and both hold"),
    ("w", "not-worth-it", "not worth it: true, and of no weight"),
)
FORMATS: tuple[Entry, ...] = (
    ("h", "html", "HTML, a page to send"),
    ("m", "markdown", "Markdown, to paste"),
    ("c", "csv", "CSV, a row for each mention"),
    ("j", "json", "JSON, the whole report"),
)
NOTHING = "Nothing is chosen."


class JudgingDesk(ShapingDesk):
    """A desk whose keys judge the marked findings, or the chosen one."""

    def _done(self, what: str, findings: Sequence[FindingRecord]) -> None:
        """Say what was done and to what; the session has moved on."""
        if not findings:
            self.tell(Text(NOTHING, style=self.palette.warning))
            return
        room = max(12, self.size.width - len(what) - 16)
        about = f"“{fitted(visible(findings[0].topic), min(60, room))}”" if len(findings) == 1 else f"{len(findings)} findings"
        self.tell(Text.assemble((what, self.palette.strong), f" {about}", ("  u undoes", self.palette.faint)))

    def action_confirm(self) -> None:
        """The difference is real."""
        self._done(f"{STATE_SIGNS['confirmed']} confirmed", self.session.confirm())

    def action_right(self, number: int) -> None:
        """The difference is real, and the value of that number is right."""
        if len(self.session.targets) > 1:
            self.tell(Text("Which value is right is said of one finding at a time.", style=self.palette.warning))
            return
        judged = self.session.confirm(number - 1)
        if not judged:
            self.tell(Text(f"There is no value {number}." if self.session.targets else NOTHING, style=self.palette.warning))
            return
        label = fitted(visible(judged[0].values[number - 1].label), 30)
        self._done(f"{STATE_SIGNS['confirmed']} confirmed, {label} is right:", judged)

    async def action_dismissal(self) -> None:
        """No conflict, and why: one more key."""

        def take(reason: str | None) -> None:
            if reason is not None:
                words = reason.replace("-", " ")
                self._done(f"{STATE_SIGNS['dismissed']} dismissed, {words}:", self.session.dismiss(cast("Reason", reason)))
            self.update()

        targets = self.session.targets
        if targets:
            about = targets[0].topic if len(targets) == 1 else f"{len(targets)} findings"
            await self.app.push_screen(MenuScreen(f"Dismiss {about}: why?", REASONS), take)

    def action_call(self) -> None:
        """It needs a phone call."""
        self._done(f"{STATE_SIGNS['needs a call']} needs a call:", self.session.call())

    async def action_note(self) -> None:
        """A note, in a field."""

        def take(words: str | None) -> None:
            if words:
                self._done(f"{STATE_SIGNS['noted']} noted:", self.session.note(words))
            self.update()

        targets = self.session.targets
        if targets:
            former = self.session.judging.own_note(targets[0].id) if len(targets) == 1 else None
            about = targets[0].topic if len(targets) == 1 else f"{len(targets)} findings"
            await self.app.push_screen(NoteScreen(about, former.note if former is not None else ""), take)

    def action_mark(self) -> None:
        """Mark the chosen finding and go on to the next."""
        self.session.mark()
        self.update()

    def action_mark_shown(self) -> None:
        """Mark all that is shown, or nothing."""
        self.session.mark_shown()
        self.update()

    def action_next_to_do(self) -> None:
        """The next finding that is not judged, or reopened."""
        if not self.session.next_to_do():
            self.tell(Text("Nothing that is shown is left to judge.", style=self.palette.warning))
        self.update()

    def action_merge(self) -> None:
        """The marked findings are one question."""
        merged = self.session.merge()
        if merged:
            self._done(f"{STATE_SIGNS['shaped']} one question:", merged)
        else:
            self.tell(
                Text(
                    "Mark two or more findings of one kind with space, then M says that they are one question.", style=self.palette.warning
                )
            )

    async def action_call_sheet(self) -> None:
        """What needs a call, by source."""
        from discrepancy.tui.screens.calls import CallsScreen

        await self.app.push_screen(CallsScreen(self.session))

    async def action_export(self) -> None:
        """The report in a format, to a file."""
        from discrepancy.review.export import EXPORTS, export, exported

        async def named(form: str | None) -> None:
            if form is not None:
                await self.app.push_screen(
                    NameScreen(f"Write the report as {form} to", f"discrepancy{EXPORTS[form][0]}"), lambda name: write(form, name)
                )

        def write(form: str, name: str | None) -> None:
            if name is not None:
                whole = exported(self.session.report, self.session.judging.known)
                self.desktop.written(name, lambda: export(whole, form, name, "agree" in self.session.filters.verdicts))

        await self.app.push_screen(MenuScreen("Write the report to a file, as", FORMATS), named)
