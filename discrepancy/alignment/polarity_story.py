"""The clauses of a story with their words, and how near two of them are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Field, Mention, Polarity
from discrepancy.normalise.place import demonyms
from discrepancy.text.clauses import clauses, shortened
from discrepancy.text.words import stopwords, tokens

_NEGATIVE = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|nothing|cannot|without|den(?:y|ied|ies|ying)|fail(?:s|ed|ing|ure)?|refus(?:es|ed|ing|e)|lack(?:s|ed|ing)?|few|unlikely|unable|false|fake|hoax)\b|n[’']t\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?\s*[\"”’']?\s*$")
LONGEST_SENTENCE = 600


@cache
def words(group: str) -> frozenset[str]:
    """A group of the table of negation."""
    return frozenset(str(table("negation")[group]).split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A compiled pattern of the table of negation."""
    return re.compile(table("negation")["patterns"][name], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause: whose, where (half-open, clause and sentence), its lemmas, those of its sentence, and how it stands."""

    article: str
    field: Field
    start: int
    end: int
    sentence: tuple[int, int]
    number: int
    text: str
    lemmas: frozenset[str]
    around: frozenset[str]
    negative: bool
    modal: bool
    question: bool


@dataclass(frozen=True, slots=True)
class StoryClauses:
    """All clauses of a story, and the weight of each lemma: rare in the story is heavy."""

    pieces: tuple[Piece, ...]
    weight: dict[str, float]
    spread: dict[str, int]

    def weigh(self, lemmas: frozenset[str] | set[str]) -> float:
        """The summed weight of some lemmas."""
        return sum(self.weight.get(x, 0.0) for x in lemmas)


def content(text: str, start: int, end: int) -> frozenset[str]:
    """Lemmas of text[start:end] that are neither function words nor marks; numbers as written."""
    stop = stopwords()
    peoples = demonyms()
    return frozenset(
        peoples[t.lower].lower() if t.lower in peoples else t.lemma
        for t in tokens(text, start, end)
        if t.lower[:1].isalnum() and t.lower not in stop and (len(t.lemma) > 1 or t.lemma.isdigit())
    )


def story_clauses(articles: Sequence[Article]) -> StoryClauses:
    """Read every clause of text and title."""
    pieces: list[Piece] = []
    spread: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    sentences_in_all = 0
    for article in articles:
        mine: set[str] = set()
        fields: tuple[tuple[Field, str], ...] = (("text", article.text), ("title", article.title))
        for field, text in fields:
            last, around = None, frozenset[str]()
            for clause in clauses(text[:100_000]):
                if clause.sentence != last:
                    last = clause.sentence
                    around = content(text, last[0], min(last[1], last[0] + LONGEST_SENTENCE))
                    seen.update(around)
                    mine |= around
                    sentences_in_all += 1
                pieces.append(_piece(article.id, field, text, clause.start, clause.end, clause.sentence, clause.number, around))
        spread.update(mine)
    weight = {w: math.log((1 + sentences_in_all) / n) for w, n in seen.items()}
    return StoryClauses(tuple(pieces), weight, dict(spread))


def _piece(
    article: str, field: Field, text: str, start: int, end: int, sentence: tuple[int, int], number: int, around: frozenset[str]
) -> Piece:
    piece = text[start:end]
    lower = set(re.findall(r"[a-z]+", piece.lower()))
    return Piece(
        article, field, start, end, sentence, number, piece, content(text, start, end), around,
        bool(_NEGATIVE.search(piece)), bool(lower & words("modal")), bool(_QUESTION.search(text[sentence[0] : sentence[1]])),
    )  # fmt: skip


def affirmed(piece: Piece, text: str, predicate: str, centre: str) -> Mention:
    """The clause as a mention that holds, cut round the word `centre` where it is long."""
    at = text.lower().find(centre, piece.start, piece.end) if centre else piece.start
    at = piece.start if at < 0 else at
    low, high = shortened(text, piece.start, piece.end, (at, min(piece.end, at + max(1, len(centre)))))
    return Mention(low, high, text[low:high], "polarity", Polarity(predicate, True), (at, at), piece.field)


def shared_words(text: str, start: int, end: int, lemmas: frozenset[str] | set[str], most: int = 5) -> str:
    """The words of text[start:end] whose lemmas are shared, as written and in order, each once: a topic for people."""
    seen: dict[str, str] = {}
    for token in tokens(text, start, end):
        if token.lemma in lemmas:
            seen.setdefault(token.lemma, re.sub(r"[’']s?$", "", text[token.start : token.end]))
    return " ".join(list(seen.values())[:most])


@dataclass(frozen=True, slots=True)
class Match:
    """One denial and one affirmation, the score of the pair, the rule that found it, and a few words for its topic."""

    denied: tuple[str, Mention]
    affirmed: tuple[str, Mention]
    score: float
    rule: str
    topic: str


Denials = Sequence[tuple[str, Mention]]


def named(text: str, start: int, end: int) -> frozenset[str]:
    """Lemmas of the capitalised words of text[start:end] that open no sentence."""
    found = re.finditer(r"(?<=[a-z,] )[A-Z][\w-]+", text[max(0, start - 2) : end])
    return frozenset(x for m in found for x in content(m.group(), 0, len(m.group())))


VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|\w+ed|\w+ing|\w{3,}s)\b|n[’']t\b", re.IGNORECASE
)
UNSURE = re.compile(
    r"\b(?:whether|if|could|might|would|should|unless|how|why|what|potential|possible|possibly|alleged|allegedly|suspected)\b",
    re.IGNORECASE,
)
Texts = dict[tuple[str, str], str]
"""(article id, field) -> the words of that field."""
