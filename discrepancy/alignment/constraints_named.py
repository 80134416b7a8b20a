"""What reviewers said of findings of who, where and whether: groups of names, or of yes and no, taken apart and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy.alignment.constraints import Asked, Located
from discrepancy.model import Article, Mention, Names, Polarity
from discrepancy.model.group import Group
from discrepancy.model.mention import Kind
from discrepancy.model.report import Verdict
from discrepancy.normalise.name import fold
from discrepancy.text.anchoring import Place

Said = tuple[str, Mention]
"""(article id, mention)."""
Read = Sequence[tuple[Article, Sequence[Mention]]]


def reshaped_groups(groups: Sequence[Group], found: Asked, articles: Sequence[Article], read: Read) -> list[tuple[Group, bool]]:
    """The groups after the rules, one after another, and whether a rule changed it.

    read    every name and denial of each article: what a joined mention is taken for. Other words are a name as written.
    """
    index = {article.id: place for place, article in enumerate(articles)}
    shaped = [(group, False) for group in groups]
    for rule in found.of(named=True):
        if rule.act == "split":
            shaped = [_split(group, touched, rule, index) for group, touched in shaped]
        elif rule.act == "merge":
            shaped = _merged(shaped, rule, index, found)
        else:
            shaped = _joined(shaped, rule, index, found, read)
    return [(group, touched) for group, touched in shaped if _stands(group)]


def unsplit(groups: Sequence[Group], found: Asked, articles: Sequence[Article]) -> list[Group]:
    """The groups that no split takes apart: a contradiction of an article with itself is gone when one of its mentions does not belong."""
    index = {article.id: place for place, article in enumerate(articles)}
    splits = [rule for rule in found.rules if rule.act == "split"]
    return [group for group in groups if not any(_split(group, False, rule, index)[1] for rule in splits)]


def _stands(group: Group) -> bool:
    articles = {article for _, _, said in group.values for article, _ in said}
    return bool(articles) and (len(articles) > 1 or len(group.values) > 1)


def _at(places: Iterable[Place], said: Said, index: dict[str, int]) -> bool:
    article, mention = said
    return any(place.shared(index[article], mention.field, mention.start, mention.end) for place in places)


def _members(group: Group) -> list[Said]:
    return [one for _, _, said in group.values for one in said]


def _split(group: Group, touched: bool, rule: Located, index: dict[str, int]) -> tuple[Group, bool]:
    members = _members(group) if group.kind == rule.kind else []
    if not any(_at(rule.marks, one, index) for one in members) or not any(_at(rule.rest, one, index) for one in members):
        return group, touched
    left = [(name, value, tuple(one for one in said if not _at(rule.marks, one, index))) for name, value, said in group.values]
    return _judged(replace(group, values=tuple(row for row in left if row[2])), [group]), True


def _most(shaped: Sequence[tuple[Group, bool]], places: Iterable[Place], index: dict[str, int]) -> int | None:
    """The group that holds most of the places, the earliest of several; None where none holds one."""
    counts = [(-sum(_at(places, one, index) for one in _members(group)), at) for at, (group, _) in enumerate(shaped)]
    most, at = min(counts, default=(0, 0))
    return at if most else None


def _merged(shaped: Sequence[tuple[Group, bool]], rule: Located, index: dict[str, int], found: Asked) -> list[tuple[Group, bool]]:
    home, other = _most(shaped, rule.rest, index), _most(shaped, rule.marks, index)
    if home is not None and home == other:
        return list(shaped)
    if home is None or other is None or shaped[home][0].kind != shaped[other][0].kind:
        found.warnings.append(rule.refused("cannot be compared with"))
        return list(shaped)
    one, two = shaped[home][0], shaped[other][0]
    values = _united([*one.values, *two.values])
    group = _judged(replace(one, values=values, confidence=max(one.confidence, two.confidence)), [one, two])
    return [*(row for at, row in enumerate(shaped) if at not in (home, other)), (group, True)]


def _joined(
    shaped: Sequence[tuple[Group, bool]], rule: Located, index: dict[str, int], found: Asked, read: Read
) -> list[tuple[Group, bool]]:
    home = _most(shaped, rule.rest, index)
    if home is None:
        found.warnings.append(rule.refused("has no finding to join, that of"))
        return list(shaped)
    group = shaped[home][0]
    rows = [*group.values]
    for place in rule.marks:
        article, mentions = read[place.article]
        mention = _taken(place, article, mentions, group)
        if mention is None:
            quote = article.field_text(place.field)[place.start : place.end]
            found.warnings.append(f"a reviewer's join could not be kept: “{quote}” of {article.id} neither affirms nor denies")
            continue
        rows.append(_row(article.id, mention))
    made = _judged(replace(group, values=_united(rows)), [group])
    return [*(row for at, row in enumerate(shaped) if at != home), (made, True)]


def _taken(place: Place, article: Article, mentions: Sequence[Mention], group: Group) -> Mention | None:
    """The words at a place as a mention: as they were read, else as a name, else as an affirmation of what the group denies."""
    read = [
        m
        for m in mentions
        if place.shared(place.article, m.field, m.start, m.end) and isinstance(m.value, Polarity) == (group.kind == "polarity")
    ]
    if read:
        return max(read, key=lambda m: (place.shared(place.article, m.field, m.start, m.end), -m.start))
    quote = article.field_text(place.field)[place.start : place.end]
    predicate = next((m.value.predicate for _, m in _members(group) if isinstance(m.value, Polarity)), None)
    value = Names((quote,)) if group.kind != "polarity" else Polarity(predicate, True) if predicate is not None else None
    if value is None:
        return None
    return Mention(
        place.start, place.end, quote, group.kind, value, (place.start, place.end), "title" if place.field == "title" else "text"
    )


def _row(article: str, mention: Mention) -> tuple[str, str, tuple[Said, ...]]:
    value = mention.value
    name = (
        ("yes" if value.holds else "no")
        if isinstance(value, Polarity)
        else " and ".join(value.names)
        if isinstance(value, Names)
        else mention.text
    )
    return name, name, ((article, mention),)


def _united(rows: Iterable[tuple[str, str, tuple[Said, ...]]]) -> tuple[tuple[str, str, tuple[Said, ...]], ...]:
    """Values of one canonical name put together, each mention once, in the order they first come."""
    values: dict[str, tuple[str, str, dict[tuple[str, str, int], Said]]] = {}
    for label, name, said in rows:
        held = values.setdefault(fold(name) or name, (label, name, {}))[2]
        for one in said:
            held.setdefault((one[0], one[1].field, one[1].start), one)
    return tuple((label, name, tuple(held.values())) for label, name, held in values.values())


def _judged(group: Group, before: Sequence[Group]) -> Group:
    """The group with the verdict of its values: what the rules had found stays as long as the values that it rests on are there."""
    if len(group.values) == 1:
        explanation = f"All say {group.values[0][0]}, after a reviewer's correction."
        return replace(group, verdict="agree", causes=(), explanation=explanation)
    conflict = any(one.verdict == "conflict" for one in before) or any(
        _exclude(a[1], b[1], group.kind) for a, b in combinations(group.values, 2)
    )
    verdict: Verdict = "conflict" if conflict else "imprecise"
    labels = [label for label, _, _ in group.values]
    explanation = f"{', '.join(labels[:-1])} and {labels[-1]} answer one question, as a reviewer put them together or took others out."
    return replace(group, verdict=verdict, explanation=explanation)


def _exclude(one: str, other: str, kind: Kind) -> bool:
    """Whether two canonical values cannot both be so: yes and no, or two proper names of which neither is part of the other."""
    if kind == "polarity":
        return one != other
    words, others = (frozenset(fold(name).split()) for name in (one, other))
    named = one[:1].isupper() and other[:1].isupper()
    return kind in ("person", "organisation") and named and not words <= others and not others <= words
