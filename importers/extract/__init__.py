"""From sentences to facts: who is named, who wrote to whom and for what, who says which sentence, what it claims."""
