"""Entering a command and leaving it: which error gives which exit status, and what the person reads."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from discrepancy.cli.commands import program
from discrepancy.cli.log import Level, begin, log
from discrepancy.errors import DiscrepancyError

SOMETHING_FOUND, UNUSABLE, FAULT, INTERRUPTED = 1, 2, 3, 130


def enter(arguments: list[str]) -> int:
    """Run the program and return its exit status; every error becomes a line on standard error."""
    begin()
    try:
        status = program.main(arguments, prog_name="discrepancy", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        if log.form == "json":
            say(error.format_message())
        else:
            error.show()
        return UNUSABLE
    except DiscrepancyError as error:
        say(str(error))
        return UNUSABLE
    except BrokenPipeError:
        _close_output()
        return 0
    except Exception as error:
        return _fault(error)
    return status if isinstance(status, int) else 0


def say(message: str, level: Level = "error") -> None:
    """One message to the person, on standard error; nothing in it can steer the terminal."""
    log.say(message, level)


def _fault(error: Exception) -> int:
    if os.environ.get("DISCREPANCY_TRACEBACK"):
        import traceback

        traceback.print_exc()
    say(f"an error inside the program: {type(error).__name__}: {error}\nplease report it, with what DISCREPANCY_TRACEBACK=1 shows")
    return FAULT


def _close_output() -> None:
    """The reader of our output has left: that is no error, and Python must not complain of it when it leaves."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
