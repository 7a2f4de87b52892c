"""Extraction: what a parsed report tells."""
