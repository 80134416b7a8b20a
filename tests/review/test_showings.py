"""When a first part of a story is compared: never for a small one, never at much cost, never in a flicker."""

from __future__ import annotations

from itertools import pairwise

import pytest

from discrepancy.review.showings import APART, LEAST, RATE, Showings, counts


def played(articles: int, figures: int, each: float, rate: float = RATE) -> tuple[list[tuple[int, float]], float, float]:
    """A reading of so many articles, `each` seconds and so many figures apiece: what was shown, and when; what that took, and the rest."""
    now = spent = 0.0
    showings = Showings(articles, now)
    shown, read = [], [figures]

    def show(most: int) -> None:
        nonlocal now, spent
        for _ in range(most):
            if (count := showings.due(read, now)) is None:
                return
            took = rate * (count * figures) ** 2
            showings.shown(count, count * figures, now, now + took)
            now, spent = now + took, spent + took
            shown.append((count, now))

    for _ in range(articles - 1):
        now += each
        read.append(figures)
        show(1)
    show(100)
    return shown, spent, now - spent + rate * (articles * figures) ** 2


def test_counts_about_double_and_never_reach_the_whole() -> None:
    assert counts(60) == (4, 8, 15, 30)
    assert counts(8) == (4,)
    assert counts(LEAST) == ()


@pytest.mark.parametrize(("articles", "figures", "each"), [(8, 20, 0.01), (12, 16, 0.02), (2, 400, 0.5), (8, 20, 0.1), (1, 50, 1.0)])
def test_a_story_that_is_done_soon_is_shown_once(articles: int, figures: int, each: float) -> None:
    assert played(articles, figures, each)[0] == []


@pytest.mark.parametrize("rate", [RATE / 4, RATE, RATE * 4])
@pytest.mark.parametrize(("articles", "figures", "each"), [(60, 16, 0.004), (60, 16, 0.2), (12, 20, 1.0), (200, 20, 0.01), (10, 60, 0.05)])
def test_what_it_costs_is_bounded(articles: int, figures: int, each: float, rate: float) -> None:
    shown, spent, whole = played(articles, figures, each, rate)
    assert spent <= whole / 4
    assert all(later[1] - earlier[1] >= APART * 0.99 or rate != RATE for earlier, later in pairwise(shown))
    assert [count for count, _ in shown] == sorted({count for count, _ in shown})


def test_a_large_story_shows_something_long_before_its_end() -> None:
    shown, _, whole = played(60, 16, 0.004)
    assert shown[0][1] < 1.0 < whole / 5


def test_slow_reading_shows_up_to_half_of_the_articles() -> None:
    assert [count for count, _ in played(12, 20, 1.0)[0]] == [3, 6]
