"""Figures read by rules of their own: none, multiples, "a week", ranks; what is no numeral: "one", years, names that end in a number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction import nouns, scores
from discrepancy.extraction.amounts_around import Read
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.extraction.amounts_mention import mentioned
from discrepancy.lexicon import table
from discrepancy.model import Approximation, Mention
from discrepancy.text.words import lemma

_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|of|during|from|until|till|through|early|late|mid|before|after|around|circa|between|and|to)[ -]|[(,] ?|^)$"
)


def is_numeral_one(text: str, lowered: str, read: Read) -> bool:
    """Whether "one" is a number here and no pronoun: a noun, a unit or "of the …" follows, and no determiner stands before it."""
    figure = read.figure
    if lowered[figure.start : figure.end] != "one":
        return True
    if lowered.startswith((" or more ", " or two "), figure.end) or re.search(
        r"\b(?:killing|wounding|injuring|hurting|leaving|arresting|at least) $", lowered[max(0, figure.start - 10) : figure.start]
    ):
        return True
    before = lowered[max(0, figure.start - 14) : figure.start].rstrip(" -").split(" ")[-1].strip("\"'(")
    if before in table("nouns")["before_one"]["words"] and not (
        before in ("or", "only", "some", "not", "another", "number", "day", "first", "last", "next") and read.unit
    ):
        return False
    if read.unit in ("", "another", "thing", "way", "reason", "person" if before in ("like",) else ""):
        return read.unit != "" and read.unit not in ("another",)
    return not re.match(
        r"(?: (?:another|thing is|day,|day (?:he|she|they|it|we|be|soon|after)\b|way or)|-on-|-sided|-time|-way\b|-off\b|-liner)",
        lowered[figure.end : figure.end + 14],
    )


def is_year(lowered: str, read: Read) -> bool:
    figure = read.figure
    if (
        read.own
        or figure.form != "digits"
        or figure.end - figure.start != 4
        or figure.value is None
        or not 1500 <= figure.value <= 2100
        or figure.suffix
    ):
        return False
    if figure.value != figure.value.to_integral_value() or not lowered[figure.start : figure.end].isdigit():
        return False
    hedged = preceding.hedge_before(lowered, read.start)
    if (hedged and not lowered.startswith(("as far", "as late", "within", "beyond", "as long"), hedged[0])) or (
        figure.value % 100 == 0 and not _YEAR_CUE.search(lowered[max(0, figure.start - 10) : figure.start])
    ):
        return False
    if 1900 <= figure.value <= 2050:
        return True
    return _YEAR_CUE.search(lowered[max(0, figure.start - 10) : figure.start]) is not None


_CAPITALISED = re.compile(r"(?:^|[ (\"'])[a-z][\w',]* [\"'(]?(?:[A-Z][\w&]*[ -])*[A-Z][a-z][\w&]*[ -]$")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)[ -]$")


def is_named(text: str, read: Read) -> bool:
    """Whether a bare number only ends a name ("Apple Watch 5"): a capitalised word stands before it, and nothing is counted."""
    figure = read.figure
    if (
        read.own
        or read.unit
        or read.plus
        or figure.form != "digits"
        or figure.value is None
        or figure.value >= 1000
        or figure.scaled
        or read.start != figure.start
    ):
        return False
    before = text[max(0, figure.start - 40) : figure.start]
    words = before.split()
    if words and lemma(words[-1].lower()) in _telling_verbs():
        return False  # "Quake in Iran Kills 10"
    return _CAPITALISED.search(before) is not None and _MONTH.search(before) is None


@cache
def _telling_verbs() -> frozenset[str]:
    return frozenset(table("decoys")["names"]["verbs"])


_CAPITAL_NEXT = re.compile(r"[A-Z][a-z-]+ [A-Z][a-z]")
_RUNNING = re.compile(r"(?<![A-Za-z'])[A-Za-z]{4,}(?![A-Za-z'])")
_SMALL_WORDS = frozenset(
    ("with", "from", "over", "after", "into", "than", "near", "amid", "that", "when", "until", "some", "under", "least")
)


def is_title(text: str, read: Read) -> bool:
    """Whether a number word only begins a name ("the band Nine Inch Nails"): capitals in the midst of running text."""
    figure = read.figure
    if figure.form != "words" or not text[figure.start].isupper() or text[figure.start - 1 : figure.start] != " ":
        return False
    if not _CAPITAL_NEXT.match(text, figure.start):
        return False
    line = text[max(0, figure.start - 80) : figure.start]
    sentence = re.split(r"[.!?:;\n\"“]", line)[-1]
    words = [word for word in _RUNNING.findall(sentence) if word.lower() not in _SMALL_WORDS]
    return bool(words) and sum(word.islower() for word in words) * 2 > len(words)


def read_none(text: str, figure: Figure) -> Mention | None:
    if text[figure.start : figure.end].lower() in ("nobody", "no one"):
        return mentioned(text, figure.start, figure.end, "count", figure, "person", "exact")
    if figure.end - figure.start == 2:
        over = _PASSED.match(text, figure.end)
        at = over.end() - 1 if over else figure.end
        noun = nouns.after(text, at, most=4)
        if noun is None and (single := nouns.after(text, at, one=True, most=4)) is not None and single.head in _none_nouns():
            noun = single
        if noun is None or noun.head not in _none_nouns():
            return None
        return mentioned(text, figure.start, noun.end, "count", figure, noun.head, "exact", modifiers=noun.modifiers)
    if _NONE_IS.match(text, figure.end):
        return mentioned(text, figure.start, figure.end, "count", figure, "", "exact")  # "None were hurt"
    if text[figure.start : figure.end].lower() == "neither" and (one := _NEITHER_ONE.match(text, figure.end)):
        return mentioned(text, figure.start, one.end(1), "count", figure, nouns.singular(one[1]), "exact")
    if not text.startswith(" of ", figure.end):
        return None
    noun = nouns.after(text, figure.end, most=5)
    end, head = (noun.end, noun.head) if noun else (figure.end, "")
    return mentioned(text, figure.start, end, "count", figure, head, "exact", modifiers=noun.modifiers if noun else ())


_PASSED = re.compile(r" (?:damage or|reported|known|confirmed|immediate reports of|reports of|report of) ")
_NONE_IS = re.compile(r" (?:was|were|has been|have been|had been) ")
_NEITHER_ONE = re.compile(r" ([a-z]+) (?:was|has been|had been) ")


@cache
def _none_nouns() -> frozenset[str]:
    return frozenset(nouns.singular(word) for word in table("nouns")["none"]["words"])


def read_multiple(text: str, lowered: str, figure: Figure) -> Mention | None:
    if lowered.startswith(
        ("-check", " check", "-digit", " a ", " an ", " in ", " weekly", " daily", " yearly", " monthly", " per "), figure.end
    ) and lowered.startswith("twice", figure.start):
        return None
    hedge = preceding.hedge_before(lowered, figure.start)
    kind: Approximation = "exact"
    start, kind = hedge if hedge else (figure.start, kind)
    return mentioned(text, start, figure.end, "count", figure, "time", kind)


_TIME = re.compile(
    r" (week|month|year|decade|century|hour|day|minute|fortnight|night)(?![a-z])(?! ?-? ?(?:ago|earlier"
    r"|later|before|prior|from now|old|'s)\b|'s| in (?:jail|prison)\b(?<!x))"
)


def read_span(text: str, lowered: str, figure: Figure) -> Mention | None:
    match = _TIME.match(lowered, figure.end)
    if match is None:
        return _long(text, lowered, figure)
    hedged = preceding.hedge_before(lowered, figure.start)
    if hedged and preceding.during(lowered, hedged[0], figure.start):
        hedged = (figure.start, "exact")
    if hedged is None and lowered.startswith("another day", figure.start):
        return None  # some other day
    if (
        match[1] in ("day", "night", "year", "minute")
        and hedged is None
        and not lowered.startswith(" and a half", match.end())
        and not re.search(
            r"\b(?:for|after|within|lasted|spent|spends?|spending|took|takes?|whole|full|entire|only|just)[ a-z]{0,12}$",
            lowered[max(0, figure.start - 12) : figure.end],
        )
    ):
        return None
    kind: Approximation = "exact"
    start, kind = hedged if hedged and hedged[1] != "exact" else (figure.start, kind)
    half = re.compile(r" and a half(?![a-z])").match(lowered, match.end())
    whole = replace(figure, value=Decimal("1.5") if half else Decimal(1), resolution=Decimal("0.5") if half else Decimal(1))
    end = half.end() if half else match.end()
    after = following.hedge_after(lowered, end)
    if after:
        end, kind = after
    return mentioned(text, start, end, "duration", whole, match[1], kind)


_LONG = re.compile(r"(week|month|year|decade|century|hour|day|minute|fortnight|night)(?= ?- ?long\b)")


def _long(text: str, lowered: str, figure: Figure) -> Mention | None:
    """ "the decade-long war": one of the unit."""
    match = _LONG.match(lowered, figure.end)
    if match is None:
        return None
    hedged = preceding.hedge_before(lowered, figure.start)
    start, kind = hedged if hedged else (figure.start, "exact")
    return mentioned(text, start, match.end(), "duration", figure, match[1], kind, core=match.span())


def read_stretch(text: str, lowered: str, figure: Figure) -> Mention | None:
    """ "for weeks" with a figure that ends where its unit starts; a mention of the words from "many" or the unit on."""
    found = following.unit_after(text, lowered, figure.end, False)
    if found is None or found.kind != "duration":
        return None
    start = figure.start
    return mentioned(text, start, found.end, "duration", figure, found.unit, "vague", core=(start, found.end))


_PART = re.compile(r" and (?:a|one)[ -](?:half|quarter|third)(?![a-z])")


def read_extent(text: str, lowered: str, figure: Figure) -> Mention | None:
    """ "up to a tonne", "a mile and a half"."""
    found = following.unit_after(text, lowered, figure.end, False)
    if found is None or found.kind != "quantity" or following.rate_after(text, lowered, found.end) is not None:
        return None
    end = part.end() if (part := _PART.match(lowered, found.end)) else found.end
    hedged = preceding.hedge_before(lowered, figure.start)
    kind: Approximation = "exact"
    start, kind = hedged if hedged else (figure.start, kind)
    if after := following.hedge_after(lowered, end):
        end, kind = after
    return mentioned(text, start, end, "quantity", figure, found.unit, kind)


_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my", "in", "is", "was"))


@cache
def _placed() -> frozenset[str]:
    return frozenset(table("nouns")["placed"]["words"])


_NO_PLACE = re.compile(r" (?:time|half|quarter|thoughts?|year|day|week|month)\b")
_NO_RANK = re.compile(
    r"(?: (?:time|half|place\b(?! (?:finish))|hand|party|lady|name|thing|things|glance|sight|step|all|and"
    r"|aid|class|person|quarter|day|week|month|year|hours|days|weeks|months|years|few|ever|minister|was"
    r"|of|two|three|four|five|six|seven|eight|nine|ten|amendment)\b|[-.,;:)])"
)
_RANK_ALL_THE_SAME = re.compile(
    r" place|-(?:[a-z]+est|ranked|placed|seeded|best|worst|most)\b| of (?:its|his|her|their|our|those|these)\b"
    r"| and (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\b"
)


def read_rank(text: str, lowered: str, figure: Figure) -> Mention | None:
    """An ordinal word that ranks something: a determiner before it, no "first time", "second half", "third party"."""
    before = lowered[max(0, figure.start - 12) : figure.start].rstrip(" ").split(" ")[-1]
    if before in _placed():
        if _NO_PLACE.match(lowered, figure.end):
            return None
        assert figure.value is not None
        return scores.rank(text, figure.start, figure.end, figure.value)
    if before not in _DETERMINERS and not before.endswith("'s"):
        return None
    if _NO_RANK.match(lowered, figure.end) and (figure.value == 1 or not _RANK_ALL_THE_SAME.match(lowered, figure.end)):
        return None
    assert figure.value is not None
    return scores.rank(text, figure.start, figure.end, figure.value)
