"""An article as one format gives it, before it has an identity within a story."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from discrepancy.errors import UnreadableInput
from discrepancy.model.article import Skipped


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader of one format returns.

    id          the name proposed; several drafts may propose the same.
    source      as declared; "" where the input names none.
    published   as declared; None where it is not, or cannot be understood (then a warning says so).
    sha256      hex digest of the bytes it came from.
    """

    id: str
    path: str
    text: str
    sha256: str
    source: str = ""
    title: str = ""
    url: str | None = None
    published: datetime.date | None = None
    carried: bool = False
    warnings: tuple[str, ...] = ()


Read = Draft | Skipped


def without_surrogates(text: str) -> str:
    """`text` with lone surrogates (\\ud800 in JSON) replaced one for one: offsets stay, and it can be written as UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def require_text(path: str, text: str, where: str) -> str:
    """`text`, or UnreadableInput where it holds no word."""
    if not text.strip():
        raise UnreadableInput(path, f"no text in {where}")
    return text
