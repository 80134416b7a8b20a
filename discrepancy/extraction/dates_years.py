"""A four-digit number that stands alone: a year, or a count of something."""

from __future__ import annotations

from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, near, words
from discrepancy.normalise.date_written import Written


def bare_year(t: Tokens, i: int) -> Read | None:
    """The year at token i, with "the year" before it; None where it is a count, a code or a number without a context."""
    j = i
    named = t.word(i) == "year" or (t.word(i) == "the" and t.word(i + 1) == "year")
    if named:
        j = t.skip(t.skip(t.skip(i, "the"), "year"), "of")
    found = points.year(t, j)
    if found is None:
        return None
    year, end = found
    worded = not t.digits(j) and t.word(j) not in APOSTROPHES
    if worded and t.word(j - 1) in near("before_year") and t.word(end) not in words().counted:
        return Written(year=year), end
    if named or (not worded and _is_year(t, j, year)):
        return Written(year=year), end
    return None


def year_span(t: Tokens, i: int) -> tuple[tuple[Written, Written], int] | None:
    """ "1967-1979", "1998–2004": two rising years joined by one dash, and no longer code."""
    first = points.year(t, i)
    if (
        first is None
        or (t.word(i + 1) not in DASHES and t.word(i + 1) != "/")
        or (t.glued(i) and (t.word(i - 1) in DASHES or t.word(i - 1).isalnum()))
    ):
        return None
    last = points.year(t, i + 2) or _next_year(t, i + 2, first[0])
    if last is None or last[0] <= first[0] or last[0] - first[0] > 500 or t.digits(i + 2) == "":
        return None
    j = last[1]
    if t.glued(j) and (t.word(j) in DASHES or t.word(j).isalpha()):
        return None
    return (Written(year=first[0]), Written(year=last[0])), j


def _next_year(t: Tokens, i: int, first: int) -> tuple[int, int] | None:
    """The two digits after "2013-": the year after, as seasons and accounts are told; None for other digits."""
    two = t.digits(i)
    joined = len(two) == 2 and t.glued(i) and t.glued(i - 1) and not (t.glued(i + 1) and t.word(i + 1) in DASHES | {"/", ".", ":"})
    return (first + 1, i + 1) if joined and int(two) == (first + 1) % 100 else None


def _is_year(t: Tokens, i: int, year: int) -> bool:
    before, after = t.word(i - 1), t.word(i + 1)
    if before == "than" and t.word(i - 2) in ("later", "earlier"):
        return True
    if before in DASHES and t.digits(i - 2) and (len(t.digits(i - 2)) != 4 or t.word(i - 3) in DASHES or after in DASHES):
        return False
    if before in near("before_no_year") or (t.glued(i) and before.isalnum()) or (t.glued(i + 1) and after.isalpha()) or _in_code(t, i):
        return False
    opens = before in near("before_year") and t.word(i - 2) in ("", ".", '"', "“") and 1950 <= year <= 2060 and year % 100
    if opens and after in ("people", "men", "women", "children", "police", "troops"):  # "In 2014 people began to leave"
        return True
    if after in words().counted or _counts(t, i, before, year):
        return False
    if before in near("before_year"):
        return True
    recent = 1900 <= year <= 2060
    if before in near("before_likely_year") or before in DASHES:
        return (
            recent
            and (
                after in near("ends")
                or after in near("after_year")
                or not after.isalpha()
                or before in ("of", "from", "by", "before", "after")
            )
        ) or (after in near("ends") and before in ("by", "from", "to", "of", "before", "after"))
    if before in near("before_title_year") and after in near("ends"):
        return True
    if before in ("a", "an") and after.isalpha() and year < 1900 and not after.endswith("s"):
        return True
    if not recent:
        return False
    if before in near("determiners"):
        return (after.isalpha() and not t.possessive(i + 1)) or after in DASHES
    if before == "(" or after == ")":
        return True
    if i == 0 or before in near("ends") or before == "\n":
        return (
            after in near("after_year")
            or after in near("ends")
            or (after.isalpha() and t.raw[i + 1][0].islower() and not after.endswith("s"))
        )
    if before.isalpha() and t.raw[i - 1][0].isupper() and after in near("ends"):
        return False
    if not before.isalpha() or not after.isalpha() or before in ("at", "all", "with", "has", "have", "had", "are", "were"):
        return False
    if t.raw[i + 1][0].isupper():  # "a crowded 2016 Republican field", not "2000 Iraqis"
        return year % 100 != 0 and year >= 1950
    return not after.endswith("s") or t.word(i - 2) in near("determiners")


def _counts(t: Tokens, i: int, before: str, year: int) -> bool:
    """Whether a plural noun follows that the number counts: "2026 exchanges", not "the 2014 elections" or "in 2014 sales fell"."""
    after = t.word(i + 1)
    if not after.isalpha() or not after.endswith("s") or after.endswith("ss") or len(after) < 4 or after in words().verbs_in_s:
        return False
    if t.raw[i + 1][0].isupper():
        return False
    if before in near("before_year") and t.word(i - 2) in ("", ".", "\n", '"', "“"):
        return False
    named = before in near("determiners") or (
        before.isalpha() and t.word(i - 2) in near("determiners") and before not in near("before_no_year")
    )
    return not (named and 1900 <= year <= 2060)


def _in_code(t: Tokens, i: int) -> bool:
    """Part of a telephone number, a range of figures or a code."""
    if t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2) and len(t.digits(i + 2)) in (1, 3, 5, 6, 7, 8):
        return True
    return (
        t.word(i - 1) in DASHES
        and t.glued(i)
        and t.glued(i - 1)
        and ((t.word(i - 2).isalpha() and t.word(i - 2) not in ("mid",)) or len(t.digits(i - 2)) in (1, 2, 3, 5, 6, 7, 8))
    )
