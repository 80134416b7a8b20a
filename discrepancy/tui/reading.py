"""Reading beside the screen: in a thread that tells how far it is, and that the end of the program does not wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from textual.app import App
from textual.message import Message

from discrepancy.errors import DiscrepancyError
from discrepancy.review.loaded import Loaded, Observer

Load = Callable[[Observer | None], Loaded]


class Progressed(Message):
    """The reading has come so far."""

    def __init__(self, stage: str, done: int, total: int) -> None:
        super().__init__()
        self.stage, self.done, self.total = stage, done, total


class Arrived(Message):
    """So much has been read: where it is `whole`, the reading is done."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self.loaded = loaded


class Failed(Message):
    """A reading was not possible; `reason` is for people."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Watching:
    """Tells the application, from the thread that reads, how far it is; nothing where the application has ended."""

    def __init__(self, app: App[None]) -> None:
        self.app = app

    def __call__(self, stage: str, done: int, total: int) -> None:
        """The reading has come so far."""
        self.post(Progressed(stage, done, total))

    def arrived(self, loaded: Loaded) -> None:
        """This much has been read."""
        self.post(Arrived(loaded))

    def post(self, message: Message) -> None:
        """Leave a message for the application."""
        if self.app.is_running:
            with suppress(RuntimeError):  # its loop may be closed between the question and the act
                self.app.post_message(message)


async def read_beside(app: App[None], load: Load) -> None:
    """Read; the application is told of every step, and of the end by a whole `Arrived` or by `Failed`.

    The thread is a daemon: it only reads, so that it may be dropped when the person quits.
    """
    watching, loop, done = Watching(app), asyncio.get_running_loop(), asyncio.Event()

    def read() -> None:
        try:
            loaded = load(watching)
        except DiscrepancyError as error:
            watching.post(Failed(str(error)))
        except Exception as error:
            watching.post(Failed(f"a fault of the program: {type(error).__name__}: {error}"))
        else:
            watching.post(Arrived(loaded))
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(done.set)

    Thread(target=read, name="reading", daemon=True).start()
    await done.wait()
