"""A physical unit that the project's own table does not know, asked of quantulum3: lazily, one short token at a time, and remembered.

quantulum3 must not see a sentence (it reads "29M exchanges" as 29 metres), takes seconds to load and grows slow on long input; so it
is given "1 TOKEN" for a token that is written like a unit ("A/cm2", "kΩ"), never one in capitals, and its answer counts only where
it is that one unit.
"""

from __future__ import annotations

import re
import warnings
from contextvars import ContextVar
from functools import lru_cache

MOST = 8
"""Tokens of one text that are asked for; each costs ten milliseconds, and no article has more units that the table does not know."""
_asked: ContextVar[frozenset[str] | None] = ContextVar("asked", default=None)

_WRITTEN_LIKE_A_UNIT = re.compile(r"[A-Za-zΩµμ]{1,4}(?:/[A-Za-z]{1,3}[²³23]?|[²³])$|[kMGmµμ]Ω$")
_WORDS = frozenset(("and/or", "he/she", "his/her", "him/her", "w/o", "n/a", "m/f", "a/c", "s/he", "tv/dvd"))


def looks_like_unit(token: str) -> bool:
    """Whether a token is written as no word is, so that asking is worth the time."""
    return len(token) <= 9 and not token.isupper() and token.lower() not in _WORDS and _WRITTEN_LIKE_A_UNIT.match(token) is not None


def begin_text() -> None:
    """A new text may ask for `MOST` tokens, whatever was asked for others: what is read of it hangs on nothing but itself."""
    _asked.set(frozenset())


def rare_unit(token: str) -> str | None:
    """quantulum3's name of the unit `token`, None where it knows none (or is not there), or after `MOST` others in one text."""
    if not looks_like_unit(token):
        return None
    asked = _asked.get()
    if asked is not None and token not in asked:
        if len(asked) >= MOST:
            return None
        _asked.set(asked | {token})
    return _looked_up(token)


@lru_cache(maxsize=512)
def _looked_up(token: str) -> str | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from quantulum3 import classifier, parser

            classifier.USE_CLF = False  # its model does not load beside a current scikit-learn, and gains nothing
            found = parser.parse(f"1 {token}")
    except Exception:  # a library's failure on one token must not cost the article
        return None
    if len(found) != 1 or found[0].value != 1 or found[0].span[1] != len(token) + 2:
        return None
    name = str(found[0].unit.name)
    entity = found[0].unit.entity.name
    return None if name in ("dimensionless", "unk") or entity == "currency" or (entity == "unknown" and " per " not in name) else name
