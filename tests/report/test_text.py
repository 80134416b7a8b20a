"""The report for people: what it shows, in which order and width, and that articles cannot draw on the screen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from discrepancy.report.text import Page, notices, render
from discrepancy.report.wrap import columns, cut_round
from tests.report.stories import ferry, hostile

HOSTILE = ["\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\u202egnp.exe", "2\u200b9 million", "[/] [sic]", "a\r\nb", "\x00", "\u2028", "\x7f"]


def test_it_reads_like_this() -> None:
    assert (
        render(ferry(), Page(width=80))
        == """\
4 articles, 1 skipped: 1 conflict · 1 imprecise · 1 agreed (--all lists what agrees)

✗ CONFLICT  passengers aboard                                       count: bound
  at least 40 passengers
    a Harbour Post  “…company said that at least 40 passengers were aboard…”
  38 passengers
    b The Coast     “According to the coast guard, 38 passengers were aboard.”
    d               “According to the coast guard, 38 passengers were aboard.”
  → At least 40 leaves no room for the coast guard's 38.

≈ IMPRECISE  when it ran aground                        date: hedge, granularity
  9:40 p.m.
    a Harbour Post  “It ran aground at 9:40 p.m., residents said.”
  about 9 p.m.
    c Island Daily  “…Meridian struck a reef at about 9 p.m. and took on water.”
  → About 9 p.m. may be 9:40 p.m.

nothing comparable in d
"""
    )


def test_agreements_are_listed_when_asked_for() -> None:
    assert "= AGREE  the ship" in render(ferry(), Page(agreements=True))
    assert "AGREE" not in render(ferry(), Page())


def test_findings_keep_the_order_of_the_report() -> None:
    report = replace(ferry(), findings=ferry().findings[::-1])
    assert re.findall(r"CONFLICT|IMPRECISE|AGREE", render(report, Page(agreements=True))) == ["AGREE", "IMPRECISE", "CONFLICT"]


@pytest.mark.parametrize("width", [1, 40, 57, 80, 120, 500])
@pytest.mark.parametrize("words", ["word " * 60, "unbroken" * 40, "地震" * 60], ids=["words", "word", "wide"])
def test_no_line_is_wider_than_the_page(width: int, words: str) -> None:
    for line in render(hostile(words.strip()), Page(width, agreements=True)).splitlines()[1:]:
        assert columns(line) <= max(40, min(width, 120))


def test_colour_is_only_added_to_the_same_words() -> None:
    coloured = render(ferry(), Page(colour=True))
    assert "\x1b[1;31m✗ CONFLICT\x1b[0m" in coloured
    assert "\x1b[1;4;31m38 passengers\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(ferry(), Page())


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("agreements", [True, False])
def test_nothing_an_article_says_reaches_the_terminal_unseen(words: str, agreements: bool) -> None:
    shown = render(hostile(words), Page(agreements=agreements)) + "".join(notices(hostile(words)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", shown)
    assert len(shown.splitlines()) == len(shown.split("\n")) - shown.endswith("\n")


def test_markup_of_other_programs_is_shown_as_written() -> None:
    assert "[/] [sic]" in render(hostile("[/] [sic]"), Page())


def test_without_typographic_characters_it_is_ascii() -> None:
    shown = render(ferry(), Page(unicode=False))
    assert shown.isascii()
    assert "x CONFLICT" in shown


def test_a_report_without_differences_says_so() -> None:
    assert render(replace(ferry(), findings=()), Page()).endswith("no difference was found\n")


def test_notices_name_what_was_skipped_and_what_was_odd() -> None:
    report = replace(ferry(), warnings=("c speaks of something else",), articles=(replace(ferry().articles[0], warnings=("odd bytes",)),))
    assert list(notices(report)) == [
        "skipped e.pdf: `.pdf` files are not read; give .txt, .md, .html, .json or .jsonl",
        "a: odd bytes",
        "c speaks of something else",
    ]


@pytest.mark.parametrize("room", range(8, 60))
def test_a_cut_passage_fits_and_marks_its_value(room: int) -> None:
    text = "The company said on Monday that at least 40 passengers were aboard when it left the harbour at dawn."
    start, end = text.index("at least 40"), text.index(" passengers")
    parts = cut_round(text, start, end, room)
    assert columns("".join(part.text for part in parts)) <= room
    marked = "".join(part.text for part in parts if part.marked)
    assert text[start:end].startswith(marked.removesuffix("…"))
    assert marked == text[start:end] or room < 24
