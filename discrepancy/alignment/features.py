"""What two claims have in common, as numbers: the evidence that an alignment model weighs.

Order and names of `NAMES` are part of the shipped weights: a change means fitting again
(`python -m tests.bench.fit`). `WORDS` says each in the words of the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from rapidfuzz.fuzz import ratio

from discrepancy.alignment.claim import Claim, Sentence, Slots, anybody, people
from discrepancy.alignment.dimension import bounds, digits, log_ratio
from discrepancy.model import Amount, DateValue
from discrepancy.normalise.daterelation import relate
from discrepancy.text.words import lemma, sense, stopwords

FAMILIES = (
    "forecast", "record", "past", "total", "part", "average", "each", "least", "most", "compare", "denial", "claim",
    "death", "injury", "missing", "rise", "fall", "spend", "earn", "worth", "birth", "begin", "finish", "arrest",
)  # fmt: skip

WORDS: dict[str, str] = {
    "unit": "the thing counted or measured",
    "unit_people": "both count people",
    "unit_silent": "one does not say what is counted",
    "modifiers": "the words that narrow the thing counted",
    "modifiers_differ": "words that narrow it to different groups",
    "near": "words within four of the figure",
    "near_count": "number of shared words next to the figure",
    "clause": "words of the same clause",
    "wide": "words within nine of the figure",
    "sentence": "wording of the sentences",
    "sentence_best": "these sentences are each other's nearest",
    "sentence_rank": "how near the sentences are among all in the article",
    "names": "names in the sentence",
    "names_clash": "each names somebody else",
    "subject": "the name before the figure",
    "before": "the word before",
    "after": "the word after",
    "figures": "other figures that both sentences state",
    "figures_differ": "other figures differ",
    "position": "place in the article",
    "lead": "both in the opening",
    "title": "one stands in a headline",
    "ratio": "distance between the values",
    "overlap": "the intervals overlap",
    "digits": "how precise the figures are",
    "hedged": "one is hedged",
    "vague": "one has no digits",
    "same_kind": "kind of value",
    "small": "both are small whole numbers",
    "relation": "how the dates stand to each other",
    "grain": "granularity of the dates",
    "dimension_clash": "different dimensions of the thing (width, depth …)",
    "dimension_same": "the same dimension of the thing",
    "cues_shared": "roles in common",
    "cues_differ": "roles that exclude each other",
    "spread": "how much of the sentence other articles share",
    "inside": "both stand in one article",
    "kind": "kind of value",
    "direction": "both rise, or both fall",
    "unit_telling": "how telling the noun is that both count",
    "sole": "neither article counts that thing twice",
    "moved": "the same thing moves the same way",
    "peers_least": "rivals for the question in the article that has fewer",
    "peers_most": "rivals for the question in the article that has more",
    "verbs": "what is done",
    "verbs_clash": "something else is done",
    "context": "this sentence and the one before",
    "lead_text": "the same wording before the figure",
    "tail_text": "the same wording after the figure",
    "copies": "one article is largely the other's text",
    "neighbours": "the figures before and after are the same too",
    **{f"one_{name}": f"only one speaks of {name}" for name in FAMILIES},
    "event": "the verb nearest to the figure",
    "clause_cover": "the shorter clause's words stand in the other sentence",
    "sentence_cover": "the shorter sentence's words stand in the other",
    "role": "what happened to those counted",
    "other_things": "each counts something that the other does not speak of",
    "first_told": "both are the first figure of their kind in the article",
    "place_differ": "how many such figures each article has before",
}

KINDS = {"count": 0, "money": 1, "percent": 2, "quantity": 3, "duration": 4, "age": 5, "date": 6, "ordinal": 7, "score": 8}
NAMES: tuple[str, ...] = tuple(WORDS)
_RELATION = {"equal": 0.0, "within": 1.0, "overlap": 2.0, "unknown": 3.0, "disjoint": 4.0}
_GRAIN = {
    "minute": 0,
    "hour": 1,
    "part": 2,
    "day": 3,
    "weekend": 4,
    "week": 4,
    "month": 5,
    "season": 6,
    "quarter": 6,
    "year": 7,
    "decade": 8,
    "century": 9,
}


@dataclass(slots=True)
class Evidence:
    """Features of pairs, with what is computed once per pair of sentences."""

    slots: Slots
    _cosine: dict[tuple[int, int], float] = field(default_factory=dict)
    _norm: dict[int, float] = field(default_factory=dict)
    _best: dict[tuple[int, int], tuple[float, int]] = field(default_factory=dict)
    _rows: dict[tuple[int, int], list[float]] = field(default_factory=dict)
    _copies: dict[tuple[int, int], float] = field(default_factory=dict)

    def norm(self, s: Sentence) -> float:
        """Euclidean length of the sentence's weighted words."""
        found = self._norm.get(id(s))
        if found is None:
            weight = self.slots.weight
            found = self._norm[id(s)] = sum(weight.get(w, 1.0) ** 2 for w in s.content) ** 0.5 or 1.0
        return found

    def cosine(self, a: Sentence, b: Sentence) -> float:
        """Weighted cosine of the content words, 0..1."""
        key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
        found = self._cosine.get(key)
        if found is None:
            weight = self.slots.weight
            shared = a.content & b.content
            found = sum(weight.get(w, 1.0) ** 2 for w in shared) / (self.norm(a) * self.norm(b)) if shared else 0.0
            self._cosine[key] = found
        return found

    def rank(self, a: Sentence, article: int) -> list[float]:
        """Cosines of `a` with every sentence of `article`, best first."""
        key = (id(a), article)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = sorted((self.cosine(a, s) for s in self.slots.sentences[article]), reverse=True)
        return row

    def copies(self, a: int, b: int) -> float:
        """Share of the sentences of the shorter article that stand almost word for word in the other."""
        key = (a, b) if a < b else (b, a)
        found = self._copies.get(key)
        if found is None:
            rows, others = (self.slots.sentences[i] for i in sorted(key, key=lambda i: len(self.slots.sentences[i])))
            near = sum(max((self.cosine(s, t) for t in others), default=0.0) > 0.8 for s in rows[:40])
            found = self._copies[key] = near / max(1, len(rows[:40])) if a != b else 1.0
        return found

    def _more(self, a: Claim, b: Claim, equal: bool, out: dict[str, float]) -> None:
        x, y = a.amount, b.amount
        if x is not None and y is not None and x.direction and y.direction:
            out["direction"] = 1.0 if x.direction == y.direction else -1.0
            if x.direction == y.direction and x.unit == y.unit:
                named = a.clause & b.clause & (a.sentence.names | b.sentence.names)
                out["moved"] = 1.0 + float(bool(set(a.subject) & set(b.subject))) + float(bool(named))
        if not equal:
            out["peers_least"], out["peers_most"] = float(min(a.peers, b.peers)), float(max(a.peers, b.peers))
        if x is not None and y is not None and out.get("unit") == 2.0 and x.unit:
            out["unit_telling"] = self.slots.weight.get(sense(lemma(x.unit)), 5.0) if a.mention.kind == b.mention.kind == "count" else 0.0
            out["sole"] = float(a.peers == 1) + float(b.peers == 1)
        out["verbs"] = self.shared_weight(a.verbs, b.verbs)
        out["verbs_clash"] = float(bool(a.verbs) and bool(b.verbs) and not a.verbs & b.verbs)
        out["context"] = self.shared_weight(a.context, b.context)
        out["lead_text"] = _alike(a.lead, b.lead)
        out["tail_text"] = _alike(a.tail, b.tail)
        out["copies"] = self.copies(a.article, b.article)
        out["role"] = 0.0 if not a.role or not b.role else 1.0 if a.role & b.role else -1.0
        out["first_told"] = float(a.place == 0 and b.place == 0)
        out["place_differ"] = float(abs(a.place - b.place))
        out["event"] = 0.0 if not a.event or not b.event else 1.0 if a.event == b.event else -1.0
        out["clause_cover"] = max(self.cover(a.clause, b.sentence.content), self.cover(b.clause, a.sentence.content))
        out["sentence_cover"] = max(self.cover(a.sentence.content, b.sentence.content), self.cover(b.sentence.content, a.sentence.content))
        out["neighbours"] = float(bool(a.previous) and a.previous == b.previous) + float(bool(a.next) and a.next == b.next)

    def shared_weight(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Weighted Jaccard of two word sets, 0..1."""
        union = a | b
        if not union:
            return 0.0
        weight = self.slots.weight
        total = sum(weight.get(w, 1.0) for w in union)
        return sum(weight.get(w, 1.0) for w in a & b) / total if total else 0.0

    def cover(self, words: frozenset[str], other: frozenset[str]) -> float:
        """Share of the weight of `words` that `other` has too, 0..1; 0 for fewer than two words."""
        if len(words) < 2:
            return 0.0
        weight = self.slots.weight
        return sum(weight.get(w, 1.0) for w in words & other) / (sum(weight.get(w, 1.0) for w in words) or 1.0)

    def spread(self, s: Sentence) -> float:
        """Mean share of the story's articles that use the sentence's content words."""
        if not s.content:
            return 0.0
        spread, n = self.slots.spread, max(1, self.slots.articles)
        return sum(spread.get(w, 0) for w in s.content) / (len(s.content) * n)

    def row(self, a: Claim, b: Claim, equal: bool) -> list[float]:
        """The features of the pair in the order of NAMES; symmetric in a and b.

        Equal pairs have no rivals: a value told twice is told twice.
        """
        sa, sb = a.sentence, b.sentence
        out: dict[str, float] = {}
        _units(a, b, out)
        _values(a, b, out)
        out["near"] = self.shared_weight(a.near, b.near)
        out["near_count"] = float(len(a.near & b.near))
        out["clause"] = self.shared_weight(a.clause, b.clause)
        out["wide"] = self.shared_weight(a.wide, b.wide)
        cosine = self.cosine(sa, sb)
        out["sentence"] = cosine
        if sa.article != sb.article:
            ra, rb = self.rank(sa, sb.article), self.rank(sb, sa.article)
            out["sentence_best"] = float(cosine > 0 and cosine >= ra[0] and cosine >= rb[0])
            out["sentence_rank"] = cosine / max(ra[0], rb[0], 1e-9) if cosine else 0.0
        else:
            out["sentence_best"] = float(sa is sb)
            out["sentence_rank"] = cosine
        shared_names = sa.names & sb.names
        out["names"] = self.shared_weight(sa.names, sb.names)
        out["names_clash"] = float(bool(sa.names) and bool(sb.names) and not shared_names)
        out["subject"] = _subject(a, b)
        stop = stopwords()
        out["before"] = _step(a.left, b.left, stop)
        out["after"] = _step(a.right, b.right, stop)
        out["figures"] = float(len(a.figures & b.figures))
        out["figures_differ"] = float(min(len(a.figures), len(b.figures)) - len(a.figures & b.figures))
        out["position"] = abs(sa.relative - sb.relative)
        out["lead"] = float((sa.order <= 3) + (sb.order <= 3))
        out["title"] = float((sa.field == "title") + (sb.field == "title"))
        out["spread"] = min(self.spread(sa), self.spread(sb))
        out["inside"] = float(sa.article == sb.article)
        _cues(a, b, out)
        self._more(a, b, equal, out)
        return [out.get(name, 0.0) for name in NAMES]


def _alike(a: str, b: str) -> float:
    """Similarity of two windows of text, 0..1 (normalised indel distance)."""
    return float(ratio(a, b)) / 100.0 if a and b else 0.0


def _subject(a: Claim, b: Claim) -> float:
    if not a.subject or not b.subject:
        return 0.0
    if a.subject[0] == b.subject[0]:
        return 2.0
    return 1.0 if set(a.subject) & set(b.subject) else -1.0


def _step(a: tuple[str, ...], b: tuple[str, ...], stop: frozenset[str]) -> float:
    """2 when the nearest two words agree, 1.5 for the nearest content word, 1 for the nearest word, else 0."""
    if a[:2] and a[:2] == b[:2]:
        return 2.0
    first = next((w for w in a if w not in stop and w.isalpha()), "")
    other = next((w for w in b if w not in stop and w.isalpha()), "?")
    if sense(first) == sense(other):
        return 1.5
    return 1.0 if a[:1] and a[:1] == b[:1] else 0.0


def _counted(c: Claim) -> str:
    """The lemma of the thing counted or measured; "" where nothing is said."""
    return lemma(c.amount.unit.split(" ")[-1]) if c.amount is not None and c.amount.unit else ""


def same_thing(a: Claim, b: Claim) -> bool:
    """Whether both count or measure the same thing, or people."""
    one, two = _counted(a), _counted(b)
    return bool(one) and bool(two) and (sense(one) == sense(two) or {one, two} <= people())


def other_things(a: Claim, b: Claim) -> bool:
    """Whether both count, and each something that the sentences round the other do not name."""
    one, two = _counted(a), _counted(b)
    if a.mention.kind != "count" or b.mention.kind != "count" or not one or not two or same_thing(a, b):
        return False
    return sense(one) not in b.context and sense(two) not in a.context


def _units(a: Claim, b: Claim, out: dict[str, float]) -> None:
    x, y = a.mention.value, b.mention.value
    out["kind"] = float(min(KINDS.get(a.mention.kind, 9), KINDS.get(b.mention.kind, 9)))
    out["same_kind"] = float(a.mention.kind == b.mention.kind)
    if not isinstance(x, Amount) or not isinstance(y, Amount):
        return
    ua, ub = lemma(x.unit.split(" ")[-1]), lemma(y.unit.split(" ")[-1])
    known = people()
    both_people = ua in known and ub in known
    out["unit_people"] = (2.0 if ua in anybody() or ub in anybody() else 1.0) if both_people else 0.0
    out["other_things"] = float(other_things(a, b))
    out["unit_silent"] = float(not ua or not ub)
    if ua and ua == ub:
        out["unit"] = 2.0
    elif both_people:
        out["unit"] = 1.0
    elif not ua or not ub:
        # a bare figure may still name its thing elsewhere in the clause
        thing = ua or ub
        other = b if ua else a
        out["unit"] = 1.5 if thing and sense(thing) in other.clause else 0.5
    elif sense(ua) == sense(ub):
        out["unit"] = 1.7
    elif sense(ua) in b.clause or sense(ub) in a.clause:
        out["unit"] = 1.2
    else:
        out["unit"] = 0.0 if x.unit != y.unit else 2.0
    ma, mb = (frozenset(sense(lemma(w)) for w in v.modifiers) for v in (x, y))
    out["modifiers"] = float(len(ma & mb))
    out["modifiers_differ"] = float(bool(ma - mb) and bool(mb - ma)) + 0.5 * float(bool(ma) != bool(mb))


def _values(a: Claim, b: Claim, out: dict[str, float]) -> None:
    x, y = a.mention.value, b.mention.value
    out["digits"] = float(min(digits(a.mention), digits(b.mention)))
    if isinstance(x, DateValue) and isinstance(y, DateValue):
        out["relation"] = _RELATION.get(relate(x, y).kind, 3.0)
        out["overlap"] = float(out["relation"] < 2.5)
        ga, gb = _GRAIN.get(x.granularity, 10), _GRAIN.get(y.granularity, 10)
        out["grain"] = float(abs(ga - gb))
        out["small"] = float(min(ga, gb))
        out["ratio"] = _weekday_gap(x, y)
    elif isinstance(x, Amount) and isinstance(y, Amount):
        out["ratio"] = log_ratio(x, y)
        out["overlap"] = float(_overlap(x, y))
        out["small"] = float(
            all(v.value is not None and v.value == v.value.to_integral_value() and abs(v.value) < Decimal(10) for v in (x, y))
        )
        out["hedged"] = float((x.approximation != "exact") + (y.approximation != "exact"))
        out["vague"] = float((x.approximation == "vague") + (y.approximation == "vague"))


def _weekday_gap(x: DateValue, y: DateValue) -> float:
    if x.first.weekday is None or y.first.weekday is None:
        return -1.0
    gap = abs(x.first.weekday - y.first.weekday)
    return float(min(gap, 7 - gap))


def _overlap(x: Amount, y: Amount) -> bool:
    (al, ah), (bl, bh) = bounds(x), bounds(y)
    return (al is None or bh is None or al <= bh) and (bl is None or ah is None or bl <= ah)


def _cues(a: Claim, b: Claim, out: dict[str, float]) -> None:
    dims_a = {c for c in a.cues if c.startswith("dim:")}
    dims_b = {c for c in b.cues if c.startswith("dim:")}
    out["dimension_same"] = float(len(dims_a & dims_b))
    out["dimension_clash"] = float(bool(dims_a) and bool(dims_b) and not dims_a & dims_b)
    shared = differ = 0
    for name in FAMILIES:
        ina, inb = name in a.cues, name in b.cues
        if ina and inb:
            shared += 1
        elif ina != inb:
            differ += 1
            out[f"one_{name}"] = 1.0
    out["cues_shared"] = float(shared)
    out["cues_differ"] = float(differ)
