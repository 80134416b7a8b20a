"""What is known of an article from a report alone: its quoted paragraphs, with offsets that lead into them."""

from __future__ import annotations

from discrepancy.model.report import MentionRecord
from discrepancy.review.fragments import quoted, whole
from tests.tui import fake


def mentions_of(article: str) -> list[MentionRecord]:
    found = (mention for finding in fake.findings() for value in finding.values for mention in value.mentions)
    return [mention for mention in found if mention.article == article and mention.field == "text"]


def test_every_quote_stands_where_its_offset_leads() -> None:
    for article, *_ in fake.ARTICLES:
        known = quoted(fake.report(), article)
        for mention in mentions_of(article):
            at = known.at(mention.start)
            assert known.text[at : at + len(mention.quote)] == mention.quote


def test_paragraphs_that_nobody_quotes_are_left_out() -> None:
    known = quoted(fake.report(), "01")
    assert "Captain Ingrid Solheim ordered" in known.text
    assert not known.whole
    assert quoted(fake.report(), "05").text.startswith("\n[…]\n")


def test_a_text_at_hand_is_whole_and_offsets_are_its_own() -> None:
    known = whole("some text")
    assert known.whole
    assert known.at(5) == 5


def test_an_article_without_findings_has_no_fragments() -> None:
    assert quoted(fake.report(()), "01").text == ""
