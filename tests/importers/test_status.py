"""The status of a database, on both engines."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result


def test_status_tells_which_languages_are_read(chancery: Callable[..., Result], address: str, tmp_path: Path) -> None:
    texts = {
        "english.txt": "The two presidents have written to each other, and the letters were told of by the agencies.",
        "chinese.txt": "国家主席向邻国的总统致新年贺电，祝愿两国人民幸福安康。",
        "german.txt": "---\nlanguage: de\n---\nDer Präsident hat der Kanzlerin zum neuen Jahr geschrieben.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    chancery("import", "reports", str(tmp_path), "--db", address)
    told = chancery("status", "--db", address).output
    assert "1  of the source reports are read in English (en)" in told
    assert "1  of the source reports are read in Chinese (zh)" in told
    assert "1  of the source reports are in a language in which nothing can be read yet (de)" in told
