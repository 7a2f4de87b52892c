"""How much of a database's reference data was looked up, and what was not, that which reports use most first."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import QueryableAttribute, Session

from models import AnniversaryMention, Leader, Message, Milestone, Office, Tenure, TradeStatistic, TradeTarget

SINCE = datetime.date(2000, 1, 1)
IS_KNOWN = ~Leader.provisional
Used = tuple[int, str]  # how often it is told of, and what it is
RECENT = or_(Tenure.ended_on.is_(None), Tenure.ended_on > SINCE)


def messages_of(leader: QueryableAttribute[int]) -> ColumnElement[int]:
    """Return how many messages a leader sent and was sent."""
    theirs = or_(Message.sender_id == leader, Message.recipient_id == leader)
    return select(func.count()).select_from(Message).where(theirs).scalar_subquery()


def mentions_of(milestone: QueryableAttribute[int]) -> ColumnElement[int]:
    """Return how many statements tell the anniversary of a milestone."""
    theirs = AnniversaryMention.milestone_id == milestone
    return select(func.count()).select_from(AnniversaryMention).where(theirs).scalar_subquery()


def counts(session: Session) -> Iterator[tuple[str, int, int]]:
    """Yield what is counted, how many rows there are, and how many of them were looked up."""
    for told, model, wanted in (
        ("leaders", Leader, IS_KNOWN),
        ("leaders who write or are written to", Leader, IS_KNOWN & (messages_of(Leader.id) > 0)),
        ("terms of office", Tenure, literal(True)),
        (f"terms of office held since {SINCE:%Y}", Tenure, RECENT),
        ("milestones", Milestone, literal(True)),
        ("milestones that reports tell of", Milestone, mentions_of(Milestone.id) > 0),
        ("official trade figures", TradeStatistic, literal(True)),
        ("goals for trade", TradeTarget, literal(True)),
    ):
        looked_up = func.count().filter(model.verified)
        rows, found = session.execute(select(func.count(), looked_up).select_from(model).where(wanted)).one()
        yield told, rows, found


def from_knowledge(session: Session) -> dict[str, list[Used]]:
    """Return by kind how often each leader, term and milestone that was not looked up is told of, and what it is."""
    leaders = select(messages_of(Leader.id), Leader.slug).where(IS_KNOWN, ~Leader.verified)
    terms = (
        select(messages_of(Tenure.leader_id), Office.slug, Tenure.started_on, Leader.slug)
        .join(Leader, Leader.id == Tenure.leader_id)
        .join(Office, Office.id == Tenure.office_id)
        .where(~Tenure.verified, RECENT)
    )
    milestones = select(mentions_of(Milestone.id), Milestone.slug).where(~Milestone.verified)
    return {
        "leaders": [(often, f"leader {slug}") for often, slug in session.execute(leaders)],
        "terms of office": [
            (often, f"{slug} as {office} from {started_on}")
            for often, office, started_on, slug in session.execute(terms)
        ],
        "milestones": [(often, f"milestone {slug}") for often, slug in session.execute(milestones)],
    }


def most_used(found: Mapping[str, Iterable[Used]]) -> Iterator[Used]:
    """Yield what is used at all, the most used first; of equals leaders come first, and then by name."""
    several = ((often, place, what) for place, used in enumerate(found.values()) for often, what in used if often)
    for often, _, what in sorted(several, key=lambda one: (-one[0], *one[1:])):
        yield often, what


def never_used(found: Mapping[str, Iterable[Used]]) -> dict[str, int]:
    """Return by kind how many are never used."""
    return {kind: sum(not often for often, _ in used) for kind, used in found.items()}
