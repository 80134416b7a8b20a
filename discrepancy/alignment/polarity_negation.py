"""Denials matched with what they deny: the same predicate of the same subject or object, and what is unique."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    shared_words,
    words,
)
from discrepancy.model import Mention, Polarity


def negated_matches(story: StoryClauses, texts: Texts, denials: Denials) -> Iterator[Match]:
    """Denials whose predicate another article affirms of the same subject or object.

    The score is the share of the denied clause's weight (rare words weigh more) that the affirming clause and its sentence hold,
    lowered by what the affirming clause says besides. A name in the denial must stand in the affirming sentence.
    """
    by_lemma: dict[str, list[Piece]] = {}
    for piece in story.pieces:
        if not piece.negative and not piece.question:
            for lemma in piece.lemmas:
                by_lemma.setdefault(lemma, []).append(piece)
    for article, mention in denials:
        assert isinstance(mention.value, Polarity)
        predicate = mention.value.predicate
        if predicate in words("light") or predicate in ("true", "comment", "charge"):
            continue
        text = texts[article, mention.field]
        about = content(text, mention.start, mention.end) - words("light")
        if predicate == "only" or predicate.endswith("est"):
            yield from _unique_matches(story, texts, (article, mention), about)
            continue
        if predicate not in about or len(about) < 2 or not _FINITE.search(mention.text) or _RELATIVE.match(mention.text):
            continue
        if predicate in words("vague") or _UNABLE.search(mention.text):
            continue
        figures = frozenset(w for w in about if w[0].isdigit())
        total, names = story.weigh(about), named(text, mention.start, mention.end)
        for piece in by_lemma.get(predicate, ()):
            if piece.article == article or not VERBAL.search(piece.text):
                continue
            inside, near = about & piece.lemmas, about & piece.around - piece.lemmas
            if len(inside) < 2 or UNSURE.search(piece.text) or (names and not names & piece.around):
                continue
            if not figures <= piece.lemmas:
                continue
            covered = (story.weigh(inside) + 0.5 * story.weigh(near)) / total
            said = story.weigh(inside) / max(0.1, story.weigh(piece.lemmas - words("light")))
            score = 0.65 * covered + 0.35 * said - (0.1 if piece.modal else 0.0)
            score -= 0.0 if names or len(inside) > 2 else FEW
            words_of = texts[piece.article, piece.field]
            score += VERBATIM * max(0.0, _verbatim(mention.text, piece.text) - 0.6) / 0.4
            yield Match(
                (article, mention),
                (piece.article, affirmed(piece, words_of, predicate, predicate[:4])),
                score,
                "negation",
                shared_words(words_of, piece.start, piece.end, inside),
            )


FEW = 0.05  # taken off where two words without a name are all that is shared
VERBATIM = 0.2  # what it adds that the denial without its negation is the affirmation word for word


def _verbatim(denied: str, affirming: str) -> float:
    """0..1: the share of the denial's words, its negation aside, that the affirmation has in the same order."""
    from rapidfuzz.distance import LCSseq

    a = [
        w
        for w in re.findall(r"[\w’']+", re.sub(r"n[’']t\b", "", denied.lower()))
        if w not in ("not", "never", "no", "any", "that", "do", "does", "did")
    ]
    b = re.findall(r"[\w’']+", affirming.lower())
    return LCSseq.similarity(a, b[:60]) / max(1, len(a))


_COPULA = re.compile(r"\b(?:is|be|was|are|were|been|become|set|as)\b[^,]{0,40}$")
_UNIQUE = re.compile(r"\bthe (?:[\w’']+ )?(?:only|\w{2,}est)\b|\brecord for the \w+est\b|[’']s (?:only|\w{2,}est)\b", re.IGNORECASE)


def _unique_matches(story: StoryClauses, texts: Texts, denied: tuple[str, Mention], about: frozenset[str]) -> Iterator[Match]:
    """ "not the only", "not the biggest" against "the only", "the largest" of the same things, even as a possibility."""
    article, mention = denied
    only = isinstance(mention.value, Polarity) and mention.value.predicate == "only"
    about = frozenset(w for w in about if not w.endswith("est") and w != "only")
    for piece in story.pieces:
        hit = _UNIQUE.search(piece.text)
        if piece.article == article or piece.negative or piece.question or hit is None or (" only" in hit.group().lower()) != only:
            continue
        if not only and not _COPULA.search(piece.text[: hit.start()]):
            continue
        inside = about & piece.lemmas
        near = about & piece.around - piece.lemmas
        if only and _only_what(piece.text) and _only_what(piece.text) == _only_what(mention.text):
            inside, near = about, frozenset()
        score = 0.3 + 0.6 * (story.weigh(inside) + 0.5 * story.weigh(near)) / max(0.1, story.weigh(about))
        if inside:
            shown = affirmed(piece, texts[piece.article, piece.field], "only", hit.group().lower())
            yield Match(
                denied,
                (piece.article, shown),
                score,
                "unique",
                shared_words(texts[piece.article, piece.field], piece.start, piece.end, inside),
            )


def _only_what(text: str) -> str:
    """The word after "the only", in lower case; "" for none."""
    found = re.search(r"\bonly (?:other )?(\w+)", text)
    return found[1].lower() if found else ""


_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|cannot|never|none|nobody|neither)\b|n[’']t\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:who|whose|whom|which|if|unless)\b", re.IGNORECASE)
_UNABLE = re.compile(
    r"\b(?:cannot|can ?not|could not|should not|would not|must not)\b|\b(?:ca|could|should|would|must)n[’']t\b", re.IGNORECASE
)
