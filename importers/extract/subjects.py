"""Subjects: of whom a sentence tells what he does."""

from importers.extract.people import Mention
from importers.extract.thread import STRANGER
from importers.extract.view import View
from importers.grammar.inflection import NOMINATIVE
from importers.grammar.tags import Tag


def opening_person(view: View) -> str | None:
    """Return who a sentence begins with, of whom it then tells; None where with nobody, or with what is his.

    STRANGER where it is somebody whom only his name tells, so that he is not the one told of before.
    """
    first, second = [*(tag for tag in view.row.tags[:3] if "honour" not in tag.sense), None, None][:2]
    if first is None or not isinstance(first.item, Mention) or len(first.item.slugs) != 1:
        return STRANGER if is_name(first) and is_name(second) else None
    return None if second is not None and "possessive" in second.sense else first.item.slugs[0]


def is_name(tag: Tag | None) -> bool:
    """Return whether a tag is a part of a name that means nobody known."""
    return tag is not None and not isinstance(tag.item, Mention) and ("name" in tag.sense or "family" in tag.sense)


def has_other_subject(view: View, speaker: str) -> bool:
    """Return whether a sentence tells what somebody else does: who opens it, or stands in the case of a subject."""
    opening = opening_person(view)
    if opening not in (None, speaker):
        return True
    acting = (tag for tag in view.row.tags if NOMINATIVE in tag.sense.get("person", ()))
    return any(isinstance(tag.item, Mention) and tag.item.slugs and speaker not in tag.item.slugs for tag in acting)
