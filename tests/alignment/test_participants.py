"""Which names and clauses of different articles are put together, and with what verdict."""

from __future__ import annotations

import time

import pytest

from discrepancy.alignment.participants import participant_findings
from discrepancy.alignment.polarity import polarity_findings
from discrepancy.extraction.participants import find_participants
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Article, Polarity
from discrepancy.model.group import Group


def story(*texts: str) -> list[Article]:
    return [Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1)]


def who(*texts: str) -> list[Group]:
    return participant_findings([(a, find_participants(a.text, a.title)) for a in story(*texts)])


def whether(*texts: str) -> list[Group]:
    return polarity_findings([(a, find_polarity(a.text, a.title)) for a in story(*texts)])


def flagged(groups: list[Group]) -> list[tuple[str, str]]:
    return [(g.kind, g.verdict) for g in groups if g.verdict != "agree"]


def test_one_name_spelt_in_two_ways_is_a_conflict() -> None:
    groups = who("The keeper, Eva Halberg, 41, found it.", "It was found by Eva Halsberg, 41, the keeper.")
    conflict = next(g for g in groups if g.verdict == "conflict")
    assert conflict.causes == ("spelling",)
    assert [v[0] for v in conflict.values] == ["Eva Halberg", "Eva Halsberg"]


def test_a_name_misspelt_within_one_article_is_internal() -> None:
    groups = who("Eva Halberg found it. “It lay there,” said Halbreg.", "It was Eva Halberg who found it.")
    assert [g.causes for g in groups if g.verdict == "conflict"] == [("spelling", "internal")]


def test_initials_short_forms_and_marks_are_no_conflict() -> None:
    groups = who("Judge Michael P. Sánchez ruled.", "The ruling of Mike Sanchez came late.")
    assert flagged(groups) == []
    assert any(g.verdict == "agree" and len(g.values) == 1 for g in groups)


def test_two_sisters_are_two_persons() -> None:
    text = "Anna Marlow and Hanna Marlow sang. Hanna Marlow led and Anna Marlow followed."
    assert flagged(who(text, text + " It rained.")) == []


def test_the_same_words_given_to_two_speakers_are_a_conflict() -> None:
    words = "“We have not seen a single boat come back from the reef since the storm,”"
    groups = who(f"The pier was empty. {words} said Clara Brandt, the harbour master.", f"Nobody slept. {words} Otto Lang said.")
    conflict = next(g for g in groups if g.verdict == "conflict")
    assert {v[0] for v in conflict.values} == {"Clara Brandt", "Otto Lang"}


def test_the_same_words_of_one_speaker_are_none() -> None:
    words = "“We have not seen a single boat come back from the reef since the storm,”"
    assert flagged(who(f"{words} said Clara Brandt.", f"{words} Ms. Brandt said. Clara Brandt is the harbour master.")) == []


def test_a_town_and_the_state_round_it_are_imprecise() -> None:
    groups = who(
        "A gas explosion destroyed a bakery in Denver, Colorado on Friday, wounding nine customers.",
        "A gas explosion destroyed a bakery in Colorado on Friday and wounded nine customers.",
    )
    assert ("place", "imprecise") in flagged(groups)
    assert not any(g.verdict == "conflict" for g in groups)


def test_an_article_that_names_town_and_state_agrees_with_one_that_names_the_town() -> None:
    text = "A gas explosion destroyed a bakery in Denver, Colorado on Friday, wounding nine customers."
    assert flagged(who(text, text.replace(", Colorado", ""))) == []


def test_a_denial_and_its_affirmation_are_a_conflict() -> None:
    groups = whether(
        "The lighthouse is not owned by Clara Brandt, a lawyer said.",
        "Visitors like the tower. The lighthouse was owned by Clara Brandt for years.",
    )
    assert flagged(groups) == [("polarity", "conflict")]
    assert {v[1] for v in groups[0].values} == {"yes", "no"}


def test_a_question_or_possibility_affirms_nothing() -> None:
    denied = "The lighthouse is not owned by Clara Brandt, a lawyer said."
    assert whether(denied, "Is the lighthouse owned by Clara Brandt? Nobody knew.") == []
    assert whether(denied, "Neighbours asked whether the lighthouse was owned by Clara Brandt.") == []


def test_silence_against_a_statement_is_a_conflict_by_update() -> None:
    groups = whether(
        "The roof fell in. The Harbour Ministry declined to comment.",
        "The roof fell in. The Harbour Ministry said it was looking into the fall of the roof.",
    )
    assert flagged(groups) == [("polarity", "conflict")]
    assert "update" in groups[0].causes


def test_a_suspect_sought_and_a_suspect_caught_exclude_each_other() -> None:
    groups = whether("Police were searching for the gunman last night.", "The gunman was arrested at noon.")
    assert flagged(groups) == [("polarity", "conflict")]


def test_the_order_of_the_articles_changes_no_verdict() -> None:
    texts = ["The keeper, Eva Halberg, 41, found it.", "It was found by Eva Halsberg, 41, the keeper.", "Eva Halberg is the keeper."]
    assert sorted(flagged(who(*texts))) == sorted(flagged(who(*reversed(texts))))


def test_one_article_alone_disagrees_with_nobody() -> None:
    assert whether("The lighthouse is not owned by Clara Brandt. The lighthouse was owned by Clara Brandt.") == []
    assert who("") == []


def test_named_recipients_and_described_ones_are_imprecise_and_bystanders_stay_out() -> None:
    groups = who(
        "The letter was addressed to Senators Nora Whitfield and Paul Hale. Senators Amy Reed and Carl Moss plan a bill.",
        "In a letter addressed to US senators, the firm complained. Senators Amy Reed and Carl Moss plan a bill.",
        "The letter to lawmakers was long.",
    )
    found = next(g for g in groups if g.verdict == "imprecise")
    said = [m.text for v in found.values for _, m in v[2]]
    assert sorted(said) == ["Senators Nora Whitfield and Paul Hale", "US senators", "lawmakers"]


def test_a_minister_by_name_and_the_ministry_are_imprecise() -> None:
    groups = who(
        "Transport Secretary Nora Whitfield ordered the ferries to stay in port after the storm broke two masts.",
        "The Transport Department ordered the ferries to stay in port after the storm broke two masts.",
    )
    found = next(g for g in groups if g.verdict == "imprecise")
    assert {m.text for v in found.values for _, m in v[2]} == {"Transport Secretary Nora Whitfield", "The Transport Department"}


def test_a_body_that_does_something_else_is_not_put_beside_the_minister() -> None:
    groups = who(
        "Transport Secretary Nora Whitfield ordered the ferries to stay in port after the storm broke two masts.",
        "Nobody at the Transport Department answers letters about parking fines in winter.",
    )
    assert flagged(groups) == []


def test_a_sister_taken_for_her_sister_is_a_conflict() -> None:
    groups = who(
        "Council member Laura Moreau was elected chair of the harbour board on Friday by a single vote.",
        "Linda Moreau was elected chair of the harbour board by a single vote.",
    )
    assert ("person", "conflict") in flagged(groups)


def test_the_same_words_told_to_two_outlets_are_a_conflict() -> None:
    words = "“We have not seen a single boat come back from the reef since the storm,”"
    groups = who(f"{words} Clara Brandt told the Harbour Daily News.", f"{words} Clara Brandt told WXKB.")
    assert ("organisation", "conflict") in flagged(groups)


def test_a_place_in_one_frame_said_more_closely_is_imprecise() -> None:
    filler = "The fair opened with songs and a long speech by the mayor. " * 12
    groups = who(
        filler + "The missing sculptor, originally from Denver, Colorado, was found asleep in a barn by two hikers.",
        filler + "The missing sculptor, originally from Colorado, was found asleep in a barn by two hikers.",
    )
    assert ("place", "imprecise") in flagged(groups)


def test_a_hoax_and_an_article_that_tells_it_are_a_conflict() -> None:
    groups = whether(
        "A viral report spreads. The report that Clara Brandt sold the lighthouse to a circus is false.",
        "Clara Brandt sold the lighthouse to a travelling circus last week. Neighbours were stunned.",
    )
    assert ("polarity", "conflict") in flagged(groups)


def test_what_was_not_denied_is_no_denial() -> None:
    said = [m.value for m in find_polarity("It is a rumour that she has not denied.", "")]
    assert not any(isinstance(v, Polarity) and v.predicate == "true" for v in said)


def test_a_nation_within_a_nation_is_imprecise() -> None:
    groups = who(
        "A Scottish sailor was pulled from the sea off the reef on Sunday after two days on a raft.",
        "A British sailor was pulled from the sea off the reef after two days on a raft, the coast guard said.",
    )
    assert ("person", "imprecise") in flagged(groups)


@pytest.mark.parametrize(
    "piece", ["Xa ", "Ann Lee. ", "No one was very ", "“we went to the sea today for fish” said Ann Lee. ", "Bank of the ", '"']
)
def test_repeated_words_are_read_in_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.process_time()
        who(text, text)
        whether(text, text)
        return time.process_time() - began

    seconds(2_000)
    assert seconds(40_000) < 40 * max(0.02, seconds(4_000))  # ten times the words; a quadratic rule takes a hundred times as long
