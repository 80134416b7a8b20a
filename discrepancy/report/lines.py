"""The findings as JSON lines: one finding a line, each the object that the JSON report holds."""

from __future__ import annotations

from discrepancy.model.report import Report


def render(report: Report) -> bytes:
    """UTF-8, one compact JSON object a line, in the report's order; no finding gives no bytes."""
    import msgspec

    return b"".join(msgspec.json.encode(finding) + b"\n" for finding in report.findings)
