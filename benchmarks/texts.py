"""Generated reports: as many as wanted, each of its own words, several of each exchange, some taken over by others."""

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

LEADERS = [
    ("Chinese President Xi Jinping", "China"),
    ("Russian President Vladimir Putin", "Russia"),
    ("Belarusian President Alexander Lukashenko", "Belarus"),
    ("Vietnamese President Luong Cuong", "Vietnam"),
    ("Indian President Droupadi Murmu", "India"),
    ("French President Emmanuel Macron", "France"),
    ("German President Frank-Walter Steinmeier", "Germany"),
    ("Kazakh President Kassym-Jomart Tokayev", "Kazakhstan"),
    ("Uzbek President Shavkat Mirziyoyev", "Uzbekistan"),
    ("Serbian President Aleksandar Vucic", "Serbia"),
    ("Brazilian President Luiz Inacio Lula da Silva", "Brazil"),
    ("South African President Cyril Ramaphosa", "South Africa"),
    ("Pakistani President Asif Ali Zardari", "Pakistan"),
    ("Turkish President Recep Tayyip Erdogan", "Turkey"),
    ("Egyptian President Abdel Fattah El-Sisi", "Egypt"),
    ("Cuban President Miguel Diaz-Canel", "Cuba"),
    ("Mongolian President Ukhnaa Khurelsukh", "Mongolia"),
    ("Tajik President Emomali Rahmon", "Tajikistan"),
    ("Lao President Thongloun Sisoulith", "Laos"),
    ("Indonesian President Prabowo Subianto", "Indonesia"),
    ("Hungarian President Tamas Sulyok", "Hungary"),
    ("Polish President Andrzej Duda", "Poland"),
    ("Argentine President Javier Milei", "Argentina"),
    ("Nepali President Ram Chandra Paudel", "Nepal"),
]
SUBJECTS = [
    "energy",
    "trade",
    "agriculture",
    "science",
    "culture",
    "tourism",
    "space",
    "health",
    "education",
    "transport",
]
VERBS = ["grown", "deepened", "become stronger", "borne fruit", "moved forward", "taken a new step"]
MANNERS = [
    "steadily",
    "rapidly",
    "in a healthy way",
    "with each month",
    "as both sides had planned",
    "beyond expectation",
]
HOPES = ["closer", "wider", "more practical", "more balanced", "more fruitful", "longer lasting"]
PLACES = ["BEIJING", "MOSCOW", "MINSK", "HANOI", "NEW DELHI", "PARIS", "BERLIN", "ASTANA"]


def reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield generated reports; every twentieth is the one before it, taken over by another outlet."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    last = ""
    for number in range(count):
        if number % 20 != 19:
            last = text_of(chance, number)
        yield {"text": last + (f"\n\n(Reported by outlet {number})" if number % 20 == 19 else ""), "id": str(number)}


def text_of(chance: random.Random, number: int) -> str:
    """Return one report on the New Year's greetings of two leaders."""
    (one, here), (other, there) = chance.sample(LEADERS, 2)
    year = chance.randrange(2013, 2026)
    day = f"Dec. {chance.randrange(29, 32)}, {year - 1}"
    paragraphs = [
        f"{chance.choice(PLACES)}, {day} -- {one} and {other} exchanged New Year greetings for {year} on {day}.",
        f"In the message, {one.split()[-1]} said that relations between {here} and {there} had {chance.choice(VERBS)}"
        f" {chance.choice(MANNERS)} in {year - 1}.",
    ]
    for _ in range(chance.randrange(4, 9)):
        speaker, amount = chance.choice((one, other)).split()[-1], chance.randrange(2, 300)
        paragraphs.append(
            f"{speaker} noted that cooperation in {chance.choice(SUBJECTS)} and {chance.choice(SUBJECTS)} had"
            f" {chance.choice(VERBS)} {chance.choice(MANNERS)}, and that bilateral trade had reached {amount} billion"
            f" U.S. dollars in {year - 1}. Ties in {chance.choice(SUBJECTS)} should become {chance.choice(HOPES)} with"
            f" project number {number} of {chance.randrange(10_000)}."
        )
    if chance.random() < 0.3:
        paragraphs.append(
            f"Next year marks the {chance.choice((20, 25, 30, 50, 75))}th anniversary of diplomatic relations."
        )
    return "\n\n".join(paragraphs)


WHO = ["The mayor", "The minister of culture", "A spokesman", "The president", "The head of the agency", "A farmer"]
DID = ["opened", "visited", "praised", "spoke of", "promised to repair", "asked for", "thanked those who built"]
WHAT = ["the new school", "the harbour", "a bridge over the river", "the museum", "the hospital", "the railway station"]
WHEN = ["on Monday", "last week", "in the spring", "after years of work", "before the holidays", "in front of hundreds"]
MORE = ["which cost 12 million dollars", "where 400 people work", "as the rain stopped", "and spoke with the press"]


def news(seed: int = 1) -> Iterator[str]:
    """Yield generated news without end: texts that tell of no message, and name people, places and sums as news do."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in itertools.count():
        sentences = [
            f"{chance.choice(WHO)} of {chance.choice(LEADERS)[1]} {chance.choice(DID)} {chance.choice(WHAT)}"
            f" {chance.choice(WHEN)}, {chance.choice(MORE)}, said house number {number} of {chance.randrange(10_000)}."
            for _ in range(chance.randrange(12, 60))
        ]
        paragraphs = [" ".join(sentences[place : place + 3]) for place in range(0, len(sentences), 3)]
        yield "\n\n".join([f"News of day {number}", *paragraphs])


def write(path: Path, count: int) -> None:
    """Write so many generated reports, one JSON record a line."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports(count):
            file.write(json.dumps(report) + "\n")


def write_files(folder: Path, count: int) -> None:
    """Write so many generated reports, each into a file of its own, a thousand in a folder."""
    for number, report in enumerate(reports(count)):
        within = folder / f"{number // 1000:03d}"
        within.mkdir(parents=True, exist_ok=True)
        (within / f"{number:06d}.txt").write_text(report["text"], "utf-8")
