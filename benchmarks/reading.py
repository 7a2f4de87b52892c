"""Reading (parse, extract, link) against spaCy's blank pipelines that only find sentences and the same phrases.

Three lines: picked reports, ordinary news, Chinese. Both read the same distinct texts in turns, and CPU time counts,
so that a busy machine slows both alike. The texts are the project's samples and generated ones, or those of a folder:

`python -m benchmarks.reading [--picked FOLDER] [--news FOLDER] [--chinese FOLDER]`
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import islice

from benchmarks.texts import news, reports
from importers.grammar.phrases import Node
from importers.lexicon import Lexicon, build_lexicon
from importers.link import rows_of
from importers.parse.language import language_of
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.readers.document import Work
from importers.readers.formats import raw_report, work_in
from importers.readers.places import Place, opened, places_in
from importers.reference.load import shipped_rows

TEXTS, ROUNDS = 150, 3
SAMPLES = str(files("importers") / "samples")


def reports_in(folder: str) -> Iterator[RawReport]:
    """Yield the reports of a folder, in whatever format they are."""
    for place in places_in([folder]):
        if isinstance(place, Place):
            with opened(place, {}) as document:
                yield from (raw_report(work) for work in work_in(document) if isinstance(work, Work))


def samples(language: str) -> list[RawReport]:
    """Return the samples of a language."""
    return [raw for raw in reports_in(SAMPLES) if language_of(raw.text) == language]


def written(texts: Iterator[str]) -> list[RawReport]:
    """Return generated texts as reports."""
    return [RawReport(locator=str(number), text=text) for number, text in enumerate(islice(texts, TEXTS))]


def lines(folders: argparse.Namespace) -> Iterator[tuple[str, str, list[RawReport]]]:
    """Yield each line of the benchmark: its name, the language, and the reports."""
    picked = [*samples("en"), *written(report["text"] for report in reports(TEXTS))]
    yield "picked reports", "en", list(reports_in(folders.picked)) if folders.picked else picked
    yield "ordinary news", "en", spread(list(reports_in(folders.news))) if folders.news else written(news())
    yield "Chinese", "zh", list(reports_in(folders.chinese)) if folders.chinese else samples("zh")


def spread(found: list[RawReport]) -> list[RawReport]:
    """Return some of many reports, from all over them."""
    return found[:: max(1, len(found) // TEXTS)]


def reader(lexicon: Lexicon) -> Callable[[RawReport], object]:
    """Return what reads a report to the rows that it becomes."""
    return lambda raw: rows_of(read_report(raw, lexicon))


def phrase_finder(lexicon: Lexicon, language: str) -> Callable[[RawReport], object]:
    """Return spaCy's way to find the phrases of the lexicon, and sentences, in a text."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    phrases = phrases_below(lexicon.vocabulary(language).tagger.tree)
    matcher.add("phrase", [pipeline.make_doc(phrase) for phrase in phrases])

    def find(raw: RawReport) -> object:
        document = pipeline(raw.text)
        return list(document.sents), matcher(document)

    return find


def phrases_below(node: Node, before: str = "") -> Iterator[str]:
    """Yield the phrases that lead on from a node, behind the words before it."""
    for word, following in node.following.items():
        if following.meanings:
            yield before + word
        yield from phrases_below(following, before + word)


def seconds(work: Callable[[RawReport], object], texts: list[RawReport]) -> float:
    """Return the CPU time that the texts take."""
    began = time.process_time()
    for raw in texts:
        work(raw)
    return time.process_time() - began


def main() -> None:
    """Print for each line both rates and their ratio: the median of rounds in which both take turns."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("picked", "news", "chinese"):
        parser.add_argument(f"--{name}", metavar="FOLDER", help="texts of your own, in any format that is imported")
    lexicon = build_lexicon(shipped_rows())
    ours = reader(lexicon)
    for name, language, texts in lines(parser.parse_args()):
        theirs = phrase_finder(lexicon, language)
        seconds(ours, texts[:5]), seconds(theirs, texts[:5])  # what is made once
        rounds = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(ROUNDS)]
        reading, finding = (statistics.median(taken) for taken in zip(*rounds, strict=True))
        ratio = statistics.median(other / one for one, other in rounds)
        letters = sum(len(raw.text) for raw in texts) / 1e6
        kilobytes = sum(len(raw.text.encode()) for raw in texts) / 1e3
        print(
            f"{name}: reading {letters / reading:.2f} million characters/s, {reading * 1e3 / kilobytes:.2f} ms/kB; "
            f"spaCy finding phrases {letters / finding:.2f}; ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main()
