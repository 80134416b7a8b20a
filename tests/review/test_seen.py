"""What was there last time: kept beside a store of judgements, and only there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.review.loaded import Loaded
from discrepancy.review.seen import keep_seen, last_seen, seen_path
from discrepancy.review.session import Session
from tests.tui import fake


def opened(path: Path, report: Loaded) -> Session:
    """A review that begins with nothing read, as the program does."""
    empty = Loaded(replace(fake.report(()), articles=()), {})
    session = Session(empty, seen=last_seen(path))
    session.reload(report)
    return session


def test_a_second_look_says_what_is_new_changed_and_unchanged(tmp_path: Path) -> None:
    path = seen_path(tmp_path / "judgements.sqlite3", ("articles",))
    first = opened(path, fake.loaded(fake.findings()[1:]))
    assert first.news == {}
    assert not first.said_of(first.report.findings[0]) & {"new", "unchanged"}
    keep_seen(path, first.report)
    findings = fake.findings()
    changed = replace(findings[1], id="changed evidence", values=findings[1].values[:2])
    later = opened(path, fake.loaded((findings[0], changed, *findings[2:])))
    assert later.news == {"f001": "new", "changed evidence": "changed"}
    assert "unchanged" in later.said_of(findings[2])


def test_other_articles_have_their_own(tmp_path: Path) -> None:
    store = tmp_path / "judgements.sqlite3"
    assert seen_path(store, ("one",)) != seen_path(store, ("other",))
    assert seen_path(store, ("one", "other")) == seen_path(store, ("other", "one"))


def test_where_nothing_was_judged_nothing_is_left_behind(tmp_path: Path) -> None:
    path = seen_path(tmp_path / ".discrepancy" / "judgements.sqlite3", ("articles",))
    keep_seen(path, fake.report())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "held", [b"", b"[]", b"{}", b'{"format": "discrepancy-seen", "version": 2}', b'{"format": "discrepancy-seen", "version": 1}', b"\xff"]
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(held)
    assert last_seen(path) is None
