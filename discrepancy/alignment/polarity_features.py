"""What speaks for and against that two statements answer one question with yes and with no: the rows that the trees judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from rapidfuzz.distance import LCSseq

from discrepancy.alignment.polarity_pairs import EXPLICIT, Pair, Told, context, empty
from discrepancy.text.statements import Statement

KINDS = ("not", "never", "no", "without", "denied", "false", "unproved", "silence", "doubt", "failed", "corrected")
FLAGS = ("self", "will", "can", "perfect", "past", "present", "yet", "now", "nobody", "asked", "relative")
HEDGES = ("may", "report", "plan", "open")
NAMES = (
    *(f"deny_{k}" for k in KINDS),
    *(f"affirm_{k}" for k in ("any", "not", "denied", "false", "silence", "doubt", "same")),
    *(f"deny_{k}" for k in HEDGES),
    *(f"affirm_{k}" for k in HEDGES),
    "deny_words", "affirm_words", "deny_weight", "affirm_weight", "bare",
    "shared", "shared_weight", "heaviest", "cover", "cover_sentence", "cover_context", "of_affirm", "cosine", "spread",
    "predicate", "predicate_near", "predicate_weight", "verb_same", "verb_crossed", "subject", "subject_near", "object", "in_order", "run",
    "names_shared", "names_missing", "names_extra", "figures_shared", "figures_missing",
    "opposed", "opposed_rare", "alike", "deny_states", "affirm_states", "turned",
    "deny_title", "affirm_title", "deny_number", "affirm_number", "deny_quoted", "affirm_quoted", "question", "idle",
    "deny_pronoun", "affirm_pronoun", "contrast", "same_article", "same_sentence", "distance", "after", "beside",
    "later",
    *(f"deny_{k}" for k in FLAGS), *(f"affirm_{k}" for k in FLAGS), "deny_verb", "affirm_verb", "tense",
    "affirm_under", "affirm_sentence", "copied", "deny_central", "shared_central", "affirm_central",
    "rank_deny", "rank_affirm", "margin_deny", "affirming_articles", "denying_articles", "own_affirms", "score", "others_best",
)  # fmt: skip
"""The features, in the order of a row."""


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """A denial's content once for all its pairs: `own` senses without those that only deny, their weight, and its whole context."""

    own: frozenset[str]
    weight: float
    context: dict[str, float]
    total: float


def rows(story: Told, pairs: Sequence[Pair]) -> list[list[float]]:
    """A row for each pair, in order."""
    abouts: dict[int, About] = {}
    around = surroundings(story)
    sums: dict[int, float] = {}
    for pair in pairs:
        if pair.deny not in abouts:
            abouts[pair.deny] = about(story, pair.deny)
        for at in (pair.deny, pair.affirm):
            if at not in sums:
                sums[at] = story.weigh(story.said[at].lemmas - empty())
    first = [[*_own(story, p, abouts[p.deny], sums), *around.row(p, abouts[p.deny])] for p in pairs]
    covers = [row[_COVER] + row[_COVER_SENTENCE] for row in first]
    return [[*row, *more] for row, more in zip(first, _placed(story, pairs, covers), strict=True)]


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What a story's statements stand beside.

    central     senses that the titles share.
    under       statements governed by a denial before them in their sentence; denying: those whose sentence denies anywhere.
    denials     article -> the contents of its explicit denials.
    """

    story: Told
    central: frozenset[str]
    under: frozenset[int]
    denying: frozenset[int]
    denials: dict[int, list[frozenset[str]]]

    def row(self, pair: Pair, of: About) -> list[float]:
        """The features of a pair."""
        a, b = self.story.said[pair.deny], self.story.said[pair.affirm]
        copied = 0.0
        if a.article != b.article and of.own:
            copied = max((len(of.own & other) / len(of.own | other) for other in self.denials.get(b.article, ())), default=0.0)
        shared = of.own & b.lemmas
        return [
            float(pair.affirm in self.under), float(pair.affirm in self.denying), copied,
            len(of.own & self.central) / max(1, len(of.own)), float(len(shared & self.central)),
            len(b.lemmas & self.central) / max(1, len(b.lemmas)),
        ]  # fmt: skip


def surroundings(story: Told) -> Surroundings:
    """Read once for all pairs of a story."""
    entitled: dict[int, set[str]] = {}
    for s in story.said:
        if s.field == "title":
            entitled.setdefault(s.article, set()).update(s.lemmas)
    titles = Counter(x for held in entitled.values() for x in held)
    central = frozenset(x for x, n in titles.items() if n >= max(2, len(story.articles) / 3))
    under: set[int] = set()
    denying: set[int] = set()
    last, governed = (-1, "", (0, 0)), False
    denials: dict[int, list[frozenset[str]]] = {}
    sentences: dict[tuple[int, str, tuple[int, int]], list[int]] = {}
    for i, s in enumerate(story.said):
        place = (s.article, s.field, s.sentence)
        sentences.setdefault(place, []).append(i)
        if place != last:
            last, governed = place, False
        if governed:
            under.add(i)
        governed = bool(s.denials & _GOVERNING) or (governed and not s.denials)
        if s.denials & EXPLICIT:
            denials.setdefault(s.article, []).append(s.lemmas - empty())
    for inside in sentences.values():
        if any(story.said[i].denials & EXPLICIT for i in inside):
            denying.update(inside)
    return Surroundings(story, central, frozenset(under), frozenset(denying), denials)


_GOVERNING = frozenset({"denied", "false", "unproved", "doubt"})


def about(story: Told, at: int) -> About:
    """What a denial is about."""
    own = story.said[at].lemmas - empty()
    around = context(story, at)
    return About(own, story.weigh(own), around, fsum(around[x] * story.weight.get(x, 0.0) for x in around))


_COVER, _COVER_SENTENCE = NAMES.index("cover"), NAMES.index("cover_sentence")


def _own(story: Told, pair: Pair, of: About, sums: dict[int, float]) -> list[float]:
    a, b = story.said[pair.deny], story.said[pair.affirm]
    shared = _shared(story, a, b, of, sums[pair.affirm])
    return [*_manner(a, b), *shared, *_grammar(story, a, b, of), *_states(story, a, b), *_place(story, a, b, pair)]


def _manner(a: Statement, b: Statement) -> list[float]:
    same = bool(a.denials & EXPLICIT) and a.denials & EXPLICIT == b.denials & EXPLICIT
    return [
        *(float(k in a.denials) for k in KINDS),
        float(bool(b.denials & EXPLICIT)), float("not" in b.denials or "no" in b.denials or "never" in b.denials),
        *(float(k in b.denials) for k in ("denied", "false", "silence", "doubt")), float(same),
        *(float(k in a.modal) for k in HEDGES), *(float(k in b.modal) for k in HEDGES),
    ]  # fmt: skip


def _shared(story: Told, a: Statement, b: Statement, of: About, heavy: float) -> list[float]:
    shared = of.own & b.lemmas
    near = (of.own & b.around) | shared
    weight = story.weigh(shared)
    surrounding = fsum(share * story.weight.get(x, 0.0) for x, share in of.context.items() if x in b.lemmas)
    total = max(1.0, of.weight)
    articles = max(1, len(story.articles))
    return [
        float(len(a.words)), float(len(b.words)), of.weight, heavy, float(len(of.own) < 2),
        float(len(shared)), weight, max((story.weight.get(x, 0.0) for x in shared), default=0.0),
        weight / total, story.weigh(near) / total, surrounding / max(1.0, of.total),
        weight / max(1.0, heavy), surrounding / max(1.0, (of.total * heavy) ** 0.5),
        sum(story.spread.get(x, 0) for x in shared) / articles / max(1, len(shared)),
    ]  # fmt: skip


def _grammar(story: Told, a: Statement, b: Statement, of: About) -> list[float]:
    said = a.predicate
    subject = a.before - empty()
    mine, theirs = [x for x in a.words if x in of.own], [x for x in b.words if x not in empty()]
    names_missing = len((a.names - empty()) - b.around)
    return [
        float(said in b.lemmas), float(said in b.around), story.weight.get(said, 0.0) * (said in b.lemmas),
        float(bool(said) and said == b.verb), float(bool(a.verb) and a.verb in b.lemmas),
        len(subject & b.before) / max(1, len(subject)) if subject else -1.0,
        len(subject & b.around) / max(1, len(subject)) if subject else -1.0,
        len(a.after & b.after) / max(1, len(a.after)) if a.after else -1.0,
        LCSseq.similarity(mine, theirs) / max(1, len(mine)), LCSseq.similarity(mine, theirs) / max(1, len(theirs)),
        float(len(a.names & b.around)), float(names_missing), float(len((b.names - empty()) - a.around)),
        float(len(a.figures & b.figures)), float(len(a.figures - b.figures)),
    ]  # fmt: skip


def _states(story: Told, a: Statement, b: Statement) -> list[float]:
    opposed = [(row, pole) for row, pole in a.states if (row, 1 - pole) in b.states]
    rare = max((1.0 / (len(story.putting.get(s, ())) + len(story.putting.get((s[0], 1 - s[1]), ()))) for s in opposed), default=0.0)
    return [
        float(len(opposed)), rare, float(len(a.states & b.states)), float(len(a.states)), float(len(b.states)),
        float(any(pole == 1 for _, pole in a.states) and any(pole == 0 for _, pole in b.states)),
    ]  # fmt: skip


def _place(story: Told, a: Statement, b: Statement, pair: Pair) -> list[float]:
    same = a.article == b.article
    day, other = story.articles[a.article].published, story.articles[b.article].published
    later = 0.0 if day is None or other is None or day == other else 1.0 if day > other else -1.0
    return [
        float(a.field == "title"), float(b.field == "title"), float(min(30, a.number)), float(min(30, b.number)),
        float("quoted" in a.flags), float("quoted" in b.flags),
        float("question" in b.flags) + 2.0 * ("question" in a.flags), float("idle" in a.flags),
        float("pronoun" in a.flags), float("pronoun" in b.flags), float("contrast" in a.flags), float(same),
        float(same and a.field == b.field and a.sentence == b.sentence),
        float(min(20, abs(a.number - b.number))) if same else 30.0, float(same and pair.deny > pair.affirm), float(pair.beside),
        later,
        *(float(k in a.flags) for k in FLAGS), *(float(k in b.flags) for k in FLAGS), float(bool(a.verb)), float(bool(b.verb)),
        float(len(a.flags & b.flags & _TENSES)),
    ]  # fmt: skip


_TENSES = frozenset({"will", "can", "perfect", "past", "present"})


def _placed(story: Told, pairs: Sequence[Pair], covers: Sequence[float]) -> list[list[float]]:
    """How each pair stands among the others: its rank for either statement, and how many articles say the like."""
    by_deny: dict[int, list[int]] = {}
    by_affirm: dict[int, list[int]] = {}
    for i, pair in enumerate(pairs):
        by_deny.setdefault(pair.deny, []).append(i)
        by_affirm.setdefault(pair.affirm, []).append(i)
    ranks: dict[int, int] = {}
    rival: dict[int, float] = {}
    for held in by_deny.values():
        ordered = sorted(held, key=lambda i: (-covers[i], i))
        ranks.update((i, rank) for rank, i in enumerate(ordered))
        for i in held:
            rival[i] = covers[ordered[0]] if ordered[0] != i else covers[ordered[1]] if len(ordered) > 1 else 0.0
    back = {i: rank for held in by_affirm.values() for rank, i in enumerate(sorted(held, key=lambda i: (-covers[i], i)))}
    best: dict[tuple[int, int], float] = {}
    for i, pair in enumerate(pairs):
        for key in ((pair.deny, story.said[pair.affirm].article), (-1 - pair.affirm, story.said[pair.deny].article)):
            best[key] = max(best.get(key, 0.0), covers[i])
    telling: Counter[int] = Counter(at for (at, _), cover in best.items() if cover >= 0.8)
    return [
        [
            float(ranks[i]), float(back[i]), covers[i] - rival[i], float(telling[p.deny]), float(telling[-1 - p.affirm]),
            best.get((p.deny, story.said[p.deny].article), 0.0), p.score, max(rival[i], 0.0),
        ]
        for i, p in enumerate(pairs)
    ]  # fmt: skip
