"""The call sheet as Markdown, for a ticket or a shared document; what articles and reviewers say is only ever text."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.model.report import ArticleRecord, FindingRecord
from discrepancy.report.markdown import literal
from discrepancy.review.callsheet import to_call
from discrepancy.review.session import Session
from discrepancy.review.sides import backers, statements


def call_sheet_markdown(session: Session) -> str:
    """For each source, in the report's order, a list of what to ask it; "" where nothing needs a call."""
    asked = to_call(session)
    parts = []
    for article in session.report.articles:
        own = [finding for finding in asked if any(said.mention.article == article.id for said in statements(finding))]
        if own:
            parts.append(
                "\n".join([*_head(session, article), *(line for finding in own for line in _question(session, finding, article.id))])
            )
    return "# To call\n\n" + "\n\n".join(parts) + "\n" if parts else ""


def _head(session: Session, article: ArticleRecord) -> Iterator[str]:
    yield f"## {literal(session.names[article.id])}"
    about = ", ".join(literal(part) for part in (article.title, article.published or "") if part)
    if about:
        yield ""
        yield about
    yield ""


def _question(session: Session, finding: FindingRecord, article: str) -> Iterator[str]:
    yield f"- [ ] **{literal(finding.topic or finding.kind)}**"
    sides = set()
    for said in statements(finding):
        if said.mention.article == article and not said.repeated:
            sides.add(said.side)
            sentence = said.mention.sentence.text or said.mention.quote
            after = f" (after {literal(said.mention.attribution)})" if said.mention.attribution else ""
            yield f"  - says {literal(said.value.label)}{after}: “{literal(sentence)}”"
    for side, value in enumerate(finding.values):
        others = [literal(session.names.get(one, one)) for one in backers(value) if one != article]
        if side not in sides and others:
            yield f"  - but {', '.join(others)}: {literal(value.label)}"
    for note in session.standing(finding).notes:
        yield f"  - note, {literal(note.reviewer)}: {literal(note.note)}"
