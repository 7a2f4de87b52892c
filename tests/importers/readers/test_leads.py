"""Leads: what stands between headline and body is read with it, once."""

import json

import pytest

from importers.raw_report import RawReport
from importers.readers.leads import with_lead
from tests.importers.readers.documents import read, texts

LEAD = "The president of Wonderland sent condolences to the president of Ruritania over the floods in its south."
BODY = "“We share the grief of those who lost their homes,” the message reads in part."


@pytest.mark.parametrize(
    ("lead", "body", "title", "whole"),
    [
        (LEAD, BODY, None, f"{LEAD}\n\n{BODY}"),
        (LEAD, f"PRAGUE -- {LEAD} {BODY}", None, f"PRAGUE -- {LEAD} {BODY}"),
        (LEAD[:60] + " ...", f"{LEAD} {BODY}", None, f"{LEAD} {BODY}"),
        (LEAD, BODY, LEAD.upper(), BODY),
        (LEAD.replace("floods in", "great floods in"), f"{LEAD} {BODY}", None, f"{LEAD} {BODY}"),
        (None, BODY, None, BODY),
        ("  ", BODY, None, BODY),
    ],
)
def test_a_lead_stands_before_the_body_unless_it_is_repeated(
    lead: str | None, body: str, title: str | None, whole: str
) -> None:
    assert with_lead(lead, body, title) == whole


@pytest.mark.parametrize("name", ["summary", "Lead", "description", "standfirst", "sub-title", "abstract"])
def test_the_usual_names_of_leads_are_known(name: str) -> None:
    assert texts("a.json", json.dumps({name: LEAD, "body": BODY}).encode()) == [f"{LEAD}\n\n{BODY}"]
    assert texts("a.json", json.dumps([{name: LEAD}]).encode()) == [LEAD]  # where there is no body, it is the text


def test_the_head_of_a_text_and_the_entry_of_a_feed_have_leads_too() -> None:
    assert texts("a.md", f"---\nsummary: {LEAD}\n---\n{BODY}\n".encode()) == [f"{LEAD}\n\n{BODY}"]
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><entry><title>Floods</title>
        <summary>{LEAD}</summary><content type="text">{BODY * 2}</content></entry></feed>"""
    assert texts("a.xml", feed.encode()) == [f"{LEAD}\n\n{BODY * 2}"]


def test_several_columns_that_a_user_names_are_read_one_below_the_other() -> None:
    (found,) = read("a.json", json.dumps({"one": LEAD, "two": BODY}).encode(), {"text": ["two", "one"]})
    assert isinstance(found, RawReport)
    assert found.text == f"{BODY}\n\n{LEAD}"
