"""The configuration file: `discrepancy.toml`, or `[tool.discrepancy]` in `pyproject.toml`, in this folder or the nearest one above."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from discrepancy.errors import UnusableSetting

_READING = ("compare", "view", "explain", "config")
_WRITING = ("compare", "render", "config")
_JUDGED = ("judgements export", "judgements calls")
_ALL = (
    "compare", "view", "explain", "config", "extract", "render", "verify", "diff",
    "judgements list", "judgements import", *_JUDGED, "score",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the file: the option's parameter, the commands that take it, and what its value may be (`choices`, else a day or yes/no)."""

    parameter: str
    commands: tuple[str, ...]
    choices: tuple[str, ...] = ()
    day: bool = False


SETTINGS: Mapping[str, Setting] = {
    "published": Setting("published", (*_READING, *_JUDGED, "extract"), day=True),
    "sensitivity": Setting("sensitivity", (*_READING, *_JUDGED), ("strict", "normal", "wide")),
    "with-ledger": Setting("with_ledger", ("compare", "config")),
    "with-judgements": Setting("with_judgements", ("compare", "config")),
    "format": Setting("form", _WRITING, ("text", "json", "html", "markdown", "csv", "jsonl")),
    "all": Setting("agreements", _WRITING),
    "fail-on": Setting("fail_on", ("compare", "config"), ("conflict", "imprecise", "never")),
    "quiet": Setting("quiet", _ALL),
    "verbose": Setting("verbose", _ALL),
    "log-format": Setting("log_format", _ALL, ("text", "json")),
}
"""Every setting, in the order in which `discrepancy config` lists them; each is the option `--<key>` too."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The file that was found (None where there is none) and its values by key."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def defaults(self) -> dict[str, dict[str, Any]]:
        """Command -> parameter -> value, as the option parser takes them; a command of a group stands under its group."""
        found: dict[str, dict[str, Any]] = {}
        for key, value in self.values.items():
            for command in SETTINGS[key].commands:
                level = found
                for word in command.split():
                    level = level.setdefault(word, {})
                level[SETTINGS[key].parameter] = value
        return found


def find(start: Path) -> Configuration:
    """The configuration for a folder: of the nearest folder that has one, `discrepancy.toml` before `pyproject.toml`.

    Raises UnusableSetting, naming the file and the key.
    """
    for folder in (start, *start.parents):
        for name in ("discrepancy.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file():
                table = _table(path, name == "pyproject.toml")
                if table is not None:
                    return Configuration(path, {key: _value(path, key, value) for key, value in table.items()})
    return Configuration()


def _table(path: Path, inside: bool) -> dict[str, Any] | None:
    """The settings as written; None for a `pyproject.toml` (`inside`) that has none."""
    import tomllib

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnusableSetting(f"{path.name}: it is not valid TOML: {error}") from None
    except OSError as error:
        raise UnusableSetting(f"{path.name}: it cannot be read: {error.strerror or error}") from None
    if not inside:
        return document
    tools = document.get("tool")
    table = tools.get("discrepancy") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UnusableSetting(f"{path.name}: tool.discrepancy is no table")
    return table


def _value(path: Path, key: str, value: Any) -> Any:
    if key not in SETTINGS:
        raise UnusableSetting(f"{path.name}: there is no setting {key!r}; there are {', '.join(SETTINGS)}")
    setting = SETTINGS[key]
    if setting.day:
        return _day(path, key, value)
    if setting.choices:
        if value not in setting.choices:
            raise UnusableSetting(f"{path.name}: {key} is one of {', '.join(setting.choices)}, not {value!r}")
    elif not isinstance(value, bool):
        raise UnusableSetting(f"{path.name}: {key} is true or false, not {value!r}")
    return value


def _day(path: Path, key: str, value: Any) -> str:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise UnusableSetting(f"{path.name}: {key} is a day, YYYY-MM-DD, not {str(value)!r}") from None
