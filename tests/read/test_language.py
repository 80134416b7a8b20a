"""Articles in other languages are skipped under their name; short and headline English is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.read import load_story
from discrepancy.text.language import language_name, language_of

ENGLISH = [
    "The mayor of the town said that seven people were hurt when the bridge fell into the river on Monday.",
    "Quake kills 12",
    "",
    "12 34 56",
    "Police arrest two suspects; third man still sought. Suspects face murder charges, court hears.",
    "São Paulo: the mayor João Gonçalves said the café in São José was closed after it had been hit by a truck.",
]
OTHERS = {
    "de": "Bei dem Erdbeben sind mindestens zwölf Menschen ums Leben gekommen, und mehr als zweihundert wurden verletzt.",
    "fr": "Le séisme a fait au moins douze morts et plus de deux cents blessés dans la région, selon les autorités de la ville.",
    "es": "El terremoto dejó al menos doce muertos y más de doscientos heridos en la región, según informó el gobierno este martes.",
    "it": "Il terremoto ha causato almeno dodici morti e oltre duecento feriti nella regione, secondo quanto ha detto il governo martedì.",
    "pt": "O terremoto deixou pelo menos doze mortos e mais de duzentos feridos na região, segundo informou o governo nesta terça-feira.",
    "nl": "De aardbeving heeft aan zeker twaalf mensen het leven gekost en meer dan tweehonderd mensen zijn gewond geraakt in de regio.",
    "ru": "В результате землетрясения погибли двенадцать человек, сообщили власти во вторник.",
    "zh": "当局表示，地震造成至少十二人死亡，两百多人受伤。",
    "ja": "当局によると、この地震で少なくとも12人が死亡し、200人以上が負傷した。",
    "ko": "당국은 이번 지진으로 최소 12명이 숨졌다고 밝혔다.",
    "ar": "قالت السلطات إن الزلزال أودى بحياة اثني عشر شخصا على الأقل.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_named(code: str) -> None:
    assert language_of(OTHERS[code]) == code
    assert language_name(code)[0].isupper()


def test_an_article_in_another_language_is_skipped_with_its_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH[0])
    (tmp_path / "b.txt").write_text(OTHERS["de"])
    story = load_story([tmp_path])
    assert [article.id for article in story.articles] == ["a"]
    assert [skipped.reason for skipped in story.skipped] == ["b is in German; only English is compared"]


def test_words_of_no_known_language_are_not_taken_for_english() -> None:
    assert language_of("zxqv plork wibnat grelf torvik mabble snorf quezz darvle plimset " * 3) == "und"
