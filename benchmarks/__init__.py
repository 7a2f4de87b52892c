"""Measurements, outside the tests: what an import costs, end to end, and where the time goes."""
