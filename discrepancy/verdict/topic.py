"""What a finding is about, in a few words of the articles themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from discrepancy.model import Amount, Mention

_WORDS = {
    "money": "amount",
    "percent": "percent",
    "duration": "how long",
    "age": "age",
    "date": "when",
    "ordinal": "rank",
    "score": "score",
    "quantity": "",
    "count": "",
}
MOST = 3


def topic(mentions: Sequence[Mention], contexts: Sequence[Iterable[str]], weight: Mapping[str, float], written: Mapping[str, str]) -> str:
    """The thing counted with the words that narrow it, then the shared words round the figures.

    contexts    per mention, the lemmas near it; weight tells how telling each is in the story.
    written     lemma -> a form as the articles write it.
    """
    head = _head(mentions)
    own = set(head.lower().split())
    shared = Counter(word for words in contexts for word in set(words))
    need = 2 if len(contexts) > 1 else 1
    ranked = sorted(
        (w for w, n in shared.items() if n >= need and w.isalpha() and len(w) > 2), key=lambda w: (-shared[w] * weight.get(w, 0.0), w)
    )
    tail = [written.get(w, w) for w in ranked if w not in own and written.get(w, w).lower() not in own][:MOST]
    return ": ".join(part for part in (head, ", ".join(tail)) if part) or "figure"


def _head(mentions: Sequence[Mention]) -> str:
    kind = Counter(m.kind for m in mentions).most_common(1)[0][0]
    units = Counter(v.unit for m in mentions if isinstance(v := m.value, Amount) and v.unit)
    if kind in ("count", "quantity") and units:
        unit = units.most_common(1)[0][0]
        narrowing = Counter(w for m in mentions if isinstance(v := m.value, Amount) and v.unit == unit for w in v.modifiers)
        word = narrowing.most_common(1)
        return f"{word[0][0]} {unit}" if word and word[0][1] * 2 >= len(mentions) and kind == "count" else unit
    return _WORDS.get(kind, kind)
