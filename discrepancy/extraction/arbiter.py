"""Who gets a span that two readers claim: decoys before dates before ages, scores and proportions, and all of them before plain figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from discrepancy.extraction import ages, amounts, scores
from discrepancy.extraction.casualties import find_casualties
from discrepancy.extraction.crowd import FIGURES, crowded
from discrepancy.extraction.dates import find_dates
from discrepancy.extraction.decoys import find_decoys, find_soft_decoys
from discrepancy.model import DateValue, Mention
from discrepancy.normalise.unit_rare import begin_text
from discrepancy.text.clean import Cleaned, clean

_BARE_YEAR = re.compile(r"\d{4}$")
_BARE_YEARS = re.compile(r"(?:from |between )?(\d{4})(?: ?- ?| to | and )(\d{4})$")
_STRETCH = re.compile(
    (
        r"(?:(?:for|over|in|during|within|of|through) )?(?:(?:the|these|those|his|her|their|its) )?(?:past"
        r"|last|next|previous|coming|first|final) (?!(?:one |a )?(?:day|week|month|year|decade|century|hour"
        r"|minute|night)\b).*(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)$"
    ),
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?!(?:(?:just|only|about|almost|nearly|over|more than) )?an? (?!few|couple|dozen|hundred))"
    r"(?!(?:just |only )?(?:seconds|minutes|hours|days|weeks|months|years|decades|moments)\b)(?!.*\b(?:a|the) (?:day|week|month|year)\b)"
    r".*\b(?:second|minute|hour|day|week|month|year|decade)s? (?:later|after)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r".*\b(?:second|minute|hour|day|week|month|year|decade)s? before$", re.IGNORECASE)
_IT_WAS = re.compile(r"\b(?:be|is|was|been|take|took|takes|taken)(?: (?:about|another|almost|nearly|over|only|just|at least|at))? $")
_HUNDREDS = re.compile(r"(?:\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-|\b(?:hundred|thousand|million) (?:and )?)$")
_SPELLED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:in|within) (?!the\b|a\b|an\b).*(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)$", re.IGNORECASE
)


def read_mentions(text: str, reference: datetime.date | None = None) -> tuple[Mention, ...]:
    """Figures and dates of `text`, sorted by start, none overlapping, offsets into `text` as given (code points, half-open).

    reference   the day the text was published, which relative dates are counted from; None where it is not known.
    Never raises on any text; linear in its length.
    """
    begin_text()
    cleaned = clean(text)
    plain = cleaned.text
    lowered = _lower(plain)
    begins = amounts.cues(lowered)
    if not begins:
        return _placed(text, cleaned, _without_figures(plain, lowered, reference))
    taken = bytearray(len(plain))
    if dense := crowded((start for start, _ in begins), FIGURES):
        _take(taken, dense)
        plain, lowered = _masked(plain, taken), _masked(lowered, taken)
        begins = amounts.cues(lowered)
    runs = [(start, end) for start, end in begins if lowered[start].isdecimal()]
    found: list[Mention] = []
    _keep(found, taken, scores.find_steps(plain, runs))
    _take(taken, find_decoys(plain, runs))
    _keep(found, taken, ages.find_sure_ages(plain, lowered))
    _keep(found, taken, (m for m in find_dates(plain, reference) if not _is_amount(plain, lowered, m, reference)))
    _keep(found, taken, scores.find_numbered(plain, runs))
    _take(taken, find_soft_decoys(plain, runs))
    _keep(found, taken, ages.find_ages(plain, lowered, runs, begins))
    _keep(found, taken, scores.find_scores(plain, lowered, runs))
    _keep(found, taken, scores.find_ranks(plain, lowered, runs))
    plain, lowered = _masked(plain, taken), _masked(lowered, taken)
    _keep(found, taken, amounts.find_amounts(plain, lowered, begins))
    _keep(found, taken, find_casualties(plain, lowered))
    found.sort(key=lambda m: (m.start, m.end))
    return _placed(text, cleaned, found)


def _without_figures(plain: str, lowered: str, reference: datetime.date | None) -> list[Mention]:
    found: list[Mention] = []
    taken = bytearray(len(plain))
    _keep(found, taken, ages.find_sure_ages(plain, lowered))
    _keep(found, taken, find_dates(plain, reference))
    _keep(found, taken, find_casualties(plain, lowered))
    return sorted(found, key=lambda m: m.start)


def _lower(text: str) -> str:
    """Lower case, character for character (a few letters, such as İ, grow)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _masked(text: str, taken: bytearray) -> str:
    """`text` with every taken character blanked by one that no grammar reads."""
    pieces, at = [], 0
    while (start := taken.find(1, at)) >= 0:
        end = taken.find(0, start)
        end = len(text) if end < 0 else end
        pieces += [text[at:start], amounts.BLANK * (end - start)]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _take(taken: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    size = len(taken)
    for start, end in spans:
        taken[start : min(end, size)] = b"\1" * (min(end, size) - start)


def _keep(found: list[Mention], taken: bytearray, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        if taken.find(1, mention.start, mention.end) < 0:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)


def _is_amount(text: str, lowered: str, mention: Mention, reference: datetime.date | None) -> bool:
    """Whether what reads as a date is an amount after all: "around 1900 troops", "the past 32 years", "the biggest in 250 years"."""
    words = mention.text
    if mention.start > 4 and _HUNDREDS.search(lowered, max(0, mention.start - 14), mention.start) and _SPELLED.match(words):
        return True
    if mention.end - mention.start == 4 and _BARE_YEAR.match(words):
        return amounts.is_counted(text, lowered, mention.start, mention.end)
    if (span := _BARE_YEARS.match(words)) and min(int(span[1]), int(span[2])) < 1400 and amounts.counts(text, mention.end):
        return True
    if isinstance(mention.value, DateValue) and not mention.value.resolved and _LATER.match(words):
        return True
    if _BEFORE.match(words) and _IT_WAS.search(lowered, max(0, mention.start - 20), mention.start):
        return True  # "it will be three weeks before they know"
    if words[-1] != "s" and words[-1] != "S":
        return False
    if _STRETCH.match(words):
        return True
    return reference is None and _WITHIN.match(words) is not None


def _placed(text: str, cleaned: Cleaned, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    if cleaned.offsets is None:
        return tuple(m if m.text == text[m.start : m.end] else replace(m, text=text[m.start : m.end]) for m in mentions)
    placed = []
    for mention in mentions:
        start, end = cleaned.original(mention.start, mention.end)
        placed.append(replace(mention, start=start, end=end, text=text[start:end], core=cleaned.original(*mention.core)))
    return tuple(placed)
