"""When what has been read so far is worth comparing before all of it is: only where a person would wait, and never at much cost.

Comparing takes about the square of what the articles state. A first few articles are compared where that takes at most an eighth
of what is still to wait; their number about doubles from one time to the next. So all of them together take at most a quarter of
the whole where reading is what takes long, and a tenth where comparing is.
"""

from __future__ import annotations

LEAST_WAIT = 1.5  # seconds still to wait, below which the whole is soon enough
SHARE = 8  # of what is still to wait, one part may be spent
APART = 0.3  # seconds from one showing to the next
LEAST = 3  # articles
RATE = 25e-6  # seconds to compare, by the square of the mentions; measured anew with each comparison


def counts(articles: int) -> tuple[int, ...]:
    """How many articles may be compared before all of them are: a half, a quarter ..., fewest first."""
    found = []
    while (articles := -(-articles // 2)) >= LEAST:
        found.append(articles)
    return tuple(reversed(found))


class Showings:
    """The schedule of one reading of `articles` articles; times are seconds of one clock, `began` that at which one article was read."""

    def __init__(self, articles: int, began: float) -> None:
        self.articles = articles
        self.counts = counts(articles)
        self.compared = 0
        self._last = began
        self._read_since = began
        self._rate = RATE

    def due(self, figures: list[int], now: float) -> int | None:
        """How many of the first articles to compare at once; None for none. `figures`: mentions of each article read so far."""
        read = len(figures)
        each = (now - self._read_since) / max(1, read - 1)
        rest = each * (self.articles - read) + self._rate * (sum(figures) * self.articles / max(1, read)) ** 2
        if rest < LEAST_WAIT:
            return None
        for count in self.counts:
            cost = self._rate * sum(figures[:count]) ** 2
            if self.compared < count <= read and SHARE * cost <= rest and now + cost - self._last >= APART:
                return count
        return None

    def shown(self, count: int, mentions: int, began: float, ended: float) -> None:
        """The first `count` articles, which hold so many mentions, were compared, from `began` to `ended`."""
        self.compared, self._last = count, ended
        self._read_since += ended - began
        if mentions:
            self._rate = (ended - began) / mentions**2
