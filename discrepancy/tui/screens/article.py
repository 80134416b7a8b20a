"""One whole article, at a passage of the chosen finding."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from discrepancy.model.report import MentionRecord
from discrepancy.report.visible import visible
from discrepancy.review.fragments import Fragments
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.shaping import ShapingDesk
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import shape
from discrepancy.tui.widgets.page import Mark, Page


class ArticleScreen(ShapingDesk):
    """The text with the values of the chosen finding filled, its sentence strong, and every other compared value underlined."""

    kind = "article"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("article")

    def __init__(
        self, session: Session, article: str, at_passage: bool = True, picking: bool = False, first: MentionRecord | None = None
    ) -> None:
        """`picking` begins at once to pick a value of the article that was missed, at `first` where that is one of them."""
        super().__init__(session)
        self.article = article
        self.at_passage = at_passage
        self.picks: tuple[MentionRecord, ...] = ()
        self.pick = 0
        self._pick_at_once, self._first = picking, first

    def body(self) -> ComposeResult:
        """What and whose it is, then the page."""
        yield Static(id="place")
        yield Page()

    def on_mount(self) -> None:
        """First paint."""
        self.update()
        if self._pick_at_once:
            self.call_after_refresh(self._begin_to_pick)

    def draw(self) -> None:
        """The article and, in it, the passage."""
        known, statement = self.session.text_of(self.article), self._here()
        self.query_one("#place", Static).update(self._place(statement, known))
        at = self.picked or (statement.mention if statement is not None else None)
        offset = known.at(at.start) if at is not None and at.field == "text" else None
        self.query_one(Page).show(known.text, self._marks(known), offset)

    @property
    def picked(self) -> MentionRecord | None:
        """The missed value that enter would take; None where none is being picked."""
        return self.picks[self.pick] if self.picks else None

    def _here(self) -> Statement | None:
        """The chosen statement, where it stands in this article and the article was opened at it."""
        statement = self.session.statement
        return statement if statement is not None and self.at_passage and statement.mention.article == self.article else None

    def _place(self, statement: Statement | None, known: Fragments) -> Text:
        """Source, date and title; below, which value of which finding is marked."""
        record, palette = self.session.article(self.article), self.palette
        place = Text(overflow="ellipsis", no_wrap=True)
        place.append(f" {visible(self.session.names.get(self.article, self.article))}", palette.strong)
        place.append(f"  {(record and record.published) or 'no date'}  ", palette.faint)
        title = Text(visible(record.title) if record else "")
        if statement is not None and statement.mention.field == "title":
            title.stylize(palette.filled(statement.side), statement.mention.start, statement.mention.end)
        place.append_text(title)
        if self.picked is not None and self.session.chosen is not None:
            place.append("\n ").append(f" {visible(self.picked.quote)} ", palette.chosen)
            place.append(f"  {self.pick + 1} of {len(self.picks)}: answers “{visible(self.session.chosen.topic)}” too?", palette.warning)
            place.append("\n enter yes   h/l another   esc none", palette.faint)
        elif statement is not None and self.session.chosen is not None:
            place.append("\n ").append(f"{shape(statement.side)} {visible(statement.value.label)}", palette.filled(statement.side))
            place.append(f"  {visible(self.session.chosen.topic)}", palette.faint)
            place.append("  in the title" if statement.mention.field == "title" else "", palette.faint)
        if not known.whole:
            place.append("\n (only what the report quotes)" if known.text else "\n (the report quotes nothing of it)", palette.warning)
        return place

    def _marks(self, known: Fragments) -> tuple[Mark, ...]:
        """Weakest first: what is drawn later lies above."""
        palette, own, chosen = self.palette, self._own(), self._here()

        def mark(start: int, end: int, style: str) -> Mark:
            first = known.at(start)
            return Mark(first, first + end - start, style)

        marks = [mark(mention.start, mention.end, "underline") for mention in self._mentions()]
        here = chosen if chosen in own else None
        if here is not None:
            marks.append(mark(here.mention.sentence.start, here.mention.sentence.end, palette.strong))
        marks += [mark(said.mention.start, said.mention.end, f"bold {palette.side(said.side)} not underline") for said in own]
        if here is not None:
            marks.append(mark(here.mention.start, here.mention.end, f"{palette.filled(here.side)} not underline"))
        marks += [mark(pick.start, pick.end, palette.strong) for pick in self.picks if pick.field == "text"]
        if self.picked is not None and self.picked.field == "text":
            marks.append(mark(self.picked.start, self.picked.end, f"{palette.chosen} not underline"))
        return tuple(marks)

    def _mentions(self) -> list[MentionRecord]:
        """Every value of the article's text that was compared."""
        found = (mention for finding in self.session.report.findings for value in finding.values for mention in value.mentions)
        return [mention for mention in found if mention.article == self.article and mention.field == "text"]

    def _own(self) -> list[Statement]:
        """What the chosen finding has from the article's text."""
        return [said for said in self.session.statements if said.mention.article == self.article and said.mention.field == "text"]

    def opened(self) -> tuple[str | None, Statement | None]:
        """This article, at the passage where it was opened at one."""
        return self.article, self._here()

    def action_passage(self, by: int) -> None:
        """The next passage of the finding, in whichever article it stands; while one is picked, the next missed value."""
        if self.picks:
            self.pick = (self.pick + by) % len(self.picks)
            self.update()
            return
        self.session.move_place(by)
        statement = self.session.statement
        if statement is not None:
            self.article, self.at_passage = statement.mention.article, True
        self.update()

    async def action_join(self) -> None:
        """Pick a value of this article that was missed."""
        self._begin_to_pick()

    def _begin_to_pick(self) -> None:
        """Among the values that are in no finding, first one of the chosen finding's kind."""
        from discrepancy.review.missed import missed

        record, known, chosen = self.session.article(self.article), self.session.text_of(self.article), self.session.chosen
        if record is None or chosen is None or not known.whole:
            self.tell(
                Text("Only in a whole article can a missed value be picked; the report quotes parts of it.", style=self.palette.warning)
            )
            return
        found = missed(record, known.text, self.session.report)
        self.picks = tuple(mention for kind, mention in found)
        alike = next((at for at, (kind, _) in enumerate(found) if kind == chosen.kind), 0)
        wanted = (self._first.field, self._first.start) if self._first is not None else None
        self.pick = next((at for at, (_, mention) in enumerate(found) if (mention.field, mention.start) == wanted), alike)
        self.tell(Text() if self.picks else Text("Every value that was read here is in a finding.", style=self.palette.warning))

    def action_take(self) -> None:
        """Join the value that is picked to the chosen finding; where none is, back."""
        picked = self.picked
        if picked is None:
            self.action_back()
            return
        self.picks = ()
        if self.session.join(picked):
            self.shaped(f"“{fitted(visible(picked.quote), 30)}” belongs to it too")

    def action_back(self) -> None:
        """Pick nothing, or leave this screen."""
        if self.picks:
            self.picks = ()
            self.update()
        else:
            super().action_back()

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
