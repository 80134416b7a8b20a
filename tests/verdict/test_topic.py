"""A finding is named in words of its articles: whole words, whole phrases, shared where they can be."""

from __future__ import annotations

import re

import pytest

from discrepancy.model import Article, Story
from discrepancy.model.settings import Settings
from discrepancy.pipeline import read_figures
from discrepancy.text.words import sense, stopwords, tokens
from discrepancy.verdict.topic import topic


def named(*texts: str) -> str:
    """The topic of the last figure of each text."""
    articles = [Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1)]
    mentions = [read_figures(a)[-1] for a in articles]
    contexts = [{sense(t.lemma) for t in tokens(text) if t.lower not in stopwords()} for text in texts]
    weight = {word: 1.0 for words in contexts for word in words}
    return topic(mentions, [(text, 0) for text in texts], contexts, weight)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Shares of the brewer Holm fell 4 percent.", "In Oslo shares of the brewer fell by 5.2%."), "percent: "),
        (("The flood drowned 31 sheep near Hartley.", "A flood near Hartley drowned 34 sheep."), "sheep: "),
        (("She finished the crossing on Tuesday.", "The crossing was finished on Wednesday."), "when: "),
        (("The pumpkin weighed 140 kg.", "At 300 pounds the pumpkin was the heaviest."), "weight: "),
        (("The bridge cost $40 million.", "The bridge cost $44 million."), "amount: bridge cost"),
    ],
)
def test_the_head_says_what_is_asked_and_the_phrase_of_what(texts: tuple[str, ...], told: str) -> None:
    assert named(*texts).startswith(told)


@pytest.mark.parametrize(
    "texts",
    [
        ("The firm, continuing its propelled growth, hired 140 welders in 2019.", "Continuing to grow, it hired 150 welders in 2019."),
        ("In March and at 8:53 the tremor shook 12 villages, and 40 barns fell.", "The tremor that shook 12 villages felled 45 barns."),
        ("Trustees reported, using 9 ledgers, to Deputy Clerk Ann J. Morrow on Friday.", "Ann J. Morrow heard the trustees on Monday."),
    ],
)
def test_a_topic_is_written_in_whole_words_of_the_articles_and_ends_on_one_that_says_something(texts: tuple[str, ...]) -> None:
    told = named(*texts)
    words = re.findall(r"[\w’'&-]+", told.split(": ", 1)[-1])
    assert words
    assert all(re.search(rf"\b{re.escape(word)}\b", " ".join(texts)) for word in words)
    assert not any(word[0].isdigit() for word in words)
    assert words[-1].lower() not in stopwords()


def test_topics_of_a_whole_story_say_more_than_the_kind() -> None:
    from discrepancy.pipeline import compare_story

    texts = ("Police in Norlund counted 340 marchers on Sunday.", "On Sunday 360 marchers were counted by police in Norlund.")
    articles = tuple(Article(f"{i:02}", f"source {i}", "", text) for i, text in enumerate(texts, 1))
    assert [f.topic for f in compare_story(Story(articles), Settings(sensitivity="wide")).findings if f.kind == "count"] != ["number"]
