"""A claim: a mention with its slot, that is what surrounds it and says which question it answers.

Found by shallow rules: the words near the figure, the names and other figures of its sentence, its
place in the article and typed cues (forecast, record, total, part …) of `lexicon/cues.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log

from discrepancy.lexicon import table
from discrepancy.model import Amount, Article, DateValue, Mention
from discrepancy.text.sentences import paragraphs, sentences
from discrepancy.text.words import Token, lemma, sense, stopwords, tokens

NEAR, WIDE, WINDOW = 4, 9, 40
_CALENDAR = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of one field: half-open offsets, its tokens, content lemmas, names (lower-case words), and where it stands."""

    article: int
    field: str
    start: int
    end: int
    order: int
    relative: float
    words: tuple[Token, ...]
    content: frozenset[str]
    names: frozenset[str]
    paragraph: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """What one source says: the mention, its sentence and slot.

    left, right     content lemmas before and after the mention within WIDE words, nearest first.
    near            content lemmas within NEAR words on either side.
    cues            names of the families and `dim:` dimensions found near.
    figures         comparable keys of the other values in the sentence.
    verbs           lemmas of words near that are written as past or -ing forms, or are a verb of `cues.toml`.
    context         content lemmas of this sentence and the one before.
    lead, tail      up to WINDOW characters before and after the mention, in lower case.
    previous, next  keys of the neighbouring mentions of the article.
    peers           how many mentions of its dimension and unit the article has.
    role            what happened to those counted, or what the sum is: the parts of `cues.toml` whose words stand nearest.
    place           how many mentions of its dimension and unit the article has before it.
    event           the verb nearest to the mention, as the lemma of its sense; "" where none is near.
    """

    index: int
    article: int
    mention: Mention
    sentence: Sentence
    left: tuple[str, ...]
    right: tuple[str, ...]
    near: frozenset[str]
    wide: frozenset[str]
    clause: frozenset[str]
    subject: tuple[str, ...]
    cues: frozenset[str]
    figures: frozenset[str]
    key: str
    verbs: frozenset[str]
    context: frozenset[str]
    lead: str
    tail: str
    previous: str
    next: str
    peers: int
    event: str = ""
    role: frozenset[str] = frozenset()
    place: int = 0

    @property
    def amount(self) -> Amount | None:
        """The value where it is an amount."""
        return self.mention.value if isinstance(self.mention.value, Amount) else None

    @property
    def date(self) -> DateValue | None:
        """The value where it is a date."""
        return self.mention.value if isinstance(self.mention.value, DateValue) else None


@dataclass(slots=True)
class Slots:
    """All claims of a story with what is known of its words: inverse document frequency by sentence, and how many articles use a word."""

    claims: list[Claim] = field(default_factory=list)
    weight: dict[str, float] = field(default_factory=dict)
    spread: dict[str, int] = field(default_factory=dict)
    articles: int = 0
    sentences: list[list[Sentence]] = field(default_factory=list)


@cache
def _families() -> tuple[tuple[str, frozenset[str], int], ...]:
    return tuple((name, frozenset(row["words"].split()), row["reach"]) for name, row in table("cues")["family"].items())


@cache
def _cue_index() -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for name, words, reach in _families():
        for word in words:
            found.setdefault(lemma(word), []).append((name, reach))
            if lemma(word) != word:
                found.setdefault(word, []).append((name, reach))
    for name, words in table("cues")["dimension"].items():
        for word in words.split():
            found.setdefault(word, []).append((f"dim:{name}", 3))
    return found


@cache
def people() -> frozenset[str]:
    """Nouns that count people."""
    return frozenset(table("cues")["people"]["words"].split()) | frozenset(table("descriptions")["person"].split())


@cache
def anybody() -> frozenset[str]:
    """Nouns that count people of whatever sort."""
    return frozenset(table("cues")["people"]["generic"].split())


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table("cues")["role"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


ROLE_REACH, CROSSING = 7, 3
"""Words within which a part is looked for, and how many further off a word is beyond a comma, an "and" or another figure."""


def _role(left: Sequence[str], right: Sequence[str], inner: Sequence[str]) -> frozenset[str]:
    """The parts whose words stand nearest to the figure; empty where none is near."""
    known = _roles()
    best, parts = ROLE_REACH + 1, frozenset[str]()
    for side in (inner, left, right):
        far = 0
        for word in side:
            far += CROSSING if word in (",", "and", ";", ":", "(", ")") or word[:1].isdigit() else 0 if side is inner else 1
            found = known.get(word)
            if found and far <= best:
                parts = frozenset(found) | (parts if far == best else frozenset())
                best = far
            if far > best:
                break
    return parts


def value_key(mention: Mention) -> str:
    """A short string, the same for mentions that state the same figure, whatever its unit's name."""
    value = mention.value
    if isinstance(value, Amount):
        if value.value is not None:
            return f"{mention.kind[0]}{value.value.normalize():f}"
        return f"{mention.kind[0]}{value.low}..{value.high}"
    if isinstance(value, DateValue):
        first = value.first
        return f"d{first.year},{first.month},{first.day},{first.weekday},{first.hour},{first.minute},{first.part},{first.days_ago}"
    return mention.text.lower()


def _sentences_of(article: Article, index: int, proper: frozenset[str]) -> list[Sentence]:
    stop = stopwords()
    out = []
    if article.title.strip():
        words = tuple(tokens(article.title))
        content = frozenset(sense(w.lemma) for w in words if w.lower not in stop and w.lemma not in stop)
        names = frozenset(w.lower for w in words if w.lower in proper)
        out.append(Sentence(index, "title", 0, len(article.title), 0, -0.05, words, content, names, (0, len(article.title))))
    spans = sentences(article.text)
    blocks = paragraphs(article.text)
    at = 0
    size = max(1, len(article.text))
    for order, (start, end) in enumerate(spans, 1):
        while at + 1 < len(blocks) and blocks[at][1] <= start:
            at += 1
        words = tuple(tokens(article.text, start, end))
        content = frozenset(sense(w.lemma) for w in words if w.lower not in stop and w.lemma not in stop)
        names = frozenset(w.lower for w in words if w.capital and w.lower in proper)
        block = blocks[at] if blocks else (start, end)
        out.append(
            Sentence(index, "text", start, end, order, start / size, words, content, names, (min(block[0], start), max(block[1], end)))
        )
    return out


_MID_CAPITAL = re.compile(r"(?<=[a-z,;:’'\"] )[\"“‘']?([A-Z][\w’'-]*[\w])")


def proper_words(articles: Sequence[Article]) -> frozenset[str]:
    """Lower-case words that stand with a capital inside sentences more often than without: the story's names."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for article in articles:
        for match in _MID_CAPITAL.finditer(article.text):
            word = match[1].lower().replace("’", "'")
            upper[word[:-2] if word.endswith("'s") else word] += 1
        lower.update(re.findall(r"\b[a-z][a-z'-]+", article.text))
    return frozenset(w for w, n in upper.items() if n > lower[w] and w not in _CALENDAR and w not in stopwords() and len(w) > 1)


def read_slots(articles: Sequence[Article], mentions: Sequence[Iterable[Mention]]) -> Slots:
    """Claims of every mention, article by article in the order given; index is their place in the list."""
    slots = read_sentences(articles)
    read_claims(slots, articles, mentions)
    return slots


def read_sentences(articles: Sequence[Article]) -> Slots:
    """The sentences of every article and the weight of their words; no claims yet."""
    slots = Slots(articles=len(articles))
    proper = proper_words(articles)
    for index, article in enumerate(articles):
        slots.sentences.append(_sentences_of(article, index, proper))
    _weigh(slots)
    return slots


def read_claims(slots: Slots, articles: Sequence[Article], mentions: Sequence[Iterable[Mention]]) -> None:
    """Add the claims of every mention, article by article in the order given."""
    for index, found in enumerate(mentions):
        by_field: dict[str, list[Mention]] = {"title": [], "text": []}
        for mention in found:
            by_field[mention.field].append(mention)
        peers = Counter(peer_key(m) for group in by_field.values() for m in group)
        for name, group in by_field.items():
            _claims_of(slots, index, articles[index].field_text(name), name, sorted(group, key=lambda m: (m.start, m.end)), peers)


def _weigh(slots: Slots) -> None:
    count: Counter[str] = Counter()
    total = 0
    for rows in slots.sentences:
        used: set[str] = set()
        for sentence in rows:
            count.update(sentence.content)
            used |= sentence.content
            total += 1
        for word in used:
            slots.spread[word] = slots.spread.get(word, 0) + 1
    slots.weight = {word: log((total + 1) / n) for word, n in count.items()}


def _claims_of(slots: Slots, article: int, text: str, name: str, mentions: list[Mention], peers: Counter[str]) -> None:
    rows = [s for s in slots.sentences[article] if s.field == name]
    seen: Counter[str] = Counter()
    keys = ["", *(value_key(m) for m in mentions), ""]
    at = 0
    inside: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        while at + 1 < len(rows) and rows[at].end <= mention.start:
            at += 1
        if rows and rows[at].start <= mention.start < rows[at].end:
            inside.setdefault(at, []).append(number)
    for place, group in sorted(inside.items()):
        before = rows[place - 1].content if place else frozenset()
        for number in group:
            others = frozenset(keys[j + 1] for j in group if j != number)
            around = (keys[number], keys[number + 2])
            mention = mentions[number]
            peer = peer_key(mention)
            claim = _claim(
                len(slots.claims), article, text, mention, rows[place], others, keys[number + 1], before, around, peers[peer], seen[peer]
            )
            seen[peer] += 1
            slots.claims.append(claim)


def peer_key(mention: Mention) -> str:
    """Mentions with the same key compete to answer a question: dates all, amounts by kind and unit, changes by their direction."""
    if isinstance(mention.value, Amount) and mention.value.direction and mention.kind in ("percent", "money"):
        return f"{mention.kind} {mention.value.direction}"
    if isinstance(mention.value, Amount) and mention.kind in ("quantity", "count"):
        return f"{mention.kind} {mention.value.unit}"
    return mention.kind


_CLAUSE_END = frozenset({",", ";", ":", "—", "–", "(", ")", ".", "and", "but", "while", "which", "who", "after", "before", "when", "where"})


@cache
def _verbs() -> frozenset[str]:
    forms = table("irregular")["forms"]
    return frozenset(
        base
        for base, others in forms.items()
        if any(form.endswith("ing") or form.endswith("ed") for form in others.split()) or len(others.split()) == 1
    )


def _is_verb(word: Token) -> bool:
    return not word.capital and (
        (word.lower != word.lemma and word.lower.endswith(("ed", "ing")))
        or (word.lower != word.lemma and not word.lower.endswith("s") and word.lemma in _verbs())
    )


def _claim(
    index: int,
    article: int,
    text: str,
    mention: Mention,
    sentence: Sentence,
    figures: frozenset[str],
    key: str,
    before_content: frozenset[str],
    around: tuple[str, str],
    peers: int,
    place: int,
) -> Claim:
    stop = stopwords()
    words = sentence.words
    before = [w for w in words if w.end <= mention.start]
    after = [w for w in words if w.start >= mention.end]
    inner = [
        w.lemma for w in words if w.start >= mention.start and w.end <= mention.end and w.lower not in stop and not w.lower[0].isdigit()
    ]
    left = tuple(w.lemma for w in reversed(before[-WIDE:]))
    right = tuple(w.lemma for w in after[:WIDE])
    near = frozenset(sense(w) for w in (*left[:NEAR], *right[:NEAR], *inner) if w not in stop)
    wide = frozenset(sense(w) for w in (*left, *right, *inner) if w not in stop)
    clause: list[str] = [sense(w) for w in inner]
    for w in left:
        if w in _CLAUSE_END and len(clause) > len(inner) + 1:
            break
        if w not in stop:
            clause.append(sense(w))
    for w in right:
        if w in _CLAUSE_END:
            break
        if w not in stop:
            clause.append(sense(w))
    names = [w.lower for w in reversed(before) if w.capital and w.lower in sentence.names][:3]
    cues: set[str] = set()
    index_of = _cue_index()
    for distance, word in [*enumerate(left, 1), *enumerate(right, 1), *((0, w) for w in inner)]:
        for family, reach in index_of.get(word, ()):
            if distance <= reach:
                cues.add(family)
    verbs = frozenset(sense(w.lemma) for w in (*before[-WIDE:], *after[:WIDE]) if _is_verb(w) and w.lower not in stop)
    nearest = [(i, w) for side in (before[::-1][:WIDE], after[:WIDE]) for i, w in enumerate(side) if _is_verb(w) and w.lower not in stop]
    event = sense(min(nearest, key=lambda n: n[0])[1].lemma) if nearest else ""
    lead = " ".join(text[max(0, mention.start - WINDOW) : mention.start].lower().split())
    tail = " ".join(text[mention.end : mention.end + WINDOW].lower().split())
    return Claim(
        index, article, mention, sentence, left, right, near, wide, frozenset(clause), tuple(names), frozenset(cues), figures, key,
        verbs, sentence.content | before_content, lead, tail, around[0], around[1], peers, event, _role(left, right, inner), place,
    )  # fmt: skip
