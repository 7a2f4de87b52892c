"""Forms of address: how warmly a sentence calls the one written to."""

import re

# By the forms of models.statement, the warmest first. "A true friend of Russia" is told of somebody, not to them.
WORDS = {
    "dear friend": r"dear(?:est)? (?:and \w+ )?(?:old |good |great )?friend",
    "old friend": r"old(?:est)? (?:and \w+ )?friend",
    "friend": r"(?:my|his|her|close|good|great|true) (?:\w+ )?friend(?! of\b)",
    "brother": r"(?:dear|my|elder|esteemed) (?:\w+ )?brother",
    "comrade": r"comrade",
}
PATTERNS = {form: re.compile(rf"\b{words}\b", re.IGNORECASE) for form, words in WORDS.items()}


def form_of_address(sentence: str) -> str | None:
    """Return the warmest form of address in a sentence, None where there is none of the forms."""
    if "riend" not in sentence and "rother" not in sentence and "omrade" not in sentence:
        return None  # most sentences: looking for a word costs little, looking for the patterns ten times that
    return next((form for form, words in PATTERNS.items() if words.search(sentence)), None)
