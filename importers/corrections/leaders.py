"""Leaders put right: the names and countries of those known from reports only, and who is somebody else."""

from dataclasses import replace

from importers.corrections.applying import Applying
from importers.corrections.met import Met
from importers.corrections.values import in_words
from importers.knowledge import Knowledge
from importers.reading import LeaderRead, Reading


def put_leaders_right(reading: Reading, at: Applying, knowledge: Knowledge) -> None:
    """Name those who write in a reading as people say they are called, after the exchanges were put right."""
    named = {
        slug: named_as(slug, reading, at, knowledge) for exchange in reading.exchanges for slug in exchange.leaders
    }
    reading.leaders = {
        slug: put_right(leader, at) if not knowledge.lists(slug) else known(slug, knowledge, at)
        for slug, leader in named.items()
    }


def named_as(slug: str, reading: Reading, at: Applying, knowledge: Knowledge) -> LeaderRead:
    """Return a leader as the report names them, or somebody whom people say to be the same; else by the slug."""
    for read in reading.leaders.values():
        if slug in at.corrections.people(read.slug):
            return replace(read, slug=slug, provisional=True)
    if slug in knowledge.leaders:
        return LeaderRead(slug, knowledge.leaders[slug].full_name, knowledge.leaders[slug].country, provisional=True)
    return LeaderRead(slug, slug.replace("-", " ").title(), None, provisional=True)


def put_right(leader: LeaderRead, at: Applying) -> LeaderRead:
    """Return a leader known from reports only with the name and the country that people say; reports may differ."""
    for one in at.corrections.of_leader.get(leader.slug, ()):
        if one.property == "full_name" and at.holds(one, one.read_value):
            leader = replace(leader, full_name=one.right_value or leader.full_name)
        elif one.property == "country" and at.holds(one, one.read_value):
            leader = replace(leader, country=one.right_value)
    return leader


def known(slug: str, knowledge: Knowledge, at: Applying) -> LeaderRead:
    """Return a leader of the reference data, which is put right by files of one's own."""
    leader = knowledge.leaders[slug]
    for one in at.corrections.of_leader.get(slug, ()):
        if one.property in ("full_name", "country"):
            at.met[one.id] = Met(holds=False, read=in_words(getattr(leader, one.property)))
    return LeaderRead(slug, leader.full_name, leader.country, provisional=False)
