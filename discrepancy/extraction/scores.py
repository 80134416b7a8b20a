"""Scores, votes, "nine in ten" and ranks: figures that stand in pairs or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.extraction.amounts_before import hedge_before
from discrepancy.model import Amount, Interval, Mention
from discrepancy.normalise import number
from discrepancy.normalise.interval import implied

_SCORE = re.compile(r"(?<![\w.,$€£¥%/-])(?<!\d - )(\d{1,3})( ?- ?)(\d{1,3})(?:-(\d{1,3}))?(?![\w%/]|[.,]\d| ?-? ?(?:percent|per cent|million|billion|years?|months?|weeks?|days?|hours?|minutes?)\b|-[a-z\d])")
_TO = re.compile(r"(?<![\w.,$€£¥-])(\d{1,3})(?: votes?| seats?)? ?(?: to |-to-)(\d{1,3})(?![\w%]|[.,]\d)")
_CUE_BEFORE = re.compile(r"(?:\b(?:beat|beats|beating|won|wins?|winning|lost|loss|losing|lead|leads|leading|led|vote|voted|votes|voting|score|scored|defeat(?:ed|s)?|draw|drew|tied?|victory|passed|approved|rejected|result|record|go|went|up|down|at|ahead|behind|trail(?:ed|ing|s)?|ruled|ruling|decision|series|senate|house|panel|committee|court|final|playoffs?|season|improved to|fell to|are|is|was)\b[^.;!?\d]{0,32}|, |\()$")
_CUE_AFTER = re.compile(r" ?-? ?(?:vote|win|victory|defeat|loss|lead|draw|tie|decision|majority|split|run|record|rout|thrashing|triumph|ruling|aggregate|in (?:the|overtime|extra)|away|at (?:home|half))\b|[.,;)]|$")
_VOTE_TO = re.compile(r"(?:\bvot(?:e|ed|es|ing)|\bby|\bscore of|\bmargin of|\bpassed|\bruled|\bwon|\blost|\bbeat)\b[^.;!?\d]{0,24}$")
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_IN = re.compile(rf"(?<![\w.,$-])(\d{{1,3}}|{_SMALL})(?: |-)(?:in|out(?: |-)of)(?: |-)(?:every )?(\d{{1,3}}(?:,\d{{3}}){{0,2}}|{_SMALL}|twelve|twenty|a hundred|a thousand|a million)(?![\w%]|[.,]\d|-| (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|starts|matches|races|attempts|million|billion|thousand|percent|seasons|states|cities|countries))")
_ROUND = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 200, 250, 300, 500, 1000, 10000, 100000, 1000000))
_ORDINAL = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})?) ?(st|nd|rd|th)(?![\w])")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_NUMBERED = re.compile(r"(?<![\w])No\. ?(\d{1,2})(?= [a-z])(?! (?:shirt|jersey|bus|train|line|route|tram|platform|bullet|car|and)\b)")


def find_pairs(text: str, lowered: str) -> Iterator[Mention]:
    """Scores ("20-13", "51 to 49") and proportions ("nine in ten") of cleaned `text`; some may overlap (the arbiter keeps the first)."""
    if " in " in lowered or "out of" in lowered or "-in-" in lowered:
        yield from _proportions(text, lowered)
    if "-" in text:
        for match in _SCORE.finditer(text):
            if _is_score(lowered, match):
                yield _score(text, match.start(), match.end(), match[1], match[3])
    if " to " in lowered or "-to-" in lowered:
        for match in _TO.finditer(lowered):
            if _VOTE_TO.search(lowered, max(0, match.start() - 40), match.start()) and not re.match(r" ?(?:%|percent|per cent|million|[a-z]+s\b(?! )|years|days|hours)", lowered[match.end() : match.end() + 12]):
                yield _score(text, match.start(), match.end(), match[1], match[2])


def _is_score(lowered: str, match: re.Match[str]) -> bool:
    first, second = int(match[1]), int(match[3])
    if match[2] != "-" and len(match[2]) != 3:
        return False
    if match[2] == " - " and re.match(r" ?-? ?[a-z]", lowered[match.end() : match.end() + 3]) and not _CUE_AFTER.match(lowered, match.end()):
        return False
    before = _CUE_BEFORE.search(lowered, max(0, match.start() - 48), match.start()) is not None
    after = _CUE_AFTER.match(lowered, match.end()) is not None
    if first < second:
        return (before and after) or bool(match[4])
    return before or after


def _score(text: str, start: int, end: int, first: str, second: str) -> Mention:
    low, high = Decimal(first), Decimal(second)
    amount = Amount(None, low, high, "", Interval(min(low, high), max(low, high)), Decimal(1))
    return Mention(start, end, text[start:end], "score", amount, (start, end))


def _proportions(text: str, lowered: str) -> Iterator[Mention]:
    for match in _IN.finditer(lowered):
        part, whole = number.parse(match[1]), number.parse(match[2].replace("a ", "one "))
        if part is None or whole is None or not 0 < part < whole or whole not in _ROUND:
            continue
        start = match.start()
        hedged = hedge_before(lowered, start)
        start, approximation = hedged if hedged else (start, "exact")
        value = part * 100 / whole
        resolution = Decimal(100) / whole
        amount = Amount(value, None, None, "percent", implied(value, resolution, approximation), resolution, approximation)
        yield Mention(start, match.end(), text[start : match.end()], "percent", amount, match.span())


def find_ranks(text: str, lowered: str) -> Iterator[Mention]:
    """Ordinals in figures: "10th", "45th"."""
    for match in _ORDINAL.finditer(lowered):
        digits = match[1].replace(",", "")
        if match[2] == ("th" if digits[-2:-1] == "1" else _ENDINGS.get(digits[-1], "th")):
            yield rank(text, match.start(), match.end(), Decimal(digits))
    for match in _NUMBERED.finditer(text):
        yield rank(text, match.start(), match.end(), Decimal(match[1]))


def rank(text: str, start: int, end: int, value: Decimal) -> Mention:
    """An ordinal as a mention."""
    return Mention(start, end, text[start:end], "ordinal", Amount(value, None, None, "", Interval(value, value), Decimal(1)), (start, end))
