"""Every labelled trap that is kept out stays out: two mentions that a careless program would compare and must not.

    UPDATE_TRAPS=1 pytest tests/test_traps.py -s

writes `traps_kept.json` anew from what is kept out now, and prints each trap lost and won; read it before committing. The file
holds names of stories and hashes of pairs, no words of any article. A trap inside one question is none, as the scorer says.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench.stories import meets
from tests.compared import Compared

KEPT = Path(__file__).with_name("traps_kept.json")
Labelled = Callable[[str], tuple[Compared, ...]]


def hashed(story: str, trap: dict[str, Any]) -> str:
    """Ten hex digits, the same for the same two spans of a story, in whatever order."""
    ends = sorted(f"{e['article']}:{e.get('in', 'text')}:{e['start']}-{e['end']}" for e in (trap["a"], trap["b"]))
    return hashlib.sha256("|".join([story, *ends]).encode()).hexdigest()[:10]


def traps(story: Compared) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """(hash, trap, whether no finding holds both its ends)."""
    for trap in story.gold.get("traps", []):
        if any(all(any(_same(trap[end], g) for g in facet["mentions"]) for end in "ab") for facet in story.gold["facets"]):
            continue
        held = any(
            all(any(_met(m, trap[end]) for v in f["values"] for m in v["mentions"]) for end in "ab") for f in story.report["findings"]
        )
        yield hashed(story.name, trap), trap, not held


def _met(mention: dict[str, Any], label: dict[str, Any]) -> bool:
    return meets(mention["start"], mention["end"], mention["article"], mention.get("field", "text"), label)


def _same(end: dict[str, Any], label: dict[str, Any]) -> bool:
    return meets(end["start"], end["end"], end["article"], end.get("in", "text"), label)


def kept_before() -> dict[str, list[str]]:
    read: dict[str, list[str]] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    return read


@pytest.fixture(scope="module")
def stories(labelled: Labelled) -> dict[str, Compared]:
    found = {story.name: story for story in labelled("dev")}
    if os.environ.get("UPDATE_TRAPS"):
        update(found)
    return found


def update(found: dict[str, Compared]) -> None:
    """Write what is kept out now, and say what is lost and won."""
    before = kept_before()
    now: dict[str, list[str]] = {}
    for name, story in sorted(found.items()):
        for code, trap, kept in traps(story):
            if kept:
                now.setdefault(name, []).append(code)
            if before and kept != (code in before.get(name, [])):
                ends = " | ".join(f"{trap[end]['article']}: {trap[end]['quote']}" for end in "ab")
                print(f"{'won ' if kept else 'LOST'} {name} {code}  {ends}  ({trap['why']})")
    KEPT.write_text(json.dumps({name: sorted(codes) for name, codes in now.items()}, indent=1) + "\n")
    print(f"{sum(map(len, now.values()))} traps kept out, {sum(map(len, before.values()))} before")


@pytest.mark.parametrize("name", kept_before())
def test_a_trap_kept_out_stays_out(stories: dict[str, Compared], name: str) -> None:
    state = {code: (trap, kept) for code, trap, kept in traps(stories[name])}
    kept = kept_before()[name]
    assert [code for code in kept if code not in state] == [], "no such trap is labelled any more: UPDATE_TRAPS=1"
    sprung = [
        (code, state[code][0]["a"]["quote"], state[code][0]["b"]["quote"], state[code][0]["why"]) for code in kept if not state[code][1]
    ]
    assert sprung == []


def test_nearly_all_traps_are_kept_out(stories: dict[str, Compared]) -> None:
    every = [kept for story in stories.values() for _, _, kept in traps(story)]
    assert len(every) > 300
    assert sum(every) / len(every) >= 0.85
