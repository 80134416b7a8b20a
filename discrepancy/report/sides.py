"""A finding seen from its sides: which letter a value has, and what its sources are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from discrepancy.model.report import FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.report.visible import one_line, visible

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_AROUND = 600
"""Code points shown on either side of a quote in its sentence."""


def letter(side: int) -> str:
    """A, B, … Z, AA, AB, …"""
    return letter(side // 26 - 1) + _LETTERS[side % 26] if side >= 26 else _LETTERS[side]


def source_names(report: Report) -> dict[str, str]:
    """Article id -> the source's name where it tells the articles apart, else the name with the id."""
    named = {article.id: one_line(article.source) or one_line(article.id) for article in report.articles}
    often = Counter(named.values())
    return {id: name if often[name] == 1 else f"{name} ({one_line(id)})" for id, name in named.items()}


def name_of(article: str, names: Mapping[str, str]) -> str:
    """The name of an article's source; its id where the report does not list it."""
    return names.get(article) or one_line(article)


def backers(value: ValueRecord) -> tuple[str, ...]:
    """The articles that state a value, each once, in the order of its mentions."""
    return tuple(dict.fromkeys(mention.article for mention in value.mentions))


def label_of(value: ValueRecord) -> str:
    """The value in the sources' words."""
    return one_line(value.label) or one_line(value.value or "") or "(nothing)"


def topic_of(finding: FindingRecord) -> str:
    """The topic, the kind where there is none."""
    return one_line(finding.topic) or one_line(finding.kind)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A mention's sentence in three stretches, made visible; `before` and `after` are "" where the sentence does not hold the quote."""

    before: str
    quote: str
    after: str


def quoted(mention: MentionRecord) -> Quoted:
    """The sentence round the quote, cut where it is very long."""
    sentence = mention.sentence
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if not 0 <= start <= end or sentence.text[start:end] != mention.quote:
        return Quoted("", visible(mention.quote), "")
    before, after = sentence.text[:start], sentence.text[end:]
    if len(before) > _MOST_AROUND:
        before = "… " + before[-_MOST_AROUND:]
    if len(after) > _MOST_AROUND:
        after = after[:_MOST_AROUND] + " …"
    return Quoted(visible(before), visible(mention.quote), visible(after))


def web_address(url: str | None) -> str | None:
    """An http or https address that can be followed; None for any other, `javascript:` among them."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
