"""What a command writes: whole and checked, to standard output or to a file, in colour only where a person looks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from discrepancy.cli.entry import say
from discrepancy.errors import UnusableSetting


def write(content: bytes, output: str | None) -> None:
    """Write `content` to the file `output`, else (None or `-`) to standard output; a full disk is an error, not a silence."""
    if output is not None and output != "-":
        from discrepancy.report.saving import save

        save(output, content)
        return
    stream = sys.stdout.buffer
    try:
        stream.write(content)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnusableSetting(f"standard output cannot be written: {error.strerror}") from None


def in_colour(output: str | None) -> bool:
    """Whether a person looks at the output in a terminal that takes colour (NO_COLOR, https://no-color.org, and TERM=dumb hold)."""
    return output in (None, "-") and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def typographic(output: str | None) -> bool:
    """Whether typographic characters can be written: always into a file, which is UTF-8."""
    return output not in (None, "-") or (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf16", "cp65001"}


def width(output: str | None) -> int:
    """The columns to write for: the terminal's where there is one (COLUMNS holds), else 100."""
    if output not in (None, "-"):
        return 100
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() or os.environ.get("COLUMNS") else 100


def tell(notices: Iterable[str]) -> None:
    """Each notice on a line of standard error, unless --quiet."""
    for notice in notices:
        say(notice, "warning")
