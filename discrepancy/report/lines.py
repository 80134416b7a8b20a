"""The findings as JSON lines: one finding a line, each the object that the JSON report holds."""

from __future__ import annotations

from discrepancy.model.report import Report


def render(report: Report) -> bytes:
    """UTF-8, one compact JSON object a line, in the report's order; no finding gives no bytes.

    Where the report carries judgements, each finding has `judgements` last: those that are about it.
    """
    import msgspec

    written = [msgspec.json.encode(finding) for finding in report.findings]
    if report.judgements is not None:
        said = [msgspec.json.encode([one for one in report.judgements if one.finding == finding.id]) for finding in report.findings]
        written = [line[:-1] + b',"judgements":' + own + b"}" for line, own in zip(written, said, strict=True)]
    return b"".join(line + b"\n" for line in written)
