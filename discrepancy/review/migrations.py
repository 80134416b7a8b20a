"""The tables of a store of judgements, as numbered steps: step N makes version N of N - 1. A step is never changed once released."""

from __future__ import annotations

APPLICATION = 0x44697363
"""SQLite's `application_id` of our stores: "Disc" in ASCII."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE judgement (
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            finding TEXT NOT NULL,
            kind TEXT NOT NULL,
            act TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT,
            note TEXT NOT NULL,
            "right" TEXT NOT NULL,
            "values" TEXT NOT NULL,
            evidence TEXT NOT NULL,
            marks TEXT NOT NULL,
            supersedes TEXT
        )""",
        "CREATE INDEX judgement_of_finding ON judgement (finding)",
        """CREATE TRIGGER judgement_never_edited BEFORE UPDATE ON judgement
            BEGIN SELECT RAISE(ABORT, 'a judgement is never edited; append one that supersedes it'); END""",
        """CREATE TRIGGER judgement_never_deleted BEFORE DELETE ON judgement
            BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted; append one that withdraws it'); END""",
        """CREATE TRIGGER judgement_never_replaced BEFORE INSERT ON judgement
            WHEN EXISTS (SELECT 1 FROM judgement WHERE id = NEW.id OR place = NEW.place)
            BEGIN SELECT RAISE(ABORT, 'there is a judgement of this id'); END""",
    ),
)
VERSION = len(MIGRATIONS)
