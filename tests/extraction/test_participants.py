"""Names are found, told apart and resolved within an article; every quote is the slice at its offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extraction.participants import find_participants
from discrepancy.model import Names
from discrepancy.normalise.name import fold, relation


def read(text: str, title: str = "") -> list[tuple[str, str, str]]:
    """(kind, words, canonical name) of each mention."""
    found = find_participants(text, title)
    return [(m.kind, m.text, m.value.names[0]) for m in found if isinstance(m.value, Names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The award went to Maria Lindqvist of the choir.", ("person", "Maria Lindqvist", "Maria Lindqvist")),
        ("The bill was signed by Gov. Thomas Hale on Monday.", ("person", "Thomas Hale", "Thomas Hale")),
        ("It was Interior Secretary Nora Whitfield who called.", ("person", "Nora Whitfield", "Nora Whitfield")),
        ("According to spokeswoman Zdenka Prkova the road is shut.", ("person", "Zdenka Prkova", "Zdenka Prkova")),
        ("It was paid by the Harbour Trust Foundation in May.", ("organisation", "Harbour Trust Foundation", "Harbour Trust Foundation")),
        ("Officers of the FBI were there.", ("organisation", "FBI", "FBI")),
        ("The ship left from Calif. at dawn.", ("place", "Calif", "California")),
        ("It was felt in southern Italy as well.", ("place", "southern Italy", "southern Italy")),
        ("They met in the village of Orrstadt at noon.", ("place", "Orrstadt", "Orrstadt")),
        ("A car hit a tree on Maple Street last night.", ("place", "Maple Street", "Maple Street")),
    ],
)
def test_a_name_is_of_its_kind(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_a_lone_surname_is_the_person_named_before_it() -> None:
    found = read("Clara Brandt opened the hall. Later Brandt left, and Mr. Brandt’s car followed.")
    assert [name for _, _, name in found] == ["Clara Brandt"] * 3


def test_of_two_relatives_the_nearest_is_meant() -> None:
    found = read("Clara Brandt spoke first. Then Otto Brandt rose. Brandt thanked the town.")
    assert found[-1] == ("person", "Brandt", "Otto Brandt")


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert ("person", "Clara Brandt", "Clara Brandt") in read("We saw Clara Brandt's house.")


def test_a_nickname_is_no_state() -> None:
    assert not [k for k, _, _ in read("They chose William “Mo” Cooper, a lawyer.") if k == "place"]


def test_sentence_openers_and_weekdays_are_no_names() -> None:
    assert read("Yesterday it rained. The roof leaked. On Monday nobody came.") == []


def test_a_title_lends_only_names_the_text_knows_where_every_word_has_a_capital() -> None:
    found = find_participants("Clara Brandt won the race.", "Brave Clara Brandt Wins Great Race In Driving Rain")
    assert [m.text for m in found if m.field == "title"] == ["Clara Brandt"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("John Roberts", "John G. Roberts Jr.", "form"),
        ("Mike Elliott", "Michael Elliott", "form"),
        ("Łucja Sánchez", "Lucja Sanchez", "same"),
        ("Eva Halberg", "Eva Halsberg", "spelling"),
        ("Peter Nils", "Peter Neels", "spelling"),
        ("Steven Mallory", "Stephen Mallory", "spelling"),
        ("Abdullah al-Karmi", "Abdallah al-Karmi", "form"),
        ("Karim al-Haddadi", "Karim al-Hadadi", "form"),
        ("Anna Brown", "Anna Crown", "different"),
        ("Linda Moreau", "Lena Moreau", "different"),
        ("Brandt", "Brandts", "different"),
    ],
)
def test_two_names_stand_to_each_other_as_an_editor_sees_them(a: str, b: str, expected: str) -> None:
    found = relation(a, b)
    assert found == expected or {found, expected} == {"form", "same"}
    assert relation(b, a) == found


@given(st.text(alphabet="abcDEF éÄ'-.", max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


_WORDS = ["Anna", "Berg", "said", "in", "Paris", "the", "U.S.", "Dr.", "of", "Bank", "“No,”", "al-Amin", "\n", ",", "and", "O'Hara"]


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_every_quote_is_the_slice_at_its_offsets(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find_participants(text, text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text


def test_a_row_of_capitals_without_end_is_no_name_and_costs_no_more_than_its_length() -> None:
    began = time.perf_counter()
    assert find_participants("Jan " * 25_000, "") == ()
    assert time.perf_counter() - began < 5  # it took minutes
