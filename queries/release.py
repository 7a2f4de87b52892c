"""What a release of the data says of itself beside its files: how to cite it, what it was read with, how well."""

import csv
import datetime
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, select

from models import ReadingBasis
from queries.package import ABOUT, TITLE, yaml_lines

MESSAGE = "If you use these data, please cite them, and the reports whose words you quote."
LANGUAGES = {"en": "English", "zh": "Chinese", "ru": "Russian"}


def citation_file(connection: Connection) -> str:
    """Return the CITATION.cff of an export (Citation File Format 1.2.0). Whoever releases it puts their names there."""
    told = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": TITLE,
        "authors": [{"name": "Chancery"}],
        "version": version("chancery"),
        "date-released": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "abstract": f"{ABOUT} {read_with_in_words(connection)} {accuracy_in_words()}",
        "keywords": ["diplomacy", "international relations", "anniversaries", "trade"],
    }
    return "\n".join(yaml_lines(told)) + "\n"


def read_with(connection: Connection) -> list[dict[str, str]]:
    """Return the rules and the reference data that the reports were read with, as digests; several after changes."""
    columns = (ReadingBasis.rules_sha256, ReadingBasis.reference_sha256, ReadingBasis.phrases_sha256)
    return [dict(row._mapping) for row in connection.execute(select(*columns).order_by(ReadingBasis.id))]


def read_with_in_words(connection: Connection) -> str:
    """Return the same in a sentence."""
    several = read_with(connection)
    if len(several) != 1:
        return "The reports were read with several versions of rules and reference data: see datapackage.json."
    (one,) = several
    return f"Read with the rules {one['rules_sha256'][:12]} and the reference data {one['reference_sha256'][:12]}."


def accuracy() -> list[dict[str, Any]]:
    """Return how well each kind of fact is read, as measured on texts; docs/reading.md tells how and shows the same."""
    with resources.files("queries").joinpath("accuracy.csv").open(encoding="utf-8") as file:
        return [
            row
            | {"texts": int(row["texts"])}
            | {name: float(row[name]) if row[name] else None for name in ("precision", "recall")}
            for row in csv.DictReader(file)
        ]


def accuracy_in_words() -> str:
    """Return the same in two sentences: of texts that were new to the rules, and of those that they were made with."""
    blind, picked = ("; ".join(lines_of_accuracy(corpus)) for corpus in ("blind texts", "picked texts"))
    return f"Precision / recall on blind texts: {blind}. On picked texts, an upper bound: {picked}."


def lines_of_accuracy(corpus: str) -> Iterator[str]:
    """Yield for each language how well each kind of fact is read in texts of a kind."""
    for language, name in LANGUAGES.items():
        rows = [row for row in accuracy() if (row["corpus"], row["language"]) == (corpus, language)]
        if rows:
            told = ", ".join(f"{row['fact_kind']} {row['precision']:.2f} / {row['recall']:.2f}" for row in rows)
            yield f"{name}: {told}"
