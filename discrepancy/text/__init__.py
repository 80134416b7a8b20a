"""Sentences, paragraphs, words and the parts of a page; offsets always into the text as given."""
