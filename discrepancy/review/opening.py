"""Where an article can be opened outside the program: its address at the passage, or a copy of its text at a line."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from discrepancy.model.report import ArticleRecord
from discrepancy.review.sides import Statement


def address(article: ArticleRecord, statement: Statement | None) -> str | None:
    """The article's http or https address, with a text fragment for the sentence (WICG scroll-to-text); None for any other address.

    An address comes from an article, so nothing but http and https is ever opened.
    """
    parts = urlsplit(article.url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    if any(character.isspace() or not character.isprintable() for character in article.url or ""):
        return None
    sentence = " ".join(statement.mention.sentence.text.split()) if statement is not None else ""
    return parts._replace(fragment=f":~:text={quote(sentence[:200], safe='')}" if sentence else "").geturl()


def line_of(text: str, offset: int) -> int:
    """The line, from 1, that holds a code point of a text."""
    return text.count("\n", 0, offset) + 1


def editor_call(editor: str, path: str, line: int) -> list[str]:
    """The command that opens `path` at a line: `+LINE` for those that take it, a suffix for Visual Studio Code and its kin."""
    import shlex

    call = shlex.split(editor) or ["vi"]
    name = call[0].replace("\\", "/").rsplit("/", 1)[-1]
    if name in ("code", "codium", "cursor"):
        return [*call, "--wait", "--goto", f"{path}:{line}"]
    if name in ("hx", "subl", "zed"):
        return [*call, f"{path}:{line}"]
    return [*call, f"+{line}", path] if name in ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro") else [*call, path]
