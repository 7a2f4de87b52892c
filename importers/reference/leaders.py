"""Leaders, offices and tenures: who is who, and who held which office when."""

from importers.reference.records import Record, Rows
from models import Leader, LeaderName, Office, OfficeTitle, Tenure, country_key, key_of

SCRIPTS = {"zh": "一-鿿", "ru": "Ѐ-ӿ", "ko": "가-힯"}


def leader(record: Record, rows: Rows) -> None:
    """Add a leader and the names they go by."""
    slug, full_name, native = record.text("leader_id"), record.text("full_name"), record.optional("native_name")
    key = rows.add(
        Leader,
        (slug,),
        slug=slug,
        full_name=full_name,
        native_name=native,
        is_family_name_first=record.yes("family_name_first"),
        gender=record.optional("gender"),
        wikidata_id=record.optional("wikidata_qid"),
        country_id=country_key(record.optional("country")),
        provisional=False,
        note=record.optional("note"),
        **record.provenance(),
    )
    names = dict.fromkeys(record.several("aliases"), "variant")
    short = record.several("family_name") or [usual_short(full_name, record.yes("family_name_first"))]
    names |= dict.fromkeys(short, "family")
    names |= {full_name: "full"} | ({native: "native"} if native else {})
    for name, kind in names.items():
        rows.add(LeaderName, (slug, name), leader_id=key, name=name, language=language_of(name), kind=kind)


def usual_short(full_name: str, family_name_first: bool) -> str:
    """Return the name by which reports call a person on second mention, where the record does not say."""
    return full_name.split()[0 if family_name_first else -1]


def language_of(name: str) -> str | None:
    """Return the language that the script of a name tells: English for Latin letters, None for scripts of several."""
    if name.isascii():
        return "en"
    return next((code for code, script in SCRIPTS.items() if any(script[0] <= c <= script[2] for c in name)), None)


def office(record: Record, rows: Rows) -> None:
    """Add an office and the titles by which reports call it."""
    slug = record.text("office_id")
    key = rows.add(
        Office,
        (slug,),
        slug=slug,
        country_id=country_key(record.text("country")),
        title=record.text("title"),
        role=record.text("role"),
        holders=record.number("holders") or 1,
        note=record.optional("note"),
        **record.provenance(),
    )
    for title in record.several("other_titles"):
        rows.add(OfficeTitle, (slug, title), office_id=key, title=title)


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
