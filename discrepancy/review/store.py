"""Where judgements last: one SQLite file per project folder, only ever appended to.

A write is one transaction, flushed to the disk before `append` returns (write-ahead log, synchronous FULL), so that a
killed process loses at most the write in flight. Several processes may append to one store at once.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import msgspec

from discrepancy.errors import UnusableStore
from discrepancy.model.judgement import Judgement
from discrepancy.review.migrations import APPLICATION, MIGRATIONS, VERSION

FOLDER, FILE = ".discrepancy", "judgements.sqlite3"
_BUSY = 10.0  # seconds to wait for another writer
_COLUMNS = tuple(field.name for field in fields(Judgement))
_LISTS = frozenset({"right", "values", "evidence", "marks"})
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)


class Store:
    """The judgements in one file, in the order they were written.

    The file and its folder are made by the first write, so that looking leaves nothing behind. Every method raises
    UnusableStore where the file is no store, was written by a newer version, or cannot be read or written.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.RLock()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, judgement: Judgement) -> None:
        """Write one judgement; on the disk when this returns."""
        self.extend((judgement,))

    def extend(self, judgements: Iterable[Judgement]) -> int:
        """Write those whose id the store does not hold yet, all or none; how many were written."""
        rows = [_row(judgement) for judgement in judgements]
        marks = ", ".join("?" * len(_COLUMNS))
        insert = f"INSERT INTO judgement ({_NAMES}) SELECT {marks} WHERE NOT EXISTS (SELECT 1 FROM judgement WHERE id = ?)"
        with self._lock:
            try:
                connection = self._open(write=True)
                connection.execute("BEGIN IMMEDIATE")
                try:
                    before = connection.total_changes
                    connection.executemany(insert, ((*row, row[0]) for row in rows))
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
                return connection.total_changes - before
            except sqlite3.Error as error:
                raise self._unusable(error, "written") from None

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of writing; none where there is no file yet."""
        with self._lock:
            if self._connection is None and not self._begun():
                return ()
            try:
                rows = self._open(write=False).execute(f"SELECT {_NAMES} FROM judgement ORDER BY place").fetchall()
                return tuple(_judgement(row) for row in rows)
            except sqlite3.Error as error:
                raise self._unusable(error, "read") from None
            except msgspec.DecodeError as error:
                raise UnusableStore(f"{self.path.name}: a judgement in it cannot be read: {error}") from None

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _begun(self) -> bool:
        """Whether there is a file with anything in it, or a folder or device that is none."""
        return self.path.exists() and not (self.path.is_file() and self.path.stat().st_size == 0 and not Path(f"{self.path}-wal").exists())

    def _open(self, write: bool) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        if write:
            self._make_folder()
        elif not os.access(self.path, os.W_OK) or not os.access(self.path.parent, os.W_OK):
            self._connection = self._read_only()
            return self._connection
        connection = self._connect(str(self.path))
        try:
            self._begin(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableStore(f"{self.path.name}: its folder cannot be made: {error.strerror or error}") from None

    def _connect(self, target: str, uri: bool = False) -> sqlite3.Connection:
        return sqlite3.connect(target, timeout=_BUSY, isolation_level=None, check_same_thread=False, uri=uri)

    def _read_only(self) -> sqlite3.Connection:
        """A store in a place that cannot be written: without a log beside it nothing can change while it is read."""
        still = "" if Path(f"{self.path}-wal").exists() else "&immutable=1"
        connection = self._connect(f"{self.path.resolve().as_uri()}?mode=ro{still}", uri=True)
        try:
            if self._version(connection) == 0:
                raise UnusableStore(f"{self.path.name}: it is no store of judgements")
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin(self, connection: sqlite3.Connection) -> None:
        """Bring the file to this version; a file that is none of ours is left as it is."""
        if self._version(connection) < VERSION:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                for step in range(self._version(connection), VERSION):  # asked again: another process may have been first
                    for statement in MIGRATIONS[step]:
                        connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of the tables, 0 of an empty file. Raises UnusableStore for a newer one and for another program's file."""
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != APPLICATION and (tables or version or application):
            raise UnusableStore(f"{self.path.name}: it is no store of judgements, but another program's database")
        if version > VERSION:
            raise UnusableStore(
                f"{self.path.name}: it was written by a newer version of discrepancy (store version {version}, "
                f"this program reads up to {VERSION}); use that version"
            )
        return int(version)

    def _unusable(self, error: sqlite3.Error, what: str) -> UnusableStore:
        if "not a database" in str(error):
            return UnusableStore(f"{self.path.name}: it is no store of judgements")
        if "unable to open" in str(error):
            return UnusableStore(f"{self.path.name}: the store cannot be opened")
        return UnusableStore(f"{self.path.name}: the store cannot be {what}: {error}")


def _row(judgement: Judgement) -> tuple[str | None, ...]:
    found = (getattr(judgement, name) for name in _COLUMNS)
    return tuple(msgspec.json.encode(value).decode() if name in _LISTS else value for name, value in zip(_COLUMNS, found, strict=True))


def _judgement(row: Sequence[str | None]) -> Judgement:
    found = dict(zip(_COLUMNS, row, strict=True))
    read = {name: msgspec.json.decode(value) if name in _LISTS and value is not None else value for name, value in found.items()}
    return msgspec.convert(read, Judgement)


def default_path(paths: Sequence[str | Path]) -> Path:
    """The store of the project that `paths` (articles, folders or a report; `-` is here) lie in.

    The project folder is the nearest one, from the folder that holds them all upwards, with a `.discrepancy` folder, a
    `discrepancy.toml`, or a `pyproject.toml` with `[tool.discrepancy]`; where there is none, the folder that holds them all.
    """
    folders = []
    for path in paths:
        place = Path.cwd() if str(path) == "-" else Path(path).resolve()
        folders.append(str(place if place.is_dir() else place.parent))
    try:
        first = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives
        first = Path(folders[0])
    project = next((folder for folder in (first, *first.parents) if _is_project(folder)), first)
    return project / FOLDER / FILE


def _is_project(folder: Path) -> bool:
    try:
        if (folder / FOLDER).is_dir() or (folder / "discrepancy.toml").is_file():
            return True
        return b"[tool.discrepancy" in (folder / "pyproject.toml").read_bytes()
    except OSError:
        return False
