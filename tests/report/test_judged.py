"""A report with judgements in every format: golden files, and that reviewers cannot change a document's structure either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from discrepancy.model.report import JudgementRecord, Report
from discrepancy.report import html
from discrepancy.report.jsonreport import dumps, loads
from discrepancy.report.judged import beside, dismissed, sentence
from discrepancy.review.reported import judgements_of, with_judgements
from tests.report.stories import ferry
from tests.report.test_formats import HOSTILE, RENDER, parsed, shape
from tests.review.judging import judgements


def judged() -> Report:
    return with_judgements(ferry(), judgements())


@pytest.mark.parametrize("name", RENDER)
def test_it_is_written_like_this(golden: Callable[[str, bytes], None], name: str) -> None:
    golden(f"judged.{name}", RENDER[name](judged()))


def test_a_report_gives_its_judgements_back() -> None:
    assert judgements_of(loads(dumps(judged()))) == judgements()
    assert with_judgements(ferry(), judgements_of(judged())) == judged()
    assert judgements_of(ferry()) == ()


def one(act: str, who: str = "Ann", **more: object) -> JudgementRecord:
    made = JudgementRecord(
        "f-aboard", "confirm", who, "2031-05-04T10:00:00Z", None, "", (), (), False, "0", "count", "f-aboard", (), (), None
    )
    return replace(made, act=act, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ((one("dismiss"),), "dismissed"),
        ((one("confirm"), one("dismiss")), "dismissed"),
        ((one("dismiss"), one("dismiss", "Bob")), "dismissed"),
        ((one("dismiss"), one("confirm", "Bob")), "reviewers differ"),
        ((one("confirm", right=("7",)), one("confirm", "Bob", right=("9",))), "reviewers differ"),
        ((one("dismiss", reopened=True),), "to be judged anew"),
        ((one("dismiss"), one("confirm", "Bob", reopened=True)), "dismissed"),
        ((one("call"),), "needs a call"),
        ((one("note"), one("split")), ""),
    ],
)  # fmt: skip
def test_how_a_finding_is_marked(said: tuple[JudgementRecord, ...], mark: str) -> None:
    report = replace(ferry(), judgements=said)
    assert beside(report)["f-aboard"].mark == mark
    assert dismissed(report) == ({"f-aboard"} if mark == "dismissed" else set())


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_reviewer_writes_is_only_ever_text(words: str) -> None:
    def written(said: str) -> ElementTree.Element:
        return parsed(html.render(replace(ferry(), judgements=(one("dismiss", said, note=said, values=(said,), right=(said,)),)), True))

    assert shape(written(words)) == shape(written("plain words"))
    assert "\n" not in sentence(one("dismiss", words, note=words))


def test_the_page_allows_the_style_it_has_and_no_other() -> None:
    import base64
    import hashlib
    import re

    for report in (ferry(), judged()):
        page = html.render(report, True).decode()
        (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        assert f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}" in page
