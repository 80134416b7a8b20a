"""`discrepancy score`: a report measured against labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from discrepancy.cli import options
from discrepancy.errors import UnusableJudgements

if TYPE_CHECKING:
    from discrepancy.model.report import Report
    from discrepancy.review.score import Found, Score, Share


@click.command(short_help="Measure a report against labels.")
@click.argument("report", metavar="REPORT.json")
@click.argument("labels", nargs=-1, required=True, metavar="LABELS.json...")
@click.option(
    "--articles", multiple=True, metavar="PATH", help="The articles, where the labels have no offsets. May be given more than once."
)
@click.option("--show", type=click.Choice(["misses", "false", "all"]), help="List what was missed, what was wrongly found, or both.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or for programs."
)
@options.verbosity
def score(
    report: str,
    labels: tuple[str, ...],
    articles: tuple[str, ...],
    show: Literal["misses", "false", "all"] | None,
    form: Literal["text", "json"],
) -> None:
    """Measure REPORT.json against LABELS.json, as `judgements export --format gold` writes them or as they were written by hand.

    Several files (one of each reviewer) are measured one by one, and together. Against labels that reviewers' judgements gave, a
    finding that nobody judged is counted neither as right nor as wrong.
    """
    from discrepancy.cli.output import write
    from discrepancy.cli.reports import read_report
    from discrepancy.report.visible import one_line
    from discrepancy.review.gold import read_gold
    from discrepancy.review.score import score as measured

    read = read_report(report)[1]
    texts = _texts(read, articles)
    scores: dict[str, Score] = {}
    for name in labels:
        try:
            scores[name] = measured(read_gold(Path(name).read_bytes(), texts), read)
        except OSError as error:
            raise UnusableJudgements(f"{Path(name).name}: it cannot be read: {error.strerror or error}") from None
        except UnusableJudgements as error:
            raise UnusableJudgements(f"{Path(name).name}: {error}") from None
    if len(scores) > 1:
        first, *others = scores.values()
        scores["together"] = sum(others, first)
    if form == "json":
        written = json.dumps({Path(name).name: _document(one) for name, one in scores.items()}, ensure_ascii=False, indent=2)
    else:
        written = "\n".join(
            line for name, one in scores.items() for line in ([one_line(Path(name).name)] if len(scores) > 1 else []) + [*_lines(one, show)]
        )
    write(f"{written}\n".encode("utf-8", "replace"), None)


def _texts(report: Report, articles: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """The words that are at hand: titles and carried texts of the report, and those of the articles given."""
    texts = {(article.id, "title"): article.title for article in report.articles}
    texts |= {(article.id, "text"): article.text for article in report.articles if article.text is not None}
    if articles:
        from discrepancy.cli.progress import progress_line
        from discrepancy.read import load_story

        with progress_line() as progress:
            story = load_story(articles, None, progress)
        texts |= {(article.id, field): article.field_text(field) for article in story.articles for field in ("text", "title")}
    return texts


def _lines(one: Score, show: Literal["misses", "false", "all"] | None) -> Iterator[str]:
    from discrepancy.report.visible import one_line

    yield f"conflict  {_found(one.found('c'))}"
    yield f"flagged   {_found(one.found('f'))}"
    yield f"aligned   {_found(one.aligned)}"
    yield f"groups    {_share(one.share('g_right', 'g'))} pairs rightly under one value or two"
    yield f"verdicts  {_share(one.share('v_right', 'v_met'))} of the questions met, {one.counts['v_all']} in all"
    yield f"traps     {_share(one.share('t_kept', 't'))} kept apart, {one.counts['t_read']} with both ends read"
    if one.counts["unjudged"]:
        yield f"unjudged  {one.counts['unjudged']} findings that nobody judged"
    for line in one.misses if show in ("misses", "all") else ():
        yield f"  missed {one_line(line)}"
    for line in one.false if show in ("false", "all") else ():
        yield f"  false {one_line(line)}"


def _found(found: Found) -> str:
    return f"precision {_share(found.precision)}, recall {_share(found.recall)}, F1 {found.f1:.2f}"


def _share(share: Share) -> str:
    return f"{share.value:.2f} ({share.right} of {share.of})" if share.value is not None else "– (none)"


def _document(one: Score) -> dict[str, Any]:
    """Precision, recall and F1 of each, and every count."""
    out: dict[str, Any] = {}
    for name, found in (("conflict", one.found("c")), ("flagged", one.found("f")), ("aligned", one.aligned)):
        out[name] = {"precision": found.precision.value, "recall": found.recall.value, "f1": found.f1}
    return {**out, "counts": dict(sorted(one.counts.items())), "missed": list(one.misses), "false": list(one.false)}
