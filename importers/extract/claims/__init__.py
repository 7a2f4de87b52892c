"""Claims: what a sentence says of anniversaries, of trade, and which themes it touches."""
