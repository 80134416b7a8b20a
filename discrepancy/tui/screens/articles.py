"""The inputs: what was read, with its warnings, and what was skipped, with the reason."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from discrepancy.model.report import ArticleRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.shorten import padded
from discrepancy.tui.widgets.lines import LineView, wrapped_text


class ArticleList(LineView):
    """Articles, then skipped inputs, then the report's own warnings; one is chosen."""

    heads = 1

    class Picked(Message):
        """An article was clicked."""

        def __init__(self, index: int, again: bool) -> None:
            super().__init__()
            self.index = index
            self.again = again

    def __init__(self, session: Session) -> None:
        super().__init__(id="inputs")
        self.session = session
        self.index = 0
        self._lines: list[tuple[Text, int | None]] = []

    def update(self) -> None:
        """Draw the session's inputs."""
        report = self.session.report
        self.index = max(0, min(self.index, len(report.articles) - 1))
        findings = self._findings_of()
        self._lines = []
        for index, article in enumerate(report.articles):
            self._lines.append((self._row(article, *findings.get(article.id, (0, 0))), index))
            for warning in _warnings(article):
                self._tell(Text(f"⚠ {visible(warning)}", style=self.palette.warning), index)
        if report.skipped:
            self._lines += [(Text(), None), (Text("skipped", style=self.palette.heading), None)]
        for skipped in report.skipped:
            self._tell(Text.assemble((f"✗ {visible(skipped.path)}", self.palette.conflict), f"  {visible(skipped.reason)}"))
        if report.warnings:
            self._lines.append((Text(), None))
        for warning in report.warnings:
            self._tell(Text(f"⚠ {visible(warning)}", style=self.palette.warning))
        unmet = self.session.judging.unmet
        if unmet and self.session.loaded.whole:
            number = "1 judgement meets" if unmet == 1 else f"{unmet} judgements meet"
            self._lines.append((Text(), None))
            self._tell(
                Text(f"⚠ {number} no finding here: articles or passages are gone, or are no longer compared", style=self.palette.warning)
            )
        self.set_extent(len(self._lines))
        own = [y for y, (_, index) in enumerate(self._lines) if index == self.index]
        if own:
            self.reveal(own[0], len(own))
        self.refresh()

    def _tell(self, text: Text, index: int | None = None) -> None:
        """Add a wrapped text, set in under its article where it belongs to one."""
        indent = 0 if index is None else 2
        for line in wrapped_text(text, max(20, self.scrollable_content_region.width - indent - 4)):
            self._lines.append((Text.assemble(" " * indent, line), index))

    def _findings_of(self) -> dict[str, tuple[int, int]]:
        """Article id -> in how many differences, and in how many findings, it takes part."""
        taking: dict[str, tuple[int, int]] = {}
        for finding in self.session.report.findings:
            for article in {mention.article for value in finding.values for mention in value.mentions}:
                differing, whole = taking.get(article, (0, 0))
                taking[article] = (differing + (finding.verdict != "agree"), whole + 1)
        return taking

    def _columns(self) -> tuple[int, int]:
        width = self.scrollable_content_region.width - 2
        source = max(14, min(26, width // 5))
        return source, max(10, width - source - 12 - 31 - 4)

    def head(self, y: int) -> Text:
        """What the columns hold."""
        source, title = self._columns()
        words = f"  {padded('source', source)} {padded('published', 11)} {padded('title', title)}"
        return Text(f"{words} {'differs in':>10} {'figures':>8} {'characters':>11}", style=self.palette.heading)

    def _row(self, article: ArticleRecord, differing: int, whole: int) -> Text:
        source, title = self._columns()
        palette = self.palette
        row = Text.assemble(
            (padded(visible(self.session.names[article.id]), source), palette.strong),
            " ",
            (padded(article.published or "no date", 11), palette.faint),
            " ",
        )
        row.append(padded(visible(article.title), title))
        row.append(f" {f'{differing} of {whole}':>10}" if self.session.loaded.whole else " " * 11)
        figures = self.session.loaded.figures.get(article.id)
        return row.append(f" {figures if figures is not None else '·':>8} {article.characters:>11,}", palette.faint)

    def line_style(self, y: int) -> str:
        """The chosen article lies on a band."""
        return self.palette.cursor if self._lines[y][1] == self.index else ""

    def line(self, y: int) -> Text:
        """One line."""
        text, index = self._lines[y]
        return Text.assemble(("▌ " if index == self.index else "  ", self.palette.heading), text)

    def on_resize(self) -> None:
        """Columns by the new width."""
        self.update()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        y = event.y - self.heads + round(self.scroll_y)
        index = self._lines[y][1] if 0 <= y < len(self._lines) else None
        if index is not None:
            self.post_message(self.Picked(index, index == self.index))


def _warnings(article: ArticleRecord) -> tuple[str, ...]:
    """The article's warnings, with that it states nothing comparable, said once."""
    nothing = "states nothing that can be compared"
    return article.warnings if article.comparable or nothing in article.warnings else (*article.warnings, nothing)


class ArticlesScreen(Desk):
    """The list of inputs."""

    kind = "articles"
    fills = True
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("articles")

    def body(self) -> ComposeResult:
        """The list."""
        yield ArticleList(self.session)

    def draw(self) -> None:
        """The list."""
        self.query_one(ArticleList).update()

    def action_move(self, by: int) -> None:
        """Choose another article."""
        self.query_one(ArticleList).index += by
        self.update()

    def opened(self) -> tuple[str | None, Statement | None]:
        """The chosen article, from its top."""
        articles = self.session.report.articles
        return (articles[self.query_one(ArticleList).index].id if articles else None), None

    async def action_open_article(self) -> None:
        """Read it from its top."""
        articles = self.session.report.articles
        if articles:
            await self.app.push_screen(ArticleScreen(self.session, articles[self.query_one(ArticleList).index].id, at_passage=False))

    async def on_article_list_picked(self, event: ArticleList.Picked) -> None:
        """Choose it; a second click reads it."""
        self.query_one(ArticleList).index = event.index
        self.update()
        if event.again:
            await self.action_open_article()
