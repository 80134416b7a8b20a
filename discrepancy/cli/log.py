"""What a command tells a person, on standard error: as text or as JSON lines, as much as was asked for."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Literal

import click

Level = Literal["error", "warning", "info"]
_RANK: dict[Level, int] = {"error": 2, "warning": 1, "info": 0}


@dataclass(slots=True)
class Log:
    """How much is told (`least`: --quiet keeps errors, --verbose adds info) and in which form. One for the process, fresh for each call."""

    least: Level = "warning"
    form: Literal["text", "json"] = "text"

    def say(self, message: str, level: Level) -> None:
        """One message; nothing in it can steer the terminal."""
        if _RANK[level] < _RANK[self.least]:
            return
        from discrepancy.report.visible import visible

        if self.form == "json":
            import json

            line = json.dumps({"level": level, "message": message}, ensure_ascii=True)
        else:
            line = f"discrepancy: {visible(message, lines=True)}"
        with contextlib.suppress(OSError, ValueError):
            click.echo(line, err=True)


log = Log()


def begin() -> None:
    """Forget what an earlier call in this process asked for."""
    log.least, log.form = "warning", "text"
