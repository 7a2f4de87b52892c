"""Verification: whether what stands in a database holds, to the letter."""
