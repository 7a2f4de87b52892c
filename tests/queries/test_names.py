import pytest

from models.database import InputError
from queries.names import Choice, chosen, folded, meant, nearest

LEADERS = [
    Choice("xi-jinping", "Xi Jinping", ("习近平",)),
    Choice("li-keqiang", "Li Keqiang", ("Li",)),
    Choice("li-qiang", "Li Qiang", ("Li",)),
    Choice("li-peng", "Li Peng", ("Li",), is_in_use=False),
    Choice("luiz-inacio-lula-da-silva", "Luiz Inácio Lula da Silva", ("Lula",)),
    Choice("ana-silva", "Ana Silva", (), is_in_use=False),
]


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("Xi", "xi-jinping"),
        ("xi  JINPING", "xi-jinping"),
        ("Xi-Jinping", "xi-jinping"),
        ("习近平", "xi-jinping"),
        ("Luiz Inacio Lula da Silva", "luiz-inacio-lula-da-silva"),
        ("LULA", "luiz-inacio-lula-da-silva"),
        ("Silva", "luiz-inacio-lula-da-silva"),  # Ana Silva writes to nobody
        ("Ana Silva", "ana-silva"),
    ],
)
def test_a_leader_is_meant_by_any_name(word: str, slug: str) -> None:
    assert chosen("leader", word, LEADERS).key == slug


def test_several_that_fit_are_listed_those_who_write_alone() -> None:
    several = r"several may be meant by leader 'Li': li-keqiang \(Li Keqiang\), li-qiang \(Li Qiang\); give one of them"
    with pytest.raises(InputError, match=several):
        chosen("leader", "Li", LEADERS)


@pytest.mark.parametrize(
    ("word", "names", "first"),
    [
        ("Chna", ["Switzerland", "China", "Honduras"], "China"),
        ("Merkle", ["Angela Merkel", "Meles Zenawi"], "Angela Merkel"),
        ("anniversarys", ["anniversary-timeline", "anniversaries"], "anniversaries"),
    ],
)
def test_the_nearest_is_spelled_alike_whole_or_in_one_part(word: str, names: list[str], first: str) -> None:
    keys = {"Switzerland": "CH", "China": "CN", "Honduras": "HN"}
    assert nearest(word, [Choice(keys.get(name, name), name) for name in names])[0].endswith(
        f"({first})" if first in keys else first
    )


def test_part_of_a_word_means_nobody() -> None:
    assert meant("Jin", LEADERS) == meant("", LEADERS) == meant("-", LEADERS) == []


def test_words_are_compared_without_accents_and_in_small_letters() -> None:
    assert folded(" Nguyễn_Xuân  Phúc ") == "nguyen xuan phuc"
    assert folded("Путин") == "путин"
