"""The words that reference data and libraries add to the vocabulary of a language."""
