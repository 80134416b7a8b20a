"""Whether something is so, across the articles of a story: groups of clauses that affirm and deny one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.alignment.polarity_claims import claim_matches
from discrepancy.alignment.polarity_negation import negated_matches
from discrepancy.alignment.polarity_states import silence_matches, state_matches
from discrepancy.alignment.polarity_story import Denials, Match, StoryClauses, Texts, story_clauses
from discrepancy.model import Article, Mention, Polarity
from discrepancy.model.group import Group, cited

Read = Sequence[tuple[Article, Sequence[Mention]]]

LEAST = {"negation": 0.6, "silence": 0.6, "caught": 0.5, "charged": 0.5, "hurt": 0.5, "dead": 0.5, "unique": 0.6, "claim": 0.65}
"""The score from which a pair counts, by rule; set on labelled stories (tests/bench/participants.py, by fold)."""
LOWER = 0.12  # below that score by so much a pair is still worth a look where much may be shown; its confidence says so
SURE = {"negation": 0.52, "silence": 0.28, "caught": 0.22, "charged": 0.44, "hurt": 0.15, "dead": 0.15, "unique": 0.43, "claim": 0.31}
"""Confidence of a finding at that score, by rule: (right + 1/2) / (all + 2) of `python -m tests.bench.rules`, the stories that the rules
were written with counting half beside our own, which they had not seen; never right is low. What one article calls untrue and others
tell ("claim") is right in 7 of 29, but in 5 of 8 from a score of .75 on: only those reach what is shown at `normal`."""
A_SIDE = 6  # mentions shown of each side, from different articles: the best matched
MOST = 3  # findings of one story, so that one talkative page does not flood the list


def polarity_findings(articles: Read) -> list[Group]:
    """Groups of clauses of which some affirm and others deny one thing, surest first; empty for fewer than two articles."""
    if len(articles) < 2:
        return []
    articles = sorted(articles, key=lambda one: one[0].id)
    story = story_clauses([a for a, _ in articles])
    denials = [(a.id, m) for a, mentions in articles for m in mentions if isinstance(m.value, Polarity) and not m.value.holds]
    matches = [m for m in all_matches(story, [a for a, _ in articles], denials) if m.score >= LEAST[m.rule] - LOWER]
    surely = [m for m in matches if m.score >= LEAST[m.rule]]
    taken = {_key(side) for m in surely for side in (m.denied, m.affirmed)}
    barely = [m for m in matches if m.score < LEAST[m.rule] and not {_key(m.denied), _key(m.affirmed)} & taken]
    groups = [group for cluster in (*_clusters(surely), *_clusters(barely)) if (group := _group(cluster)) is not None]
    return sorted(groups, key=lambda g: (-g.confidence, g.topic))[:MOST]


def _key(side: tuple[str, Mention], rule: str = "") -> tuple[str, str, str, int]:
    return rule, side[0], side[1].field, side[1].start


def _clusters(matches: list[Match]) -> list[list[Match]]:
    """Matches that share a clause belong together; the surest come first in each."""
    home: dict[tuple[str, str, str, int], int] = {}
    clusters: dict[int, list[Match]] = {}
    for i, match in enumerate(sorted(matches, key=lambda m: (-m.score, _key(m.denied), _key(m.affirmed)))):
        keys = (_key(match.denied, match.rule), _key(match.affirmed, match.rule))
        near = {home[k] for k in keys if k in home}
        chosen = min(near) if near else i
        clusters.setdefault(chosen, []).append(match)
        for other in near - {chosen}:
            clusters[chosen].extend(clusters.pop(other))
            for key, value in home.items():
                if value == other:
                    home[key] = chosen
        home[keys[0]] = home[keys[1]] = chosen
    return list(clusters.values())


def _listed(words: list[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _group(cluster: list[Match]) -> Group | None:
    """The finding of a cluster; None where a clause would both deny and affirm."""
    best = max(cluster, key=lambda m: m.score)
    denied = _side([(m.score, m.denied) for m in cluster])
    affirmed = _side([(m.score, m.affirmed) for m in cluster if all(_key(m.affirmed) != _key(d) for d in denied)])
    if not denied or not affirmed:
        return None
    who_no, who_yes = (_listed([cited(a) for a, _ in side]) for side in (denied, affirmed))
    update = best.rule in ("silence", "caught", "charged", "hurt", "dead")
    return Group(
        "polarity",
        best.topic,
        "conflict",
        ("update",) if update else ("attribution",),
        f"{who_yes}: “{affirmed[0][1].text}”; {who_no}: “{denied[0][1].text}”. Both cannot be so at one time.",
        _confidence(best),
        (("yes", "yes", tuple(affirmed)), ("no", "no", tuple(denied))),
        ((f"shared words, by rule {best.rule}", round(best.score, 3)),),
    )


def _confidence(match: Match) -> float:
    over = match.score - LEAST[match.rule]
    return round(min(0.95, SURE[match.rule] + 0.4 * over) if over >= 0 else max(0.16, 0.3 + over), 3)


def _side(scored: list[tuple[float, tuple[str, Mention]]]) -> list[tuple[str, Mention]]:
    """The best mention of each article, the best A_SIDE of these, in order of article."""
    chosen: dict[str, Mention] = {}
    for _, (article, mention) in sorted(scored, key=lambda s: (-s[0], s[1][0], s[1][1].start)):
        if article not in chosen and len(chosen) < A_SIDE:
            chosen[article] = mention
    return sorted(chosen.items())


def all_matches(story: StoryClauses, articles: Sequence[Article], denials: Denials) -> Iterator[Match]:
    """The matches of every rule."""
    texts: Texts = {}
    for article in articles:
        texts[article.id, "text"], texts[article.id, "title"] = article.text, article.title
    yield from negated_matches(story, texts, denials)
    yield from silence_matches(story, texts, denials)
    yield from state_matches(story, texts)
    yield from claim_matches(story, texts, denials)
