"""Who said it: one quotation given to two speakers or two outlets, found by the quotation's own words."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.alignment.participants_speakers import Quotation, quotations
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold, person_name, relation

Read = Sequence[tuple[Article, Sequence[Mention]]]
SURE = 0.55  # share of these conflicts that was right on labelled stories (tests/bench/participants.py)
SAME = 0.8  # share of the shorter quotation's words, in order, that two must share


def quote_findings(articles: Read) -> list[Group]:
    """Conflicts on the speaker of one quotation; each pair of speakers and place once."""
    said = [q for article, mentions in articles for q in quotations(article, mentions)]
    groups: list[Group] = []
    seen: set[tuple[tuple[str, int], ...]] = set()
    for cluster in _same_words(said):
        for group in (_speaker_group(cluster), _outlet_group(cluster)):
            if group is None:
                continue
            key = tuple(sorted((a, m.start) for v in group.values for a, m in v[2]))
            if key not in seen:
                seen.add(key)
                groups.append(group)
    return groups


def _outlet_group(cluster: list[Quotation]) -> Group | None:
    """The conflict of two outlets to whom the same words were told; None where one name holds the other's."""
    values: dict[str, tuple[str, list[tuple[str, Mention]]]] = {}
    for quotation in cluster:
        if quotation.outlet is None:
            continue
        name = _name(quotation.outlet)
        key = next((k for k in values if k in fold(name) or fold(name) in k), fold(name))
        held = values.setdefault(key, (name, []))[1]
        if all(a != quotation.article for a, _ in held):
            held.append((quotation.article, quotation.outlet))
    if len(values) < 2 or len({a for _, held in values.values() for a, _ in held}) < 2:
        return None
    names = " and ".join(name for name, _ in values.values())
    return Group(
        "organisation",
        f"to whom was said “{' '.join(cluster[0].words[:7])}…”",
        "conflict",
        ("attribution",),
        f"The same words are said to have been told to {names}.",
        0.5,
        tuple((name, name, tuple(held)) for name, held in values.values()),
    )


def _same_words(said: list[Quotation]) -> list[list[Quotation]]:
    """Clusters of quotations of different articles that share their words in order."""
    from rapidfuzz import fuzz

    index: dict[tuple[str, ...], list[int]] = {}
    for i, quotation in enumerate(said):
        for k in range(len(quotation.words) - 4):
            index.setdefault(quotation.words[k : k + 5], []).append(i)
    pairs = {
        (min(i, j), max(i, j))
        for holders in index.values()
        if len(holders) < 20
        for i in holders
        for j in holders
        if said[i].article != said[j].article
    }
    parent = list(range(len(said)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in sorted(pairs):
        a, b = " ".join(said[i].words)[:500], " ".join(said[j].words)[:500]
        if fuzz.partial_ratio(a, b) >= 100 * SAME:
            parent[root(j)] = root(i)
    clusters: dict[int, list[Quotation]] = {}
    for i, quotation in enumerate(said):
        clusters.setdefault(root(i), []).append(quotation)
    return [c for c in clusters.values() if len({q.article for q in c}) > 1]


def _speaker_group(cluster: list[Quotation]) -> Group | None:
    """The conflict of named speakers in a cluster; None for fewer than two.

    A named speaker against a described one was no finding in any labelled story.
    """
    values: list[tuple[Mention, list[tuple[str, Mention]], float]] = []
    taken: set[str] = set()
    for quotation in cluster:
        speaker = quotation.speaker
        if speaker is None or quotation.sure < 0.8 or quotation.article in taken:
            continue
        taken.add(quotation.article)
        home = next((v for v in values if _one_speaker(v[0], speaker)), None)
        if home is None:
            values.append((speaker, [(quotation.article, speaker)], quotation.sure))
        else:
            home[1].append((quotation.article, speaker))
    persons = [v for v in values if _personal(v[0])]
    if len(persons) < 2:
        return None
    names = " and ".join(_name(v[0]) for v in persons)
    return Group(
        "person",
        f"who said “{' '.join(cluster[0].words[:7])}…”",
        "conflict",
        ("attribution",),
        f"The same words are given to {names}.",
        round(SURE * min(v[2] for v in persons), 3),
        tuple((_name(v[0]), _name(v[0]), tuple(v[1])) for v in persons),
    )


def _name(mention: Mention) -> str:
    return mention.value.names[0] if isinstance(mention.value, Names) else mention.text


def _personal(mention: Mention) -> bool:
    """Whether the speaker is a person with a name."""
    return mention.kind == "person" and isinstance(mention.value, Names) and mention.value.named


def _one_speaker(a: Mention, b: Mention) -> bool:
    """Whether two speakers can be one: names that fit, or two that are no named persons."""
    if not (_personal(a) and _personal(b)):
        return not _personal(a) and not _personal(b)
    x, y = person_name(_name(a)), person_name(_name(b))
    return relation(_name(a), _name(b)) != "different" or (x.surname == y.surname and not (x.given and y.given))
