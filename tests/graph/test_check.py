"""The check finds what is spoiled, and says where; what is only odd is a warning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import town
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import BadGraph
from kg.graph import BASE, check, quads, shapes
from kg.graph.conflicts import rounds_to
from kg.graph.names import XSD, decimal, when
from kg.graph.sentences import Sentences
from kg.model import Collection
from kg.terms import KG, ORG, RDF, SKOS

Spoil = Callable[[list[Quad]], list[Quad]]
GRAPH = NamedNode(BASE + "graph/ru1")


def without(predicate: str, kind: str) -> Spoil:
    """Takes one property off all resources of a kind: `id:claim/…`."""
    return lambda found: [
        q for q in found if q.predicate.value != predicate or not q.subject.value.startswith(f"{BASE}{kind}/")
    ]


def plus(subject: str, predicate: str, object_: NamedNode | Literal | BlankNode) -> Spoil:
    return lambda found: [*found, Quad(NamedNode(BASE + subject), NamedNode(predicate), object_, GRAPH)]


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def moved(found: list[Quad]) -> list[Quad]:
    """Every span begins one sign later than it does."""
    start = NamedNode(KG.start)
    return [
        Quad(q.subject, q.predicate, integer(int(q.object.value) + 1), q.graph_name) if q.predicate == start else q
        for q in found
    ]


SPOILED: list[tuple[str, Spoil]] = [
    ("the words that stand there", moved),
    ("at most one skos:prefLabel", plus("place/tasbulak", SKOS.prefLabel, Literal("Тасбулаг", language="ru"))),
    ("blank node", plus("place/tasbulak", KG.liesIn, BlankNode("b"))),
    ("ASCII", plus("place/tasbulak", KG.liesIn, NamedNode(BASE + "place/қала"))),
    ("without its claim", plus("person/dina-ospan", KG.metWith, NamedNode(BASE + "person/erlan-zhasybaev"))),
    ("no words behind", without(KG.evidence, "claim")),
    ("no words behind", without(KG.evidence, "figure")),
    ("one status", without(KG.status, "claim")),
    ("kg:value|ns#value", without(KG.value, "figure")),
    ("ns#holder", without(KG.holder, "tenure")),
    ("22-rdf-syntax-ns#subject", without(RDF.subject, "claim")),
    ("ns#role", without(KG.role, "post")),
    ("ns#participant", without(KG.participant, "event")),
    ("ns#refersTo", without(KG.refersTo, "mention")),
    ("ns#sha256", without(KG.sha256, "document")),
    ("stands in", plus("person/erlan-zhasybaev", ORG.holds, NamedNode(BASE + "post/akim-place-tasbulak"))),
    ("told from one side", plus("figure/x", KG.conflictsWith, NamedNode(BASE + "figure/y"))),
]


def test_a_good_graph_has_no_problems(collection: Collection, written: list[Quad]) -> None:
    report = check(collection, written)
    assert report.problems == [] and report.warnings == []
    assert report.checked["documents"] == 3 and report.checked["spans"] > 20
    report.stop()


@pytest.mark.parametrize("told, spoil", SPOILED, ids=[told for told, _ in SPOILED])
def test_what_is_spoiled_is_found(collection: Collection, written: list[Quad], told: str, spoil: Spoil) -> None:
    report = check(collection, spoil(written))
    assert any(part in str(problem) for problem in report.problems for part in told.split("|")), report.problems
    with pytest.raises(BadGraph):
        report.stop()


@pytest.mark.parametrize("at_once", [1, 100])
def test_documents_checked_together_are_checked_as_each_alone(
    written: list[Quad], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shapes, "AT_ONCE", at_once)
    found = {where for _, where, *_ in shapes.validate(without(KG.rule, "mention")(written))}
    mentions = {q.subject.value for q in written if q.predicate.value == RDF.type and q.object == NamedNode(KG.Mention)}
    assert len({q.graph_name for q in written if q.subject.value in mentions}) > 1  # of more than one document
    assert found == mentions


def test_words_that_are_not_the_documents_own_are_found() -> None:
    resolved = town.kk1()
    wrong = town.replace_words(resolved, "басқа сөздер")
    collection = town.collection(wrong)
    assert any("the words that stand there" in str(p) for p in check(collection, quads(collection)).problems)


def test_an_odd_relation_is_a_warning_only() -> None:
    resolved = town.with_claim(town.ru1(), "metWith", "Person", "Place")
    collection = town.collection(resolved)
    report = check(collection, quads(collection))
    assert report.ok
    assert any("another kind" in str(warning) for warning in report.warnings)


def test_what_stands_outside_the_article_is_a_warning() -> None:
    resolved = town.late()
    cut = replace(resolved.document, segments=(replace(resolved.document.segments[0], stop=30),))
    collection = town.collection(replace(resolved, document=cut))
    report = check(collection, quads(collection))
    assert [w.found for w in report.warnings if "Аксай' outside" in w.found]


def test_a_claim_of_nobody_is_left_out_with_a_warning() -> None:
    resolved = town.with_claim(town.ru1(), "metWith", "Person", None)
    collection = town.collection(resolved)
    report = check(collection, quads(collection))
    assert report.ok and any("left out" in str(warning) for warning in report.warnings)


@pytest.mark.parametrize(
    "exact, rough, same",
    [
        ("3720", "3700", True),
        ("3.72", "3.7", True),
        ("3.78", "3.7", False),
        ("4100", "3700", False),
        ("88.5", "88", True),
    ],
)
def test_rounding_is_no_disagreement(exact: str, rough: str, same: bool) -> None:
    from decimal import Decimal

    assert rounds_to(Decimal(exact), Decimal(rough)) is same


@pytest.mark.parametrize(
    "text, form",
    [
        ("2031-05-02", "date"),
        ("2031", "gYear"),
        ("2031-05", "gYearMonth"),
        ("--05-02", "gMonthDay"),
        ("--05", "gMonth"),
        ("--13", "string"),
        ("2031-13-01", "string"),
    ],
)
def test_days_are_typed_by_their_form(text: str, form: str) -> None:
    assert when(text).datatype.value == XSD + form


def test_decimals_are_canonical() -> None:
    assert [decimal(v).value for v in ("5.50", "1e3", "0.0", "-0", "3700000000000")] == [
        "5.5", "1000", "0", "0", "3700000000000",
    ]  # fmt: skip
    with pytest.raises(BadGraph, match="a figure needs one"):
        decimal("много")


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("Приехал г. Иванов в город. Встретил К. Ораз.", "Приехал г. Иванов в город."),
        ("Бұл 5 млрд. теңге болды! Екінші сөйлем.", "Бұл 5 млрд. теңге болды!"),
        ("Заголовок без точки\n\nТекст статьи.", "Заголовок без точки"),
        ("«Построим!» — сказал директор. Дальше.", "«Построим!» — сказал директор."),
        ("Одна строка\nи вторая. Конец.", "Одна строка\nи вторая."),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentence: str) -> None:
    start, stop = Sentences(town.document("d", text, "ru", None)).around(3, 6)
    assert text[start:stop] == sentence
