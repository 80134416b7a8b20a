"""The matrix, and under it what the chosen source says in answer to the chosen question."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from discrepancy.report.visible import visible
from discrepancy.review.sides import Statement
from discrepancy.tui.actions import bindings_of
from discrepancy.tui.screens.judging import JudgingDesk
from discrepancy.tui.widgets.matrix_grid import MatrixGrid
from discrepancy.tui.widgets.passages import paragraph


class MatrixScreen(JudgingDesk):
    """Shares the chosen finding with the findings screen; the chosen source is its own."""

    kind = "matrix"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("matrix")

    def body(self) -> ComposeResult:
        """Grid and detail."""
        yield MatrixGrid(self.session)
        yield Static(id="detail")

    def on_mount(self) -> None:
        """Start at the source that was chosen."""
        statement = self.session.statement
        if statement is not None:
            ids = [article.id for article in self.session.report.articles]
            self.query_one(MatrixGrid).column = ids.index(statement.mention.article) if statement.mention.article in ids else 0
        self.update()

    def draw(self) -> None:
        """The grid and what the chosen cell rests on."""
        grid = self.query_one(MatrixGrid)
        articles = self.session.report.articles
        spoken = bool(articles) and self.session.choose_article(articles[min(grid.column, len(articles) - 1)].id)
        self.query_one("#detail", Static).update(self._detail(spoken))
        grid.update()

    def _detail(self, spoken: bool) -> Text:
        finding, statement, palette = self.session.chosen, self.session.statement, self.palette
        if finding is None:
            return self.nothing_told()
        told = Text(visible(finding.explanation))
        articles = self.session.report.articles
        if not spoken or statement is None:
            name = self.session.names[articles[self.query_one(MatrixGrid).column].id] if articles else ""
            return told.append(f"\n{visible(name)} does not say.", palette.faint)
        told.append(f"\n{visible(self.session.names[statement.mention.article])}: ", palette.strong)
        return told.append_text(paragraph(statement.mention, palette, statement.side, whole=False))

    def action_column(self, by: int) -> None:
        """Another source."""
        self.query_one(MatrixGrid).column += by
        articles = len(self.session.report.articles)
        self.query_one(MatrixGrid).column = max(0, min(self.query_one(MatrixGrid).column, articles - 1))
        self.update()

    def action_page(self, by: int) -> None:
        """A page of questions."""
        grid = self.query_one(MatrixGrid)
        self.action_move(by * max(1, grid.size.height - grid.heads))

    async def action_open_article(self) -> None:
        """Only where the chosen source says something."""
        articles = self.session.report.articles
        if articles and self.session.choose_article(articles[self.query_one(MatrixGrid).column].id):
            await super().action_open_article()

    def opened(self) -> tuple[str | None, Statement | None]:
        """The chosen source's article, at what it says here where it says something."""
        articles = self.session.report.articles
        identifier = articles[self.query_one(MatrixGrid).column].id if articles else None
        spoken = identifier is not None and self.session.choose_article(identifier)
        return identifier, self.session.statement if spoken else None

    async def on_matrix_grid_picked(self, event: MatrixGrid.Picked) -> None:
        """Choose the cell; a second click opens its article."""
        self.session.choose(event.row)
        self.query_one(MatrixGrid).column = event.column
        self.update()
        if event.again:
            await self.action_open_article()
