"""Each line of the corpora is read as it says. A person extends them by a line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount, Mention

CORPUS = Path(__file__).parents[1] / "corpus"


def cases(kind: str) -> list[tuple[str, ...]]:
    lines = (CORPUS / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def read(sentence: str, left_out: tuple[str, ...] = ("date", "ordinal")) -> tuple[str, list[Mention]]:
    """The sentence without its brackets, and the mentions that touch what was bracketed (all, where nothing was)."""
    start, end = sentence.find("["), sentence.find("]")
    text = sentence if start < 0 else sentence[:start] + sentence[start + 1 : end] + sentence[end + 1 :]
    found = [m for m in read_mentions(text) if m.kind not in left_out]
    return text, [m for m in found if start < 0 or (m.start < end - 1 and m.end > start)]


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        pytest.param(kind, case, id=f"{kind}: {case[0]}")
        for kind in ("count", "money", "percent", "quantity", "duration", "age", "score", "ordinal")
        for case in cases(kind)
    ],
)
def test_a_line_of_the_corpus_is_read_as_it_says(kind: str, case: tuple[str, ...]) -> None:
    sentence, value, unit, approximation = (*case, "", "", "")[:4]
    text, found = read(sentence, ("date",) if kind == "ordinal" else ("date", "ordinal"))
    if approximation == "none":
        assert not [m for m in found if kind != "ordinal" or m.kind == "ordinal"]
        return
    assert len(found) == 1, found
    mention = found[0]
    amount = mention.value
    assert isinstance(amount, Amount)
    assert mention.text == text[mention.start : mention.end]
    assert mention.kind == kind
    if ".." in value:
        assert (amount.low, amount.high) == tuple(Decimal(end) for end in value.split(".."))
    else:
        assert amount.value == Decimal(value)
    assert (f"{amount.unit} per {amount.per}" if " per " in unit and amount.per else amount.unit) == unit
    assert amount.approximation == approximation
    if kind == "count" and len(case) > 4:
        assert amount.modifiers == tuple(case[4].split())
    if kind == "percent" and len(case) > 4:
        assert (amount.direction or "") == case[4]
