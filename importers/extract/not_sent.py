"""What was not sent: the parts of sentences that tell that somebody did not write or was not written to."""

import re

from importers.extract.clauses import part_of
from importers.extract.sentence_view import SentenceView
from importers.parse.report import ParsedReport

NOUN = (
    r"(?:messages?|letters?|telegrams?|cables?|greetings?|congratulat\w+|felicitations?|condolences?|notes?|replies|reply"
    r"|wishes|cards?|correspondence|exchanges?)"
)
WRITING = (
    r"(?:send|sent|writ|wrote|congratulat|greet|exchang|extend|convey|address|cabl|condol|issu|offer|dispatch|repl|receiv"
    r"|felicitat|wished)"
)
NOT_SENT = re.compile(
    rf"\b(?:[Nn]o|neither|nor any|[Nn]ot (?:a single|one|any|a)|[Nn]one of the) (?:[\w’'-]+ ){{0,4}}?{NOUN}"
    r"(?: (?!that\b|which\b|in\b)[\w’'-]+){0,3}? (?:was|were|went|has|have|had|is|came|come|arrived|reached|from|to"
    r"|between)\b"
    rf"|\b(?:did|does|do|has|have|had|was|were|is|are)(?:n['’]t| not| never)(?: (?:yet|also|been|even|being|himself"
    rf"|herself|publicly|so far|immediately)){{0,3}} {WRITING}"
    r"|\b(?:sent|wrote|received|addressed|extended|exchanged|dispatched|conveyed|offered|got) "
    r"(?:no|nothing|neither|none)\b(?! (?:fewer|less|more|other|doubt|later))"
    r"|\bwrote to (?:no|neither|none)\b"
    r"|\bnothing (?:similar |of the kind )?(?:was|were|has been|had been|went|came|arrived)\b"
    rf"|\b(?:refrain|abstain|held back|stopped short)\w* (?:from|of) {WRITING}"
    rf"|\b(?:declin|refus|fail|omit|neglect|forgot|chose not|decided not|opted not)\w* to {WRITING}"
    rf"|\bwithout (?:\w+ )?{WRITING}\w*ing\b"
    rf"|\b(?:[Nn]either\b[^.;]{{3,80}}\bnor\b|[Nn]o (?:leaders?|one)\b|[Nn]obody\b|[Nn]one\b)[^.;]{{0,80}}"
    rf"\b(?:was|were|has|have|had|got|{WRITING}\w*)\b"
    rf"|\b(?:not|never) (?:yet )?(?:among|on)\b[^.;]{{0,40}}\b(?:recipients?|{WRITING}|list)\b"
    r"|\bnot (?:congratulated|greeted|sent|written)\b",
)
DENIALS = (
    " no ", "No ", "not ", "n't ", "n’t ", "othing", "either", "obody", "one of", "ever ", "ithout ", "refrain",
    "abstain", "short of", "held back", "declin", "refus", "fail", "omit", "neglect", "forgot",
)  # fmt: skip
WHO = re.compile(r"\bwho $")
JOINT = re.compile(
    r"(?:[,;–—]\s*(?:(?:but|and|while|whereas|though|although|yet)\s+)?|\s(?:but|and|while|whereas|though)\s+)"
)
TURN = re.compile(r"(?:[,;–—]?\s+(?:but|while|whereas|though|although)\s|;\s)")


def told_as_sent(view: SentenceView, parsed: ParsedReport) -> list[SentenceView] | None:
    """Return the parts of a sentence beside what it tells was not sent; None where it tells of nothing unsent.

    "Xi wrote to Putin, but did not congratulate Duda" leaves "Xi wrote to Putin".
    """
    text = view.text
    unsent = NOT_SENT.search(text) if any(word in text for word in DENIALS) else None
    if unsent is None:
        return None
    if WHO.search(text, 0, unsent.start()):
        end = text.find(",", unsent.end())
        return [without(view, parsed, unsent.start(), end)] if end > 0 else []
    parts = []
    before = list(JOINT.finditer(text, 0, unsent.start() + 1))
    if before:
        parts.append(part_of(view, parsed, view.start, view.start + before[-1].start()))
    after = TURN.search(text, unsent.end())
    if after:
        parts.append(part_of(view, parsed, view.start + after.end(), view.end))
    return parts


def without(view: SentenceView, parsed: ParsedReport, start: int, end: int) -> SentenceView:
    """Return a sentence without whom and what it names between two places in it."""
    first, last = view.start + start, view.start + end
    tokens = [token for token in view.tokens if not first <= token.start < last]
    mentions = [mention for mention in view.mentions if not first <= mention.start < last]
    return SentenceView(parsed, view.people, view.index, view.sentence, tokens, mentions)
