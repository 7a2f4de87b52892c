"""The wheel holds all that the program reads: SQL, reference data, migrations, samples."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_report_runs_from_the_wheel_in_another_folder(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    unpacked, elsewhere = tmp_path / "unpacked", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    for words in (
        ["init"],
        ["import", "reports", str(unpacked / "importers" / "samples" / "2018-12-31-ians-xi-putin.txt")],
        ["report", "anniversaries"],
    ):
        result = subprocess.run(
            [sys.executable, "-m", "chancery", *words],
            cwd=elsewhere,
            env=os.environ | {"PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1", "CHANCERY_DB": "chancery.db"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr + result.stdout
        where = "import chancery; print(chancery.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=elsewhere,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_relative_to(unpacked)
