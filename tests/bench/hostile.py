"""Hostile text: seconds for 100,000 and for 1,000,000 characters of each pattern: python -m tests.bench.hostile [--large] [--slow SECONDS]

Each pattern repeats up to the length; a reader that is linear takes ten times as long for ten times the text. With --slow only the
patterns that take longer (a 100,000 characters) are printed. Exit 1 where one takes over a second a 100,000 characters.
"""

from __future__ import annotations

import argparse
import sys
import time

PATTERNS = (
    # of the measurements of the libraries: each hangs one of them
    "1", ",", "million ", "(", "((((5", "a ", "1/", "3% ", "5' 6\" ", "between 5 and ", "hundred and ", "Jan ", "U.S. ",
    # digits and what stands in them
    "1,", "1, ", "1.", "1-", "1 ", "1:", "12,345 ", "1e9 ", "1/2 ", "½", "2\u200b9", "٣", "０", "x1", "1x", "5 0 0 ", "4. 6 ", "1,234,", "1,23,",
    # words
    "one ", "twenty-", "half ", "dozens of ", "no ", "one of the ", "point five ", "one hundred ", "ten thousand ", "a million and ", "few ",
    "fewer than ", "about ", "more than about ", "several hundred thousand ", "two-thirds ", "first ", "the third ", "twice ", "neither ",
    # units, money, ages
    "$", "$5 to ", "£1m-", "5km/h ", "5 ft 6 in ", "USD", "5 USD ", "°", "5%-", "5 per cent to ", "per ", "5 a ", "5-year-old-", "age ", "old ",
    "aged 5 and ", "turned 5 ", "Smith, 34, ", "in her 20s ", "year ", "5 people and ", "5 of the ", "1 in 5 ", "5 out of ", "3-2, ", "3-2 to ",
    "magnitude ", "magnitude 4. ",
    # dates
    "May ", "may ", "May 5, ", "May 5, 2018 to ", "on Monday ", "Monday, ", "last ", "last week of the ", "the ", "in 1990 ", "1990-", "1990s ",
    "since ", "until 5 ", "5 p.m. ", "5:30 ", "5th of ", "early ", "mid-", "days before ", "a week after ", "two days later ", "today ", "12/5/",
    "2018-05-", "'80s ", "between May and ", "from ", "from 1990 to ", "Sept. ", "weekend ", "Christmas ", "quarter of ", "night of ", "years ago ",
    # names, references and marks
    "No. ", "No. 5 ", "Section 5(", "www.", "http://", "@", "@5 ", "#5 ", "F-16 ", "A1-", "iPhone 6 ", "+1 555 ", "555-0187 ", "x", "X", "Xx ", "xs ",
    "\"", "'", "\u2019", "“5” ", ".", "- ", "—", "5— ", "\n", "5\n", "  ", "\t", "\u00a0", "\u200b", "â€™", "Ã©", "İ", "\x00", "5\x00 ", "\U0001f600",
    # as dense as prose may be, and no denser
    "from 1990 to the end of it all, so ", "two days later they said this and that ", "5 people and one of the others who ", "nearly $5 million to $6 of them ",
    "last week of the year before it all ", "today and then some of it all over ", "a magnitude 4.5 one, more than it was ", "between 5 and the other of them ",
    "\u202e5 ", "e\u0301", "5 \u0301", "&amp;", "<b>5</b> ", "[", "[5] ", "{", "\\", "_", "5_", "|5|", "=5", "5=",
)  # fmt: skip


def seconds(text: str) -> float:
    """Processor time of one reading."""
    from discrepancy.extraction import read_mentions

    begun = time.process_time()
    read_mentions(text)
    return time.process_time() - begun


def repeated(pattern: str, size: int) -> str:
    """`pattern` again and again, cut at `size` characters."""
    return (pattern * (size // len(pattern) + 1))[:size]


def main() -> None:
    """Prints a line for each pattern, the slowest last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="1,000,000 characters too")
    parser.add_argument("--slow", type=float, default=0.0)
    options = parser.parse_args()
    seconds("Warm up: 5 people on May 3, 2011.")
    rows = []
    for pattern in PATTERNS:
        small = seconds(repeated(pattern, 100_000))
        large = seconds(repeated(pattern, 1_000_000)) if options.large else 0.0
        rows.append((max(small, large / 10), small, large, pattern))
    for worst, small, large, pattern in sorted(rows):
        if worst >= options.slow:
            print(f"{small:7.3f} s" + (f" {large:7.3f} s  {large / max(small, 1e-3):5.1f} times" if options.large else "") + f"  {pattern!r}")
    worst = max(rows)[0]
    print(f"{len(rows)} patterns; the slowest {worst:.2f} s a 100,000 characters")
    sys.exit(worst > 1)


if __name__ == "__main__":
    main()
