"""Articles in: one file per format, and the story they make together."""

from discrepancy.read.story import load_story

__all__ = ["load_story"]
