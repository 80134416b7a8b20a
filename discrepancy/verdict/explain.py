"""One plain sentence for a verdict: who says what, and why the values exclude each other or how all can be true."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.model import Amount
from discrepancy.normalise.slip import slip
from discrepancy.verdict.judge import Judgeable, Outcome, Statement, explaining

Named = Callable[[str], str]
"""Article id -> the name people know it by."""
MOST_SOURCES = 3


def listed(words: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sources(statements: Sequence[Statement], named: Named) -> str:
    """The sources of one value, the first few by name."""
    seen = list(dict.fromkeys(named(s.article) for s in statements))
    if len(seen) > MOST_SOURCES + 1:
        return listed([*seen[:MOST_SOURCES], f"{len(seen) - MOST_SOURCES} more"])
    return listed(seen)


def label(statements: Sequence[Statement]) -> str:
    """The value in the sources' words: the commonest quote, the shorter of two as common; never from a headline if the text says it."""
    counts: dict[str, int] = {}
    for s in statements:
        key = _inner(" ".join(s.mention.text.split()), s.mention.kind)
        counts[key] = counts.get(key, 0) + (1 if s.mention.field == "title" else 4)
    return min(counts, key=lambda q: (-counts[q], len(q), q))


_FIGURES = frozenset({"count", "percent", "quantity", "duration", "age"})


def _inner(quote: str, kind: str) -> str:
    """A quote that opens a sentence, as it would stand inside one: "Seven people" is "seven people"."""
    first = quote.split(" ")[0]
    return quote[0].lower() + quote[1:] if kind in _FIGURES and first.istitle() and first.isalpha() and len(first) > 2 else quote


def explain(outcome: Outcome, named: Named) -> str:
    """The sentence."""
    if outcome.verdict == "agree":
        return f"{sources(outcome.values[0], named)} all say {label(outcome.values[0])}."
    pair = _told(outcome)
    x, y = outcome.values[pair.left], outcome.values[pair.right]
    said = _said(x, y, named)
    reason = pair.relation.reason
    if outcome.verdict == "conflict":
        parts = [f"{said}: {reason}." if reason else f"{said}: both cannot be true of one thing."]
        parts += _notes(x, y, named)
    else:
        parts = [f"{said}: {reason}." if reason else f"{said}: both can be true."]
    rest = len(outcome.values) - 2
    if rest > 0:
        others = listed([label(v) for i, v in enumerate(outcome.values) if i not in (pair.left, pair.right)][:4])
        parts.append(f"Also said: {others}.")
    return " ".join(parts)


def _told(outcome: Outcome) -> Judgeable:
    """The pair of values to tell: one that excludes each other where there is one, between the most widely told values.

    A pair that only hedges one figure, or sets one against a word without digits, is told where no other is there.
    """
    wanted = "exclusive" if outcome.verdict == "conflict" else "compatible"
    chosen = [p for p in outcome.pairs if p.relation.stand == wanted] or list(outcome.pairs)

    def weak(pair: Judgeable) -> bool:
        return (len(pair.relation.causes) < 2 and "hedge" in pair.relation.causes) or any(
            _vague(outcome.values[side]) for side in (pair.left, pair.right)
        )

    return min(chosen, key=lambda p: (weak(p), p.left + p.right))


def _vague(statements: Sequence[Statement]) -> bool:
    return all(isinstance(s.mention.value, Amount) and s.mention.value.approximation == "vague" for s in statements)


def _said(x: Sequence[Statement], y: Sequence[Statement], named: Named) -> str:
    left, right = sources(x, named), sources(y, named)
    if left == right:
        return f"{left} {_says(x)} both {label(x)} and {label(y)}"
    verb = _says(x)
    return f"{left} {verb} {label(x)}, {right} {label(y)}"


def _says(statements: Sequence[Statement]) -> str:
    return "says" if len({s.article for s in statements}) == 1 else "say"


def _notes(x: Sequence[Statement], y: Sequence[Statement], named: Named) -> list[str]:
    """What explains the conflict of these two values without acquitting it."""
    notes = []
    causes = explaining(x, y)
    if "scope" in causes:
        one, two = _words(x, "scope"), _words(y, "scope")
        notes.append(f"{_who(x, 'scope', named)} speaks of {one}, {_who(y, 'scope', named)} of {two}.")
    if "attribution" in causes:
        notes.append(f"The one follows {_words(x, 'speaker')}, the other {_words(y, 'speaker')}.")
    if "update" in causes:
        early, late = sorted(min(s.published for s in v) for v in (x, y))
        notes.append(f"The articles appeared on {early} and {late}: the later may be an update.")
    if "part-whole" in causes:
        part = next(s for s in (*x, *y) if s.part)
        notes.append(f"{named(part.article)} gives a part: “{part.part}”.")
    slipped = next((told for s in x for t in y if (told := _slip(s, t))), "")
    if slipped:
        notes.append(f"A likely slip: {slipped}.")
    both = {s.article for s in x} & {s.article for s in y}
    if both and {s.article for s in x} != {s.article for s in y}:
        notes.append(f"{listed([named(a) for a in sorted(both)])} {'says' if len(both) == 1 else 'say'} both.")
    return notes


def _slip(s: Statement, t: Statement) -> str:
    one, two = s.mention.value, t.mention.value
    return slip(one, two) if isinstance(one, Amount) and isinstance(two, Amount) else ""


def _who(statements: Sequence[Statement], what: str, named: Named) -> str:
    """The source whose words `_words` gives."""
    return named(next(s.article for s in statements if (s.scope if what == "scope" else s.speaker)))


def _words(statements: Sequence[Statement], what: str) -> str:
    if what == "scope":
        return next((s.scope[0] for s in statements if s.scope), "")
    return next((s.speaker for s in statements if s.speaker), "")
