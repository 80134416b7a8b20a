"""Options that several commands share, and how their values are understood."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> datetime.date | None:
    """The day, or a usage error that says how to write one."""
    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is no day; write it as YYYY-MM-DD") from None


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
with_ledger: Decorator = click.option("--with-ledger", is_flag=True, help="Give with each finding the weights it rests on.")
