"""Judging by keys: each on the session it drives, and what is said on the screen."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from discrepancy.review.judging import Judging
from discrepancy.review.loaded import Loaded, Observer
from discrepancy.review.store import Store
from discrepancy.tui.actions import actions_of
from discrepancy.tui.remembered import settings_path
from discrepancy.tui.screens.article import ArticleScreen
from discrepancy.tui.screens.asking import MenuScreen, NameScreen, NoteScreen
from discrepancy.tui.screens.calls import CallsScreen
from discrepancy.tui.screens.findings import FindingsScreen
from discrepancy.tui.screens.matrix import MatrixScreen
from tests.tui import fake
from tests.tui.driving import NARROW, desk, desktop, drawn, judging
from tests.tui.test_hostile import unseen


async def test_one_key_confirms_and_goes_on_to_the_next() -> None:
    async with desk(keys="c") as pilot:
        session, told = desktop(pilot).session, drawn(pilot)
        assert session.judging.state("f001") == "confirmed"
        assert session.index == 1
        assert "✓ confirmed “cost of the repairs”  u undoes" in told
        assert "1 of 11 judged" in told
        assert "✓ confirmed money" in told


async def test_a_digit_confirms_that_value() -> None:
    async with desk(keys="2 k") as pilot:
        assert "confirmed: €40 million is right  Ann Smith, 2026-03-07 09:30 UTC" in drawn(pilot)
        await pilot.press("9")
        assert "There is no value 9." in drawn(pilot)
        assert desktop(pilot).session.progress == (1, 11)


@pytest.mark.parametrize(
    ("key", "reason", "told"),
    [
        ("n", "not-the-same", "– not the same"),
        ("m", "misread", "– misread"),
        ("b", "both-true", "– both true"),
        ("w", "not-worth-it", "– not worth"),
    ],
)
async def test_a_dismissal_asks_for_its_reason_by_one_key(key: str, reason: str, told: str) -> None:
    async with desk(keys="d") as pilot:
        assert isinstance(pilot.app.screen, MenuScreen)
        assert "Dismiss cost of the repairs: why?" in drawn(pilot)
        await pilot.press(key)
        judgement = desktop(pilot).session.judging.of("f001").judgement
        assert judgement is not None
        assert judgement.reason == reason
        assert told in drawn(pilot)


async def test_a_dismissal_is_left_or_chosen_by_moving() -> None:
    async with desk(keys="d escape") as pilot:
        session = desktop(pilot).session
        assert session.progress == (0, 11)
        await pilot.press("d", "j", "down", "k", "enter")
        judgement = session.judging.of("f001").judgement
        assert judgement is not None
        assert judgement.reason == "misread"


async def test_needs_a_call_undo_and_redo() -> None:
    async with desk(keys="p") as pilot:
        session = desktop(pilot).session
        assert session.judging.state("f001") == "needs a call"
        await pilot.press("u")
        assert (session.judging.state("f001"), session.index) == ("not judged", 0)
        assert "undone “cost of the repairs”" in drawn(pilot)
        await pilot.press("U")
        assert session.judging.state("f001") == "needs a call"
        await pilot.press("U")
        assert "Nothing was undone." in drawn(pilot)
        await pilot.press("u", "u")
        assert "nothing of yours to undo" in drawn(pilot)


async def test_a_note_is_written_in_a_field_and_shown_in_the_evidence() -> None:
    async with desk(keys="i") as pilot:
        assert isinstance(pilot.app.screen, NoteScreen)
        await pilot.press(*"quick", "enter", *"call", "ctrl+s")
        session = desktop(pilot).session
        assert [note.note for note in session.judging.of("f001").notes] == ["quick\ncall"]
        assert "✎ quick" in drawn(pilot)
        await pilot.press("i")
        assert pilot.app.screen.query_one(TextArea).text == "quick\ncall"
        await pilot.press(*"er", "escape")
        assert [note.note for note in session.judging.of("f001").notes] == ["quick\ncall"]


async def test_marks_and_one_judgement_for_all_of_them() -> None:
    async with desk(keys="space space") as pilot:
        session = desktop(pilot).session
        assert list(session.marked) == ["f001", "f002"]
        assert "▣ 2 marked" in drawn(pilot)
        assert "▣ cost of the repairs" in drawn(pilot)
        await pilot.press("1")
        assert "one finding at a time" in drawn(pilot)
        await pilot.press("d", "w")
        assert session.progress == (2, 11)
        await pilot.press("asterisk")
        assert len(session.marked) == 11
        await pilot.press("escape")
        assert session.marked == {}


async def test_the_next_that_is_not_judged() -> None:
    async with desk(keys="j c g full_stop") as pilot:
        session = desktop(pilot).session
        assert session.index == 2
        await pilot.press("asterisk", "c", "full_stop")
        assert "Nothing that is shown is left to judge." in drawn(pilot)


async def test_judging_from_the_matrix() -> None:
    async with desk(keys="m j c d m p") as pilot:
        session = desktop(pilot).session
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert [session.judging.state(f"f00{number}") for number in (1, 2, 3, 4)] == [
            "not judged",
            "confirmed",
            "dismissed",
            "needs a call",
        ]
        told = drawn(pilot)
        assert "✗✓ people injured" in told
        assert "✗– whether the sprinklers" in told


async def test_the_filter_for_judgements() -> None:
    async with desk(keys="c p") as pilot:
        session = desktop(pilot).session
        await pilot.press("f", "j", "j", "j", "space", "enter")
        assert session.filters.said == {"not judged"}
        assert len(session.shown) == 9
        assert "only not judged" in drawn(pilot)
        await pilot.press("c")
        assert len(session.shown) == 8
        await pilot.press("escape", "escape")
        assert len(session.shown) == 11


async def test_a_passage_that_does_not_belong() -> None:
    async with desk(keys="j l l x") as pilot:
        session = desktop(pilot).session
        (rule,) = session.judging.constraints().rules
        assert (rule.act, rule.marks[0].quote, rule.marks[0].article) == ("split", "At least 37 people", "05")
        told = drawn(pilot)
        assert "“At least 37 people” does not belong" in told
        assert "⊕ does not belong" in told
        assert "r reads again" in told
        await pilot.press("j")
        assert "1 change waits for r" in drawn(pilot)
        await pilot.press("u")
        assert session.waiting == 0


async def test_two_findings_that_are_one_question() -> None:
    async with desk(keys="M") as pilot:
        session = desktop(pilot).session
        assert "Mark two or more findings of one kind" in drawn(pilot)
        await pilot.press("j", "space", "j", "j", "j", "j", "space", "M")
        (rule,) = session.judging.constraints().rules
        assert rule.act == "merge"
        assert "one question: 2 findings" in drawn(pilot)


async def test_a_missed_value_is_picked_in_the_article() -> None:
    async with desk(keys="j plus") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.picked is not None
        taken = {
            (mention.start, mention.end)
            for finding in fake.findings()
            for value in finding.values
            for mention in value.mentions
            if mention.article == "01" and mention.field == "text"
        }
        assert not any(start < pick.end and pick.start < end for start, end in taken for pick in screen.picks if pick.field == "text")
        assert "answers “people injured” too?" in drawn(pilot)
        while screen.picked.quote != "three of them":
            before = screen.pick
            await pilot.press("l")
            assert screen.pick != before
            if screen.pick == 0:
                break
        wanted = screen.picked
        await pilot.press("enter")
        (rule,) = desktop(pilot).session.judging.constraints().rules
        assert (rule.act, rule.marks[0].quote) == ("join", wanted.quote)
        assert "belongs to it too" in drawn(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, FindingsScreen)


async def test_picking_is_left_by_escape_and_the_article_by_another() -> None:
    async with desk(keys="enter plus escape") as pilot:
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert desktop(pilot).session.judging.constraints().rules == ()
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, FindingsScreen)


async def test_of_a_report_alone_nothing_can_be_picked() -> None:
    async with desk(lambda progress: Loaded(fake.report(), {}, comparable=False), keys="plus") as pilot:
        assert "Only in a whole article" in drawn(pilot)
        await pilot.press("escape", "x")
        assert "it holds when the articles are read again" in drawn(pilot)


async def test_the_call_sheet_lists_by_source_and_is_copied_and_saved(tmp_path: Path) -> None:
    async with desk(keys="p p C") as pilot:
        assert isinstance(pilot.app.screen, CallsScreen)
        told = drawn(pilot)
        assert "Harbour Post\n" in told.replace("  Harbour Post", "Harbour Post")
        assert "[ ] cost of the repairs (money)" in told
        await pilot.press("y")
        assert pilot.app.clipboard.count("\n") > 20
        assert "but Coastal Wire: €40 million" in pilot.app.clipboard
        await pilot.press("S")
        assert isinstance(pilot.app.screen, NameScreen)
        sheet = tmp_path / "calls.txt"
        await _name(pilot.app.screen, sheet)
        await pilot.press("enter")
        assert sheet.read_text(encoding="utf-8") == pilot.app.clipboard
        await pilot.press("j", "space", "k", "b", "C")
        assert isinstance(pilot.app.screen, FindingsScreen)


async def test_an_empty_call_sheet_says_how_to_fill_it() -> None:
    async with desk(keys="C") as pilot:
        assert "Nothing needs a call" in drawn(pilot)
        await pilot.press("y", "S")
        assert isinstance(pilot.app.screen, CallsScreen)


@pytest.mark.parametrize(("key", "suffix"), [("h", ".html"), ("m", ".md"), ("c", ".csv"), ("j", ".json")])
async def test_the_report_is_written_from_inside(tmp_path: Path, key: str, suffix: str) -> None:
    written = tmp_path / f"report{suffix}"
    async with desk(keys=f"c E {key}") as pilot:
        assert isinstance(pilot.app.screen, NameScreen)
        assert f"discrepancy{suffix}" in drawn(pilot)
        await _name(pilot.app.screen, written)
        await pilot.press("enter")
        await pilot.pause()
        assert "Written" in drawn(pilot)
    said = written.read_text(encoding="utf-8")
    if suffix == ".json":
        held = json.loads(said)
        assert len(held["findings"]) == 13
        assert [one["reviewer"] for one in held["judgements"]] == ["Ann Smith"]
        assert not any(finding.get("ledger") for finding in held["findings"])
    elif suffix == ".csv":
        assert len(list(csv.reader(said.splitlines()))) > 30
    else:
        assert "cost of the repairs" in said


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(tmp_path: Path) -> None:
    there = tmp_path / "there.html"
    there.write_text("mine", encoding="utf-8")
    async with desk(keys="E h") as pilot:
        await _name(pilot.app.screen, there)
        await pilot.press("enter")
        await pilot.pause()
        assert there.read_text(encoding="utf-8") == "mine"
        assert "enter again replaces it" in drawn(pilot)
        await pilot.press("enter")
        assert there.read_text(encoding="utf-8") != "mine"


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    async with desk(keys="E h") as pilot:
        await _name(pilot.app.screen, tmp_path / "no such folder" / "a.html")
        await pilot.press("enter")
        await pilot.pause()
        assert "Not written" in drawn(pilot)


async def _name(screen: object, path: Path) -> None:
    from textual.widgets import Input

    assert isinstance(screen, NameScreen)
    screen.query_one(Input).value = str(path)


async def test_a_judgement_is_in_the_store_while_the_program_still_runs(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite3"
    async with desk(by=judging(Store(store)), keys="c d m u") as pilot:
        assert [one.act for one in Store(store).all()] == ["confirm", "dismiss", "withdraw"]
        assert desktop(pilot).session.progress == (1, 11)


async def test_a_store_that_cannot_be_written_is_said_and_judging_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where a folder would have to be", encoding="utf-8")
    async with desk(size=NARROW, by=judging(Store(tmp_path / "file" / "store.sqlite3")), keys="c c") as pilot:
        assert desktop(pilot).session.progress == (2, 11)
        assert "✗ not kept: store.sqlite3" in drawn(pilot)


async def test_judgements_made_before_are_shown_and_reopened_ones_said_to_be(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    async with desk(by=judging(store), keys="j 1"):
        pass
    injured = fake.findings()[1]
    changed = replace(injured, id="later", values=injured.values[:2])
    later = fake.loaded((fake.findings()[0], changed, *fake.findings()[2:]))
    async with desk(lambda progress: later, by=Judging("Bo", store), keys="j") as pilot:
        told = drawn(pilot)
        assert "↻ reopened" in told
        assert "the values have changed; judged on" in told
        assert "0 of 11 judged" in told


async def test_what_reviewers_say_of_one_another_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    Judging("Ann", store)
    async with desk(by=judging(store, "Ann"), keys="c"):
        pass
    async with desk(by=Judging("Bo", store), keys="d m k") as pilot:
        told = drawn(pilot)
        assert "dismissed: misread  Bo" in told
        assert "↯ ✓ confirmed  Ann" in told


async def test_notes_and_names_of_reviewers_cannot_draw_on_the_screen(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    hostile = judging(store, f"Eve {fake.HOSTILE}")
    session_note = f"look {fake.HOSTILE}\n[red]here[/red]"
    async with desk(by=hostile, keys="p k") as pilot:
        session = desktop(pilot).session
        session.note(session_note)
        for keys in ("z", "m", "escape", "i", "escape", "C", "j", "escape", "f", "escape", "w"):
            await pilot.press(keys)
            await pilot.pause()
            told = drawn(pilot)
            assert unseen(told) == set(), keys
        await pilot.press("g", "z")
        assert "[red]here[/red]" in drawn(pilot)


async def test_what_is_pasted_into_a_note_is_made_visible() -> None:
    from textual.events import Paste

    async with desk(keys="i") as pilot:
        pilot.app.post_message(Paste(f"pasted {fake.HOSTILE}"))
        await pilot.pause()
        assert "pasted ␛]52;c;" in drawn(pilot)
        assert unseen(drawn(pilot)) == set()


async def test_the_articles_fill_in_while_they_are_read() -> None:
    import threading

    from discrepancy.tui.app import Desktop

    go_on = threading.Event()
    whole = fake.loaded()
    partly = Loaded(replace(whole.report, findings=()), whole.texts, figures={"01": 17}, whole=False)

    def load(progress: Observer | None) -> Loaded:
        assert progress is not None
        progress.arrived(partly)
        progress("reading figures", 1, 5)
        go_on.wait(5)
        return whole

    app = Desktop(load, "samples/ferry", judging())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause(0.2)
        told = drawn(pilot)
        assert "✓ Harbour Post  671 characters, 17 figures and dates" in told
        assert "· Valmere Courier" in told
        assert "1/5" in told
        await pilot.press("a")
        assert "Coastal Wire" in drawn(pilot)
        await pilot.press("escape")
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "cost of the repairs" in drawn(pilot)
        assert app.session.news == {}


async def test_the_theme_is_remembered_and_a_failure_to_is_silent(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "view.json"
    async with desk(settings=settings, keys="t t") as pilot:
        assert pilot.app.theme == "discrepancy-contrast"
    async with desk(settings=settings) as pilot:
        assert pilot.app.theme == "discrepancy-contrast"
    settings.write_text("[", encoding="utf-8")
    async with desk(settings=settings) as pilot:
        assert pilot.app.theme == "discrepancy-dark"
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with desk(settings=tmp_path / "file" / "view.json", keys="t") as pilot:
        assert pilot.app.theme == "discrepancy-light"


async def test_a_value_to_pick_far_down_the_article_is_in_sight() -> None:
    texts = {identifier: text for identifier, _, _, _, text in fake.ARTICLES}
    loaded = Loaded(
        fake.report(), {**texts, "01": f"{texts['01']}\n{'A line.' * 9}\n" + "A line.\n" * 200 + "A new ship costs €90 million.\n"}
    )
    async with desk(lambda progress: loaded, size=NARROW, keys="plus") as pilot:
        assert "A new ship costs €90 million." in drawn(pilot)


async def test_the_palette_judges_too() -> None:
    async with desk(keys="ctrl+p") as pilot:
        await pilot.press(*"phone")
        await pilot.pause(0.4)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert desktop(pilot).session.judging.state("f001") == "needs a call"


async def test_a_reason_can_be_clicked_and_a_click_beside_the_menu_leaves_it() -> None:
    async with desk(keys="d") as pilot:
        await pilot.click("#menu", offset=(8, 4))
        judgement = desktop(pilot).session.judging.of("f001").judgement
        assert judgement is not None
        assert judgement.reason == "both-true"
        await pilot.press("d")
        await pilot.click(offset=(2, 2))
        assert isinstance(pilot.app.screen, FindingsScreen)
        assert desktop(pilot).session.progress == (1, 11)


async def test_every_command_of_the_palette_is_an_action() -> None:
    from textual.actions import parse

    async with desk() as pilot:
        app = desktop(pilot)
        told = [command.title for command in app.get_system_commands(app.screen)]
        assert "Needs a phone call" in told
        assert len(told) == len({*told})
        for action in actions_of("findings"):
            parse(action.call.format(key="1"))


async def test_a_source_that_is_silent_so_far_is_asked_from_the_matrix() -> None:
    async with desk(keys="g m h h h h l l l l plus") as pilot:  # the blog says nothing of what is chosen next
        await pilot.press("escape", "escape", "j", "j", "plus")
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.article == "05"
        assert screen.picked is not None
        wanted = screen.picked.quote
        await pilot.press("enter")
        (rule,) = desktop(pilot).session.judging.constraints().rules
        assert (rule.kind, rule.marks[0].article, rule.marks[0].quote) == ("polarity", "05", wanted)


def test_settings_are_in_the_users_configuration_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "discrepancy" / "view.json"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert settings_path() == tmp_path / "home" / ".config" / "discrepancy" / "view.json"


async def test_the_nearest_mention_is_told_and_picked_first() -> None:
    from discrepancy.model.report import NearMiss, Weight

    findings = fake.findings()
    hospital = findings[12].values[0].mentions[0]
    near = NearMiss(hospital, findings[1].values[0].mentions[0], 0.3, None, "they count different people", (Weight("far apart", -1.2),))
    chosen = (findings[0], replace(findings[1], nearest=near), *findings[2:12])
    async with desk(lambda progress: fake.loaded(chosen), keys="j z w G g j") as pilot:
        await pilot.press("J", "J", "J")
        told = drawn(pilot)
        assert "the nearest mention that was not put with them" in told
        assert "they count different people." in told
        await pilot.press("plus")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.picked is not None
        assert screen.picked.start == hospital.start
