"""The findings, and the evidence of the chosen one beside or below them."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from discrepancy.review.choice import DIFFERENCES, Filters
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.judging import JudgingDesk
from discrepancy.tui.widgets.evidence import Evidence
from discrepancy.tui.widgets.finding_list import LEAST_LINES, FindingList

WIDE = 120  # cells from which the evidence stands beside the list


class FindingsScreen(JudgingDesk):
    """The first screen."""

    kind = "findings"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("findings")

    def body(self) -> ComposeResult:
        """List and evidence."""
        with Container(id="desk"):
            yield FindingList(self.session)
            yield Evidence(self.session)
            yield Static(id="nothing")

    def draw(self) -> None:
        """List, evidence, or why there is neither."""
        nothing = self.query_one("#nothing", Static)
        nothing.update(self.nothing_told())
        shown = bool(self.session.shown)
        nothing.display = not shown
        self._proportion()
        for widget in self.query("#findings, #evidence"):
            widget.set_class(not shown, "-empty")
        self.query_one(FindingList).update()
        self.query_one(Evidence).update()

    def notice(self) -> Text:
        """In the middle of the screen instead, as long as there is nothing else on it."""
        return super().notice() if self.session.report.articles and (self.session.loaded.whole or self.session.shown) else Text()

    def on_resize(self, event: events.Resize) -> None:
        """Beside or below, by the width."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self._proportion()

    def _proportion(self) -> None:
        """Below, the list takes what it needs up to half of the height."""
        needed = 1 + LEAST_LINES * len(self.session.shown)
        listed = self.query_one(FindingList)
        listed.styles.max_height = None if self.has_class("-wide") else max(3, min(needed, (self.size.height - 2) // 2))

    def action_page(self, by: int) -> None:
        """A page of findings."""
        self.action_move(by * self.query_one(FindingList).page)

    def action_place(self, by: int) -> None:
        """Another passage of the chosen finding."""
        self.session.move_place(by)
        self.update()

    def action_scroll_evidence(self, by: int) -> None:
        """Half a page of evidence."""
        evidence = self.query_one(Evidence)
        evidence.scroll_relative(y=by * max(1, evidence.size.height // 2), animate=False)

    def action_zoom(self) -> None:
        """The evidence alone, and back."""
        self.toggle_class("-zoomed")
        self.call_after_refresh(self.update)

    def action_ledger(self) -> None:
        """The ledger under the evidence, and away again."""
        evidence = self.query_one(Evidence)
        evidence.with_ledger = not evidence.with_ledger
        self.update()
        if evidence.with_ledger:
            evidence.scroll_end(animate=False)

    async def action_join(self) -> None:
        """While the ledger is open, begin with the nearest mention that it shows, where no finding holds that."""
        chosen = self.session.chosen
        near = chosen.nearest if chosen is not None and self.query_one(Evidence).with_ledger else None
        if near is None or near.finding is not None:
            await super().action_join()
        else:
            await self.app.push_screen(ArticleScreen(self.session, near.mention.article, picking=True, first=near.mention))

    async def action_matrix(self) -> None:
        """The same findings as a matrix."""
        from discrepancy.tui.screens.matrix import MatrixScreen

        await self.app.push_screen(MatrixScreen(self.session))

    def action_clear(self) -> None:
        """Leave, in this order: the open search, what was told, the marks, the zoom, the search in force, the filters."""
        if self.leave_search():
            return
        self.desktop.told = Text()
        if self.session.marked:
            self.session.marked = {}
        elif self.has_class("-zoomed"):
            self.action_zoom()
        elif self.session.search:
            self.session.search = ""
        elif self.session.filters != Filters(verdicts=DIFFERENCES):
            self.session.clear_filters()
        self.update()

    async def on_finding_list_picked(self, event: FindingList.Picked) -> None:
        """Choose what was clicked; a second click on a cell opens its article."""
        self.session.choose(event.index)
        spoken = event.article is not None and self.session.choose_article(event.article)
        self.update()
        if event.again and spoken:
            await self.action_open_article()

    async def on_evidence_picked(self, event: Evidence.Picked) -> None:
        """Choose the passage that was clicked; a second click opens its article."""
        self.session.choose_place(event.place)
        self.update()
        if event.again:
            await self.action_open_article()
