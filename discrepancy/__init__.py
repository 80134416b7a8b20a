"""Find where articles on one story do not say the same."""

__version__ = "0.1.0"
