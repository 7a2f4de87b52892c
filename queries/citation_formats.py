"""Citations as footnotes (Chicago), and for programs that keep literature: BibTeX, RIS, CSL JSON."""

import datetime
import json
from collections.abc import Callable, Iterable
from typing import Any

from babel import Locale
from babel.dates import format_date

from models.printable import in_one_line
from queries.citation import Citation

# What LaTeX would obey; all other letters stand as they are, in any script.
LATEX = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%$#_{}"}
    | {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"}
)
SINGLE = str.maketrans("“”", "‘’")  # a quotation within one


def as_chicago(citations: Iterable[Citation]) -> str:
    """Return footnotes in the style of the Chicago Manual (17th edition, 14.191), each with its quotes below.

    citeproc-py, which knows all styles of CSL, sets the comma of this one behind the quotation mark and changes the
    letters of headlines; CSL JSON is there for programs that do it right.
    """
    notes = ("\n".join([footnote(one), *(f"    {in_one_line(quote)}" for quote in one.quotes)]) for one in citations)
    return "\n\n".join(notes) + "\n"


def footnote(citation: Citation) -> str:
    """Return a report as a footnote cites it: what it does not tell is left out, but for a day."""
    title = f"“{citation.headline.translate(SINGLE)},”" if citation.headline else "Untitled report,"
    parts = [citation.outlet_name, in_words(citation.published_on) if citation.published_on else "n.d."]
    if citation.url:
        parts += [f"accessed {in_words(citation.accessed_on)}", citation.url]
    return in_one_line(f"{title} {', '.join(part for part in parts if part).rstrip('.')}.")


def in_words(day: datetime.date) -> str:
    """Return a day as English books write it in America."""
    return format_date(day, "MMMM d, y", locale="en")


def as_csl_json(citations: Iterable[Citation]) -> str:
    """Return the input of programs that know the styles of CSL: Zotero, Pandoc and others."""
    return json.dumps([csl_item(one) for one in citations], ensure_ascii=False, indent=1) + "\n"


def csl_item(citation: Citation) -> dict[str, Any]:
    """Return a report as CSL has it."""
    item = {
        "id": citation.key,
        "type": "article-newspaper" if citation.is_press else "webpage",
        "title": citation.headline,
        "container-title": citation.outlet_name,
        "issued": csl_day(citation.published_on),
        "URL": citation.url,
        "accessed": csl_day(citation.accessed_on) if citation.url else None,
        "language": citation.language,
        "abstract": "\n".join(citation.quotes),
    }
    return {name: value for name, value in item.items() if value}


def csl_day(day: datetime.date | None) -> dict[str, list[list[int]]] | None:
    """Return a day as CSL has it."""
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def as_ris(citations: Iterable[Citation]) -> str:
    """Return entries of RIS, which EndNote, Zotero and others import; the quotes are notes."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        def set_header(self, count: int) -> str:
            """Return nothing: a number above an entry is no line of RIS."""
            return ""

    return str(rispy.dumps([ris_entry(one) for one in citations], implementation=Writer))


def ris_entry(citation: Citation) -> dict[str, Any]:
    """Return a report as RIS has it."""
    day = citation.published_on
    entry = {
        "type_of_reference": "NEWS" if citation.is_press else "ELEC",
        "id": citation.key,
        "title": citation.headline,
        "secondary_title": citation.outlet_name,
        "year": str(day.year) if day else None,
        "date": f"{day:%Y/%m/%d}" if day else None,
        "urls": [citation.url] if citation.url else None,
        "access_date": f"{citation.accessed_on:%Y/%m/%d}" if citation.url else None,
        "language": citation.language,
        "notes": list(citation.quotes),
    }
    return {name: value for name, value in entry.items() if value}


def as_bibtex(citations: Iterable[Citation]) -> str:
    """Return entries of BibTeX; the quotes are annotations, which styles do not print."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field

    entries: list[Block] = [
        Entry("misc", one.key, [Field(name, value) for name, value in bibtex_fields(one).items()]) for one in citations
    ]
    return write_string(Library(entries))


def bibtex_fields(citation: Citation) -> dict[str, str]:
    """Return a report in the fields of a @misc, which BibTeX and BibLaTeX print in full."""
    day = citation.published_on
    fields = {
        "title": f"{{{citation.headline.translate(LATEX)}}}" if citation.headline else None,  # in its own capitals
        "howpublished": citation.outlet_name and citation.outlet_name.translate(LATEX),
        "year": str(day.year) if day else None,
        "month": str(day.month) if day else None,
        "date": day.isoformat() if day else None,
        "url": citation.url,
        "urldate": citation.accessed_on.isoformat() if citation.url else None,
        "language": language_name(citation.language),
        "annote": "\n\n".join(quote.translate(LATEX) for quote in citation.quotes),
    }
    return {name: value for name, value in fields.items() if value}


def language_name(code: str | None) -> str | None:
    """Return the English name of a language, as BibLaTeX has it."""
    name = Locale("en").languages.get(code) if code else None
    return name.lower() if name else None


WRITERS: dict[str, Callable[[Iterable[Citation]], str]] = {
    "chicago": as_chicago,
    "bibtex": as_bibtex,
    "ris": as_ris,
    "csl-json": as_csl_json,
}
