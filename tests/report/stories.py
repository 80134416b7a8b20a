"""A small report, written by hand, that every report format is tried on."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.model.report import (
    ArticleRecord,
    FindingRecord,
    MentionRecord,
    Passage,
    Report,
    Scope,
    SkippedRecord,
    Tool,
    ValueRecord,
    Weight,
)

FERRY = "The ferry company said that at least 40 passengers were aboard when the Meridian left the harbour."
COAST = "According to the coast guard, 38 passengers were aboard."
TITLE = "Ferry runs aground with dozens aboard"
LATE = "It ran aground at 9:40 p.m., residents said."
EARLY = "The Meridian struck a reef at about 9 p.m. and took on water."


def mention(article: str, sentence: str, quote: str, field: str = "text") -> MentionRecord:
    """A mention of `quote` in a field that holds `sentence` alone."""
    start = sentence.index(quote)
    end = start + len(quote)
    passage = Passage(0, len(sentence), sentence)
    return MentionRecord(
        article,
        field,
        start,
        end,
        quote,
        sentence[max(0, start - 32) : start],
        sentence[end : end + 32],
        passage,
        passage,
        "exact",
        None,
        Scope(),
    )


def article(id: str, source: str, comparable: bool = True) -> ArticleRecord:
    """An article of which only the name matters."""
    return ArticleRecord(id, source, TITLE, None, "2031-05-04", "en", f"{id}.json", "0" * 64, 1000, comparable=comparable)


def ferry() -> Report:
    """One conflict, one imprecise finding, one agreement, over four articles, and one input that was skipped."""
    aboard = FindingRecord(
        "f-aboard", "passengers aboard", "count", "conflict", ("bound",), 0.9, 0.8,
        "At least 40 leaves no room for the coast guard's 38.",
        (
            ValueRecord("at least 40 passengers", "40", None, "passenger", None, None, (mention("a", FERRY, "at least 40 passengers"),)),
            ValueRecord("38 passengers", "38", "38", "passenger", None, None, tuple(mention(by, COAST, "38 passengers") for by in "bd")),
        ),
        (Weight("the same head noun", 1.25), Weight("another speaker", -0.5)),
    )  # fmt: skip
    hour = FindingRecord(
        "f-hour", "when it ran aground", "date", "imprecise", ("hedge", "granularity"), 0.4, 0.7,
        "About 9 p.m. may be 9:40 p.m.",
        (
            ValueRecord("9:40 p.m.", "2031-05-03T21:40", "2031-05-03T21:40", None, None, None, (mention("a", LATE, "9:40 p.m."),)),
            ValueRecord("about 9 p.m.", None, None, None, None, None, (mention("c", EARLY, "about 9 p.m."),)),
        ),
    )  # fmt: skip
    ship = FindingRecord(
        "f-ship", "the ship", "person", "agree", (), 0.1, 0.9, "Both name the Meridian.",
        (ValueRecord("Meridian", None, None, None, "Meridian", None, (mention("a", FERRY, "Meridian"), mention("c", EARLY, "Meridian"))),),
    )  # fmt: skip
    return Report(
        "discrepancy-report", 1, Tool("discrepancy", "0.1.0"), {"published": None, "sensitivity": "normal"},
        (article("a", "Harbour Post"), article("b", "The Coast"), article("c", "Island Daily"), article("d", "d", comparable=False)),
        (SkippedRecord("e.pdf", "`.pdf` files are not read; give .txt, .md, .html, .json or .jsonl"),),
        (aboard, hour, ship),
    )  # fmt: skip


def hostile(words: str) -> Report:
    """The same report, with `words` in every field that an article or a file name fills."""
    report = ferry()
    first, *rest = report.findings
    said = replace(mention("a", f"x {words} y", words), article=report.articles[0].id)
    value = replace(first.values[0], label=words, value=words, mentions=(said,))
    finding = replace(first, topic=words, explanation=words, values=(value, *first.values[1:]))
    record = replace(report.articles[0], source=words, title=words, path=words, warnings=(words,))
    return replace(
        report,
        articles=(record, *report.articles[1:]),
        skipped=(SkippedRecord(words, words),),
        findings=(finding, *rest),
        warnings=(words,),
    )
