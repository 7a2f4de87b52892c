"""`make score`: measure a database of a corpus with the corpus's own tool, where one lies beside the project."""

import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).parent.parent.parent / "shared"


def main() -> None:
    """Print precision and recall of every kind of fact, or that there is nothing to measure with."""
    corpus, gold, tool = SHARED / "corpus", SHARED / "gold", SHARED / "tools" / "score.py"
    if not (corpus.is_dir() and gold.is_dir() and tool.is_file()):
        print(f"nothing to measure with: there is no corpus with gold files in {SHARED.name}/ beside the project")
        return
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/score.db"
        for words in (["init"], ["import", "reports", str(corpus)]):
            subprocess.run([sys.executable, "-m", "chancery", *words, "--db", address], check=True)
        subprocess.run([sys.executable, str(tool), address, str(gold), "--wrong"], check=True)


if __name__ == "__main__":
    main()
