"""The application: it opens at once, reads in a thread, and hands the session to its screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.actions import ActionParseResult, parse
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.events import Event, Key, MouseDown, MouseScrollDown, MouseScrollUp, Paste
from textual.screen import Screen

from discrepancy import __version__
from discrepancy.errors import DiscrepancyError
from discrepancy.model.report import Report, Tool
from discrepancy.report.visible import visible
from discrepancy.review.judging import Judging
from discrepancy.review.loaded import Loaded
from discrepancy.review.opening import editor_call
from discrepancy.review.seen import keep_seen, last_seen
from discrepancy.review.session import Session
from discrepancy.tui.actions import HELD_BACK, actions_of
from discrepancy.tui.reading import Arrived, Failed, Load, Progressed, read_beside
from discrepancy.tui.remembered import remember_theme, remembered_theme, settings_path
from discrepancy.tui.screens.desk import Desk
from discrepancy.tui.screens.findings import FindingsScreen
from discrepancy.tui.shorten import fitted
from discrepancy.tui.themes import THEMES, palette_of
from discrepancy.tui.widgets.bars import progress_line


def nothing_yet() -> Loaded:
    """What is under review before the first reading is done: a report with nothing in it."""
    return Loaded(Report("discrepancy-report", 1, Tool("discrepancy", __version__), {}, (), (), ()), {})


class Desktop(App[None]):
    """Reads with `load` in a thread, once at the start and again on demand; the screens draw the one session."""

    CSS_PATH = "app.tcss"
    TITLE = "discrepancy"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, load: Load, title: str, judging: Judging | None = None, settings: Path | None = None, seen: Path | None = None
    ) -> None:
        """`settings` is the file in which the theme is remembered, `seen` that of the findings seen last time; None remembers nothing."""
        super().__init__()
        self.load = load
        self.shown_title = title
        self.session = Session(nothing_yet(), judging=judging, seen=last_seen(seen) if seen is not None else None)
        self.settings_file = settings
        self.reading = False
        self.touched = False
        self.going_on = Text()
        self.told = Text()
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        wanted = remembered_theme(settings) if settings is not None else None
        self.theme = wanted if wanted in THEMES else next(iter(THEMES))

    def get_default_screen(self) -> FindingsScreen:
        """The findings."""
        return FindingsScreen(self.session)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette lists the table of actions."""
        if not isinstance(screen, Desk):
            return
        for action in actions_of(screen.kind):
            if action.call != "app.command_palette" and "{key}" not in action.call:
                told = action.help[0].upper() + action.help[1:]
                yield SystemCommand(told, f"key {action.shown}", partial(self.call_later, screen.run_action, action.call))

    def on_mount(self) -> None:
        """Start to read, and draw again whenever the theme changes."""
        self.theme_changed_signal.subscribe(self, lambda _: self.draw())
        self.call_after_refresh(self.action_reload)

    def action_reload(self) -> None:
        """Read the input again; one reading at a time."""
        if self.reading:
            return
        self.reading, self.told = True, Text()
        self.going_on = Text("reading …", style=palette_of(self.current_theme).warning)
        self.draw()
        self.run_worker(read_beside(self, self.load), exit_on_error=False)

    def on_progressed(self, event: Progressed) -> None:
        """Show how far it is."""
        if self.reading:
            self.going_on = progress_line(event.stage, event.done, event.total, self.size.width, palette_of(self.current_theme))
            self.draw(body=not self.session.shown)

    def on_arrived(self, event: Arrived) -> None:
        """Take the reading; the place is kept. What is provisional takes the place of nothing, or of what was provisional."""
        if event.loaded.whole:
            self.reading, self.going_on, self.told = False, Text(), Text()
            self._take(event.loaded)
            self.draw()
        elif self.reading and self._fuller(event.loaded):
            same = event.loaded.report is self.session.report
            self._take(event.loaded)
            self.draw(body=not (same and self.session.shown))

    def _fuller(self, loaded: Loaded) -> bool:
        """True where a provisional reading shows no less than what is on the screen."""
        return not self.session.report.findings or (not self.session.loaded.whole and bool(loaded.report.findings))

    def _take(self, loaded: Loaded) -> None:
        """Another reading of the same articles. Until a person has done something, the first finding is chosen."""
        provisional, before = not self.session.loaded.whole, self.session.chosen
        stayed = self.session.reload(loaded)
        if not self.touched:
            self.session.choose(0)
        elif provisional and before is not None and not stayed:
            gone = f"“{fitted(visible(before.topic), 40)}” is not shown any more: more articles are compared now"
            self.told = Text(gone, style=palette_of(self.current_theme).warning)

    def on_failed(self, event: Failed) -> None:
        """Say why; what was read before stays."""
        self.reading, self.told = False, Text()
        self.going_on = Text(f"✗ {visible(event.reason)}   r tries again", style=palette_of(self.current_theme).conflict)
        self.draw()

    def draw(self, body: bool = True) -> None:
        """Draw every screen in sight from the session; without `body`, only what it tells around its findings."""
        for screen in self.screen_stack:
            if isinstance(screen, Desk):
                screen.update(body)

    async def run_action(
        self, action: str | ActionParseResult, default_namespace: DOMNode | None = None, namespaces: Mapping[str, DOMNode] | None = None
    ) -> bool:
        """Do what a key asks for; judging waits until all articles are compared."""
        name = (parse(action) if isinstance(action, str) else action)[1]
        screen = self.screen
        if name in HELD_BACK and not self.session.loaded.whole and isinstance(screen, Desk):
            how = "when all articles are compared" if self.reading else "when all articles are compared: r reads again"
            screen.tell(Text(f"Provisional: judging and export begin {how}.", style=palette_of(self.current_theme).warning))
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def action_next_theme(self) -> None:
        """Dark, light, high contrast, no colour."""
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else names[0]
        if self.settings_file is not None:
            remember_theme(self.settings_file, self.theme)

    async def action_help_keys(self) -> None:
        """The table of actions."""
        from discrepancy.tui.screens.keys import KeysScreen

        screen = self.screen
        if not isinstance(screen, KeysScreen):
            await self.push_screen(KeysScreen(screen.kind if isinstance(screen, Desk) else "findings"))

    def edit(self, name: str, text: str, line: int) -> None:
        """Open a copy of a text in $VISUAL or $EDITOR at a line, from 1; the terminal is the editor's until it ends."""
        import os
        import subprocess
        import tempfile

        from textual.app import SuspendNotSupported

        plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)[:40]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{plain or 'article'}.txt"
            path.write_text(visible(text, lines=True), encoding="utf-8")
            call = editor_call(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi", str(path), line)
            try:
                with self.suspend():
                    subprocess.run(call, check=False)
            except (SuspendNotSupported, OSError) as error:
                self.notify(f"The editor cannot be opened: {visible(str(error))}", severity="error", markup=False)

    def copy(self, words: str, told: str = "") -> None:
        """Put words on the clipboard, through the terminal; `told` names what is too long to show."""
        self.copy_to_clipboard(visible(words, lines=bool(told)))
        self.notify(told or visible(words), title="Copied", markup=False, timeout=3)

    def written(self, name: str, write: Callable[[], None]) -> None:
        """Write a file, and say that it was, or why not."""
        try:
            write()
        except DiscrepancyError as error:
            self.told = Text(f"✗ Not written: {visible(str(error))}", style=palette_of(self.current_theme).conflict)
        else:
            self.told = Text(f"Written: {visible(name)}", style=palette_of(self.current_theme).strong)
        self.draw()

    async def on_event(self, event: Event) -> None:
        """What is pasted is made visible before any field holds it; a key or a click is an act of the person."""
        self.touched = self.touched or isinstance(event, (Key, MouseDown, MouseScrollDown, MouseScrollUp))
        if isinstance(event, Paste):
            event.text = visible(event.text, lines=True)
        await super().on_event(event)


def run(load: Load, title: str, judging: Judging | None = None, seen: Path | None = None) -> None:
    """Review what `load` reads until the person quits, judging with `judging` (None: judgements are not kept).

    `seen` is the file that keeps which findings there are, for the next time.

    `load` is called in a thread, with a function to tell its progress to (stage, done, total; total 0: unknown), and again
    for each `r`; a DiscrepancyError it raises is shown, not raised. Both standard streams must be a terminal.
    """
    app = Desktop(load, title, judging, settings_path(), seen)
    app.run()
    if seen is not None and app.session.report.articles and app.session.loaded.whole:
        keep_seen(seen, app.session.report)
