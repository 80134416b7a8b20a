"""Hostile articles from reading to every format: structure, terminal and spreadsheet stay ours."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.report.test_formats import HOSTILE, parsed, tokens

TEXT = "A bridge over the Ardle collapsed on Monday. {} people were hurt in the collapse, the police of {} said. {}"


@pytest.fixture(params=["markup", "control"])
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Two articles that differ, full of hostile words, under hostile file names."""
    words = (
        " ".join(word for word in HOSTILE if word != "\ud800") if request.param == "markup" else "\x1b]52;c;aGk=\x07\x9b\u202e\u2028\x00[/]"
    )
    story = tmp_path / "story"
    story.mkdir()
    for name, number in (("a\n<b>=1", "Seven"), ("@c,'d\"", "Nine")):
        record = {
            "source": words,
            "title": f"{number} hurt {words}",
            "url": "javascript:alert(1)",
            "text": TEXT.format(number, "Corrin", words),
        }
        (story / f"{name}.json").write_text(json.dumps(record))
    (story / "<script>.pdf").write_bytes(b"%PDF")
    return story


def test_nothing_an_article_says_acts_in_any_format(call: Call, folder: Path) -> None:
    shown = {form: call("compare", folder, "--format", form, "--all") for form in ("text", "html", "markdown", "csv", "json", "jsonl")}
    assert {ended.status for ended in shown.values()} == {1}
    for form, ended in shown.items():
        acting = {"\x1b", "\x07", "\x9b", "\u202e", "\x00"} & set(ended.out + ended.err)
        assert not acting - ({"\x9b", "\u202e"} if form in ("json", "jsonl") else set()), form
    root = parsed(shown["html"].out.encode())
    assert not [e for e in root.iter() if e.tag in ("script", "img", "b") and "class" not in e.attrib and not (e.text or "").isdigit()]
    assert not [e.attrib["href"] for e in root.iter("a") if not e.attrib["href"].startswith("#")]
    assert not {"html_block", "html_inline", "link_open", "image", "fence", "code_inline"} & (
        set(tokens(shown["markdown"].out.encode())) - {"html_inline"}
    )
    cells = [cell for row in csv.reader(io.StringIO(shown["csv"].out, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"-\d+(\.\d+)?", cell)]
    assert len(shown["jsonl"].out.splitlines()) >= len(json.loads(shown["json"].out)["findings"])


def test_a_hostile_report_still_verifies(call: Call, folder: Path, tmp_path: Path) -> None:
    call("compare", folder, "--format", "json", "-o", tmp_path / "r.json")
    assert call("verify", tmp_path / "r.json", folder).status == 0
    ended = call("verify", tmp_path / "r.json")
    assert ended.status == 0, ended.out
