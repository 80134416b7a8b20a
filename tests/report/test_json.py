"""The JSON report: it comes back as it went, follows its schema, and a broken one is refused in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from discrepancy.errors import UnusableReport
from discrepancy.report.jsonreport import dumps, is_report, loads, schema, schema_bytes
from tests.report.stories import ferry, hostile

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "report-schema.json"


def changed(**fields: Any) -> bytes:
    return json.dumps({**json.loads(dumps(ferry())), **fields}).encode()


def test_a_report_comes_back_as_it_went() -> None:
    assert loads(dumps(ferry())) == ferry()


@pytest.mark.parametrize("words", ["\x1b]52;c;aGk=\x07", "\u202e2\u200b9", '"},{"', "\u2028", "[/] [sic]", "\U0001f600 é", "\x00"])
def test_whatever_an_article_says_comes_back_too(words: str) -> None:
    written = dumps(hostile(words))
    assert loads(written) == hostile(words)
    assert json.loads(written)["findings"][0]["topic"] == words
    assert not any(byte < 32 and byte != 10 for byte in written)


def test_the_keys_keep_the_order_of_the_contract() -> None:
    report = json.loads(dumps(ferry()))
    assert list(report)[:7] == ["format", "version", "tool", "settings", "articles", "skipped", "findings"]
    assert list(report["findings"][0])[:9] == [
        "id", "topic", "kind", "verdict", "causes", "severity", "confidence", "explanation", "values",
    ]  # fmt: skip
    assert list(report["findings"][0]["values"][0]) == ["label", "low", "high", "unit", "value", "independent_sources", "mentions"]


def test_it_is_utf8_and_ends_in_one_newline() -> None:
    written = dumps(hostile("é😀"))
    assert "é😀".encode() in written
    assert written.endswith(b"}\n")


def test_every_report_follows_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(dumps(ferry())), schema())


@pytest.mark.parametrize(
    "path",
    [
        ("verdict",), ("causes",), ("severity",), ("confidence",), ("values",), ("values", 0, "mentions"),
        ("values", 0, "mentions", 0, "start"), ("values", 0, "mentions", 0, "sentence", "end"),
    ],
)  # fmt: skip
def test_the_schema_refuses_a_wrong_value_in_any_field(path: tuple[str | int, ...]) -> None:
    report = json.loads(dumps(ferry()))
    place = report["findings"][0]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = -7
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema())


def test_the_published_schema_is_the_one_in_force() -> None:
    assert PUBLISHED.read_bytes() == schema_bytes(), "write it again: discrepancy schema > docs/report-schema.json"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"", "not a JSON report"),
        (b"nonsense", "not a JSON report"),
        (b"[]", "not a JSON report"),
        (b"\xff\xfe", "not a JSON report"),
        (b"[" * 100_000, "not a JSON report"),
        (b"{}", "`format` is not"),
        (b'{"format": "other"}', "`format` is not"),
        (changed(version=2), "version 2"),
        (changed(version="one"), 'version "one"'),
        (changed(findings={}), "findings"),
        (changed(findings=[{"id": "x"}]), "topic"),
        (changed(tool=None), "tool"),
    ],
)
def test_what_is_no_report_is_refused_in_words(written: bytes, said: str) -> None:
    with pytest.raises(UnusableReport) as caught:
        loads(written)
    assert said in str(caught.value)


def test_a_field_added_by_a_later_release_is_no_trouble() -> None:
    assert loads(changed(reviewed_at=[])) == ferry()


def test_a_report_is_told_from_an_article() -> None:
    assert is_report(dumps(ferry()))
    assert is_report(changed(version=9))
    assert not is_report(b'{"text": "discrepancy-report"}')
    assert not is_report(b"discrepancy-report")
