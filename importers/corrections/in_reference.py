"""What people say that every report is read by: who held an office, and who is never somebody else."""

from collections.abc import Iterator

from importers.corrections.offices import BY_CORRECTION, tenures_in_force, words_of
from importers.corrections.stored import Corrections, Put
from importers.grammar.rules import load_language
from importers.reference.leaders import leader
from importers.reference.records import ENGLISH, Record, Rows
from importers.store import Row
from models import LeaderRelation, Office, Tenure, key_of

CHANGED = ("leader", "leader_name", "leader_relation", "tenure")


def with_corrections(rows: Rows, corrections: Corrections) -> Rows:
    """Return reference data with what people say of leaders, in the order of keys; the same where they say nothing."""
    if not corrections.of_reference:
        return rows
    added = Rows()
    tenures = list(in_force(rows, corrections))
    for one in corrections.of_reference:
        if one.property == "never_same_as":
            add_apart(one, rows, added)
        elif any(row["leader_id"] == key_of("leader", one.leader) for row in tenures):
            add_holder(one, rows, added, corrections)
    added.tables["tenure"] = {row["id"]: row for row in tenures}
    both = Rows()
    both.tables |= rows.tables
    for name in CHANGED:
        both.tables[name] = dict(sorted((rows.tables[name] | added.tables[name]).items()))
    return both


def in_force(rows: Rows, corrections: Corrections) -> Iterator[Row]:
    """Yield the tenures of corrections that find room beside those of the reference data."""
    several = [one for one in corrections.of_reference if one.property == "office"]
    return tenures_in_force(several, {row["slug"]: row for row in rows.of(Office)}, rows.of(Tenure))


def add_holder(one: Put, rows: Rows, added: Rows, corrections: Corrections) -> None:
    """Add a leader who holds an office, where the reference data do not know them: by the name that people say."""
    slug = one.leader or ""
    if key_of("leader", slug) in rows.tables["leader"]:
        return
    right = {put.property: put.right_value for put in corrections.of_leader.get(slug, ())}
    office = next(row for row in rows.of(Office) if row["slug"] == words_of(one.right_value or "")[0])
    country = right.get("country") or rows.tables["country"][office["country_id"]]["code"]
    name = right.get("full_name") or slug.replace("-", " ").title()
    family_first = load_language(ENGLISH).settings.get("family_first", ())
    is_first = country in family_first and len(name.split()) in (2, 3)
    told = {"leader_id": slug, "full_name": name, "country": country, "family_name_first": "yes" if is_first else "no"}
    leader(Record(dict(told), 0), added)
    added.tables["leader"][key_of("leader", slug)] |= {"provisional": True, "supplied_by": BY_CORRECTION}


def add_apart(one: Put, rows: Rows, added: Rows) -> None:
    """Add that two are not one person, unless the reference data know both, and so tell them apart."""
    unlisted = [slug for slug in (one.leader, one.right_value) if key_of("leader", slug) not in rows.tables["leader"]]
    for slug in unlisted[:1]:
        other = one.right_value if slug == one.leader else one.leader
        added.add(
            LeaderRelation,
            (slug, other),
            leader_id=key_of("leader", slug),
            relation="namesake",
            related_to_id=key_of("leader", other),
        )
