"""Every action of the table, by its key, on the session it drives."""

from __future__ import annotations

import pytest

from discrepancy.errors import NothingToRead
from discrepancy.review.loaded import Loaded
from discrepancy.tui.actions import ACTIONS, EVERYWHERE, actions_of
from discrepancy.tui.app import Desktop, Progress
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.articles import ArticleList, ArticlesScreen
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.screens.filters import FilterScreen
from discrepancy.tui.screens.findings import FindingsScreen
from discrepancy.tui.screens.keys import KeysScreen
from discrepancy.tui.screens.matrix import MatrixScreen
from discrepancy.tui.themes import THEMES
from discrepancy.tui.widgets.evidence import Evidence
from discrepancy.tui.widgets.finding_list import FindingList
from discrepancy.tui.widgets.matrix_grid import MatrixGrid
from discrepancy.tui.widgets.page import Page
from tests.tui import fake
from tests.tui.driving import NARROW, WIDE, desk, desktop, drawn, loading

SCREENS: dict[str, type[Desk]] = {
    "findings": FindingsScreen,
    "matrix": MatrixScreen,
    "articles": ArticlesScreen,
    "article": ArticleScreen,
}


def test_each_action_is_one_that_its_screen_or_the_application_has() -> None:
    for action in ACTIONS:
        name = action.call.split("(")[0]
        for screen in action.screens:
            owner: type[object] = Desktop if name.startswith("app.") else SCREENS[screen]
            assert hasattr(owner, f"action_{name.removeprefix('app.')}"), (screen, action.call)


@pytest.mark.parametrize("screen", EVERYWHERE)
def test_no_key_means_two_things_on_one_screen(screen: str) -> None:
    keys = [key for action in actions_of(screen) for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))


async def test_moving_through_the_findings() -> None:
    async with desk() as pilot:
        session = desktop(pilot).session
        for keys, index in (
            ("j", 1),
            ("down j", 3),
            ("k", 2),
            ("up", 1),
            ("G", 10),
            ("g", 0),
            ("end", 10),
            ("home", 0),
            ("pagedown", 10),
            ("pageup", 0),
        ):
            await pilot.press(*keys.split())
            assert session.index == index, keys


async def test_moving_through_the_sources_of_a_finding() -> None:
    async with desk(keys="j l right l") as pilot:
        session = desktop(pilot).session
        assert session.statement is not None
        assert session.statement.mention.article == "02"
        await pilot.press("h", "left")
        assert session.place == 1


async def test_a_page_is_what_fits() -> None:
    async with desk(loading(fake.many(400)), NARROW, "pagedown") as pilot:
        assert desktop(pilot).session.index == 5


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


async def test_search_goes_along_as_it_is_typed_and_stays_on_enter() -> None:
    async with desk(keys="slash i n s p") as pilot:
        session = desktop(pilot).session
        assert session.index == 8
        await pilot.press("enter", "j")
        assert session.index == 9
        assert "/insp: 1 found" in drawn(pilot)
        await pilot.press("n")
        assert session.index == 8
        await pilot.press("escape")
        assert session.search == ""


async def test_a_search_left_by_escape_goes_back_to_where_it_began() -> None:
    async with desk(keys="j j slash i n s p escape") as pilot:
        session = desktop(pilot).session
        assert (session.index, session.search) == (2, "")
        await pilot.press("n", "N")
        assert session.index == 2


async def test_keys_typed_into_a_search_do_nothing_else() -> None:
    async with desk(keys="slash q m a enter") as pilot:
        assert isinstance(pilot.app.screen, FindingsScreen)
        assert desktop(pilot).session.search == "qma"
        assert "not found" in drawn(pilot)


async def test_filter_by_verdict_kind_and_words() -> None:
    async with desk(keys="f") as pilot:
        session = desktop(pilot).session
        assert isinstance(pilot.app.screen, FilterScreen)
        await pilot.press("space", "j", "j", "x", "enter")  # not conflict, but agree
        assert session.filters.verdicts == {"imprecise", "agree"}
        await pilot.press("f", "j", "j", "j", "space", "slash", *"crew", "enter")
        assert session.filters.kinds == {"count"}
        assert [finding.topic for finding in session.shown] == ["crew aboard"]
        assert "only count" in drawn(pilot)
        await pilot.press("f", "space", "escape")
        assert session.filters.verdicts == {"imprecise", "agree"}
        await pilot.press("escape")
        assert len(session.shown) == 11


async def test_agreements_and_orders() -> None:
    async with desk(keys="A") as pilot:
        session = desktop(pilot).session
        assert len(session.shown) == 13
        assert "shown 13" in drawn(pilot)
        await pilot.press("A", "s")
        assert len(session.shown) == 11
        assert session.order == "topic"


async def test_zoom_leaves_the_evidence_alone_and_comes_back() -> None:
    async with desk(size=NARROW, keys="z") as pilot:
        assert not pilot.app.screen.query_one(FindingList).display
        await pilot.press("j")
        assert "people injured" in drawn(pilot)
        await pilot.press("escape")
        assert pilot.app.screen.query_one(FindingList).display
        await pilot.press("tab", "z")
        assert pilot.app.screen.query_one(FindingList).display


async def test_the_evidence_scrolls_and_shows_the_ledger() -> None:
    async with desk(size=NARROW, keys="J") as pilot:
        evidence = pilot.app.screen.query_one(Evidence)
        assert evidence.scroll_y > 0
        await pilot.press("K")
        assert evidence.scroll_y == 0
        await pilot.press("w")
        await pilot.pause()
        assert "same counted noun" in drawn(pilot)
        await pilot.press("w")
        assert not evidence.with_ledger


async def test_the_evidence_follows_the_chosen_passage() -> None:
    async with desk(size=NARROW, keys="h l l l l") as pilot:
        assert "expected to cost €40 million" in drawn(pilot)


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
        for _ in range(2):
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


async def test_reading_again_keeps_the_place_and_takes_what_is_new() -> None:
    readings = [fake.loaded(), fake.loaded(fake.findings()[1:])]
    async with desk(lambda progress: readings.pop(0), keys="j j r") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        session = desktop(pilot).session
        assert len(session.report.findings) == 12
        assert session.chosen is not None
        assert session.chosen.topic == "whether the sprinklers worked"
        assert session.index == 1


async def test_a_reading_that_fails_says_why_and_can_be_tried_again() -> None:
    readings: list[Loaded | None] = [None, fake.loaded()]

    def load(progress: Progress | None) -> Loaded:
        loaded = readings.pop(0)
        if loaded is None:
            raise NothingToRead("samples/[empty]: no article in the folder")
        return loaded

    async with desk(load) as pilot:
        assert "samples/[empty]: no article in the folder   r tries again" in drawn(pilot)
        await pilot.press("r")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "5 conflicts" in drawn(pilot)


async def test_a_fault_of_the_program_is_shown_not_raised() -> None:
    def load(progress: Progress | None) -> Loaded:
        raise ZeroDivisionError("division by zero")

    async with desk(load) as pilot:
        assert "a fault of the program: ZeroDivisionError" in drawn(pilot)


async def test_progress_is_shown_while_it_reads() -> None:
    import threading

    go_on = threading.Event()

    def load(progress: Progress | None) -> Loaded:
        assert progress is not None
        progress("reading", 2, 5)
        go_on.wait(5)
        return fake.loaded()

    app = Desktop(load, "samples/ferry")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.2)
        assert "2/5" in drawn(pilot)
        await pilot.press("r", "j", "m", "escape", "enter", "y")  # nothing to act on yet
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "2/5" not in drawn(pilot)


async def test_quit() -> None:
    async with desk(keys="q") as pilot:
        assert not pilot.app.is_running or pilot.app._exit


@pytest.mark.parametrize(
    ("loaded", "told"),
    [
        (fake.loaded(fake.findings()[11:]), "Nothing disagrees. A shows what agrees."),
        (fake.loaded(()), "No statement of one article answers to another's."),
    ],
)
async def test_nothing_to_show_says_why(loaded: Loaded, told: str) -> None:
    async with desk(loading(loaded)) as pilot:
        assert told in drawn(pilot)
        await pilot.press("j", "l", "enter", "y", "m", "j", "l", "enter", "escape")
        assert told in drawn(pilot)


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


async def test_what_a_later_reading_brought_is_marked() -> None:
    from dataclasses import replace

    renamed = replace(fake.findings()[1], id="other evidence")
    readings = [fake.loaded(), fake.loaded((fake.findings()[0], renamed, *fake.findings()[2:]))]
    async with desk(lambda progress: readings.pop(0), keys="r") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "changed count" in drawn(pilot)


async def test_the_palette_runs_what_the_table_lists() -> None:
    async with desk(keys="ctrl+p") as pilot:
        await pilot.press(*"matrix")
        await pilot.pause(0.4)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_alone_on_a_wide_screen_the_sides_stand_side_by_side() -> None:
    async with desk(keys="z") as pilot:
        beside = [line for line in drawn(pilot).splitlines() if "Harbour Post" in line and "Coastal Wire" in line]
        assert len(beside) == 1
        await pilot.click(Evidence, offset=(beside[0].index("Coastal Wire"), drawn(pilot).splitlines().index(beside[0]) - 1))
        statement = desktop(pilot).session.statement
        assert statement is not None
        assert statement.mention.article == "03"
    async with desk(size=NARROW, keys="z") as pilot:
        assert not any("Harbour Post" in line and "Coastal Wire" in line for line in drawn(pilot).splitlines())
