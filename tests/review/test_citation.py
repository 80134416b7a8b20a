"""A passage as it is pasted."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.review.citation import citation, quotation
from discrepancy.review.sides import statements
from tests.tui import fake

STATEMENT = statements(fake.findings()[0])[0]
ARTICLE = fake.report().articles[0]


def test_the_sentence_is_quoted() -> None:
    assert quotation(STATEMENT) == "The operator, Nordline, said the damage would cost around €4 million to repair."


def test_line_feeds_in_a_sentence_become_spaces() -> None:
    broken = replace(STATEMENT.mention, sentence=replace(STATEMENT.mention.sentence, text="One\n  line."))
    assert quotation(replace(STATEMENT, mention=broken)) == "One line."


def test_a_citation_names_source_title_date_and_address() -> None:
    assert citation(STATEMENT, ARTICLE).endswith(
        "to repair.” (Harbour Post, “Ferry fire off Valmere: dozens hurt as Astrid burns”, 2026-03-04, https://01.example/astrid)"
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    bare = replace(ARTICLE, source="", title="", published=None, url=None)
    assert citation(STATEMENT, bare).endswith("repair.” (01)")
    assert citation(STATEMENT, None).endswith("repair.”")
