"""The sample stories: their labels are sound, and the program finds what they say.

The labels (`samples/*/gold.json`) were written before the program was run on the stories. `gold_score.py` and `check_gold.py` are
the project's scorer and label checker; both read JSON articles only, so each story is first read by the program and laid out
as `NN.json` in a temporary folder. Offsets into a page's extracted text are therefore found from the quotes, here and now.
"""

from __future__ import annotations

import json
import os
import runpy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

from discrepancy import compare, load

TESTS = Path(__file__).resolve().parent
SAMPLES = TESTS.parent / "samples"
STORIES = sorted(p.parent.name for p in SAMPLES.glob("*/gold.json"))
COPIES = {"gold_score.py": "score.py", "check_gold.py": "check_gold.py"}

scorer = runpy.run_path(str(TESTS / "gold_score.py"))
checker = runpy.run_path(str(TESTS / "check_gold.py"))


@dataclass(frozen=True)
class Sample:
    """One story as the scorer takes it: a folder of NN.json with gold.json, the labels with their offsets, and the program's report."""

    folder: Path
    committed: dict[str, Any]
    faults: int
    gold: dict[str, Any]
    report: dict[str, Any]
    score: dict[str, int]
    notes: list[tuple[str, str]]


def lay_out(story: str, folder: Path) -> Sample:
    """Read `samples/story` by the program, write its articles into `folder`, resolve the labels there, compare and score."""
    read = load([SAMPLES / story])
    for article in read.articles:
        record = {"source": article.source, "title": article.title, "text": article.text}
        (folder / f"{article.id}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    committed = json.loads((SAMPLES / story / "gold.json").read_text(encoding="utf-8"))
    labels = folder / "gold.json"
    labels.write_text(json.dumps(committed, ensure_ascii=False), encoding="utf-8")
    faults = checker["main"](folder, labels)
    gold = json.loads(labels.read_text(encoding="utf-8"))
    report = asdict(compare(read))
    score, notes = scorer["score"](gold, report) if not faults else ({}, [])
    return Sample(folder, committed, faults, gold, report, score, notes)


@pytest.fixture(scope="module", params=STORIES)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return lay_out(request.param, tmp_path_factory.mktemp(request.param))


def labelled(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """Every labelled span: the facets' mentions, then both ends of the traps."""
    mentions = [m for facet in gold["facets"] for m in facet["mentions"]]
    return mentions + [trap[end] for trap in gold["traps"] for end in "ab"]


def test_there_are_two_stories_of_five_articles_or_more() -> None:
    assert len(STORIES) >= 2
    large = [s for s in STORIES if len(load([SAMPLES / s]).articles) >= 5]
    assert len(large) >= 2


def test_every_article_of_a_sample_is_read_without_a_skip(sample: Sample) -> None:
    assert sample.report["skipped"] in ((), [])


def test_every_label_quotes_its_article_and_keeps_the_form_of_the_protocol(sample: Sample) -> None:
    assert sample.faults == 0


def test_a_report_that_says_what_the_labels_say_scores_in_full(sample: Sample) -> None:
    findings = []
    for facet in sample.gold["facets"]:
        groups = sorted({m["group"] for m in facet["mentions"]})
        values = [[m | {"field": m.get("in", "text")} for m in facet["mentions"] if m["group"] == group] for group in groups]
        findings.append({"verdict": facet["verdict"], "values": [{"mentions": mentions} for mentions in values]})
    score, notes = scorer["score"](sample.gold, {"findings": findings})
    assert notes == []
    assert (score["f_tp"], score["f_found"], score["t_kept"]) == (score["f_gold"], score["f_gold"], score["t"])


def test_committed_offsets_are_where_the_program_reads_the_quote(sample: Sample) -> None:
    moved = [
        (old["article"], old["quote"], old["start"], new["start"])
        for old, new in zip(labelled(sample.committed), labelled(sample.gold), strict=True)
        if "start" in old and (old["start"], old["end"]) != (new["start"], new["end"])
    ]
    assert moved == []


def test_every_reported_quote_is_the_slice_at_its_offsets(sample: Sample) -> None:
    scorer["check_quotes"](sample.report, sample.folder)


FLOORS = {"distillation": 0.80, "quake": 0.80, "bakery": 0.75}
"""The first two are the stories the product promises; the third is a harder one, held to what was reached."""
SPRUNG = {"distillation": 0, "quake": 0, "bakery": 1}
"""bakery's price with the debt and without it stands under one noun, which is not told apart yet."""


def test_flagged_f1_is_at_its_floor_or_better(sample: Sample) -> None:
    s = sample.score
    precision = s["f_tp"] / max(1, s["f_tp"] + s["f_fp"] + s["f_dup"])
    recall = s["f_found"] / s["f_gold"]
    notes = "\n".join(f"{kind}: {note}" for kind, note in sample.notes)
    assert round(scorer["f1"](precision, recall), 3) >= FLOORS[sample.gold["cluster"]], (
        f"precision {precision:.2f} recall {recall:.2f}\n{notes}"
    )


def test_traps_are_kept_apart(sample: Sample) -> None:
    assert sample.score["t"] >= 6
    sprung = [note for kind, note in sample.notes if kind == "trap"]
    assert len(sprung) <= SPRUNG[sample.gold["cluster"]], sprung
    assert sample.score["t_kept"] == sample.score["t"] - len(sprung)


@pytest.mark.parametrize("name", sorted(COPIES))
def test_the_scorer_is_the_shared_one(name: str) -> None:
    shared = Path(os.environ.get("DISCREPANCY_SHARED", TESTS.parent.parent / "shared")) / "gold" / COPIES[name]
    if not shared.exists():
        pytest.skip("no shared folder beside the repository")
    assert (TESTS / name).read_bytes() == shared.read_bytes()
