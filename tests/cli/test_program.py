"""The program as a person starts it: another process, its streams, its speed."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discrepancy import __version__
from discrepancy.cli.commands import COMMANDS
from discrepancy.report.jsonreport import schema_bytes
from tests.cli.conftest import Call

PROGRAM = [sys.executable, "-m", "discrepancy"]


def started(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, env={**os.environ, **environment}, timeout=60, check=False)


def on_a_terminal(*arguments: object, **environment: str) -> tuple[int, str]:
    """Exit status and what a terminal of 80 columns gets from both streams."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", **environment}
    with subprocess.Popen([*PROGRAM, *map(str, arguments)], stdin=slave, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        written = b""
        try:
            while block := os.read(master, 65536):
                written += block
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        return process.wait(60), written.decode()


def test_the_version_is_told_before_anything_is_imported() -> None:
    listed = started("--version", PYTHONPROFILEIMPORTTIME="1")
    assert listed.stdout.decode() == f"discrepancy {__version__}\n"
    imported = {line.rpartition("|")[2].strip() for line in listed.stderr.decode().splitlines()}
    assert not {name.partition(".")[0] for name in imported} & {"click", "msgspec", "textual", "trafilatura", "dateparser", "dataclasses"}


def test_the_version_answers_at_once() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        started("--version")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.15


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(call: Call, command: str) -> None:
    ended = call(command, "--help")
    assert ended.status == 0
    assert f"discrepancy {command}" in ended.out


def test_the_help_of_the_program_lists_every_command(call: Call) -> None:
    shown = call("--help").out
    assert all(f"  {command} " in shown for command in COMMANDS)
    assert call("-h").out == shown


def test_the_schema_is_printed(call: Call) -> None:
    assert call("schema").out.encode() == schema_bytes()


def test_the_same_bytes_under_another_hash_seed_locale_and_zone(samples: Path) -> None:
    one = started("compare", samples / "quake", "--format", "json", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    two = started("compare", samples / "quake", "--format", "json", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    assert one.stdout == two.stdout
    assert json.loads(one.stdout)["findings"]


def test_a_pipe_gets_neither_colour_nor_progress(story: Path) -> None:
    ended = started("compare", story)
    assert b"\x1b" not in ended.stdout + ended.stderr
    assert ended.stderr == b""


def test_a_terminal_gets_colour_and_progress_that_is_wiped(story: Path) -> None:
    status, shown = on_a_terminal("compare", story, NO_COLOR="")
    assert status == 1
    assert "\x1b[1;31m✗ CONFLICT\x1b[0m" in shown
    assert "reading 0/2" in shown
    assert shown.index("\r\x1b[K") < shown.index("CONFLICT")


def test_no_color_holds(story: Path) -> None:
    status, shown = on_a_terminal("compare", story, NO_COLOR="1")
    assert status == 1
    assert "\x1b[1;31m" not in shown
    assert "✗ CONFLICT" in shown


def test_an_output_that_is_not_unicode_gets_plain_marks(story: Path) -> None:
    ended = started("compare", story, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.stdout.isascii()
    assert b"x CONFLICT" in ended.stdout


def test_a_reader_that_leaves_early_is_no_error(samples: Path) -> None:
    command = f"{sys.executable} -m discrepancy compare {samples / 'quake'} --format json | head -c 10"
    ended = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert (len(ended.stdout), ended.stderr) == (10, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_an_error_and_not_a_silence(story: Path) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([*PROGRAM, "compare", str(story)], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ended.returncode == 2
    assert b"standard output cannot be written: No space left on device" in ended.stderr


def test_view_without_a_terminal_is_refused(story: Path) -> None:
    ended = started("view", story)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert b"view needs a terminal" in ended.stderr
