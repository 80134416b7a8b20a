"""Bearers: who or where a source says it was, with the slot it stands in; names of a story under one entity each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.alignment import participants_syntax as syntax
from discrepancy.alignment.claim import Claim, Slots, read_claims, read_sentences
from discrepancy.alignment.participants_described import READ, described, group
from discrepancy.model import Article, Mention, Names
from discrepancy.normalise.name import fold, person_name, relation
from discrepancy.normalise.place import place_name
from discrepancy.text.words import sense, stopwords

Read = Sequence[tuple[Article, Sequence[Mention]]]
KINDS = ("person", "organisation", "place")
MOST_NAMES = 150  # names of a story that are compared with one another


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """One mention of who or where in its slot.

    claim      its mention, sentence and surroundings.
    entity     the same for mentions that say the same: a name of the story, or a noun with its modifiers.
    head       the sense of a description's noun; the surname or last word of a name, folded.
    words      senses of its own content words.
    beside     senses of the nouns that stand beside a name as its title or apposition.
    prep       the word before it, determiners passed over; governor the last content word before that.
    number     1 one, 2 or more as counted, -1 a plural without figure, 0 unknown.
    definite   1 with "the" or a possessive, 2 with "a", 0 bare.
    role       1 before a verb, 2 after a verb, 3 after a preposition, 0 none of these.
    says       whether a verb of saying stands beside it.
    act        what it does or suffers: the sense of the verb it is subject ("s arrest") or object ("o arrest") of; "" where none is told.
    figures    numbers in it and right after it (an age).
    rivals     how many others of its kind stand in the sentence; rank how many of them before it.
    """

    claim: Claim
    kind: str
    named: bool
    entity: str
    head: str
    words: frozenset[str]
    beside: frozenset[str]
    prep: str
    governor: str
    following: str
    number: int
    definite: int
    role: int
    says: bool
    act: str
    figures: frozenset[str]
    rivals: int
    rank: int

    @property
    def index(self) -> int:
        """That of its claim."""
        return self.claim.index

    @property
    def article(self) -> int:
        """That of its claim."""
        return self.claim.article


def read_bearers(articles: Read) -> tuple[Slots, list[Bearer]]:
    """All bearers of a story, in the order of the articles given; their indexes are those of the claims."""
    texts = [a for a, _ in articles]
    slots = read_sentences(texts)
    mentions: list[list[Mention]] = []
    for (article, found), sentences in zip(articles, slots.sentences, strict=True):
        named = _apart([m for m in found if isinstance(m.value, Names) and m.kind in KINDS and m.start < READ])
        every = [*named, *described(sentences, article.text, article.title, named)]
        mentions.append(listed(every, article.text, article.title))
    read_claims(slots, texts, mentions)
    entities = entities_of(slots.claims)
    crowd: dict[tuple[int, str], list[int]] = {}
    for claim in slots.claims:
        crowd.setdefault((id(claim.sentence), claim.mention.kind), []).append(claim.mention.start)
    return slots, [_bearer(c, entities, crowd[id(c.sentence), c.mention.kind]) for c in slots.claims]


_LINK = re.compile(r"[,;] (?:and |or )?|,? (?:and|or|&) ")
LISTED = 3  # names or descriptions in a row that are one answer


def listed(mentions: Sequence[Mention], text: str, title: str) -> list[Mention]:
    """The mentions by field and offset, LISTED or more of one kind in a row as one; `value.names` has each of them."""
    out: list[Mention] = []
    for field, words in (("text", text), ("title", title)):
        run: list[Mention] = []
        for m in sorted((m for m in mentions if m.field == field), key=lambda m: (m.start, m.end)):
            if run and not _goes_on(run[-1], m, words):
                out.extend(_one_of(run, words))
                run = []
            run.append(m)
        out.extend(_one_of(run, words))
    return out


def _goes_on(a: Mention, b: Mention, words: str) -> bool:
    return a.kind == b.kind and named(a) == named(b) and b.start - a.end < 8 and bool(_LINK.fullmatch(words[a.end : b.start]))


def _one_of(run: list[Mention], words: str) -> list[Mention]:
    """The run as one mention where it is a list: "Inner, Outer" alone is none."""
    if len(run) < LISTED or not any(re.search("and|or|&", words[a.end : b.start]) for a, b in pairwise(run)):
        return run
    start, end = run[0].start, run[-1].end
    names = tuple(n for m in run if isinstance(m.value, Names) for n in m.value.names)
    return [Mention(start, end, words[start:end], run[0].kind, Names(names, named(run[0])), (start, end), run[0].field)]


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Those that do not overlap one before them in the text."""
    out: list[Mention] = []
    until = {"text": -1, "title": -1}
    for m in sorted(mentions, key=lambda m: (m.start, -m.end, m.kind)):
        if m.start >= until[m.field]:
            out.append(m)
            until[m.field] = m.end
    return out


def name_of(mention: Mention) -> str:
    """Its canonical name within the article, or the words of a description."""
    return mention.value.names[0] if isinstance(mention.value, Names) else mention.text


def named(mention: Mention) -> bool:
    """Whether it is a name."""
    return isinstance(mention.value, Names) and mention.value.named


def entities_of(claims: Sequence[Claim]) -> dict[tuple[str, str], str]:
    """(kind, folded name) -> the folded name that stands for all forms of it in the story: the one most articles use, in full."""
    where: dict[tuple[str, str], set[int]] = {}
    full: dict[tuple[str, str], str] = {}
    for claim in claims:
        for name in claim.mention.value.names if isinstance(claim.mention.value, Names) and claim.mention.value.named else ():
            key = (claim.mention.kind, fold(name))
            where.setdefault(key, set()).add(claim.article)
            full.setdefault(key, name)
    order = sorted(where, key=lambda k: (-len(k[1].split()) if k[0] == "person" else 0, -len(where[k]), k))
    out: dict[tuple[str, str], str] = {}
    homes: list[tuple[str, str]] = []
    for form in order:
        home = next((h for h in homes if h[0] == form[0] and _one(form, h, full)), None) if len(homes) < MOST_NAMES else None
        out[form] = home[1] if home else form[1]
        if home is None:
            homes.append(form)
    return out


def _one(a: tuple[str, str], b: tuple[str, str], full: Mapping[tuple[str, str], str]) -> bool:
    """Whether two names of one kind name one thing."""
    if a[0] == "person":
        if a[1].split()[-1][:1] != b[1].split()[-1][:1] and a[1].split()[0] not in b[1].split():
            return False
        return relation(full[a], full[b]) in ("same", "form") or a[1] == b[1].split()[0]
    x, y = (k[1].removeprefix("the ") for k in (a, b))
    if x == y:
        return True
    if a[0] == "place":
        return place_name(x) is not None and place_name(x) == place_name(y)
    initials = "".join(w[0] for w in y.split() if w not in ("of", "the", "and", "for"))
    return (len(x) > 1 and x == initials) or (len(x) > 3 and f" {x} " in f" {y} ")


def _bearer(claim: Claim, entities: Mapping[tuple[str, str], str], crowd: Sequence[int]) -> Bearer:
    m = claim.mention
    words = claim.sentence.words
    low = bisect_right(words, m.start, key=lambda w: w.end)
    high = low
    while high < len(words) and words[high].start < m.end:
        high += 1
    own = words[low:high]
    is_named = named(m)
    stop = stopwords()
    content = [sense(w.lemma) for w in own if w.lower not in stop and w.lower not in group("determiner") and w.lower[:1].isalnum()]
    head = content[-1] if content else m.text.lower()
    if is_named and m.kind == "person":
        head = person_name(name_of(m)).surname
    entity = "~" + " ".join(sorted(content))
    if is_named and isinstance(m.value, Names):
        entity = " & ".join(sorted({entities.get((m.kind, fold(name)), fold(name)) for name in m.value.names}))
    prep, governor = syntax.before(words, low)
    following = words[high] if high < len(words) else None
    starts = bisect_left(crowd, m.start)
    return Bearer(
        claim, m.kind, is_named, entity, head, frozenset(content), syntax.beside(words, low, high) if is_named else frozenset(),
        prep, governor, following.lemma if following is not None else "", syntax.number(own, entity), syntax.definite(own, words, low),
        syntax.role(words, low, high, prep), syntax.says(words, low, high), syntax.act(words, low, high),
        syntax.figures(words, low, high), len(crowd) - 1, starts,
    )  # fmt: skip


_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Lower case, single blanks, no possessive."""
    return _SPACE.sub(" ", text.lower().replace("’", "'")).removesuffix("'s")
