"""`discrepancy render`: a report in every format is what `compare` would have written."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.cli.formats import FORMATS
from tests.cli.conftest import Call


@pytest.mark.parametrize("form", FORMATS)
def test_a_stored_report_is_written_as_compare_writes_it(call: Call, story: Path, tmp_path: Path, form: str) -> None:
    call("compare", story, "--format", "json", "-o", tmp_path / "r.json")
    ended = call("render", tmp_path / "r.json", "--format", form, "--all")
    assert ended.status == 0
    assert ended.out == call("compare", story, "--format", form, "--all").out


def test_what_is_no_report_is_status_2(call: Call, story: Path) -> None:
    ended = call("render", story / "a.json")
    assert (ended.status, ended.out) == (2, "")
