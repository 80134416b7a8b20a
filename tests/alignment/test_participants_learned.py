"""Who and where by learned weights: which mentions are read, which are set side by side, and the laws that hold whatever the weights."""

from __future__ import annotations

import time

import pytest

from discrepancy.alignment.claim import read_sentences
from discrepancy.alignment.participants import merged, participant_findings
from discrepancy.alignment.participants_bearers import Bearer, read_bearers
from discrepancy.alignment.participants_described import described
from discrepancy.alignment.participants_features import GATE, comparable
from discrepancy.alignment.participants_found import FINDING_NAMES
from discrepancy.alignment.participants_learned import learned_findings, shipped_participants
from discrepancy.alignment.participants_ledger import NAMES
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_pairs import evidence_of, looked_at, participant_pairs
from discrepancy.extraction.participants import find_participants
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group

STORY = (
    "A fire broke out at a paint factory in Veldhaven on Monday, killing a watchman. The owner, Pieter Rask, was away, police said.",
    "A fire at a paint factory in the Netherlands killed Joost Ferber, 51, on Monday. The owner was away, a spokesman for the police said.",
    "One man died on Monday when a paint factory near Veldhaven burned down. Its owner Pieter Rask was abroad.",
)


def story(*texts: str) -> list[Article]:
    return [Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1)]


def named(articles: list[Article]) -> list[tuple[Article, list[Mention]]]:
    return lent([(a, find_participants(a.text, a.title)) for a in articles])


def said(text: str) -> list[tuple[str, str]]:
    article = story(text)[0]
    names = find_participants(text, "")
    return [(m.text, m.kind) for m in described(read_sentences([article]).sentences[0], text, "", names)]


def bearers(*texts: str) -> list[Bearer]:
    return read_bearers(named(story(*texts)))[1]


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("It was found by a retired receptionist on Monday.", "a retired receptionist", "person"),
        ("They hid in a bunker for days.", "a bunker", "place"),
        ("The ministry declined to comment.", "The ministry", "organisation"),
        ("An Australian was rescued from the ridge.", "An Australian", "person"),
        ("A 44-year-old was held over the theft.", "A 44-year-old", "person"),
    ],
)
def test_descriptions_are_read_with_what_they_describe(text: str, phrase: str, kind: str) -> None:
    assert (phrase, kind) in said(text)


def test_of_two_nouns_in_a_row_the_last_is_described() -> None:
    assert [p for p, _ in said("He met a police officer there.")] == ["a police officer"]


def test_a_list_of_names_is_one_answer_and_two_names_are_two() -> None:
    three = bearers("The prize went to Anna Berg, Carl Holm and Eva Lind on Friday.")
    assert [b.claim.mention.text for b in three if b.named] == ["Anna Berg, Carl Holm and Eva Lind"]
    assert three[0].number == 3
    two = bearers("The prize went to Anna Berg and Carl Holm on Friday.")
    assert [b.claim.mention.text for b in two if b.named] == ["Anna Berg", "Carl Holm"]


def test_a_surname_stands_for_the_full_name_of_another_article() -> None:
    entities = {b.entity for b in bearers("Anna Berg sang on Friday.", "On Friday Ms. Berg sang.") if b.kind == "person" and b.named}
    assert entities == {"anna berg"}


def test_a_passive_subject_is_the_object_of_its_verb() -> None:
    acts = {b.claim.mention.text: b.act for b in bearers("A guard was arrested by a policeman.")}
    assert acts == {"A guard": "o arrest", "a policeman": "s arrest"}


def test_every_bearer_is_the_slice_at_its_offsets_and_none_overlap() -> None:
    articles = story(*STORY)
    until = {a.id: 0 for a in articles}
    for b in read_bearers(named(articles))[1]:
        m, article = b.claim.mention, articles[b.article]
        assert article.text[m.start : m.end] == m.text
        assert m.start >= until[article.id]
        until[article.id] = m.end


def test_pairs_are_of_two_articles_and_of_kinds_that_compare() -> None:
    articles = named(story(*STORY))
    slots, found = read_bearers(articles)
    pairs = looked_at(found, evidence_of([a for a, _ in articles], slots, found).like)
    assert pairs
    assert all(a.article != b.article and a.index < b.index and comparable(a, b) for a, b in pairs)


def test_the_gate_sees_the_same_numbers_as_the_row_and_both_are_symmetric() -> None:
    articles = named(story(*STORY))
    slots, found = read_bearers(articles)
    evidence = evidence_of([a for a, _ in articles], slots, found)
    for a, b in looked_at(found, evidence.like):
        row = evidence.row(a, b)
        assert len(row) == len(NAMES)
        assert evidence.gate(a, b) == [row[NAMES.index(name)] for name in GATE]
        assert evidence.row(b, a) == pytest.approx(row)


def test_what_is_shipped_was_fitted_on_these_features() -> None:
    models = shipped_participants()
    assert models.gate.names == GATE
    assert models.differ.names == NAMES
    assert models.flag.names == models.conflict.names == FINDING_NAMES


def told(groups: list[Group]) -> list[tuple[object, ...]]:
    return [(g.kind, g.verdict, g.confidence, [[(a, m.text, m.start) for a, m in held] for _, _, held in g.values]) for g in groups]


def test_groups_are_differences_of_two_articles_that_share_no_mention() -> None:
    groups = learned_findings(named(story(*STORY)))
    seen: set[tuple[str, int]] = set()
    for group in groups:
        assert group.verdict in ("conflict", "imprecise")
        assert len(group.values) > 1
        assert len({a for _, _, held in group.values for a, _ in held}) > 1
        mine = {(a, m.start) for _, _, held in group.values for a, m in held}
        assert not mine & seen
        seen |= mine


def test_a_group_is_the_same_from_run_to_run_and_names_its_sources() -> None:
    first, second = (learned_findings(named(story(*STORY))) for _ in range(2))
    assert first
    assert told(first) == told(second)
    assert all(g.explanation.endswith(".") and g.ledger for g in first)


def test_one_article_alone_or_none_differs_with_nobody() -> None:
    assert learned_findings([]) == []
    assert learned_findings(named(story(STORY[0]))) == []
    assert learned_findings(named(story("", ""))) == []


def mention(text: str, start: int) -> Mention:
    return Mention(start, start + len(text), text, "place", Names((text,)), (start, start + len(text)))


def group(confidence: float, *values: tuple[str, Mention]) -> Group:
    held = tuple((m.text, m.text, ((a, m),)) for a, m in values)
    return Group("place", " or ".join(v[0] for v in held), "imprecise", (), "…", confidence, held)


def test_a_difference_told_twice_is_told_by_the_surer() -> None:
    a, b, c = ("01", mention("Veldhaven", 4)), ("02", mention("Brabant", 9)), ("03", mention("Holland", 2))
    rule, learned, other = group(0.5, a, b), group(0.4, a, c), group(0.4, c, ("04", mention("Delft", 0)))
    assert merged([rule], [learned, other]) == [rule, other]
    surer = group(0.6, a, c)
    assert surer in merged([rule], [surer])


@pytest.mark.parametrize("piece", ["Ann, ", "Ann and ", "a man ", "in Rome, ", "Ann Lee of Paris met a man. ", "12-year-old ", "’s "])
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    articles = named(story(text, text))
    began = time.process_time()
    learned_findings(articles)
    assert time.process_time() - began < 5.0


def test_pairs_that_are_looked_at_closely_are_bounded() -> None:
    texts = [" ".join(STORY)] * 12
    articles = named(story(*texts))
    slots, found = read_bearers(articles)
    evidence = evidence_of([a for a, _ in articles], slots, found)
    assert len(looked_at(found, evidence.like)) > 600
    assert len(participant_pairs(found, evidence, shipped_participants().gate)) == 600


def test_the_order_of_the_articles_changes_nothing() -> None:
    read = [(a, find_participants(a.text, a.title)) for a in story(*STORY)]
    assert told(participant_findings(read)) == told(participant_findings(read[::-1]))
