"""`discrepancy diff`: what is new, changed and resolved between two reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import click

from discrepancy.cli import options
from discrepancy.cli.entry import SOMETHING_FOUND

if TYPE_CHECKING:
    from discrepancy.model.report import FindingRecord
    from discrepancy.report.changes import Changes


@click.command(short_help="Show what changed between two reports.")
@click.argument("old", metavar="OLD.json")
@click.argument("new", metavar="NEW.json")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or for programs."
)
@options.verbosity
def diff(old: str, new: str, form: Literal["text", "json"]) -> int:
    """Show which findings of NEW.json are new or changed, and which of OLD.json are resolved.

    Findings are matched by their evidence: the same id, else the same kind and most shared quotes, wherever they stand. A finding
    changes with its verdict, its causes, its values or who states them, not with its severity, confidence or wording.

    Exit status: 0 the findings are the same, 1 they differ, 2 a report cannot be used.
    """
    from discrepancy.cli.output import write
    from discrepancy.cli.reports import read_report
    from discrepancy.errors import UnusableSetting
    from discrepancy.report.changes import changes
    from discrepancy.report.visible import one_line

    if old == new == "-":
        raise UnusableSetting("only one of the two reports can come from standard input")
    found = changes(read_report(old)[1], read_report(new)[1])
    if form == "json":
        written = json.dumps(_document(found), ensure_ascii=False, indent=2)
    else:
        written = "\n".join(f"  {one_line(line)}" if line.startswith("  ") else one_line(line) for line in _lines(found))
    write(f"{written}\n".encode("utf-8", "replace"), None)
    return SOMETHING_FOUND if found.any else 0


def _lines(found: Changes) -> Iterator[str]:
    yield f"{len(found.new)} new, {len(found.changed)} changed, {len(found.resolved)} resolved, {found.same} the same"
    for finding in found.new:
        yield f"+ new {_head(finding)}"
        yield f"  {finding.explanation}"
    for change in found.changed:
        yield f"~ changed {_head(change.new)}"
        for what in change.what:
            yield f"  {what}"
    for finding in found.resolved:
        yield f"- resolved {_head(finding)}"
    for sentence in found.articles:
        yield f"note: {sentence}"


def _head(finding: FindingRecord) -> str:
    return f"{finding.verdict} {finding.id}: {finding.topic or finding.kind}"


def _document(found: Changes) -> dict[str, Any]:
    return {
        "format": "discrepancy-diff",
        "version": 1,
        "same": found.same,
        "new": [_short(finding) for finding in found.new],
        "changed": [{**_short(change.new), "was": _short(change.old), "what": list(change.what)} for change in found.changed],
        "resolved": [_short(finding) for finding in found.resolved],
        "articles": list(found.articles),
    }


def _short(finding: FindingRecord) -> dict[str, Any]:
    return {
        "id": finding.id,
        "topic": finding.topic,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "causes": list(finding.causes),
        "values": [value.label for value in finding.values],
    }
