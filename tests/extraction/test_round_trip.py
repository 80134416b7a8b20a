"""A value written out and read again is the value, for every kind; what is larger reads larger; a hedge's interval holds its figure."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount, DateValue, Mention
from discrepancy.normalise import hedge, money, number, unit
from tests.normalise.test_amounts import spelled

many = settings(max_examples=150, deadline=None)
whole = st.integers(2, 10**9).filter(lambda n: not 1500 <= n <= 2100)
tenths = st.decimals(Decimal("0.1"), 999, places=1).filter(lambda d: d != d.to_integral_value())
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905  # the list would fill a screen


def the_amount(sentence: str, kind: str) -> Amount:
    """The one amount of the sentence, which is of `kind`."""
    mentions = [m for m in read_mentions(sentence) if m.kind != "date"]
    assert [m.kind for m in mentions] == [kind], (sentence, mentions)
    value = mentions[0].value
    assert isinstance(value, Amount)
    assert sentence[mentions[0].start : mentions[0].end] == mentions[0].text
    return value


def ordinal(n: int) -> str:
    return f"{n}{'th' if n % 100 in (11, 12, 13) else ENDINGS.get(n % 10, 'th')}"


@many
@given(whole, st.sampled_from(["{:,} barges", "{} barges"]))
def test_a_count_in_figures(value: int, form: str) -> None:
    amount = the_amount(f"They saw {form.format(value)} there.", "count")
    assert (amount.value, amount.unit) == (Decimal(value), "barge")


@many
@given(st.integers(2, 10**8))
def test_a_count_in_words(value: int) -> None:
    amount = the_amount(f"They saw {spelled(value)} barges there.", "count")
    assert (amount.value, amount.unit) == (Decimal(value), "barge")


@many
@given(tenths, st.sampled_from(sorted(SCALES)))
def test_a_count_with_a_scale_word(value: Decimal, scale: str) -> None:
    amount = the_amount(f"They saw {value} {scale} barges there.", "count")
    assert amount.value == value * SCALES[scale]


@many
@given(whole, st.sampled_from(["$", "€", "£", "¥", "₹", "US$", "A$", "C$", "HK$", "R$", "USD ", "EUR ", "CHF "]))
def test_money_with_a_sign_or_code(value: int, sign: str) -> None:
    amount = the_amount(f"It sold for {sign}{value:,} there.", "money")
    assert (amount.value, amount.unit) == (Decimal(value), money.signs()[sign.strip()])


@many
@given(st.decimals(Decimal("0.01"), 9999, places=2), st.sampled_from(["$", "€", "£"]))
def test_money_with_cents(value: Decimal, sign: str) -> None:
    amount = the_amount(f"It sold for {sign}{value:,} there.", "money")
    assert (amount.value, amount.unit) == (Decimal(value), money.signs()[sign])


@many
@given(tenths, st.sampled_from([("m", 10**6), ("bn", 10**9), (" million", 10**6), ("tn", 10**12), ("k", 10**3), (" billion", 10**9)]))
def test_money_with_a_scale(value: Decimal, scale: tuple[str, int]) -> None:
    amount = the_amount(f"It sold for ${value}{scale[0]} there.", "money")
    assert (amount.value, amount.unit) == (value * scale[1], "USD")


@many
@given(
    st.integers(2, 10**6).filter(lambda n: not 1500 <= n <= 2100), st.sampled_from(["dollars", "euros", "yen", "Swiss francs", "rupees"])
)
def test_money_in_words(value: int, word: str) -> None:
    amount = the_amount(f"It sold for {value:,} {word} there.", "money")
    assert (amount.value, amount.unit) == (Decimal(value), money.words()[word.lower()])


@many
@given(
    st.decimals(Decimal("0.1"), 200, places=1),
    st.sampled_from(
        [
            ("%", "percent"),
            (" percent", "percent"),
            (" per cent", "percent"),
            (" percentage points", "percentage-point"),
            (" basis points", "basis-point"),
        ]
    ),
)
def test_a_percentage(value: Decimal, written: tuple[str, str]) -> None:
    amount = the_amount(f"It stood at {value}{written[0]} there.", "percent")
    assert (amount.value, amount.unit) == (Decimal(value), written[1])


@many
@given(st.integers(2, 999), st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year", "decade"]), st.booleans())
def test_a_duration(value: int, name: str, compound: bool) -> None:
    sentence = f"It was a {value}-{name} siege." if compound else f"The siege went on for {value} {name}s without rest."
    amount = the_amount(sentence, "duration")
    assert (amount.value, amount.unit) == (Decimal(value), name)


@many
@given(
    st.integers(1, 119),
    st.sampled_from(["The {}-year-old was held.", "He was {} years old.", "She died aged {}.", "Ana Lopez, {}, was named."]),
)
def test_an_age(value: int, form: str) -> None:
    if value < 116:
        amount = the_amount(form.format(value), "age")
        assert (amount.value, amount.unit) == (Decimal(value), "year")


@many
@given(st.integers(1, 999))
def test_an_ordinal(value: int) -> None:
    assert the_amount(f"It was the {ordinal(value)} barge in line.", "ordinal").value == value


@many
@given(st.integers(0, 150), st.integers(0, 150))
def test_a_score(first: int, second: int) -> None:
    low, high = sorted((first, second))
    if low == high == 50:
        return  # "50-50" is a chance, not a score
    amount = the_amount(f"They won {high}-{low} on Saturday.", "score")
    assert (amount.low, amount.high) == (Decimal(high), Decimal(low))


QUANTITIES = sorted(name for name, row in unit.units().items() if row.kind == "quantity")


@pytest.mark.parametrize("name", QUANTITIES)
def test_a_quantity_in_each_unit_of_the_table(name: str) -> None:
    amount = the_amount(f"It came to 37 {name} in all.", "quantity")
    assert (amount.value, amount.unit) == (Decimal(37), name)


@many
@given(st.sampled_from(QUANTITIES), tenths, tenths)
def test_conversion_keeps_the_order_and_comes_back(name: str, first: Decimal, second: Decimal) -> None:
    for other in QUANTITIES:
        there, also = unit.convert(first, name, other), unit.convert(second, name, other)
        if there is None or also is None:
            continue
        assert (there < also) == (first < second)
        back = unit.convert(there, other, name)
        assert back is not None
        assert abs(back - first) < Decimal("1e-9")


@many
@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_what_is_larger_reads_larger(first: int, second: int) -> None:
    for render in (lambda n: f"{n:,}", str, spelled):
        a, b = number.parse(render(first)), number.parse(render(second))
        assert a is not None
        assert b is not None
        assert (a < b) == (first < second)


FORMS = (
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d:%b}. {d.day}, {d.year}" if d.month not in (5, 9) else f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
)


def the_date(sentence: str, reference: datetime.date | None = None) -> tuple[Mention, DateValue]:
    mentions = read_mentions(sentence, reference)
    assert [m.kind for m in mentions] == ["date"], (sentence, mentions)
    value = mentions[0].value
    assert isinstance(value, DateValue)
    return mentions[0], value


@many
@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2080, 12, 31)), st.sampled_from(FORMS))
def test_a_day(day: datetime.date, form: object) -> None:
    assert callable(form)
    mention, value = the_date(f"The mill shut on {form(day)} for good.")
    assert (value.low, value.high, value.granularity) == (day.isoformat(), day.isoformat(), "day")
    assert mention.start >= len("The mill shut on")
    assert mention.text.endswith(form(day)[-4:])


@many
@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2080, 12, 31)))
def test_a_month_and_a_year(day: datetime.date) -> None:
    _, value = the_date(f"The mill shut in {MONTHS[day.month - 1]} {day.year} for good.")
    assert value.low == f"{day.year}-{day.month:02}-01"
    assert value.high is not None
    assert value.high.startswith(f"{day.year}-{day.month:02}-")
    _, value = the_date(f"The mill shut in {day.year} for good.")
    assert (value.low, value.high) == (f"{day.year}-01-01", f"{day.year}-12-31")


@many
@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2080, 12, 31)), st.integers(2, 60))
def test_days_ago(today: datetime.date, days: int) -> None:
    _, value = the_date(f"The mill shut {days} days ago.", today)
    assert value.low is not None
    assert value.low[:10] == (today - datetime.timedelta(days)).isoformat()


@many
@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2060, 12, 31)),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2060, 12, 31)),
    st.sampled_from(FORMS[:2]),
)
def test_a_later_day_reads_later(first: datetime.date, second: datetime.date, form: object) -> None:
    assert callable(form)
    a, b = (the_date(f"The mill shut on {form(day)} for good.")[1].low for day in (first, second))
    assert a is not None
    assert b is not None
    assert (a < b) == (first < second)


@pytest.mark.parametrize("phrase", sorted(set(hedge.before()) - {"average", "minimum", "maximum"}))
@pytest.mark.parametrize("figure", ["250", "3,000", "28.8 million", "7"])
def test_a_figure_lies_in_what_its_hedge_implies(phrase: str, figure: str) -> None:
    mentions = [m for m in read_mentions(f"They saw {phrase} {figure} barges there.") if m.kind == "count"]
    assert len(mentions) == 1
    amount = mentions[0].value
    assert isinstance(amount, Amount)
    assert amount.value is not None
    assert amount.value == number.parse(figure)
    assert amount.approximation == hedge.before()[phrase]
    low, high = amount.interval.low, amount.interval.high
    assert low is None or low <= amount.value
    assert high is None or amount.value <= high


@pytest.mark.parametrize("phrase", sorted(p for p in hedge.after() if p[0].isalpha() and p not in ("odd", "ish")))
def test_a_figure_lies_in_what_a_hedge_after_it_implies(phrase: str) -> None:
    amount = the_amount(f"They saw 250 barges {phrase}.", "count")
    assert (amount.value, amount.approximation) == (Decimal(250), hedge.after()[phrase])
    low, high = amount.interval.low, amount.interval.high
    assert low is None or low <= 250
    assert high is None or high >= 250
