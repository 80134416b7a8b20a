"""Progress for people: one line on standard error, on a terminal only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from discrepancy.cli.log import log

Progress = Callable[[str, int, int], None]


@contextmanager
def progress_line() -> Iterator[Progress | None]:
    """A function to call with (stage, done, total), or None where standard error is no terminal or not meant for a person."""
    if not sys.stderr.isatty() or log.least == "error" or log.form == "json":
        yield None
        return

    def show(stage: str, done: int, total: int) -> None:
        sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}" if total else f"\r\x1b[K{stage}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
