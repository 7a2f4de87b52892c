"""Reading (parse, extract, link) against spaCy's blank pipelines that only find sentences and the same phrases.

Three lines: picked reports, ordinary news, Chinese. Both read the same distinct texts in turns, and CPU time counts,
so that a busy machine slows both alike. The texts are those beside the project where there are any, else the samples.
"""

import csv
import statistics
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path

from importers.lexicon import Lexicon, build_lexicon
from importers.link import rows_of
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reference.load import shipped_rows

TEXTS, ROUNDS = 150, 3
SHARED = Path(__file__).parent.parent.parent / "shared"
SAMPLES = Path(str(files("importers"))) / "samples"


def texts_in(folder: Path) -> list[str]:
    """Return the texts of a folder."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def releases() -> Iterator[str]:
    """Yield releases of two governments in turns, most of which tell of no message."""
    csv.field_size_limit(sys.maxsize)
    with (
        (SHARED / "archives" / "kremlin-2021-2022.csv").open(encoding="utf-8", newline="") as lines,
        tarfile.open(SHARED / "archives" / "whitehouse-2021-2022.tar.gz") as archive,
    ):
        for row, member in zip(csv.DictReader(lines), (one for one in archive if one.isfile()), strict=False):
            yield row["body"]
            content = archive.extractfile(member)
            yield content.read().decode("utf-8", "replace") if content else ""


def lines() -> Iterator[tuple[str, str, list[str]]]:
    """Yield each line of the benchmark: its name, the language, the texts; those of which there are texts here."""
    yield "picked reports", "en", texts_in(SHARED / "corpus") or texts_in(SAMPLES)
    if (SHARED / "archives").is_dir():
        yield "ordinary news", "en", list(islice(releases(), TEXTS))
    if chinese := texts_in(SHARED / "zh" / "corpus"):
        yield "Chinese", "zh", chinese


def reader(lexicon: Lexicon) -> Callable[[str], object]:
    """Return what reads a text to the rows that it becomes."""
    return lambda text: rows_of(read_report(RawReport(locator="benchmark", text=text), lexicon))


def phrase_finder(lexicon: Lexicon, language: str) -> Callable[[str], object]:
    """Return spaCy's way to find the phrases of the lexicon, and sentences, in a text."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("phrase", [pipeline.make_doc(phrase) for phrase in lexicon.vocabulary(language).tagger.automaton])

    def find(text: str) -> object:
        document = pipeline(text)
        return list(document.sents), matcher(document)

    return find


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the CPU time that the texts take."""
    began = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - began


def main() -> None:
    """Print for each line both rates and their ratio: the median of rounds in which both take turns."""
    lexicon = build_lexicon(shipped_rows())
    ours = reader(lexicon)
    for name, language, texts in lines():
        theirs = phrase_finder(lexicon, language)
        seconds(ours, texts[:5]), seconds(theirs, texts[:5])  # what is made once
        rounds = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(ROUNDS)]
        reading, finding = (statistics.median(taken) for taken in zip(*rounds, strict=True))
        ratio = statistics.median(other / one for one, other in rounds)
        size = sum(map(len, texts)) / 1e6
        print(
            f"{name}: reading {size / reading:.2f} million characters/s; "
            f"spaCy finding phrases {size / finding:.2f}; ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main()
