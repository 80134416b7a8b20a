"""Options that several commands share, and how their values are understood."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click


class Day(click.ParamType[datetime.date]):
    """A calendar day, YYYY-MM-DD."""

    name = "date"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """As the help shows it."""
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day, or a usage error that says how to write one."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD", param, ctx)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
published: Decorator = click.option("--published", type=Day(), help="The day given to articles that carry none.")
sensitivity: Decorator = click.option(
    "--sensitivity",
    type=click.Choice(["strict", "normal", "wide"]),
    default="normal",
    show_default=True,
    help="How sure it must be that two passages speak of the same thing.",
)
with_ledger: Decorator = click.option("--with-ledger", is_flag=True, help="Give with each finding the weights it rests on.")
