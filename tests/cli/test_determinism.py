"""The same articles give the same bytes in every format, whatever the machine around them is set to."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.cli.formats import FORMATS
from tests.cli.conftest import Call

AROUND = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "80"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "80"},
]
_SCRIPT = """
import sys
from discrepancy.cli import run
for form in sys.argv[1].split(","):
    run(["compare", *sys.argv[2:], "--format", form, "--all", "--with-ledger", "--output", f"out.{form}"])
"""


@pytest.mark.parametrize("story", ["bakery", "quake"])
def test_hash_seed_locale_zone_and_order_change_no_byte_of_any_format(samples: Path, tmp_path: Path, story: str) -> None:
    paths = sorted(path for path in (samples / story).iterdir() if path.name != "gold.json")
    written = []
    for place, around in enumerate(AROUND):
        folder = tmp_path / str(place)
        folder.mkdir()
        random.Random(place).shuffle(paths)
        call = [sys.executable, "-c", _SCRIPT, ",".join(FORMATS), *map(str, paths)]
        subprocess.run(call, cwd=folder, env={**os.environ, **around}, check=True, timeout=120)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(written[0]) == sorted(f"out.{form}" for form in FORMATS)
    for name, content in written[0].items():
        assert content == written[1][name], name


def test_neither_the_folder_nor_the_working_directory_is_in_a_report(
    call: Call, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "unmistakable"
    shutil.copytree(samples / "bakery", there)
    one = call("compare", samples / "bakery", "--format", "json").out
    monkeypatch.chdir(tmp_path)
    assert call("compare", "unmistakable", "--format", "json").out == one
    assert "unmistakable" not in one
    assert str(tmp_path) not in one


def test_a_folder_and_its_files_one_by_one_find_the_same(call: Call, samples: Path) -> None:
    whole = json.loads(call("compare", samples / "bakery", "--format", "json").out)
    paths = sorted(path for path in (samples / "bakery").iterdir() if path.name != "gold.json")
    assert json.loads(call("compare", *paths[::-1], "--format", "json").out) == whole
