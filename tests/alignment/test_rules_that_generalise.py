"""Guards that hold on stories nobody labelled: what a rule must see before two articles are said to disagree."""

from __future__ import annotations

from tests.alignment.test_participants import flagged, whether, who


def test_a_suspect_named_here_is_only_described_there() -> None:
    groups = who(
        "A fire broke out on Monday. Otto Lang, 41, was charged with arson.",
        "A fire broke out on Monday. A bus driver was charged with arson.",
    )
    group = next(g for g in groups if g.verdict == "imprecise")
    assert [v[2][0][1].text for v in group.values] == ["Otto Lang", "A bus driver"]


def test_two_suspects_are_not_one_described() -> None:
    groups = who(
        "Otto Lang, 41, was charged with arson. Clara Brandt was charged with theft.",
        "A fire broke out on Monday. A bus driver was charged with arson.",
    )
    assert ("person", "imprecise") not in flagged(groups)


def test_an_article_that_names_the_suspect_later_is_not_less_precise() -> None:
    text = "A bus driver was charged with arson. Neighbours knew Lang well."
    assert flagged(who("Otto Lang, 41, was charged with arson.", text)) == []


def test_a_lone_surname_of_an_article_without_the_full_name_is_somebody_else() -> None:
    full = "Clara Halberg found it. Ms. Halberg was glad."
    assert flagged(who(full, "Mr. Halborg, who led the search, was glad.")) == []


def test_what_somebody_calls_untrue_and_only_one_of_three_tells_is_no_conflict() -> None:
    denial = "A viral report spreads. The report that Clara Brandt sold the lighthouse to a circus is false."
    told = "Clara Brandt sold the lighthouse to a travelling circus last week. Neighbours were stunned."
    other = "The harbour has a new crane, and the ferry sails again on Sundays."
    assert flagged(whether(denial, told, other)) == []
    assert ("polarity", "conflict") in flagged(whether(denial, told, told.replace("stunned", "sad")))


def test_a_denied_figure_is_not_affirmed_by_another() -> None:
    denial = "Otto Lang did not earn 72 million dollars by trading shares."
    assert flagged(whether(denial, "Otto Lang did earn 9 million dollars by trading shares.")) == []
    assert flagged(whether(denial, "Otto Lang did earn 72 million dollars by trading shares.")) == [("polarity", "conflict")]


def test_who_speaks_in_the_same_article_is_not_silent() -> None:
    silent = "Northwind Ferries did not respond to a request for comment."
    speaks = "Northwind Ferries said the boat was sound."
    assert flagged(whether(silent, speaks)) == [("polarity", "conflict")]
    assert flagged(whether(f"{silent} Northwind Ferries said on Monday that it was looking.", speaks)) == []


def test_one_office_with_two_given_names_is_a_conflict_unless_one_is_short_for_the_other() -> None:
    first = "The verdict was read on Monday by Judge Nora Lindahl before a full court."
    assert ("person", "conflict") in flagged(who(first, "He showed no remorse, Judge Berit Lindahl told reporters."))
    assert ("person", "conflict") in flagged(who(first, "In spring Berit Lindahl, the judge, will retire."))
    assert ("person", "conflict") not in flagged(who(first, "Outside, Berit Lindahl, a neighbour, sold cakes."))
    assert ("person", "conflict") not in flagged(who(first, "Judge Nora Lindahl smiled. Judge Berit Lindahl did not."))
    assert ("person", "conflict") not in flagged(who("Mayor Tom Harrow cut the ribbon.", "Mayor Tommaso Harrow sang."))
