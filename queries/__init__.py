"""Saved reports: one .sql file each, their catalogue, their publication as views, their output and their charts."""
