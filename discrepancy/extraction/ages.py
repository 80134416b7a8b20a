"""Ages of people: "61-year-old", "aged 61", "John Doe, 25,", "turned 16", "in their 20s", "between the ages of 13 and 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from discrepancy.extraction.amounts_before import hedge_before
from discrepancy.lexicon import table
from discrepancy.model import Amount, Approximation, Interval, Mention
from discrepancy.normalise import number
from discrepancy.normalise.interval import implied

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?(?:[½]| ?1/2)?|(?:{_TENS})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL})"
_RANGE = rf"(?P<low>{_N})(?:(?P<join> ?- ?|-? to | or | and | through )(?P<high>{_N}))?"
_OLD = re.compile(
    rf"(?<![\w.,$£€])(?:between )?(?:{_RANGE}|(?P<article>an?)(?= (?:year|month|week|day) old))(?: ?-? ?| )"
    r"(?P<unit>year|month|week|day)s?(?: ?-? ?)(?:old(?:s|er)?\b|of age\b)"
)
_AGED = re.compile(
    rf"age(?:d|s)?(?: of| between| from| only| just)?(?: ?-? ?| )(?P<hedge>at least |about |around |under "
    rf"|over |up to )?{_RANGE}(?![\w%]|[.,]\d)(?: (?P<unit>month|week|day)s\b)?"
)
_AGE_BOUND = re.compile(r"\b(under|over|below|above|until|at|by|from|since|between)(?: the)? $")
_TURNED = re.compile(
    rf"turn(?:ed|s|ing)? {_RANGE}(?=(?:[ ]*(?:[.,;:!?)]|$|on |in |when |this |last |next |years old|and |at )))"
    r"(?! (?:in|on) (?:the (?!spring|summer|autumn|fall|winter)|\d))"
)
_NAMED = re.compile(
    r"(?:(?<=[^\W\d_A-Z])|(?<=[.'])|(?<= [A-Z]))(?: ?, | ?- | — ?|,)(?:now |aged |then )?(?P<low>\d{1,3})"
    r"(?:(?P<join>) (?P<high>\Z))?(?=(?:,? ?(?:[.,;:)\n]"
    r"|$|from |of |and |was |were |who |is |are |— |- |both |\()))"
)
_NAMED_WORDS = re.compile(rf", (?P<low>(?:{_TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|{_SMALL})(?=,)")
_PAREN = re.compile(r"(?<=[a-z]) \( ?(?P<low>[1-9]\d?) ?\)")
_DIED = re.compile(
    r"\b(?:death|died|dies|dead|retired?|married|diagnosed) at (?P<low>\d{1,3})(?=[.,;)]| (?:of|from|in|after|and|last|on)\b|$)"
)
_DIED_THERE = re.compile(
    r"\b(?:died|dies|passed away)(?! down)(?: [a-z’'-]+){1,5} at (?P<low>(?!1[0-2]\b)[1-9]\d|1[01]\d)(?=[.,;)\n](?!\d)|$)"
)
"""Up to twelve it may be an hour."""
_IS = re.compile(
    r"(?:\b[Hh]e|\b[Ss]he|(?<=[a-z],) who"
    r"|\b(?!It|This|That|There|Total|What|Result|Score|Page|Number)[A-Z][a-z]+)(?: (?:is|was)|(?<=[Hh]e)['’]s) "
    r"(?P<low>[1-9]\d)(?=,|\.(?!\d)| and (?!\d))"
)
_WHEN = re.compile(rf"\b(?:when|since|until|till|before|after) (?:he|she|they|i) (?:was|were|is) (?P<low>{_N})(?![\w%-]|[.,]\d| [a-z]+s\b)")
_OF_AGE = re.compile(r"\b(?:his|her|their) age, (?P<low>\d{1,3})(?=,)")
_DECADE = re.compile(
    r"\b(?:in )?(?:(?:his|her|their|its|my|your|our) )(?P<part>early|mid|late|middle)?(?: to (?:mid|late))?[ -]{0,3}(?P<low>teens"
    r"|\d0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_BIRTHDAY = re.compile(r"\b(?P<low>\d{1,3})(?:st|nd|rd|th) birthday\b")
_TWIN = re.compile(r"(?<![\w.,])(?P<low>\d{1,2})- (?:and|or) $")
_OLD_CUE = re.compile(r"old|of age")
_DECADE_CUE = re.compile(r"\d0'?s\b|teens\b|ties\b")
_ADULTS = re.compile(
    r"\b(?:adults|anyone|people|those|women|men|drivers|residents|children|kids) (?P<hedge>over |under "
    r"|older than |younger than )(?P<low>\d{2})(?![\w%-]|[,.]\d| [a-z]+s\b| (?:percent|per|million|billion"
    r"|thousand))"
)
_CHILDREN = re.compile(
    r"\b(?:children|kids|babies|infants|toddlers|boys|girls) (?P<hedge>under |over |below |older than |younger than )"
    r"(?:the age of )?"
    rf"(?P<low>{_N})(?![\w%-]|[,.]\d| [a-z]+s\b| (?:percent|per|million|billion|thousand|hundred|feet))"
)
_OF = re.compile(
    r"\b(?:man|woman|boy|girl|child|youth|lad|widow|widower|daughter|son) of "
    rf"(?P<low>{_N})(?=[.,;)]| (?:who|was|is|and|or|from|in|with|has|had|[a-z]+ed)\b|$)"
)
_AS_YOUNG = re.compile(rf"\bas (?P<way>young|old) as (?P<low>{_N})(?![\w%-]|[,.]\d| [a-z]+s\b| (?:million|billion|thousand|hundred)\b)")
_MEASURES = (
    "average", "median", "mean", "minimum", "maximum", "retirement", "pension", "voting", "drinking", "legal", "leaving", "marriage",
    "driving", "smoking", "working",
)  # fmt: skip
_MEASURED = re.compile(
    rf"\b(?:{'|'.join(_MEASURES)}) ages?\b"
    rf"[^.;:!?\d]{{0,48}}?\b(?:is|was|of|to|at|from|reached|hit) (?:about |around |just |only )?{_RANGE}"
    r"(?![\w%]|[,.]\d| (?:percent|per|million|thousand|hundred)\b)"
)
_FIRST = re.compile(r"(?:^|[.!?\"“”\n] {0,2})(?:now|at|at just|at only|only|then) (?P<low>[1-9]\d)(?=, (?:he|she|his|her)\b)")
_OLDER = re.compile(r"(?<![\w.,$-])(?P<low>\d{2})(?= (?:or|and) (?:older|younger)\b)")
_OR_OLDER = re.compile(r" (?:or|and) (older|over|above|up|younger|under|below)\b")
_ONLY = re.compile(
    r"\b(?:i'm|i am|he's|she's|he is|she is|he was|she was|i was|they were|were|was|is|are) (?:only |just "
    r"|now |then |barely )(?P<low>\d{1,2})(?:(?P<join> and | an )(?P<high>\Z))?(?=(?: when| at the time"
    r"| years? old|[.…,;](?!\d)| and \d| but | - |$))"
)
_PLACED = (_WHEN, _TURNED, _BIRTHDAY, _DIED, _DIED_THERE, _OF_AGE, _ONLY, _OF, _MEASURED, _FIRST)
_BY_WORD: dict[str, tuple[re.Pattern[str], ...]] = {
    **dict.fromkeys(("under", "over", "below", "than"), (_CHILDREN,)),
    **dict.fromkeys(("was", "is", "were"), (_WHEN, _MEASURED)),
    **dict.fromkeys(("to", "at", "from", "reached", "hit", "about", "around", "just", "only"), (_MEASURED,)),
    "of": (_OF, _CHILDREN, _MEASURED),
    "as": (_AS_YOUNG,),
}
_DECADES = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_DAYS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?$"
)
_REFERENCES = re.compile(r"(?:no|chapter|page|section|verse|psalm|vol)\.?$")
_NAME = re.compile(r"(?:[^\W\d_a-z]|al-[A-Z]|de |[a-z]{2,3}-[A-Z])[\w'.-]*[^\W\d_A-Z]$|[A-Z][\w'.-]*\.$")


def find_sure_ages(text: str, lowered: str) -> Iterator[Mention]:
    """Ages that say so ("61-year-old", "aged 61", "in her 20s") and so go before dates and counts; some may overlap."""
    last = 0
    for cue in _OLD_CUE.finditer(lowered):
        at = cue.start()
        match = _OLD.search(lowered, max(last, at - 48), min(len(lowered), at + 8))
        if match is not None and (mention := _age(text, lowered, match)):
            last = match.end()
            yield mention
            if twin := _TWIN.search(lowered, max(0, mention.start - 12), mention.start):
                unit = match["unit"]
                yield _point(text, twin.start("low"), twin.end("low") + 1, twin.span("low"), Decimal(twin["low"]), unit, "exact")
    if "age" in lowered:
        for match in _AGED.finditer(lowered):
            if match.start() and lowered[match.start() - 1].isalpha():
                continue
            if match["join"] == " and " and "between" not in lowered[max(0, match.start() - 12) : match.start("low")]:
                yield from _each(text, match)
            elif mention := _age(text, lowered, match):
                yield mention
    if _DECADE_CUE.search(lowered):
        for match in _DECADE.finditer(lowered):
            yield _decade(text, match)


def _each(text: str, match: re.Match[str]) -> Iterator[Mention]:
    """ "aged 4 and 6": two ages, no range."""
    for name, start in (("low", match.start()), ("high", match.start("high"))):
        value = _value(match[name])
        if value is not None:
            yield _point(text, start, match.end(name), match.span(name), value, match["unit"] or "year", "exact")


def find_ages(text: str, lowered: str, runs: list[tuple[int, int]], begins: list[tuple[int, int]]) -> Iterator[Mention]:
    """Ages by their place: after a name, after "turned", "over 21" of people; some may overlap (the arbiter keeps the first).

    `runs` are the runs of digits of `text`, `begins` all that may begin a figure.
    """
    if "turn" in lowered:
        for match in _TURNED.finditer(lowered):
            if mention := _age(text, lowered, match):
                yield mention
    for match in _NAMED_WORDS.finditer(text):
        value = _value(match["low"])
        if value is not None and _after_name(text, match):
            yield _point(text, match.start("low"), match.end("low"), match.span("low"), value, "year", "exact")
    for start, end in begins:
        if lowered[start].isdecimal() or lowered[start:end] in _numbers():
            yield from _told(text, lowered, start)
    for start, end in runs:
        if end - start > 3 or not start or text[start - 1] not in " (,-—":
            continue
        yield from _placed(text, lowered, start, end)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(number.cardinals())


def _told(text: str, lowered: str, start: int) -> Iterator[Mention]:
    """The age that begins at `start` by the words before it: "when she was nine", "children under five", "the voting age is 16"."""
    before = lowered[max(0, start - 10) : start]
    if before[-1:] != " ":
        return
    for pattern in _BY_WORD.get(before[:-1].rpartition(" ")[2], ()):
        match = pattern.search(lowered, max(0, start - 90), min(len(lowered), start + 40))
        if match is not None and match.start("low") == start:
            if mention := _age(text, lowered, match):
                yield mention
            return


def _placed(text: str, lowered: str, start: int, end: int) -> Iterator[Mention]:
    """The age that the digits from `start` to `end` are by what stands round them."""
    if lowered.startswith((", he ", ", she ", ", his ", ", her "), end):
        match = _FIRST.search(lowered, max(0, start - 12), end + 5)
        if match is not None and match.start("low") == start and (mention := _age(text, lowered, match)):
            yield mention
            return
    named = _NAMED.match(text, _name_end(text, start)) or _PAREN.match(text, max(0, start - (3 if text[start - 1] == " " else 2)))
    if named is not None and named.start("low") == start and 0 < int(named["low"]) < 116 and _after_name(text, named):
        yield _point(text, start, end, (start, end), Decimal(named["low"]), "year", "exact")
        return
    word = lowered[max(0, start - 10) : start].rstrip(" ,").split(" ")[-1]
    if (
        word in ("is", "was", "he's", "she's", "he’s", "she’s")
        and end - start == 2
        and (match := _IS.search(text, max(0, start - 30), min(len(text), end + 8)))
        and match.start("low") == start
    ):
        yield _point(text, start, end, (start, end), Decimal(match["low"]), "year", "exact")
        return
    if (
        word in _WORDS_BEFORE
        or lowered.startswith((" or older", " and older", " or younger", " and younger"), end)
        or lowered.startswith(" birthday", end + 2)
    ):
        for pattern in (_ADULTS, _OLDER, _DIED, _DIED_THERE, _OF_AGE, _ONLY, _BIRTHDAY):
            match = pattern.search(lowered, max(0, start - 40), min(len(lowered), end + 24))
            if match is not None and match.start("low") == start:
                if mention := _age(text, lowered, match):
                    yield mention
                return


_WORDS_BEFORE = frozenset(("over", "under", "than", "at", "age", "only", "just", "now", "then", "barely"))


def _name_end(text: str, start: int) -> int:
    """Where the words before a possible age end: before ", ", " - ", ", then "."""
    for gap in (", now ", " , ", ", aged ", ", then ", " - ", " — ", ", ", ",", "-"):
        if text.endswith(gap, max(0, start - 8), start):
            return start - len(gap)
    return start


def _after_name(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    words = before.split()
    if words and words[-1].lower() in _persons() and text.startswith((",", " ,", ")", " )"), match.end("low")):
        return True  # "the driver, 43, was"
    led = words[-2].lower() if len(words) > 1 else ""
    if words and _NAME.match(words[-1]) and led not in _WHERE and _DOES_AFTER.match(text, match.end("low")):
        return True  # "Joubert (61) was"
    if words and _DOES.match(text, match.end("low")) and _ROLE.match(words[-1]) and words[-1] not in _measures():
        return True  # "the forward, 27, has paid", "Marek W, 34, spent"
    if not words or not _NAME.match(words[-1]):
        return False
    alone = len(words) < 2 or _NAME.match(words[-2]) is None
    if alone and (_DAYS.match(words[-1].lower()) or _REFERENCES.match(words[-1].lower())):
        return False
    return (len(words) > 1 and (_NAME.match(words[-2]) is not None or (len(words[-2]) < 3 and words[-2][0].isupper()))) or (
        match.re is _NAMED and text[match.end() : match.end() + 1] in (",", ";")
    )


_DOES = re.compile(
    r", (?:who|has|had|was|is|were|said|says|told|tells|spent|left|took|made|went|came|won|lost|got|gave|found|met|wrote|[a-z]{3,}ed)\b"
)
_DOES_AFTER = re.compile(r" ?\) (?:who|has|had|was|is|said|says|told|tells|left|came|lives|lived|works)\b")
_WHERE = frozenset(("in", "at", "near", "from", "to", "of"))
_ROLE = re.compile(r"[a-z]{4,}[a-rt-z]$|[A-Z]\.?$")
"""A singular noun or an initial, before ", 27,"."""


@cache
def _measures() -> frozenset[str]:
    return frozenset(table("nouns")["measures"]["words"])


@cache
def _persons() -> frozenset[str]:
    return frozenset(table("descriptions")["person"].split())


def _value(written: str) -> Decimal | None:
    return number.parse(written.replace("-", " "))


def _age(text: str, lowered: str, match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    if groups.get("article"):
        return _aged_one(text, lowered, match)
    low, high = _value(match["low"]), _value(groups["high"]) if groups.get("high") else None
    unit = groups.get("unit") or "year"
    if low is None or low > 99999 or (high is not None and high <= low) or (match.re is _TURNED and low < 2):
        return None
    start = match.start("low") if match.re in _PLACED else match.start()
    core = (match.start("low"), match.end("high") if high is not None else match.end("low"))
    approximation: Approximation = "exact"
    if (hedged := hedge_before(lowered, start)) and match.re not in _PLACED:
        start, approximation = hedged
    end = core[1] if match.re in _PLACED and match.re is not _BIRTHDAY else match.end()
    if match.re is _AGED and (bound := _AGE_BOUND.search(lowered, max(0, start - 16), start)) is not None and " of " in match.group() + " ":
        start = bound.start()
        approximation = "under" if bound[1] in ("under", "below", "until") else "over" if bound[1] in ("over", "above") else approximation
    if groups.get("way"):
        approximation = "at-least" if groups["way"] == "young" else "at-most"
    elif groups.get("hedge"):
        inner = hedge_before(lowered, match.start("low"))
        approximation = inner[1] if inner else approximation
    if bound := _OR_OLDER.match(lowered, match.end()):
        end, approximation = bound.end(), "at-least" if bound[1] in ("older", "over", "above", "up") else "at-most"
    if high is not None:
        amount = Amount(None, low, high, unit, Interval(low, high), Decimal(1), approximation)
        return Mention(start, end, text[start:end], "age", amount, core)
    return _point(text, start, end, core, low, unit, approximation)


def _aged_one(text: str, lowered: str, match: re.Match[str]) -> Mention | None:
    """ "less than a month old"; "a year old" without a hedge as well."""
    hedged = hedge_before(lowered, match.start())
    start, approximation = hedged if hedged else (match.start(), "exact")
    return _point(text, start, match.end(), match.span("article"), Decimal(1), match["unit"], approximation)


def _point(text: str, start: int, end: int, core: tuple[int, int], value: Decimal, unit: str, approximation: Approximation) -> Mention:
    resolution = number.resolution_of(str(value)) if approximation == "about" else Decimal(1)
    amount = Amount(value, None, None, unit, implied(value, resolution, approximation, exact=True), resolution, approximation)
    return Mention(start, end, text[start:end], "age", amount, core)


def _decade(text: str, match: re.Match[str]) -> Mention:
    word = match["low"].replace("'", "").rstrip("s") if match["low"][0].isdigit() else match["low"]
    first = int(word) if word.isdigit() else _DECADES[word]
    low, high = (13, 19) if first == 13 else (first, first + 9)
    if first == 13 and match["part"]:
        low, high = {"early": (13, 15), "late": (17, 19)}.get(match["part"], (14, 17))
    elif match["part"] == "early":
        high = low + 3
    elif match["part"] in ("mid", "middle"):
        low, high = low + 4, low + 6
    elif match["part"] == "late":
        low += 7
    amount = Amount(None, Decimal(low), Decimal(high), "year", Interval(Decimal(low), Decimal(high)), Decimal(1), "exact")
    return Mention(match.start(), match.end(), text[match.start() : match.end()], "age", amount, match.span("low"))
