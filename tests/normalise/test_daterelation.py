"""How two dates stand to each other: the verdicts an editor would give, and the laws that hold for any two dates."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from discrepancy.extraction.dates import find_dates
from discrepancy.model import DateValue
from discrepancy.normalise.date_axes import AXES, axes
from discrepancy.normalise.daterelation import relate, same, stated

REFERENCE = datetime.date(2018, 10, 15)


def date(text: str, reference: datetime.date | None = None) -> DateValue:
    """The one date in a text."""
    (mention,) = find_dates(text, reference)
    assert isinstance(mention.value, DateValue)
    return mention.value


EQUAL = [
    ("at noon", "at 12:00 p.m."),
    ("Friday", "on Friday"),
    ("Friday", "last Friday"),
    ("Sept. 11, 2001", "11 September 2001"),
    ("Sept. 14", "Friday, Sept. 14"),
    ("from 2009 to 2013", "in 2009-2013"),
    ("shortly after 8:30 p.m.", "just after 8 : 30 p. m."),
    ("around 7 p.m.", "about 7pm"),
    ("since January", "in January"),
    ("since 2006", "in 2006"),
    ("in the 1990s", "in the '90s"),
    ("by Tuesday", "by Tuesday"),
    ("in Q3", "in the third quarter"),
    ("at five o'clock", "at 5 p.m."),
    ("at five o'clock", "at 5 a.m."),
    ("at 3:40 on Friday", "at 3:40 p.m. on Friday"),
    ("at 5 p.m.", "Friday at 5 p.m."),
    ("at 5:14 a.m. EDT", "0914 GMT"),
    ("at 10:14 p.m. EDT Friday", "0214 GMT on Saturday"),
    ("at 9 a.m. ET", "1300 GMT"),
    ("at 9 a.m. ET", "1400 GMT"),
]
WITHIN = [
    ("June 10", "in June"),
    ("in 2014", "on June 3, 2014"),
    ("in September", "September 2010"),
    ("Friday night", "on Friday"),
    ("Saturday night", "11:05 p.m. on Saturday"),
    ("in the 1980s", "in 1985"),
    ("in the mid-90s", "in 1995"),
    ("in the 1970s", "in the early 1970s"),
    ("in 2010", "in January 2010"),
    ("from April to June", "between April 22 and June 5, 2026"),
    ("in 1978", "from 1974 to 1978"),
    ("around 10pm", "at 10:20 p.m."),
    ("12:32 p.m.", "around 12.30pm"),
    ("Friday", "Friday, Sept. 14"),
    ("by 2036", "in 2036"),
    ("last week", "last month"),
    ("early April", "April 12"),
    ("Sunday", "Sunday about 1818 GMT"),
    ("on Valentine's Day", "in February"),
    ("between January 2016 and December 2018", "from 2016 to 2018"),
    ("three decades ago", "decades ago"),
    ("40 years ago", "years ago"),
    ("at half past eight in the morning", "at 8:40 a.m."),
]
DISJOINT = [
    ("on Tuesday", "on Wednesday"),
    ("Sept. 14", "Sept. 15"),
    ("in mid-May", "April 30"),
    ("since 2002", "since 2003"),
    ("from 1967 to 1979", "from 1966 to 1978"),
    ("at 11:05 p.m.", "just after midnight"),
    ("just before midnight", "just after midnight"),
    ("in the morning", "at night"),
    ("Friday morning", "Friday night"),
    ("this morning", "last night"),
    ("around midday on Friday", "early on Friday"),
    ("in 2014", "in 2015"),
    ("August 2013", "Aug. 4, 2014"),
    ("three years ago", "last year"),
    ("Saturday night", "Sunday"),
    ("by the end of March", "in April"),
    ("on Valentine's Day", "in April"),
    ("before 1991", "in 1995"),
    ("in the 1980s", "in 1991"),
    ("at 5:21 a.m. EDT", "0914 GMT"),
    ("at 9 a.m. ET", "1500 GMT"),
    ("at 03:40 on Friday", "at 3:40 p.m. on Friday"),
    ("at five o'clock in the morning", "at 5 p.m."),
    ("yesterday", "years ago"),
]
OVERLAP = [
    ("late Saturday night", "early on Sunday"),
    ("about 11:05 p.m. on Saturday", "around midnight"),
    ("after 2036", "in 2036"),
    ("in 2014", "in June"),
]
UNKNOWN = [
    ("today", "Friday"),
    ("yesterday", "today"),
    ("last year", "in 2013"),
    ("3 p.m.", "4 p.m. ET"),
]
BY_KIND = (("equal", EQUAL), ("within", WITHIN), ("disjoint", DISJOINT), ("overlap", OVERLAP), ("unknown", UNKNOWN))
PAIRS = [(a, b, kind) for kind, pairs in BY_KIND for a, b in pairs]


@pytest.mark.parametrize(("a", "b", "kind"), PAIRS)
def test_dates_without_a_reference_are_set_against_each_other_by_what_they_say(a: str, b: str, kind: str) -> None:
    assert relate(date(a), date(b)).kind == kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("He left on Thursday.", "He left on Oct. 11.", "equal"),
        ("He left on Thursday.", "He left last week.", "within"),
        ("He left two years ago.", "He left in 2016.", "overlap"),
        ("He left yesterday.", "He left on Sunday.", "equal"),
        ("He left last night.", "He left on Sunday night.", "equal"),
        ("He left on Thursday.", "He left on Friday.", "disjoint"),
        ("He left in September.", "He left in September 2010.", "within"),
        ("He left in September.", "He left in October.", "disjoint"),
        ("He left last week.", "He left last month.", "disjoint"),
        ("He left earlier this month.", "He left last year.", "disjoint"),
        ("He left three weeks ago.", "He left on September 26.", "within"),
        ("He left in the summer.", "He left between June and July 2016.", "within"),
        ("He left a day ago.", "He left on Friday.", "disjoint"),
    ],
)
def test_resolved_dates_are_set_against_each_other_by_their_days(a: str, b: str, kind: str) -> None:
    assert relate(date(a, REFERENCE), date(b, REFERENCE)).kind == kind


def test_the_reason_is_a_plain_clause() -> None:
    assert relate(date("June 10"), date("in June")).reason == "June 10 lies in June"
    assert relate(date("on Tuesday"), date("on Wednesday")).reason == "Tuesday is not Wednesday"
    clause = "11:05 p.m. and just after midnight are different times of day"
    assert relate(date("at 11:05 p.m."), date("just after midnight")).reason == clause
    assert same(date("at noon"), date("at 12:00 p.m."))
    assert not same(date("on Friday"), date("Friday night"))


def test_what_is_stated_of_an_open_year_is_the_year() -> None:
    assert stated(date("since 2009")) == ("2009-01-01", "2009-12-31")
    assert stated(date("by 1900")) == ("1900-01-01", "1900-12-31")
    assert stated(date("until May 3, 2010")) == (None, "2010-05-03")


POINTS = [text for a, b, _ in PAIRS for text in (a, b)]
values = st.builds(date, st.sampled_from(POINTS), st.sampled_from([None, REFERENCE, datetime.date(2015, 3, 2)]))


@settings(deadline=None)
@given(values, values)
def test_the_relation_is_symmetric(a: DateValue, b: DateValue) -> None:
    assert relate(a, b) == relate(b, a)


@given(values)
def test_a_date_is_the_same_as_itself(a: DateValue) -> None:
    assert same(a, a)


days = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2010, 1, 1))


def spanned(low: datetime.date, high: datetime.date) -> DateValue:
    """A resolved span with nothing but its days."""
    return replace(date("from 1990 to 1995"), low=low.isoformat(), high=high.isoformat(), relation="between", granularity="day")


@given(st.lists(days, min_size=4, max_size=4), st.integers(0, 900), st.integers(0, 900))
def test_a_wider_interval_never_turns_an_overlap_into_a_gap(ends: list[datetime.date], before: int, after: int) -> None:
    a, b = spanned(*sorted(ends[:2])), spanned(*sorted(ends[2:]))
    assume(relate(a, b).kind != "disjoint")
    assert a.low is not None
    assert a.high is not None
    low, high = (datetime.date.fromisoformat(x) for x in (a.low, a.high))
    wider = spanned(low - datetime.timedelta(days=before), high + datetime.timedelta(days=after))
    assert relate(wider, b).kind != "disjoint"


@given(values)
def test_every_stretch_runs_forwards(a: DateValue) -> None:
    for axis, stretch in axes(a).items():
        assert axis in AXES
        assert stretch.low is None or stretch.high is None or stretch.low <= stretch.high


def test_a_stretch_up_to_today_is_not_the_day_it_starts_on() -> None:
    assert relate(date("over the past two weeks"), date("two weeks ago")).kind != "equal"
    assert relate(date("over the past two weeks"), date("in the past 2 weeks")).kind == "equal"
