"""The words that are shown of a statement: its clause, where that is long the stretch that says it."""

from __future__ import annotations

from discrepancy.alignment.polarity_pairs import Pair, Told, context
from discrepancy.model import Mention, Polarity
from discrepancy.text.clauses import LONGEST, shortened
from discrepancy.text.statements import Statement


def spans(story: Told, pair: Pair) -> tuple[Mention, Mention]:
    """The denial and the affirmation of a pair, as mentions."""
    a, b = story.said[pair.deny], story.said[pair.affirm]
    return denied(story, a), affirmed(story, b, context(story, pair.deny), a.predicate)


def denied(story: Told, one: Statement) -> Mention:
    """The clause of a denial, cut round the word that denies."""
    return _mention(story, one, one.centre, one.predicate or one.verb, False)


def affirmed(story: Told, one: Statement, about: dict[str, float], predicate: str) -> Mention:
    """The clause of an affirmation, cut to the stretch that holds most of what is denied."""
    gains = [(story.weight.get(x, 0.0) * about.get(x, 0.0), start, end) for x, start, end in one.spots]
    best, centre = 0.0, one.centre
    for i, (_, start, _) in enumerate(gains):
        held = [(g, e) for g, _, e in gains[i:] if e - start <= LONGEST and g > 0]
        if sum(g for g, _ in held) > best + 1e-9:
            best, centre = sum(g for g, _ in held), (start, held[-1][1])
    return _mention(story, one, centre, predicate, True)


def _mention(story: Told, one: Statement, centre: tuple[int, int], predicate: str, holds: bool) -> Mention:
    text = story.articles[one.article].field_text(one.field)
    low, high = shortened(text, one.start, one.end, centre)
    return Mention(low, high, text[low:high], "polarity", Polarity(predicate, holds), centre, one.field)
