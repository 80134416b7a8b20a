"""One story in, one report out: read figures, find who answers the same question, judge, explain, order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from discrepancy import __version__
from discrepancy.alignment.claim import Claim, Slots, read_slots
from discrepancy.alignment.cluster import Facet, Node, candidates, select
from discrepancy.alignment.confidence import finding_row
from discrepancy.alignment.constraints import Asked, asked, reshaped, split_nodes, with_marks
from discrepancy.alignment.constraints_named import reshaped_groups, unsplit
from discrepancy.alignment.dimension import middle
from discrepancy.alignment.ledger import finding_ledger, nearest_outside, outsider, pair_ledger, strongest, why_not
from discrepancy.alignment.models import Models, shipped_models
from discrepancy.alignment.pairs import Pair, candidate_pairs, judge_first, judge_second, second_rows
from discrepancy.alignment.participants import participant_findings
from discrepancy.alignment.polarity import polarity_findings
from discrepancy.extraction import read_mentions
from discrepancy.extraction.participants import find_participants
from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Amount, Article, Mention, Story
from discrepancy.model.group import Group, with_sources
from discrepancy.model.judgement import Constraints
from discrepancy.model.report import ArticleRecord, FindingRecord, NearMiss, Report, SkippedRecord, Tool, ValueRecord, Weight
from discrepancy.model.settings import Settings
from discrepancy.stories.outliers import outliers
from discrepancy.verdict.explain import explain, label
from discrepancy.verdict.inside import inside_findings
from discrepancy.verdict.judge import Outcome, Statement, judge
from discrepancy.verdict.part import part_words
from discrepancy.verdict.record import Passages, bounds_text, finding_id
from discrepancy.verdict.severity import severity
from discrepancy.verdict.topic import topic

LIMITS = {"strict": (0.75, 0.60), "normal": (0.33, 0.30), "wide": (0.12, 0.20)}
"""Least confidence of a conflict and of an imprecise finding at each sensitivity; `python -m tests.bench.fit` prints what each brings."""
BY_RULE = {"strict": (0.66, 0.55), "normal": (0.35, 0.30), "wide": (0.20, 0.22)}
"""The same for names and polarity, whose confidence is that of the rule that found them."""
DATES = 0.15
"""Added to the limit for a conflict of dates: one in ten date facets is one, and most articles do not say which week they mean."""
WIDER = 0.008
"""Of two candidates about as sure, the one that brings more mentions together is taken: by so much confidence a mention."""
AGREED = 0.35
"""Least mean link of an agreement: a value told twice may be two things that have it by chance ("this autumn", "in the autumn")."""
ALONE = 0.15
"""Added to the limit for a conflict inside one article that no other article speaks of."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A facet with its verdict.

    values      its claims by value.
    row         the features of its confidence.
    confidence  that the verdict is right; `differs` that these values differ at all, as answers to one question.
    """

    facet: Facet
    outcome: Outcome
    values: tuple[tuple[Claim, ...], ...]
    row: tuple[float, ...]
    confidence: float = 1.0
    differs: float = 1.0


def read_figures(article: Article) -> tuple[Mention, ...]:
    """Every figure and date of the title and the text."""
    title = tuple(replace(m, field="title") for m in read_mentions(article.title, article.published)) if article.title else ()
    return (*title, *read_mentions(article.text, article.published))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article states, title and text: its figures and dates; its names; what it affirms or denies."""

    figures: tuple[Mention, ...]
    names: tuple[Mention, ...]
    denials: tuple[Mention, ...]


def read_article(article: Article) -> Reading:
    """All that `compare_story` needs of an article by itself: it does not depend on the others."""
    return _named_reading(article, read_figures(article))


def _named_reading(article: Article, figures: tuple[Mention, ...] = ()) -> Reading:
    return Reading(figures, find_participants(article.text, article.title), find_polarity(article.text, article.title))


def align(slots: Slots, pairs: Sequence[Pair], models: Models) -> list[Node]:
    """Candidate facets of a story's claims."""
    judge_first(pairs, models.first)
    second_rows(pairs)
    judge_second(pairs, models.second)
    return candidates(slots.claims, pairs, models.limits)


def compared(facet: Facet, articles: Sequence[Article], passages: Sequence[Passages] | None = None) -> Compared:
    """Judge one facet; with `passages` scope and speaker explain a conflict."""
    by_mention = {id(c.mention): c for c in facet.claims}
    outcome = judge([_statement(c, articles, passages) for c in facet.claims])
    values = tuple(tuple(by_mention[id(s.mention)] for s in group) for group in outcome.values)
    exclusive = {(p.left, p.right) for p in outcome.pairs if p.relation.stand == "exclusive"}
    row = finding_row(facet, values, exclusive, outcome.causes)
    return Compared(facet, outcome, values, tuple(row))


def _statement(claim: Claim, articles: Sequence[Article], passages: Sequence[Passages] | None) -> Statement:
    article = articles[claim.article]
    day = article.published.isoformat() if article.published else ""
    if passages is None:
        return Statement(article.id, claim.mention, published=day)
    record = passages[claim.article].record(claim.mention)
    limits = " in ".join(x for x in (record.scope.population, record.scope.place) if x)
    sentence, m = record.sentence, claim.mention
    part = part_words(sentence.text[: m.start - sentence.start], record.quote, sentence.text[m.end - sentence.start :])
    return Statement(article.id, m, (limits,) if limits else (), record.attribution or "", day, part)


Sure = Callable[[Sequence[float]], float]


def weighed(nodes: Sequence[Node], articles: Sequence[Article], flag: Sure, conflict: Sure) -> list[Compared]:
    """Each candidate judged, with its confidence: of a difference by the models `flag` and `conflict`, of an agreement by its mean link."""
    return [_weighed(compared(node.facet, articles), flag, conflict) for node in nodes]


def _weighed(one: Compared, flag: Sure, conflict: Sure) -> Compared:
    if one.outcome.verdict == "agree":
        return replace(one, confidence=_agreement(one))
    differs = flag(one.row)
    return replace(one, differs=differs, confidence=conflict(one.row) if one.outcome.verdict == "conflict" else differs)


def _agreement(one: Compared) -> float:
    links = [p.second for p in one.facet.pairs if p.a.article != p.b.article]
    return sum(links) / len(links) if links else 0.0


def chosen(nodes: Sequence[Node], found: Sequence[Compared], limits: tuple[float, float]) -> list[Compared]:
    """What is shown: the surest differences above the limits (conflict, imprecise), none inside another; then agreements."""
    wanted = [_wanted(one, limits) for one in found]
    return [found[i] for i in select(nodes, wanted)]


def _wanted(one: Compared, limits: tuple[float, float]) -> float:
    """Differences by their confidence, before all agreements; -1 for what is not shown."""
    alone = len({c.article for c in one.facet.claims}) == 1
    if one.outcome.verdict == "agree":
        return -1.0 if alone or one.confidence < AGREED else one.confidence / 1000
    if one.outcome.verdict == "conflict":
        dates = one.facet.claims[0].mention.kind == "date"
        if one.confidence < limits[0] + (ALONE if alone else 0.0) + (DATES if dates else 0.0):
            return -1.0
        return 2 * one.confidence if alone else one.differs + one.confidence + WIDER * len(one.facet.claims)
    return one.differs + WIDER * len(one.facet.claims) if one.differs >= limits[1] and not alone else -1.0


def compare_story(
    story: Story,
    settings: Settings | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    constraints: Constraints | None = None,
    readings: Mapping[str, Reading] | None = None,
) -> Report:
    """Compare the articles of one story. The order of the articles changes nothing.

    constraints     what reviewers said belongs together or apart; what of it cannot be kept is a warning of the report.
    readings        by article id, what was read of an article before (`read_article`); what is not there is read.
    """
    settings = settings or Settings()
    articles = story.articles
    held = asked(constraints or Constraints(), articles)
    named = _named(articles)
    passages = [Passages(a) for a in articles]
    known = readings or {}
    read = []
    for number, article in enumerate(articles):
        if progress is not None:
            progress("reading figures", number, len(articles))
        read.append(known.get(article.id) or read_article(article))
    if progress is not None:
        progress("comparing", len(articles), len(articles))
    figures = [one.figures for one in read]
    mentions = with_marks(held, articles, figures, lambda words, article: read_mentions(words, article.published))
    slots = read_slots(articles, mentions)
    models = shipped_models()
    pairs = candidate_pairs(slots)
    nodes = split_nodes(align(slots, pairs, models), held.of(named=False))
    kept = chosen(nodes, weighed(nodes, articles, models.flag.probability, models.conflict.probability), LIMITS[settings.sensitivity])
    kept = _reshaped(kept, held, slots, pairs, articles, models)
    findings = [_figure_record(one, articles, passages, slots, models, named, settings) for one in kept]
    if settings.with_ledger:
        findings = _with_nearest(findings, kept, pairs, passages, models)
    groups = [*_groups(articles, read, held, settings), *unsplit(_insides(articles, mentions, findings, settings), held, articles)]
    findings += [_group_record(g, articles, passages, named, settings) for g in groups]
    findings.sort(key=lambda f: (-f.severity, f.verdict, -f.confidence, f.id))
    return Report(
        format="discrepancy-report",
        version=1,
        tool=Tool("discrepancy", __version__),
        settings={
            "published": settings.published.isoformat() if settings.published else None,
            "sensitivity": settings.sensitivity,
            "with_ledger": settings.with_ledger,
        },
        articles=tuple(_article_record(a, bool(m)) for a, m in zip(articles, mentions, strict=True)),
        skipped=tuple(SkippedRecord(s.path, s.reason) for s in story.skipped),
        findings=tuple(findings),
        warnings=(*story.warnings, *_strangers(articles, slots), *held.warnings),
    )


def _strangers(articles: Sequence[Article], slots: Slots) -> tuple[str, ...]:
    words = [frozenset(w for s in rows for w in s.content) for rows in slots.sentences]
    names = [frozenset(w for s in rows for w in s.names) for rows in slots.sentences]
    found = [articles[i].id for i in outliers(words, names)]
    return (f"more than one story? {', '.join(found)} share neither words nor names with the others",) if found else ()


def _reshaped(
    kept: Sequence[Compared], held: Asked, slots: Slots, pairs: Sequence[Pair], articles: Sequence[Article], models: Models
) -> list[Compared]:
    """What was chosen after reviewers' splits, merges and joins; what they changed is judged anew, and shown however sure it is."""
    out = []
    for facet, came in reshaped([one.facet for one in kept], held, slots.claims, pairs):
        if len(came) == 1 and len(facet.claims) == len(kept[came[0]].facet.claims):
            out.append(kept[came[0]])
            continue
        one = _weighed(compared(facet, articles), models.flag.probability, models.conflict.probability)
        if one.outcome.verdict != "agree" or len({c.article for c in facet.claims}) > 1:
            out.append(replace(one, confidence=max(one.confidence, *(kept[place].confidence for place in came), 0.0)))
    return out


def _named_groups(articles: Sequence[Article], read: Sequence[Reading]) -> list[Group]:
    both = list(zip(articles, read, strict=True))
    return [*participant_findings([(a, one.names) for a, one in both]), *polarity_findings([(a, one.denials) for a, one in both])]


def _groups(articles: Sequence[Article], read: Sequence[Reading], held: Asked, settings: Settings) -> list[Group]:
    """Who, where and whether: groups that are sure enough, and those that a reviewer changed."""
    named = [(a, (*one.names, *one.denials)) for a, one in zip(articles, read, strict=True)]
    found = reshaped_groups(_named_groups(articles, read), held, articles, named)
    return [group for group, changed in found if changed or _shown(group, settings)]


def _shown(group: Group, settings: Settings) -> bool:
    conflict, imprecise = BY_RULE[settings.sensitivity]
    return group.verdict == "agree" or group.confidence >= (conflict if group.verdict == "conflict" else imprecise)


def _insides(
    articles: Sequence[Article], mentions: Sequence[Sequence[Mention]], known: Sequence[FindingRecord], settings: Settings
) -> list[Group]:
    """Where one article contradicts itself by its grammar; not what a finding tells already."""
    told = [[[(m.article, m.field, m.start, m.end) for m in v.mentions] for v in f.values] for f in known if f.verdict == "conflict"]
    found = inside_findings(list(zip(articles, mentions, strict=True)))
    return [g for g in found if _shown(g, settings) and not any(_tells(values, g) for values in told)]


def _tells(values: Sequence[Sequence[tuple[str, str, int, int]]], group: Group) -> bool:
    """Whether each value of the group overlaps a mention of another of `values`."""
    sides = [
        {i for i, spans in enumerate(values) for a, f, low, high in spans if (a, f) == (id, m.field) and low < m.end and m.start < high}
        for _, _, held in group.values
        for id, m in held
    ]
    return all(sides) and len(set().union(*sides)) >= len(sides)


def _named(articles: Sequence[Article]) -> Callable[[str], str]:
    """Sources by name where that tells them apart, else by id."""
    names = [a.source.strip() for a in articles]
    known = {a.id: a.source.strip() if a.source.strip() and names.count(a.source.strip()) == 1 else a.id for a in articles}
    return lambda article: known.get(article, article)


def _figure_record(
    one: Compared,
    articles: Sequence[Article],
    passages: Sequence[Passages],
    slots: Slots,
    models: Models,
    named: Callable[[str], str],
    settings: Settings,
) -> FindingRecord:
    if one.outcome.verdict == "conflict":
        one = replace(compared(one.facet, articles, passages), confidence=one.confidence)
    claims = [c for group in one.values for c in group]
    records = {c.index: passages[c.article].record(c.mention) for c in claims}
    values = []
    for group in one.values:
        low, high, unit = bounds_text([c.mention for c in group])
        said = [Statement(articles[c.article].id, c.mention) for c in group]
        values.append(ValueRecord(label(said), low, high, unit, None, None, tuple(records[c.index] for c in group)))
    kind = _kind(claims)
    central = sum(c.sentence.field == "title" or c.sentence.order <= 3 for c in claims) / len(claims)
    sources = len({c.article for c in claims})
    told = [(records[c.index].sentence.text, records[c.index].sentence.start) for c in claims]
    return FindingRecord(
        id=finding_id(kind, records.values()),
        topic=topic([c.mention for c in claims], told, [c.wide for c in claims], slots.weight),
        kind=kind,
        verdict=one.outcome.verdict,
        causes=one.outcome.causes,
        severity=severity(one.outcome.verdict, kind, _apart(one), central, sources, one.confidence),
        confidence=round(one.confidence, 3),
        explanation=explain(one.outcome, named),
        values=tuple(values),
        ledger=_ledger(one, models) if settings.with_ledger else (),
    )


_REPORTED = {"ordinal": "count", "score": "count"}


def _kind(claims: Sequence[Claim]) -> str:
    counts: dict[str, int] = {}
    for c in claims:
        kind = _REPORTED.get(c.mention.kind, c.mention.kind)
        counts[kind] = counts.get(kind, 0) + 1
    return min(counts, key=lambda k: (-counts[k], k))


def _apart(one: Compared) -> float:
    return _spread(c.mention for c in one.facet.claims)


def _spread(mentions: Iterable[Mention]) -> float:
    """|ln| of the ratio of the greatest and the least stated value; 0 for what is no amount."""
    sizes = [abs(float(x)) for m in mentions if isinstance(m.value, Amount) and (x := middle(m.value))]
    return log(max(sizes) / min(sizes)) if len(sizes) > 1 else 0.0


def _ledger(one: Compared, models: Models) -> tuple[Weight, ...]:
    """Why the claims were put together, and why the finding is as sure as it is: signed log odds, greatest first."""
    pair = strongest(one.facet, {c.index: i for i, group in enumerate(one.values) for c in group})
    weights = pair_ledger(pair, models) if pair is not None else []
    if one.outcome.verdict != "agree":
        weights += finding_ledger(one.row, one.outcome.verdict == "conflict", models)
    return tuple(sorted((Weight(r, round(w, 3)) for r, w in weights), key=lambda w: (-abs(w.weight), w.reason)))


def _with_nearest(
    findings: Sequence[FindingRecord], kept: Sequence[Compared], pairs: Sequence[Pair], passages: Sequence[Passages], models: Models
) -> list[FindingRecord]:
    """Each finding with the mention that came nearest to it and stayed out."""
    holder = {c.index: f.id for f, one in zip(findings, kept, strict=True) for c in one.facet.claims}
    out = []
    for finding, one, pair in zip(findings, kept, nearest_outside([one.facet for one in kept], pairs), strict=True):
        if pair is not None:
            beside, other = outsider(pair, one.facet)
            weights = sorted((Weight(r, round(w, 3)) for r, w in pair_ledger(pair, models)), key=lambda w: (w.weight, w.reason))
            near = NearMiss(
                mention=passages[other.article].record(other.mention),
                beside=passages[beside.article].record(beside.mention),
                likelihood=round(pair.second, 3),
                finding=holder.get(other.index),
                reason=why_not(pair, models.limits, other.index in holder),
                weights=tuple(weights),
            )
            finding = replace(finding, nearest=near)
        out.append(finding)
    return out


def _group_record(
    group: Group, articles: Sequence[Article], passages: Sequence[Passages], named: Callable[[str], str], settings: Settings
) -> FindingRecord:
    by_id = {a.id: i for i, a in enumerate(articles)}
    values = []
    for name, canonical, mentions in group.values:
        records = tuple(passages[by_id[a]].record(m) for a, m in mentions)
        low, high, unit = bounds_text([m for _, m in mentions])
        values.append(ValueRecord(name, low, high, unit, canonical if low is None and high is None else None, None, records))
    records = tuple(r for v in values for r in v.mentions)
    sources = len({r.article for r in records})
    central = sum(r.field == "title" or r.start < 600 for r in records) / max(1, len(records))
    apart = _spread(m for _, _, held in group.values for _, m in held)
    slip = "spelling" in group.causes or (group.kind == "date" and "internal" in group.causes)
    return FindingRecord(
        id=finding_id(group.kind, records),
        topic=group.topic,
        kind=group.kind,
        verdict=group.verdict,
        causes=group.causes,
        severity=severity(group.verdict, group.kind, apart, central, sources, group.confidence, slip),
        confidence=round(group.confidence, 3),
        explanation=with_sources(group.explanation, named),
        values=tuple(values),
        ledger=tuple(Weight(r, round(w, 3)) for r, w in group.ledger) if settings.with_ledger else (),
    )


def _article_record(article: Article, comparable: bool) -> ArticleRecord:
    return ArticleRecord(
        id=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        published=article.published.isoformat() if article.published else None,
        language=article.language,
        path=article.path,
        sha256=article.sha256,
        characters=len(article.text),
        warnings=article.warnings if comparable else (*article.warnings, "states nothing that can be compared"),
        text=article.text if article.carried else None,
        comparable=comparable,
    )
