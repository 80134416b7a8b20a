"""Every error a user can meet, as one small tree.

An error names the file, the place in it and what to do. Anything that is not
below `DiscrepancyError` is a fault of the program (exit status 3).
"""

from __future__ import annotations


class DiscrepancyError(Exception):
    """The base of every error that a user can mend; exit status 2."""


class UnreadableInput(DiscrepancyError):
    """One input cannot be read; the other inputs are still compared.

    `path` is relative to the argument given; `reason` is one sentence.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class NothingToRead(DiscrepancyError):
    """No argument led to a usable article."""


class UnusableReport(DiscrepancyError):
    """A JSON report cannot be read: broken, another format or version."""


class UnusableSetting(DiscrepancyError):
    """An option's value cannot be used."""


class UnusableStore(DiscrepancyError):
    """A store of judgements cannot be opened, read or written, or is of a newer version."""


class UnusableJudgements(DiscrepancyError):
    """A file of judgements or labels cannot be read: broken, or of another format or version."""
