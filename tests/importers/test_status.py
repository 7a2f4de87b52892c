"""The status of a database, on both engines."""

import re
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


def test_status_tells_what_of_the_reference_data_was_looked_up(
    chancery: Callable[..., Result], address: str, tmp_path: Path
) -> None:
    leaders = "leader_id,full_name,country,gender,family_name,office_id,office_country,office_title,role,start_date,"
    leaders += "verified\n"
    leaders += "ana-example,Ana Example,WS,f,Example,ws-president,WS,President,head_of_state,2027-02-01,no\n"
    (tmp_path / "leaders.csv").write_text(leaders, "utf-8")
    before = chancery("status", "--reference", "--db", address).output
    assert "times used, and not looked up" not in before
    never = before.splitlines()[-1]
    assert re.fullmatch(
        r" +\d+  not looked up, and never used: \d+ leaders, \d+ terms of office, \d+ milestones", never
    )
    chancery("import", "leaders", str(tmp_path / "leaders.csv"), "--db", address)
    report = "Samoan President Ana Example sent a letter to Chinese President Xi Jinping on Friday."
    (tmp_path / "report.txt").write_text(f"APIA, Feb. 12, 2027 -- {report}", "utf-8")
    chancery("import", "reports", str(tmp_path / "report.txt"), "--db", address)
    told = chancery("status", "--reference", "--db", address).output
    assert "1  of 2 leaders who write or are written to were looked up" in told
    listed = [line.strip() for line in told.splitlines() if "and not looked up" in line]
    assert listed == [
        "1  times used, and not looked up: leader ana-example",
        "1  times used, and not looked up: ana-example as ws-president from 2027-02-01",
    ]
    assert told.splitlines()[-1] == never  # what is used is looked at first, the rest is a number
    assert told.count("milestones were looked up") == 1
