"""Tomorrow: every judgement on a whole story is still on its finding when articles were renumbered, edited, added or taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.model import Article, Story
from discrepancy.model.judgement import Judgement
from discrepancy.model.report import FindingRecord, Report
from discrepancy.pipeline import compare_story
from discrepancy.read import load_story
from discrepancy.review.standing import judged, standing
from discrepancy.review.valuekeys import same_values

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
Change = Callable[[Story], Story]


@pytest.fixture(scope="module", params=["quake", "distillation"])
def yesterday(request: pytest.FixtureRequest) -> tuple[Story, Report, tuple[Judgement, ...]]:
    """A story, its report, and each of its findings judged."""
    story = load_story([SAMPLES / request.param])
    report = compare_story(story)
    return story, report, tuple(judged(f, "confirm", "Ann", "2031-05-04T10:00:00Z") for f in report.findings)


def each(change: Callable[[int, Article], Article]) -> Change:
    def changed(story: Story) -> Story:
        found = (change(number, article) for number, article in enumerate(story.articles))
        return Story(tuple(sorted(found, key=lambda article: article.id)))

    return changed


SAME: dict[str, Change] = {
    "nothing": lambda story: story,
    "a line above each article": each(lambda _, a: replace(a, text=f"Filed at noon, corrected since.\n\n{a.text}")),
    "a paragraph below each article": each(lambda _, a: replace(a, text=f"{a.text}\n\nRead more on our pages, and write to the editor.")),
    "all renumbered": each(lambda number, a: replace(a, id=f"{number + 50}")),
    "all renamed and turned round": each(lambda number, a: replace(a, id=f"{90 - number}")),
}


@pytest.mark.parametrize("name", SAME)
def test_what_does_not_touch_the_figures_leaves_every_judgement_where_it_was(
    yesterday: tuple[Story, Report, tuple[Judgement, ...]], name: str
) -> None:
    story, before, said = yesterday
    now = compare_story(SAME[name](story))
    stands = standing(now, said)
    kept = {quotes(f) for f in before.findings}
    still = [finding for finding in now.findings if quotes(finding) in kept]
    assert len(still) >= 0.85 * len(before.findings)  # where a sentence stands is evidence: an edit above it moves a few mentions
    lost = [finding.topic for finding in still if finding.id not in stands]
    reopened = [finding.topic for finding in still if finding.id in stands and stands[finding.id].reopened]
    assert (lost, reopened) == ([], [])


def quotes(finding: FindingRecord) -> tuple[str, tuple[str, ...]]:
    return finding.kind, tuple(sorted(mention.quote for value in finding.values for mention in value.mentions))


def test_a_copy_of_an_article_reopens_only_what_has_another_value(yesterday: tuple[Story, Report, tuple[Judgement, ...]]) -> None:
    story, _, said = yesterday
    copy = replace(story.articles[0], id="zz", source="The Copyist")
    now = compare_story(Story((*story.articles, copy)))
    check(now, said)


def test_an_article_taken_away_reopens_what_lost_a_value(yesterday: tuple[Story, Report, tuple[Judgement, ...]]) -> None:
    story, _, said = yesterday
    left = [Story(tuple(a for a in story.articles if a is not gone)) for gone in story.articles]
    assert sum(check(compare_story(one), said) for one in left) > 0


def check(now: Report, said: tuple[Judgement, ...]) -> int:
    """Each judgement that stands is reopened exactly when the values are others; how many are."""
    stands = standing(now, said)
    assert len(stands) >= 0.8 * min(len(said), len(now.findings))
    for finding in now.findings:
        if finding.id in stands and (one := stands[finding.id].judgement) is not None:
            assert stands[finding.id].reopened is not same_values(one.values, finding)
    return sum(one.reopened for one in stands.values())
