"""The store that a command was asked to read or write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.errors import UnusableStore

if TYPE_CHECKING:
    from discrepancy.review.store import Store


def store_at(given: str | None, paths: Sequence[str] = (), must_exist: bool = False) -> Store:
    """The store named by --store, else that of the project that `paths` (this folder, where there are none) lie in.

    must_exist  whether a file that was named and is not there is an error.
    """
    from discrepancy.review.store import Store, default_path

    if given is not None and must_exist and not Path(given).exists():
        raise UnusableStore(f"{Path(given).name}: there is no such store of judgements")
    return Store(given if given is not None else default_path(paths or (str(Path.cwd()),)))
