"""Import scripts: reports and reference data in, rows out. A report moves one way: read, parse, extract, link, load."""
