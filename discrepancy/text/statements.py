"""Statements: what the clauses of an article say, of whom, and how they say it (denied, doubted, hedged); shallow, for matching yes and no.

A clause is read word by word against tables of `discrepancy/lexicon`: no grammar is parsed, so that any text costs the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Field
from discrepancy.text.clauses import Clause, clauses
from discrepancy.text.words import Token, sense, stopwords, tokens

LONGEST = 60_000
"""Characters of an article whose statements are read."""
MOST_WORDS = 120
"""Words of a sentence that are read: a table is no sentence."""
_NOT = re.compile(r"n['’]t$")
_QUOTES = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One clause, read.

    article     index of its article; start, end: half-open offsets in `field`; sentence: those of its sentence; number: which one it is.
    centre      offsets of the word that denies or, where none does, of the first verb or word.
    words       senses of its content words in order; `lemmas` the same as a set, `around` those of the whole sentence.
    before      senses before the first verb (of whom), `verb` the sense of that verb ("" for none), `after` what follows it.
    names       senses of capitalised words that open no sentence; `figures` its numbers.
    denials     kinds of words that deny in it (rows of denials.toml); predicate: the sense that is denied first.
    states      (row, pole) of states.toml, with a negator before it turned round.
    modal       kinds of words that hedge it; flags: "question", "quoted", "contrast", "pronoun", "idle".
    """

    article: int
    field: Field
    start: int
    end: int
    sentence: tuple[int, int]
    number: int
    centre: tuple[int, int]
    words: tuple[str, ...]
    lemmas: frozenset[str]
    around: frozenset[str]
    before: frozenset[str]
    verb: str
    after: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    denials: frozenset[str]
    predicate: str
    states: frozenset[tuple[str, int]]
    modal: frozenset[str]
    flags: frozenset[str]
    spots: tuple[tuple[str, int, int], ...]

    @property
    def denying(self) -> bool:
        """Whether a word of it denies or doubts."""
        return bool(self.denials)


@cache
def _phrases(name: str, part: str) -> dict[str, tuple[str, ...]]:
    """Word or phrase -> its rows of the table."""
    out: dict[str, list[str]] = {}
    for row, words in table(name)[part].items():
        for word in words.split():
            out.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in out.items()}


@cache
def _poles() -> dict[str, tuple[tuple[str, int], ...]]:
    """Lemma, word or phrase -> the states it puts somebody or something in."""
    out: dict[str, dict[tuple[str, int], None]] = {}
    for row, poles in table("states")["poles"].items():
        for pole, words in enumerate(poles):
            for word in words.split():
                out.setdefault(word, {})[row, pole] = None
    return {word: tuple(rows) for word, rows in out.items()}


@cache
def small_words(name: str) -> frozenset[str]:
    """A list of function words of denials.toml."""
    return frozenset(table("denials")["words"][name].split())


@cache
def _prefixed() -> dict[str, str]:
    return dict(pair.split(":") for pair in table("states")["prefixed"]["words"].split())


def statements(number: int, article: Article) -> list[Statement]:
    """The statements of the title and the text of an article, in order; `number` is its index."""
    out = []
    fields: tuple[tuple[Field, str], ...] = (("title", article.title[:1000]), ("text", article.text[:LONGEST]))
    for field, text in fields:
        last, words, starts, around, quotes = (-1, -1), [], [], frozenset[str](), []
        for clause in joined(text):
            if clause.sentence != last:
                last = clause.sentence
                words = tokens(text, *last)[:MOST_WORDS]
                starts = [w.start for w in words]
                around = frozenset(x for w in words if (x := _content(w)))
                quotes = [m.start() for m in _QUOTES.finditer(text, *last)]
            mine = words[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
            if mine:
                quoted = bisect_left(quotes, clause.start) % 2 == 1 or text[clause.start - 1 : clause.start] in ("“", '"')
                question = text[last[1] - 1 : last[1]] == "?"
                out.append(_statement(number, field, clause.start, clause.end, last, clause.number, mine, around, quoted, question))
    return out


_JOINING = re.compile(r"(?:that|whether|if|any|having)\b", re.IGNORECASE)
_GOVERNING = ("denied", "unproved", "doubt", "false")


def joined(text: str) -> list[Clause]:
    """The clauses of a text, a clause of denial in one with the clause of what is denied: "he denies" "that he was there"."""
    out: list[Clause] = []
    for clause in clauses(text):
        last = out[-1] if out else None
        if last and last.sentence == clause.sentence and text[last.end : clause.start].isspace() and _JOINING.match(text, clause.start):
            tail = tokens(text, max(last.start, last.end - 40), last.end)[-3:]
            if any(row in _GOVERNING for _, row in _found(tail, "denials", "kinds")):
                out[-1] = Clause(last.start, clause.end, last.sentence, last.number)
                continue
        out.append(clause)
    return out


def _content(word: Token) -> str:
    """The sense of a word that says something; "" for function words and marks."""
    if not word.lower[:1].isalnum() or word.lower in stopwords() or word.lower in small_words("auxiliary"):
        return ""
    if len(word.lemma) < 2 and not word.lemma.isdigit():
        return ""
    return sense(_prefixed().get(word.lower, word.lemma))


def _statement(
    number: int, field: Field, start: int, end: int, sentence: tuple[int, int], order: int,
    words: list[Token], around: frozenset[str], quoted: bool, question: bool,
) -> Statement:  # fmt: skip
    senses = [_content(w) for w in words]
    denials, at, idle = _denials(words)
    modal = frozenset(kind for _, kind in _found(words, "denials", "modal"))
    verb = _verb(words, senses)
    flags = _flags(words, quoted, question, idle)
    content = tuple(s for s in senses if s)
    centre = words[at] if at is not None else words[verb] if verb is not None else words[0]
    cut = verb if verb is not None else len(words)
    return Statement(
        number, field, start, end, sentence, order, (centre.start, centre.end), content, frozenset(content), around,
        frozenset(s for s in senses[:cut] if s), senses[cut] if verb is not None else "", frozenset(s for s in senses[cut + 1 :] if s),
        frozenset(s for i, (w, s) in enumerate(zip(words, senses, strict=True)) if s and w.capital and (i or w.start != sentence[0])),
        frozenset(w.lower for w in words if w.lower[0].isdigit()),
        denials, _predicate(senses, at), _states(words), modal, flags,
        tuple((s, w.start, w.end) for w, s in zip(words, senses, strict=True) if s),
    )  # fmt: skip


def _found(words: list[Token], name: str, part: str) -> list[tuple[int, str]]:
    """(index, row) of each word or phrase of a table."""
    known = _phrases(name, part)
    out: list[tuple[int, str]] = []
    for i, word in enumerate(words):
        phrase = "n't" if _NOT.search(word.lower) and word.lower != "nt" else word.lower
        out.extend((i, row) for row in known.get(phrase, ()))
        for following in words[i + 1 : i + 3]:
            phrase += "_" + following.lower
            out.extend((i, row) for row in known.get(phrase, ()))
    return out


def _denials(words: list[Token]) -> tuple[frozenset[str], int | None, bool]:
    """Kinds of words that deny, the index of the first (surest kind first), and whether one of them is idle ("not only")."""
    idle = {i for i, _ in _found(words, "denials", "idle")}
    found = [(i, row) for i, row in _found(words, "denials", "kinds") if i not in idle and i - 1 not in idle]
    found = [(i, row) for i, row in found if row != "false" or _predicative(words, i)]
    first = min((i for i, row in found if row != "corrected"), default=None)
    return frozenset(row for _, row in found), first, bool(idle)


def _predicative(words: list[Token], at: int) -> bool:
    """Whether a word for what is untrue says so of a claim: at the end of the clause, after "is", before "report"."""
    nouns, verbs = (table("denials")["claims"][part].split() for part in ("nouns", "before"))
    ends = at + 1 >= len(words) or not words[at + 1].lower[:1].isalpha()
    return ends or words[at + 1].lower in nouns or (at > 0 and words[at - 1].lower in verbs)


def _predicate(senses: list[str], at: int | None) -> str:
    """The first content word after the word that denies, else the last before it; "" for none."""
    if at is None:
        return ""
    after = [s for s in senses[at + 1 :] if s]
    before = [s for s in senses[:at] if s]
    return after[0] if after else before[-1] if before else ""


def _verb(words: list[Token], senses: list[str]) -> int | None:
    """The index of the first word that looks like the verb: after an auxiliary, or in a past form."""
    for i, word in enumerate(words):
        if word.lower in small_words("auxiliary") or _NOT.search(word.lower):
            for j in range(i + 1, min(i + 4, len(words))):
                if senses[j] and not words[j].lower.endswith("ly") and words[j].lower not in ("not", "never"):
                    return j
        elif i and senses[i] and (word.lower.endswith("ed") or (word.lemma != word.lower and not word.lower.endswith("s"))):
            return i
    return None


_TURNING = frozenset({"not", "never", "no", "without", "denied", "failed"})


def _states(words: list[Token]) -> frozenset[tuple[str, int]]:
    """States that the clause tells of; a negator up to four words before turns it round."""
    poles, negators = _poles(), _phrases("denials", "kinds")
    out: set[tuple[str, int]] = set()
    negated = -9
    for i, word in enumerate(words):
        if _NOT.search(word.lower) or _TURNING & set(negators.get(word.lower, ())):
            negated = i
        turned = 1 if 0 < i - negated <= 4 else 0
        phrase = word.lower
        found = list(poles.get(phrase, ()) or poles.get(word.lemma, ()))
        for following in words[i + 1 : i + 3]:
            phrase += "_" + following.lower
            found.extend(poles.get(phrase, ()))
        out.update((row, pole ^ turned) for row, pole in found)
    return frozenset(out)


@cache
def _tokens() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table("denials")["flags"].items()}


def _flags(words: list[Token], quoted: bool, question: bool, idle: bool) -> frozenset[str]:
    contrast, pronouns = table("denials")["contrast"]["words"].split(), table("denials")["pronouns"]["subject"].split()
    asked = {"quoted": quoted, "question": question, "idle": idle}
    asked["contrast"] = any(w.lower in contrast for w in words[:2])
    asked["pronoun"] = any(w.lower in pronouns for w in words[:3])
    said = {w.lower for w in words}
    asked.update((name, bool(said & known)) for name, known in _tokens().items())
    asked["relative"] = words[0].lower in small_words("relative")
    return frozenset(name for name, holds in asked.items() if holds)
