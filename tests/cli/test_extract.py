"""`discrepancy extract`: every mention as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

SENTENCE = "At least 40 people aged 25 to 30 paid $2.5 million on 14 September 2023, 3.1 percent more than before."


def test_each_article_is_a_line_and_each_quote_a_slice(call: Call, story: Path) -> None:
    ended = call("extract", story)
    assert ended.status == 0
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    for line in lines:
        text = json.loads((story / f"{line['id']}.json").read_text())["text"]
        assert line["mentions"]
        assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in line["mentions"])


def test_lines_on_standard_input_are_answered_in_order(call: Call) -> None:
    asked = [{"id": 1, "text": SENTENCE, "reference_date": "2023-10-01T00:00:00"}, {"id": "b", "text": "", "reference_date": None}]
    ended = call("extract", "--jsonl", given="\n".join(map(json.dumps, asked)).encode())
    first, second = map(json.loads, ended.out.splitlines())
    assert (first["id"], second) == (1, {"id": "b", "mentions": []})
    found = {mention["kind"]: mention for mention in first["mentions"]}
    assert found["money"]["value"] == "2500000"
    assert found["money"]["unit"] == "USD"
    assert found["date"]["value"] == "2023-09-14"
    assert found["percent"]["value"] == "3.1"
    assert found["count"]["approximation"] == "at_least"
    assert found["count"]["interval"]["high"] is None


def test_the_reference_day_resolves_what_is_relative(call: Call) -> None:
    asked = {"id": "a", "text": "It happened yesterday.", "reference_date": "2023-10-01"}
    (mention,) = json.loads(call("extract", "--jsonl", given=json.dumps(asked).encode()).out)["mentions"]
    assert (mention["value"], mention["resolved"]) == ("2023-09-30", True)


def test_a_line_that_cannot_be_used_is_named_and_the_rest_answered(call: Call) -> None:
    given = (
        b'nonsense\n\xff\xfe\n[1]\n{"id": 1}\n{"id": 1, "text": "x", "reference_date": "soon"}\n{"id": 2, "text": "x"}\n' + b"[" * 50_000
    )
    ended = call("extract", "--jsonl", given=given)
    assert ended.status == 0
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [2]
    assert [f"line {number}:" in ended.err for number in (1, 2, 3, 4, 5, 6, 7)] == [True] * 5 + [False, True]


@pytest.mark.parametrize(("arguments", "given"), [(["--jsonl", "x"], b""), ([], b""), (["nowhere"], b""), (["--jsonl"], b"nonsense\n")])
def test_what_cannot_be_used_is_status_2(call: Call, arguments: list[str], given: bytes) -> None:
    assert call("extract", *arguments, given=given).status == 2


def test_nothing_in_is_nothing_out(call: Call) -> None:
    ended = call("extract", "--jsonl")
    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_a_title_is_read_too_and_says_so(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"title": "12 people hurt", "text": "A bridge fell and people were hurt, the police said."})
    )
    (mention, *_) = json.loads(call("extract", tmp_path).out)["mentions"]
    assert (mention["field"], mention["value"]) == ("title", "12")
