"""The corpora hold enough cases, and no two of a kind that differ only in digits, number words, units, currencies or names."""

from __future__ import annotations

import calendar
import collections
import re
from functools import cache
from pathlib import Path

import pytest

from discrepancy.normalise import money, number, unit

CORPUS = Path(__file__).parents[1] / "corpus"
KINDS = sorted(path.stem for path in CORPUS.glob("*.tsv"))
LEAST = 150
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+|[^\w\s]")
_CALENDAR = frozenset(
    calendar.month_name[1:] + calendar.month_abbr[1:] + calendar.day_name[:] + calendar.day_abbr[:] + ["Sept", "Tues", "Thurs"]
)


@cache
def _numbers() -> frozenset[str]:
    return frozenset((*number.cardinals(), *number.scales(), "bn", "mn", "tn", "k", "m", "b"))


@cache
def _units() -> frozenset[str]:
    spelled = (word for names in (unit.names(), money.words(), money.minor()) for word in names if " " not in word)
    return frozenset((*spelled, *(symbol.lower() for symbol in (*unit.symbols(), *money.signs()))))


def shape(sentence: str) -> str:
    """The sentence with its numbers, units and names taken out: "Ana ran [12 km]." and "Bo ran [9 miles]." have one shape."""
    words = []
    for place, match in enumerate(_TOKEN.finditer(sentence)):
        word = match.group()
        low = word.lower()
        if low.isdigit() or low in _numbers():
            words.append("#")
        elif word in _CALENDAR or (word[0].isupper() and place > 1):
            words.append("Name")
        else:
            words.append("u" if low in _units() else low)
    told = " ".join(words)
    return re.sub(r"(?:# ?[,.:-]? ?)+", "# ", re.sub(r"Name(?: Name)+", "Name", told))


def sentences(kind: str) -> list[str]:
    lines = (CORPUS / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line.strip() and not line.startswith("#")]


def test_the_shape_of_a_case_is_what_is_left_without_figures_units_and_names() -> None:
    assert shape("The mast is [60 feet] away.") == shape("The mast is [2.5 km] away.") == shape("The mast is [forty-one miles] away.")
    assert shape("Fans of Lima paid [$5].") == shape("Fans of Oslo paid [£1.2m].")
    assert shape("The mast is [60 feet] away.") != shape("The mast is [about 60 feet] away.")


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_enough_cases_and_no_two_of_one_shape(kind: str) -> None:
    shapes = collections.Counter(map(shape, sentences(kind)))
    assert [told for told, count in shapes.items() if count > 1] == []
    assert len(shapes) >= LEAST
