"""The engine of reading."""
