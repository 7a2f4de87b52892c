"""Subjects: of whom a sentence tells what he does."""

from importers.extract.persons import Mention
from importers.extract.thread import STRANGER
from importers.extract.view import View
from importers.grammar.inflection import NOMINATIVE
from importers.grammar.tags import Tag


def opening_person(view: View) -> str | None:
    """Return who a sentence begins with, of whom it then tells; None where with nobody, or with what is his.

    STRANGER where it is somebody whom only his name or office tells, so that he is not the one told of before. In a
    language of cases, the one person who stands in that of a subject, wherever he does.
    """
    first, second = [*(tag for tag in view.row.tags[:3] if "honour" not in tag.sense), None, None][:2]
    if second is not None and "possessive" in second.sense:
        return None
    if first is not None and isinstance(first.item, Mention) and len(first.item.slugs) == 1:
        return first.item.slugs[0]
    if is_stranger(first) or (is_name(first) and (is_name(second) or is_stranger(second))):
        return STRANGER
    acting = [one.item for one in acting_in(view) if one.sense["person"][1:] == (NOMINATIVE,)]
    alone = acting[0] if len(acting) == 1 else None
    return alone.slugs[0] if isinstance(alone, Mention) and len(alone.slugs) == 1 else None


def is_stranger(tag: Tag | None) -> bool:
    """Return whether a tag is of somebody who is no leader: an ambassador, a spokesman."""
    return tag is not None and ("nobody" in tag.sense or "deputy" in tag.sense)


def acting_in(view: View) -> list[Tag]:
    """Return the people of a sentence who stand in the case of a subject, in a language that tells it."""
    return [tag for tag in view.row.tags if NOMINATIVE in tag.sense.get("person", ())]


def is_name(tag: Tag | None) -> bool:
    """Return whether a tag is a part of a name that means nobody known."""
    return tag is not None and not isinstance(tag.item, Mention) and ("name" in tag.sense or "family" in tag.sense)


def has_other_subject(view: View, speaker: str) -> bool:
    """Return whether a sentence tells what somebody else does: who opens it, or stands in the case of a subject."""
    opening = opening_person(view)
    if opening not in (None, speaker):
        return True
    return any(
        isinstance(tag.item, Mention) and tag.item.slugs and speaker not in tag.item.slugs for tag in acting_in(view)
    )
