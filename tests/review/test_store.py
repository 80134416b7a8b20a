"""The store: what is written stays, whoever writes at the same time and whenever the program dies."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from discrepancy.errors import UnusableStore
from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.review.migrations import APPLICATION, VERSION
from discrepancy.review.store import Store, default_path

WRITER = """
import sys, uuid
from discrepancy.model.judgement import Judgement
from discrepancy.review.store import Store
store, name, number = Store(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for _ in range(number):
    one = Judgement(uuid.uuid4().hex, "f", "count", "note", name, "2031-05-04T10:00:00Z", note="n" * 2000)
    store.append(one)
    print(one.id, flush=True)
"""


def judgement(**fields: object) -> Judgement:
    made = {"id": uuid.uuid4().hex, "finding": "f", "kind": "count", "act": "confirm", "reviewer": "Ann", "at": "2031-05-04T10:00:00Z"}
    return Judgement(**{**made, **fields})  # type: ignore[arg-type]


def test_what_is_written_is_read_again_in_the_order_of_writing(tmp_path: Path) -> None:
    marks = (Anchor("01", "title", "ni‮ne \x1b[31m\x00", "é", "\n"),)
    said = tuple(
        judgement(at=f"2031-05-0{9 - day}T10:00:00Z", note="x\ny", values=("7", "9"), evidence=marks, marks=marks) for day in range(3)
    )
    with Store(tmp_path / "deep" / "j.sqlite3") as store:
        for one in said:
            store.append(one)
    with Store(tmp_path / "deep" / "j.sqlite3") as again:
        assert again.all() == said


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    assert Store(tmp_path / "a" / "j.sqlite3").all() == ()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_an_empty_store_and_reading_leaves_it_so(tmp_path: Path) -> None:
    (tmp_path / "j").touch()
    assert Store(tmp_path / "j").all() == ()
    assert (tmp_path / "j").read_bytes() == b""
    with Store(tmp_path / "j") as store:
        store.append(judgement())
        assert len(store.all()) == 1


def test_a_judgement_is_written_once(tmp_path: Path) -> None:
    one = judgement()
    with Store(tmp_path / "j") as store:
        assert store.extend([one, one]) == 1
        assert store.extend([one]) == 0
        assert store.all() == (one,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgement SET note = 'other'",
        "DELETE FROM judgement",
        "INSERT OR REPLACE INTO judgement SELECT * FROM judgement",
        "REPLACE INTO judgement SELECT * FROM judgement",
    ],
)
def test_what_is_written_cannot_be_changed(tmp_path: Path, statement: str) -> None:
    one = judgement(note="as it was")
    with Store(tmp_path / "j") as store:
        store.append(one)
    connection = sqlite3.connect(tmp_path / "j")
    with pytest.raises(sqlite3.DatabaseError, match=r"never|there is a judgement"), connection:
        connection.execute(statement)
    connection.close()
    assert Store(tmp_path / "j").all() == (one,)


def test_a_store_is_known_by_its_number_and_keeps_a_log(tmp_path: Path) -> None:
    with Store(tmp_path / "j") as store:
        store.append(judgement())
        connection = sqlite3.connect(tmp_path / "j")
        asked = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version", "journal_mode")]
        connection.close()
    assert asked == [APPLICATION, VERSION, "wal"]


def newer(path: Path) -> None:
    with Store(path) as store:
        store.append(judgement())
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


def other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (newer, "newer version of discrepancy"),
        (other_program, "another program's database"),
        (lambda path: path.write_text("not a database at all, but some text that is long enough" * 40), "no store of judgements"),
        (lambda path: path.mkdir(), "cannot be opened"),
    ],
    ids=["newer", "other", "text", "folder"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_left_as_it_was(tmp_path: Path, make: object, said: str) -> None:
    path = tmp_path / "j.sqlite3"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    for act in (Store(path).all, lambda: Store(path).append(judgement())):
        with pytest.raises(UnusableStore, match=said) as caught:
            act()
        assert str(caught.value).startswith("j.sqlite3: ")
        assert str(tmp_path) not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_store_in_a_place_that_cannot_be_written_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = judgement()
    with Store(tmp_path / "j") as store:
        store.append(one)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert Store(tmp_path / "j").all() == (one,)
    assert [path.name for path in tmp_path.iterdir()] == ["j"]


def write(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(number)], stdout=subprocess.PIPE, text=True)


def test_two_reviewers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [write(tmp_path / "j", name, 60) for name in ("Ann", "Bob", "Cleo")]
    told = [writer.communicate(timeout=60)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    kept = [one.id for one in Store(tmp_path / "j").all()]
    assert [len(ids) for ids in told] == [60, 60, 60]
    assert sorted(kept) == sorted(id for ids in told for id in ids)
    for ids in told:
        assert [id for id in kept if id in set(ids)] == ids


def test_a_process_killed_at_any_moment_loses_at_most_the_write_in_flight(tmp_path: Path) -> None:
    path, told = tmp_path / "j", list[str]()
    for turn in range(8):
        writer = write(path, "Ann", 100_000)
        assert writer.stdout is not None
        told.append(writer.stdout.readline().strip())
        time.sleep(0.003 * turn)
        os.kill(writer.pid, signal.SIGKILL)
        told += writer.communicate()[0].split()
        if len(told[-1]) < 32:
            told.pop()  # killed while it told of it
        with Store(path) as store:
            kept = [one.id for one in store.all()]
        assert set(told) <= set(kept)
        assert len(kept) - len(told) <= turn + 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert len(told) > 8


def test_the_store_lies_in_the_project_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk" / "story" / "old").mkdir(parents=True)
    story = tmp_path / "desk" / "story"
    (story / "a.txt").write_text("x")

    def at(*paths: str | Path) -> Path:
        found = default_path(paths)
        assert found.name == "judgements.sqlite3"
        assert found.parent.name == ".discrepancy"
        return found.parent.parent

    assert at(story) == at(story / "a.txt") == at(story / "a.txt", story / "old") == story
    monkeypatch.chdir(story)
    assert at("-") == at("a.txt") == at(".") == story
    (tmp_path / "desk" / "discrepancy.toml").write_text("")
    assert at(story) == tmp_path / "desk"
    (story / ".discrepancy").mkdir()
    assert at(story / "old") == story
