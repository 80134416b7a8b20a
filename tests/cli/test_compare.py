"""`discrepancy compare`: statuses, formats, options, and input that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import discrepancy.pipeline
from discrepancy.model.article import Story
from discrepancy.model.report import Report
from discrepancy.model.settings import Settings
from discrepancy.report.jsonreport import loads, schema
from tests.cli.conftest import HURT, Call, written
from tests.report.stories import ferry


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that comparisons were asked for, with an answer that is written by hand."""
    settings: list[Settings] = []

    def answer(_story: Story, given: Settings, *_: object) -> Report:
        settings.append(given)
        return ferry()

    monkeypatch.setattr(discrepancy.pipeline, "compare_story", answer)
    return settings


def without(verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = ferry()
    kept = tuple(finding for finding in report.findings if finding.verdict != verdict)
    answer = Report(report.format, report.version, report.tool, report.settings, report.articles, report.skipped, kept)
    monkeypatch.setattr(discrepancy.pipeline, "compare_story", lambda *_: answer)


def test_two_figures_for_one_thing_are_found(call: Call, story: Path) -> None:
    ended = call("compare", story)
    assert ended.status == 1
    assert "CONFLICT" in ended.out
    assert "a Paper A" in ended.out
    assert "Seven people" in ended.out
    assert "Nine people" in ended.out


def test_the_json_report_follows_its_schema_and_quotes_what_is_there(call: Call, story: Path) -> None:
    ended = call("compare", story, "--format", "json")
    assert (ended.status, ended.err) == (1, "")
    report = json.loads(ended.out)
    jsonschema.validate(report, schema())
    for finding in report["findings"]:
        for value in finding["values"]:
            for mention in value["mentions"]:
                text = json.loads((story / f"{mention['article']}.json").read_text())[mention["field"]]
                assert text[mention["start"] : mention["end"]] == mention["quote"]
                assert text[mention["sentence"]["start"] : mention["sentence"]["end"]] == mention["sentence"]["text"]


def test_the_order_of_arguments_does_not_change_a_byte(call: Call, story: Path) -> None:
    paths = sorted(story.iterdir())
    assert call("compare", *paths, "--format", "json") == call("compare", *paths[::-1], "--format", "json")


@pytest.mark.parametrize(
    ("options", "status"),
    [([], 1), (["--fail-on", "conflict"], 1), (["--fail-on", "imprecise"], 1), (["--fail-on", "never"], 0), (["--exit-zero"], 0)],
)
def test_a_conflict_gives_status_1_unless_told_otherwise(
    call: Call, story: Path, asked: list[Settings], options: list[str], status: int
) -> None:
    assert call("compare", story, *options).status == status
    assert len(asked) == 1


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--fail-on", "imprecise"], 1), (["--fail-on", "imprecise", "--exit-zero"], 0)])
def test_without_a_conflict_the_status_is_what_was_asked(
    call: Call, story: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], status: int
) -> None:
    without("conflict", monkeypatch)
    assert call("compare", story, *options).status == status


def test_agreements_are_in_the_json_always_and_in_the_text_when_asked(call: Call, story: Path, asked: list[Settings]) -> None:
    assert "AGREE" not in call("compare", story).out
    assert "AGREE" in call("compare", story, "--all").out
    assert '"agree"' in call("compare", story, "--format", "json").out
    assert [settings.all_findings for settings in asked] == [False, True, False]


def test_settings_reach_the_comparison(call: Call, story: Path, asked: list[Settings]) -> None:
    call("compare", story, "--published", "2031-05-04", "--sensitivity", "wide", "--with-ledger")
    assert [str(asked[0].published), asked[0].sensitivity, asked[0].with_ledger] == ["2031-05-04", "wide", True]


@pytest.mark.parametrize("form", ["json", "text"])
def test_output_goes_to_a_file_and_nothing_to_standard_output(
    call: Call, story: Path, asked: list[Settings], tmp_path: Path, form: str
) -> None:
    ended = call("compare", story, "--format", form, "--output", tmp_path / "out")
    assert (ended.status, ended.out) == (1, "")
    assert (tmp_path / "out").read_bytes().decode() == call("compare", story, "--format", form).out


def test_a_file_that_cannot_be_written_is_status_2(call: Call, story: Path, asked: list[Settings], tmp_path: Path) -> None:
    ended = call("compare", story, "--output", tmp_path / "no" / "out")
    assert ended.status == 2
    assert "out cannot be written" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "Missing argument"),
        (["compare", "x", "--format", "pdf"], "'pdf' is not one of"),
        (["compare", "x", "--fail-on", "agree"], "'agree' is not one of"),
        (["compare", "x", "--published", "04/05/2031"], "write it as YYYY-MM-DD"),
        (["compare", "x", "--nonsense"], "No such option"),
        (["compare", "nowhere"], "nowhere: there is no such file or folder"),
        (["nonsense"], "No such command"),
    ],
)
def test_arguments_that_cannot_be_used_are_status_2(call: Call, arguments: list[str], said: str) -> None:
    ended = call(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


def test_what_is_skipped_is_told_of_and_changes_no_status(call: Call, story: Path) -> None:
    (story / "c.pdf").write_bytes(b"%PDF")
    (story / "d.json").write_text('{"text": ')
    ended = call("compare", story, "--format", "json")
    assert ended.status == 1
    assert [skipped["path"] for skipped in json.loads(ended.out)["skipped"]] == ["c.pdf", "d.json"]
    assert "discrepancy: skipped c.pdf: " in ended.err
    assert "discrepancy: skipped d.json: line 1, column 10: broken JSON" in ended.err


def test_when_every_input_is_skipped_the_status_is_2(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    ended = call("compare", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert "a.json: it has no `text`" in ended.err
    assert "b.txt: it is a binary file" in ended.err


def test_one_article_alone_is_told_so_and_still_contradicts_itself(call: Call, tmp_path: Path) -> None:
    text = (
        HURT.format("Seven")
        + "\n\nThe hospital was full by night. In all, nine people were hurt in the collapse, the police of Corrin said."
    )
    ended = call("compare", written(tmp_path / "one", a=text), "--format", "json")
    assert ended.status in (0, 1)
    assert "a is the only article: there is nothing to compare it with" in ended.err
    assert all(finding["causes"].count("internal") for finding in json.loads(ended.out)["findings"] if finding["verdict"] != "agree")


def test_standard_input_is_read(call: Call, story: Path) -> None:
    lines = "\n".join(json.dumps(json.loads(path.read_text())) for path in sorted(story.iterdir()))
    ended = call("compare", "-", "--format", "json", given=lines.encode())
    assert ended.status == 1
    assert [article["id"] for article in loads_articles(ended.out)] == ["stdin-1", "stdin-2"]


def loads_articles(written: str) -> list[dict[str, str]]:
    loads(written.encode())
    articles: list[dict[str, str]] = json.loads(written)["articles"]
    return articles


def test_a_page_in_the_report_carries_its_text(call: Call, samples: Path) -> None:
    report = loads(call("compare", samples / "quake", "--format", "json").out.encode())
    texts = {article.id: article.text for article in report.articles if article.path.endswith(".html")}
    assert texts
    for finding in report.findings:
        for value in finding.values:
            for mention in value.mentions:
                if mention.field == "text" and (text := texts.get(mention.article)) is not None:
                    assert text[mention.start : mention.end] == mention.quote


def test_a_fault_of_the_program_is_status_3_and_asks_for_a_report(call: Call, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Report:
        raise ZeroDivisionError("\x1b[2Joops")

    monkeypatch.setattr(discrepancy.pipeline, "compare_story", broken)
    ended = call("compare", story)
    assert (ended.status, ended.out) == (3, "")
    assert "ZeroDivisionError: ␛[2Joops" in ended.err


def test_an_interrupt_is_status_130(call: Call, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(discrepancy.pipeline, "compare_story", stopped)
    assert call("compare", story).status == 130
