"""Reference data: who is who, what anniversaries count from, what themes are, what trade was.

One CSV file a subject, and beside it the module that turns its records into rows of the database's tables.
"""
