"""Golden files: what each format wrote when a person last read it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    """Compare bytes with a golden file; UPDATE_GOLDEN=1 writes it instead, and the change is read before it is committed."""

    def compare(name: str, written: bytes) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(written)
        assert written == path.read_bytes(), (
            f"{name} has changed; where that is meant: UPDATE_GOLDEN=1 pytest tests/report, then read the change"
        )

    return compare
