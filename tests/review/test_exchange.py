"""Judgements as documents: they come back as they went, no cell runs, and what is broken is refused with its place."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from discrepancy.errors import UnusableJudgements
from discrepancy.review.exchange import COLUMNS, WRITERS, read, schema_bytes
from discrepancy.review.merging import disagreements, merge
from discrepancy.review.store import Store
from discrepancy.review.told import disagreement, line
from tests.review.judging import HOSTILE, at, judgements


@pytest.mark.parametrize("form", WRITERS)
def test_they_come_back_as_they_went(form: str) -> None:
    assert read(WRITERS[form](judgements())) == judgements()
    assert read(WRITERS[form](())) == ()


@pytest.mark.parametrize("form", WRITERS)
def test_a_byte_order_mark_and_windows_lines_are_no_trouble(form: str) -> None:
    said = tuple(replace(one, note="plain") for one in judgements())
    written = WRITERS[form](said).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert read(b"\xef\xbb\xbf" + written) == said


def test_no_cell_runs_or_steers() -> None:
    hostile = tuple(replace(one, reviewer=HOSTILE, note=HOSTILE, values=(HOSTILE,)) for one in judgements())
    rows = list(csv.reader(io.StringIO(WRITERS["csv"](hostile).decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        assert len(row) == len(COLUMNS)
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert cell.isprintable()
            assert "\u202e" not in cell
    assert read(WRITERS["csv"](hostile)) == hostile


def test_the_json_document_follows_its_schema() -> None:
    asked = json.loads(schema_bytes())
    jsonschema.Draft202012Validator.check_schema(asked)
    jsonschema.validate(json.loads(WRITERS["json"](judgements())), asked)
    broken = json.loads(WRITERS["json"](judgements()))
    broken["judgements"][0]["act"] = "like"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, asked)


def changed(**fields: Any) -> bytes:
    return json.dumps({**asdict(judgements()[0]), **fields}).encode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"some words", "line 1: it is not JSON"),
        (b'{"format": "other"}', "`format` is not"),
        (b'{"format": "discrepancy-judgements", "version": 2}', "version 2"),
        (b'{"format": "discrepancy-judgements", "version": 1, "judgements": {}}', "no list"),
        (b"[1]", "line 1: it is no judgement"),
        (changed(act="like"), "line 1: it is no judgement"),
        (changed(id="7"), "32 hex digits"),
        (changed(at="yesterday"), "`at` is no moment"),
        (changed(reviewer=" "), "`reviewer` is empty"),
        (changed() + b"\n" + changed(reason="bored"), "line 2: it is no judgement"),
        (b"at,reviewer,act,reason\r\n1,2,3,4\r\n", "line 2: it is not JSON"),
        (b"[" * 100_000, "line 1"),
    ],
)
def test_what_is_broken_is_refused_with_its_place(written: bytes, said: str) -> None:
    with pytest.raises(UnusableJudgements) as caught:
        read(written)
    assert said in str(caught.value)


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    ann, bob = judgements()[:3], judgements()[3:]
    with Store(tmp_path / "j") as store:
        assert (merge(store, ann).new, merge(store, bob).new) == (3, 3)
        again = merge(store, judgements())
        assert (again.new, again.known, again.altered) == (0, 6, ())
        assert store.all() == judgements()


def test_a_judgement_that_was_altered_on_the_way_is_not_taken(tmp_path: Path) -> None:
    with Store(tmp_path / "j") as store:
        said = judgements()
        merge(store, said)
        forged = replace(said[0], reviewer="Bob")
        assert merge(store, (forged,)).altered == (forged,)
        assert store.all() == said


def test_two_reviewers_differ_where_they_judge_one_finding_on_the_same_values() -> None:
    said = judgements()
    assert disagreements(said) == ((said[0], said[3]),)
    told = disagreement((said[0], said[3]))
    assert "Ann: dismissed: both can be true" in told
    assert "Bob: confirmed: 38 is right" in told
    assert disagreements([said[0], replace(said[3], values=("1",))]) == ()
    assert disagreements([said[0], replace(said[3], kind="money")]) == ()
    assert disagreements([said[0], replace(said[3], reviewer="Ann")]) == ()


def test_a_finding_of_another_id_is_the_same_where_most_of_its_quotes_are() -> None:
    said = judgements()
    elsewhere = replace(said[3], finding="other", evidence=said[3].evidence[:2])
    assert disagreements([said[0], elsewhere]) == ((said[0], elsewhere),)
    apart = replace(said[3], finding="other", evidence=tuple(replace(one, prefix="x" * 32, suffix="y" * 32) for one in said[3].evidence))
    assert disagreements([said[0], apart]) == ()


def test_a_change_of_mind_ends_a_disagreement() -> None:
    said = judgements()
    agrees = replace(said[0], id="f" * 32, reviewer="Bob", at=at(30))
    assert disagreements([*said, agrees]) == ()


def test_a_line_is_one_line_that_steers_nothing() -> None:
    for one in judgements():
        told = line(replace(one, reviewer=HOSTILE, note=HOSTILE))
        assert told.isprintable()
        assert "\u202e" not in told
