"""`discrepancy verify`: whether a report holds, by itself or against its articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import click

from discrepancy.cli import options
from discrepancy.errors import UnusableReport, UnusableSetting

if TYPE_CHECKING:
    from discrepancy.model.article import Story
    from discrepancy.model.report import Report
    from discrepancy.model.settings import Settings

HOLDS, DOES_NOT_HOLD = 0, 1


@click.command(short_help="Check a report, by itself or against its articles.")
@click.argument("report", metavar="REPORT.json")
@click.argument("articles", nargs=-1, metavar="[ARTICLES...]")
@options.store
@options.verbosity
def verify(report: str, articles: tuple[str, ...], store: str | None) -> int:
    """Check that REPORT.json holds.

    With ARTICLES..., given as they were to `compare`, the comparison is run again with the report's settings and must give
    the same bytes; the first thing that differs is named. Without them the schema, the quotes against the passages the
    report carries and the verdicts against the intervals of their values are checked.

    A report with judgements is run again with the judgements that it carries; with --store FILE each of them must be in that
    store as it is in the report, and be the last word there.

    Exit status: 0 it holds, 1 it does not, 2 it cannot be used.
    """
    from discrepancy import __version__
    from discrepancy.cli.reports import read_report

    written, read = read_report(report)
    same_version = read.tool.name == "discrepancy" and read.tool.version == __version__
    stray = [*_stray(read, store)]
    if not articles:
        return _told([*_alone(read), *stray], _reach_alone(read) + _reach_judged(read, store))
    story, settings = _asked(read, articles)
    if same_version:
        reach = f"it holds: run again on {_count(read)}, it gives the same bytes"
        return _told([*_again(written, read, story, settings), *stray], reach + _reach_judged(read, store))
    return _told([*_alone(read, story), *stray], _reach_older(read, story, settings) + _reach_judged(read, store))


def _told(broken: list[str], reach: str) -> int:
    """Say what does not hold, or how far it does."""
    from discrepancy.cli.output import write
    from discrepancy.report.visible import visible

    lines = [*broken[:_MOST], *([f"and {len(broken) - _MOST} more"] if len(broken) > _MOST else [])] if broken else [reach]
    head = ["it does not hold:"] if broken else []
    write("".join(f"{visible(line)}\n" for line in [*head, *lines]).encode("utf-8", "replace"), None)
    return DOES_NOT_HOLD if broken else HOLDS


_MOST = 20


def _alone(report: Report, story: Story | None = None) -> Iterator[str]:
    """What the report alone, or with the articles' texts, shows to be wrong."""
    from discrepancy.report.checks import flaws
    from discrepancy.verdict.record import finding_id

    if story is not None:
        digests = {article.id: article.sha256 for article in story.articles}
        for place, article in enumerate(report.articles):
            if digests.get(article.id) != article.sha256:
                yield f"articles[{place}].sha256: {'is that of other bytes' if article.id in digests else 'there is no such article'}"
    texts = {article.id: article.text for article in story.articles} if story else None
    yield from (f"{flaw.path}: {flaw.what}" for flaw in flaws(report, finding_id, texts))


def _asked(report: Report, articles: tuple[str, ...]) -> tuple[Story, Settings]:
    """The articles and the settings of the report. Raises UnusableReport for settings of another kind of program."""
    from discrepancy.cli.progress import progress_line
    from discrepancy.model.settings import Sensitivity, Settings
    from discrepancy.read import load_story

    given, sensitivity = report.settings.get("published"), report.settings.get("sensitivity")
    try:
        published = datetime.date.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        raise UnusableReport(f"settings.published: {given!r} is no day") from None
    known = next((name for name in get_args(Sensitivity) if name == sensitivity), None)
    if known is None:
        raise UnusableReport(f"settings.sensitivity: {sensitivity!r} is not strict, normal or wide")
    settings = Settings(published, known, True, report.settings.get("with_ledger") is True)
    with progress_line() as progress:
        return load_story(articles, published, progress), settings


def _again(written: bytes, report: Report, story: Story, settings: Settings) -> Iterator[str]:
    """The first thing in which another run differs from the report's bytes; nothing where it gives the same."""
    from discrepancy.report.difference import first_byte, first_difference
    from discrepancy.report.jsonreport import dumps

    found = dumps(_run_again(report, story, settings))
    if found == written:
        return
    difference = first_difference(_parsed(written), _parsed(found))
    if difference is None:
        yield f"byte {first_byte(written, found)}: the same content, not in the bytes that this program writes"
    else:
        yield f"{difference.path}: the report has {difference.left}, the articles give {difference.right}"


def _run_again(report: Report, story: Story, settings: Settings) -> Report:
    """The articles compared anew, held to the judgements that the report carries, and carrying them."""
    from discrepancy.pipeline import compare_story
    from discrepancy.review.reported import judgements_of, with_judgements
    from discrepancy.review.standing import constraints

    judged = judgements_of(report)
    found = compare_story(story, settings, None, constraints(judged))
    return found if report.judgements is None else with_judgements(found, judged, story.articles)


def _stray(report: Report, store: str | None) -> Iterator[str]:
    """Judgements of the report that lie on another finding than theirs, or are not what the store has."""
    from discrepancy.review.reported import judgements_of, with_judgements

    if report.judgements is None:
        if store is not None:
            raise UnusableSetting("--store is for a report with judgements, and this one has none")
        return
    laid = {one.id: one for one in with_judgements(report, judgements_of(report)).judgements or ()}
    for place, one in enumerate(report.judgements):
        if one.finding is not None and laid.get(one.id) != one:
            yield f"judgements[{place}]: it does not lie on the findings as its evidence, its values and its time say"
    if store is not None:
        yield from _not_in(report, store)


def _not_in(report: Report, store: str) -> Iterator[str]:
    from discrepancy.cli.stored import store_at
    from discrepancy.review.reported import judgements_of
    from discrepancy.review.standing import effective

    with store_at(store, must_exist=True) as kept:
        every = kept.all()
    held, stands = {one.id: one for one in every}, {one.id for one in effective(every)}
    for place, one in enumerate(judgements_of(report)):
        if one.id not in held:
            yield f"judgements[{place}]: the store has no such judgement"
        elif held[one.id] != one:
            yield f"judgements[{place}]: the store has it otherwise"
        elif one.id not in stands:
            yield f"judgements[{place}]: it has been superseded or withdrawn in the store since"


def _reach_judged(report: Report, store: str | None) -> str:
    """How far the judgements of a report could be followed."""
    from discrepancy.report.words import counted

    if report.judgements is None or (store is None and not report.judgements):
        return ""
    told = counted(len(report.judgements), "judgement")
    if store is None:
        return f"; that its {told} were made by the reviewers named, and are all, was not checked: give their store with --store"
    more = _more_in(report, store)
    left = f", and {counted(more, 'judgement')} more that the report does not carry" if more else ""
    return f"; the store has its {told} as told, none superseded or withdrawn{left}"


def _more_in(report: Report, store: str) -> int:
    """How many judgements of the store meet a finding of the report and are not in it."""
    from discrepancy.cli.stored import store_at
    from discrepancy.review.reported import with_judgements

    with store_at(store, must_exist=True) as kept:
        now = with_judgements(report, kept.all()).judgements or ()
    carried = {one.id for one in report.judgements or ()}
    return sum(one.id not in carried for one in now)


def _parsed(written: bytes) -> Any:
    import msgspec

    try:
        return msgspec.json.decode(written)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnusableReport(f"it is not a JSON report: {error}") from None


def _count(report: Report) -> str:
    from discrepancy.report.words import counted

    return counted(len(report.articles), "article")


def _reach_alone(report: Report) -> str:
    from discrepancy.report.words import counted

    mentions = sum(len(value.mentions) for finding in report.findings for value in finding.values)
    return (
        f"it holds as far as it goes: {counted(len(report.findings), 'finding')} and {counted(mentions, 'quote')} were checked against "
        "the schema, the passages the report carries and the intervals of the values. "
        "Without the articles this is all that could be checked: "
        "whether they say so, and whether the program finds no more in them, was not"
    )


def _reach_older(report: Report, story: Story, settings: Settings) -> str:
    """How far a report of another version of the program can be followed."""
    from discrepancy import __version__
    from discrepancy.report.words import counted

    found = {finding.id: finding.verdict for finding in _run_again(report, story, settings).findings}
    same = sum(found.get(finding.id) == finding.verdict for finding in report.findings)
    return (
        f"it holds as far as it goes: it was written by {report.tool.name} {report.tool.version}, and this is {__version__}, "
        "so its bytes could not be compared. Every quote is what the articles say at its place, and every verdict fits its values; "
        f"{same} of "
        f"{counted(len(report.findings), 'finding')} come out the same today"
    )
