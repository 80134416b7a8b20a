"""What cannot be seen is made visible, one code point for one."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.report.visible import one_line, visible


@given(st.text())
def test_offsets_hold(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text())
def test_no_control_or_format_character_is_left(text: str) -> None:
    assert {unicodedata.category(character) for character in visible(text)}.isdisjoint({"Cc", "Cf", "Zl", "Zp"})
    assert {unicodedata.category(character) for character in visible(text, lines=True) if character != "\n"}.isdisjoint(
        {"Cc", "Cf", "Zl", "Zp"}
    )


@given(st.text())
def test_making_visible_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"], max_codepoint=0x2FF)))
def test_ordinary_words_stay(text: str) -> None:
    assert visible(text) == text


def test_one_line_has_no_break_and_no_run_of_spaces() -> None:
    assert one_line(" a\r\n\tb \u2028 c\u00a0\u00a0d ") == "a b ⏎ c d"
