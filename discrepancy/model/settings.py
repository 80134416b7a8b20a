"""The settings that can change a report: all of them, in one record."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Sensitivity = Literal["strict", "normal", "wide"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a comparison is asked for.

    published       the day given to articles that carry none; None leaves them without.
    sensitivity     how sure an alignment must be: `strict` reports fewer findings, `wide` more.
    all_findings    whether agreements are listed for people; the JSON report always carries them.
    with_ledger     whether each finding carries the weights it rests on.
    """

    published: datetime.date | None = None
    sensitivity: Sensitivity = "normal"
    all_findings: bool = False
    with_ledger: bool = False
