"""The page of figures: what the fit, and the stories that nobody reads, say of how good the program is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.bench.rates import f1, rates

ACCURACY = Path(__file__).resolve().parent / "ACCURACY.md"
NOTES = ACCURACY.with_name("ACCURACY_NOTES.md")  # made by `python -m tests.bench.errors --write`, and kept by hand
Rows = Sequence[tuple[str, str, Counter[str]]]


def page(
    stories: int,
    rows: Rows,
    rows_own: Rows,
    unread: Sequence[str],
    lost: Counter[tuple[str, str, str]],
    worth: Sequence[tuple[float, Sequence[tuple[int, int]]]],
) -> str:
    """The page: `rows` of the labelled stories and of our own as (sensitivity, family, counts), `unread` as lines, `lost` as counts by
    (verdict, kind, fate), `worth` as lower end of a fifth of confidence with (candidates, right) of conflicts and of imprecise ones."""
    out = [HEAD.format(stories=stories), *_lines(rows)]
    if any(r["f_gold"] for _, _, r in rows_own):
        out += [OWN_HEAD, *_lines(rows_own)]
    out += unread
    out.append("\n## Where labelled differences of figures and dates are lost (normal)\n")
    out.append(f"| verdict | kind | {' | '.join(FATES)} |\n|---|---|---|---|---|---|")
    for verdict, kind in sorted({(v, k) for v, k, _ in lost}):
        out.append(f"| {verdict} | {kind} | {' | '.join(str(lost[verdict, kind, fate]) for fate in FATES)} |")
    out.append("\n## What a confidence is worth\n\nCandidates of held-back stories, by the confidence given to them.\n")
    out.append("| confidence | conflicts | of them right | imprecise | of them right |\n|---|---|---|---|---|")
    for low, cells in worth:
        told = [f"{n} | {f'{right / n:.2f}' if n else '-'}" for n, right in cells]
        out.append(f"| {low:.1f} to {low + 0.2:.1f} | {' | '.join(told)} |")
    return "\n".join(out) + "\n" + TAIL + ("\n" + NOTES.read_text() if NOTES.exists() else "")


def _lines(rows: Sequence[tuple[str, str, Counter[str]]]) -> list[str]:
    out = []
    for sensitivity, family, r in rows:
        c, f, a = _three(r, "c"), _three(r, "f"), _three(r, "a")
        met = f"{r['v_right']} of {r['v_met']} met, {r['v_all']} in all"
        out.append(f"| {sensitivity} | {family} | {c} | {f} | {a} | {met} | {r['t_kept']} of {r['t']} |")
    return out


FATES = ("1 not read", "2 not aligned", "3 aligned, wrong verdict or impure", "4 found")
OWN_HEAD = """
## The same for the stories of our own writing

`tests/stories`: 200 invented stories with labels. They teach which claims go together; how sure a finding is, is learned from the real
ones above all, for in these more facets conflict than in the news. Each is scored by weights that have not seen it. No rule for names
and polarity was written with them in view: these rows say what those rules are worth on text they do not know.

| sensitivity | kinds | conflict P / R / F1 | flagged P / R / F1 | aligned P / R / F1 | verdicts right | traps kept |
|---|---|---|---|---|---|---|"""
HEAD = """# How good it is

Made by `python -m tests.bench.fit --write` from {stories} stories labelled by hand (not part of this repository). Figures and dates are
aligned by fitted weights: each story is scored by weights that have not seen it, in five folds. So are differences of who and where
(`python -m tests.bench.fit_participants`), beside rules for names, which like those for polarity were written with these same stories
in view: the rows of participants and polarity flatter, and the stories of our own score them lower (next table). So few stories make
every figure uncertain: the same fit with another draw of rows and features moves F1 by up to .03.

P, R, F1 of findings against labelled questions; `aligned` of pairs of mentions; `traps` are pairs that must not be put together.

| sensitivity | kinds | conflict P / R / F1 | flagged P / R / F1 | aligned P / R / F1 | verdicts right | traps kept |
|---|---|---|---|---|---|---|"""
TAIL = """
## What is missed, and what it would need

- Half of the missed conflicts of figures are never put together: the two sentences share one or two words, often not the noun (a place
  that "is home to" as many as "live" there). They need predicates to be recognised as paraphrases of each other.
- Dates without a publication date: "last month" against "last week", "Tuesday" against "June 9" can be neither compared nor acquitted.
- False conflicts are mostly the same noun in another role: with and without debt, this quarter's and the year's, one speaker's estimate
  against another's, a part of a group that the text calls by the same word.
- Names in a role and polarity need to know who does what to whom; rules over shallow syntax see only the plainest forms. Trees over
  pairs of clauses (a denial, an affirmation), fitted on the 500 yes-or-no questions of our own stories, found one in eight of these at
  precision .5, and of the news one in twenty at .2: they are not used.
- More evidence of shared wording no longer helps: weights by distance, word order, values unlikely to meet by chance, what others say of
  either value, separate trees for dates, more draws, every two groups as a candidate, who says so and who foresees, trees of their
  own for values that overlap: each left the figures where they were. What did help unread stories was to read more of what is plain:
  names that only the story as a whole explains, and agreements over all of their mentions.
"""


def _three(counts: Counter[str], key: str) -> str:
    precision, recall = rates(counts, key)
    return f"{precision:.2f} / {recall:.2f} / {f1(counts, key):.2f}"
