"""Names that only the story as a whole makes plain, and kinds that it settles."""

from __future__ import annotations

import time

from discrepancy.alignment.participants import participant_findings
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_settled import settled
from discrepancy.alignment.participants_unknown import with_unknown
from discrepancy.extraction.participants import find_participants
from discrepancy.model import Article, Mention, Names


def story(*texts: str, titles: tuple[str, ...] = ()) -> list[tuple[Article, tuple[Mention, ...]]]:
    articles = [Article(f"{i:02}", f"source {i}", titles[i - 1] if titles else "", text) for i, text in enumerate(texts, 1)]
    return [(a, find_participants(a.text, a.title)) for a in articles]


def told(read: list[tuple[Article, list[Mention]]]) -> list[list[tuple[str, str, str]]]:
    """(words, kind, canonical name) of each mention, by article."""
    return [[(m.text, m.kind, m.value.names[0]) for m in found if isinstance(m.value, Names)] for _, found in read]


BRAND = ("The phone was made by Kettu in Oulu.", "Kettu has not said when it will be sold.", "A rival laughed.")


def test_a_brand_that_two_articles_name_is_found_where_it_opens_a_sentence_too() -> None:
    first, second, third = told(with_unknown(lent(story(*BRAND))))
    assert ("Kettu", "organisation", "Kettu") in first
    assert second == [("Kettu", "organisation", "Kettu")]
    assert third == []


def test_what_stands_in_one_article_alone_or_never_inside_a_sentence_is_no_name() -> None:
    assert told(with_unknown(lent(story("It was made by Kettu.", "Nobody saw it.")))) == [[], []]
    assert told(with_unknown(lent(story("Rumours spread.", "Rumours spread again.")))) == [[], []]


def test_a_word_that_the_story_writes_in_lower_case_is_no_name() -> None:
    assert told(with_unknown(lent(story("He went to see Comet again.", "They saw Comet and another comet.")))) == [[], []]


def test_a_village_is_a_place_where_in_stands_before_it() -> None:
    first, second = told(with_unknown(lent(story("The dam in Hirekotte broke.", "Near Hirekotte nobody slept; people fled Hirekotte."))))
    assert ("Hirekotte", "place", "Hirekotte") in first
    assert {kind for _, kind, _ in second} == {"place"}


def test_mentions_are_what_stands_at_their_offsets() -> None:
    for article, found in with_unknown(lent(story(*BRAND, titles=("Kettu's phone", "", "Is Kettu late?")))):
        for m in found:
            assert article.field_text(m.field)[m.start : m.end] == m.text


def test_a_lone_surname_is_the_person_whom_another_article_names_in_full() -> None:
    read = settled(story("Eva Halberg swam. Halberg, 41, was cold.", "It was cold, Halberg said. Halberg swam."))
    assert {(kind, name) for _, kind, name in told(read)[0]} == {("person", "Eva Halberg")}
    full = told(lent(story("Eva Halberg swam.", "The judges liked Halberg. A crowd cheered Halberg.")))
    assert {(kind, name) for _, kind, name in full[1]} == {("person", "Eva Halberg")}


def test_a_firm_called_by_its_first_word_is_nobody() -> None:
    read = lent(
        story("The app Zipcoin Pay failed. Customers of Zipcoin queued. Then Zipcoin spoke.", "Fees of Zipcoin rose, and Zipcoin knew.")
    )
    assert {kind for found in told(read) for _, kind, _ in found} == {"organisation"}


def test_one_form_is_of_one_kind_in_all_articles() -> None:
    read = lent(
        story(
            "People in Vesele said so. Near Vesele it was quiet.",
            "The mayor of Vesele wept. Then Vesele slept, and all Vesele prayed.",
            "In Vesele it rained.",
        )
    )
    assert {kind for found in told(read) for _, kind, _ in found} == {"place"}


def test_articles_that_name_a_brand_agree() -> None:
    groups = participant_findings(story(*BRAND))
    assert [(g.topic, g.verdict, {a for _, _, held in g.values for a, _ in held}) for g in groups if g.topic == "Kettu"] == [
        ("Kettu", "agree", {"01", "02"})
    ]


def test_a_longer_name_of_a_body_takes_the_shorter_one_in_unless_it_is_an_everyday_word() -> None:
    topics = {
        g.topic: {a for _, _, held in g.values for a, _ in held}
        for g in participant_findings(
            story(
                "The Norrland Energy Company said no. It joined the Leaders Investment Club.",
                "Shares of Norrland Energy fell. The school has an Investment Club.",
                "The Norrland Energy Company rose. The Leaders Investment Club met. The Investment Club too.",
            )
        )
        if g.verdict == "agree"
    }
    assert any(by == {"01", "02", "03"} for name, by in topics.items() if "Norrland" in name)
    assert all(by != {"01", "02", "03"} for name, by in topics.items() if "Club" in name)


def test_based_tells_a_place_and_is_no_part_of_the_name_after_it() -> None:
    found = find_participants("The London-based Harrow Trust said so.", "")
    assert [(m.text, m.kind) for m in found] == [("London", "place"), ("Harrow Trust", "organisation")]


def test_what_stands_in_brackets_after_a_name_is_no_part_of_it() -> None:
    found = find_participants("Then Tim Ryan (Ohio) spoke.", "")
    assert [(m.text, m.kind) for m in found] == [("Tim Ryan", "person"), ("Ohio", "place")]


def test_what_lies_beside_a_place_or_shouts_its_name_names_it_too() -> None:
    groups = participant_findings(
        story("A bomb fell near Hirekotte.", "HIREKOTTE, India - It fell in Hirekotte.", "In Hirekotte it rained.")
    )
    assert [(g.topic, {a for _, _, held in g.values for a, _ in held}) for g in groups if g.kind == "place" and g.verdict == "agree"] == [
        ("Hirekotte", {"01", "02", "03"})
    ]
    assert all(g.confidence < 0.3 for g in groups if g.verdict != "agree")  # as sure as a difference must be to be shown


def test_a_headline_in_capitals_names_whom_the_story_names() -> None:
    read = story(
        "Eva Halberg of Kettu swam. Kettu cheered.", "HALBERG AND KETTU CHEERED BY CROWD\nKettu was glad of Eva Halberg.", "Nothing."
    )
    second = told(with_unknown(lent(read)))[1]
    assert ("HALBERG", "person", "Eva Halberg") in second
    assert ("KETTU", "organisation", "Kettu") in second


def test_a_long_line_in_capitals_costs_no_time() -> None:
    began = time.perf_counter()
    loud = "HALBERG SWAM " * 4_000
    with_unknown(lent(story(f"Eva Halberg swam.\n{loud}a", f"Halberg swam.\n{loud}")))
    assert time.perf_counter() - began < 5
