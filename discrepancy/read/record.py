"""JSON articles: one to a `.json` file, one to a line of a `.jsonl` file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from discrepancy.errors import UnreadableInput
from discrepancy.model.article import Skipped
from discrepancy.read.decoding import decode
from discrepancy.read.draft import Draft, Read, require_text, without_surrogates
from discrepancy.read.published import parse_published


def read_json(raw: bytes, path: str, id: str, sha256: str) -> Draft:
    """A `.json` file that holds one article: `text`, and where given `source`, `title`, `url`, `published`. Other fields are ignored."""
    text, warnings = decode(raw, path)
    return from_record(parse(text, path), path, id, sha256, warnings)


def read_jsonl(raw: bytes, path: str, stem: str) -> Iterator[Read]:
    """The articles of a JSONL file, one a line; an article's digest is of its line. Blank lines are passed over."""
    text, warnings = decode(raw, path)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = parse(line, path, first_line=number)
            named = record.get("id") if isinstance(record, dict) else None
            id = str(named).strip() if isinstance(named, str | int) and not isinstance(named, bool) else ""
            digest = hashlib.sha256(line.rstrip("\r").encode("utf-8", "surrogatepass")).hexdigest()
            yield from_record(record, path, without_surrogates(id)[:200] or f"{stem}-{number}", digest, warnings)
        except UnreadableInput as error:
            reason = error.reason if error.reason.startswith("line ") else f"line {number}: {error.reason}"
            yield Skipped(error.path, reason)


def parse(text: str, path: str, first_line: int = 1) -> Any:
    """The JSON value in `text`. Raises UnreadableInput with line and column (both from 1) of what is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno + first_line - 1}, column {error.colno}"
        raise UnreadableInput(path, f"{where}: broken JSON: {error.msg}") from None
    except RecursionError:
        raise UnreadableInput(path, "the JSON is nested too deeply") from None
    except ValueError:
        raise UnreadableInput(path, "the JSON holds a number of thousands of digits") from None


def from_record(record: Any, path: str, id: str, sha256: str, warnings: tuple[str, ...] = ()) -> Draft:
    """The article in a JSON object. Raises UnreadableInput where it has no text."""
    if not isinstance(record, dict):
        raise UnreadableInput(path, f"an article is a JSON object with a `text`; this is {_called(record)}")
    if record.get("format") == "discrepancy-report":
        raise UnreadableInput(path, "it is a report of this program, not an article")
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableInput(path, "it has no `text`" if text is None else f"its `text` is {_called(text)}, not a string")
    published, warning = parse_published(record.get("published"))
    return Draft(
        id, path, require_text(path, without_surrogates(text), "the article"), sha256,
        source=_words(record.get("source")),
        title=without_surrogates(title) if isinstance(title := record.get("title"), str) else "",
        url=_words(record.get("url")) or None,
        published=published,
        warnings=(*warnings, warning) if warning else warnings,
    )  # fmt: skip


def _words(given: object) -> str:
    return " ".join(without_surrogates(given).split()) if isinstance(given, str) else ""


def _called(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
