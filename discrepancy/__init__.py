"""Find where articles on one story do not say the same.

    from discrepancy import compare, extract, load

    story = load("articles/")
    report = compare(story)
    for finding in report.findings:
        print(finding.verdict, finding.topic, finding.explanation)

`load`, `extract`, `compare` and `Report` are the public face, the same engine as the command line; they are imported at first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from discrepancy.face import compare as compare
    from discrepancy.face import extract as extract
    from discrepancy.face import load as load
    from discrepancy.model.report import Report as Report

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "compare", "extract", "load"]

_HOMES = {
    "load": "discrepancy.face",
    "extract": "discrepancy.face",
    "compare": "discrepancy.face",
    "Report": "discrepancy.model.report",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first asked for (PEP 562), so that `discrepancy --version` need not."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether or not they were imported yet."""
    return sorted({*globals(), *_HOMES})
