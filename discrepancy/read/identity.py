"""From drafts to the articles of one story: the same article once, one id each, in an order no argument can change."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from discrepancy.model.article import Article, Skipped
from discrepancy.read.draft import Draft


def kept_once(drafts: Iterable[Draft]) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    """Each article once, and the copies with the name of the one kept.

    Two drafts are one article when their words are the same and they do not declare different sources
    (two papers that print one agency's text are two articles).
    """
    same_words: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        same_words[" ".join(draft.text.split())].append(draft)
    kept: list[Draft] = []
    copies: list[Skipped] = []
    for group in same_words.values():
        firsts: dict[str, Draft] = {}
        for draft in sorted(group, key=_rank):
            source = draft.source.casefold() or next(iter(firsts), "")
            if source in firsts:
                copies.append(Skipped(draft.path, f"the same article as {firsts[source].path} ({firsts[source].id})"))
            else:
                firsts[source] = draft
        kept.extend(firsts.values())
    return tuple(kept), tuple(copies)


def _rank(draft: Draft) -> tuple[bool, bool, str, str, str]:
    """The draft that says most about itself first, then by name: never by the order of arguments."""
    return (not draft.source, draft.published is None, draft.path, draft.id, draft.sha256)


def identified(drafts: Sequence[Draft]) -> tuple[Article, ...]:
    """Articles with unique ids, sorted by (id, sha256). Ids that collide get the first digits of the hash of the content."""
    ids = [draft.id for draft in drafts]
    taken = {id for id in ids if ids.count(id) == 1}
    articles: list[Article] = []
    for draft in sorted(drafts, key=lambda draft: (draft.id, draft.sha256, draft.source, draft.path)):
        id = draft.id if draft.id in taken and ids.count(draft.id) == 1 else _unique(draft, taken)
        taken.add(id)
        articles.append(_article(draft, id))
    return tuple(sorted(articles, key=lambda article: (article.id, article.sha256)))


def _article(draft: Draft, id: str) -> Article:
    return Article(
        id,
        draft.source or id,
        draft.title,
        draft.text,
        url=draft.url,
        published=draft.published,
        path=draft.path,
        sha256=draft.sha256,
        carried=draft.carried,
        warnings=draft.warnings,
    )


def _unique(draft: Draft, taken: set[str]) -> str:
    digest = draft.sha256
    for length in range(6, len(digest) + 1):
        if (id := f"{draft.id}-{digest[:length]}") not in taken:
            return id
    return f"{draft.id}-{hashlib.sha256(f'{digest} {draft.source} {draft.path}'.encode()).hexdigest()}"
