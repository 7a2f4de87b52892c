"""The engine of reading: tags in one pass over a text, patterns over rows of tags, and the files of a language."""
