"""Denials matched with what they deny, in other articles of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.alignment.polarity_story import Piece, StoryClauses, affirmed, content, pattern, words
from discrepancy.model import Article, Mention, Polarity


@dataclass(frozen=True, slots=True)
class Match:
    """One denial and one affirmation, the score of the pair, the rule that found it, and a few words for its topic."""

    denied: tuple[str, Mention]
    affirmed: tuple[str, Mention]
    score: float
    rule: str
    topic: str


Denials = Sequence[tuple[str, Mention]]


def negated_matches(story: StoryClauses, texts: dict[tuple[str, str], str], denials: Denials) -> Iterator[Match]:
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
        if predicate not in about or len(about) < 2 or not _VERBAL.search(mention.text):
            continue
        total, named = story.weigh(about), _named(text, mention.start, mention.end)
        for piece in by_lemma.get(predicate, ()):
            if piece.article == article or not _VERBAL.search(piece.text):
                continue
            inside, near = about & piece.lemmas, about & piece.around - piece.lemmas
            if len(inside) + len(near) < 2 or _UNSURE.search(piece.text) or (named and not named & piece.around):
                continue
            covered = (story.weigh(inside) + 0.5 * story.weigh(near)) / total
            said = story.weigh(inside) / max(0.1, story.weigh(piece.lemmas - words("light")))
            score = 0.65 * covered + 0.35 * said - (0.1 if piece.modal else 0.0)
            words_of = texts[piece.article, piece.field]
            yield Match((article, mention), (piece.article, affirmed(piece, words_of, predicate, predicate[:4])), score, "negation", " ".join(sorted(inside)[:3]))


_VERBAL = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|\w+ed|\w+ing|\w{3,}s)\b|n[’']t\b", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:whether|if|could|might|would|should|unless)\b", re.IGNORECASE)


def _named(text: str, start: int, end: int) -> frozenset[str]:
    """Lemmas of the capitalised words of text[start:end] that open no sentence."""
    found = re.finditer(r"(?<=[a-z,] )[A-Z][\w-]+", text[max(0, start - 2) : end])
    return frozenset(x for m in found for x in content(m.group(), 0, len(m.group())))


def silence_matches(story: StoryClauses, texts: dict[tuple[str, str], str], denials: Denials) -> Iterator[Match]:
    """One article has somebody silent, another quotes the same one as the subject of a verb of saying."""
    for article, mention in denials:
        if not isinstance(mention.value, Polarity) or mention.value.predicate != "comment":
            continue
        who = _silent(texts[article, mention.field], mention)
        if who is None:
            continue
        said = re.compile(
            rf"(?:^|(?:the|said|and|but|while|that|,)\s+){re.escape(who)}(?:[’']s)?(?:\s+[\w.\-]+){{0,5}}?\s+(?:said|says|told|confirmed|denied|announced|disputed|rejected|insisted|released|issued)\b",
            re.IGNORECASE,
        )
        for piece in story.pieces:
            if piece.article == article or piece.field == "title" or not _SAYING.search(piece.text):
                continue
            words_of = texts[piece.article, piece.field]
            if said.search(words_of[piece.start : piece.end]) and not pattern("silence").search(words_of[piece.sentence[0] : piece.sentence[1]]):
                score = 0.7 + (0.1 if " " in who else 0.0) - 0.004 * min(25, piece.number)
                yield Match((article, mention), (piece.article, affirmed(piece, words_of, "comment", "")), score, "silence", f"comment of {who}")


_SAYING = re.compile(r"\b(?:said|says|told|confirmed|denied|announced|disputed|rejected|insisted|released|issued)\b")
_WHO = re.compile(r"(?:[A-Z][\w.\-]*\w|[A-Z]{2,})(?:\s+[A-Z][\w\-]+|\s+(?:government|officials|police|spokesman|spokeswoman))*")
_OPENERS = frozenset("The A An But And No In On He She It They However Meanwhile So There This That I We".split())


def _silent(text: str, mention: Mention) -> str | None:
    """Who is silent: the name right before the silence in its clause, or after "from"; None where no name tells."""
    core = mention.core
    before = [m.group() for m in _WHO.finditer(text, mention.start, core[0]) if m.group() not in _OPENERS]
    after = re.match(r"\s*from\s+(?:the\s+)?", text[core[1] : core[1] + 20])
    if after:
        name = _WHO.match(text, core[1] + after.end())
        return name.group() if name else None
    if not before:
        return None
    return re.sub(r"^(?:The|A|An|But|And|However)\s+", "", before[-1])


def state_matches(story: StoryClauses, texts: dict[tuple[str, str], str]) -> Iterator[Match]:
    """States of a suspect that exclude one another: sought and caught, charged and not charged."""
    for rule, yes, no in (("caught", "caught", "sought"), ("charged", "charged", "uncharged")):
        denied = [p for p in story.pieces if pattern(no).search(p.text) and not p.question and not p.modal]
        held = [p for p in story.pieces if pattern(yes).search(p.text) and not pattern(no).search(p.text) and not p.negative and not p.question and not p.modal]
        quiet = {p.article for p in denied} - {p.article for p in held}
        for low in denied:
            if low.article not in quiet:
                continue
            for high in held:
                if high.article in quiet:
                    continue
                a, b = texts[low.article, low.field], texts[high.article, high.field]
                n, y = pattern(no).search(low.text), pattern(yes).search(high.text)
                assert n and y
                deny = affirmed(low, a, rule, n.group().lower())
                deny = Mention(deny.start, deny.end, deny.text, "polarity", Polarity(rule, False), deny.core, deny.field)
                yield Match((low.article, deny), (high.article, affirmed(high, b, rule, y.group().lower())), 0.9 - 0.01 * min(20, high.number + low.number), rule, f"suspect {rule}")


def hoax_matches(story: StoryClauses, texts: dict[tuple[str, str], str], denials: Denials) -> Iterator[Match]:
    """An article calls the story's claim untrue; others, which never say so, tell it."""
    calls: dict[str, list[Mention]] = {}
    for article, mention in denials:
        if isinstance(mention.value, Polarity) and mention.value.predicate == "true":
            calls.setdefault(article, []).append(mention)
    articles = sorted({p.article for p in story.pieces})
    tellers = [a for a in articles if a not in calls]
    for article, mentions in calls.items():
        mention = mentions[0]
        text = texts[article, mention.field]
        about = content(text, max(0, mention.start - 300), mention.end + 200) | content(texts[article, "title"], 0, 300)
        about = frozenset(w for w in about if story.spread.get(w, 0) >= 2)
        for teller in tellers:
            best = max(
                (p for p in story.pieces if p.article == teller and p.number <= 3 and not p.question),
                key=lambda p: (sum(story.spread.get(w, 0) for w in about & p.lemmas), -p.number, -p.start),
                default=None,
            )
            if best is None:
                continue
            shared = about & best.lemmas
            score = sum(story.spread.get(w, 0) for w in shared) / (1 + 5 * len(articles)) + (0.2 if mention.start < 800 else 0)
            if len(shared) >= 3:
                yield Match((article, mention), (teller, affirmed(best, texts[teller, best.field], "true", "")), score, "hoax", "whether it is true")


def all_matches(story: StoryClauses, articles: Sequence[Article], denials: Denials) -> Iterator[Match]:
    """The matches of every rule."""
    texts: dict[tuple[str, str], str] = {}
    for article in articles:
        texts[article.id, "text"], texts[article.id, "title"] = article.text, article.title
    yield from negated_matches(story, texts, denials)
    yield from silence_matches(story, texts, denials)
    yield from state_matches(story, texts)
    yield from hoax_matches(story, texts, denials)
