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
    r"(?:\b(?:finished|ended|failed|fails|fell|beat|beats|beating|won|wins?|winning|lost|loss|losing|lead|leads|leading|led|vote|voted|votes"
    r"|voting|score|scored|defeat(?:ed|s)?|draw|drew|tied?|victory|passed|approved|rejected|result|record"
    r"|go|went|up|down|at|ahead|behind|trail(?:ed|ing|s)?|ruled|ruling|decision|series|senate|house|panel"
    r"|committee|court|final|playoffs?|season|improved to|fell to|are|is|was)\b[^.;!?\d]{0,32}|, |\()$"
)
_CUE_AFTER = re.compile(
    r" ?-? ?(?:vote|win|victory|defeat|loss|lead|draw|tie|decision|majority|split|run|record|rout|thrashing"
    r"|triumph|ruling|aggregate|in (?:the|overtime|extra)|away|at (?:home|half))\b|[.,;)]|$"
)
_VOTE_TO = re.compile(
    r"(?:\bvot(?:e|ed|es|ing)|\bby|\bscore of|\bmargin of|\bpassed|\bruled|\bwon|\blost|\bbeat|\bvictory"
    r"|\bfound|\bdecided|\bsided|\bsplit|\brejected|\bapproved|\bupheld|\bagreed|\bdivided)\b[^.;!?\d]{0,24}$"
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


_TOLD = "one|two|three|four|five|six|seven|eight|nine|ten"
_SPELLED = re.compile(rf"(?<![\w.,-])(?:(\d{{1,2}}|{_TOLD})[ -](nil|all)|({_TOLD})-({_TOLD}))(?![\w-])")
_NEEDLES = ("-nil", " nil", "-all", *(f"-{word}" for word in _TOLD.split("|")))


def find_spelled(lowered: str, text: str) -> Iterator[Mention]:
    """Scores in words: "two-nil", "one-all", "three-one"."""
    found: dict[int, re.Match[str]] = {}
    for needle in _NEEDLES:
        at = lowered.find(needle)
        while at >= 0:
            match = _SPELLED.search(lowered, max(0, at - 6), at + len(needle) + 2)
            if match is not None and match.start() <= at < match.end():
                found[match.start()] = match
            at = lowered.find(needle, at + 1)
    for _, match in sorted(found.items()):
        first = number.parse(match[1] or match[3])
        second = first if match[2] == "all" else number.parse("zero" if match[2] else match[4])
        if first is None or second is None:
            continue
        before = _CUE_BEFORE.search(lowered, max(0, match.start() - 48), match.start())
        after = _CUE_AFTER.match(lowered, match.end()) is not None or lowered.startswith(_ON, match.end())
        if match[2] == "nil" or ((before or match[2]) and after):
            yield _score(text, match.start(), match.end(), str(first), str(second))


_ON = (" in ", " on ", " at ", " with ", " to ", " after ", " against ", " thanks ", " through ")


def find_scores(text: str, lowered: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Scores and votes of cleaned `text` ("20-13", "51 to 49"); `runs` are its runs of digits."""
    yield from find_spelled(lowered, text)
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
    if first < second and first:
        return (before and (after or _LOSERS.match(lowered, match.end()) is not None)) or bool(match[4])
    return before or after or (match[2] == "-" and _descends(lowered, match))


_LOSERS = re.compile(r" (?:on the|this|last|that) (?:year|season|campaign|ballot|day|night)\b")
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:route|flight|model|type|sections?|room|seat|row|pages?|highway|article|rule|size|series|apartment|apt|unit)|[/:]) ?$"
)
_COUNTS = re.compile(r" (?:(?!minutes?|winners?|losers?|thriller|result|tie|series|season)[a-z]+s|people|men|women|percent|of)\b")


def _descends(lowered: str, match: re.Match[str]) -> bool:
    """Two figures that do not rise are no range: a score, unless they count something or number it."""
    if match[4] or _COUNTS.match(lowered, match.end()) or _NAMED_BEFORE.search(lowered, max(0, match.start() - 12), match.start()):
        return False
    return match.start() == 0 or lowered[match.start() - 1] in " (\n\"'"


def _score(text: str, start: int, end: int, first: str, second: str) -> Mention:
    low, high = Decimal(first), Decimal(second)
    amount = Amount(None, low, high, "", Interval(min(low, high), max(low, high)), Decimal(1))
    return Mention(start, end, text[start:end], "score", amount, (start, end))


_AMONG = re.compile(
    rf"(\d{{1,2}}|{_SMALL}) [a-z]+(?: [a-z]+)? (?:in|out of) (?:every )?(\d{{1,3}}|{_SMALL}|twenty|a hundred)"
    r"(?=[.,;:)]|$| (?:is|are|was|were|has|have|had|do|does|did|will|would|could|can|now|who|that|said|says?|voted|think|believe)\b)"
)


def proportion(text: str, lowered: str, start: int) -> Mention | None:
    """ "nine in ten", "2 out of every 5" whose first figure starts at `start`, as a percentage."""
    match = _IN.match(lowered, start) or _AMONG.match(lowered, start)
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


_RANK_BEFORE = re.compile(r"(?:\b(?:world|ranked|seeded|the|then|now|current|former|is|was|as|at|its|his|her|a)|'s|,) $", re.IGNORECASE)


def find_numbered(text: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Ranks with "No." before them, where they are no name ("the world No. 4", "the No. 2 cause"); `runs` are the runs of digits."""
    for start, end in runs:
        if end - start < 3 and text.endswith(("No. ", "No."), 0, start):
            begin = text.rindex("No.", 0, start)
            numbered = _NUMBERED.match(text, begin)
            if numbered is not None and _RANK_BEFORE.search(text, max(0, begin - 10), begin):
                yield rank(text, begin, numbered.end(), Decimal(numbered[1]))


_STEP = re.compile(r"(?<![\w-])(?:(category|level)[ -]|(ef)-?)$", re.IGNORECASE)
"""Scales in steps: of hurricanes (Saffir-Simpson), nuclear accidents and alerts, tornadoes (enhanced Fujita)."""


def find_steps(text: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Steps of a scale ("Category 4", "EF3"); `runs` are the runs of digits."""
    for start, end in runs:
        if end - start == 1 and not text[end : end + 1].isalnum() and text[end : end + 1] not in ("%", "/", ":"):
            named = _STEP.search(text, max(0, start - 10), start)
            if named is not None and not re.match(r"[.,]\d", text[end : end + 2]):
                value, unit = Decimal(text[start:end]), (named[1] or named[2]).lower()
                amount = Amount(value, None, None, unit, Interval(value, value), Decimal(1))
                yield Mention(named.start(), end, text[named.start() : end], "quantity", amount, (start, end))


def find_ranks(text: str, lowered: str, runs: list[tuple[int, int]]) -> Iterator[Mention]:
    """Ordinals in figures ("10th", "45th", "1,000th"); `runs` are the runs of digits."""
    for start, end in runs:
        if end - start > 3:
            continue
        if lowered.startswith((",000th", ",500th"), end):
            yield rank(text, start, end + 6, Decimal(text[start:end] + lowered[end + 1 : end + 4]))
        elif lowered.startswith(("st", "nd", "rd", "th", " th", " st", " nd", " rd"), end):
            match = _ORDINAL.match(lowered, start)
            digits = text[start:end]
            if match is not None and match[2] == ("th" if digits[-2:-1] == "1" else _ENDINGS.get(digits[-1], "th")):
                yield rank(text, start, match.end(), Decimal(digits))


def rank(text: str, start: int, end: int, value: Decimal) -> Mention:
    """An ordinal as a mention."""
    return Mention(start, end, text[start:end], "ordinal", Amount(value, None, None, "", Interval(value, value), Decimal(1)), (start, end))
