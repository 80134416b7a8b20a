"""Denials matched with what they deny, in other articles of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
        if predicate == "only" or predicate.endswith("est"):
            yield from _unique_matches(story, texts, (article, mention), about)
            continue
        if predicate not in about or len(about) < 2 or not _FINITE.search(mention.text) or _RELATIVE.match(mention.text):
            continue
        if predicate in words("vague") or _UNABLE.search(mention.text):
            continue
        total, named = story.weigh(about), _named(text, mention.start, mention.end)
        for piece in by_lemma.get(predicate, ()):
            if piece.article == article or not _VERBAL.search(piece.text):
                continue
            inside, near = about & piece.lemmas, about & piece.around - piece.lemmas
            if len(inside) < 2 or _UNSURE.search(piece.text) or (named and not named & piece.around):
                continue
            covered = (story.weigh(inside) + 0.5 * story.weigh(near)) / total
            said = story.weigh(inside) / max(0.1, story.weigh(piece.lemmas - words("light")))
            score = 0.65 * covered + 0.35 * said - (0.1 if piece.modal else 0.0)
            words_of = texts[piece.article, piece.field]
            yield Match((article, mention), (piece.article, affirmed(piece, words_of, predicate, predicate[:4])), score, "negation", " ".join(sorted(inside)[:3]))


_COPULA = re.compile(r"\b(?:is|be|was|are|were|been|become|set|as)\b[^,]{0,40}$")
_UNIQUE = re.compile(r"\bthe (?:[\w’']+ )?(?:only|\w{2,}est)\b|\brecord for the \w+est\b|[’']s (?:only|\w{2,}est)\b", re.IGNORECASE)


def _unique_matches(story: StoryClauses, texts: dict[tuple[str, str], str], denied: tuple[str, Mention], about: frozenset[str]) -> Iterator[Match]:
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
            yield Match(denied, (piece.article, shown), score, "unique", " ".join(sorted(inside)[:3]))


def _only_what(text: str) -> str:
    """The word after "the only", in lower case; "" for none."""
    found = re.search(r"\bonly (?:other )?(\w+)", text)
    return found[1].lower() if found else ""


_VERBAL = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|\w+ed|\w+ing|\w{3,}s)\b|n[’']t\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|cannot|never|none|nobody|neither)\b|n[’']t\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:who|whose|whom|which|if|unless)\b", re.IGNORECASE)
_UNABLE = re.compile(r"\b(?:cannot|can ?not|could not|should not|would not|must not)\b|\b(?:ca|could|should|would|must)n[’']t\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:whether|if|could|might|would|should|unless|how|why|what|potential|possible|possibly|alleged|allegedly|suspected)\b", re.IGNORECASE
)


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
        core = mention.core[1]
        about = _ON.search(texts[article, mention.field], core, mention.end)
        topic = content(texts[article, mention.field], about.end(), about.end() + 100) - words("light") if about else frozenset()
        for piece in story.pieces:
            if topic and len(topic & piece.around) < min(2, len(topic)):
                continue
            if piece.article == article or piece.field == "title" or _WRITTEN.search(piece.text) or not _SAYING.search(piece.text):
                continue
            words_of = texts[piece.article, piece.field]
            if said.search(words_of[piece.start : piece.end]) and not pattern("silence").search(words_of[piece.sentence[0] : piece.sentence[1]]):
                score = 0.7 + (0.1 if " " in who else 0.0) - 0.004 * min(25, piece.number)
                yield Match((article, mention), (piece.article, affirmed(piece, words_of, "comment", "")), score, "silence", f"comment of {who}")


_SAYING = re.compile(r"\b(?:said|says|told|confirmed|denied|announced|disputed|rejected|insisted|released|issued)\b")
_ON = re.compile(r"\b(?:on|about|regarding|whether|requesting|asking|seeking)\b(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")
_WRITTEN = re.compile(r"\bin (?:the|a|its|his|her|their) (?:\w+ )?(?:filing|document|report|book|blog|release|letter|lawsuit|memo)\b")
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


_STATES = (("caught", "caught", "sought"), ("charged", "charged", "uncharged"), ("hurt", "hurt", "unhurt"), ("dead", "dead", "alive"))


def state_matches(story: StoryClauses, texts: dict[tuple[str, str], str]) -> Iterator[Match]:
    """States of a suspect that exclude one another: sought and caught, charged and not charged."""
    for rule, yes, no in _STATES:
        denied = [p for p in story.pieces if pattern(no).search(p.text) and not p.question and not p.modal]
        held = [p for p in story.pieces if pattern(yes).search(p.text) and not pattern(no).search(p.text) and not p.negative and not p.question and not p.modal]
        quiet = {p.article for p in denied} - ({p.article for p in held} if rule in ("caught", "charged") else set())
        for low in denied:
            if low.article not in quiet:
                continue
            for high in held:
                if high.article in quiet or (rule in ("hurt", "dead") and not story.weigh(low.around & high.around)):
                    continue
                a, b = texts[low.article, low.field], texts[high.article, high.field]
                n, y = pattern(no).search(low.text), pattern(yes).search(high.text)
                assert n and y
                deny = affirmed(low, a, rule, n.group().lower())
                deny = Mention(deny.start, deny.end, deny.text, "polarity", Polarity(rule, False), deny.core, deny.field)
                yield Match((low.article, deny), (high.article, affirmed(high, b, rule, y.group().lower())), 0.9 - 0.01 * min(20, high.number + low.number), rule, f"whether {rule}")


def claim_matches(story: StoryClauses, texts: dict[tuple[str, str], str], denials: Denials) -> Iterator[Match]:
    """An article calls a claim untrue, denies it or sees no evidence for it; others, which never do, state it.

    What is claimed are the content words of the denial's sentence, or, where that has few ("The claim is false"), of the words before it.
    """
    denying = {a for a, m in denials if _calls_untrue(m)}
    for article, mention in denials:
        if not _calls_untrue(mention) or _ELSEWHERE.search(mention.text):
            continue
        text = texts[article, mention.field]
        own = content(text, mention.start, _sentence_end(text, mention.end)) - _IDLE - words("light") - words("claim")
        short = len(own) < 3
        about = own if not short else own | content(text, max(0, mention.start - 250), mention.start) | content(texts[article, "title"], 0, 200)
        about = frozenset(w for w in about - _IDLE - words("light") if story.spread.get(w, 0) >= 2)
        if len(about) < 3:
            continue
        named = _named(text, mention.start, mention.end)
        outright = pattern("false_claim").search(mention.text) is not None
        for teller in sorted({p.article for p in story.pieces} - (denying if outright else {article})):
            best, score = _teller(story, about, teller, short)
            if best is None or len(about & best.lemmas) < (3 if short else 2) or (named and not named & best.around):
                continue
            score += (0.1 if mention.start < 1000 else 0.0) + (0.1 if outright else 0.0)
            best = _governed(texts[teller, best.field], best)
            yield Match((article, mention), (teller, affirmed(best, texts[teller, best.field], "true", "")), score, "claim", "whether it is true")


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


_IDLE = frozenset("true false fake hoax untrue rubbish real accurate entirely evidence indication sign proof deny denied reject confirm verify report claim rumor rumour debunk satirical satire satir".split())


def _calls_untrue(mention: Mention) -> bool:
    return isinstance(mention.value, Polarity) and mention.value.predicate == "true"


_ELSEWHERE = re.compile(r"\b(?:previously|earlier|another|other|past|rumou?rs saying)\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:which|who|whose|during|according|despite)\b", re.IGNORECASE)


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"[.!?\n]").search(text, start)
    return min(stop.start() if stop else len(text), start + 200)


def _told(story: StoryClauses, about: frozenset[str], piece: Piece) -> float:
    """How well a clause states what is denied: weight shared, less for a long clause; 0 for questions and denials."""
    if piece.negative or piece.question or _ASIDE.match(piece.text) or _UNSURE.search(piece.text) or not _VERBAL.search(piece.text):
        return 0.0
    shared = story.weigh(about & piece.lemmas) + 0.25 * story.weigh(about & piece.around - piece.lemmas)
    return shared / (max(10.0, story.weigh(piece.lemmas)) ** 0.5)


def all_matches(story: StoryClauses, articles: Sequence[Article], denials: Denials) -> Iterator[Match]:
    """The matches of every rule."""
    texts: dict[tuple[str, str], str] = {}
    for article in articles:
        texts[article.id, "text"], texts[article.id, "title"] = article.text, article.title
    yield from negated_matches(story, texts, denials)
    yield from silence_matches(story, texts, denials)
    yield from state_matches(story, texts)
    yield from claim_matches(story, texts, denials)
