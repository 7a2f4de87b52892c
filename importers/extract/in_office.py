"""In office: who held which office on the day of a report, and which offices a title may mean."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.extract.names import NounPhrase
from importers.knowledge import HEADS, Knowledge, KnownLeader, Term

ROLES_OF_TITLE = {  # which offices a title may mean, the likeliest first
    "head_of_state": ("head_of_state", "party_leader", "monarch"),
    "head_of_government": ("head_of_government",),
    "monarch": ("monarch", "head_of_state"),
    "party_leader": ("party_leader",),
    "leader": ("head_of_state", "party_leader", "monarch", "head_of_government"),
    "foreign_minister": ("foreign_minister",),
    "speaker": ("speaker",),
    "other": ("other",),
    "counterpart": HEADS,
}
OTHER = "other"
SOON = 200  # days from an election until the elected take office


def roles_of(phrase: NounPhrase) -> tuple[str, ...]:
    """Return the offices that the titles of a phrase may mean."""
    return tuple(dict.fromkeys(role for title in phrase.roles for role in ROLES_OF_TITLE.get(title, ())))


@dataclass(frozen=True)
class InOffice:
    """Who held which office on the day of a report; whoever ever did, where the report has no day."""

    knowledge: Knowledge
    day: datetime.date | None

    def is_on(self, term: Term) -> bool:
        """Return whether the day of the report lies within a term; it does in any, where the report has no day."""
        return self.day is None or term.includes(self.day)

    def held(self, leader: KnownLeader, roles: Sequence[str]) -> bool:
        """Return whether a leader held one of the offices on the day of the report."""
        return any(term.role in roles and self.is_on(term) for term in leader.terms)

    def has_begun(self, leader: KnownLeader) -> bool:
        """Return whether somebody has held an office by the day of the report, or soon will."""
        soon = self.day + datetime.timedelta(days=SOON) if self.day else None
        return soon is None or any(term.started_on <= soon for term in leader.terms)

    def takes_soon(self, leader: KnownLeader, roles: Sequence[str]) -> bool:
        """Return whether somebody took one of the offices in the months after the report, as the elected do."""
        days = [(term.started_on - self.day).days for term in leader.terms if term.role in roles and self.day]
        return any(0 <= until <= SOON for until in days)

    def has_left(self, slug: str) -> bool:
        """Return whether a leader has left all offices by the day of the report."""
        known = self.knowledge.leaders.get(slug)
        ends = [term.ended_on for term in known.terms] if known else []
        return bool(ends) and self.day is not None and all(end is not None and end <= self.day for end in ends)

    def has_rival(self, head: KnownLeader, leaders: Sequence[KnownLeader]) -> bool:
        """Return whether a bare family name may mean a deputy of another country: Harris is no prime minister alone."""
        others = (leader for leader in leaders if leader.country != head.country)
        return any(self.held(leader, (OTHER,)) or self.takes_soon(leader, (OTHER,)) for leader in others)

    def holder(self, country: str, roles: Iterable[str]) -> str | None:
        """Return who held an office of one of these roles in the country that day, roles in order of preference."""
        return self.knowledge.holder(country, roles, self.day)
