"""What is opened outside: addresses of the web only, editors at the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.review.opening import address, editor_call, line_of
from discrepancy.review.sides import statements
from tests.tui import fake

STATEMENT = statements(fake.findings()[0])[1]
ARTICLE = fake.report().articles[1]


def test_an_address_leads_to_the_sentence() -> None:
    assert (
        address(ARTICLE, STATEMENT)
        == "https://02.example/astrid#:~:text=Nordline%20put%20the%20cost%20of%20repairs%20at%20%E2%82%AC4%20million."
    )
    assert address(ARTICLE, None) == "https://02.example/astrid"


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "https:", "//host/x", "data:text/html,x", "https://a b/", "https://a\u202eb/"],
)
def test_nothing_but_the_web_is_opened(url: str | None) -> None:
    assert address(replace(ARTICLE, url=url), STATEMENT) is None


def test_lines_count_from_one() -> None:
    assert [line_of("a\nb\nc", offset) for offset in (0, 1, 2, 4)] == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("editor", "call"),
    [
        ("vim", ["vim", "+3", "a.txt"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+3", "a.txt"]),
        ("code", ["code", "--wait", "--goto", "a.txt:3"]),
        ("hx", ["hx", "a.txt:3"]),
        ("unknown", ["unknown", "a.txt"]),
        ("", ["vi", "+3", "a.txt"]),
    ],
)
def test_an_editor_opens_at_the_line(editor: str, call: list[str]) -> None:
    assert editor_call(editor, "a.txt", 3) == call
