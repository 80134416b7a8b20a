"""Many articles, one story or several."""
