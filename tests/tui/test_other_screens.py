"""The actions of the other screens, and those that lead to them or out of the program, by their keys."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from discrepancy.review.loaded import Loaded
from discrepancy.tui.actions import actions_of
from discrepancy.tui.app import Desktop
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.articles import ArticleList, ArticlesScreen
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.screens.filters import FilterScreen
from discrepancy.tui.screens.findings import FindingsScreen
from discrepancy.tui.screens.keys import KeysScreen
from discrepancy.tui.screens.matrix import MatrixScreen
from discrepancy.tui.themes import THEMES
from discrepancy.tui.widgets.finding_list import FindingList
from discrepancy.tui.widgets.matrix_grid import MatrixGrid
from discrepancy.tui.widgets.page import Page
from tests.tui import fake
from tests.tui.driving import NARROW, desk, desktop, drawn, loading


async def test_the_article_opens_at_the_passage_and_closes() -> None:
    async with desk(keys="j l enter") as pilot:
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.article == "03"
        assert "Thirty-seven" in drawn(pilot)
        await pilot.press("l", "l")
        assert pilot.app.screen.article == "02"
        await pilot.press("h")
        assert pilot.app.screen.article == "05"
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, FindingsScreen)
        assert desktop(pilot).session.place == 2


async def test_a_long_article_opens_with_its_passage_in_sight_and_scrolls() -> None:
    report = fake.report()
    long = "A line.\n" * 500
    moved = {identifier: text for identifier, _, _, _, text in fake.ARTICLES}
    loaded = Loaded(report, {**moved, "01": moved["01"] + "\n" + long})
    async with desk(loading(loaded), NARROW, "G k k k k enter") as pilot:
        page = pilot.app.screen.query_one(Page)
        await pilot.press("G")
        assert page.scroll_y > 400
        await pilot.press("b")
        assert page.scroll_y < page.max_scroll_y
        await pilot.press("g", "j", "j", "k")
        assert page.scroll_y == 1
        await pilot.press("space")
        assert page.scroll_y > 10


async def test_filter_by_verdict_kind_and_words() -> None:
    async with desk(keys="f") as pilot:
        session = desktop(pilot).session
        assert isinstance(pilot.app.screen, FilterScreen)
        await pilot.press("space", "j", "j", "x", "enter")  # not conflict, but agree
        assert session.filters.verdicts == {"imprecise", "agree"}
        await pilot.press("f", "j", "j", "j", "j", "space", "slash", *"crew", "enter")
        assert session.filters.kinds == {"count"}
        assert [finding.topic for finding in session.shown] == ["crew aboard"]
        assert "only count" in drawn(pilot)
        await pilot.press("f", "space", "escape")
        assert session.filters.verdicts == {"imprecise", "agree"}
        await pilot.press("escape")
        assert len(session.shown) == 11


async def test_the_matrix_shares_the_chosen_finding() -> None:
    async with desk(keys="j m") as pilot:
        session, grid = desktop(pilot).session, pilot.app.screen.query_one(MatrixGrid)
        assert isinstance(pilot.app.screen, MatrixScreen)
        await pilot.press("l", "l", "right", "h", "left", "l")
        assert grid.column == 2
        await pilot.press("j", "l", "l", "l")
        assert grid.column == 4
        assert "newsblaster.example does not say" in drawn(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, MatrixScreen)
        await pilot.press("h", "h", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.article == "03"
        await pilot.press("escape", "pagedown", "g", "G", "escape")
        assert isinstance(pilot.app.screen, FindingsScreen)
        assert session.index == 10


async def test_the_matrix_keeps_its_heads_while_it_scrolls() -> None:
    async with desk(loading(fake.many(400)), NARROW, "m G l l l l") as pilot:
        first, *rest = drawn(pilot).splitlines()[1:]
        assert first.startswith(" question")
        assert "newsblaster" in first
        assert "Harbour" not in first
        assert any("people in hospital" in line or "397" in line or "crew" in line or "blog" in line for line in rest)


async def test_the_articles_with_warnings_and_reasons() -> None:
    async with desk(keys="a j j") as pilot:
        assert isinstance(pilot.app.screen, ArticlesScreen)
        assert pilot.app.screen.query_one(ArticleList).index == 2
        assert "no text in the document" in drawn(pilot)
        await pilot.press("k", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.article == "02"
        await pilot.press("escape", "a")
        assert isinstance(pilot.app.screen, FindingsScreen)


async def test_copying_a_sentence_and_a_citation() -> None:
    async with desk(keys="y") as pilot:
        assert pilot.app.clipboard == "The operator, Nordline, said the damage would cost around €4 million to repair."
        await pilot.press("Y")
        assert pilot.app.clipboard.endswith("https://01.example/astrid)")
        await pilot.press("m", "l", "y")
        assert pilot.app.clipboard.startswith("Nordline put the cost")


async def test_themes_go_round() -> None:
    async with desk(keys="t") as pilot:
        seen = [pilot.app.theme]
        for _ in range(3):
            await pilot.press("t")
            seen.append(pilot.app.theme)
        assert seen == [*list(THEMES)[1:], next(iter(THEMES))]


@pytest.mark.parametrize("keys", ["question_mark", "m question_mark", "a question_mark", "enter question_mark"])
async def test_help_comes_from_the_table(keys: str) -> None:
    async with desk(keys=keys, size=(100, 60)) as pilot:
        assert isinstance(pilot.app.screen, KeysScreen)
        told = drawn(pilot)
        for action in actions_of(pilot.app.screen.about):
            assert action.help in told
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Desk)


async def test_a_click_chooses_and_a_second_click_opens() -> None:
    async with desk() as pilot:
        await pilot.click(FindingList, offset=(20, 5))
        session = desktop(pilot).session
        assert session.index == 1
        assert session.statement is not None
        assert session.statement.mention.article == "02"
        await pilot.click(FindingList, offset=(20, 5))
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_the_browser_opens_the_article_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(Desktop, "open_url", lambda self, url, new_tab=True: opened.append(url))
    async with desk(keys="j l o m l l o escape a j o") as pilot:
        assert [url.split("#")[0] for url in opened] == [f"https://{article}.example/astrid" for article in ("03", "05", "02")]
        assert "#:~:text=Thirty-seven%20people" in opened[0]
        assert "#" not in opened[2]
        assert isinstance(pilot.app.screen, ArticlesScreen)


async def test_the_editor_gets_the_text_and_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    edited: list[tuple[str, str, int]] = []
    monkeypatch.setattr(Desktop, "edit", lambda self, name, text, line: edited.append((name, text, line)))
    async with desk(keys="e l e"):
        assert [(name, line) for name, _, line in edited] == [("Harbour Post", 5), ("Valmere Courier", 5)]
        assert edited[0][1] == fake.ARTICLES[0][4]


async def test_the_palette_runs_what_the_table_lists() -> None:
    async with desk(keys="ctrl+p") as pilot:
        await pilot.press(*"matrix")
        await pilot.pause(0.4)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_a_value_in_the_title_is_marked_there() -> None:
    async with desk(keys="j l l l l enter") as pilot:
        place = pilot.app.screen.query_one("#place", Static).render_line(0)
        filled = "".join(
            segment.text for segment in place if segment.style is not None and segment.style.bold and segment.style.bgcolor is not None
        )
        assert "Forty-one injured" in filled
