"""`judgements`, `score`, and `compare` and `verify` with judgements: the store is an input like the articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import discrepancy
from discrepancy.cli.config import find
from discrepancy.model import Story
from discrepancy.model.judgement import Judgement
from discrepancy.model.report import Report
from discrepancy.model.settings import Settings
from discrepancy.pipeline import compare_story
from discrepancy.report.jsonreport import dumps, loads, schema
from discrepancy.review.attach import anchor
from discrepancy.review.standing import judged
from discrepancy.review.store import Store, default_path
from tests.cli.conftest import HURT, Call, written
from tests.review.judging import HOSTILE, at

Keep = Callable[..., Judgement]


@pytest.fixture
def keep(story: Path) -> Keep:
    """Judge the story's conflict, and keep it in the story's own store."""

    def kept(act: str, minute: int = 1, who: str = "Ann", **more: Any) -> Judgement:
        (finding,) = [f for f in discrepancy.compare(story).findings if f.verdict == "conflict"]
        if act in ("split", "join", "merge"):
            more["marks"] = (anchor(finding.values[-1].mentions[0]),)
        one = judged(finding, act, who, at(minute), **more)  # type: ignore[arg-type]
        with Store(default_path([story])) as store:
            store.append(one)
        return one

    return kept


def report_of(call: Call, *arguments: object) -> Report:
    return loads(call("compare", *arguments, "--format", "json", "--exit-zero").out.encode())


def test_without_the_flag_a_report_is_made_of_the_articles_alone(call: Call, story: Path, keep: Keep) -> None:
    before = call("compare", story, "--format", "json")
    keep("dismiss", reason="misread")
    keep("split")
    assert call("compare", story, "--format", "json") == before
    assert "judgements" not in json.loads(before.out)


def test_with_it_the_report_carries_them_and_follows_the_schema(call: Call, story: Path, keep: Keep) -> None:
    one = keep("confirm", note=HOSTILE, right=("7",))
    document = json.loads(call("compare", story, "--with-judgements", "--format", "json").out)
    jsonschema.validate(document, schema())
    (told,) = document["judgements"]
    assert list(told)[:7] == ["finding", "act", "reviewer", "at", "reason", "note", "values"]
    assert (told["finding"], told["note"], told["values"], told["reopened"]) == (document["findings"][0]["id"], HOSTILE, ["7", "9"], False)
    assert document["settings"]["with_judgements"] is True
    assert told["id"] == one.id


def test_an_empty_store_gives_an_empty_list(call: Call, story: Path) -> None:
    assert report_of(call, story, "--with-judgements").judgements == ()
    assert not (story / ".discrepancy").exists()


def test_a_finding_judged_no_conflict_does_not_count_for_the_exit_status(call: Call, story: Path, keep: Keep) -> None:
    keep("dismiss", reason="both-true", note="one counts the driver")
    assert call("compare", story).status == 1
    ended = call("compare", story, "--with-judgements")
    assert ended.status == 0
    assert "CONFLICT, dismissed" in ended.out
    assert "1 dismissed" in ended.out
    assert "dismissed: both can be true (Ann, 2031-05-04): one counts the driver" in ended.out


@pytest.mark.parametrize("act", ["confirm", "call", "note"])
def test_any_other_judgement_leaves_it_counting(call: Call, story: Path, keep: Keep, act: str) -> None:
    keep(act)
    assert call("compare", story, "--with-judgements").status == 1


def test_reviewers_who_differ_leave_it_counting(call: Call, story: Path, keep: Keep) -> None:
    keep("dismiss", reason="misread")
    keep("confirm", 2, "Bob")
    ended = call("compare", story, "--with-judgements")
    assert ended.status == 1
    assert "reviewers differ" in ended.out


def test_a_new_value_reopens_what_was_dismissed(call: Call, story: Path, keep: Keep) -> None:
    keep("dismiss", reason="both-true")
    (story / "c.json").write_text(json.dumps({"source": "Paper C", "text": HURT.format("Eight")}))
    ended = call("compare", story, "--with-judgements")
    assert ended.status == 1
    assert "to be judged anew" in ended.out
    assert "reopened: the values were 7, 9" in ended.out


def test_a_split_holds_and_is_told_where_it_left_no_finding(call: Call, story: Path, keep: Keep) -> None:
    keep("split")
    ended = call("compare", story, "--with-judgements")
    assert ended.status == 0
    assert "meets no finding now: taken out of this finding" in ended.out


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "csv", "jsonl"])
def test_every_format_tells_what_reviewers_said_and_lets_none_of_it_steer(call: Call, story: Path, keep: Keep, form: str) -> None:
    keep("dismiss", reason="both-true", note=HOSTILE, who=f"Ann{HOSTILE}")
    told = call("compare", story, "--with-judgements", "--format", form).out
    assert "Ann" in told
    if form in ("json", "jsonl"):
        assert "both-true" in told
    else:
        assert "both can be true" in told
        assert not set(told) & {"\x1b", "\u202e", "\u200b"}


def test_html_with_judgements_is_well_formed_and_allows_its_own_style(call: Call, story: Path, keep: Keep) -> None:
    import html5lib

    keep("dismiss", reason="both-true", note="</style><script>alert(1)</script>")
    shown = call("compare", story, "--with-judgements", "--format", "html").out
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(shown)
    assert "<script" not in shown
    assert 'class="finding conflict dismissed"' in shown


def test_csv_has_two_columns_more_and_jsonl_one_key(call: Call, story: Path, keep: Keep) -> None:
    keep("dismiss", reason="both-true", note="=1+1")
    rows = list(csv.DictReader(io.StringIO(call("compare", story, "--with-judgements", "--format", "csv").out, newline="")))
    assert rows[0]["judged"] == "dismissed"
    assert rows[0]["judgements"].endswith(": =1+1")
    line = json.loads(call("compare", story, "--with-judgements", "--format", "jsonl").out.splitlines()[0])
    assert [one["act"] for one in line["judgements"]] == ["dismiss"]


def test_a_named_store_is_read_and_must_be_there(call: Call, story: Path, keep: Keep, tmp_path: Path) -> None:
    keep("dismiss", reason="misread")
    other = tmp_path / "elsewhere.sqlite3"
    default_path([story]).rename(other)
    assert call("compare", story, "--with-judgements").status == 1
    assert call("compare", story, "--with-judgements", "--store", other).status == 0
    missing = call("compare", story, "--with-judgements", "--store", tmp_path / "no.sqlite3")
    assert (missing.status, missing.out) == (2, "")
    assert "no such store" in missing.err
    unasked = call("compare", story, "--store", other)
    assert unasked.status == 2
    assert "--with-judgements" in unasked.err


def test_a_file_that_is_no_store_is_refused(call: Call, story: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes " * 1000)
    for arguments in (("compare", story, "--with-judgements"), ("judgements", "list"), ("judgements", "calls", story)):
        ended = call(*arguments, "--store", tmp_path / "notes.txt")
        assert (ended.status, ended.err) == (2, "discrepancy: notes.txt: it is no store of judgements\n")


def test_verify_runs_again_with_the_judgements_of_the_report(call: Call, story: Path, keep: Keep, tmp_path: Path) -> None:
    keep("dismiss", reason="misread")
    keep("split", 2, "Bob")
    path = tmp_path / "r.json"
    assert call("compare", story, "--with-judgements", "--format", "json", "--output", path).status == 0
    ended = call("verify", path, story)
    assert ended.status == 0
    assert "gives the same bytes" in ended.out
    assert "was not checked" in ended.out
    assert call("verify", path).status == 0
    checked = call("verify", path, story, "--store", default_path([story]))
    assert (checked.status, "the store has its 1 judgement as told" in checked.out) == (0, True)


@pytest.mark.parametrize("name", ["finding", "reviewer", "note", "at", "reopened", "judged", "kind", "values", "id", "act", "reason"])
def test_no_change_of_a_judgement_passes_beside_its_store(call: Call, story: Path, keep: Keep, tmp_path: Path, name: str) -> None:
    keep("dismiss", reason="misread", note="x")
    (one,) = (report := report_of(call, story, "--with-judgements")).judgements or ()
    other: dict[str, Any] = {
        "finding": None, "at": at(9), "reopened": True, "kind": "money", "values": ("1",), "id": "0" * 32, "act": "confirm",
        "reason": "both-true",
    }  # fmt: skip
    forged = replace(report, judgements=(replace(one, **{name: other.get(name, "another")}),))
    path = tmp_path / "r.json"
    path.write_bytes(dumps(forged))
    ended = call("verify", path, story, "--store", default_path([story]))
    assert ended.status == 1
    assert "judgements[0]" in ended.out


def test_verify_tells_of_judgements_made_since(call: Call, story: Path, keep: Keep, tmp_path: Path) -> None:
    keep("confirm")
    path = tmp_path / "r.json"
    call("compare", story, "--with-judgements", "--format", "json", "--output", path)
    keep("note", 3, note="later")
    ended = call("verify", path, story, "--store", default_path([story]))
    assert ended.status == 0
    assert "and 1 judgement more that the report does not carry" in ended.out


def test_verify_finds_what_was_superseded_since(call: Call, story: Path, keep: Keep, tmp_path: Path) -> None:
    one = keep("dismiss", reason="misread")
    path = tmp_path / "r.json"
    call("compare", story, "--with-judgements", "--format", "json", "--output", path)
    keep("confirm", 2, supersedes=one.id)
    ended = call("verify", path, "--store", default_path([story]))
    assert ended.status == 1
    assert "superseded or withdrawn" in ended.out


def test_list_shows_what_stands_and_history_shows_all(call: Call, story: Path, keep: Keep) -> None:
    one = keep("dismiss", reason="misread", note=HOSTILE)
    keep("confirm", 2, supersedes=one.id)
    keep("call", 3, "Bob")
    listed = call("judgements", "list", story)
    assert listed.status == 0
    assert [line.split(" · ")[1:3] for line in listed.out.splitlines()[:2]] == [["Ann", "confirmed"], ["Bob", "needs a call"]]
    assert listed.out.splitlines()[2].startswith("reviewers disagree: ")
    history = call("judgements", "list", story, "--history").out
    assert history.splitlines()[0].startswith("- ")
    assert "\x1b" not in history
    assert call("judgements", "list", "--store", default_path([story])).out == listed.out


def test_where_nobody_judged_it_says_so(call: Call, story: Path) -> None:
    assert call("judgements", "list", story).out.endswith("/story/.discrepancy/judgements.sqlite3\n")
    assert call("judgements", "list", story).out.startswith("no judgements in ")
    assert call("judgements", "calls", story).out == "nothing needs a call\n"
    assert json.loads(call("judgements", "export", story).out)["judgements"] == []


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "store"])
def test_what_is_exported_is_imported_once(call: Call, story: Path, keep: Keep, tmp_path: Path, form: str) -> None:
    keep("dismiss", reason="misread", note=HOSTILE)
    keep("confirm", 2, "Bob")
    file = tmp_path / f"said.{form}"
    if form == "store":
        file = default_path([story])
    else:
        assert call("judgements", "export", story, "--format", form, "--output", file).status == 0
    other = tmp_path / "other.sqlite3"
    first, again = (call("judgements", "import", file, "--store", other) for _ in range(2))
    assert (first.status, first.out.splitlines()[0]) == (0, f"{file.name}: 2 new, 0 known")
    assert again.out.splitlines()[0] == f"{file.name}: 0 new, 2 known"
    assert "reviewers disagree: " in first.out
    assert Store(other).all() == Store(default_path([story])).all()


def test_an_import_that_cannot_be_read_writes_nothing(call: Call, story: Path, keep: Keep, tmp_path: Path) -> None:
    keep("confirm")
    good, bad, other = tmp_path / "good.jsonl", tmp_path / "bad.jsonl", tmp_path / "other.sqlite3"
    call("judgements", "export", story, "--format", "jsonl", "--output", good)
    bad.write_text('{"id": "x"}\n')
    ended = call("judgements", "import", good, bad, "--store", other)
    assert ended.status == 2
    assert ended.err.startswith("discrepancy: bad.jsonl: line 1: ")
    assert not other.exists()
    assert call("judgements", "import", "-", "--store", other, given=good.read_bytes()).out == "-: 1 new, 0 known\n"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_call_sheet_asks_each_source(call: Call, story: Path, keep: Keep, form: str) -> None:
    keep("call", note="")
    keep("note", 2, note=f"ask the mayor {HOSTILE}")
    sheet = call("judgements", "calls", story, "--format", form).out
    assert sheet.count("[ ]") == 2
    assert sheet.index("Paper A") < sheet.index("Paper B")
    assert sheet.count("ask the mayor") == 2
    assert not set(sheet) & {"\x1b", "\u202e"}
    if form == "markdown":
        assert sheet.count("\n## ") == 2


def test_the_call_sheet_of_a_report_needs_no_articles(call: Call, story: Path, keep: Keep) -> None:
    keep("call")
    report = story.parent / "r.json"
    call("compare", story, "--format", "json", "--output", report)
    assert "Paper A" in call("judgements", "calls", report, "--store", default_path([story])).out


def test_labels_are_exported_and_a_report_is_measured_against_them(call: Call, story: Path, keep: Keep) -> None:
    keep("confirm", right=("7",))
    report, labels = story.parent / "r.json", story.parent / "labels.json"
    call("compare", story, "--format", "json", "--output", report)
    assert call("judgements", "export", story, "--format", "gold", "--output", labels).status == 0
    made = json.loads(labels.read_text())
    assert [(facet["verdict"], facet["right"], len(facet["mentions"])) for facet in made["facets"]] == [("conflict", ["A"], 2)]
    told = call("score", report, labels)
    assert told.status == 0
    assert told.out.startswith("conflict  precision 1.00 (1 of 1), recall 1.00 (1 of 1), F1 1.00\n")
    twice = json.loads(call("score", report, labels, story.parent / "labels.json", "--format", "json").out)
    assert twice["labels.json"]["counts"]["c_found"] == 1


def test_labels_of_no_story_are_refused(call: Call, story: Path, keep: Keep) -> None:
    keep("confirm")
    ended = call("judgements", "export", "--format", "gold", "--store", default_path([story]))
    assert ended.status == 2
    assert "give its articles" in ended.err


def test_labels_without_offsets_need_the_articles(call: Call, story: Path) -> None:
    report, labels = story.parent / "r.json", story.parent / "labels.json"
    call("compare", story, "--format", "json", "--output", report)
    mentions = [{"article": id, "quote": quote, "group": id} for id, quote in (("a", "Seven people"), ("b", "Nine people"))]
    facet = {"id": "f1", "kind": "count", "verdict": "conflict", "conflicting": [["a", "b"]], "mentions": mentions}
    labels.write_text(json.dumps({"cluster": "x", "facets": [facet, {**facet, "id": "f2", "verdict": "imprecise"}]}))
    ended = call("score", report, labels)
    assert ended.status == 2
    assert "--articles" in ended.err
    shown = call("score", report, labels, "--articles", story, "--show", "all")
    assert "recall 1.00 (1 of 1)" in shown.out
    assert "missed imprecise f2" not in shown.out


def test_settings_of_the_file_reach_the_commands_of_a_group(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    (tmp_path / "discrepancy.toml").write_text('sensitivity = "wide"\nwith-judgements = true\n')
    monkeypatch.chdir(tmp_path)
    assert find(tmp_path).defaults()["judgements"]["calls"] == {"sensitivity": "wide"}
    asked: list[str] = []

    def compared(story: Story, settings: Settings, *more: Any) -> Report:
        asked.append(settings.sensitivity)
        return compare_story(story, settings, *more)

    monkeypatch.setattr("discrepancy.pipeline.compare_story", compared)
    call("judgements", "calls", story)
    assert asked == ["wide"]
    assert json.loads(call("compare", story, "--format", "json").out)["judgements"] == []


def test_the_report_is_the_same_whatever_the_order_of_two_imports(call: Call, tmp_path: Path) -> None:
    story = written(tmp_path / "s", a=HURT.format("Seven"), b=HURT.format("Nine"))
    (finding,) = [f for f in discrepancy.compare(story).findings if f.verdict == "conflict"]
    files = []
    for minute, who in enumerate(("Ann", "Bob")):
        files.append(tmp_path / f"{who}.sqlite3")
        with Store(files[-1]) as store:
            store.append(judged(finding, "confirm", who, at(minute)))
    reports = []
    for number, order in enumerate((files, files[::-1])):
        together = tmp_path / f"together-{number}.sqlite3"
        call("judgements", "import", *order, "--store", together)
        reports.append(call("compare", story, "--with-judgements", "--store", together, "--format", "json").out)
    assert reports[0] == reports[1]
