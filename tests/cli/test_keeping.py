"""`kg build --store`, `kg add`, `kg remove`: a changed store ends as one build of its documents would make it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg import kept, run
from kg.graph import BASE
from kg.store import open_store
from tests.cli.conftest import NEWS_KK, NEWS_RU, Run

THIRD = """Аким города Кокшетау Марат Ахметов принял посла Турции

2 мая 2023 года

Аким города Кокшетау Марат Ахметов принял посла Турции. В прошлом году на ремонт дорог направили 3 млрд тенге.
"""
TEXTS = {"a": NEWS_RU, "b": NEWS_KK, "c": THIRD}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def built(texts: Path, names: Iterable[str]) -> set[object]:
    return set(run.build([texts / f"{name}.txt" for name in names]).store)


def test_it_ends_as_one_build_would(tmp_path: Path, texts: Path) -> None:
    store = tmp_path / "store"
    kept.make(store, [texts / "a.txt"])
    assert kept.add(store, [texts / "b.txt", texts / "c.txt", texts / "a.txt"]).unchanged == ("a",)
    assert set(open_store(store)) == built(texts, "abc")
    assert kept.remove(store, ["b"]).removed == ("b",)
    assert set(open_store(store)) == built(texts, "ac")
    (texts / "c.txt").write_text(THIRD.replace("3 млрд", "4 млрд"), "utf-8")
    assert kept.add(store, [texts / "c.txt"]).replaced == ("c",)
    assert set(open_store(store)) == built(texts, "ac")


def test_what_two_documents_say_goes_back_to_the_one_that_stays(tmp_path: Path, texts: Path) -> None:
    """Both call Марат Ахметов akim of Kokshetau: said by two, it stands in the graph that they share."""
    (texts / "d.txt").write_text(THIRD.replace("посла Турции", "посла Грузии").replace("2023", "2024"), "utf-8")
    store = tmp_path / "store"

    def holding() -> list[str]:
        rows = open_store(store).query(
            "SELECT ?g { GRAPH ?g { ?who org:holds ?post } FILTER(REGEX(STR(?post), 'akim')) }"
        )
        return [row["g"].value.removeprefix(BASE) for row in rows]

    kept.make(store, [texts / "c.txt"])
    assert holding() == ["graph/c"]
    kept.add(store, [texts / "d.txt"])
    assert holding() == ["entities"]
    kept.remove(store, ["c"])
    assert holding() == ["graph/d"]


def test_a_decision_of_one_day_is_undone_when_it_is_withdrawn(tmp_path: Path, texts: Path) -> None:
    from kg.decisions import Decision, Target

    wrong = Decision("not-an-entity", (Target(kind="Person", name="Марат Ахметов"),))
    store = tmp_path / "store"
    kept.make(store, [texts / "a.txt", texts / "c.txt"], decisions=[wrong])
    whole = built(texts, "ac")
    assert set(open_store(store)) != whole
    kept.add(store, [texts / "a.txt"])
    assert set(open_store(store)) == whole


def test_documents_are_read_again_where_the_tables_have_changed(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    kept.make(store, [texts / "a.txt"])
    about = next(store.glob("gen-*/about.json"))
    about.write_text(json.dumps(json.loads(about.read_text("utf-8")) | {"read_with": "older"}), "utf-8")
    change = kept.add(store, [texts / "b.txt"])
    assert change.read_again
    assert set(open_store(store)) == built(texts, "ab")


def test_the_commands_tell_what_changed(kg: Run, texts: Path) -> None:
    assert kg("build", texts / "a.txt", "--store", "s").stdout.endswith("Kept in s, 1 documents read, 0 skipped.\n")
    added = kg("add", texts, "--store", "s")
    assert added.stdout.splitlines() == ["added      b", "added      c", "unchanged  a", "3 documents in s."]
    told = json.loads(kg("remove", "a", "b", "--store", "s", "--json").stdout)
    assert told["removed"] == ["a", "b"] and told["documents"] == 1
    assert "Марат Ахметов" in kg("show", "Ахметов", "--graph", "s").stdout
    assert kg("validate", "s").returncode == 0
    assert "Досымбеков" not in kg("query", "SELECT * { ?s skos:prefLabel ?o }", "-g", "s").stdout


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("add", "texts", "--store", "none"), "no store"),
        (("remove", "zz", "--store", "s"), 'no document "zz"'),
        (("remove", "a", "--store", "s"), "nothing would be left"),
        (("build", "texts", "--store", "texts"), "so it is no store"),
    ],
)
def test_what_cannot_be_done_is_said(
    kg: Run, texts: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    store = texts.parent / "s"
    kept.make(store, [texts / "a.txt"])
    before = set(open_store(store))
    refused = kg(*arguments)
    assert refused.returncode == 1 and said in refused.stderr
    assert set(open_store(store)) == before
    assert kg("build", "texts").returncode == 2
