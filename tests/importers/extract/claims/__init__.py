"""Claims on anniversaries and trade."""
