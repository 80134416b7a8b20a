"""What the arguments lead to: documents to read, and what is passed over."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from discrepancy.model.article import Skipped

STANDARD_INPUT = "-"
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl", ".ndjson"})
COMPANIONS = frozenset({"cluster.json", "gold.json"})
"""Files that lie beside the articles of a labelled story and are none."""
_NOTES = frozenset({"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors", "sources"})


@dataclass(frozen=True, slots=True)
class Found:
    """One document to read.

    location    the file; None for standard input.
    path        relative to the argument given, forward slashes; `-` for standard input.
    """

    location: Path | None
    path: str


def find(arguments: Sequence[str | Path]) -> tuple[tuple[Found, ...], tuple[Skipped, ...]]:
    """The documents below `arguments`, each once however often it is named, and what is passed over with the reason.

    Folders are walked in full, hidden names left out. The order of the arguments does not show in the answer.
    """
    found: dict[str, Found] = {}
    passed: list[Skipped] = []
    for argument in arguments:
        for item in _below(argument):
            if isinstance(item, Skipped):
                passed.append(item)
                continue
            key = os.path.realpath(item.location) if item.location else STANDARD_INPUT
            if key not in found or _plainer(item) < _plainer(found[key]):
                found[key] = item
    return tuple(found[key] for key in sorted(found)), tuple(passed)


def _plainer(item: Found) -> tuple[int, str]:
    return (item.path.count("/"), item.path)


def shown(name: str) -> str:
    """A file name as text that can be written as UTF-8: undecodable bytes become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _below(argument: str | Path) -> Iterator[Found | Skipped]:
    if str(argument) == STANDARD_INPUT:
        yield Found(None, STANDARD_INPUT)
        return
    location = Path(argument)
    name = shown(location.name or str(argument))
    try:
        mode = location.stat().st_mode
    except FileNotFoundError:
        yield Skipped(name, "there is no such file or folder")
    except (OSError, ValueError) as error:
        yield Skipped(name, f"it cannot be opened: {reason_of(error)}")
    else:
        if stat.S_ISDIR(mode):
            yield from _in_folder(location)
        else:
            yield Found(location, name)


def _in_folder(folder: Path) -> Iterator[Found | Skipped]:
    empty = True
    unreadable: list[Skipped] = []

    def refused(error: OSError) -> None:
        unreadable.append(Skipped(_relative(Path(error.filename or folder), folder), f"the folder cannot be opened: {reason_of(error)}"))

    for parent, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name in COMPANIONS:
                continue
            empty = False
            yield _in_story(Path(parent, name), folder)
    yield from unreadable
    if empty and not unreadable:
        yield Skipped(shown(folder.resolve().name), "the folder holds no article")


def _in_story(location: Path, folder: Path) -> Found | Skipped:
    path = _relative(location, folder)
    try:
        regular = stat.S_ISREG(location.stat().st_mode)
    except OSError as error:
        return Skipped(path, f"it cannot be opened: {reason_of(error)}")
    if not regular:
        return Skipped(path, "it is not a regular file")
    if location.stem.lower() in _NOTES and location.suffix.lower() not in {".html", ".htm", ".json", ".jsonl"}:
        return Skipped(path, f"a file named {shown(location.name)} is taken for a note about the folder; name it alone to have it read")
    if location.suffix.lower() not in SUFFIXES:
        kind = f"`{shown(location.suffix)}` files are" if location.suffix else "files without a suffix are"
        return Skipped(path, f"{kind} not read; give .txt, .md, .html, .json or .jsonl")
    return Found(location, path)


def _relative(location: Path, folder: Path) -> str:
    try:
        return shown(location.relative_to(folder).as_posix())
    except ValueError:
        return shown(location.name)


def reason_of(error: Exception) -> str:
    """The system's own words for an error, without a path of the machine."""
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error) or type(error).__name__


def read_bytes(item: Found, limit: int) -> bytes:
    """At most `limit` + 1 bytes of the document, so that the caller sees one that is too long. Raises OSError."""
    if item.location is None:
        return sys.stdin.buffer.read(limit + 1)
    with item.location.open("rb") as stream:
        return stream.read(limit + 1)
