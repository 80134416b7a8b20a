"""The one table of actions: key bindings, the line of keys and the help all come from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

DESK = ("findings", "matrix")
EVERYWHERE = ("findings", "matrix", "articles", "article")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    call        the Textual action that does it.
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
    Action("page(1)", "pagedown,ctrl+f", "PgDn", "a page of findings on", DESK),
    Action("page(-1)", "pageup,ctrl+b", "PgUp", "a page of findings back", DESK),
    Action("scroll_evidence(1)", "J,ctrl+d", "J", "scroll the evidence down", ("findings",)),
    Action("scroll_evidence(-1)", "K,ctrl+u", "K", "scroll the evidence up", ("findings",)),
    Action("open_article", "enter", "enter", "whole article, at the chosen passage", DESK, "enter article"),
    Action("zoom", "z,tab", "z", "evidence alone, and back", ("findings",), "z zoom"),
    Action("search", "slash", "/", "search as you type", DESK, "/ search"),
    Action("search_next(1)", "n", "n", "next hit", DESK),
    Action("search_next(-1)", "N", "N", "hit before", DESK),
    Action("filter", "f", "f", "filter by verdict, kind, cause, source and words", DESK, "f filter"),
    Action("agreements", "A", "A", "show or hide agreements", DESK),
    Action("order", "s", "s", "change the order: severity, topic, kind, confidence", DESK),
    Action("matrix", "m", "m", "matrix: questions down, sources across", ("findings",), "m matrix"),
    Action("back", "m,escape", "m esc", "back to the findings", ("matrix",), "esc back"),
    Action("articles", "a", "a", "articles: what was read, warnings, what was skipped", DESK, "a articles"),
    Action("ledger", "w", "w", "why these were put together", ("findings",)),
    Action("clear", "escape", "esc", "leave the zoom, the search, the filters, in that order", ("findings",)),
    Action("move(1)", "j,down", "j ↓", "next article", ("articles",)),
    Action("move(-1)", "k,up", "k ↑", "article before", ("articles",), "j/k article"),
    Action("open_article", "enter", "enter", "whole article", ("articles",), "enter read"),
    Action("back", "a,escape", "a esc", "back", ("articles",), "esc back"),
    Action("scroll(1)", "j,down", "j ↓", "a line down", ("article",)),
    Action("scroll(-1)", "k,up", "k ↑", "a line up", ("article",), "j/k scroll"),
    Action("page(1)", "pagedown,space,ctrl+f", "space", "a page down", ("article",)),
    Action("page(-1)", "pageup,b,ctrl+b", "b", "a page up", ("article",)),
    Action("edge(-1)", "g,home", "g", "to the top", ("article",)),
    Action("edge(1)", "G,end", "G", "to the end", ("article",)),
    Action("passage(1)", "l,right,n", "l n", "next passage of the finding, in the next article if need be", ("article",)),
    Action("passage(-1)", "h,left,N", "h N", "passage before", ("article",), "h/l passage"),
    Action("back", "escape,enter,backspace", "esc", "back", ("article",), "esc back"),
    Action("copy", "y", "y", "copy the sentence", (*DESK, "article"), "y copy"),
    Action("cite", "Y", "Y", "copy the sentence with its source", (*DESK, "article")),
    Action("browse", "o", "o", "open the article's address in the browser", EVERYWHERE),
    Action("edit", "e", "e", "a copy of the article in $EDITOR, at the passage", EVERYWHERE),
    Action("app.reload", "r", "r", "read the articles again, keeping the place", EVERYWHERE, "r again"),
    Action("app.next_theme", "t", "t", "theme: dark, light, high contrast", EVERYWHERE),
    Action("app.command_palette", "ctrl+p", "^p", "command palette", EVERYWHERE),
    Action("app.help_keys", "question_mark", "?", "this help", EVERYWHERE, "? help"),
    Action("app.quit", "q,ctrl+q", "q", "quit", EVERYWHERE, "q quit"),
)


def actions_of(screen: str) -> tuple[Action, ...]:
    """The actions of one screen, in the order of the table."""
    return tuple(action for action in ACTIONS if screen in action.screens)


def bindings_of(screen: str) -> list[BindingType]:
    """Textual's bindings for one screen."""
    return [Binding(action.keys, action.call, action.help, show=bool(action.brief)) for action in actions_of(screen)]
