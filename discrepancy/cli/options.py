"""Options that several commands share, and how their values are understood."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Literal

import click

from discrepancy.cli.formats import FORMATS
from discrepancy.cli.log import log


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> datetime.date | None:
    """The day, or a usage error that says how to write one."""
    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is no day; write it as YYYY-MM-DD") from None


def _quiet(_context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        log.least = "error"


def _verbose(_context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        log.least = "info"


def _log_format(_context: click.Context, _option: click.Parameter, form: Literal["text", "json"]) -> None:
    log.form = form


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
published: Decorator = click.option("--published", callback=_day, metavar="YYYY-MM-DD", help="The day given to articles that carry none.")
sensitivity: Decorator = click.option(
    "--sensitivity",
    type=click.Choice(["strict", "normal", "wide"]),
    default="normal",
    show_default=True,
    help="How sure it must be that two passages speak of the same thing.",
)
with_ledger: Decorator = click.option(
    "--with-ledger/--without-ledger", default=False, help="Give with each finding the weights it rests on."
)
with_judgements: Decorator = click.option(
    "--with-judgements/--without-judgements",
    default=False,
    help="Hold to what reviewers judged and carry it; findings they dismissed do not count for the exit status.",
)
store: Decorator = click.option(
    "--store", metavar="FILE", help="The store of judgements; else .discrepancy/judgements.sqlite3 of the project folder."
)
form: Decorator = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="text for a terminal, html and markdown for people; json is the whole report, jsonl a finding a line, csv a row a mention.",
)
agreements: Decorator = click.option(
    "--all/--no-all", "agreements", default=False, help="List agreements too (json, jsonl and csv always hold them)."
)
fail_on: Decorator = click.option(
    "--fail-on",
    type=click.Choice(["conflict", "imprecise", "never"]),
    default="conflict",
    show_default=True,
    help="From which verdict on the exit status is 1.",
)


def verbosity(command: Callable[..., Any]) -> Callable[..., Any]:
    """--quiet, --verbose and --log-format: how much is told on standard error, and in which form."""
    shared = (
        click.option("--quiet/--no-quiet", default=False, expose_value=False, callback=_quiet, help="Tell only errors on standard error."),
        click.option(
            "--verbose/--no-verbose", default=False, expose_value=False, callback=_verbose, help="Tell on standard error what is done."
        ),
        click.option(
            "--log-format",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            expose_value=False,
            is_eager=True,
            callback=_log_format,
            help="How standard error is written.",
        ),
    )
    for option in reversed(shared):
        command = option(command)
    return command
