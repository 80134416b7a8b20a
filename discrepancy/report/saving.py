"""Writing a report so that a reader finds the old one or the whole new one, never half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from discrepancy.errors import UnusableSetting


def save(path: str | Path, content: bytes) -> None:
    """Write `content` to `path` by way of a temporary file beside it, flushed to the disk and then renamed.

    An existing file keeps its permissions; a link is written through. Raises UnusableSetting where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe: nothing to replace
            return
        _replace(target, content)
    except OSError as error:
        raise UnusableSetting(f"{Path(path).name} cannot be written: {error.strerror or error}") from None


def _replace(target: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
