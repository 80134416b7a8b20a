"""Claims called untrue, matched with the articles that tell them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.alignment.polarity_story import (
    UNSURE,
    VERBAL,
    Denials,
    Match,
    Piece,
    StoryClauses,
    Texts,
    affirmed,
    content,
    named,
    pattern,
    shared_words,
    words,
)
from discrepancy.model import Mention, Polarity

TELLERS = 2  # articles that must tell what one calls untrue: a claim worth denying is told more than once
BACKED = 0.45  # score from which an article tells it


def claim_matches(story: StoryClauses, texts: Texts, denials: Denials) -> Iterator[Match]:
    """An article calls a claim untrue, denies it or sees no evidence for it; others, which never do, state it.

    What is claimed are the content words of the denial's sentence, or, where that has few ("The claim is false"), of the words before it.
    """
    tellers = len({p.article for p in story.pieces}) - 1
    denying = {a for a, m in denials if _calls_untrue(m)}
    for article, mention in denials:
        if not _calls_untrue(mention) or _ELSEWHERE.search(mention.text):
            continue
        text = texts[article, mention.field]
        own = content(text, mention.start, _sentence_end(text, mention.end)) - words("idle") - words("light") - words("claim")
        short = len(own) < 3
        about = (
            own if not short else own | content(text, max(0, mention.start - 250), mention.start) | content(texts[article, "title"], 0, 200)
        )
        about = frozenset(w for w in about - words("idle") - words("light") if story.spread.get(w, 0) >= 2)
        if len(about) < 3:
            continue
        names = named(text, mention.start, mention.end)
        outright = pattern("false_claim").search(mention.text) is not None
        told: list[Match] = []
        for teller in sorted({p.article for p in story.pieces} - (denying if outright else {article})):
            best, score = _teller(story, about, teller, short)
            if best is None or len(about & best.lemmas) < (3 if short else 2) or (names and not names & best.around):
                continue
            score += (0.1 if mention.start < 1000 else 0.0) + (0.1 if outright else 0.0)
            best = _governed(texts[teller, best.field], best)
            topic = shared_words(texts[teller, best.field], best.start, best.end, about) + ": true or not"
            told.append(Match((article, mention), (teller, affirmed(best, texts[teller, best.field], "true", "")), score, "claim", topic))
        if sum(m.score >= BACKED for m in told) >= min(TELLERS, tellers):
            yield from told


def _teller(story: StoryClauses, about: frozenset[str], teller: str, short: bool) -> tuple[Piece | None, float]:
    """The clause of `teller` that states the claim best, and how well.

    A claim of few words of its own is looked for in the title and first sentences, by words that many articles share.
    """
    best, most = None, 0.0
    whole = story.weigh(about) ** 0.5
    articles = max(story.spread.values())
    for piece in story.pieces:
        if piece.article != teller or (short and piece.number > 2):
            continue
        told = _told(story, about, piece) / whole
        if short and told:
            shared = about & piece.lemmas
            told = sum(story.spread[w] / articles for w in shared) / (4 + len(piece.lemmas)) ** 0.5 / 2.2
        if told > most:
            best, most = piece, told
    return best, most


def _governed(text: str, piece: Piece) -> Piece:
    """A clause that begins with "that", with the words that govern it ("X has confirmed that …")."""
    if not piece.text.startswith("that "):
        return piece
    low = max(piece.sentence[0], piece.start - 40)
    before = re.search(r"[A-Z][\w ’']{2,38} $", text[low : piece.start])
    return replace(piece, start=low + before.start(), text=text[low + before.start() : piece.end]) if before else piece


def _calls_untrue(mention: Mention) -> bool:
    return isinstance(mention.value, Polarity) and mention.value.predicate == "true"


_ELSEWHERE = re.compile(r"\b(?:previously|earlier|another|other|past|rumou?rs saying)\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:which|who|whose|during|according|despite)\b", re.IGNORECASE)


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"[.!?\n]").search(text, start)
    return min(stop.start() if stop else len(text), start + 200)


def _told(story: StoryClauses, about: frozenset[str], piece: Piece) -> float:
    """How well a clause states what is denied: weight shared, less for a long clause; 0 for questions and denials."""
    if piece.negative or piece.question or _ASIDE.match(piece.text) or UNSURE.search(piece.text) or not VERBAL.search(piece.text):
        return 0.0
    shared = story.weigh(about & piece.lemmas) + 0.25 * story.weigh(about & piece.around - piece.lemmas)
    return shared / math.sqrt(max(10.0, story.weigh(piece.lemmas)))
