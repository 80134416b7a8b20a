"""The nouns of the field, as frozen records. They know nothing but one another."""

from discrepancy.model.article import Article, Skipped, Story
from discrepancy.model.mention import Field, Kind, Mention
from discrepancy.model.values import (
    Amount,
    Approximation,
    DateValue,
    Direction,
    Interval,
    Moment,
    Names,
    Polarity,
    Value,
)

__all__ = [
    "Amount",
    "Approximation",
    "Article",
    "DateValue",
    "Direction",
    "Field",
    "Interval",
    "Kind",
    "Mention",
    "Moment",
    "Names",
    "Polarity",
    "Skipped",
    "Story",
    "Value",
]
