"""Judgements of the small report, as two reviewers made them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from discrepancy.model.judgement import Judgement
from discrepancy.review.attach import anchor
from discrepancy.review.standing import judged
from tests.report.stories import ferry

HOSTILE = "=1+1 \x1b[31m \u202e \u200b,\"'\r\n\tnote"


def at(minute: int) -> str:
    return f"2031-05-04T10:{minute:02}:00Z"


@cache
def judgements() -> tuple[Judgement, ...]:
    """The same at each call: Ann dismisses the conflict and confirms the rest; Bob confirms the conflict, and splits and notes another."""
    aboard, hour, ship = ferry().findings
    said = (
        judged(aboard, "dismiss", "Ann", at(1), reason="both-true", note=HOSTILE),
        judged(hour, "confirm", "Ann", at(2), right=("2031-05-03T21:40",)),
        judged(ship, "confirm", "Ann", at(3)),
        judged(aboard, "confirm", "Bob", at(4), right=("38",)),
        judged(hour, "note", "Bob", at(5), note="ask the port"),
        judged(hour, "split", "Bob", at(6), marks=(anchor(hour.values[1].mentions[0]),)),
    )
    return tuple(replace(one, id=f"{number:032x}") for number, one in enumerate(said, 1))
