"""Scores, votes, "nine in ten" and ranks: figures that stand in pairs or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.extraction.amounts_before import hedge_before
from discrepancy.model import Amount, Approximation, Interval, Mention
from discrepancy.normalise import number
from discrepancy.normalise.interval import implied, of_fraction

_SCORE = re.compile(
    r"(?<![\w.,$€£¥%/-])(?<!\d - )(\d{1,3})( ?- ?)(\d{1,3})(?:-(\d{1,3}))?(?![\w%/]|[.,]\d| ?-? ?(?:percent"
    r"|per cent|million|billion|years?|months?|weeks?|days?|hours?|minutes?)\b|-[a-z\d])"
)
_TO = re.compile(r"(?<![\w.,$€£¥-])(\d{1,3})(?: votes?| seats?)? ?(?: to |-to-)(\d{1,3})(?![\w%]|[.,]\d)")
_CUE_BEFORE = re.compile(
    r"(?:\b(?:beat|beats|beating|won|wins?|winning|lost|loss|losing|lead|leads|leading|led|vote|voted|votes"
    r"|voting|score|scored|defeat(?:ed|s)?|draw|drew|tied?|victory|passed|approved|rejected|result|record"
    r"|go|went|up|down|at|ahead|behind|trail(?:ed|ing|s)?|ruled|ruling|decision|series|senate|house|panel"
    r"|committee|court|final|playoffs?|season|improved to|fell to|are|is|was)\b[^.;!?\d]{0,32}|, |\()$"
)
_CUE_AFTER = re.compile(
    r" ?-? ?(?:vote|win|victory|defeat|loss|lead|draw|tie|decision|majority|split|run|record|rout|thrashing"
    r"|triumph|ruling|aggregate|in (?:the|overtime|extra)|away|at (?:home|half))\b|[.,;)]|$"
)
_VOTE_TO = re.compile(
    r"(?:\bvot(?:e|ed|es|ing)|\bby|\bscore of|\bmargin of|\bpassed|\bruled|\bwon|\blost|\bbeat|\bvictory)\b[^.;!?\d]{0,24}$"
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_IN = re.compile(
    rf"(?<![\w.,$-])(\d{{1,3}}|{_SMALL})(?: |-)(?:in|out(?: |-)of|of(?= every))(?: |-)(?:every )?(\d{{1,3}}(?:,\d{{3}}){{0,2}}"
    rf"|{_SMALL}|twelve|twenty|a hundred|a thousand|a million)(?![\w%]|[.,]\d|-| (?:years?|months?|weeks?"
    rf"|days?|hours?|minutes?|seconds?|games?|starts|matches|races|attempts|million|billion|thousand|percent"
    rf"|seasons|states|cities|countries))"
)
_ROUND = frozenset(
    Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 200, 250, 300, 500, 1000, 10000, 100000, 1000000)
)
_ORDINAL = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})?) ?(st|nd|rd|th)(?![\w])")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_NUMBERED = re.compile(r"(?<![\w])No\. ?(\d{1,2})(?= [a-z])(?! (?:shirt|jersey|bus|train|line|route|tram|platform|bullet|car|and)\b)")


def find_scores(text: str, lowered: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Scores and votes of cleaned `text` ("20-13", "51 to 49"); `runs` are its runs of digits."""
    last = 0
    for start, end in runs:
        if start < last or end - start > 3:
            continue
        if text.startswith(("-", " -"), end) and not lowered.startswith("-to-", end):
            match = _SCORE.match(text, start)
            if match is not None and _is_score(lowered, match):
                last = match.end()
                yield _score(text, match.start(), match.end(), match[1], match[3])
        elif lowered.startswith((" to ", "-to-", " vote", " seat"), end):
            match = _TO.match(lowered, start)
            if match is not None and _VOTE_TO.search(lowered, max(0, start - 40), start) and not _NO_VOTE.match(lowered, match.end()):
                last = match.end()
                yield _score(text, match.start(), match.end(), match[1], match[2])


_NO_VOTE = re.compile(r" ?(?:%|percent|per cent|million|[a-z]+s\b(?! )|years|days|hours)")


def _is_score(lowered: str, match: re.Match[str]) -> bool:
    first, second = int(match[1]), int(match[3])
    if match[2] != "-" and len(match[2]) != 3:
        return False
    before = _CUE_BEFORE.search(lowered, max(0, match.start() - 48), match.start()) is not None
    after = _CUE_AFTER.match(lowered, match.end()) is not None
    if match[2] == " - " and not before and not after:
        return False
    if first < second:
        return (before and after) or bool(match[4])
    return before or after


def _score(text: str, start: int, end: int, first: str, second: str) -> Mention:
    low, high = Decimal(first), Decimal(second)
    amount = Amount(None, low, high, "", Interval(min(low, high), max(low, high)), Decimal(1))
    return Mention(start, end, text[start:end], "score", amount, (start, end))


def proportion(text: str, lowered: str, start: int) -> Mention | None:
    """ "nine in ten", "2 out of every 5" whose first figure starts at `start`, as a percentage."""
    match = _IN.match(lowered, start)
    if match is None:
        return None
    part, whole = number.parse(match[1]), number.parse(match[2].replace("a ", "one "))
    if part is None or whole is None or not 0 < part < whole or whole not in _ROUND:
        return None
    approximation: Approximation = "exact"
    if hedged := hedge_before(lowered, start):
        start, approximation = hedged
    value, resolution = part * 100 / whole, Decimal(100) / whole
    interval = of_fraction(value) if approximation == "exact" else implied(value, resolution, approximation)
    amount = Amount(value, None, None, "percent", interval, resolution, approximation)
    return Mention(start, match.end(), text[start : match.end()], "percent", amount, match.span())


def find_ranks(text: str, lowered: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Ordinals in figures ("10th", "45th") and ranks with "No." before them; `runs` are the runs of digits."""
    for start, end in runs:
        if end - start > 3:
            continue
        if lowered.startswith(("st", "nd", "rd", "th", " th", " st", " nd", " rd"), end):
            match = _ORDINAL.match(lowered, start)
            digits = text[start:end]
            if match is not None and match[2] == ("th" if digits[-2:-1] == "1" else _ENDINGS.get(digits[-1], "th")):
                yield rank(text, start, match.end(), Decimal(digits))
        elif text.endswith(("No. ", "No."), 0, start):
            begin = text.rindex("No.", 0, start)
            numbered = _NUMBERED.match(text, begin)
            if numbered is not None:
                yield rank(text, begin, numbered.end(), Decimal(numbered[1]))


def rank(text: str, start: int, end: int, value: Decimal) -> Mention:
    """An ordinal as a mention."""
    return Mention(start, end, text[start:end], "ordinal", Amount(value, None, None, "", Interval(value, value), Decimal(1)), (start, end))
