"""Readers: each recognises one form in which reports are kept, and takes the reports out of it."""
