"""What the terminal UI remembers from one run to the next: the theme. A convenience, so every failure is silent."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path


def settings_path() -> Path:
    """`view.json` in the user's configuration folder (XDG Base Directory Specification: a relative XDG_CONFIG_HOME does not count)."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~")) / ".config"
    return folder / "discrepancy" / "view.json"


def remembered_theme(path: Path) -> str | None:
    """The name of the theme last chosen; None where none was, or the file cannot be read."""
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    theme = held.get("theme") if isinstance(held, dict) else None
    return theme if isinstance(theme, str) else None


def remember_theme(path: Path, theme: str) -> None:
    """Keep the theme, where the folder can be written."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_text(json.dumps({"theme": theme}) + "\n", encoding="utf-8")
        os.replace(beside, path)
