"""What reviewers said of alignment, laid on a story: which mentions stay apart, and which come together.

A constraint names its mentions by quote and context; here they are found again in the articles of now. Splits are laid on the
candidates before one is chosen, so that what is left and what was taken out can each be a finding; then all constraints are laid, in
the order they were judged, on what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from discrepancy.alignment.claim import Claim
from discrepancy.alignment.cluster import Facet, Node
from discrepancy.alignment.dimension import comparable, dimension
from discrepancy.alignment.pairs import Pair
from discrepancy.model import Article, Mention
from discrepancy.model.judgement import Anchor, Constraint, Constraints
from discrepancy.text.anchoring import Place, located

NAMED = frozenset({"person", "organisation", "place", "polarity"})
"""Kinds whose findings are groups made by rule, not facets of figures."""
Read = Callable[[str, Article], Sequence[Mention]]
"""Words and the article they are from -> the figures in them, by offsets into the words."""

Shaped = tuple[Facet, tuple[int, ...]]
"""A facet, and the places of the facets that it was made from."""


@dataclass(frozen=True, slots=True)
class Located:
    """A constraint whose words were found: `rest` is what was judged, without the marks; `said` cites a mention of each."""

    act: Literal["split", "merge", "join"]
    kind: str
    rest: tuple[Place, ...]
    marks: tuple[Place, ...]
    said: tuple[str, str]

    def refused(self, why: str) -> str:
        """The sentence that says that it could not be kept."""
        return f"a reviewer's {self.act} could not be kept: {self.said[1]} {why} {self.said[0]}"


@dataclass(slots=True)
class Asked:
    """What is asked of one comparison, in the order it was judged; `warnings` say what could not be done, a sentence each."""

    rules: tuple[Located, ...]
    warnings: list[str] = field(default_factory=list)

    def of(self, named: bool) -> tuple[Located, ...]:
        """The rules for findings made by rule (names, yes and no), or for figures."""
        return tuple(rule for rule in self.rules if (rule.kind in NAMED) == named)


def asked(constraints: Constraints, articles: Sequence[Article]) -> Asked:
    """The constraints that concern these articles: those whose marks, and something of what was judged, are still there.

    A constraint on a finding of which no word is here is another story's, and passed over in silence.
    """
    found: list[Located] = []
    warnings: list[str] = []
    for rule in constraints.rules:
        marks = _places(rule.marks, articles)
        rest = [place for place in _places(rule.evidence, articles) if place not in marks]
        if marks and rest:
            found.append(Located(rule.act, rule.kind, tuple(rest), tuple(marks), (_cited(rule.evidence[:1]), _cited(rule.marks))))
        elif rest:
            warnings.append(_lost(rule))
    return Asked(tuple(found), warnings)


def _places(anchors: Iterable[Anchor], articles: Sequence[Article]) -> list[Place]:
    places = (located(one, articles) for one in anchors)
    return list(dict.fromkeys(place for place in places if place is not None))


def _lost(rule: Constraint) -> str:
    return f"a reviewer's {rule.act} could not be kept: the articles no longer say {_cited(rule.marks)}"


def _cited(marks: Sequence[Anchor]) -> str:
    told = ", ".join(f"“{mark.quote}” of {mark.article}" for mark in marks[:2])
    return f"{told} and {len(marks) - 2} more" if len(marks) > 2 else told


def with_marks(found: Asked, articles: Sequence[Article], mentions: Sequence[Sequence[Mention]], read: Read) -> list[tuple[Mention, ...]]:
    """The mentions of each article with those that a reviewer joined and the program had not read; what has no figure is warned of."""
    out = [tuple(one) for one in mentions]
    for rule in found.of(named=False):
        for place in rule.marks if rule.act == "join" else ():
            held = out[place.article]
            if any(place.shared(place.article, m.field, m.start, m.end) for m in held):
                continue
            article = articles[place.article]
            quote = article.field_text(place.field)[place.start : place.end]
            figures = read(quote, article)
            if not figures:
                found.warnings.append(f"a reviewer's join could not be kept: no figure or date is read in “{quote}” of {article.id}")
                continue
            figure = max(figures, key=lambda m: (m.end - m.start, -m.start))
            out[place.article] = (*held, _moved(figure, place))
    return out


def _moved(figure: Mention, place: Place) -> Mention:
    core = (figure.core[0] + place.start, figure.core[1] + place.start)
    name: Literal["text", "title"] = "title" if place.field == "title" else "text"
    return replace(figure, start=figure.start + place.start, end=figure.end + place.start, core=core, field=name)


def holds(places: Iterable[Place], claim: Claim) -> bool:
    """Whether a claim stands at one of the places."""
    mention = claim.mention
    return any(place.shared(claim.article, mention.field, mention.start, mention.end) for place in places)


def split_nodes(nodes: Sequence[Node], rules: Sequence[Located]) -> list[Node]:
    """The candidates without the mentions that were split from the others in them; a candidate may be left with one claim, or none."""
    splits = [rule for rule in rules if rule.act == "split"]
    kept = [_without_split(node.facet, splits) for node in nodes]
    members = [frozenset(c.index for c in facet.claims) for facet in kept]
    return [
        Node(facet, tuple(child for child in node.children if members[child] & members[place]))
        for place, (facet, node) in enumerate(zip(kept, nodes, strict=True))
    ]


def _without_split(facet: Facet, splits: Sequence[Located]) -> Facet:
    for rule in splits:
        out = [c for c in facet.claims if holds(rule.marks, c)]
        if out and any(holds(rule.rest, c) for c in facet.claims):
            facet = without(facet, out)
    return facet


def without(facet: Facet, claims: Iterable[Claim]) -> Facet:
    """The facet without these claims."""
    gone = {c.index for c in claims}
    return _facet([[c for c in group if c.index not in gone] for group in facet.groups], facet.pairs)


def joined(facets: Sequence[Facet], claims: Iterable[Claim], pairs: Iterable[Pair]) -> Facet:
    """All claims of the facets, and these, as one facet; `pairs` are all that were looked at."""
    groups = [list(group) for facet in facets for group in facet.groups]
    held = {c.index for group in groups for c in group}
    groups += [[c] for c in claims if c.index not in held]
    return _facet(groups, pairs)


def _facet(groups: Sequence[Sequence[Claim]], pairs: Iterable[Pair]) -> Facet:
    left = tuple(sorted((tuple(group) for group in groups if group), key=lambda group: group[0].index))
    held = {c.index for group in left for c in group}
    inner = tuple(p for p in pairs if p.a.index in held and p.b.index in held)
    across = [p.second for p in inner if p.a.article != p.b.article]
    return Facet(left, sum(across) / len(across) if across else max((p.second for p in inner), default=0.0), inner)


def reshaped(facets: Sequence[Facet], found: Asked, claims: Sequence[Claim], pairs: Sequence[Pair]) -> list[Shaped]:
    """The facets after the rules, one after another, each with the places in `facets` that it came from: none for a new one."""
    shaped: list[Shaped] = [(facet, (place,)) for place, facet in enumerate(facets)]
    for rule in found.of(named=False):
        if rule.act == "split":
            shaped = [(_without_split(facet, [rule]), came) for facet, came in shaped]
            continue
        judged, marked = ([c for c in claims if holds(places, c)] for places in (rule.rest, rule.marks))
        if _comparable(judged, marked):
            shaped = list(_brought_together(shaped, rule, (judged, marked), pairs))
        else:
            found.warnings.append(rule.refused("cannot be compared with"))
    return [(facet, came) for facet, came in shaped if facet.claims]


def _comparable(judged: Sequence[Claim], marked: Sequence[Claim]) -> bool:
    """Whether a claim of the one can be held against a claim of the other: of one dimension, or a bare number beside an amount."""
    return any(_held_against(a, b) for a in judged for b in marked)


def _held_against(a: Claim, b: Claim) -> bool:
    one, other = dimension(a.mention), dimension(b.mention)
    return comparable(one, other) or ("count" in (one, other) and a.amount is not None and b.amount is not None)


def _brought_together(
    shaped: Sequence[Shaped], rule: Located, claims: tuple[Sequence[Claim], Sequence[Claim]], pairs: Sequence[Pair]
) -> Iterator[Shaped]:
    judged, marked = claims
    home, other = _most(shaped, judged), _most(shaped, marked)
    whole = [place for place in dict.fromkeys((home, other if rule.act == "merge" else None)) if place is not None]
    extra = [*(judged if home is None else ()), *(marked if rule.act == "join" or other is None else ())]
    taken = {c.index for c in extra}
    for place, (facet, came) in enumerate(shaped):
        if place not in whole:
            left = [c for c in facet.claims if c.index in taken]
            yield (without(facet, left), came) if left else (facet, came)
    came_from = tuple(place for each in whole for place in shaped[each][1])
    yield joined([shaped[place][0] for place in whole], extra, pairs), came_from


def _most(shaped: Sequence[Shaped], claims: Sequence[Claim]) -> int | None:
    """The facet that holds most of the claims, the earliest of several; None where none holds one."""
    wanted = {c.index for c in claims}
    counts = [(-sum(c.index in wanted for c in facet.claims), place) for place, (facet, _) in enumerate(shaped)]
    most, place = min(counts, default=(0, 0))
    return place if most else None
