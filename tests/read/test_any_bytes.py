"""No bytes bring the reader down: every input becomes an article or a reason."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import NothingToRead
from discrepancy.read import load_story

PIECES = [
    b"{", b"}", b'"text": ', b'"', b"\\ud800", b"<p>", b"</div>", b"<script", b"<!--",
    b"\xff", b"\xef\xbb\xbf", b"\r\n", b"---\n", b"The mayor said. ",
]  # fmt: skip
CONTENT = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join),
    st.text(max_size=200).map(lambda text: text.encode()),
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".jsonl"])
@settings(max_examples=60, deadline=None)
@given(content=CONTENT)
def test_an_input_is_read_or_refused_with_a_reason(suffix: str, content: bytes) -> None:
    check(suffix, content)


@settings(max_examples=40, deadline=None)
@given(content=CONTENT)
def test_a_page_is_read_or_refused_with_a_reason(content: bytes) -> None:
    check(".html", b"<html><body>" + content)


def check(suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(content)
        with contextlib.suppress(NothingToRead):
            for article in load_story([path]).articles:
                (article.text + article.title + article.source + article.id).encode("utf-8")
                assert article.text.strip()
