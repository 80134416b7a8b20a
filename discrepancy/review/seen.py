"""Which findings were there when the same articles were last reviewed, so that a later review shows what is new since."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from discrepancy.model.report import FindingRecord, Report
from discrepancy.review.choice import Known, known

FORMAT = {"format": "discrepancy-seen", "version": 1}


def seen_path(store: Path, paths: Sequence[str]) -> Path:
    """Beside a store of judgements, for the articles that `paths` name."""
    named = "\n".join(sorted(str(Path(path).resolve()) for path in paths))
    return store.parent / f"seen-{hashlib.sha256(named.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}.json"


def last_seen(path: Path) -> tuple[Known, ...] | None:
    """What was there; None where nothing was kept or it cannot be read."""
    try:
        held = json.loads(path.read_bytes())
        if {name: held.get(name) for name in FORMAT} != FORMAT:
            return None
        return tuple(
            Known(one["id"], one["kind"], frozenset((article, quote) for article, quote in one["quotes"])) for one in held["findings"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep_seen(path: Path, report: Report) -> None:
    """Keep what a report holds, where the folder is there and can be written: a review that judged nothing leaves nothing behind."""
    held = {**FORMAT, "findings": [_row(finding) for finding in report.findings]}
    with contextlib.suppress(OSError):
        if path.parent.is_dir():
            beside = path.with_name(f"{path.name}.{os.getpid()}")
            beside.write_text(json.dumps(held) + "\n", encoding="utf-8")
            os.replace(beside, path)


def _row(finding: FindingRecord) -> dict[str, object]:
    one = known(finding)
    return {"id": one.id, "kind": one.kind, "quotes": sorted(one.quotes)}
