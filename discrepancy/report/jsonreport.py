"""The JSON report: the same bytes for the same report, and the schema made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from discrepancy.errors import UnusableReport
from discrepancy.model.report import Report

FORMAT, VERSION = "discrepancy-report", 1
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LARGEST = 500_000_000
_NOT_ASKED = b',"judgements":null}'
"""How a report without judgements ends, which is written as if there were no such field."""


def dumps(report: Report) -> bytes:
    """The report as UTF-8 JSON, two spaces of indent, a newline at the end; keys in the order of the records."""
    written = msgspec.json.encode(report)
    if report.judgements is None:
        written = written.removesuffix(_NOT_ASKED) + b"}"
    return msgspec.json.format(written, indent=2) + b"\n"


def loads(written: bytes) -> Report:
    """The report in `written`. Raises UnusableReport, saying what is wrong and where."""
    if len(written) > _LARGEST:
        raise UnusableReport(f"the report is larger than {_LARGEST // 1_000_000} MB")
    try:
        head = msgspec.json.decode(written, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UnusableReport(f"it is not a JSON report: {error}") from None
    _require_version(head)
    try:
        return msgspec.json.decode(written, type=Report)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise UnusableReport(f"the report does not follow the schema of version {VERSION}: {error}") from None


def is_report(written: bytes) -> bool:
    """Whether `written` is a JSON object that calls itself a report, of whatever version."""
    try:
        head = msgspec.json.decode(written, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return bytes(head.get("format", b"")) == f'"{FORMAT}"'.encode()


def _require_version(head: dict[str, msgspec.Raw]) -> None:
    if bytes(head.get("format", b"")) != f'"{FORMAT}"'.encode():
        raise UnusableReport(f'it is not a report of this program: `format` is not "{FORMAT}"')
    version = bytes(head.get("version", b"nothing")).decode("utf-8", "replace")[:20]
    if version != str(VERSION):
        raise UnusableReport(f"the report is of version {version}; this program reads version {VERSION}")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report. Fields may be added within a version, so unknown ones are allowed."""
    made = msgspec.json.schema(Report)
    finding = made["$defs"]["FindingRecord"]["properties"]
    for name in ("severity", "confidence"):
        finding[name] |= {"minimum": 0, "maximum": 1}
    for record in ("MentionRecord", "Passage"):
        for name in ("start", "end"):
            made["$defs"][record]["properties"][name]["minimum"] = 0
    made["$defs"]["ArticleRecord"]["properties"]["sha256"]["pattern"] = "^([0-9a-f]{64})?$"
    return {"$schema": _DIALECT, "title": "discrepancy report", **made}


def schema_bytes() -> bytes:
    """The schema as it is published: UTF-8 JSON with a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"
