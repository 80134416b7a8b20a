"""The public functions: the same engine as the command line, imported only when used."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

import discrepancy
from discrepancy import Report, compare, extract, load
from discrepancy.cli import run
from discrepancy.errors import NothingToRead, UnusableSetting
from discrepancy.report.jsonreport import dumps


def test_the_names_are_listed_and_no_others_are_there() -> None:
    assert set(discrepancy.__all__) == {"Report", "__version__", "compare", "extract", "load"}
    assert set(discrepancy.__all__) <= set(dir(discrepancy))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        discrepancy.nonsense  # noqa: B018 -- the access is what is tested


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import sys, discrepancy; print([name for name in sys.modules if name.startswith('discrepancy.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


def test_load_takes_paths_one_by_one_or_together(samples: Path) -> None:
    paths = sorted((samples / "quake").glob("0*.json"))
    assert load(*paths) == load(paths) == load([str(path) for path in paths])
    assert load(paths, published="2031-05-04") == load(paths, published=datetime.date(2031, 5, 4))


def test_compare_gives_what_the_command_writes(samples: Path, tmp_path: Path) -> None:
    run(["compare", str(samples / "quake"), "--format", "json", "--output", str(tmp_path / "r.json")])
    report = compare(samples / "quake")
    assert isinstance(report, Report)
    assert json.loads((tmp_path / "r.json").read_bytes()) == json.loads(dumps(report))
    assert compare(load(samples / "quake")) == report


def test_extract_gives_slices_of_the_text() -> None:
    text = "Seven people paid $2.5 million yesterday."
    mentions = extract(text, "2031-05-04")
    assert [mention.kind for mention in mentions] == ["count", "money", "date"]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert extract(text, datetime.datetime(2031, 5, 4, 12)) == mentions
    assert extract("") == ()


def test_what_cannot_be_used_is_an_error_of_the_tree(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        load(tmp_path / "nowhere")
    with pytest.raises(UnusableSetting, match="YYYY-MM-DD"):
        load(tmp_path, published="soon")
    with pytest.raises(UnusableSetting, match="sensitivity"):
        compare(tmp_path, sensitivity="loud")  # type: ignore[arg-type]
