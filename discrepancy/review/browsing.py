"""One report being read: what is shown of it and what is chosen. It knows no screen.

Every move stays within bounds: a move that leads nowhere changes nothing, and says so by its answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model.report import ArticleRecord, FindingRecord, Report
from discrepancy.review.choice import (
    DIFFERENCES,
    ORDERS,
    VERDICTS,
    Filters,
    Known,
    Order,
    known,
    news,
    same_finding,
    shown,
    verdict_counts,
    words_of,
)
from discrepancy.review.fragments import Fragments, quoted, whole
from discrepancy.review.loaded import Loaded
from discrepancy.review.sides import Statement, source_names, statements


class Browsing:
    """A report with filters, an order, a chosen finding and, within it, a chosen statement.

    `index` is the place of the chosen finding among `shown`, 0 where nothing is shown; `place` that of the chosen
    statement among `statements`; `news` says what a later reading brought: finding id to `new` or `changed`.
    """

    def __init__(self, loaded: Loaded, filters: Filters | None = None, seen: Sequence[Known] | None = None) -> None:
        """`seen` are the findings of the last time, None where there was none."""
        self.seen = seen
        self.filters = filters or Filters()
        self.order: Order = "severity"
        self.search = ""
        self.index = 0
        self.place = 0
        self.news: dict[str, str] = {}
        self.compared_before = False
        self._stated: tuple[FindingRecord | None, tuple[Statement, ...]] = (None, ())
        self._take(loaded)

    def _take(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.names = source_names(loaded.report)
        self.articles = {article.id: article for article in loaded.report.articles}
        self.counts = verdict_counts(loaded.report)
        self._words: dict[str, str] = {}
        self.shown = self._through()

    def _through(self) -> tuple[FindingRecord, ...]:
        return shown(self.report, self.filters, self.order, self.said_of)

    def said_of(self, finding: FindingRecord) -> frozenset[str]:
        """What is true of a finding beside its verdict, of `choice.SAID`."""
        news = self.news.get(finding.id, "unchanged" if self.compared_before else "")
        return frozenset({news} if news else ())

    @property
    def report(self) -> Report:
        """The report under review."""
        return self.loaded.report

    @property
    def chosen(self) -> FindingRecord | None:
        """The chosen finding; None where nothing is shown."""
        return self.shown[self.index] if self.shown else None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the chosen finding."""
        chosen = self.chosen
        if chosen is None:
            return ()
        if self._stated[0] is not chosen:
            self._stated = (chosen, statements(chosen))
        return self._stated[1]

    @property
    def statement(self) -> Statement | None:
        """The chosen statement."""
        said = self.statements
        return said[min(self.place, len(said) - 1)] if said else None

    def article(self, identifier: str) -> ArticleRecord | None:
        """The record of an article; None for an id that the report does not list."""
        return self.articles.get(identifier)

    def text_of(self, identifier: str) -> Fragments:
        """The text of an article: whole where it is at hand, else the paragraphs that the report quotes."""
        article = self.articles.get(identifier)
        text = self.loaded.texts.get(identifier) or (article.text if article else None)
        return whole(text) if text else quoted(self.report, identifier)

    def choose(self, index: int) -> bool:
        """Choose the finding at `index`, the nearest where it is out of bounds; False where nothing changes."""
        index = max(0, min(index, len(self.shown) - 1))
        if index == self.index:
            return False
        self.index, self.place = index, 0
        return True

    def move(self, by: int) -> bool:
        """Choose the finding `by` places further down (up where negative)."""
        return self.choose(self.index + by)

    def choose_place(self, place: int) -> bool:
        """Choose a statement of the chosen finding, the nearest where `place` is out of bounds."""
        place = max(0, min(place, len(self.statements) - 1))
        if place == self.place:
            return False
        self.place = place
        return True

    def move_place(self, by: int) -> bool:
        """Choose the statement `by` places further on."""
        return self.choose_place(self.place + by)

    def choose_article(self, identifier: str) -> bool:
        """Choose the first statement that an article makes in the chosen finding; False where it is silent."""
        for place, statement in enumerate(self.statements):
            if statement.mention.article == identifier:
                self.place = place
                return True
        return False

    def filter(self, filters: Filters) -> None:
        """Show what `filters` lets through; the chosen finding stays chosen where it is still shown, else the one nearest to its place."""
        self.filters = filters
        self._show()

    def toggle_agreements(self) -> bool:
        """Show agreements beside the differences, or differences only; True where agreements are now shown."""
        verdicts = self.filters.verdicts or frozenset(VERDICTS)
        kept = verdicts - {"agree"} if "agree" in verdicts else verdicts | {"agree"}
        self.filter(replace(self.filters, verdicts=kept or DIFFERENCES))
        return "agree" in kept

    def clear_filters(self) -> None:
        """Whatever is of both kinds of difference."""
        self.filter(Filters(verdicts=DIFFERENCES))

    def next_order(self) -> Order:
        """Change to the next order and answer which it is."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._show()
        return self.order

    def _show(self) -> None:
        before = self.chosen
        self.shown = self._through()
        self._settle(before)

    def _settle(self, before: FindingRecord | None) -> None:
        """Choose `before` again where it is shown."""
        for index, finding in enumerate(self.shown):
            if before is not None and finding.id == before.id:
                self.index = index
                self.place = min(self.place, max(0, len(self.statements) - 1))
                return
        self.index, self.place = max(0, min(self.index, len(self.shown) - 1)), 0

    def reload(self, loaded: Loaded) -> bool:
        """Take another reading of the same input: filters, order and search stay, and the chosen finding and statement where they exist.

        False where another finding is chosen now.
        """
        if loaded.report is self.report and not loaded.whole:
            self.loaded = loaded
            return True
        before, said = self.chosen, self.statement
        if loaded.whole:
            earlier = [known(finding) for finding in self.report.findings] if self.report.articles and self.loaded.whole else self.seen
            if earlier is not None:
                self.news, self.compared_before = news(earlier, loaded.report), True
        self._take(loaded)
        after = same_finding(before, loaded.report) if before else None
        self._settle(after)
        if after is None or self.chosen is not after:
            return before is None
        self.place = next((place for place, one in enumerate(self.statements) if _same_passage(said, one)), self.place)
        return True

    def hits(self, text: str | None = None) -> tuple[int, ...]:
        """The places among `shown` that hold every word of `text` (of the search in force where None); none for an empty text."""
        wanted = (self.search if text is None else text).casefold().split()
        if not wanted:
            return ()
        return tuple(index for index, finding in enumerate(self.shown) if all(word in self._searched(finding) for word in wanted))

    def _searched(self, finding: FindingRecord) -> str:
        words = self._words.get(finding.id)
        if words is None:
            names = " ".join(self.names.get(mention.article, "") for value in finding.values for mention in value.mentions)
            words = self._words[finding.id] = f"{words_of(finding)}\n{names.casefold()}"
        return words

    def search_from(self, text: str, start: int) -> bool:
        """Put a search in force and choose its first hit at or after `start`, going round; False where there is none."""
        self.search = text
        found = self.hits()
        if found:
            self.choose(next((index for index in found if index >= start), found[0]))
        return bool(found)

    def search_next(self, by: int = 1) -> bool:
        """Choose the next hit (`by` 1) or the one before (`by` -1), going round; False where there is none."""
        found = self.hits()
        if not found:
            return False
        if by > 0:
            self.choose(next((index for index in found if index > self.index), found[0]))
        else:
            self.choose(next((index for index in reversed(found) if index < self.index), found[-1]))
        return True


def _same_passage(one: Statement | None, other: Statement) -> bool:
    if one is None:
        return False
    mine, its = one.mention, other.mention
    return (mine.article, mine.field, mine.start, mine.end) == (its.article, its.field, its.start, its.end)
