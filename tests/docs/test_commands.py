"""What the documentation says is so: each command in it runs, each example of a verdict holds, each link leads somewhere."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

import discrepancy
from discrepancy.extraction import read_mentions
from discrepancy.normalise.relation import relate
from discrepancy.report.words import CAUSES, VERDICTS
from tests.cli.conftest import Call, call

__all__ = ["call"]  # the fixture

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
PAGES = ["fact-checkers.md", "editors.md", "auditors.md", "judgements.md", "python.md", "verdicts.md"]


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[tuple[list[str], str]]:
    """Each command's words with the exit status that the page tells."""
    found = []
    for line in "".join(blocks(page, "sh")).splitlines():
        command, _, note = line.partition("#")
        status = re.fullmatch(r"\s*exit status (\d+|any)", note) if note else None
        assert not note or status, line
        found.append((shlex.split(command), status[1] if status else "0"))
    return found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples, as a reader of the documentation has it."""
    shutil.copytree(REPOSITORY / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if page != "verdicts.md"])
def test_each_command_runs(call: Call, desk: Path, page: str) -> None:
    told = commands(page)
    assert told
    for configuration in blocks(page, "toml"):
        (desk / "discrepancy.toml").write_text(configuration)
        assert call("config").out.count("discrepancy.toml") == len(configuration.splitlines())
        (desk / "discrepancy.toml").unlink()
    for words, status in told:
        assert words[0] == "discrepancy", words
        if "ID" in words:
            words[words.index("ID")] = json.loads((desk / "report.json").read_text())["findings"][0]["id"]
        ended = call(*words[1:])
        expected = {0, 1} if status == "any" else {int(status)}
        assert ended.status in expected, (words, ended.err)
        assert ended.out or "--output" in words, words


def test_the_python_runs(desk: Path) -> None:
    code = "".join(blocks("python.md", "python"))
    assert code.count("assert") >= 4
    exec(compile(code, "python.md", "exec"), {})


def test_the_python_of_the_package_is_the_one_described() -> None:
    for name in ("load", "extract", "compare"):
        assert f"{name}(" in (DOCS / "python.md").read_text(encoding="utf-8")
        assert name in discrepancy.__all__


def examples() -> list[tuple[str, str, str, str]]:
    text = (DOCS / "verdicts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*?) \| (.*?) \| (conflict|imprecise|agree) \| (.*?) ?\|$", text, re.MULTILINE)
    assert len(rows) >= 10
    return rows


@pytest.mark.parametrize(("one", "other", "verdict", "causes"), examples())
def test_each_example_of_a_verdict_holds(one: str, other: str, verdict: str, causes: str) -> None:
    (left,), (right,) = read_mentions(one, None), read_mentions(other, None)
    relation = relate(left.value, right.value)
    assert {"exclusive": "conflict", "compatible": "imprecise", "same": "agree"}[relation.stand] == verdict
    if verdict != "agree":
        assert ", ".join(relation.causes) == causes


def test_every_verdict_and_cause_has_its_heading() -> None:
    headings = re.findall(r"^### (.*)$", (DOCS / "verdicts.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted([*VERDICTS, *CAUSES])


@pytest.mark.parametrize("page", [*(f"docs/{page}" for page in PAGES), "README.md"])
def test_every_link_leads_somewhere(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    links = [
        link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link and (page != "README.md" or link.startswith("docs/"))
    ]
    missing = [link for link in links if not ((REPOSITORY / page).parent / link).exists()]
    assert missing == []


def test_every_page_is_reachable_from_the_readme() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if f"docs/{page}" not in text] == []
