"""The real program on a real terminal: what it writes, byte by byte, and how it ends."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

fcntl = pytest.importorskip("fcntl", reason="no pseudo-terminals here")
pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
termios = pytest.importorskip("termios", reason="no pseudo-terminals here")

PROGRAM = "from tests.tui.driving import loading; from discrepancy.tui.app import run; run(loading(), 'samples/ferry')"
PATIENCE = 30.0  # seconds; a loaded machine is slow


class Terminal:
    """The program on a pseudo-terminal; `written` is all that it has written."""

    def __init__(self, columns: int, lines: int, **environment: str) -> None:
        self.own, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TEXTUAL")}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=Path(__file__).parents[2], start_new_session=True,
            env={**known, "XDG_CONFIG_HOME": "/nonexistent", "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
        )  # fmt: skip
        os.close(theirs)
        self.written = b""

    def read_until(self, wanted: bytes) -> None:
        """Read on until `wanted` has been written."""
        start = len(self.written)
        until = time.monotonic() + PATIENCE
        while wanted not in self.written[start:]:
            assert time.monotonic() < until, f"{wanted!r} never came"
            self._read(0.1)

    def _read(self, seconds: float) -> None:
        if select.select([self.own], [], [], seconds)[0]:
            try:
                self.written += os.read(self.own, 65536)
            except OSError:  # the other end is closed
                time.sleep(seconds)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.own, keys)

    def end(self) -> int:
        """Wait for its end, and answer its exit status."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._read(0.1)
        if self.process.poll() is None:
            self.process.kill()
        os.close(self.own)
        return self.process.wait()


def test_keys_typed_lead_to_the_article_and_no_byte_of_it_is_obeyed() -> None:
    terminal = Terminal(160, 45)
    terminal.read_until(b"5 conflicts")
    terminal.type(b"G")
    terminal.read_until(b"470 is 412 and 58")
    terminal.type(b"\r")
    terminal.read_until(b"UPDATED 2h ago")
    terminal.type(b"q")
    assert terminal.end() == 0
    for obeyed in (b"\x1b]52;c;aGVsbG8=", b"\x9b31m", "\u202e".encode(), "\u200b".encode()):
        assert obeyed not in terminal.written
    assert "␛]52;c;aGVsbG8=␇".encode() in terminal.written
    assert b"\x1b[?1049l" in terminal.written, "the terminal was not given back"


def test_without_colour_every_verdict_still_has_its_sign_and_word() -> None:
    terminal = Terminal(80, 24, NO_COLOR="1")
    terminal.read_until(b"5 conflicts")
    terminal.type(b"q")
    assert terminal.end() == 0
    assert "✗ conflict".encode() in terminal.written
    assert b"38;2;255;107;107" not in terminal.written
