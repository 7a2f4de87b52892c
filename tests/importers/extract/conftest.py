import pytest

from tests.importers.reading_fixture import ReadText, read_paragraphs, shipped_lexicon


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Read paragraphs with the reference data that ships."""
    shipped_lexicon()
    return read_paragraphs
