"""The call sheet: whom to ask what. Plain text, to print or to paste."""

from __future__ import annotations

from textwrap import fill

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import one_line
from discrepancy.review.session import Session
from discrepancy.review.sides import Statement, backers, statements

WIDTH = 72


def to_call(session: Session) -> tuple[FindingRecord, ...]:
    """What needs a call, in the report's order."""
    return tuple(finding for finding in session.report.findings if session.judging.state(finding.id) == "needs a call")


def call_sheet(session: Session) -> str:
    """For each source, in the report's order, what to ask it: the question, what it says, what others say, and the notes.

    Empty where nothing needs a call. What articles and reviewers say is made visible.
    """
    asked = to_call(session)
    parts = []
    for article in session.report.articles:
        own = [(finding, said) for finding in asked if (said := _said(finding, article.id))]
        if own:
            name = one_line(session.names[article.id])
            about = ", ".join(part for part in (one_line(article.title), article.published or "") if part)
            known = [_line("", about), one_line(article.url or "")]
            head = [name, "=" * len(name), *(line for line in known if line)]
            parts.append("\n".join([*head, *(_question(session, finding, said, article.id) for finding, said in own)]))
    return "\n\n\n".join(parts) + "\n" if parts else ""


def _said(finding: FindingRecord, article: str) -> list[Statement]:
    return [said for said in statements(finding) if said.mention.article == article and not said.repeated]


def _question(session: Session, finding: FindingRecord, said: list[Statement], article: str) -> str:
    lines = ["", _line("[ ] ", f"{one_line(finding.topic)} ({finding.kind})")]
    for statement in said:
        sentence = one_line(statement.mention.sentence.text or statement.mention.quote)
        following = f" (after {one_line(statement.mention.attribution)})" if statement.mention.attribution else ""
        lines.append(_line("    ", f"says {one_line(statement.value.label)}{following}: “{sentence}”"))
    sides = {statement.side for statement in said}
    for side, value in enumerate(finding.values):
        others = [one_line(session.names.get(one, one)) for one in backers(value) if one != article]
        if side not in sides and others:
            lines.append(_line("    ", f"but {', '.join(others)}: {one_line(value.label)}"))
    lines += [_line("    ", f"note, {one_line(note.reviewer)}: {one_line(note.note)}") for note in session.standing(finding).notes]
    return "\n".join(lines)


def _line(indent: str, words: str) -> str:
    later = " " * max(4, len(indent)) if indent else ""
    return fill(words, WIDTH, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False, break_long_words=False)
