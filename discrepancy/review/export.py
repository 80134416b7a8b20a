"""The report under review, written to a file in one of the formats that people pass on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from discrepancy.model.judgement import Judgement
from discrepancy.model.report import Report


def _json(report: Report, _agreements: bool) -> bytes:
    from discrepancy.report.jsonreport import dumps

    return dumps(report)


def _html(report: Report, agreements: bool) -> bytes:
    from discrepancy.report.html import render

    return render(report, agreements)


def _markdown(report: Report, agreements: bool) -> bytes:
    from discrepancy.report.markdown import render

    return render(report, agreements)


def _csv(report: Report, _agreements: bool) -> bytes:
    from discrepancy.report.table import render

    return render(report)


EXPORTS: Mapping[str, tuple[str, Callable[[Report, bool], bytes]]] = {
    "html": (".html", _html),
    "markdown": (".md", _markdown),
    "csv": (".csv", _csv),
    "json": (".json", _json),
}
"""Name -> suffix and writer (report, whether agreements are listed; json and csv hold them always)."""


def export(report: Report, form: str, path: str | Path, agreements: bool = False) -> None:
    """Write the whole report to `path`. Raises UnusableSetting where it cannot be written."""
    save_bytes(path, EXPORTS[form][1](report, agreements))


def exported(report: Report, judgements: Iterable[Judgement]) -> Report:
    """A report under review as `compare` would write it: without the ledger, with the judgements where there are any."""
    from discrepancy.review.reported import with_judgements

    findings = tuple(replace(finding, ledger=(), nearest=None) for finding in report.findings)
    plain = replace(report, findings=findings, settings={**report.settings, "with_ledger": False})
    return with_judgements(plain, held) if (held := tuple(judgements)) else plain


def save_bytes(path: str | Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises UnusableSetting where it cannot be written."""
    from discrepancy.report.saving import save

    save(Path(path).expanduser(), content)
