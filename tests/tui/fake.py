# ruff: noqa: E501 -- an article is one long string, a finding one table
"""A report to draw: an invented story of five sources, with findings of many kinds and hostile strings in one article."""

from __future__ import annotations

from discrepancy.model.report import (
    ArticleRecord,
    Cause,
    FindingRecord,
    MentionRecord,
    Passage,
    Report,
    Scope,
    SkippedRecord,
    Tool,
    ValueRecord,
    Verdict,
    Weight,
)
from discrepancy.review.loaded import Loaded

HOSTILE = "\x1b]52;c;aGVsbG8=\x07\x1b[2J\x9b31m\u202eevil\u202c 2\u200b9 [sic] [/] [@click=app.quit]x[/]"

ARTICLES: tuple[tuple[str, str, str, str | None, str], ...] = (
    (
        "01", "Harbour Post", "Ferry fire off Valmere: dozens hurt as Astrid burns", "2026-03-04",
        "A fire on the car ferry Astrid injured at least 37 people off Valmere on Tuesday night, the coastguard said. The blaze broke out on the "
        "car deck at 11.40pm, an hour after the ship had left port with 412 passengers and 58 crew on board.\n\n"
        "Nine people were taken to hospital, three of them in a serious condition. Lifeboats brought the first passengers ashore before dawn.\n\n"
        "The operator, Nordline, said the damage would cost around €4 million to repair. The ship, built in 1998, had been inspected in January. "
        "Its sprinklers had worked, the company said. The winds reached 60 km/h during the rescue.\n\n"
        "Captain Ingrid Solheim ordered the ship to be abandoned after 25 minutes.",
    ),
    (
        "02", "Valmere Courier", "Forty-one injured in ferry blaze", "2026-03-04",
        "Forty-one people were injured when the ferry Astrid caught fire about 12 nautical miles off Valmere late on Tuesday.\n\n"
        "The ship was carrying more than 400 passengers and 58 crew when flames spread across its car deck shortly before midnight. Nine passengers "
        "were treated in hospital.\n\n"
        "Nordline put the cost of repairs at €4 million. A spokeswoman said the sprinklers did not start. The ferry was last inspected "
        "in early 2026. Gusts of 37 miles per hour hampered the helicopters.\n\n"
        "The order to leave the ship was given by first officer Per Lund, three passengers said.",
    ),
    (
        "03", "Coastal Wire", "Ferry Astrid on fire, 37 hurt", "2026-03-04",
        "The ferry Astrid caught fire at 11.40pm on Tuesday, 12 nautical miles off Valmere. Thirty-seven people were hurt, nine of whom are in hospital.\n\n"
        "There were 412 passengers and 58 crew aboard, according to the operator Nordline. Repairs are expected to cost €40 million, it said.\n\n"
        "The 1998-built ship had passed its inspection on 14 January. Captain Ingrid Solheim gave the order to abandon ship. She called for help at "
        "11.52pm. Sprinklers on the deck had worked as they should.",
    ),
    (
        "04", "The Meridian", "What we know about the Astrid fire", "2026-03-06",
        "Two days after the fire aboard the Astrid, the number of injured has risen to 44, the health authority said on Thursday. Nine people remain in hospital.\n\n"
        "The fire began at about 11.40pm on 3 March on a lorry carrying batteries. The ship had 412 passengers and 58 crew aboard and was 14 miles "
        "from the coast.\n\n"
        "Nordline, which had revenues of €1.2 billion last year, estimates the repair bill at €4m. Captain Ingrid Solheim, who gave the order to abandon "
        "ship, has been with the company for 17 years.",
    ),
    (
        "05", "newsblaster.example", f"SHOCK ferry {HOSTILE}", None,
        f"UPDATED 2h ago {HOSTILE}\n\nAt least 37 people were injured [sic] in a ferry fire on Tuesday\u200b night, when the Astrid burned with 470 people aboard. "
        "Captain Ingrid Solheim is said to have left the ship after 20 minutes.\n\nA repair bill of 4 million euros is expected.",
    ),
)  # fmt: skip


def _mention(
    article: str, quote: str, approximation: str = "exact", attribution: str | None = None, time: str | None = None, field: str = "text"
) -> MentionRecord:
    text = next((row[2] if field == "title" else row[4]) for row in ARTICLES if row[0] == article)
    start = text.index(quote)
    end = start + len(quote)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    opening = max(text.rfind(". ", first, start) + 2, first) if text.rfind(". ", first, start) >= 0 else first
    closing = text.find(". ", end, last)
    closing = last if closing < 0 else closing + 1
    return MentionRecord(
        article, field, start, end, quote, text[max(0, start - 32) : start], text[end : end + 32],
        Passage(opening, closing, text[opening:closing]), Passage(first, last, text[first:last]), approximation, attribution, Scope(time=time),
    )  # fmt: skip


def _value(
    label: str, low: str | None, high: str | None, unit: str | None, *mentions: MentionRecord, value: str | None = None
) -> ValueRecord:
    return ValueRecord(label, low, high, unit, value, None, mentions)


def _finding(
    number: int, topic: str, kind: str, verdict: Verdict, causes: tuple[Cause, ...], severity: float, explanation: str, *values: ValueRecord
) -> FindingRecord:
    ledger = (Weight("same counted noun", 2.1), Weight("names nearby: Astrid, Valmere", 1.3), Weight("far apart in the article", -0.7))
    return FindingRecord(f"f{number:03}", topic, kind, verdict, causes, severity, 0.9, explanation, values, ledger)


def findings() -> tuple[FindingRecord, ...]:
    """Twelve findings, by severity, agreements last."""
    m, v = _mention, _value
    return (
        _finding(1, "cost of the repairs", "money", "conflict", ("magnitude",), 0.95,
                 "Coastal Wire says €40 million where four others say €4 million: ten times as much, and both are given as the operator's figure.",
                 v("€4 million", "3500000", "4500000", "EUR", m("01", "around €4 million", "about", "Nordline"), m("02", "€4 million", attribution="Nordline"),
                   m("04", "€4m", attribution="Nordline"), m("05", "4 million euros")),
                 v("€40 million", "39500000", "40500000", "EUR", m("03", "€40 million", attribution="Nordline"))),
        _finding(2, "people injured", "count", "conflict", ("update",), 0.9,
                 "37, 41 and 44 cannot all be the number of injured; The Meridian wrote two days later and says that it has risen.",
                 v("37 people", "37", "37", "person", m("01", "at least 37 people", "at-least", "the coastguard"), m("03", "Thirty-seven people"), m("05", "At least 37 people", "at-least")),
                 v("41 people", "41", "41", "person", m("02", "Forty-one people"), m("02", "Forty-one injured", field="title")),
                 v("44", "44", "44", "person", m("04", "44", attribution="the health authority", time="on Thursday"))),
        _finding(3, "whether the sprinklers worked", "polarity", "conflict", ("attribution",), 0.85,
                 "Two articles say that the sprinklers worked, Valmere Courier that they did not start.",
                 v("yes", None, None, None, m("01", "sprinklers had worked", attribution="Nordline"), m("03", "Sprinklers on the deck had worked"), value="yes"),
                 v("no", None, None, None, m("02", "sprinklers did not start", attribution="a spokeswoman"), value="no")),
        _finding(4, "who ordered the ship to be abandoned", "person", "conflict", (), 0.8,
                 "Three articles name Captain Ingrid Solheim, Valmere Courier names first officer Per Lund.",
                 v("Ingrid Solheim", None, None, None, m("01", "Captain Ingrid Solheim"), m("03", "Captain Ingrid Solheim"), m("04", "Captain Ingrid Solheim"), value="Ingrid Solheim"),
                 v("Per Lund", None, None, None, m("02", "first officer Per Lund", attribution="three passengers"), value="Per Lund")),
        _finding(5, "when the ship was abandoned", "duration", "conflict", (), 0.7,
                 "25 minutes and 20 minutes exclude each other.",
                 v("25 minutes", "24.5", "25.5", "minute", m("01", "after 25 minutes")),
                 v("20 minutes", "19.5", "20.5", "minute", m("05", "after 20 minutes"))),
        _finding(6, "distance from the coast", "quantity", "imprecise", ("unit", "rounding"), 0.55,
                 "12 nautical miles are 13.8 miles: 14 miles is the same distance rounded.",
                 v("12 nautical miles", "11.5", "12.5", "nautical mile", m("02", "about 12 nautical miles", "about"), m("03", "12 nautical miles")),
                 v("14 miles", "11.73", "12.6", "nautical mile", m("04", "14 miles"))),
        _finding(7, "passengers aboard", "count", "imprecise", ("hedge",), 0.5,
                 "412 is more than 400: both can be true.",
                 v("412 passengers", "412", "412", "passenger", m("01", "412 passengers"), m("03", "412 passengers", attribution="Nordline"), m("04", "412 passengers")),
                 v("more than 400", "400", "500", "passenger", m("02", "more than 400 passengers", "over"))),
        _finding(8, "when the fire broke out", "date", "imprecise", ("granularity",), 0.4,
                 "11.40pm is shortly before midnight.",
                 v("11.40pm", "2026-03-03T23:40", "2026-03-03T23:40", None, m("01", "11.40pm"), m("03", "11.40pm"), m("04", "about 11.40pm", "about")),
                 v("shortly before midnight", "2026-03-03T23:15", "2026-03-03T23:59", None, m("02", "shortly before midnight"))),
        _finding(9, "last inspection", "date", "imprecise", ("granularity",), 0.3,
                 "14 January lies in January, and in early 2026.",
                 v("14 January", "2026-01-14", "2026-01-14", None, m("03", "14 January")),
                 v("in January", "2026-01-01", "2026-01-31", None, m("01", "in January")),
                 v("early 2026", "2026-01-01", "2026-04-30", None, m("02", "early 2026"))),
        _finding(10, "wind during the rescue", "quantity", "imprecise", ("unit",), 0.2,
                 "37 miles per hour are 59.5 km/h.",
                 v("60 km/h", "55", "65", "kilometre per hour", m("01", "60 km/h")),
                 v("37 mph", "58.7", "60.4", "kilometre per hour", m("02", "37 miles per hour"))),
        _finding(11, f"what the blog says {HOSTILE}", "count", "imprecise", ("part-whole",), 0.1,
                 f"470 is 412 and 58 {HOSTILE}",
                 v("470 people", "470", "470", "person", m("05", "470 people")), v(f"412 {HOSTILE}", "412", None, "person", m("03", "412 passengers"))),
        _finding(12, "crew aboard", "count", "agree", (), 0.0, "All who say give 58.",
                 v("58 crew", "58", "58", "crew", m("01", "58 crew"), m("02", "58 crew"), m("03", "58 crew"), m("04", "58 crew"))),
        _finding(13, "people in hospital", "count", "agree", (), 0.0, "All who say give nine.",
                 v("nine", "9", "9", "person", m("01", "Nine people"), m("02", "Nine passengers"), m("03", "nine of whom"), m("04", "Nine people"))),
    )  # fmt: skip


def report(chosen: tuple[FindingRecord, ...] | None = None) -> Report:
    """The report, or one of the same articles with other findings."""
    articles = tuple(
        ArticleRecord(
            identifier, source, title, f"https://{identifier}.example/astrid", published, "en", f"{identifier}.json", "0" * 64, len(text),
            () if published else ("no publication date: weekdays are compared as weekdays", f"strange characters {HOSTILE}"),
        )
        for identifier, source, title, published, text in ARTICLES
    )  # fmt: skip
    skipped = (SkippedRecord("06.pdf", "no text in the document"), SkippedRecord(f"07{HOSTILE}.html", "no article in the page"))
    return Report("discrepancy-report", 1, Tool("discrepancy", "0"), {}, articles, skipped, findings() if chosen is None else chosen)


def loaded(chosen: tuple[FindingRecord, ...] | None = None) -> Loaded:
    """The report and the texts."""
    return Loaded(report(chosen), {row[0]: row[4] for row in ARTICLES})


def many(number: int) -> Loaded:
    """A report of `number` findings, made of the twelve over and over."""
    from dataclasses import replace

    kinds = findings()
    return loaded(
        tuple(replace(kinds[at % len(kinds)], id=f"n{at:05}", topic=f"{kinds[at % len(kinds)].topic} {at}") for at in range(number))
    )
