"""What the reference files hold: `python -m importers.reference.coverage` prints the tables of the guides."""

import csv
import io
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

from importers.knowledge import BY_TITLE
from importers.reference.load import FILES, SHIPPED

COUNTED = (*SHIPPED, "programmes", "meeting_series")
CODES = (
    "CN RU KP VN LA KH MN KZ KG UZ TJ TM BY PK IN NP BD LK MV MM TH MY SG ID PH JP KR US CA MX BR AR CL PE CU VE"
    " GB FR DE IT ES PT RS HU PL GR UA TR IR SA AE EG DZ ZA ET KE NG TZ AU NZ UN"
)
COVERED = tuple(CODES.split())  # the countries of which it is known who led them on every day since SINCE
GROUPS = {  # of which foreign ministers and speakers are told; each country stands in the first that it is of
    "G20": "AR AU BR CA CN FR DE IN ID IT JP KR MX RU SA ZA TR GB US EU",
    "Asia": "AF AE BD BH BN BT IL IQ IR JO KH KP KW LA LB LK MM MN MV MY NP OM PH PK PS QA SG SY TH TL VN YE",
    "CIS, Georgia, Ukraine": "AM AZ BY GE KG KZ MD TJ TM UA UZ",
    "European Union": "AT BE BG CY CZ DK EE ES FI GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK",
}
OTHERS, SINCE_2000, EARLY = "others", "2000-01-01", "2001-01-01"
RULED_BY_A_PARTY = ("CN", "KP", "VN", "LA", "CU")
SINCE = "2008-01-01"

Line = dict[str, str]


def lines_of(name: str) -> list[Line]:
    """Return the lines of a reference file."""
    text = files("importers.reference").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def looked_up(lines: Iterable[Line]) -> int:
    """Return how many of the lines were looked up."""
    return sum(line["verified"] == "yes" for line in lines)


def file_rows() -> Iterator[str]:
    """Yield a row for each file: how many lines it has, looked up and from knowledge."""
    for name in COUNTED:
        lines = lines_of(name)
        yield f"| {name}.csv | {len(lines):,} | {looked_up(lines):,} | {len(lines) - looked_up(lines):,} |"


def names_rows() -> Iterator[str]:
    """Yield a row for each file of names: its records in each language, and how many of these were looked up."""
    for name in (name for name in FILES if name.startswith("names/")):
        languages = [[line for line in lines_of(name) if line["language"] == language] for language in ("zh", "ru")]
        counts = " | ".join(f"{len(lines):,} | {looked_up(lines):,}" for lines in languages)
        yield f"| {name}.csv | {counts} |"


def heads() -> Iterator[tuple[str, str, Line]]:
    """Yield country, kind of head (state, government, party) and term of all who led a country."""
    offices = {line["office_id"]: line for line in lines_of("offices")}
    for term in lines_of("tenures"):
        office = offices[term["office_id"]]
        country, role = office["country"], office["role"]
        if role in ("head_of_state", "monarch") or term["office_id"] == "un-secretary-general":
            yield country, "state", term
        elif role == "head_of_government":
            yield country, "government", term
        elif role == "party_leader" and country in RULED_BY_A_PARTY:
            yield country, "party", term


def country_rows() -> Iterator[str]:
    """Yield a row for each covered country: the terms since 2008 of its heads, and how many of these were looked up."""
    names = {line["code"]: line["names"].split(";")[0] for line in lines_of("countries")}
    held: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for country, kind, term in heads():
        if (term["end_date"] or "9999") > SINCE:
            held[country][kind].append(term)
    for country in COVERED:
        every = [term for terms in held[country].values() for term in terms]
        numbers = " | ".join(str(len(held[country][kind])) for kind in ("state", "government", "party"))
        yield f"| {names[country]} | {numbers} | {looked_up(every)} of {len(every)} |"


def trade_rows() -> Iterator[str]:
    """Yield a row for each pair of countries: the years of its totals, of its exports and imports, and its figures."""
    names = {line["code"]: line["names"].split(";")[0] for line in lines_of("countries")}
    by_pair: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines_of("trade_statistics"):
        one, other = sorted((names[line["reporter"]], names[line["partner"]]))
        by_pair[one, other].append(line)
    for (one, other), lines in sorted(by_pair.items()):
        years = {flow: {int(line["year"]) for line in lines if line["flow"] == flow} for flow in FLOWS}
        both = years["export"] & years["import"]
        yield f"| {one} and {other} | {spans(years['total'])} | {spans(both)} | {len(lines):,} | {looked_up(lines):,} |"


FLOWS = ("total", "export", "import")


def spans(years: Iterable[int]) -> str:
    """Return years as spans: 2000 to 2020, 2022."""
    runs = itertools.groupby(enumerate(sorted(years)), lambda place: place[1] - place[0])
    ends = [[year for _, year in run] for _, run in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in ends)


def year_rows() -> Iterator[str]:
    """Yield a row for each country: the years whose heads are known, and those in which these were looked up."""
    names = {line["code"]: line["names"].split(";")[0] for line in lines_of("countries")}
    held: dict[str, dict[int, dict[str, list[Line]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for country, kind, term in heads():
        for year in YEARS:
            if term["start_date"] <= f"{year}-{MIDDLE}" < (term["end_date"] or "9999"):
                held[country][year][kind].append(term)
    for country in sorted(held, key=names.__getitem__):
        known = held[country]
        state, government = (spans(year for year in known if kind in known[year]) for kind in ("state", "government"))
        sure = spans(year for year in known if all(looked_up(terms) == len(terms) for terms in known[year].values()))
        yield f"| {names[country]} | {state} | {government} | {sure} |"


def group_rows() -> Iterator[str]:
    """Yield a row for each group of countries: its foreign ministers and its speakers of parliament since 2000."""
    offices = {line["office_id"]: line for line in lines_of("offices")}
    held: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for term in lines_of("tenures"):
        office = offices[term["office_id"]]
        titles = (office["title"], *office["other_titles"].split(";"))
        role = next((BY_TITLE[title] for title in titles if title in BY_TITLE), None)
        if role and (term["end_date"] or "9999") > SINCE_2000:
            held[role, office["country"]].append(term)
    grouped = {code: name for name, codes in GROUPS.items() for code in codes.split()}
    for role, told in (("foreign_minister", "foreign ministers"), ("speaker", "speakers")):
        for group in (*GROUPS, OTHERS):
            of = {
                code: terms for (one, code), terms in held.items() if one == role and grouped.get(code, OTHERS) == group
            }
            every = [term for terms in of.values() for term in terms]
            early = sum(any(term["start_date"] < EARLY for term in terms) for terms in of.values())
            whole = f" of {len(GROUPS[group].split())}" if group in GROUPS else ""
            yield f"| {group} | {told} | {len(of)}{whole} | {early} | {len(every)} | {looked_up(every)} |"


YEARS, MIDDLE = range(2000, 2027), "07-01"

TABLES = {
    "| file | rows | looked up | from knowledge |": file_rows,
    "| file | Chinese | of these in reports | Russian | of these in reports |": names_rows,
    "| | heads of state | heads of government | leaders of the ruling party | looked up |": country_rows,
    "| | | countries | of these from 2000 on | terms | looked up |": group_rows,
    "| | head of state | head of government | looked up |": year_rows,
    "| | totals | exports and imports | figures | looked up |": trade_rows,
}


def tables() -> Iterator[str]:
    """Yield the lines of all tables, with their heads."""
    for head, rows in TABLES.items():
        yield from (head, "|" + " --- |" * (head.count("|") - 1), *rows(), "")


if __name__ == "__main__":
    print("\n".join(tables()))
