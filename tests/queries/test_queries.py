"""Every query of docs/queries says what it asks, and answers rightly, the same in two engines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib

from kg.store import Store

ROOT = Path(__file__).parent.parent.parent
QUERIES = sorted((ROOT / "docs" / "queries").glob("*.rq"))
Rows = list[tuple[str, ...]]

# query → cells that one of its rows must hold together
RIGHT: dict[str, list[set[str]]] = {
    "akim-on-a-day": [{"Бакытжан Сагинтаев", "2019-10-29"}],
    "documents-and-sources": [
        {"001_3f381e12e7e46ebc", "kk", "zakon.kz"},
        {"002_692bf9b055db218c", "Акорда", "2024-06-14"},
    ],
    "figures-of-a-region": [{"3700000000000", "KZT"}, {"5300", "2024"}, {"107.9", "percent"}],
    "figures-that-disagree": [{"Медеуский район", "250000", "254000"}, {"Наурызбайский район", "124000", "126000"}],
    "names-of-a-thing": [{"Қасым-Жомарт Тоқаев", "main", "kk"}, {"Kassym-Jomart Tokayev", "main", "en"}],
    "one-number-told-twice": [{"670", "670-тен астам аула", "001_3f381e12e7e46ebc"}],
    "orders-to-whom": [{"Касым-Жомарт Токаев", "Марат Султангазиев", "002_692bf9b055db218c"}],
    "places-within-a-place": [{"Медеуский район", "text"}, {"Турксибский район"}],
    "posts-of-a-body": [{"Дархан Сатыбалды", "akim", "current"}, {"Бакытжан Сагинтаев", "akim"}],
    "projects-in-a-place": [{"Таза Қазақстан", "Алматинская область"}, {"Алматы-2050", "Алматы"}],
    "promises-by-due-date": [{"2020", "Бакытжан Сагинтаев"}, {"2024", "Марат Султангазиев"}],
    "promises-on-a-topic": [{"Алматы", "Бакытжан Сагинтаев", "2021", "17000000000", "KZT"}, {"001_3f381e12e7e46ebc"}],
    "promises-told-again": [{"ru", "kk", "000_db66c405a6f9052f", "001_3f381e12e7e46ebc"}],
    "quotes-of-a-person": [{"004_4115fc231cfee9d3"}, {"000_db66c405a6f9052f", "2019-10-29"}],
    "seen-in-several-documents": [{"https://w3id.org/akimgraph/id/person/kassym-jomart-tokayev", "4", "2"}],
    "sentence-behind-a-fact": [{"акима Алматинской области Марата Султангазиева", "176", "222"}],
    "tenures": [{"Марат Султангазиев", "2024-06-14"}, {"Дархан Сатыбалды", "2026-01-29"}],
    "unsure-facts": [{"Claim"}],
    "visits": [{"planned", "2019-10-29"}, {"asserted", "2019-10-29"}],
    "who-met-whom": [{"Марат Султангазиев", "2024-06-14"}, {"Бакытжан Сагинтаев", "2019-10-29"}],
    "who-named-a-figure": [{"500", "Бакытжан Сагинтаев"}],
    "who-reported-to-whom": [{"Марат Султангазиев", "2024-06-14"}, {"Дархан Сатыбалды", "2026-01-29"}],
    "who-stands-behind-a-project": [{"Таза Қазақстан", "Марат Султангазиев", "19506", "t"}],
    "why-one-thing": [{"https://w3id.org/akimgraph/id/place/almaty", "001_3f381e12e7e46ebc"}],
}


@pytest.fixture(scope="module")
def store(exports: Path) -> Store:
    return Store().load(exports / "graph.trig")


@pytest.fixture(scope="module")
def plain(exports: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(exports / "graph.ttl")


def test_there_are_enough_and_all_are_tried() -> None:
    assert len(QUERIES) >= 16
    assert {path.stem for path in QUERIES} == RIGHT.keys()


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_says_what_it_asks(path: Path) -> None:
    english, russian, kazakh, change = path.read_text("utf-8").splitlines()[:4]
    assert f"| [{path.stem}]({path.name}) | {english[2:]} |" in (path.parent / "README.md").read_text("utf-8")
    assert re.fullmatch(r"# [A-Z].*\?", english)
    assert re.fullmatch(r"# ru: [А-ЯЁ].*\?", russian)
    assert re.fullmatch(r"# kk: [А-ЯӘҒҚҢӨҰҮҺІ].*\?", kazakh)
    assert change.startswith("# Change: ")


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_answers_rightly_and_alike_in_both_engines(path: Path, store: Store, plain: rdflib.Graph) -> None:
    query = path.read_text("utf-8")
    found = rows(store, query)
    assert found, "no answer"
    for expected in RIGHT[path.stem]:
        assert any(expected <= set(row) for row in found), f"no row with {expected}"
    assert sorted(found) == sorted(tuple("" if v is None else str(v) for v in row) for row in plain.query(query))


@pytest.mark.parametrize("name", ["promises-by-due-date", "unsure-facts"])
def test_pages_begin_where_the_one_before_ended(name: str, store: Store, plain: rdflib.Graph) -> None:
    """Many share a date or a confidence: an engine may give those in any order, if the query does not say which."""
    query = (ROOT / "docs" / "queries" / f"{name}.rq").read_text("utf-8")
    page = query.replace("LIMIT 500", "LIMIT 7 OFFSET 7")
    found = rows(store, page)
    assert found and set(found) < set(rows(store, query))
    assert sorted(found) == sorted(tuple("" if v is None else str(v) for v in row) for row in plain.query(page))


def rows(store: Store, query: str) -> Rows:
    answer = store.query(query)
    names = [variable.value for variable in answer.variables]
    return [tuple("" if row[name] is None else row[name].value for name in names) for row in answer]
