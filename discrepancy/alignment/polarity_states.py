"""Silence against speech, and states of people that exclude one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.alignment.polarity_story import Denials, Match, Piece, StoryClauses, Texts, affirmed, content, pattern, words
from discrepancy.model import Mention, Polarity


def silence_matches(story: StoryClauses, texts: Texts, denials: Denials) -> Iterator[Match]:
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
        if any(_speaks(said, texts, p) for p in story.pieces if p.article == article and p.field == "text"):
            continue  # silent on one thing, not on this
        about = _ON.search(texts[article, mention.field], core, mention.end)
        topic = content(texts[article, mention.field], about.end(), about.end() + 100) - words("light") if about else frozenset()
        for piece in story.pieces:
            if topic and len(topic & piece.around) < min(2, len(topic)):
                continue
            if piece.article == article or piece.field == "title" or _WRITTEN.search(piece.text) or not _SAYING.search(piece.text):
                continue
            words_of = texts[piece.article, piece.field]
            if _speaks(said, texts, piece):
                score = 0.7 + (0.1 if " " in who else 0.0) - 0.004 * min(25, piece.number)
                yield Match(
                    (article, mention), (piece.article, affirmed(piece, words_of, "comment", "")), score, "silence", f"comment of {who}"
                )


def _speaks(said: re.Pattern[str], texts: Texts, piece: Piece) -> bool:
    """Whether the clause has the one asked about say something, in a sentence without a word of silence."""
    if not _SAYING.search(piece.text):
        return False
    text = texts[piece.article, piece.field]
    return bool(said.search(text[piece.start : piece.end])) and not pattern("silence").search(text[piece.sentence[0] : piece.sentence[1]])


_SAYING = re.compile(r"\b(?:said|says|told|confirmed|denied|announced|disputed|rejected|insisted|released|issued)\b")
_ON = re.compile(r"\b(?:on|about|regarding|whether|requesting|asking|seeking)\b(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")
_WRITTEN = re.compile(r"\bin (?:the|a|its|his|her|their) (?:\w+ )?(?:filing|document|report|book|blog|release|letter|lawsuit|memo)\b")
_WHO = re.compile(r"(?:[A-Z][\w.\-]*\w|[A-Z]{2,})(?:\s+[A-Z][\w\-]+|\s+(?:government|officials|police|spokesman|spokeswoman))*")
_OPENERS = words("opener")


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


def state_matches(story: StoryClauses, texts: Texts) -> Iterator[Match]:
    """States of a suspect that exclude one another: sought and caught, charged and not charged."""
    for rule, yes, no in _STATES:
        denied = [p for p in story.pieces if pattern(no).search(p.text) and not p.question and not p.modal]
        held = [
            p
            for p in story.pieces
            if pattern(yes).search(p.text) and not pattern(no).search(p.text) and not p.negative and not p.question and not p.modal
        ]
        quiet = {p.article for p in denied} - ({p.article for p in held} if rule in ("caught", "charged") else set())
        for low in denied:
            if low.article not in quiet:
                continue
            for high in held:
                if high.article in quiet or (rule in ("hurt", "dead") and len((low.around & high.around) - words("bodily")) < 2):
                    continue
                a, b = texts[low.article, low.field], texts[high.article, high.field]
                n, y = pattern(no).search(low.text), pattern(yes).search(high.text)
                if n is None or y is None:
                    continue
                deny = affirmed(low, a, rule, n.group().lower())
                deny = Mention(deny.start, deny.end, deny.text, "polarity", Polarity(rule, False), deny.core, deny.field)
                yield Match(
                    (low.article, deny),
                    (high.article, affirmed(high, b, rule, y.group().lower())),
                    0.9 - 0.01 * min(20, high.number + low.number),
                    rule,
                    f"whether {rule}",
                )
