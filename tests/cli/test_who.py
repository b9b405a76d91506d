"""Who held an office when: documents and gazetteer apart, gaps told; and a user's own names and tenures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.commands.offices import Office
from kg.commands.who import Holder, answer
from tests.cli.conftest import Run

OFFICE = "аким Каратау"
TEXTS = {
    "a": ("14 марта 2022 года", "Аким города Каратау Марат Ергалиев открыл новую школу и осмотрел мост.\n"
                                "Марат Ергалиев возглавляет город с 2019 года."),
    "b": ("20 мая 2023 года", "Аким города Каратау Жанна Сабитова встретилась с жителями города."),
}  # fmt: skip
PLACES = "kind,ru,kk,finer,within\nPlace,Тасотель,Тасөткел,City,place/zhambyl-region\n"
PEOPLE = "kind;ru;kk;given;surname\nPerson;Марат Ергалиев;Марат Ерғалиев;Марат;Ергалиев\n"
TENURES = """person,role,of,from,to
person/marat-yergaliyev,akim,place/karatau,2019-02-01,2022-09-30
person/marat-yergaliyev,akim,place/karatau,2015,2016
"""


@pytest.fixture
def news(tmp_path: Path, kg: Run) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, (day, text) in TEXTS.items():
        head = text.split("\n")[0].rstrip(".")
        (folder / f"{name}.txt").write_text(f"{head}\n\n{day}\n\n{text}\n", "utf-8")
    return folder


def asked(kg: Run, *question: str) -> list[dict[str, Any]]:
    done = kg("who", *question, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_documents_attest_and_state(kg: Run, news: Path) -> None:
    assert kg("build", "news", "-o", "exports", "-q").returncode == 0
    (answer,) = asked(kg, OFFICE)
    first, second = answer["holders"]
    assert (first["person"], first["attested"], first["stated"]) == (
        "Марат Ергалиев", ["2022-03-14", "2022-03-14"], [["2019", None]],
    )  # fmt: skip
    assert (second["person"], second["attested"]) == ("Жанна Сабитова", ["2023-05-20", "2023-05-20"])
    assert answer["remarks"] == [
        "Gap: nobody is known between 2022-03-14 (Марат Ергалиев) and 2023-05-20 (Жанна Сабитова)."
    ]
    (answer,) = asked(kg, "Қаратау әкімі", "--on", "2020-06-01")
    assert [holder["person"] for holder in answer["holders"]] == ["Марат Ергалиев"]
    assert any("с 2019 года" in p["sentence"] for p in answer["holders"][0]["passages"])
    (answer,) = asked(kg, OFFICE, "--on", "2022-12-31")  # after the last attested day nothing is known
    assert answer["holders"] == [] and "Last before: Марат Ергалиев, until 2022-03-14." in answer["remarks"]
    shown = kg("who", OFFICE, "--on", "2022-03-14").stdout
    assert "Марат Ергалиев: attested 2022-03-14; stated 2019 – …" in shown and "a.txt, 2022-03-14" in shown


@pytest.mark.parametrize("question", ["president of Kazakhstan", "Қазақстан Президенті", "президент Казахстана"])
def test_the_gazetteer_answers_in_any_language(kg: Run, exports: Path, question: str) -> None:
    (answer,) = asked(kg, question, "--on", "2017-05-05", "-g", str(exports))
    assert [(h["key"], "gazetteer" in h["known_by"]) for h in answer["holders"]] == [
        ("person/nursultan-nazarbayev", True)
    ]


def test_the_city_is_not_the_region(kg: Run, exports: Path) -> None:
    for question in ("аким Алматы", "Алматы әкімі", "akim of Almaty", "аким города Алматы"):
        assert [one["office"] for one in asked(kg, question, "-g", str(exports))] == ["аким — Алматы"], question
    (region,) = asked(kg, "Алматы облысының әкімі", "-g", str(exports))
    assert region["office"] == "аким — Алматинская область"


def test_what_cannot_be_answered_is_said(kg: Run, exports: Path) -> None:
    done = kg("who", "аким Нигдебурга", "-g", exports)
    assert done.returncode == 1 and 'called "аким Нигдебурга"' in done.stderr
    assert "is no day" in kg("who", "аким Алматы", "--on", "2019-13-01", "-g", exports).stderr


def test_own_names_and_tenures_are_used_by_build_and_who(kg: Run, news: Path, tmp_path: Path) -> None:
    for name, text in (("places", PLACES), ("staff", PEOPLE), ("terms", TENURES)):
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        done = kg("gazetteer", "add", f"{name}.csv", "--gazetteer", "own")
        assert done.returncode == 0, done.stderr
    assert kg("gazetteer", "add", "staff.csv", "--gazetteer", "own").returncode == 0  # again: the same
    assert kg("build", "news", "-o", "exports", "--gazetteer", "own", "-q").returncode == 0
    shown = json.loads(kg("show", "Марат Ергалиев", "--json").stdout)
    assert [one["iri"].rpartition("/id/")[2] for one in shown] == ["person/marat-yergaliyev"]
    assert shown[0]["names"]["kk"] == "Марат Ерғалиев"
    (answer,) = asked(kg, OFFICE, "--gazetteer", "own", "--on", "2022-09-01")
    assert [(h["key"], h["known_by"]) for h in answer["holders"]] == [
        ("person/marat-yergaliyev", ["document", "gazetteer"])
    ]
    (answer,) = asked(kg, OFFICE, "--gazetteer", "own")
    assert ["2015", "2016"] in answer["holders"][0]["gazetteer"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("key,ru,finer\nplace/almaty,Алматы,City\n", "place/almaty: the key stands twice."),
        ("kind,ru,finer\nPlace,Аcтаналык,City\n", "mixes alphabets"),
        ("kind,ru,finer,within\nPlace,Тасотель,City,place/nowhere\n", "is no key of a table"),
        ("kind,ru,finer\nOrganization,Тас,Firma\n", "no class of the ontology"),
        ("kind,ru\nDog,Шарик\n", "line 2: kind is «Dog»"),
        ("kind,finer\nPlace,City\n", "no name in ru, kk or en"),
        ("kind,ru\nPerson\n", "rows of as many cells (line 2)"),
        ("person,role,of,from,to\nperson/nobody,akim,place/almaty,,\n", "«person/nobody» is no key"),
        ("person,role,of,from,to\nperson/askar-mamin,king,place/almaty,,\n", "role «king» is none of"),
        ("person,role,of,from,to\nperson/askar-mamin,akim,place/almaty,вчера,\n", "a day reads 2019-06-28"),
    ],
)
def test_a_wrong_table_is_told_and_not_written(kg: Run, tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "own.csv").write_text(table, "utf-8")
    done = kg("gazetteer", "add", "own.csv")
    assert done.returncode == 1 and told in done.stderr
    assert not (tmp_path / "gazetteer").exists()


def test_two_in_one_office_are_told_and_a_handover_is_none() -> None:
    akims = [
        Holder("А", None, None, ("2020-01-01", "2022-05-01")),
        Holder("Б", None, None, ("2022-03-01", "2022-06-01")),
    ]
    after = Holder("В", None, None, gazetteer=[("2022-06-01", None)])
    told = answer(Office("akim", "place/karatau"), [*akims, after], None)
    assert told.remarks == ["Overlap: А and Б."]
    assert answer(Office("akim", "place/karatau"), akims, "2022-04-01").remarks == ["Overlap on 2022-04-01: А and Б."]
    assert answer(Office("deputy-akim", "place/karatau"), akims, None).remarks == []  # of deputies there are several
