"""What reviewers say of a finding: a word for its line in the list, and all of it for the evidence."""

from __future__ import annotations

from rich.text import Text

from discrepancy.model.judgement import Judgement
from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.review.valuekeys import value_key
from discrepancy.tui.shorten import fitted, jotted
from discrepancy.tui.themes import STATE_SIGNS, Palette
from discrepancy.tui.widgets.lines import wrapped_text

REASONS = {"not-the-same": "not the same thing", "misread": "misread", "both-true": "both true", "not-worth-it": "not worth it"}
QUOTES = 5  # of what was judged before that are told
BRIEF = {"needs a call": "call", "not-the-same": "not the same"}


def said_of(session: Session, finding: FindingRecord, palette: Palette) -> Text:
    """A few cells: what is new, how far it is, whether it is disputed or noted; empty where nothing is."""
    stands, news = session.standing(finding), session.news.get(finding.id, "")
    told = [Text(news, style=palette.warning)] if news else []
    state = session.judging.state(finding.id)
    if state != "not judged":
        reason = stands.judgement.reason if stands.judgement is not None and state == "dismissed" else None
        words = BRIEF.get(reason, REASONS[reason]) if reason is not None else BRIEF.get(state, state)
        told.append(Text(f"{STATE_SIGNS[state]} {words}", style=palette.state(state)))
    signs = [
        name for name, holds in (("disputed", stands.disputed), ("noted", bool(stands.notes)), ("shaped", bool(stands.shapes))) if holds
    ]
    told += [Text(STATE_SIGNS[name], style=palette.state(name)) for name in signs]
    return Text(" ").join(told)


def judgement_lines(session: Session, finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    """Everything said of it, latest first, each with who and when; none where nothing is."""
    stands, told = session.standing(finding), []
    if stands.judgement is not None:
        state = session.judging.state(finding.id)
        told.append(Text.assemble((_verdict(stands.judgement, finding), palette.state(state)), _by(stands.judgement, palette)))
        if stands.reopened:
            told.append(
                Text(
                    f"{STATE_SIGNS['reopened']} reopened: the values have changed; judged on {_was(stands.judgement)}",
                    style=palette.warning,
                )
            )
    for other in reversed(stands.others):
        sign = STATE_SIGNS["disputed"] if stands.disputed else " "
        told.append(Text.assemble((f"{sign} ", palette.warning), (_verdict(other, finding), palette.faint), _by(other, palette)))
    for shape in reversed(stands.shapes):
        quotes = ", ".join(f"“{fitted(visible(mark.quote), 30)}”" for mark in shape.marks)
        what = {"split": "does not belong", "join": "belongs to it too", "merge": "is the same question"}[shape.act]
        told.append(Text.assemble((f"{STATE_SIGNS['shaped']} {quotes} {what}", ""), _by(shape, palette)))
    told += [
        Text.assemble((f"{STATE_SIGNS['noted']} {visible(note.note, lines=True)}", palette.sentence), _by(note, palette))
        for note in reversed(stands.notes)
    ]
    return [line for text in told for line in wrapped_text(text, width)]


def _was(judgement: Judgement) -> str:
    """What was said when it was judged, in the articles' words, each once, shortened."""
    said = list(dict.fromkeys(visible(jotted(one.quote)) for one in judgement.evidence))
    more = f" and {len(said) - QUOTES} more" if len(said) > QUOTES else ""
    return ", ".join(f"“{fitted(quote, 30)}”" for quote in said[:QUOTES]) + more


def _verdict(judgement: Judgement, finding: FindingRecord) -> str:
    if judgement.act == "dismiss":
        return (
            f"{STATE_SIGNS['dismissed']} dismissed: {REASONS[judgement.reason]}"
            if judgement.reason
            else f"{STATE_SIGNS['dismissed']} dismissed"
        )
    if judgement.act == "call":
        return f"{STATE_SIGNS['needs a call']} needs a call"
    labels = {value_key(value, finding.kind): value.label for value in finding.values}
    right = ", ".join(fitted(visible(labels.get(key, key)), 40) for key in judgement.right)
    return f"{STATE_SIGNS['confirmed']} confirmed{f': {right} is right' if right else ''}"


def _by(judgement: Judgement, palette: Palette) -> tuple[str, str]:
    return f"  {visible(judgement.reviewer)}, {visible(judgement.at)[:16].replace('T', ' ')} UTC", palette.faint
