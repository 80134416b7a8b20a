"""The configuration file: where it is found, what it changes, and that `config` says where each value came from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import discrepancy.pipeline
from discrepancy.cli.commands import COMMANDS, program
from discrepancy.cli.config import SETTINGS, find
from discrepancy.cli.formats import FORMATS
from discrepancy.errors import UnusableSetting
from discrepancy.model.article import Story
from discrepancy.model.report import Report
from discrepancy.model.settings import Settings
from tests.cli.conftest import Call
from tests.report.stories import ferry


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder below the one that the tests write a configuration to, and the current one."""
    folder = tmp_path / "below"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def rows(shown: str) -> dict[str, tuple[str, str]]:
    return {line.split()[0]: (line.split()[1], line.split()[2]) for line in shown.splitlines()}


def test_without_a_file_all_is_by_default(call: Call, here: Path) -> None:
    shown = rows(call("config").out)
    assert list(shown) == list(SETTINGS)
    assert {origin for _, origin in shown.values()} == {"default"}
    assert shown["sensitivity"] == ("normal", "default")
    assert shown["published"] == ("-", "default")


@pytest.mark.parametrize(("name", "head"), [("discrepancy.toml", ""), ("pyproject.toml", "[tool.discrepancy]\n")])
def test_a_file_above_is_found_and_a_flag_goes_before_it(call: Call, here: Path, name: str, head: str) -> None:
    (here.parent / name).write_text(f'{head}sensitivity = "wide"\npublished = 2031-05-04\nall = true\nquiet = true\n')
    shown = rows(call("config", "--sensitivity", "strict", "--no-quiet").out)
    assert shown["sensitivity"] == ("strict", "flag")
    assert shown["published"] == ("2031-05-04", os.path.join("..", name))
    assert shown["all"] == ("true", os.path.join("..", name))
    assert shown["quiet"] == ("false", "flag")
    assert shown["format"] == ("text", "default")


def test_the_nearest_file_holds_and_discrepancy_toml_goes_first(here: Path) -> None:
    (here.parent / "discrepancy.toml").write_text('format = "json"')
    (here / "pyproject.toml").write_text("[project]\n")
    assert find(here).values == {"format": "json"}
    (here / "pyproject.toml").write_text('[tool.discrepancy]\nformat = "csv"')
    assert find(here).values == {"format": "csv"}
    (here / "discrepancy.toml").write_text("")
    assert find(here).values == {}


def test_settings_reach_the_comparison_and_flags_overrule_them(
    call: Call, here: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Settings] = []

    def answer(_story: Story, given: Settings, *_: object) -> Report:
        asked.append(given)
        return ferry()

    monkeypatch.setattr(discrepancy.pipeline, "compare_story", answer)
    (here / "discrepancy.toml").write_text(
        'format = "jsonl"\nwith-ledger = true\nsensitivity = "strict"\npublished = "2031-05-04"\nfail-on = "never"\nall = true'
    )
    ended = call("compare", story)
    assert (ended.status, len(ended.out.splitlines())) == (0, 3)
    assert (asked[0].with_ledger, asked[0].sensitivity, str(asked[0].published), asked[0].all_findings) == (
        True,
        "strict",
        "2031-05-04",
        True,
    )
    assert call("compare", story, "--fail-on", "conflict", "--without-ledger", "--no-all").status == 1
    assert (asked[1].with_ledger, asked[1].all_findings) == (False, False)
    assert call("--no-config", "compare", story).status == 1
    assert asked[2] == Settings()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("sensitivty = 1", "there is no setting 'sensitivty'"),
        ('sensitivity = "loud"', "sensitivity is one of strict, normal, wide, not 'loud'"),
        ("all = 1", "all is true or false, not 1"),
        ('published = "May"', "published is a day, YYYY-MM-DD, not 'May'"),
        ("published = 2031-05-04T10:00:00", "published is a day"),
        ("format = [", "it is not valid TOML"),
        ("fail-on = []", "fail-on is one of"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(call: Call, here: Path, story: Path, content: str, said: str) -> None:
    (here / "discrepancy.toml").write_text(content)
    ended = call("compare", story)
    assert (ended.status, ended.out) == (2, "")
    assert f"discrepancy.toml: {said}" in ended.err
    assert call("--no-config", "compare", story).status == 1


def test_a_tool_table_that_is_no_table_is_named(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool]\ndiscrepancy = 1")
    with pytest.raises(UnusableSetting, match=r"pyproject\.toml: tool\.discrepancy is no table"):
        find(here)


def test_every_setting_is_a_flag_of_the_commands_that_it_names() -> None:
    context = click.Context(program)
    for key, setting in SETTINGS.items():
        for name in setting.commands:
            command: click.Command | None = program
            for word in name.split():
                assert isinstance(command, click.Group)
                command = command.get_command(context, word)
            assert command is not None
            options = {param.name: param.opts for param in command.params}
            assert f"--{key}" in options[setting.parameter], (key, name)
    assert SETTINGS["format"].choices == tuple(FORMATS)


def test_quiet_tells_only_errors_and_verbose_what_is_done(call: Call, story: Path) -> None:
    (story / "c.pdf").write_bytes(b"%PDF")
    assert call("compare", story, "--quiet").err == ""
    assert "skipped c.pdf" in call("compare", story).err
    assert "compared 2 articles, 1 skipped" in call("compare", story, "--verbose").err
    assert "there is no such file" in call("compare", "nowhere", "--quiet").err


@pytest.mark.parametrize("arguments", [["compare", "nowhere"], ["compare", "x", "--format", "pdf"]])
def test_errors_as_json_are_one_object_a_line(call: Call, arguments: list[str]) -> None:
    ended = call(*arguments, "--log-format", "json")
    assert ended.status == 2
    assert [json.loads(line)["level"] for line in ended.err.splitlines()] == ["error"]


def test_a_call_forgets_what_the_one_before_asked_for(call: Call) -> None:
    call("compare", "nowhere", "--log-format", "json")
    assert call("compare", "nowhere").err.startswith("discrepancy: ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(call: Call, shell: str) -> None:
    ended = call("completion", shell)
    assert ended.status == 0
    assert "_DISCREPANCY_COMPLETE" in ended.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("discrepancy ", set(COMMANDS)),
        ("discrepancy compare --form", {"--format"}),
        ("discrepancy judgements ", {"list", "export", "import", "calls"}),
    ],
)
def test_commands_and_options_are_completed(words: str, offered: set[str]) -> None:
    asked = {"_DISCREPANCY_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    start = "import sys; sys.argv[0] = 'discrepancy'; from discrepancy.cli import main; main()"
    ended = subprocess.run([sys.executable, "-c", start], capture_output=True, env={**os.environ, **asked}, timeout=60, check=False)
    assert {line.partition(",")[2] for line in ended.stdout.decode().splitlines()} == offered
