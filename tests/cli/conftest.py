"""A command line to call in this process, and stories to call it on."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from discrepancy.cli import run

HURT = "A bridge over the Ardle collapsed on Monday. {} people were hurt in the collapse, the police of Corrin said."


@dataclass(frozen=True)
class Ended:
    """How a call ended: exit status, and what it wrote on the two streams."""

    status: int
    out: str
    err: str


Call = Callable[..., Ended]


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the program with arguments, and with `given` on standard input."""

    def called(*arguments: object, given: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        caught = capfdbinary.readouterr()
        return Ended(status, caught.out.decode(), caught.err.decode())

    return called


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder of two articles that give different figures for one thing."""
    return written(tmp_path / "story", a=HURT.format("Seven"), b=HURT.format("Nine"))


def written(folder: Path, **texts: str) -> Path:
    """A folder of JSON articles, one for each name."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.json").write_text(json.dumps({"source": f"Paper {name.upper()}", "title": "", "text": text}), encoding="utf-8")
    return folder
