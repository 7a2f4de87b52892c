"""Leaders, offices and tenures: who is who, and who held which office when."""

from importers.reference.records import ENGLISH, Record, Rows
from models import Leader, LeaderName, LeaderRelation, Office, OfficeTitle, Tenure, country_key, key_of
from models.leader import GENDERS, OFFICE_ROLES, RELATIONS

SCRIPTS = {"zh": "一-鿿", "ru": "Ѐ-ӿ", "ko": "가-힯"}


def leader(record: Record, rows: Rows) -> None:
    """Add a leader and the names they go by."""
    slug = record.text("leader_id")
    key = rows.add(
        Leader,
        (slug,),
        slug=slug,
        full_name=record.text("full_name"),
        native_name=record.optional("native_name"),
        is_family_name_first=record.yes("family_name_first"),
        gender=record.one_of_or_none("gender", GENDERS),
        wikidata_id=record.optional("wikidata_qid"),
        country_id=country_key(record.optional("country")),
        provisional=False,
        born_on=record.date("born"),
        died_on=record.date("died"),
        note=record.optional("note"),
        **record.provenance(),
    )
    leader_names(record, rows, slug, ENGLISH)
    for related_to in record.several("related_to"):
        rows.add(
            LeaderRelation,
            (slug, related_to),
            leader_id=key,
            relation=record.one_of("relation", RELATIONS),
            related_to_id=key_of("leader", related_to),
        )


def leader_names(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add the names that a leader goes by in a language; an alias in a script of another language is of that."""
    key = key_of("leader", slug)
    rows.tell(LeaderName, key, language)
    names = dict.fromkeys(record.several("aliases"), "variant")
    names |= dict.fromkeys(record.several("family_name") or usual_short(record, language), "family")
    names |= dict.fromkeys(record.several("full_name"), "full")
    for name, kind in names.items():
        of = language_of(name) if language == ENGLISH else language
        rows.add(LeaderName, (slug, of, name), leader_id=key, language=of, name=name, kind=kind)


def usual_short(record: Record, language: str) -> list[str]:
    """Return the name by which reports call a person on second mention, where an English record does not say."""
    if language != ENGLISH:
        return []
    return [record.text("full_name").split()[0 if record.yes("family_name_first") else -1]]


def language_of(name: str) -> str:
    """Return the language that the script of a name tells: English where it tells none."""
    scripts = SCRIPTS.items()
    return next((code for code, script in scripts if any(script[0] <= c <= script[2] for c in name)), ENGLISH)


def office(record: Record, rows: Rows) -> None:
    """Add an office and the titles by which reports call it."""
    slug = record.text("office_id")
    rows.add(
        Office,
        (slug,),
        slug=slug,
        country_id=country_key(record.text("country")),
        title=record.text("title"),
        role=record.one_of("role", OFFICE_ROLES),
        holders=record.number("holders") or 1,
        note=record.optional("note"),
        **record.provenance(),
    )
    office_titles(record, rows, slug, ENGLISH)


def office_titles(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add the titles by which reports of a language call an office; in English, besides the usual one."""
    key = key_of("office", slug)
    rows.tell(OfficeTitle, key, language)
    usual = [] if language == ENGLISH else record.several("title")
    for title in dict.fromkeys(usual + record.several("other_titles")):
        rows.add(OfficeTitle, (slug, language, title), office_id=key, language=language, title=title)


def tenure(record: Record, rows: Rows) -> None:
    """Add a tenure."""
    holder, slug, started_on = record.text("leader_id"), record.text("office_id"), record.date("start_date")
    if started_on is None:
        raise ValueError("start_date is empty")
    rows.add(
        Tenure,
        (holder, slug, started_on.isoformat()),
        leader_id=key_of("leader", holder),
        office_id=key_of("office", slug),
        started_on=started_on,
        ended_on=record.date("end_date"),
        is_acting=record.yes("acting"),
        note=record.optional("note"),
        **record.provenance(),
    )
