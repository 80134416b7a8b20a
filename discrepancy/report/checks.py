"""What can be checked of a report by itself: its numbers, its quotes against the passages it carries, its verdicts against its values.

Places are written as paths into the JSON document: `findings[3].values[0].low`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from discrepancy.model.mention import Kind
from discrepancy.model.report import ArticleRecord, FindingRecord, MentionRecord, Passage, Report, ValueRecord
from discrepancy.report.meeting import meet
from discrepancy.report.spans import NUMBERS, moment, number
from discrepancy.report.words import APPROXIMATIONS

CONTEXT = 32
_KINDS = frozenset(get_args(Kind)) - {"ordinal", "score"}
Identify = Callable[[str, Iterable[MentionRecord]], str]
"""(kind, mentions) -> the id of a finding."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not hold: where in the report, and one sentence."""

    path: str
    what: str


def flaws(report: Report, identify: Identify, texts: Mapping[str, str] | None = None) -> Iterator[Flaw]:
    """All that does not hold, in the order of the document.

    texts   article id -> its text, where the articles are at hand; what the report carries is used where they are not.
    """
    known = {article.id: article for article in report.articles}
    for place, article in enumerate(report.articles):
        yield from _article(f"articles[{place}]", article)
    if len(known) < len(report.articles):
        yield Flaw("articles", "two articles have one id")
    for place, finding in enumerate(report.findings):
        yield from _finding(f"findings[{place}]", finding, identify)
        for side, value in enumerate(finding.values):
            for index, mention in enumerate(value.mentions):
                path = f"findings[{place}].values[{side}].mentions[{index}]"
                yield from _mention(path, mention, known.get(mention.article), (texts or {}).get(mention.article))
        if place and finding.severity > report.findings[place - 1].severity:
            yield Flaw(f"findings[{place}].severity", "findings are ordered by severity, and this one is greater than the one before it")
    if len({finding.id for finding in report.findings}) < len(report.findings):
        yield Flaw("findings", "two findings have one id")


def _article(path: str, article: ArticleRecord) -> Iterator[Flaw]:
    if article.text is not None and len(article.text) != article.characters:
        yield Flaw(f"{path}.characters", f"says {article.characters}, and the text has {len(article.text)}")
    if article.characters < 0:
        yield Flaw(f"{path}.characters", "is less than nothing")
    if article.sha256 and not (len(article.sha256) == 64 and set(article.sha256) <= set("0123456789abcdef")):
        yield Flaw(f"{path}.sha256", "is no SHA-256 digest")
    if article.published is not None and moment(article.published, False) is None:
        yield Flaw(f"{path}.published", "is no day")


def _finding(path: str, finding: FindingRecord, identify: Identify) -> Iterator[Flaw]:
    if finding.kind not in _KINDS:
        yield Flaw(f"{path}.kind", f"there is no kind {finding.kind!r}")
    for name, share in (("severity", finding.severity), ("confidence", finding.confidence)):
        if not 0 <= share <= 1:
            yield Flaw(f"{path}.{name}", "does not lie in 0..1")
    if len(set(finding.causes)) < len(finding.causes):
        yield Flaw(f"{path}.causes", "one cause is named twice")
    mentions = [mention for value in finding.values for mention in value.mentions]
    if finding.id != identify(finding.kind, mentions):
        yield Flaw(
            f"{path}.id", "is not the hash of this evidence: the id, the kind, or a mention's article, field, start or quote was changed"
        )
    for side, value in enumerate(finding.values):
        yield from _value(f"{path}.values[{side}]", value, finding.kind)
    yield from _verdict(path, finding)


def _value(path: str, value: ValueRecord, kind: str) -> Iterator[Flaw]:
    if not value.mentions:
        yield Flaw(f"{path}.mentions", "a value that nobody states")
    if kind in NUMBERS or kind == "date":
        read = number if kind in NUMBERS else None
        low = read(value.low) if read else moment(value.low, False)
        high = read(value.high) if read else moment(value.high, True)
        for name, written, end in (("low", value.low, low), ("high", value.high, high)):
            if written is not None and end is None:
                yield Flaw(f"{path}.{name}", f"{written!r} is no {'number' if read else 'date'}")
        if low is not None and high is not None and low > high:
            yield Flaw(f"{path}.low", f"the interval runs backwards: {value.low} to {value.high}")
    elif value.low is not None or value.high is not None:
        yield Flaw(f"{path}.low", f"a value of kind {kind} has no interval")
    elif kind == "polarity" and value.value not in ("yes", "no"):
        yield Flaw(f"{path}.value", "is neither yes nor no")


def _verdict(path: str, finding: FindingRecord) -> Iterator[Flaw]:
    if (finding.verdict == "agree") != (len(finding.values) == 1):
        yield Flaw(f"{path}.verdict", f"{finding.verdict} with {len(finding.values)} values: an agreement has one, the others two or more")
        return
    stands = [meet(one, other, finding.kind) for one, other in combinations(finding.values, 2)]
    if finding.verdict == "conflict" and stands and all(stand is True for stand in stands):
        yield Flaw(f"{path}.verdict", "a conflict, and every two of its intervals meet")
    if finding.verdict == "imprecise" and False in stands:
        yield Flaw(f"{path}.verdict", "imprecise, and two of its intervals do not meet")
    if finding.verdict == "imprecise" and finding.kind == "polarity":
        yield Flaw(f"{path}.verdict", "yes and no cannot both be true")
    # a weekday and the date beside it are one mention, which contradicts the calendar
    if "internal" in finding.causes and finding.kind != "date" and not _says_two(finding.values):
        yield Flaw(f"{path}.causes", "internal, and no article states two of the values")


def _says_two(values: Sequence[ValueRecord]) -> bool:
    speakers = [{mention.article for mention in value.mentions} for value in values]
    return any(one & other for one, other in combinations(speakers, 2))


def _mention(path: str, mention: MentionRecord, article: ArticleRecord | None, text: str | None) -> Iterator[Flaw]:
    if article is None:
        yield Flaw(f"{path}.article", f"{mention.article!r} is not among the articles")
        return
    if mention.field not in ("text", "title"):
        yield Flaw(f"{path}.field", "is neither text nor title")
        return
    if mention.approximation not in APPROXIMATIONS:
        yield Flaw(f"{path}.approximation", f"there is no approximation {mention.approximation!r}")
    if mention.end - mention.start != len(mention.quote) or mention.start < 0:
        yield Flaw(f"{path}.end", f"{mention.start} to {mention.end}, and the quote has {len(mention.quote)} characters")
        return
    yield from _passages(path, mention)
    own = article.title if mention.field == "title" else article.text if text is None else text
    longest = len(article.title) if mention.field == "title" else article.characters
    if own is not None:
        yield from _slices(path, mention, own)
    elif mention.end > longest or mention.paragraph.end > longest:
        yield Flaw(f"{path}.end", f"lies beyond the article's {longest} characters")


def _passages(path: str, mention: MentionRecord) -> Iterator[Flaw]:
    """The quote in the sentence, the sentence in the paragraph, prefix and suffix round the quote."""
    sentence, paragraph = mention.sentence, mention.paragraph
    for name, passage in (("sentence", sentence), ("paragraph", paragraph)):
        if passage.end - passage.start != len(passage.text):
            yield Flaw(f"{path}.{name}.end", f"{passage.start} to {passage.end}, and the {name} has {len(passage.text)} characters")
            return
        if _slice(passage, mention.start, mention.end) != mention.quote:
            yield Flaw(f"{path}.{name}.text", f"does not hold the quote at {mention.start} to {mention.end}")
            return
    if _slice(paragraph, sentence.start, sentence.end) != sentence.text:
        yield Flaw(f"{path}.paragraph.text", "does not hold the sentence at its offsets")
    before, after = paragraph.text[: mention.start - paragraph.start], paragraph.text[mention.end - paragraph.start :]
    if len(mention.prefix) != min(CONTEXT, mention.start) or not _tails(mention.prefix, before):
        yield Flaw(f"{path}.prefix", "is not what stands before the quote")
    if len(mention.suffix) > CONTEXT or not _tails(mention.suffix[::-1], after[::-1]):
        yield Flaw(f"{path}.suffix", "is not what stands after the quote")


def _slice(passage: Passage, start: int, end: int) -> str | None:
    return passage.text[start - passage.start : end - passage.start] if passage.start <= start <= end <= passage.end else None


def _tails(one: str, other: str) -> bool:
    """Whether the shorter of two texts is the end of the longer."""
    return one.endswith(other) or other.endswith(one)


def _slices(path: str, mention: MentionRecord, own: str) -> Iterator[Flaw]:
    if own[mention.start : mention.end] != mention.quote:
        yield Flaw(f"{path}.quote", f"is not what the article says at {mention.start} to {mention.end}")
        return
    for name, passage in (("sentence", mention.sentence), ("paragraph", mention.paragraph)):
        if own[max(0, passage.start) : passage.end] != passage.text:
            yield Flaw(f"{path}.{name}.text", f"is not what the article says at {passage.start} to {passage.end}")
    if own[max(0, mention.start - CONTEXT) : mention.start] != mention.prefix:
        yield Flaw(f"{path}.prefix", "is not what the article says before the quote")
    if own[mention.end : mention.end + CONTEXT] != mention.suffix:
        yield Flaw(f"{path}.suffix", "is not what the article says after the quote")
