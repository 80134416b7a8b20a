"""A story while it is being read: its articles, with what was read of each."""

from __future__ import annotations

from rich.text import Text

from discrepancy.report.visible import visible
from discrepancy.review.session import Session
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import Palette


def filling(session: Session, palette: Palette, lines: int) -> Text:
    """The articles, the last `lines` of them (at least one), those that were read with their figures; then a blank line."""
    read = session.loaded.figures
    told = Text()
    for article in session.report.articles[-max(1, lines) :]:
        number = read.get(article.id)
        told.append("✓ " if number is not None else "· ", palette.agree if number is not None else palette.faint)
        told.append(f"{fitted(visible(session.names[article.id]), 40)}  ", palette.strong if number is not None else palette.faint)
        told.append(f"{article.characters:,} characters", palette.faint)
        told.append(f", {number} figures and dates\n" if number is not None else "\n", palette.faint)
    return told.append("\n")
