"""Pictures of the terminal UI for the README: `python -m tests.bench.pictures PATH… [--output FOLDER]`.

PATH is what `discrepancy view` takes. Writes an SVG of each screen as Textual exports it, with the fonts of the reader's
machine instead of Textual's links to a font service.
"""

from __future__ import annotations

import argparse
import asyncio
import re
from pathlib import Path

from discrepancy.cli.view import load_review
from discrepancy.model.settings import Settings
from discrepancy.review.judging import Judging
from discrepancy.review.loaded import Loaded
from discrepancy.tui.app import Desktop
from discrepancy.tui.themes import THEMES

SIZE = (140, 40)
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
SCREENS = {
    "view": ("discrepancy-dark", SIZE, ""),
    "view-light": ("discrepancy-light", SIZE, "j"),
    "view-contrast": ("discrepancy-contrast", SIZE, ""),
    "view-80x24": ("discrepancy-dark", (80, 24), ""),
    "matrix": ("discrepancy-dark", SIZE, "m"),
    "article": ("discrepancy-dark", SIZE, "enter"),
    "articles": ("discrepancy-dark", SIZE, "a"),
    "judged": ("discrepancy-dark", SIZE, "1 p d b i s e n t space w h o m question_mark ctrl+s j x g"),
    "dismiss": ("discrepancy-light", (80, 24), "d"),
    "calls": ("discrepancy-light", (100, 30), "p p C"),
}


def without_links(svg: str) -> str:
    """The picture with no address in it but the SVG name space's own."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(r"font-family:\s*(Fira Code|\"Fira Code\"|arial)[^;]*;", f"font-family: {FONTS};", svg)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


async def picture(loaded: Loaded, title: str, theme: str, size: tuple[int, int], keys: str) -> str:
    """One screen as SVG."""
    app = Desktop(lambda progress: loaded, title, Judging("Ann", None, lambda: "2026-06-27T09:30:00Z"))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.theme = theme
        await pilot.press(*keys.split())
        await pilot.pause()
        await pilot.pause()
        return without_links(app.export_screenshot(title=f"discrepancy view {title}"))


def main() -> None:
    """Write every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--output", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--title")
    parser.add_argument("--only", nargs="*", choices=list(SCREENS), default=list(SCREENS))
    asked = parser.parse_args()
    loaded = load_review(tuple(asked.paths), Settings(), None)
    asked.output.mkdir(parents=True, exist_ok=True)
    for name in asked.only:
        theme, size, keys = SCREENS[name]
        assert theme in THEMES
        svg = asyncio.run(picture(loaded, asked.title or asked.paths[0], theme, size, keys))
        (asked.output / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
