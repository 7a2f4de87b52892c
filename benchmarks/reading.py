"""Reading (parse, extract, link) against spaCy's blank English pipeline that only finds the same phrases, on one core.

Both work through the same texts in turns, so that a busy machine slows both alike: those of the corpus beside the
project, where there is one, else the sample reports, repeated to 2,000.
"""

import statistics
import time
from collections.abc import Callable
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

from importers.lexicon import Lexicon, build_lexicon
from importers.link import rows_of
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reference.load import shipped_rows

TEXTS, ROUNDS = 2000, 5
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"


def texts() -> list[str]:
    """Return the texts, repeated to as many as are read."""
    paths = sorted(CORPUS.glob("*.txt")) or sorted(Path(str(files("importers"))).glob("samples/*.txt"))
    return list(islice(cycle([path.read_text(encoding="utf-8") for path in paths]), TEXTS))


def reader(lexicon: Lexicon) -> Callable[[str], object]:
    """Return what reads a text to the rows that it becomes."""
    return lambda text: rows_of(read_report(RawReport(locator="benchmark", text=text), lexicon))


def phrase_finder(lexicon: Lexicon) -> Callable[[str], object]:
    """Return spaCy's way to find the phrases of the lexicon, and sentences, in a text."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("phrase", [pipeline.make_doc(phrase) for phrase in lexicon.vocabulary("en").tagger.automaton])

    def find(text: str) -> object:
        document = pipeline(text)
        return list(document.sents), matcher(document)

    return find


def rate(work: Callable[[str], object], several: list[str]) -> float:
    """Return texts a second."""
    began = time.perf_counter()
    for text in several:
        work(text)
    return len(several) / (time.perf_counter() - began)


def main() -> None:
    """Print the rates and their ratio: the median of rounds in which both take turns."""
    lexicon, several = build_lexicon(shipped_rows()), texts()
    ours, theirs = reader(lexicon), phrase_finder(lexicon)
    rounds = [(rate(ours, several), rate(theirs, several)) for _ in range(ROUNDS)]
    reading, finding = (statistics.median(rates) for rates in zip(*rounds, strict=True))
    ratio = statistics.median(one / other for one, other in rounds)
    print(f"reading: {reading:,.0f} texts/s; spaCy finding phrases: {finding:,.0f} texts/s; ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
