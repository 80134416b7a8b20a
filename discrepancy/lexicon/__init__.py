"""Words as data: one TOML table a subject, each saying where its rows come from."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name` (`name.toml` beside this file), read at first use and shared: treat it as read-only.

    Raises FileNotFoundError where there is no such table.
    """
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
