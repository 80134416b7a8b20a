"""Dates are found where they are said, nowhere else, and with the days they mean."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extraction.dates import find_dates
from discrepancy.model import DateValue
from tests.bench.date_recall import labelled

CORPUS = Path(__file__).parent.parent / "corpus" / "date.tsv"
ROWS = [line.split("\t") for line in CORPUS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def day(word: str) -> datetime.date | None:
    return None if word == "-" else datetime.date.fromisoformat(word)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} ({row[1]})" for row in ROWS])
def test_the_corpus_is_read_as_written(row: list[str]) -> None:
    marked, reference, low, high = row
    text = marked.replace("[", "").replace("]", "")
    found = find_dates(text, day(reference))
    if "[" not in marked:
        assert [m.text for m in found] == []
        return
    start, end = marked.index("["), marked.index("]") - 1
    assert [(m.start, m.end) for m in found] == [(start, end)], [m.text for m in found]
    value = found[0].value
    assert isinstance(value, DateValue)
    assert (value.low or "-", value.high or "-") == (low, high)
    assert value.resolved == ((low, high) != ("-", "-"))


def test_the_corpus_has_many_cases_and_no_two_that_differ_only_in_figures() -> None:
    shapes = {("".join("0" if c.isdigit() else c for c in row[0]), row[1], row[2]) for row in ROWS}
    assert len(ROWS) >= 150
    assert len(shapes) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left last Thursday.", {"weekday": 3}),
        ("He left on Sept. 14.", {"month": 9, "day": 14}),
        ("He left in mid-September.", {"month": 9, "part": "mid"}),
        ("He left late on Saturday.", {"weekday": 5, "part": "late"}),
        ("He left at 11:05 p.m. on Saturday.", {"weekday": 5, "hour": 23, "minute": 5}),
        ("He left three weeks ago.", {"days_ago": 21}),
        ("He left yesterday.", {"days_ago": 1}),
        ("The lights went out at 18.47.", {"hour": 18, "minute": 47}),
        ("He left at half past eight in the morning.", {"hour": 8, "minute": 30}),
        ("He left at a quarter to six in the evening.", {"hour": 17, "minute": 45}),
        ("He left around 2 in the morning.", {"hour": 2, "minute": 0}),
        ("The hall is open 9-11am.", {"hour": 9, "minute": 0}),
    ],
)
def test_without_a_reference_the_parts_said_are_kept_unresolved(text: str, parts: dict[str, int]) -> None:
    (mention,) = find_dates(text, None)
    assert isinstance(mention.value, DateValue)
    assert not mention.value.resolved
    assert (mention.value.low, mention.value.high) == (None, None)
    said = {name: getattr(mention.value.first, name) for name in mention.value.first.__slots__}
    assert {name: value for name, value in said.items() if value is not None and name != "dial"} == parts


@pytest.mark.parametrize(
    "text", ["Shares closed at 14.50.", "He averaged 18.47 points.", "It fell by 2.30.", "They lost the first half past repair."]
)
def test_a_figure_that_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_dates(text, None) == []


def test_a_weekday_that_does_not_fall_on_its_date_is_noted() -> None:
    (wrong,) = find_dates("It sank on Tuesday, March 7, 2011.", None)
    (right,) = find_dates("It sank on Monday, March 7, 2011.", None)
    assert isinstance(wrong.value, DateValue)
    assert isinstance(right.value, DateValue)
    assert wrong.value.note == "2011-03-07 is a Monday, not a Tuesday"
    assert right.value.note == ""


def test_a_date_just_before_lends_its_year_where_no_reference_is_known() -> None:
    near, far = find_dates("On July 3, 2014, July 5 was far. A great many things happened then, long after; on July 9 it ended.", None)[1:]
    assert isinstance(near.value, DateValue)
    assert isinstance(far.value, DateValue)
    assert near.value.low == "2014-07-05"
    assert far.value.low is None


def test_a_day_later_counts_from_the_day_the_story_has_named() -> None:
    later = find_dates("The dam broke on March 7, 2011. It was repaired three days later.", datetime.date(2018, 10, 15))[1]
    assert isinstance(later.value, DateValue)
    assert later.value.low == "2011-03-10"


HOSTILE = {
    "months": "Jan " * 5000,
    "digits": "1" * 100_000,
    "slashes": "1/" * 50_000,
    "colons": "9:9:" * 20_000,
    "mays": "may " * 20_000,
    "dates": "May 5, 2018 to " * 5000,
    "years": "1999-" * 20_000,
    "spaces": "May" + " " * 100_000 + "5",
    "blank lines": "\n \n" * 30_000,
    "counts": "a couple of " * 10_000,
    "edges": "early mid-late " * 8000,
    "one word": "x" * 100_000,
    "brackets": "5 p.m. (" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_longer_than_its_length_allows(name: str) -> None:
    find_dates("warm up on May 5", None)
    start = time.process_time()
    find_dates(HOSTILE[name], datetime.date(2018, 10, 15))
    assert time.process_time() - start < 2  # on a free machine at most 0.5 s; a quadratic reader takes minutes


WORDS = st.sampled_from(
    [
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "before",
        "after",
        "early",
        "mid",
        "late",
        "-",
        "–",
        ",",
        ".",
        "'",
        "(",
        ")",
        ":",
        "/",
        "a",
        "an",
        "one",
        "two",
        "3",
        "5",
        "11",
        "30",
        "31",
        "2014",
        "1999",
        "99",
        "'90s",
        "1980s",
        "Q1",
        "p.m.",
        "am",
        "noon",
        "midnight",
        "night",
        "morning",
        "Monday",
        "Fri.",
        "Sept.",
        "May",
        "march",
        "14th",
        "first",
        "last",
        "next",
        "this",
        "past",
        "week",
        "weeks",
        "month",
        "year",
        "years",
        "ago",
        "later",
        "earlier",
        "quarter",
        "half",
        "day",
        "weekend",
        "century",
        "Christmas",
        "Day",
        "New",
        "Year's",
        "summer",
        "fall",
        "yesterday",
        "today",
        "about",
        "just",
        "around",
        "GMT",
        "Eastern\n\n",
        "\xa0",
        "9/11",
        "2015-11-30",
        "12/31/99",
        "0",
        "Feb",
        "29",
        "30",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)), st.booleans()
)
def test_any_text_is_read_without_error_and_every_mention_is_its_slice(text: str, dated: bool) -> None:
    found = find_dates(text, datetime.date(2020, 2, 29) if dated else None)
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert isinstance(mention.value, DateValue)
        if mention.value.low and mention.value.high:
            assert mention.value.low <= mention.value.high
        at = mention.end


@given(
    st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)),
    st.sampled_from(["%B {d}, %Y", "{d} %B %Y", "%Y-%m-%d", "%A, %B {d}, %Y", "the {d}th of %B, %Y"]),
)
def test_a_date_written_out_reads_back_as_itself(when: datetime.date, form: str) -> None:
    (mention,) = find_dates(f"It happened on {when.strftime(form).format(d=when.day)}.", None)
    assert isinstance(mention.value, DateValue)
    assert mention.value.low == mention.value.high == when.isoformat()
    assert mention.value.note == ""


@given(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2050, 1, 1)))
def test_a_weekday_is_the_nearest_past_and_the_same_day_is_today(reference: datetime.date) -> None:
    for back in range(7):
        told = reference - datetime.timedelta(days=back)
        (mention,) = find_dates(f"He resigned on {told:%A}.", reference)
        assert isinstance(mention.value, DateValue)
        assert mention.value.low == told.isoformat()


STAMPS = ["2014-11-03T08:30:00Z", "Mon, 3 Nov 2014 08:30:00 +0000", "Mon Nov 3 08:30:00 2014", "2014-11-03 08:30:15"]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_time_stamp_is_one_date(stamp: str) -> None:
    found = find_dates(f"Posted {stamp} by the desk on Friday.", None)
    assert [m.text for m in found] == [stamp, "Friday"]
    assert isinstance(found[0].value, DateValue)
    assert found[0].value.low == "2014-11-03T08:30"


GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "dev"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled stories are not beside the repository")
def test_the_labelled_dates_of_the_dev_stories_are_found() -> None:
    found = [ok for story in sorted(GOLD.iterdir()) if (story / "gold.json").exists() for _, _, ok in labelled(story)]
    assert sum(found) / len(found) >= 0.935
