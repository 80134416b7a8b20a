"""Who judges, and when."""

from __future__ import annotations

import datetime
import subprocess


def reviewer_name(given: str | None = None) -> str:
    """The name given, else git's `user.name` here, else the login name, else `reviewer`; on one line."""
    return " ".join((given or _git_name() or _login_name() or "").split()) or "reviewer"


def _git_name() -> str:
    try:
        told = subprocess.run(["git", "config", "user.name"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.decode("utf-8", "replace").strip() if told.returncode == 0 else ""


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now() -> str:
    """This moment as judgements write it: ISO 8601 in UTC, to the microsecond."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
