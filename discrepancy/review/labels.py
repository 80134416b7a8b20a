"""Judgements as labels, in the form in which the measuring stories are labelled: a newsroom can measure the program on its own stories.

A label says what a person judged, and nothing else: findings that nobody judged, that reviewers differ on, that wait for a call or
whose values have changed since are left out, and the document says that it is `partial`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from discrepancy.model import Article
from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.model.report import FindingRecord, MentionRecord, Report, Verdict
from discrepancy.report.meeting import meet
from discrepancy.report.sides import letter
from discrepancy.review.standing import Standing, effective, standing
from discrepancy.review.valuekeys import value_key
from discrepancy.text.anchoring import located

_WHY = {"not-the-same": "not the same question", "misread": "a passage was misread"}


def labels(report: Report, judgements: Sequence[Judgement], articles: Sequence[Article], cluster: str) -> dict[str, Any]:
    """The label document of one story: `cluster`, `partial`, `facets` in the report's order, `traps`.

    Confirmed, or dismissed as not worth it: a facet with the finding's verdict. Dismissed because both can be true: `imprecise`.
    Dismissed as not the same or misread, or split: traps, pairs that must not be put together.
    """
    texts = {article.id: article for article in articles}
    stands = standing(report, judgements)
    facets: list[dict[str, Any]] = []
    traps: list[dict[str, Any]] = []
    for finding in report.findings:
        said = stands.get(finding.id, Standing())
        traps += _traps(finding, said, texts)
        verdict = _verdict(finding, said)
        if verdict is not None:
            facets.append(_facet(f"f{len(facets) + 1}", finding, verdict, said, texts))
    traps += _split_off(judgements, articles)
    return {"cluster": cluster, "partial": True, "facets": facets, "traps": traps}


def _decided(said: Standing) -> Judgement | None:
    return None if said.judgement is None or said.reopened or said.disputed else said.judgement


def _verdict(finding: FindingRecord, said: Standing) -> Verdict | None:
    """What the reviewer says it is; None where that is not said."""
    one = _decided(said)
    if one is None:
        return None
    if one.act == "confirm" or one.reason == "not-worth-it":
        return finding.verdict
    if one.reason == "both-true":
        return "imprecise" if len(finding.values) > 1 else "agree"
    return None


def _facet(id: str, finding: FindingRecord, verdict: Verdict, said: Standing, texts: Mapping[str, Article]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": id, "question": finding.topic or finding.kind, "kind": finding.kind, "verdict": verdict}
    notes = [*(note.note for note in said.notes), said.judgement.note if said.judgement else ""]
    if why := "; ".join(note for note in notes if note):
        made["why"] = why
    if verdict == "conflict":
        made["conflicting"] = _conflicting(finding)
    right = set(said.judgement.right) if said.judgement else set()
    if groups := [letter(side) for side, value in enumerate(finding.values) if value_key(value, finding.kind) in right]:
        made["right"] = groups
    if len({mention.article for value in finding.values for mention in value.mentions}) < 2:
        made["internal"] = True
    made["mentions"] = [
        {**_cited(mention, texts), "value": value.label, "group": letter(side)}
        for side, value in enumerate(finding.values)
        for mention in value.mentions
    ]
    return made


def _conflicting(finding: FindingRecord) -> list[list[str]]:
    """The pairs of values that exclude each other by their intervals; where none decides, every pair that is not known to meet."""
    pairs = [(i, j, meet(finding.values[i], finding.values[j], finding.kind)) for i, j in combinations(range(len(finding.values)), 2)]
    apart = [(i, j) for i, j, stand in pairs if stand is False] or [(i, j) for i, j, stand in pairs if stand is not True]
    return [[letter(i), letter(j)] for i, j in apart or [(i, j) for i, j, _ in pairs]]


def _cited(mention: MentionRecord, texts: Mapping[str, Article]) -> dict[str, Any]:
    return _label(mention.article, mention.field, mention.quote, mention.start, texts.get(mention.article))


def _label(article: str, field: str, quote: str, start: int, text: Article | None) -> dict[str, Any]:
    """A quote with its offsets, and the `nth` of its kind where it is not the first."""
    made: dict[str, Any] = {"article": article, "quote": quote, "start": start, "end": start + len(quote)}
    if field == "title":
        made["in"] = "title"
    before = _occurrences(text.field_text(field), quote, start) if text is not None else 0
    return made | ({"nth": before + 1} if before else {})


def _occurrences(text: str, quote: str, end: int) -> int:
    """How often the quote begins before `end`, overlapping ones counted."""
    found, at = 0, text.find(quote)
    while 0 <= at < end:
        found += 1
        at = text.find(quote, at + 1)
    return found


def _traps(finding: FindingRecord, said: Standing, texts: Mapping[str, Article]) -> Iterator[dict[str, Any]]:
    """Of a finding that is none: the first mention of each value against that of each other, of two articles where there are two."""
    one = _decided(said)
    if one is None or one.act != "dismiss" or one.reason not in _WHY:
        return
    for value, other in combinations(finding.values, 2):
        pairs = [(a, b) for a in value.mentions for b in other.mentions]
        a, b = next(((a, b) for a, b in pairs if a.article != b.article), pairs[0])
        yield {"why": one.note or _WHY[one.reason], "a": _cited(a, texts), "b": _cited(b, texts)}


def _split_off(judgements: Sequence[Judgement], articles: Sequence[Article]) -> Iterator[dict[str, Any]]:
    """Each mention that was split off against one of those it was split from, where the articles still say both."""
    for one in effective(judgements):
        if one.act == "split":
            rest = [found for mark in one.evidence if mark not in one.marks and (found := _found(mark, articles)) is not None]
            marks = [found for mark in one.marks if (found := _found(mark, articles)) is not None]
            yield from ({"why": one.note or "a reviewer took it out", "a": mark, "b": rest[0]} for mark in marks if rest)


def _found(mark: Anchor, articles: Sequence[Article]) -> dict[str, Any] | None:
    place = located(mark, articles)
    if place is None:
        return None
    return _label(articles[place.article].id, place.field, mark.quote, place.start, articles[place.article])
