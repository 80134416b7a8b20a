"""The session: what each act of a reviewer does to what is shown and chosen, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.review.choice import Filters, cause_counts, kind_counts, matches, same_finding, shown, speaker_counts, verdict_counts
from discrepancy.review.loaded import Loaded
from discrepancy.review.session import Session
from tests.tui import fake


@pytest.fixture
def session() -> Session:
    return Session(fake.loaded())


def topics(session: Session) -> list[str]:
    return [finding.topic for finding in session.shown]


def test_differences_are_shown_and_agreements_counted(session: Session) -> None:
    assert len(session.shown) == 11
    assert session.counts == {"conflict": 5, "imprecise": 6, "agree": 2}
    assert session.chosen is session.report.findings[0]


def test_moves_stay_within_bounds(session: Session) -> None:
    assert not session.move(-1)
    assert session.move(3)
    assert session.index == 3
    assert session.move(100)
    assert session.index == 10
    assert not session.move(1)


def test_another_finding_starts_at_its_first_statement(session: Session) -> None:
    session.move(1)
    session.move_place(4)
    assert session.statement is not None
    assert (session.statement.mention.article, session.statement.mention.field) == ("02", "title")
    session.move(1)
    assert session.place == 0


def test_statements_are_chosen_within_bounds(session: Session) -> None:
    assert not session.move_place(-1)
    session.move_place(99)
    assert session.place == len(session.statements) - 1


def test_a_source_is_chosen_where_it_says_something(session: Session) -> None:
    assert session.choose_article("03")
    assert session.place == 4
    session.choose(4)
    assert not session.choose_article("03")


def test_the_chosen_finding_survives_a_filter_that_lets_it_through(session: Session) -> None:
    session.choose(6)
    before = session.chosen
    session.filter(Filters(frozenset({"imprecise"})))
    assert session.chosen == before
    assert session.index == 1


def test_a_filter_that_hides_the_chosen_finding_chooses_a_neighbour(session: Session) -> None:
    session.choose(10)
    session.filter(Filters(frozenset({"conflict"})))
    assert session.index == 4


def test_a_filter_that_lets_nothing_through_leaves_nothing_chosen(session: Session) -> None:
    session.filter(Filters(text="no such words"))
    assert session.chosen is None
    assert session.statement is None
    assert not session.move(1)
    assert not session.search_next()
    session.clear_filters()
    assert session.chosen is not None


def test_filters_by_kind_and_by_words() -> None:
    report = fake.report()
    assert {finding.kind for finding in shown(report, Filters(kinds=frozenset({"date", "money"})))} == {"date", "money"}
    assert [finding.topic for finding in shown(report, Filters(text="SOLHEIM captain"))] == ["who ordered the ship to be abandoned"]


def test_filters_by_cause_and_by_article() -> None:
    report = fake.report()
    assert {finding.topic for finding in shown(report, Filters(causes=frozenset({"unit"})))} == {
        "distance from the coast",
        "wind during the rescue",
    }
    assert len(shown(report, Filters(articles=frozenset({"05"})))) == 4
    assert speaker_counts(report) == {"01": 11, "02": 11, "03": 11, "04": 8, "05": 4}
    assert cause_counts(report)["granularity"] == 2


def test_no_verdict_named_means_every_verdict() -> None:
    assert len(shown(fake.report(), Filters(frozenset()))) == 13


def test_a_later_reading_says_what_is_new_and_what_has_changed(session: Session) -> None:
    before = fake.findings()
    changed = replace(before[1], id="changed evidence", values=before[1].values[:2])
    new = replace(before[5], id="new evidence", kind="duration", topic="another question")
    assert session.news == {}
    session.reload(fake.loaded((before[0], changed, *before[2:], new)))
    assert session.news == {"changed evidence": "changed", "new evidence": "new"}
    session.reload(fake.loaded((before[0], changed, *before[2:], new)))
    assert session.news == {}


def test_only_agreements_can_be_left_for_the_differences(session: Session) -> None:
    session.filter(Filters(frozenset({"agree"})))
    assert not session.toggle_agreements()
    assert session.filters.verdicts == {"conflict", "imprecise"}


def test_agreements_come_and_go(session: Session) -> None:
    assert session.toggle_agreements()
    assert len(session.shown) == 13
    assert not session.toggle_agreements()
    assert len(session.shown) == 11


def test_every_order_shows_the_same_findings(session: Session) -> None:
    by_severity = set(topics(session))
    for name in ("topic", "kind", "confidence", "judgement", "severity"):
        assert session.next_order() == name
        assert set(topics(session)) == by_severity
    assert session.chosen is not None
    assert session.chosen.topic == "cost of the repairs"


def test_order_by_topic_is_alphabetical(session: Session) -> None:
    session.next_order()
    assert topics(session) == sorted(topics(session), key=str.casefold)


def test_a_search_goes_to_the_first_hit_from_where_it_began_and_round(session: Session) -> None:
    assert session.search_from("inspection", 0)
    assert session.index == 8
    assert session.search_from("repairs", 9)
    assert session.index == 0
    assert not session.search_from("no such words", 3)
    assert session.index == 0


def test_next_and_previous_hit_go_round(session: Session) -> None:
    session.search_from("ship", 0)
    hits = session.hits()
    assert len(hits) > 1
    seen = [session.index]
    for _ in hits:
        assert session.search_next()
        seen.append(session.index)
    assert seen == [*hits, hits[0]]
    session.search_next(-1)
    assert session.index == hits[-1]


def test_a_search_finds_sources_by_name(session: Session) -> None:
    assert session.hits("newsblaster") != ()
    assert session.hits("") == ()


def test_an_empty_text_matches_nothing() -> None:
    assert not matches(fake.findings()[0], "  ")


def test_reading_again_keeps_the_finding_by_its_id(session: Session) -> None:
    session.choose(5)
    before = session.chosen
    session.reload(fake.loaded(fake.findings()[3:]))
    assert session.chosen == before
    assert session.index == 2


def test_reading_again_keeps_the_finding_by_its_quotes_when_the_id_changed(session: Session) -> None:
    session.choose(5)
    renamed = tuple(replace(finding, id=f"new {finding.id}") for finding in fake.findings())
    session.reload(fake.loaded(renamed))
    assert session.index == 5


def test_reading_again_without_the_finding_stays_near(session: Session) -> None:
    session.choose(10)
    session.reload(fake.loaded(fake.findings()[:2]))
    assert session.index == 1
    session.reload(fake.loaded(()))
    assert session.chosen is None


def test_another_kind_is_another_finding() -> None:
    wanted = replace(fake.findings()[0], id="gone", kind="percent")
    assert same_finding(wanted, fake.report()) is None


def test_counts_name_every_verdict_and_the_kinds_that_occur() -> None:
    assert verdict_counts(fake.report(())) == {"conflict": 0, "imprecise": 0, "agree": 0}
    assert kind_counts(fake.report()) == {"count": 5, "date": 2, "duration": 1, "money": 1, "person": 1, "polarity": 1, "quantity": 2}


def test_the_text_is_whole_where_at_hand_else_what_is_quoted() -> None:
    assert Session(fake.loaded()).text_of("01").whole
    assert not Session(Loaded(fake.report(), {})).text_of("01").whole
