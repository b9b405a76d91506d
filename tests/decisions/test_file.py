"""The file of decisions: what is written is read back, what stands there stays, what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.decisions import Decision, Target, append, read
from kg.errors import BadInput

HOSTILE = "Ақ \"Тас\"\\ \n\t\u202eэ\x00''' [[decision]] # не комментарий"
SPOKEN = Target("doc", "ab12", 3, 9, HOSTILE, "Person")
DECISIONS = [
    Decision("same", (SPOKEN,), (Target(key="place/almaty"),), by="А. Редактор", on="2024-05-01", note=HOSTILE),
    Decision("different", (SPOKEN,), (Target(kind="Person", name="Марат Ахметов"),)),
    Decision("rename", (SPOKEN,), labels=(("ru", "Ахметов"), ("en", HOSTILE))),
    Decision("split", (SPOKEN,)),
    Decision("not-an-entity", (SPOKEN,)),
    Decision("wrong", (SPOKEN,), fact=(("kind", "claim"), ("subject", HOSTILE), ("predicate", "metWith"))),
]


def test_what_is_written_is_read_back_whatever_its_letters(tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    for decision in DECISIONS:
        append(file, decision)
    assert read(file) == DECISIONS
    assert all(letter.isprintable() or letter == "\n" for letter in file.read_text("utf-8"))


def test_comments_and_hand_made_layout_stay(tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    mine = '# почему: см. письмо\n[[decision]]\njudged="split"\nwhat=[{document="a",start=1,stop=2,words="я"}]'
    file.write_text(mine, "utf-8")
    append(file, DECISIONS[1])
    assert file.read_text("utf-8").startswith(mine + "\n")
    assert [decision.judged for decision in read(file)] == ["split", "different"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("judged = ", "not TOML"),
        ('[[decision]]\njudged = "equal"', "decision 1: judged is 'equal'"),
        ('[[decision]]\njudged = "same"\nwhat = [{key = "place/almaty"}]', "«same» needs other"),
        ('[[decision]]\njudged = "rename"\nwhat = [{key = "place/almaty"}]', "needs ru, kk or en"),
        ('[[decision]]\njudged = "split"\nwhat = [{words = "я"}]', "a thing needs key, or name and kind"),
        ('[[decision]]\njudged = "split"\nwhat = [{kind = "Dog", name = "Шарик"}]', "Person, Organization"),
        ('[[decision]]\njudged = "split"\nwhat = [{start = "1"}]', "not by 'start'"),
        ('[[decision]]\njudged = "split"\nwhat = "я"', "what is no list"),
        ('[[decision]]\njudged = "wrong"\nfact = {kind = "joke"}', "fact.kind is 'joke'"),
        ('[[decision]]\njudged = "split"\nwhat = [{key = "a/b"}]\nwhy = "так"', "why is nothing a decision has"),
        ('[decisions]\nfile = "1"', "something beside [[decision]]"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "decisions.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput) as error:
        read(file)
    assert told in str(error.value)


def test_a_broken_file_is_not_written_to(tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    file.write_text("judged = ", "utf-8")
    with pytest.raises(BadInput):
        append(file, DECISIONS[0])
    assert file.read_text("utf-8") == "judged = "
