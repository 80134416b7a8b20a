"""`discrepancy view`: what it gives the screen to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.cli.view import load_review
from discrepancy.errors import NothingToRead, UnusableReport
from discrepancy.model.settings import Settings
from discrepancy.report.jsonreport import dumps
from discrepancy.review.loaded import Loaded
from tests.report.stories import ferry


def test_a_report_is_shown_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(dumps(ferry()))
    loaded = load_review((str(tmp_path / "r.json"),), Settings(), None)
    assert (loaded.report, dict(loaded.texts)) == (ferry(), {})


def test_articles_are_read_compared_and_handed_over_in_full(story: Path) -> None:
    told: list[str] = []
    filling: list[Loaded] = []

    class Watching:
        def __call__(self, stage: str, done: int, total: int) -> None:
            told.append(stage)

        def arrived(self, loaded: Loaded) -> None:
            filling.append(loaded)

    loaded = load_review((str(story),), Settings(), Watching())
    assert [set(step.figures) for step in filling] == [set(), {"a"}, {"a", "b"}]
    assert not any(step.whole or step.report.findings for step in filling)
    assert set(loaded.texts) == {article.id for article in loaded.report.articles} == {"a", "b"}
    assert told[0] == "reading"
    assert told[-1] != "reading"


def test_an_article_in_a_json_file_is_no_report(story: Path) -> None:
    assert [article.id for article in load_review((str(story / "a.json"),), Settings(), None).report.articles] == ["a"]


def test_a_report_of_another_version_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(dumps(ferry()).replace(b'"version": 1', b'"version": 2'))
    with pytest.raises(UnusableReport, match=r"r\.json: the report is of version 2"):
        load_review((str(tmp_path / "r.json"),), Settings(), None)


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        load_review((str(tmp_path / "no.json"),), Settings(), None)
