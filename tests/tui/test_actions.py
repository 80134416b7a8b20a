"""The actions of the findings screen, by their keys, on the session they drive."""

from __future__ import annotations

import pytest

from discrepancy.tui.actions import ACTIONS, EVERYWHERE, actions_of
from discrepancy.tui.app import Desktop
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.articles import ArticlesScreen
from discrepancy.tui.screens.calls import CallsScreen
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.screens.findings import FindingsScreen
from discrepancy.tui.screens.matrix import MatrixScreen
from discrepancy.tui.widgets.evidence import Evidence
from discrepancy.tui.widgets.finding_list import FindingList
from tests.tui import fake
from tests.tui.driving import NARROW, desk, desktop, drawn, loading

SCREENS: dict[str, type[Desk]] = {
    "findings": FindingsScreen,
    "matrix": MatrixScreen,
    "articles": ArticlesScreen,
    "article": ArticleScreen,
    "calls": CallsScreen,
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


async def test_quit() -> None:
    async with desk(keys="q") as pilot:
        assert not pilot.app.is_running or pilot.app._exit


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
