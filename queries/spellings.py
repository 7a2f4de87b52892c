"""The names, in any language and spelling, by which filters find what they name."""

from sqlalchemy import Connection, select

from models import Country, CountryName, Leader, LeaderName, Outlet, OutletName
from models.spelling import normalised

NAMES = {  # of each table, its keys with the further names of the rows
    "leader": select(Leader.slug, LeaderName.name).join(LeaderName, LeaderName.leader_id == Leader.id),
    "country": select(Country.code, CountryName.name)
    .join(CountryName, CountryName.country_id == Country.id)
    .where(CountryName.kind == "name"),
    "outlet": select(Outlet.slug, OutletName.name).join(OutletName, OutletName.outlet_id == Outlet.id),
}


def keys_spelled(connection: Connection, table: str, word: str, choices: dict[str, str]) -> list[str]:
    """Return the choices that a word may name: in another spelling than their name has, or in another language."""
    wanted = normalised(word)
    found = {key for key, name in choices.items() if wanted in (normalised(key), normalised(name))}
    if table in NAMES:
        found |= {key for key, name in connection.execute(NAMES[table]).all() if normalised(name) == wanted}
    return sorted(found & choices.keys())
