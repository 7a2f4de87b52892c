"""The occasion of a row of messages: one sentence gives it, and it holds for each letter told of after."""

import re

from importers.extract.anniversaries import Anniversary
from importers.extract.occasions import occasion_of
from importers.extract.participants import LEADERS
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Lexicon

QUOTATION = re.compile(r"[\"“«][^\"”»]*[\"”»]?")
SAID_BEFORE = re.compile(r"[\"”»],?\s+(?:[\w'’]+\s+){1,4}$")


def opens_row(text: str) -> bool:
    """Return whether a sentence or a headline speaks of messages to or from several leaders, whom it need not name."""
    return LEADERS.search(text) is not None


def says_only(view: SentenceView, anniversaries: list[Anniversary], lexicon: Lexicon) -> bool:
    """Return whether a sentence gives an occasion only in what it tells was said.

    "In his message to Xi, he recalled the 30th anniversary of relations" does; "On Xi's birthday, he said" does not.
    """
    sending = {t.start for t in view.by_kind.get("send", ()) if not view.body.startswith(" that ", t.end)}
    verb = next((t for t in view.by_kind.get("say", ()) if t.start not in sending and t.value != "greet"), None)
    if verb is None:
        return False
    place = verb.start - view.start
    own = view.text[:place]
    if SAID_BEFORE.search(own):
        own += view.text[place:]  # '"Our friendship is old," he wrote on the anniversary'
    here = [told for told in anniversaries if told.start < view.start + len(own)]
    return occasion_of(QUOTATION.sub(" ", own), here, lexicon)[0] is None
