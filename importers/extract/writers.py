"""Writers: whose message a sentence speaks of that names nobody who wrote it."""

from importers.extract.thread import Thread


def writer_meant(thread: Thread, last_speaker: str | None, *, is_of_unknown: bool) -> str | None:
    """Return whose message is spoken of: who spoke last, if he wrote one, else who wrote last.

    Whoever only the headline names is not meant where somebody whom nobody knows has written too, `is_of_unknown`.
    """
    known = thread.sent or (() if is_of_unknown else thread.announced)
    if not known:
        return thread.writers[0] if len(thread.writers) == 1 else None
    if any(sent.sender == last_speaker for sent in known):
        return last_speaker
    known = [sent for sent in known if not sent.is_answered] or known
    senders = list(dict.fromkeys(sent.sender for sent in known))
    if len(senders) == 1:
        return senders[0]
    told = [sent for sent in known if sent.sentence == known[-1].sentence]
    is_mutual = any(a.sender == b.recipient for a in told for b in told)
    return None if is_mutual else told[0].sender


def has_written(thread: Thread, slug: str) -> bool:
    """Return whether somebody's words may be of a message: whoever wrote one."""
    known = [*thread.sent, *thread.announced]
    return slug in thread.writers or any(sent.sender == slug for sent in known)
