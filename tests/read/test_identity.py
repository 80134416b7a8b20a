"""One id for each article, one article for each text, whatever the order."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

from discrepancy.read.draft import Draft
from discrepancy.read.identity import identified, kept_once


def draft(id: str, text: str, sha256: str = "", source: str = "", path: str = "") -> Draft:
    return Draft(id, path or f"{id}.txt", text, (sha256 or text).ljust(64, "0"), source=source)


def test_ids_that_collide_get_the_hash_of_the_content_all_of_them() -> None:
    articles = identified([draft("01", "one", "aa"), draft("01", "two", "bb"), draft("02", "three", "cc")])
    assert [article.id for article in articles] == ["01-aa0000", "01-bb0000", "02"]


def test_ids_are_unique_and_do_not_depend_on_order() -> None:
    drafts = [draft("1", "a", "ab"), draft("1", "b", "ab"), draft("1-ab0000", "c", "cc"), draft("1", "d", "ab", source="S")]
    answers = {tuple(article.id for article in identified(order)) for order in itertools.permutations(drafts)}
    assert len(answers) == 1
    assert len(set(answers.pop())) == 4


def test_the_same_words_are_one_article_and_the_copy_names_it() -> None:
    kept, copies = kept_once([draft("b", "The  same\nwords"), draft("a", "The same words"), draft("c", "Others")])
    assert sorted(one.id for one in kept) == ["a", "c"]
    assert [(copy.path, copy.reason) for copy in copies] == [("b.txt", "the same article as a.txt (a)")]


def test_one_agency_text_in_two_papers_is_two_articles() -> None:
    kept, copies = kept_once(
        [draft("a", "words", source="North"), draft("b", "words", source="South"), draft("c", "words", source="north")]
    )
    assert sorted(one.id for one in kept) == ["a", "b"]
    assert [copy.path for copy in copies] == ["c.txt"]


def test_a_copy_without_a_source_yields_to_the_one_that_names_it() -> None:
    kept, copies = kept_once([draft("a", "words"), draft("b", "words", source="North")])
    assert [one.id for one in kept] == ["b"]
    assert [copy.path for copy in copies] == ["a.txt"]


def test_a_copied_file_is_found_in_a_folder(tmp_path: Path) -> None:
    from discrepancy.read import load_story

    record = json.dumps({"text": "The town said that seven people were hurt and that the bridge was closed.", "source": "Gazette"})
    for name in ("01.json", "02.json"):
        (tmp_path / name).write_text(record)
    story = load_story([tmp_path])
    assert [article.id for article in story.articles] == ["01"]
    assert story.skipped[0].reason == "the same article as 01.json (01)"
    assert "only article" in story.warnings[0]
