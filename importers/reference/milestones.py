"""Milestones: dated events that anniversaries count from."""

from importers.reference.records import ENGLISH, Record, Rows
from models import Milestone, MilestoneParty, MilestonePhrase, country_key, key_of


def milestone(record: Record, rows: Rows) -> None:
    """Add a milestone with its parties and phrasings."""
    slug, date = record.text("milestone_id"), record.text("date")
    try:
        year, month, day = (*(int(part) for part in date.split("-")), None, None)[:3]
    except ValueError:
        raise ValueError(f"date is no date as YYYY, YYYY-MM or YYYY-MM-DD: {date!r}") from None
    key = rows.add(
        Milestone,
        (slug,),
        slug=slug,
        kind=record.text("kind"),
        name=record.text("name"),
        year=year,
        month=month,
        day=day,
        note=record.optional("note"),
        **record.provenance(),
    )
    for code in record.several("parties"):
        rows.add(MilestoneParty, (slug, code), milestone_id=key, country_id=country_key(code))
    milestone_phrases(record, rows, slug, ENGLISH)


def milestone_phrases(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add how reports of a language put a milestone into words."""
    key, general = key_of("milestone", slug), set(record.several("pair_phrases"))
    rows.tell(MilestonePhrase, key, language)
    for phrase in record.several("phrases"):
        rows.add(
            MilestonePhrase,
            (slug, language, phrase),
            milestone_id=key,
            language=language,
            phrase=phrase,
            needs_pair=phrase in general,
        )
