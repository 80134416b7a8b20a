"""A file holds the old report or the whole new one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from discrepancy.errors import UnusableSetting
from discrepancy.report import saving


def test_it_writes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    saving.save(tmp_path / "r.json", b"one")
    saving.save(tmp_path / "r.json", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"r.json": b"two"}


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "r.json").write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnusableSetting, match=r"r\.json cannot be written: No space left on device"):
        saving.save(tmp_path / "r.json", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"r.json": b"old"}


def test_permissions_are_kept_or_those_of_an_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    saving.save(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    (tmp_path / "new").chmod(0o600)
    saving.save(tmp_path / "new", b"y")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    saving.save(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


@pytest.mark.parametrize("name", ["missing/r.json", ".", "a" * 300])
def test_a_place_that_cannot_be_written_is_a_plain_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableSetting, match="cannot be written"):
        saving.save(tmp_path / name, b"x")


def test_a_device_is_written_to_and_stays_one() -> None:
    saving.save(os.devnull, b"x")
    assert not Path(os.devnull).is_file()
