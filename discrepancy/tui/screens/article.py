"""One whole article, at a passage of the chosen finding."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from discrepancy.review.session import Session
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.themes import shape
from discrepancy.tui.visible import visible
from discrepancy.tui.widgets.page import Mark, Page


class ArticleScreen(Desk):
    """The text with the values of the chosen finding filled, its sentence strong, and every other compared value underlined."""

    kind = "article"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("article")

    def __init__(self, session: Session, article: str, at_passage: bool = True) -> None:
        super().__init__(session)
        self.article = article
        self.at_passage = at_passage

    def body(self) -> ComposeResult:
        """What and whose it is, then the page."""
        yield Static(id="place")
        yield Page()

    def draw(self) -> None:
        """The article and, in it, the passage."""
        record = self.session.article(self.article)
        palette, statement = self.palette, self.session.statement
        name = visible(self.session.names.get(self.article, self.article))
        place = Text.assemble(
            (f" {name}", palette.strong),
            (f"  {(record and record.published) or 'no date'}  ", palette.faint),
            overflow="ellipsis",
            no_wrap=True,
        )
        if record is not None:
            place.append(visible(record.title))
        here = statement is not None and self.at_passage and statement.mention.article == self.article
        if here and statement is not None and self.session.chosen is not None:
            place = Text.assemble(
                place,
                "\n ",
                (f"{shape(statement.side)} {visible(statement.value.label)}", palette.filled(statement.side)),
                (f"  {visible(self.session.chosen.topic)}", palette.faint),
            )
            place.append("  in the title" if statement.mention.field == "title" else "", palette.faint)
        self.query_one("#place", Static).update(place)
        text = self.session.text_of(self.article)
        if not text:
            self.query_one(Page).show("The text of this article is not at hand: the report does not carry it.", (), None)
            return
        offset = statement.mention.start if here and statement is not None and statement.mention.field == "text" else None
        self.query_one(Page).show(text, self._marks(), offset)

    def _marks(self) -> tuple[Mark, ...]:
        """Weakest first: what is drawn later lies above."""
        palette = self.palette
        marks = [
            Mark(mention.start, mention.end, "underline")
            for finding in self.session.report.findings
            for value in finding.values
            for mention in value.mentions
            if mention.article == self.article and mention.field == "text"
        ]
        own = [said for said in self.session.statements if said.mention.article == self.article and said.mention.field == "text"]
        chosen = self.session.statement
        if self.at_passage and chosen in own:
            marks.append(Mark(chosen.mention.sentence.start, chosen.mention.sentence.end, palette.strong))
        marks += [Mark(said.mention.start, said.mention.end, f"bold {palette.side(said.side)} not underline") for said in own]
        if self.at_passage and chosen in own:
            marks.append(Mark(chosen.mention.start, chosen.mention.end, f"{palette.filled(chosen.side)} not underline"))
        return tuple(marks)

    def action_passage(self, by: int) -> None:
        """The next passage of the finding, in whichever article it stands."""
        self.session.move_place(by)
        statement = self.session.statement
        if statement is not None:
            self.article, self.at_passage = statement.mention.article, True
        self.update()

    def action_scroll(self, by: int) -> None:
        """Lines."""
        self.query_one(Page).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Pages, with two lines in common."""
        page = self.query_one(Page)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_edge(self, by: int) -> None:
        """Top or end."""
        page = self.query_one(Page)
        page.scroll_home(animate=False) if by < 0 else page.scroll_end(animate=False)
