"""The one table of actions: key bindings, the line of keys and the help all come from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

DESK = ("findings", "matrix")
PASSAGES = (*DESK, "article")
PAGES = ("article", "calls")
READING = ("findings", "matrix", "articles", "article")
EVERYWHERE = (*READING, "calls")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    call        the Textual action that does it; `{key}` in it stands for the key pressed.
    keys        Textual key names, comma-separated; shown is how a person writes them.
    help        one line for the help.
    screens     where it works.
    brief       a word for the line of keys; empty where it is not listed there.
    """

    call: str
    keys: str
    shown: str
    help: str
    screens: tuple[str, ...]
    brief: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("move(1)", "j,down", "j ↓", "next finding", DESK),
    Action("move(-1)", "k,up", "k ↑", "finding before", DESK, "j/k finding"),
    Action("place(1)", "l,right", "l →", "next source's passage", ("findings",)),
    Action("place(-1)", "h,left", "h ←", "source's passage before", ("findings",), "h/l source"),
    Action("column(1)", "l,right", "l →", "next source", ("matrix",)),
    Action("column(-1)", "h,left", "h ←", "source before", ("matrix",), "h/l source"),
    Action("first", "g,home", "g", "first finding", DESK),
    Action("last", "G,end", "G", "last finding", DESK),
    Action("confirm", "c", "c", "confirm: the difference is real", DESK, "c confirm"),
    Action("right({key})", "1,2,3,4,5,6,7,8,9", "1…9", "confirm, and that value is the right one", DESK),
    Action("dismissal", "d", "d", "dismiss: n not the same, m misread, b both true, w not worth it", DESK, "d dismiss"),
    Action("call", "p", "p", "needs a phone call", DESK, "p call"),
    Action("note", "i", "i", "write a note", DESK, "i note"),
    Action("undo", "u", "u", "undo the last judgement", DESK, "u undo"),
    Action("redo", "U,ctrl+r", "U", "redo what was undone", PASSAGES),
    Action("next_to_do", "full_stop", ".", "next finding that is not judged", DESK),
    Action("mark", "space", "space", "mark: the next judgement is about all that are marked", DESK),
    Action("mark_shown", "asterisk", "*", "mark all that is shown, or nothing", DESK),
    Action("split", "x", "x", "split: the chosen passage does not belong in this finding", PASSAGES),
    Action("merge", "M", "M", "merge: the marked findings are one question", DESK),
    Action("join", "plus", "+", "join: pick a value of the article that was missed", PASSAGES),
    Action("call_sheet", "C", "C", "call sheet: what needs a call, by source", DESK),
    Action("export", "E", "E", "write the report to a file: HTML, Markdown, CSV, JSON", DESK),
    Action("page(1)", "pagedown,ctrl+f", "PgDn", "a page of findings on", DESK),
    Action("page(-1)", "pageup,ctrl+b", "PgUp", "a page of findings back", DESK),
    Action("scroll_evidence(1)", "J,ctrl+d", "J", "scroll the evidence down", ("findings",)),
    Action("scroll_evidence(-1)", "K,ctrl+u", "K", "scroll the evidence up", ("findings",)),
    Action("open_article", "enter", "enter", "whole article, at the chosen passage", DESK, "enter article"),
    Action("zoom", "z,tab", "z", "evidence alone, and back", ("findings",), "z zoom"),
    Action("search", "slash", "/", "search as you type", DESK, "/ search"),
    Action("search_next(1)", "n", "n", "next hit", DESK),
    Action("search_next(-1)", "N", "N", "hit before", DESK),
    Action("filter", "f", "f", "filter by verdict, judgement, kind, cause, source and words", DESK, "f filter"),
    Action("agreements", "A", "A", "show or hide agreements", DESK),
    Action("order", "s", "s", "change the order: severity, topic, kind, confidence, judgement", DESK),
    Action("matrix", "m", "m", "matrix: questions down, sources across", ("findings",), "m matrix"),
    Action("back", "m,escape", "m esc", "back to the findings", ("matrix",), "esc back"),
    Action("articles", "a", "a", "articles: what was read, warnings, what was skipped", DESK, "a articles"),
    Action("ledger", "w", "w", "why these were put together", ("findings",)),
    Action("clear", "escape", "esc", "leave the marks, the zoom, the search, the filters, in that order", ("findings",)),
    Action("move(1)", "j,down", "j ↓", "next article", ("articles",)),
    Action("move(-1)", "k,up", "k ↑", "article before", ("articles",), "j/k article"),
    Action("open_article", "enter", "enter", "whole article", ("articles",), "enter read"),
    Action("back", "a,escape", "a esc", "back", ("articles",), "esc back"),
    Action("scroll(1)", "j,down", "j ↓", "a line down", PAGES),
    Action("scroll(-1)", "k,up", "k ↑", "a line up", PAGES, "j/k scroll"),
    Action("page(1)", "pagedown,space,ctrl+f", "space", "a page down", PAGES),
    Action("page(-1)", "pageup,b,ctrl+b", "b", "a page up", PAGES),
    Action("edge(-1)", "g,home", "g", "to the top", ("article",)),
    Action("edge(1)", "G,end", "G", "to the end", ("article",)),
    Action("passage(1)", "l,right,n", "l n", "next passage of the finding, whichever article; next value to pick", ("article",)),
    Action("passage(-1)", "h,left,N", "h N", "passage before", ("article",), "h/l passage"),
    Action("take", "enter", "enter", "take the value that is picked, else back", ("article",)),
    Action("back", "escape,backspace", "esc", "back", ("article",), "esc back"),
    Action("undo", "u", "u", "undo the last judgement", ("article",)),
    Action("save", "S", "S", "write the sheet to a file", ("calls",), "S save"),
    Action("copy", "y", "y", "copy the sheet", ("calls",), "y copy"),
    Action("back", "C,escape", "C esc", "back", ("calls",), "esc back"),
    Action("copy", "y", "y", "copy the sentence", PASSAGES, "y copy"),
    Action("cite", "Y", "Y", "copy the sentence with its source", PASSAGES),
    Action("browse", "o", "o", "open the article's address in the browser", READING),
    Action("edit", "e", "e", "a copy of the article in $EDITOR, at the passage", READING),
    Action("app.reload", "r", "r", "read the articles again, keeping the place", EVERYWHERE, "r again"),
    Action("app.next_theme", "t", "t", "theme: dark, light, high contrast, no colour", EVERYWHERE),
    Action("app.command_palette", "ctrl+p", "^p", "command palette", EVERYWHERE),
    Action("app.help_keys", "question_mark", "?", "this help", EVERYWHERE, "? help"),
    Action("app.quit", "q,ctrl+q", "q", "quit", EVERYWHERE, "q quit"),
)


JUDGING = (
    "confirm", "right({key})", "dismissal", "call", "note", "undo", "redo", "next_to_do", "mark", "mark_shown",
    "split", "merge", "join", "call_sheet", "export",
)  # fmt: skip
"""The calls by which findings are judged, as the page for fact-checkers lists them."""

HELD_BACK = frozenset(call.partition("(")[0] for call in JUDGING) - {"next_to_do"}
"""What waits until all articles are compared: a judgement is about all that is said, and an undoing about all that was judged."""


def actions_of(screen: str) -> tuple[Action, ...]:
    """The actions of one screen, in the order of the table."""
    return tuple(action for action in ACTIONS if screen in action.screens)


def bindings_of(screen: str) -> list[BindingType]:
    """Textual's bindings for one screen."""
    return [
        Binding(keys, action.call.format(key=keys), action.help, show=bool(action.brief))
        for action in actions_of(screen)
        for keys in (action.keys.split(",") if "{key}" in action.call else [action.keys])
    ]
