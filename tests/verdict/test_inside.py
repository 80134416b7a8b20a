"""An article that contradicts itself is found where its grammar leaves no other reading, and nowhere else."""

from __future__ import annotations

import datetime

import pytest

from discrepancy.model import Amount, Article, Story
from discrepancy.model.group import Group, with_sources
from discrepancy.model.settings import Settings
from discrepancy.pipeline import _insides, compare_story, read_figures
from discrepancy.verdict.inside import inside_findings

DAY = datetime.date(2026, 3, 11)
"""A Wednesday."""


def found(text: str, title: str = "", day: datetime.date | None = DAY) -> list[Group]:
    article = Article("a", "North Post", title, text, published=day)
    return inside_findings([(article, read_figures(article))])


CLASHES = [
    ("Twelve people died: seven men and six women.", "a says Twelve people, but its parts, seven men and six women, are 7 + 6 = 13."),
    ("The wave took 12 lives; 9 dead (4 men, 3 women and 4 children).", "4 + 3 + 4 = 11"),
    ("Turnover rose 10% from $50 million to $60 million.", "|60 million − 50 million| ÷ 50 million = 20%."),
    ("Turnover rose from $50 million in 2019 to $60 million in 2020, a 10 percent increase.", "= 20%."),
    ("The share fell 12 percent to $38 from $55.", "|38 − 55| ÷ 55 = 30.9%."),
    ("Membership rose by 900, from 41,200 to 41,700.", "|41,700 − 41,200| = 500."),
    ("The shaft is 19 feet (5 metres) deep.", "a says 19 feet, but turns it into 5 metres: 5 metre is 16.404 foot."),
    ("It opened on Friday, March 12, 2026.", "a says Friday, March 12, 2026, but 2026-03-12 is a Thursday."),
    ("It opened on Monday, March 10.", "but 2026-03-10 is a Tuesday."),
    ("The clerk, 54, born in 1950, resigned.", "a says 54, but who was born in 1950 was 75 or 76 on 2026-03-11."),
]
NOTHING = [
    "Twelve people died: seven men and five women.",
    "Twelve people died, including seven men and six women.",
    "Twelve people died: seven men, four women and others.",
    "About 12 people died: seven men and six women.",
    "Twelve houses burned: seven men and six women fled.",
    "Turnover rose 20% from $50 million to $60 million.",
    "Turnover rose about 10% from $50 million to $60 million.",
    "Turnover rose 10% a year, from $50 million to $60 million.",
    "The rate rose 2 percent from 5 percent to 7 percent.",
    "Membership rose by 200, from 1,000 to 1,300.",
    "Staff fell 10 percent from 2015 to 2016.",
    "The tunnel is 35 miles (56 kilometers) long.",
    "The tunnel is about 1,000 feet (300 meters) long.",
    "It opened on Thursday, March 12, 2026.",
    "It opened on Monday, June 10.",
    "The clerk, 54, born in 1971, resigned.",
    "The clerk, 54, whose son was born in 1999, resigned.",
]


@pytest.mark.parametrize(("text", "told"), CLASHES)
def test_a_contradiction_is_told_with_its_arithmetic(text: str, told: str) -> None:
    (group,) = found(text)
    assert told in with_sources(group.explanation, str)
    assert group.verdict == "conflict"
    assert "internal" in group.causes
    assert len(group.values) == 2
    for _, _, held in group.values:
        for _, mention in held:
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_an_innocent_reading_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_parts_are_named_as_part_and_whole() -> None:
    (group,) = found("Twelve people died: seven men and six women.")
    assert group.causes == ("internal", "part-whole")
    together = group.values[1][2][0][1]
    assert isinstance(together.value, Amount)
    assert together.value.value == 13


def test_without_a_day_of_the_article_a_date_without_a_year_and_an_age_prove_nothing() -> None:
    assert found("It opened on Monday, March 10.", day=None) == []
    assert found("The clerk, 54, born in 1950, resigned.", day=None) == []


def test_others_who_name_the_right_weekday_stand_against_a_wrong_one() -> None:
    one = Article("a", "North Post", "", "The new lock at Norlund opened on Monday, March 10, with a fair.", published=DAY)
    two = Article("b", "South Mail", "", "On Tuesday the new lock at Norlund was opened.", published=DAY)
    three = Article("c", "East Wire", "", "On Tuesday the mayor spoke.", published=DAY)
    (group,) = inside_findings([(a, read_figures(a)) for a in (one, two, three)])
    assert with_sources(group.explanation, str) == "a says Monday, March 10, but 2026-03-10 is a Tuesday, as b says."
    assert [[(a, m.text) for a, m in held] for _, _, held in group.values] == [[("a", "Monday, March 10")], [("b", "Tuesday")]]


TITLE = "Mudslide at Norlund quarry buries nine miners"


def test_a_headline_that_its_text_does_not_bear_out() -> None:
    (group,) = found("A mudslide at the Norlund quarry buried seven miners on Tuesday, the company said.", TITLE)
    assert group.explanation.replace("\ue000a\ue001", "North Post").startswith(
        "The headline of North Post says nine miners, its text seven miners: "
    )


def test_a_stretch_of_time_is_held_against_one_that_leads_on_to_the_same_word() -> None:
    title = "Miner dies four days after mudslide at Norlund quarry"
    assert len(found("A miner hurt in the mudslide at Norlund quarry died on Tuesday, three days after the slide.", title)) == 1
    assert found("A miner hurt in the mudslide at Norlund quarry died on Tuesday, three days before Easter.", title) == []


@pytest.mark.parametrize(
    "text",
    [
        "A mudslide at the Norlund quarry buried nine miners on Tuesday. Seven miners were freed.",
        "A mudslide at the Norlund quarry buried at least seven miners on Tuesday.",
        "Rescuers freed seven miners on Tuesday, the company said.",
        "A mudslide at the Norlund quarry buried seven trucks on Tuesday.",
    ],
)
def test_a_headline_that_its_text_allows(text: str) -> None:
    assert found(text, TITLE) == []


def test_the_report_carries_it_with_its_cause() -> None:
    one = Article("01", "North Post", "", "The ferry sank. Twelve people died: seven men and six women.", published=DAY)
    two = Article("02", "South Mail", "", "The ferry sank off the coast.", published=DAY)
    (finding,) = (f for f in compare_story(Story((one, two))).findings if "internal" in f.causes)
    assert finding.explanation == "North Post says Twelve people, but its parts, seven men and six women, are 7 + 6 = 13."
    assert [(v.low, v.high) for v in finding.values] == [("12", "12"), ("13", "13")]


def test_what_a_finding_tells_already_is_not_told_again() -> None:
    article = Article("01", "North Post", "", "Twelve people died: seven men and six women.", published=DAY)
    figures = [read_figures(article)]
    (known,) = compare_story(Story((article,))).findings
    assert len(_insides([article], figures, [], Settings())) == 1
    assert _insides([article], figures, [known], Settings()) == []


@pytest.mark.parametrize("text", ["\ue002N9\ue003: \ue002N0\ue003 and 4 men died.", "(" * 3000 + "12 men (" * 400, "12 men, " * 2000])
def test_hostile_marks_do_no_harm(text: str) -> None:
    assert found(text) == []
