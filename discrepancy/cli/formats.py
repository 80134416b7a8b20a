"""The formats a report is written in: one row each, imported when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discrepancy.model.report import Report

Write = Callable[["Report", bool, str | None], bytes]
"""(report, whether agreements are listed, output file) -> bytes; json, jsonl and csv hold agreements always."""


def _text(report: Report, agreements: bool, output: str | None) -> bytes:
    from discrepancy.cli.output import in_colour, typographic, width
    from discrepancy.report.text import Page, render

    text = render(report, Page(width(output), in_colour(output), agreements, typographic(output)))
    return text.encode("utf-8" if output not in (None, "-") else sys.stdout.encoding or "utf-8", "replace")


def _json(report: Report, _agreements: bool, _output: str | None) -> bytes:
    from discrepancy.report.jsonreport import dumps

    return dumps(report)


def _html(report: Report, agreements: bool, _output: str | None) -> bytes:
    from discrepancy.report.html import render

    return render(report, agreements)


def _markdown(report: Report, agreements: bool, _output: str | None) -> bytes:
    from discrepancy.report.markdown import render

    return render(report, agreements)


def _csv(report: Report, _agreements: bool, _output: str | None) -> bytes:
    from discrepancy.report.table import render

    return render(report)


def _jsonl(report: Report, _agreements: bool, _output: str | None) -> bytes:
    from discrepancy.report.lines import render

    return render(report)


FORMATS: Mapping[str, Write] = {"text": _text, "json": _json, "html": _html, "markdown": _markdown, "csv": _csv, "jsonl": _jsonl}
"""Name -> writer, in the order of the help."""
