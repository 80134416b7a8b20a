"""Colours: four themes, and the styles in which findings are drawn under each.

Nothing is told by colour alone: verdicts have a sign and a word, sides a shape.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

VERDICT_SIGNS = {"conflict": "✗", "imprecise": "≈", "agree": "="}
SIDE_SHAPES = "●◆▲■▼★"
STATE_SIGNS = {
    "not judged": " ", "confirmed": "✓", "dismissed": "–", "needs a call": "☏", "reopened": "↻",
    "noted": "✎", "disputed": "↯", "shaped": "⊕",
}  # fmt: skip
MARKED = "▣"
PROVISIONAL = "◌"


@dataclass(frozen=True, slots=True)
class Palette:
    """Rich styles by what they mark; `sides` are plain colours, taken in turn."""

    conflict: str
    imprecise: str
    agree: str
    sides: tuple[str, ...]
    faint: str
    strong: str
    sentence: str
    heading: str
    cursor: str
    chosen: str
    on_side: str
    hit: str
    warning: str

    def verdict(self, verdict: str) -> str:
        """The style of a verdict's sign and word."""
        return {"conflict": self.conflict, "imprecise": self.imprecise}.get(verdict, self.agree)

    def state(self, state: str) -> str:
        """The style of what reviewers say of a finding."""
        return {"confirmed": self.strong, "reopened": self.warning, "needs a call": self.warning, "disputed": self.warning}.get(
            state, self.faint
        )

    def side(self, side: int) -> str:
        """The colour of a side; from the seventh on they repeat."""
        return self.sides[side % len(self.sides)]

    def filled(self, side: int) -> str:
        """A side's colour as a background, for what must be seen from afar."""
        return f"bold {self.on_side} on {self.side(side)}"


def shape(side: int) -> str:
    """The shape that stands for a side; from the seventh on they repeat."""
    return SIDE_SHAPES[side % len(SIDE_SHAPES)]


DARK = Palette(
    conflict="bold #ff6b6b",
    imprecise="bold #e5c453",
    agree="#6fbf73",
    sides=("#6cb6ff", "#ffa657", "#d2a8ff", "#56d4bc", "#ff9bce", "#b5cc6a"),
    faint="#8b949e",
    strong="bold #f0f3f6",
    sentence="#f0f3f6",
    heading="bold #a9b4c0",
    cursor="on #263347",
    chosen="bold on #44618a",
    on_side="#10151c",
    hit="underline",
    warning="#e5c453",
)
LIGHT = Palette(
    conflict="bold #b3141c",
    imprecise="bold #7d5700",
    agree="#1a6b2d",
    sides=("#0757a8", "#a04100", "#6f3cc3", "#00655a", "#a5226b", "#556600"),
    faint="#5c6570",
    strong="bold #0b0f14",
    sentence="#0b0f14",
    heading="bold #3d4752",
    cursor="on #dde8f6",
    chosen="bold on #a9c8ee",
    on_side="#ffffff",
    hit="underline",
    warning="#7d5700",
)
CONTRAST = Palette(
    conflict="bold #ff8080",
    imprecise="bold #ffff00",
    agree="bold #00ff66",
    sides=("#00e5ff", "#ffb000", "#ff80ff", "#7fff7f", "#ffffff", "#ff8080"),
    faint="#d0d0d0",
    strong="bold #ffffff",
    sentence="#ffffff",
    heading="bold #ffffff",
    cursor="on #000090",
    chosen="bold underline on #0000ff",
    on_side="#000000",
    hit="underline",
    warning="bold #ffff00",
)

PLAIN = Palette(
    conflict="bold #ffffff",
    imprecise="#e4e4e4",
    agree="#b2b2b2",
    sides=("#e4e4e4",),
    faint="#9e9e9e",
    strong="bold #ffffff",
    sentence="#ffffff",
    heading="bold #d0d0d0",
    cursor="on #303030",
    chosen="bold underline on #4e4e4e",
    on_side="#121212",
    hit="underline",
    warning="italic #ffffff",
)

_BASES = (
    Theme(
        name="discrepancy-dark", primary="#6cb6ff", secondary="#8b949e", accent="#ffa657",
        warning="#e5c453", error="#ff6b6b", success="#6fbf73",
        foreground="#d3dae1", background="#10151c", surface="#151c25", panel="#1d2632", dark=True,
    ),
    Theme(
        name="discrepancy-light", primary="#0757a8", secondary="#5c6570", accent="#a04100",
        warning="#7d5700", error="#b3141c", success="#1a6b2d",
        foreground="#20262d", background="#fbfbf8", surface="#f3f3ee", panel="#e6e7e2", dark=False,
    ),
    Theme(
        name="discrepancy-contrast", primary="#ffffff", secondary="#ffffff", accent="#ffff00",
        warning="#ffff00", error="#ff8080", success="#00ff66",
        foreground="#ffffff", background="#000000", surface="#000000", panel="#000000", dark=True,
    ),
    Theme(
        name="discrepancy-plain", primary="#e4e4e4", secondary="#9e9e9e", accent="#ffffff",
        warning="#ffffff", error="#ffffff", success="#d0d0d0",
        foreground="#d0d0d0", background="#121212", surface="#1c1c1c", panel="#262626", dark=True,
    ),
)  # fmt: skip

THEMES: dict[str, tuple[Theme, Palette]] = {
    theme.name: (theme, palette) for theme, palette in zip(_BASES, (DARK, LIGHT, CONTRAST, PLAIN), strict=True)
}


def palette_of(theme: Theme) -> Palette:
    """The palette of a theme; of a theme that is not ours, the one for its background."""
    if theme.name in THEMES:
        return THEMES[theme.name][1]
    return DARK if theme.dark else LIGHT
