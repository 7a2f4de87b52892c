"""From the text of a page to its headline, dateline, dates, outlet and sentences, each with its place in the body."""
