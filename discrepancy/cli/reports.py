"""Reading a JSON report that a command was given."""

from __future__ import annotations

import sys
from pathlib import Path

from discrepancy.errors import UnusableReport
from discrepancy.model.report import Report


def read_report(path: str) -> tuple[bytes, Report]:
    """The bytes of a report (`-` for standard input) and what they say. Raises UnusableReport, naming the file."""
    name = "standard input" if path == "-" else Path(path).name
    try:
        written = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UnusableReport(f"{name}: it cannot be read: {error.strerror or error}") from None
    return written, parse_report(written, name)


def parse_report(written: bytes, name: str) -> Report:
    """The report in `written`. Raises UnusableReport, naming the file."""
    from discrepancy.report.jsonreport import loads

    try:
        return loads(written)
    except UnusableReport as error:
        raise UnusableReport(f"{name}: {error}") from None


def report_in(path: str) -> Report | None:
    """The report in a `.json` file, or None where `path` is anything else (an article, a folder)."""
    file = Path(path)
    if file.suffix.lower() != ".json" or not file.is_file():
        return None
    from discrepancy.report.jsonreport import is_report

    written = file.read_bytes()
    return parse_report(written, file.name) if is_report(written) else None
