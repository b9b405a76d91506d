"""What people judge through the commands outlives rebuilds: decide, review, explain --same, report.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

FIRST = """Аким города Каратау Марат Ергалиев открыл школу

14 марта 2022 года

Аким города Каратау Марат Ергалиев открыл новую школу. На ремонт дорог направят 2,5 млрд тенге.
Марат Ергалиев встретился с министром Арманом Сериковым.
"""
SECOND = """Ергалиев осмотрел мост через реку

20 мая 2022 года

Строитель Ергалиев осмотрел мост. Ремонт моста закончат осенью, работы ведёт компания «Ак Тас».
Министр Серикулы побывал на стройке моста и поблагодарил рабочих за труд.
"""


BY_NAME = """[[decision]]
judged = "same"
what = [{ kind = "Person", name = "Строитель" }]
other = [{ kind = "Person", name = "Марат Ергалиев" }]
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    return folder


def built(kg: Run, out: str = "exports", *more: str) -> dict[str, Any]:
    done = kg("build", "news", "-o", out, "--json", *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def names(kg: Run, name: str) -> list[str]:
    return [one["iri"].rpartition("/")[2] for one in json.loads(kg("show", name, "--json").stdout)]


def test_judgements_of_identity_from_the_shell(kg: Run, news: Path, tmp_path: Path) -> None:
    built(kg)
    assert names(kg, "Ергалиев") != names(kg, "Марат Ергалиев")
    assert kg("explain", "--same", "Ергалиев", "Марат Ергалиев").stdout.startswith("two\nThey score 0.")
    done = kg("decide", "same", "Ергалиев", "Марат Ергалиев", "--by", "А. Ред", "--on", "2024-05-01")
    assert done.returncode == 0 and "Written to decisions.toml" in done.stderr
    told = built(kg)
    assert [one["outcome"] for one in told["decisions"]] == ["replayed"]
    assert names(kg, "Ергалиев") == names(kg, "Марат Ергалиев")
    why = kg("explain", "--same", "Ергалиев", "Марат Ергалиев").stdout
    assert why.startswith("one\n") and "People judged" in why and "(А. Ред, 2024-05-01)" in why
    again = kg("decide", "different", "Ергалиев", "Марат Ергалиев")
    assert again.returncode == 1 and "one thing in this graph" in again.stderr
    several = kg("decide", "split", "Ергалиев", "--in", "b")
    assert several.returncode == 1 and "stands in b 2 times" in several.stderr
    place = SECOND.index("Ергалиев", 10)
    assert kg("decide", "split", "Ергалиев", "--in", "b", "--at", str(place)).returncode == 0
    assert kg("decide", "rename", "Ак Тас", "--kk", "Ақ Тас").returncode == 0
    told = built(kg)
    assert [one["outcome"] for one in told["decisions"]] == ["replayed"] * 3
    assert len(names(kg, "Ергалиев")) == 2  # the headline's is still the akim, the builder is somebody else
    assert names(kg, "Ақ Тас") == names(kg, "Ак Тас") != []


def test_wrong_facts_and_no_entities_leave_the_graph_and_are_listed(kg: Run, news: Path, tmp_path: Path) -> None:
    before = built(kg)["found"]
    assert kg("decide", "wrong", "встретился Сериковым").returncode == 0
    assert kg("decide", "wrong", "2 500 000 000").returncode == 1  # as the table shows it, not as the text has it
    figure = json.loads(kg("explain", "2,5 млрд", "--json").stdout)[0]["fact"].rpartition("/")[2]
    assert kg("decide", "wrong", figure, "--note", "сумма за два года").returncode == 0
    assert kg("decide", "not-an-entity", "Ак Тас").returncode == 0
    told = built(kg, "out")
    assert told["found"]["Claim"] < before["Claim"] and told["found"]["Figure"] == before["Figure"] - 1
    assert told["found"]["Organization"] == before["Organization"] - 1
    listed = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["decisions"]
    dropped = [line for one in listed for line in one["dropped"]]
    assert any(line.startswith("metWith «Марат Ергалиев встретился") for line in dropped)
    assert any(line.startswith("figure «2,5 млрд тенге» (a, ") for line in dropped)
    assert "Organization «Ак Тас»" in dropped
    assert kg("validate", "out").returncode == 0


def test_without_the_document_a_build_is_as_if_nothing_was_judged(kg: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(BY_NAME, "utf-8")
    (news / "b.txt").unlink()
    shown = kg("build", "news", "-o", "less")
    assert shown.returncode == 0 and "decision gone: same: «Строитель» – «Марат Ергалиев»" in shown.stderr
    told = built(kg, "alone", "--decisions", str(empty(tmp_path)))
    assert told["decisions"] == []
    graphs = [(tmp_path / name / "graph.nq").read_bytes() for name in ("less", "alone")]
    assert graphs[0] == graphs[1]


def empty(folder: Path) -> Path:
    file = folder / "none.toml"
    file.write_text("", "utf-8")
    return file


def test_review_asks_writes_and_does_not_ask_again(kg: Run, news: Path, tmp_path: Path) -> None:
    built(kg)
    doubts = json.loads(kg("review", "--json").stdout)
    assert [sorted([d["left"]["names"], d["right"]["names"]]) for d in doubts] == [[["Ергалиев"], ["Марат Ергалиев"]]]
    assert all(side["passages"][0]["sentence"] for side in (doubts[0]["left"], doubts[0]["right"]))
    assert "0 decisions written" in kg("review", stdin="не знаю\nl\n").stdout
    assert not (tmp_path / "decisions.toml").exists()
    assert "1 decisions written to decisions.toml" in kg("review", "--by", "Ред", stdin="s\n").stdout
    assert kg("review").stdout == "No doubtful pair is left.\n"
    built(kg)
    assert names(kg, "Ергалиев") == names(kg, "Марат Ергалиев") and kg("review").stdout == "No doubtful pair is left.\n"


def test_a_missing_file_of_decisions_is_told(kg: Run, news: Path) -> None:
    done = kg("build", "news", "-o", "out", "--decisions", "no.toml")
    assert done.returncode == 1 and "no.toml: no such file" in done.stderr
