"""What the screens that review findings have in common: moving, searching, filtering, copying, and their frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from discrepancy.review.choice import Filters
from discrepancy.review.citation import citation, quotation
from discrepancy.review.opening import address, line_of
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement
from discrepancy.tui.themes import Palette, palette_of
from discrepancy.tui.widgets.bars import KeyBar, NoticeBar, StatusBar, notice_line
from discrepancy.tui.widgets.filling import filling

if TYPE_CHECKING:
    from discrepancy.tui.app import Desktop


class Desk(Screen[None]):
    """A screen over the session. A subclass gives `kind` (its name in the table of actions), its body and `draw`."""

    kind = ""
    fills = False  # True where the body tells of each article as it is read
    AUTO_FOCUS = ""  # keys go to the screen; only an open search takes them

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._searched_from = 0
        self._search_before = ""

    @property
    def desktop(self) -> Desktop:
        """The application, typed."""
        return cast("Desktop", self.app)

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        return palette_of(self.app.current_theme)

    def compose(self) -> ComposeResult:
        """Status above, keys below, the body between."""
        yield StatusBar(self.session, self.desktop.shown_title)
        yield from self.body()
        yield NoticeBar()
        search = Input(id="search", placeholder="search the findings: words, names, figures, sources", select_on_focus=False, compact=True)
        search.display = False
        yield search
        yield KeyBar(self.kind)

    def body(self) -> ComposeResult:
        """The widgets between the bars."""
        yield Widget()

    def draw(self) -> None:
        """Draw the body from the session."""

    def on_mount(self) -> None:
        """First paint."""
        self.update()

    def on_screen_resume(self) -> None:
        """Another screen may have moved the choice."""
        self.update()

    def update(self, body: bool = True) -> None:
        """Draw everything from the session; without `body`, only the bars."""
        if not self.is_mounted:
            return
        if body or self.fills:
            self.draw()
        self.query_one(StatusBar).refresh()
        self.query_one(NoticeBar).tell(self.notice())
        self.query_one(KeyBar).refresh()

    def notice(self) -> Text:
        """What stands above the keys: a reading that goes on or has failed, else what was done, the filters and the search in force."""
        if self.desktop.told and not self.session.loaded.whole:
            return self.desktop.told  # the status says how far it is
        return self.desktop.going_on or notice_line(self.session, self.desktop.told, self.palette)

    def tell(self, told: Text) -> None:
        """Say what was done, above the keys, until the next move."""
        self.desktop.told = told
        self.update()

    def action_move(self, by: int) -> None:
        """Choose another finding."""
        self.desktop.told = Text()
        self.session.move(by)
        self.update()

    def action_first(self) -> None:
        """Choose the first finding."""
        self.desktop.told = Text()
        self.session.choose(0)
        self.update()

    def action_last(self) -> None:
        """Choose the last finding."""
        self.desktop.told = Text()
        self.session.choose(len(self.session.shown) - 1)
        self.update()

    async def action_open_article(self) -> None:
        """The whole article at the chosen passage."""
        from discrepancy.tui.screens.article import ArticleScreen

        statement = self.session.statement
        if statement is not None:
            await self.app.push_screen(ArticleScreen(self.session, statement.mention.article))

    async def action_articles(self) -> None:
        """The inputs."""
        from discrepancy.tui.screens.articles import ArticlesScreen

        await self.app.push_screen(ArticlesScreen(self.session))

    def action_search(self) -> None:
        """Open the line to type a search into."""
        self._searched_from, self._search_before = self.session.index, self.session.search
        search = self.query_one("#search", Input)
        search.value = ""
        search.display = True
        search.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed, from where the search began."""
        if not event.input.display:
            return
        if not self.session.search_from(event.value, self._searched_from):
            self.session.choose(self._searched_from)
        self.update()

    def on_input_submitted(self) -> None:
        """Keep the search and the finding it led to."""
        self._close_search()

    def _close_search(self) -> None:
        self.query_one("#search", Input).display = False
        self.set_focus(None)
        self.update()

    def leave_search(self) -> bool:
        """Close the line where it is open, and go back to where the search began; False where it is not open."""
        if not self.query_one("#search", Input).display:
            return False
        self.session.search = self._search_before
        self.session.choose(self._searched_from)
        self._close_search()
        return True

    def action_search_next(self, by: int) -> None:
        """The next hit."""
        if not self.session.search:
            self.notify("Nothing is searched for: / starts a search.", severity="warning", markup=False)
        self.session.search_next(by)
        self.update()

    async def action_filter(self) -> None:
        """Ask which findings to show."""
        from discrepancy.tui.screens.filters import FilterScreen

        def take(filters: Filters | None) -> None:
            if filters is not None:
                self.session.filter(filters)
            self.update()

        await self.app.push_screen(FilterScreen(self.session), take)

    def action_agreements(self) -> None:
        """Show or hide agreements."""
        self.session.toggle_agreements()
        self.update()

    def action_order(self) -> None:
        """Change the order."""
        self.session.next_order()
        self.update()

    def action_copy(self) -> None:
        """Copy the sentence of the chosen passage."""
        statement = self.session.statement
        if statement is not None:
            self.desktop.copy(quotation(statement))

    def action_cite(self) -> None:
        """Copy the sentence and where it stands."""
        statement = self.session.statement
        if statement is not None:
            self.desktop.copy(citation(statement, self.session.article(statement.mention.article)))

    def opened(self) -> tuple[str | None, Statement | None]:
        """The article that would be opened outside, and the statement to open it at."""
        statement = self.session.statement
        return (statement.mention.article if statement is not None else None), statement

    def action_browse(self) -> None:
        """The article's address in the browser."""
        identifier, statement = self.opened()
        record = self.session.article(identifier) if identifier is not None else None
        where = address(record, statement) if record is not None else None
        if where is None:
            self.notify("The article has no web address.", severity="warning", markup=False)
        else:
            self.app.open_url(where)

    def action_edit(self) -> None:
        """A copy of the article's text in the editor."""
        identifier, statement = self.opened()
        known = self.session.text_of(identifier) if identifier is not None else None
        if identifier is None or known is None or not known.text:
            self.notify("The text of the article is not at hand.", severity="warning", markup=False)
            return
        offset = known.at(statement.mention.start) if statement is not None and statement.mention.field == "text" else 0
        self.desktop.edit(self.session.names.get(identifier, identifier), known.text, line_of(known.text, offset))

    def action_back(self) -> None:
        """Leave an open search, or this screen."""
        if not self.leave_search():
            self.app.pop_screen()

    def nothing_told(self) -> Text:
        """What stands in place of the findings where none is shown."""
        report = self.session.report
        if not report.articles:
            return self.desktop.going_on
        if not self.session.loaded.whole:
            return filling(self.session, self.palette, self.size.height - 8).append_text(self.desktop.going_on)
        if not report.findings:
            few = len(report.articles) < 2
            told = (
                "Nothing to compare with: one article only."
                if few and report.articles
                else "No statement of one article answers to another's."
            )
            return Text(told if report.articles else "")
        if self.session.shown:
            return Text("")
        return Text(
            "Nothing disagrees. A shows what agrees."
            if not self.session.counts["conflict"] + self.session.counts["imprecise"]
            else "The filters let nothing through. esc clears them."
        )
