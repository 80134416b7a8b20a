"""Each screen at both sizes, as text. UPDATE_PICTURES=1 writes them anew; read the change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.driving import NARROW, WIDE, desk, drawn

PICTURES = Path(__file__).parent / "pictures"
SCREENS = {
    "findings": "j",
    "evidence": "j z l l l",
    "article": "j l enter",
    "matrix": "m j l",
    "articles": "a j",
    "filter": "f j",
    "help": "question_mark",
    "judged": "2 d m p i l a t e r ctrl+s j space space k k k k k g",
    "dismiss": "d j",
    "note": "i w h o question_mark",
    "calls": "p p i a s k ctrl+s C",
    "export": "E",
    "picking": "j plus l",
    "split": "j l l x",
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["160x45", "80x24"])
async def test_the_screens_look_as_they_did(size: tuple[int, int]) -> None:
    for name, keys in SCREENS.items():
        async with desk(size=size, keys=keys) as pilot:
            told = drawn(pilot)
        picture = PICTURES / f"{name}-{size[0]}x{size[1]}.txt"
        if os.environ.get("UPDATE_PICTURES"):
            PICTURES.mkdir(exist_ok=True)
            picture.write_text(told, encoding="utf-8")
        assert told == picture.read_text(encoding="utf-8"), f"{picture.name}: UPDATE_PICTURES=1 takes the new picture"
