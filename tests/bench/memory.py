"""Memory over many articles: python -m tests.bench.memory [--articles 10000]

Writes articles of its own, no two alike (fresh figures, names, words, dates and days of publication in sentences of the corpora), reads
each, and prints the resident memory after a twentieth of them and after all. Exit 1 where it has grown by more than 5 MB.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import os
import random
import re
import sys
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus"
_LETTERS = "abcdefghijklmnoprstuvw"
_FIGURE = re.compile(r"\d+")
_WORD = re.compile(r"(?<= )[a-z]{6,}(?= )")


def sentences() -> list[str]:
    """Every sentence of the corpora, without its brackets."""
    lines = [line for path in sorted(CORPUS.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line.split("\t")[0].replace("[", "").replace("]", "") for line in lines if line and not line.startswith("#")]


def article(chance: random.Random, known: list[str], length: int = 30) -> str:
    """An article of `length` sentences with figures, words and names that no other has."""
    return " ".join(_varied(chance, chance.choice(known)) for _ in range(length))


def _varied(chance: random.Random, sentence: str) -> str:
    told = _FIGURE.sub(lambda figure: str(chance.randrange(10 ** len(figure.group()))), sentence)
    told = _WORD.sub(lambda word: _word(chance) if chance.random() < 0.3 else word.group(), told)
    first, last = _word(chance).capitalize(), _word(chance).capitalize()
    return f"{first} {last}, {chance.randrange(100)}, said {chance.randrange(3000)}{_word(chance)[:2]}. {told}"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(3, 10)))


def resident() -> float:
    """Megabytes of this process in memory now (Linux; elsewhere the peak)."""
    gc.collect()
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints the memory; exits 1 where it has grown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    from discrepancy.extraction import read_mentions

    chance, known = random.Random(1), sentences()
    first, size, mentions = 0.0, 0, 0
    for count in range(1, options.articles + 1):
        text = article(chance, known)
        size += len(text)
        mentions += len(read_mentions(text, datetime.date(2000, 1, 1) + datetime.timedelta(chance.randrange(9000))))
        if count == max(1, options.articles // 20):
            first = resident()
    last = resident()
    print(f"{options.articles} articles, {size / 1e6:.0f} MB of text, {mentions} mentions")
    print(f"{first:.1f} MB after {max(1, options.articles // 20)}, {last:.1f} MB after all: grown by {last - first:.1f} MB")
    sys.exit(last - first > 5)


if __name__ == "__main__":
    main()
