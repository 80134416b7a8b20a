"""The call sheet: what needs a call, by source, to copy or to save."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType

from discrepancy.review.callsheet import call_sheet, to_call
from discrepancy.review.export import save_bytes
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.asking import NameScreen
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.widgets.page import Page

NONE_TO_CALL = "Nothing needs a call. On a finding, p puts it on this sheet."


class CallsScreen(Desk):
    """Draws the sheet as it would be printed."""

    kind = "calls"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("calls")

    def body(self) -> ComposeResult:
        """The sheet."""
        yield Page()

    def draw(self) -> None:
        """The sheet as it is now."""
        self.query_one(Page).show(call_sheet(self.session) or NONE_TO_CALL, (), None)

    def notice(self) -> Text:
        """How much is on it."""
        number = len(to_call(self.session))
        return super().notice() or Text(f"{number} to call about" if number else "", style=self.palette.faint)

    def action_scroll(self, by: int) -> None:
        """Lines."""
        self.query_one(Page).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Pages, with two lines in common."""
        page = self.query_one(Page)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_copy(self) -> None:
        """The whole sheet."""
        sheet = call_sheet(self.session)
        if sheet:
            self.desktop.copy(sheet, f"the call sheet, {len(to_call(self.session))} to call about")

    async def action_save(self) -> None:
        """The sheet, to a file."""

        def write(name: str | None) -> None:
            if name is not None:
                self.desktop.written(name, lambda: save_bytes(name, call_sheet(self.session).encode()))

        if to_call(self.session):
            await self.app.push_screen(NameScreen("Write the call sheet to", "call-sheet.txt"), write)
