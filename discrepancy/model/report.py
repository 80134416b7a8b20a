"""The report: the contract between the detector and everything that reads it. Version 1.

Field order is the order of the keys. Decimals are strings. Offsets count code points, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from discrepancy.model.judgement import Act, Anchor, Reason

Verdict = Literal["conflict", "imprecise", "agree"]
Cause = Literal[
    "rounding", "hedge", "bound", "granularity", "unit", "scope", "update",
    "magnitude", "part-whole", "attribution", "spelling", "internal",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tool:
    """Which program wrote the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as the report lists it; `text` only where it is not a slice of the input (a page)."""

    id: str
    source: str
    title: str
    url: str | None
    published: str | None
    language: str
    path: str
    sha256: str
    characters: int
    warnings: tuple[str, ...] = ()
    text: str | None = None
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class SkippedRecord:
    """An input that was not compared, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or paragraph round a mention: half-open offsets into its field, and the slice."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What the mention is limited to, in the article's words; None where nothing is said."""

    place: str | None = None
    time: str | None = None
    population: str | None = None


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One mention as evidence: a W3C TextQuoteSelector (prefix, quote, suffix) and TextPositionSelector (start, end)."""

    article: str
    field: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    sentence: Passage
    paragraph: Passage
    approximation: str
    attribution: str | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class ValueRecord:
    """One value and those who state it. low/high are the closed interval implied; `value` the names or yes/no where both are null."""

    label: str
    low: str | None
    high: str | None
    unit: str | None
    value: str | None
    independent_sources: int | None
    mentions: tuple[MentionRecord, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """One line of the ledger: a signed contribution (log odds) and what it rests on."""

    reason: str
    weight: float


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The mention that came nearest to a finding without being put into it, and why not.

    beside      the finding's own mention that it came nearest to.
    likelihood  0..1, that both answer one question.
    finding     id of the finding that holds it instead; None where none does.
    weights     as in a ledger, what speaks against them first.
    """

    mention: MentionRecord
    beside: MentionRecord
    likelihood: float
    finding: str | None
    reason: str
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """Values that answer one question, and how they stand to each other."""

    id: str
    topic: str
    kind: str
    verdict: Verdict
    causes: tuple[Cause, ...]
    severity: float
    confidence: float
    explanation: str
    values: tuple[ValueRecord, ...]
    ledger: tuple[Weight, ...] = ()
    nearest: NearMiss | None = None


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """A judgement that stands, as a report carries it: with all that it takes to lay it on the articles again.

    finding     id of the finding of this report that it is about; None of a split, merge or join that left none of its own.
    values      the sorted distinct normalised values that were judged.
    right       of a confirmation: which of them are right.
    reopened    the finding's values are others now, so that it must be judged anew.
    judged      id that the finding had when it was judged.
    evidence    its mentions then, by quote and context; `marks` those that a split, merge or join is about.
    """

    finding: str | None
    act: Act
    reviewer: str
    at: str
    reason: Reason | None
    note: str
    values: tuple[str, ...]
    right: tuple[str, ...]
    reopened: bool
    id: str
    kind: str
    judged: str
    evidence: tuple[Anchor, ...]
    marks: tuple[Anchor, ...]
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """What one comparison found. Findings are ordered by severity across both verdicts, agreements last.

    judgements  those that stand, oldest first; None, and absent from JSON, where the report was asked for without them.
    """

    format: Literal["discrepancy-report"]
    version: Literal[1]
    tool: Tool
    settings: dict[str, str | int | float | bool | None]
    articles: tuple[ArticleRecord, ...]
    skipped: tuple[SkippedRecord, ...]
    findings: tuple[FindingRecord, ...]
    warnings: tuple[str, ...] = ()
    judgements: tuple[JudgementRecord, ...] | None = None
