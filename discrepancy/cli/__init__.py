"""The command line: one file per command, imported when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main() -> None:
    """The `discrepancy` program: leaves with the exit status of `run`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the program on `arguments`; the exit status: 0, 1 (something found), 2 (unusable), 3 (a fault of ours), 130 (interrupted)."""
    if list(arguments) == ["--version"]:  # answered before anything is imported
        from discrepancy import __version__

        print(f"discrepancy {__version__}")
        return 0
    from discrepancy.cli.entry import enter

    return enter(list(arguments))
