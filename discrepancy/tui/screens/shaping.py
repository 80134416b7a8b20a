"""What every screen with a passage in it can do: take judgements back, split a passage off, join one that was missed."""

from __future__ import annotations

from rich.text import Text

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import STATE_SIGNS


class ShapingDesk(Desk):
    """A desk over the chosen passage of the chosen finding."""

    def action_undo(self) -> None:
        """Take the last judgement back."""
        self._told_back("undone", self.session.undo(), "There is nothing of yours to undo.")

    def action_redo(self) -> None:
        """Take the last undoing back."""
        self._told_back("done again", self.session.redo(), "Nothing was undone.")

    def _told_back(self, what: str, findings: tuple[FindingRecord, ...] | None, nothing: str) -> None:
        if findings is None:
            self.tell(Text(nothing, style=self.palette.warning))
            return
        about = f" “{fitted(visible(findings[0].topic), 40)}”" if len(findings) == 1 else f" {len(findings)} findings" if findings else ""
        waits = ("  r reads again", self.palette.faint) if self.session.waiting and self.session.loaded.comparable else ""
        self.tell(Text.assemble((what, self.palette.strong), about, waits))

    def action_split(self) -> None:
        """The chosen passage does not belong."""
        statement, chosen = self.session.statement, self.session.chosen
        if statement is None or chosen is None:
            return
        self.session.split()
        self.shaped(f"“{fitted(visible(statement.mention.quote), 30)}” does not belong")

    def shaped(self, what: str) -> None:
        """Say what was split or joined, and when it will show."""
        when = "r reads again" if self.session.loaded.comparable else "it holds when the articles are read again"
        self.tell(Text.assemble((f"{STATE_SIGNS['shaped']} {what}", self.palette.strong), (f"  {when}  u undoes", self.palette.faint)))

    async def action_join(self) -> None:
        """The article of the chosen passage, to pick a value that was missed."""
        from discrepancy.tui.screens.article import ArticleScreen

        identifier, _ = self.opened()
        if identifier is not None and self.session.chosen is not None:
            await self.app.push_screen(ArticleScreen(self.session, identifier, picking=True))
