"""Hostile text: seconds for 100,000 and for 1,000,000 characters of each pattern: python -m tests.bench.hostile [--large] [--slow SECONDS]

Each pattern repeats up to the length; a reader that is linear takes ten times as long for ten times the text. With --slow only the
patterns that take longer (a 100,000 characters) are printed. Exit 1 where one takes over a second a 100,000 characters.
"""

from __future__ import annotations

import argparse
import ast
import sys
import time
from pathlib import Path

PATTERNS = Path(__file__).with_suffix(".txt")


def patterns() -> list[str]:
    """What is repeated."""
    lines = PATTERNS.read_text(encoding="utf-8").splitlines()
    return [str(ast.literal_eval(line)) for line in lines if line and not line.startswith("#")]


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
    seconds("Warm up: 5 people on May 3, 2011, 5 kΩ.")
    rows = []
    for pattern in patterns():
        small = seconds(repeated(pattern, 100_000))
        large = seconds(repeated(pattern, 1_000_000)) if options.large else 0.0
        rows.append((max(small, large / 10), small, large, pattern))
    for worst, small, large, pattern in sorted(rows):
        if worst >= options.slow:
            longer = f" {large:7.3f} s  {large / max(small, 1e-3):5.1f} times" if options.large else ""
            print(f"{small:7.3f} s{longer}  {pattern!r}")
    worst = max(rows)[0]
    print(f"{len(rows)} patterns; the slowest {worst:.2f} s a 100,000 characters")
    sys.exit(worst > 1)


if __name__ == "__main__":
    main()
