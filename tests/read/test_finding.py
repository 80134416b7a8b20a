"""Which inputs are read, which are passed over, and that nothing is passed over in silence."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from discrepancy.errors import NothingToRead
from discrepancy.model.article import Story
from discrepancy.read import load_story

ENGLISH = "The mayor of the town said that seven people were hurt when the bridge fell into the river on Monday."


def write(folder: Path, name: str, text: str = ENGLISH) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def reasons(story: Story) -> dict[str, str]:
    return {skipped.path: skipped.reason for skipped in story.skipped}


def test_a_folder_is_read_in_full_but_for_hidden_names_and_labels(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "One. " + ENGLISH)
    write(tmp_path, "deep/er/a.txt", "Two. " + ENGLISH)
    write(tmp_path, ".hidden.txt")
    write(tmp_path, ".git/x.txt")
    write(tmp_path, "gold.json", "{}")
    write(tmp_path, "cluster.json", "{}")
    story = load_story([tmp_path])
    assert [(article.id, article.path) for article in story.articles] == [("a", "deep/er/a.txt"), ("b", "b.txt")]
    assert story.skipped == ()


def test_notes_and_unknown_suffixes_are_skipped_with_a_reason(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE.txt", "report.pdf", "noname", "a.txt"):
        write(tmp_path, name)
    skipped = reasons(load_story([tmp_path]))
    assert set(skipped) == {"README.md", "LICENSE.txt", "report.pdf", "noname"}
    assert ".pdf" in skipped["report.pdf"]
    assert "suffix" in skipped["noname"]


def test_a_file_named_alone_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    story = load_story([write(tmp_path, "README.md"), write(tmp_path, "plain", "Else. " + ENGLISH)])
    assert [article.id for article in story.articles] == ["README", "plain"]


def test_a_file_reached_twice_is_one_article_and_no_copy(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    story = load_story([tmp_path, path, str(path)])
    assert (len(story.articles), story.skipped) == (1, ())


def test_the_order_of_arguments_changes_nothing(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{place}/{name}.txt", f"{place} {name} {ENGLISH}") for place in ("x", "y") for name in ("01", "02")]
    paths += [write(tmp_path, "z/copy.txt", f"x 01 {ENGLISH}"), write(tmp_path, "gone.txt")]
    paths[-1].unlink()
    assert load_story(paths) == load_story(paths[::-1])


@pytest.mark.parametrize("missing", ["nowhere", "nowhere.txt", "a\x00b"])
def test_a_missing_path_is_an_error_that_names_it(tmp_path: Path, missing: str) -> None:
    with pytest.raises(NothingToRead, match=r"no article can be read:\n  "):
        load_story([os.path.join(tmp_path, missing)])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="holds no article"):
        load_story([tmp_path])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_is_skipped_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert reasons(load_story([tmp_path])) == {"b.txt": "it is not a regular file"}


def test_links_that_lead_nowhere_or_round_are_no_trouble(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing")
    story = load_story([tmp_path / "in"])
    assert [article.id for article in story.articles] == ["a"]
    assert reasons(story) == {"gone.txt": "it cannot be opened: No such file or directory"}


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are Unicode here")
def test_a_file_name_that_is_no_text_can_still_be_written_to_a_report(tmp_path: Path) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt"))).write_text(ENGLISH)
    (article,) = load_story([tmp_path]).articles
    assert article.path == "caf\ufffd.txt"
    article.id.encode("utf-8")


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (ENGLISH, ["stdin"]),
        (f'{{"id": "k", "text": "{ENGLISH}"}}\n\n{{"text": "Then: {ENGLISH}"}}\n', ["k", "stdin-3"]),
        ("[1] " + ENGLISH, ["stdin"]),
        ('"quoted" ' + ENGLISH, ["stdin"]),
    ],
)
def test_standard_input_is_jsonl_when_its_first_line_is_an_object(monkeypatch: pytest.MonkeyPatch, given: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    story = load_story(["-"])
    assert [article.id for article in story.articles] == ids
    assert {article.path for article in story.articles} == {"-"}


def test_progress_tells_what_is_done_of_how_many(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt")
    told: list[tuple[str, int, int]] = []
    load_story([tmp_path], progress=lambda stage, done, total: told.append((stage, done, total)))
    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]
