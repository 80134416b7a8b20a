"""Fixtures for every test."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.compared import Compared, compare_all

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring texts: DISCREPANCY_SHARED, else `shared` beside the repository; without it the test is skipped."""
    folder = Path(os.environ.get("DISCREPANCY_SHARED") or REPOSITORY.parent / "shared")
    if not (folder / "gold").is_dir():
        pytest.skip("the measuring texts are not here: set DISCREPANCY_SHARED, or put them in ../shared")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample stories."""
    return REPOSITORY / "samples"


@pytest.fixture(scope="session")
def labelled(shared: Path) -> Callable[[str], tuple[Compared, ...]]:
    """The labelled stories of `dev` or `check` with their reports, compared once in a session."""
    return cache(lambda half: compare_all(shared / "gold" / half))
