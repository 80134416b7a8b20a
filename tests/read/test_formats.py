"""Each format: what it gives, that offsets count into what was given, and how it fails."""

from __future__ import annotations

import datetime
import hashlib
import json
from pathlib import Path

import pytest

from discrepancy.errors import NothingToRead
from discrepancy.model.article import Article, Story
from discrepancy.read import load_story

ENGLISH = "The mayor of the town said that seven people were hurt when the bridge fell into the river on Monday."
PAGE = """<!doctype html><html lang="en"><head><title>Bridge falls | The Gazette</title><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2031-05-04T10:00:00+02:00"><link rel="canonical" href="https://gazette.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge falls</h1>
<p>The mayor of the town said that seven people were hurt when the bridge fell into the river on Monday evening.</p>
<p>About 40 vehicles were on the bridge at that time, the fire brigade said in a statement, and all of them were recovered.</p>
</article><footer>Copyright</footer></body></html>"""


def one(tmp_path: Path, name: str, content: str | bytes) -> Article:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (article,) = load_story([tmp_path / name]).articles
    return article


def refused(tmp_path: Path, name: str, content: str | bytes) -> str:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(NothingToRead) as caught:
        load_story([tmp_path / name])
    return str(caught.value)


def test_plain_text_is_the_file_with_its_newlines(tmp_path: Path) -> None:
    text = f"  Head\r\n\r\n{ENGLISH}\r\rEnd\n"
    article = one(tmp_path, "a.txt", text)
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (article.source, article.title, article.published, article.carried) == ("a", "", None, False)


def test_markdown_keeps_its_marks_and_tells_its_front_matter(tmp_path: Path) -> None:
    front = '---\ntitle: "Bridge falls"\nsource: Gazette\ndate: 2031-05-04\nurl: https://gazette.example/b\n---\n'
    text = f"{front}# Bridge\n\n**Seven** hurt. {ENGLISH}\n"
    article = one(tmp_path, "a.md", text)
    assert article.text == text
    assert (article.title, article.source, article.published) == ("Bridge falls", "Gazette", datetime.date(2031, 5, 4))
    assert article.url == "https://gazette.example/b"


def test_a_json_article_gives_its_fields_and_ignores_others(tmp_path: Path) -> None:
    record = {"text": ENGLISH, "title": " A  title ", "source": "Gazette", "url": "", "published": "2031-05-04T23:59:00-11:00", "x": [1]}
    article = one(tmp_path, "a.json", json.dumps(record))
    assert (article.text, article.title, article.source, article.url) == (ENGLISH, " A  title ", "Gazette", None)
    assert article.published == datetime.date(2031, 5, 4)
    assert article.language == "en"


def test_a_page_gives_its_article_and_says_that_it_carries_the_text(tmp_path: Path) -> None:
    article = one(tmp_path, "a.html", PAGE)
    assert article.carried
    assert "40 vehicles" in article.text
    assert "Sport" not in article.text
    assert (article.source, article.published) == ("The Gazette", datetime.date(2031, 5, 4))
    assert article.title == "Bridge falls"
    assert article.url == "https://gazette.example/bridge"


def test_a_date_that_a_page_only_speaks_of_is_not_its_day(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2031-05-04T10:00:00+02:00">', "").replace("Monday", "May 3, 2019")
    assert one(tmp_path, "a.html", page).published is None


def test_a_page_in_its_own_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("mayor", "mayor Łukasz")
    article = one(tmp_path, "a.html", page.encode("iso-8859-2"))
    assert "Łukasz" in article.text
    assert "iso-8859-2" in article.warnings[0]


def test_each_line_of_jsonl_is_an_article_or_a_reason(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x", "text": ENGLISH}),
        "",
        '{"text": }',
        json.dumps({"id": 7, "text": "So. " + ENGLISH}),
        "[]",
        '{"id": "z"}',
    ]
    (tmp_path / "w.jsonl").write_text("\r\n".join(lines))
    story = load_story([tmp_path / "w.jsonl"])
    assert [article.id for article in story.articles] == ["7", "x"]
    assert [skipped.reason.split(":")[0] for skipped in story.skipped] == ["line 3, column 10", "line 5", "line 6"]
    assert {skipped.path for skipped in story.skipped} == {"w.jsonl"}
    assert story.articles[1].sha256 == hashlib.sha256(lines[0].encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t", "the file is empty"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00\x00", "binary"),
        ("a.txt", b"%PDF-1.7 abc", "PDF"),
        ("a.json", b"\x89PNG\r\n\x1a\n\x00", "picture"),
        ("a.json", '{"text": "a",\n "title" "b"}', "line 2, column 10: broken JSON"),
        ("a.json", "[]", "this is a list"),
        ("a.json", '{"title": "t"}', "no `text`"),
        ("a.json", '{"text": 5}', "`text` is a number"),
        ("a.json", '{"text": "  "}', "no text"),
        ("a.json", '{"format": "discrepancy-report", "version": 1}', "a report of this program"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", '{"text": "x", "n": ' + "9" * 5000 + "}", "thousands of digits"),
        ("a.html", "<html><body><nav>" + "<a href='/'>One of the links</a>" * 50 + "</nav></body></html>", "no article was found"),
        ("a.html", "<div>" * 100_000 + ENGLISH, "nested more than"),
        ("a.html", "<p>x</p>" * 300_000, "elements"),
        ("a.html", "<p " + " ".join(f"a{i}=1" for i in range(40_000)) + ">" + ENGLISH, "attributes"),
        ("a.txt", ENGLISH * 60_000, "larger than 5 MB"),
    ],
    ids=lambda value: str(value[:20]) if isinstance(value, str | bytes) else None,
)
def test_what_cannot_be_read_is_skipped_with_its_reason(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    assert reason in refused(tmp_path, name, content)


def test_scripts_of_a_page_do_not_count_as_its_elements(tmp_path: Path) -> None:
    script = "<SCRIPT>" + 'x = "<div>";' * 2_000 + "</SCRIPT><style>a::after { content: '<b>' }</style><!-- <div> -->"
    assert "40 vehicles" in one(tmp_path, "a.html", PAGE.replace("<nav>", script + "<nav>")).text


def test_windows_text_is_read_with_a_warning(tmp_path: Path) -> None:
    text = f"{ENGLISH} \u201cIt cost \u00a33m\u201d \u2013 he said."
    article = one(tmp_path, "a.txt", text.encode("cp1252"))
    assert article.text == text
    assert "not valid UTF-8; read as cp1252" in article.warnings[0]


def test_a_few_broken_bytes_in_utf8_are_replaced_and_told_of(tmp_path: Path) -> None:
    content = (f"{ENGLISH} “Seven” – “eight” " * 5).encode() + b"\xff " + ENGLISH.encode()
    article = one(tmp_path, "a.txt", content)
    assert article.text.count("\ufffd") == 1
    assert "“Seven”" in article.text
    assert "replaced" in article.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    assert one(tmp_path, "a.txt", ENGLISH.encode(encoding)).text == ENGLISH


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path) -> None:
    article = one(tmp_path, "a.json", '{"text": "a\\ud800b ' + ENGLISH + '"}')
    assert article.text == f"a\ufffdb {ENGLISH}"


def test_a_published_day_is_given_only_to_those_without_one(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": ENGLISH, "published": "2031-05-04"}))
    (tmp_path / "b.txt").write_text("Also. " + ENGLISH)
    (tmp_path / "c.json").write_text(json.dumps({"text": "But. " + ENGLISH, "published": "soon"}))
    story: Story = load_story([tmp_path], datetime.date(2031, 5, 9))
    assert [article.published and article.published.day for article in story.articles] == [4, 9, 9]
    assert "'soon' is not understood" in story.articles[2].warnings[0]
