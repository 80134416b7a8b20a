"""The real program in a real terminal multiplexer: from typed keys to judgements in a store, and back on the next day."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from discrepancy.review.store import Store

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
PATIENCE = 30.0  # seconds
SERVERS = count()  # each window has a server of its own: a name is not free at once when its server ends
STORY = {
    "a": "Fire at the Hallam mill injures 12\n\nA fire at the Hallam mill on Monday injured 12 people, police said. "
    "The fire began on the second floor and was put out before noon.\n",
    "b": "Hallam mill burns\n\nA fire injured 12 people at the Hallam mill on Monday, the fire service said. "
    "Two roads were closed near the mill.\n",
    "c": "Mill fire: 19 hurt\n\nMonday's fire at the Hallam mill injured 19 people, a hospital spokesman said. "
    "The mill makes flour for bakeries in three towns.\n",
}


class Tmux:
    """One window of a tmux server of its own."""

    def __init__(self, folder: Path, columns: int, lines: int, command: list[str]) -> None:
        self.server = f"discrepancy-{os.getpid()}-{next(SERVERS)}"
        known = {name: value for name, value in os.environ.items() if name not in ("TMUX", "NO_COLOR")}
        self.environment = {**known, "XDG_CONFIG_HOME": str(folder), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        size = ("-x", str(columns), "-y", str(lines))
        self._tmux("-f", os.devnull, "new-session", "-d", *size, "-c", str(folder), f"{shlex.join(command)}; echo '$' left; sleep 60")

    def _tmux(self, *arguments: str) -> str:
        call = ["tmux", "-u", "-L", self.server, *arguments]
        return subprocess.run(call, env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout

    def until(self, wanted: str) -> str:
        """Wait until the screen shows it, and answer the screen."""
        last = time.monotonic() + PATIENCE
        while wanted not in (shown := self._tmux("capture-pane", "-p")):
            assert time.monotonic() < last, f"{wanted!r} never came:\n{shown}"
            time.sleep(0.05)
        return shown

    def type(self, keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", *keys.split())

    def close(self) -> None:
        """End the server and what runs in it."""
        subprocess.run(["tmux", "-L", self.server, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    for name, text in STORY.items():
        (tmp_path / "story" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def windows() -> Iterator[list[Tmux]]:
    opened: list[Tmux] = []
    yield opened
    for window in opened:
        window.close()


def opened(windows: list[Tmux], project: Path, reviewer: str, columns: int = 80, lines: int = 24) -> Tmux:
    for window in windows:
        window.close()
    window = Tmux(project, columns, lines, [sys.executable, "-m", "discrepancy", "view", "story", "--reviewer", reviewer])
    windows.append(window)
    return window


def test_from_typed_keys_to_a_saved_judgement(project: Path, windows: list[Tmux]) -> None:
    first = opened(windows, project, "Ann")
    first.until("0 of 1 judged")
    first.type("2")
    first.until("1 of 1 judged")
    first.type("d m")
    first.until("– misread")
    first.type("i")
    first.until("Note:")
    first.type("c h e c k C-s")
    first.until("✎ check")
    store = Store(project / "story" / ".discrepancy" / "judgements.sqlite3")
    kept = store.all()
    assert [(one.act, one.reason, one.note, one.right, one.reviewer) for one in kept] == [
        ("confirm", None, "", ("19",), "Ann"),
        ("dismiss", "misread", "", (), "Ann"),
        ("note", None, "check", (), "Ann"),
    ]
    first.type("q")
    first.until("$ left")
    (project / "story" / "d.txt").write_text(STORY["c"].replace("19", "23").replace("Mill", "The mill"), encoding="utf-8")
    again = opened(windows, project, "Bo", 160, 45)
    told = again.until("the values have changed; judged on")
    assert "judged by Bo" in told
    assert "changed" in told
    assert "reopened" in told


def test_a_passage_split_off_stays_away_when_the_articles_are_read_again(project: Path, windows: list[Tmux]) -> None:
    window = opened(windows, project, "Ann")
    window.until("0 of 1 judged")
    window.type("x")
    window.until("r reads again")
    window.type("r")
    assert "“12” does not belong  Ann" in window.until("changed")
    store = Store(project / "story" / ".discrepancy" / "judgements.sqlite3")
    (kept,) = store.all()
    assert (kept.act, [mark.article for mark in kept.marks]) == ("split", ["a"])
    window.type("u")
    window.until("undone")
    window.type("r")
    last = time.monotonic() + PATIENCE
    while "does not belong" in window.until("0 of 1 judged"):
        assert time.monotonic() < last
    assert len(store.all()) == 2
