"""Throughput of reading, beside the libraries under it: python -m tests.bench.reading [--libraries] [--articles N] [FOLDER]

Reads the same news text with this project and, with --libraries, with quantulum3 and dateparser's search on a slice of it, and prints MB a
second of one core and the ratio; then the first answer's time and the memory after 10,000 articles against after 100.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SLICE = 20_000


def texts(folder: Path) -> list[str]:
    """The texts of every article under `folder`, or of the samples where it is absent."""
    found = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(folder.glob("*/[0-9]*.json"))]
    return found or [path.read_text(encoding="utf-8") for path in sorted(Path("samples").rglob("*.json"))]


def rate(read: Callable[[str], object], articles: list[str]) -> float:
    """Megabytes of text a second of processor time."""
    begun = time.process_time()
    for article in articles:
        read(article)
    return sum(len(a.encode()) for a in articles) / 1e6 / (time.process_time() - begun)


def libraries(articles: list[str]) -> float:
    """Megabytes a second of quantulum3 and dateparser's search together, sentence by sentence, on `SLICE` characters."""
    from dateparser.search import search_dates
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its model does not load beside a current scikit-learn

    def read(sentence: str) -> None:
        parser.parse(sentence)
        search_dates(sentence, languages=["en"])

    sentences = [s for article in articles for s in article.replace("\n", ". ").split(". ") if s][:5000]
    taken, size = [], 0
    for sentence in sentences:
        taken.append(sentence[:500])
        size += len(sentence)
        if size > SLICE:
            break
    read("They sold 3 kg on 4 May 2011.")
    return rate(read, taken)


def first_answer() -> float:
    """Seconds from a cold start of the interpreter's imports to the first mention."""
    lines = (
        "import time; begun = time.perf_counter()",
        "from discrepancy.extraction import read_mentions",
        "read_mentions('5 people died on May 4.'); print(time.perf_counter() - begun)",
    )
    return float(subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default=str(Path(__file__).parents[3] / "shared" / "gold" / "dev"))
    parser.add_argument("--libraries", action="store_true")
    parser.add_argument("--articles", type=int, default=0)
    options = parser.parse_args()
    from discrepancy.extraction import read_mentions

    articles = texts(Path(options.folder))
    read_mentions(articles[0])
    own = rate(read_mentions, articles)
    print(f"this project {own:.3f} MB/s over {len(articles)} articles; first answer {first_answer():.2f} s")
    if options.libraries:
        theirs = libraries(articles)
        print(f"quantulum3 and dateparser's search {theirs:.4f} MB/s; ratio {own / theirs:.0f}")
    for count in (100, options.articles) if options.articles else ():
        for index in range(count):
            read_mentions(articles[index % len(articles)])
        print(f"peak memory after {count} articles {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
