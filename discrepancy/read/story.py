"""Files, folders and standard input in; one story out, with every input accounted for."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from discrepancy.errors import NothingToRead, UnreadableInput
from discrepancy.model.article import Article, Skipped, Story
from discrepancy.read.draft import Draft, Read
from discrepancy.read.found import STANDARD_INPUT, Found, find, read_bytes, reason_of
from discrepancy.text.language import language_name, language_of

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

_LARGEST_ARTICLE = 5_000_000
_LARGEST_COLLECTION = 200_000_000
_COLLECTIONS = frozenset({".jsonl", ".ndjson"})


def load_story(paths: Sequence[str | Path], published: datetime.date | None = None, progress: Progress | None = None) -> Story:
    """Every article below `paths` (files, folders, `-` for standard input) as one story.

    published   the day given to articles that carry none.
    progress    called before the first input and after each.
    What cannot be compared is in `skipped` with its reason. Raises NothingToRead where no article is left.
    """
    found, passed = find(paths)
    skipped: list[Skipped] = list(passed)
    drafts: list[Draft] = []
    for number, item in enumerate(found):
        if progress is not None:
            progress("reading", number, len(found))
        for read in _read(item):
            (drafts if isinstance(read, Draft) else skipped).append(read)  # type: ignore[arg-type]
    if progress is not None and found:
        progress("reading", len(found), len(found))
    kept, copies = _sorted_out(drafts)
    skipped.extend(copies)
    skipped.sort(key=lambda record: (record.path, record.reason))
    if not kept:
        raise NothingToRead(_nothing(skipped))
    articles = tuple(article if article.published else replace(article, published=published) for article in kept)
    return Story(articles, tuple(skipped), _warnings(articles))


def _sorted_out(drafts: Sequence[Draft]) -> tuple[tuple[Article, ...], list[Skipped]]:
    from discrepancy.read.identity import identified, kept_once

    skipped: list[Skipped] = []
    english: list[Draft] = []
    for draft in drafts:
        language = language_of(draft.text)
        if language == "en":
            english.append(draft)
        else:
            skipped.append(Skipped(draft.path, f"{draft.id} is in {language_name(language)}; only English is compared"))
    kept, copies = kept_once(english)
    return identified(kept), [*skipped, *copies]


def _warnings(articles: Sequence[Article]) -> tuple[str, ...]:
    if len(articles) == 1:
        return (f"{articles[0].id} is the only article: there is nothing to compare it with, only what it says of itself",)
    return ()


def _nothing(skipped: Sequence[Skipped]) -> str:
    if not skipped:
        return "nothing to read: name files, folders or - for standard input"
    reasons = "".join(f"\n  {record.path}: {record.reason}" for record in skipped[:20])
    more = f"\n  and {len(skipped) - 20} more" if len(skipped) > 20 else ""
    return f"no article can be read:{reasons}{more}"


def _read(item: Found) -> Iterator[Read]:
    suffix = PurePosixPath(item.path).suffix.lower()
    try:
        limit = _LARGEST_COLLECTION if suffix in _COLLECTIONS or item.location is None else _LARGEST_ARTICLE
        raw = read_bytes(item, limit)
        if len(raw) > limit:
            raise UnreadableInput(item.path, f"it is larger than {limit // 1_000_000} MB, the most that is read of one file")
        yield from _by_format(raw, item, suffix)
    except UnreadableInput as error:
        yield Skipped(error.path, error.reason)
    except OSError as error:
        yield Skipped(item.path, f"it cannot be read: {reason_of(error)}")


def _by_format(raw: bytes, item: Found, suffix: str) -> Iterator[Read]:
    """The reader of each format is imported when the first file of its format is met."""
    sha256 = hashlib.sha256(raw).hexdigest()
    stem = PurePosixPath(item.path).stem if item.path != STANDARD_INPUT else "stdin"
    if not raw.strip():
        raise UnreadableInput(item.path, "the file is empty" if item.location else "standard input is empty")
    if suffix in _COLLECTIONS or (item.location is None and _begins_with_object(raw)):
        from discrepancy.read.record import read_jsonl

        yield from read_jsonl(raw, item.path, stem)
    elif suffix == ".json":
        from discrepancy.read.record import read_json

        yield read_json(raw, item.path, stem, sha256)
    elif suffix in {".html", ".htm"}:
        from discrepancy.read.page import read_page

        yield read_page(raw, item.path, stem, sha256)
    else:
        from discrepancy.read.plain import read_markdown, read_text

        reader = read_markdown if suffix in {".md", ".markdown"} else read_text
        yield reader(raw, item.path, stem, sha256)


def _begins_with_object(raw: bytes) -> bool:
    from discrepancy.read.record import parse

    try:
        return isinstance(parse(raw.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8"), STANDARD_INPUT), dict)
    except (UnreadableInput, UnicodeDecodeError):
        return False
