"""Every format: its golden file, that articles cannot change its structure, and that a large report is no trouble."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from markdown_it import MarkdownIt

from discrepancy.model.report import Report
from discrepancy.report import html, jsonreport, lines, markdown, table, text
from tests.report.stories import ferry, hostile

RENDER: dict[str, Callable[[Report], bytes]] = {
    "html": lambda report: html.render(report, True),
    "markdown": lambda report: markdown.render(report, True),
    "csv": table.render,
    "jsonl": lines.render,
    "json": jsonreport.dumps,
    "text": lambda report: text.render(report, text.Page(80, agreements=True)).encode(),
}
HOSTILE = [
    "<script>alert(1)</script>",
    "</style><style>*{display:none}", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "javascript:alert(1)",
    "]]>-->", "{{ 7 * 7 }}{% raw %}", "</title></head>", "&lt;b&gt;",
    "=HYPERLINK(\"http://x.example\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1",
    "\r=1", "a,b\";c\r\nd", "# heading\n- item\n> quote", "| cell | cell |", "```\ncode", "[x](http://x.example)", "![x](http://x.example/x.png)",
    "**bold** _it_ `code` ~~gone~~",
    "http://x.example www.x.example", "@someone #123", "$x$ \\", "1. one", "\x1b]52;c;aGk=\x07", "\x00\x7f\x9b",
    "\u202egnp.exe", "2\u200b9 million", "\u2028", "[/] [sic]", "{}:={}", "<!-- x", "\ud800",
]  # fmt: skip


def parsed(written: bytes) -> ElementTree.Element:
    """The document, parsed by a parser that lets no error pass."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: ElementTree.Element = parser.parse(written, transport_encoding="utf-8")
    return root


def shape(root: ElementTree.Element) -> list[tuple[str, tuple[str, ...]]]:
    """Each element's name with its attributes' names, in the order of the document."""
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in root.iter()]


def many(count: int) -> Report:
    report = ferry()
    return replace(report, findings=tuple(replace(report.findings[place % 3], id=f"f-{place}") for place in range(count)))


@pytest.mark.parametrize("name", RENDER)
def test_it_is_written_like_this(golden: Callable[[str, bytes], None], name: str) -> None:
    golden(f"ferry.{name}", RENDER[name](ferry()))


def test_html_without_agreements_still_counts_them() -> None:
    shown = html.render(ferry()).decode()
    assert "the ship" not in shown
    assert "(not listed)" in shown
    assert "the ship" in html.render(ferry(), True).decode()


@pytest.mark.parametrize("findings", [(0,), (1,), (2,), (0, 1, 2), ()], ids=str)
def test_html_is_well_formed_whatever_is_in_the_report(findings: tuple[int, ...]) -> None:
    root = parsed(html.render(replace(ferry(), findings=tuple(ferry().findings[place] for place in findings)), True))
    assert root.find("head/title") is not None


def test_html_has_one_first_heading_and_skips_no_level() -> None:
    levels = [int(str(e.tag)[1]) for e in parsed(html.render(ferry(), True)).iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_html_ids_are_unique_and_every_link_inside_leads_somewhere() -> None:
    root = parsed(html.render(ferry(), True))
    ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    inner = [e.attrib["href"][1:] for e in root.iter("a") if e.attrib.get("href", "").startswith("#")]
    named = [id for e in root.iter() for key in ("aria-labelledby", "aria-describedby") for id in e.attrib.get(key, "").split()]
    assert inner
    assert set(inner) | set(named) <= set(ids)


def test_html_runs_nothing_asks_for_nothing_and_its_style_is_the_one_allowed() -> None:
    root = parsed(html.render(ferry(), True))
    assert not list(root.iter("script")) + list(root.iter("link")) + list(root.iter("img")) + list(root.iter("iframe"))
    assert not [key for e in root.iter() for key in e.attrib if str(key).startswith("on") or key in ("style", "src", "srcset", "action")]
    (policy,) = (e.attrib["content"] for e in root.iter("meta") if e.attrib.get("http-equiv") == "Content-Security-Policy")
    (style,) = root.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in (style.text or "")
    assert "@import" not in (style.text or "")


@pytest.mark.parametrize("words", HOSTILE)
def test_html_no_article_changes_the_structure(words: str) -> None:
    written = html.render(hostile(words), True)
    assert shape(parsed(written)) == shape(parsed(html.render(hostile("word"), True)))
    assert not [character for character in written.decode() if ord(character) < 32 and character != "\n"]


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://x.example/a?b=1&c=\"2\"", True), ("http://x.example", True),
        ("javascript:alert(1)", False), (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False), ("data:text/html,x", False), ("//x.example", False),
        ("https:///x", False), ("https://x.example/\nx", False),
        ("http://[x", False), ("file:///etc/passwd", False),
    ],
)  # fmt: skip
def test_html_only_addresses_of_the_web_become_links(url: str, followed: bool) -> None:
    report = ferry()
    articles = (replace(report.articles[0], url=url), *report.articles[1:])
    root = parsed(html.render(replace(report, articles=articles)))
    outward = [e.attrib["href"] for e in root.iter("a") if not e.attrib["href"].startswith("#")]
    assert outward == ([url] if followed else [])


def test_html_marks_the_value_in_its_sentence() -> None:
    root = parsed(html.render(ferry()))
    marked = ["".join(e.itertext()) for e in root.iter("mark")]
    assert marked == ["at least 40 passengers", "38 passengers", "38 passengers", "9:40 p.m.", "about 9 p.m."]
    quoted = ["".join(e.itertext()) for e in root.iter("blockquote")]
    assert quoted[0] == "The ferry company said that at least 40 passengers were aboard when the Meridian left the harbour."


def themes() -> list[dict[str, str]]:
    """The colours of the light, the dark and the printed page, by name."""
    style = (Path(html.__file__).parent / "page.css").read_text()
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)]
    assert len(found) == 3
    return found


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", themes(), ids=["light", "dark", "print"])
def test_html_words_stand_out_from_what_is_behind_them(theme: dict[str, str]) -> None:
    pairs = [(ink, behind) for ink in ("ink", "soft", "conflict", "imprecise", "agree") for behind in ("paper", "card", "quiet")]
    pairs += [
        ("conflict", "conflict-bg"),
        ("imprecise", "imprecise-bg"),
        ("agree", "agree-bg"),
        ("soft", "conflict-bg"),
        ("ink", "conflict-bg"),
    ]
    pairs += [("on-side", f"s{side}") for side in range(7)]
    for ink, behind in pairs:
        one, other = sorted((luminance(theme[ink]), luminance(theme[behind])))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (ink, behind)


def test_html_of_2000_findings_in_under_3_seconds() -> None:
    html.render(ferry())
    start = time.perf_counter()
    written = html.render(many(2000), True)
    assert time.perf_counter() - start < 3
    assert written.count(b'<article class="finding') == 2000


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_html_in_chromium_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    report = hostile('"><script>document.title="ran"</script><img src="http://x.example/y.png" onerror="document.title=1">')
    (tmp_path / "report.html").write_bytes(html.render(report, True))
    log = tmp_path / "net.json"
    call = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--no-first-run", f"--user-data-dir={tmp_path / 'user'}", f"--log-net-log={log}", "--dump-dom", (tmp_path / "report.html").as_uri(),
    ]  # fmt: skip
    shown = subprocess.run(call, capture_output=True, timeout=60, check=False)
    assert b"<title>1 conflict in 4 articles</title>" in shown.stdout
    assert b"x.example" not in log.read_bytes()
    assert b"Refused to" not in shown.stderr


def tokens(written: bytes) -> list[str]:
    """The kinds of Markdown's block and inline tokens, tables and bare links included."""
    parser = MarkdownIt("gfm-like").enable("table")
    return [kind for token in parser.parse(written.decode()) for kind in (token.type, *(child.type for child in token.children or []))]


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_no_article_changes_the_structure(words: str) -> None:
    kinds = [kind for kind in tokens(markdown.render(hostile(words), True)) if kind not in ("text", "text_special")]
    assert kinds == [kind for kind in tokens(markdown.render(hostile("word"), True)) if kind not in ("text", "text_special")]


@pytest.mark.parametrize("words", ["a*b", "$5", "#1 @x", "a_b_c", "www.x.example", "1. one", "C:\\x", "<b>"])
def test_markdown_shows_what_was_said(words: str) -> None:
    (paragraph,) = [token for token in MarkdownIt("commonmark").parse(markdown.literal(words)) if token.type == "inline"]
    assert "".join(child.content for child in paragraph.children or []).replace("\u2060", "") == words


@pytest.mark.parametrize("words", HOSTILE)
def test_csv_no_cell_begins_a_formula_and_every_row_has_every_column(words: str) -> None:
    rows = list(csv.reader(io.StringIO(table.render(hostile(words)).decode(), newline="")))
    assert {len(row) for row in rows} == {len(table.COLUMNS)}
    assert len(rows) == 1 + sum(len(value.mentions) for finding in ferry().findings for value in finding.values)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


def test_csv_a_negative_number_stays_a_number() -> None:
    report = ferry()
    finding = report.findings[0]
    value = replace(finding.values[0], low="-4.5", high="-1+1")
    rows = list(csv.DictReader(io.StringIO(table.render(replace(report, findings=(replace(finding, values=(value,)),))).decode())))
    assert (rows[0]["low"], rows[0]["high"]) == ("-4.5", "'-1+1")


def test_jsonl_is_the_findings_of_the_json_report() -> None:
    report: dict[str, Any] = json.loads(jsonreport.dumps(ferry()))
    assert [json.loads(line) for line in lines.render(ferry()).splitlines()] == report["findings"]
    assert lines.render(replace(ferry(), findings=())) == b""


@pytest.mark.parametrize("words", [one for one in HOSTILE if one != "\ud800"])
def test_jsonl_one_line_stays_one_line(words: str) -> None:
    assert len(lines.render(hostile(words)).split(b"\n")) == 4
