"""Judgements as documents, to carry from one store to another: JSON, JSON lines, CSV. What is written is read back as it was."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec

from discrepancy.errors import UnusableJudgements
from discrepancy.model.judgement import Judgement

FORMAT: Literal["discrepancy-judgements"] = "discrepancy-judgements"
VERSION: Literal[1] = 1
COLUMNS = (
    "at",
    "reviewer",
    "act",
    "reason",
    "finding",
    "kind",
    "values",
    "right",
    "note",
    "evidence",
    "marks",
    "id",
    "supersedes",
    "record",
)
_ID = re.compile(r"[0-9a-f]{32}")


def to_json(judgements: Iterable[Judgement]) -> bytes:
    """One document, UTF-8: `format`, `version`, `judgements` in the order given."""
    return msgspec.json.format(msgspec.json.encode(Document(FORMAT, VERSION, tuple(judgements))), indent=2) + b"\n"


@dataclass(frozen=True, slots=True)
class Document:
    """An export as JSON."""

    format: Literal["discrepancy-judgements"]
    version: Literal[1]
    judgements: tuple[Judgement, ...]


def schema_bytes() -> bytes:
    """The JSON Schema (2020-12) of the document that `to_json` writes, as UTF-8 JSON."""
    made = msgspec.json.schema(Document)
    made["$defs"]["Judgement"]["properties"]["id"]["pattern"] = "^[0-9a-f]{32}$"
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return msgspec.json.format(msgspec.json.encode({"$schema": dialect, "title": "discrepancy judgements", **made}), indent=2) + b"\n"


def to_jsonl(judgements: Iterable[Judgement]) -> bytes:
    """One judgement a line, UTF-8; none gives no bytes."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in judgements)


def to_csv(judgements: Iterable[Judgement]) -> bytes:
    """A row a judgement, for a spreadsheet: no cell begins a formula, and nothing said can steer what shows it.

    The last column, `record`, is the whole judgement in ASCII JSON, from which it is read back; the others are for people.
    """
    from discrepancy.report.table import inert

    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in judgements:
        told = asdict(one) | {
            "values": "; ".join(one.values),
            "right": "; ".join(one.right),
            "evidence": "; ".join(f"{mark.article}: {mark.quote}" for mark in one.evidence),
            "marks": "; ".join(f"{mark.article}: {mark.quote}" for mark in one.marks),
        }
        writer.writerow((*(inert(told[name]) for name in COLUMNS[:-1]), json.dumps(asdict(one), ensure_ascii=True)))
    return written.getvalue().encode("utf-8", "replace")


WRITERS: Mapping[str, Callable[[Iterable[Judgement]], bytes]] = {"json": to_json, "jsonl": to_jsonl, "csv": to_csv}
"""Name -> writer."""


def read(written: bytes) -> tuple[Judgement, ...]:
    """The judgements in a document of any of the three forms, in its order. Raises UnusableJudgements, saying where."""
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableJudgements("it is not UTF-8 text") from None
    if not text.strip():
        return ()
    if text.startswith("at,reviewer,act,"):
        return tuple(_rows(text))
    document = _parsed(text)
    if isinstance(document, dict) and "format" in document:
        return tuple(_judgement(one, f"judgements[{place}]") for place, one in enumerate(_listed(document)))
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    return tuple(_judgement(_line(line, number), f"line {number}") for number, line in lines)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _line(line: str, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise UnusableJudgements(f"line {number}: it is not JSON; judgements are read as JSON, JSON lines or CSV") from None


def _listed(document: dict[str, Any]) -> list[Any]:
    if document["format"] != FORMAT:
        raise UnusableJudgements(f'it is no document of judgements: `format` is not "{FORMAT}"')
    if document.get("version") != VERSION:
        raise UnusableJudgements(f"it is of version {str(document.get('version'))[:20]}; this program reads version {VERSION}")
    listed = document.get("judgements")
    if not isinstance(listed, list):
        raise UnusableJudgements("`judgements` is no list")
    return listed


def _rows(text: str) -> Iterable[Judgement]:
    csv.field_size_limit(100_000_000)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise UnusableJudgements(f"it is not CSV: {error}") from None
    for number, row in enumerate(rows, 2):
        yield _judgement(_line(row.get("record") or "", number), f"row {number}")


def _judgement(told: Any, where: str) -> Judgement:
    try:
        one = msgspec.convert(told, Judgement)
    except (msgspec.ValidationError, RecursionError) as error:
        raise UnusableJudgements(f"{where}: it is no judgement: {error}") from None
    if not _ID.fullmatch(one.id):
        raise UnusableJudgements(f"{where}: `id` is not 32 hex digits")
    if not one.reviewer.strip():
        raise UnusableJudgements(f"{where}: `reviewer` is empty")
    try:
        datetime.fromisoformat(one.at)
    except ValueError:
        raise UnusableJudgements(f"{where}: `at` is no moment; write it as ISO 8601 in UTC") from None
    return one
