"""Text -> mentions: one file per kind, and the arbiter of overlaps."""

from discrepancy.extraction.arbiter import read_mentions

__all__ = ["read_mentions"]
