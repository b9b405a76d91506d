"""Topics and words of things done, the comparison of promises, due days, rounding, shapes: each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib

from kg.extract.matters import done, topics
from kg.graph.alike import Matter, compare
from kg.graph.conflicts import rounds, within
from kg.graph.followups import ENOUGH
from kg.lang import tables
from kg.ledger import Entry, Passage, standing, term
from kg.model import Evidence, Figure
from kg.terms import ontology_folder

LANGS = ("ru", "kk")
ROWS = [(lang, row) for lang in LANGS for row in tables.load(lang, "topics")["topic"]]


@pytest.mark.parametrize("lang, row", ROWS, ids=lambda value: value if isinstance(value, str) else value["name"])
def test_topics(lang: str, row: dict[str, Any]) -> None:
    assert all(row["name"] in topics(text, lang) for text in row["found"])
    assert not any(row["name"] in topics(text, lang) for text in row["not_found"])


def test_both_languages_have_the_same_topics() -> None:
    russian, kazakh = ([row["name"] for lang, row in ROWS if lang == wanted] for wanted in LANGS)
    assert russian == kazakh


@pytest.mark.parametrize("lang", LANGS)
def test_only_what_is_done_is_told_as_done(lang: str) -> None:
    table = tables.load(lang, "topics")["done"]
    assert all(done(text, lang) for text in table["found"])
    assert not any(done(text, lang) for text in table["not_found"])


def test_topics_of_the_sentence_that_is_done_alone() -> None:
    assert done("Построены две школы. Дороги отремонтируют летом.", "ru") == ("schools",)


WATER = Matter(
    "a", "ru", "2022-03-14", frozenset({"person/a"}), frozenset({"post/akim-a"}), frozenset({"place/city"}),
    frozenset({"place/city", "place/region"}), frozenset(), frozenset({"water-supply"}), frozenset(), "2023",
    frozenset({"питье", "водой", "окраи"}),
)  # fmt: skip
KAZAKH = replace(WATER, document="b", lang="kk", stems=frozenset({"ауыз", "тұрғы"}))


@pytest.mark.parametrize(
    "other, same",
    [
        (KAZAKH, True),
        (replace(KAZAKH, due="2030"), False),
        (replace(KAZAKH, actors=frozenset({"person/b"})), True),
        (replace(KAZAKH, actors=frozenset({"person/b"}), due=None), False),
        (replace(KAZAKH, topics=frozenset({"roads"})), False),
        (replace(KAZAKH, places=frozenset({"place/other"}), around=frozenset({"place/other"})), False),
        (replace(WATER, stems=frozenset({"труба", "насос", "завод", "сосед"}), due=None), False),
        (replace(WATER, numbers=frozenset({("5", "km")})), True),
    ],
)
def test_one_promise_or_two(other: Matter, same: bool) -> None:
    score, reason = compare(WATER, other)
    assert (score >= ENOUGH) is same
    assert bool(reason) is (score > 0)


@pytest.mark.parametrize(
    "due, said, expected",
    [
        ("2024", None, ("2024-01-01", "2024-12-31")),
        ("2024-02", None, ("2024-02-01", "2024-02-29")),
        ("2024-06-14", None, ("2024-06-14", "2024-06-14")),
        ("--08-01", "2024-03-01", ("2024-08-01", "2024-08-01")),
        ("--08-01", "2024-09-01", ("2025-08-01", "2025-08-01")),
        ("--02-29", "2023-03-01", ("2024-02-29", "2024-02-29")),
        ("--08-01", None, None),
        ("--08", "2024-08-20", ("2024-08-01", "2024-08-31")),
        ("--08", "2024-09-01", ("2025-08-01", "2025-08-31")),
        ("2024-13", None, None),
        ("скоро", None, None),
    ],
)
def test_when_it_falls_due(due: str, said: str | None, expected: tuple[str, str] | None) -> None:
    found = term(due, said)
    assert (tuple(day.isoformat() for day in found) if found else None) == expected


def test_without_any_day_nothing_is_late() -> None:
    passage = Passage("слова", "слова", "d", 0, None)
    entry = Entry("x", "Commitment", None, (), (), (), (), (), "2001", 0.9, passage, (), ())
    assert standing(entry, None) == "open" and standing(entry, date(2002, 1, 1)) == "overdue"


@pytest.mark.parametrize(
    "exact, value, words, expected",
    [
        ("5300", "5300", "5,3 тыс.", True),
        ("5348", "5300", "5,3 тыс.", True),
        ("5400", "5300", "5,3 тыс.", False),
        ("5300", "5000", "около 5 тысяч", True),
        ("254000", "250000", "250 тысяч", False),
        ("250000", "254000", "254 тысячи", False),
        ("4812", "4800", "4 800", True),
        ("4812", "4700", "4 700", False),
        ("13", "12", "двенадцать", False),
    ],
)
def test_rounding_is_no_disagreement(exact: str, value: str, words: str, expected: bool) -> None:
    evidence = Evidence("d", 0, len(words), words)
    figure = Figure(value, "count", "школы", evidence, evidence, "rule", 0.9)
    assert rounds(Decimal(exact), figure) is expected


def test_about_is_a_tenth() -> None:
    assert within(Decimal(5000), Decimal(5400), Decimal("0.1")) and not within(
        Decimal(5000), Decimal(5800), Decimal("0.1")
    )


def test_the_whole_graph_keeps_the_shapes_with_its_follow_ups(town: Path) -> None:
    graph = rdflib.Graph().parse(town / "graph.ttl")
    KG = rdflib.Namespace("https://w3id.org/akimgraph/ns#")
    assert len(set(graph[: rdflib.RDF.type : KG.FollowUp])) >= 2
    assert pyshacl.validate(graph, shacl_graph=str(ontology_folder() / "shapes.ttl"), allow_warnings=True)[0]
    for followup in list(graph[: rdflib.RDF.type : KG.FollowUp]):
        graph.remove((followup, KG.reason, None))
    assert not pyshacl.validate(graph, shacl_graph=str(ontology_folder() / "shapes.ttl"), allow_warnings=True)[0]


def test_a_figure_in_a_quote_has_the_speaker(town: Path) -> None:
    graph = rdflib.Graph().parse(town / "graph.ttl")
    query = """PREFIX kg: <https://w3id.org/akimgraph/ns#> SELECT ?who ?words WHERE {
      ?figure kg:value ?v ; kg:speaker ?who ; kg:statedIn ?said . ?said a kg:Quote ; kg:speaker ?who ;
      kg:evidence/kg:quote ?words FILTER(?v = 4000000000) }"""
    ((who, words),) = graph.query(query)
    assert str(who).endswith("yerlan-dosymbekov") and "На водопровод нужно 4 млрд тенге" in words
