"""From records to RDF: what each record becomes, and that the same records always become the same bytes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
import town
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.errors import BadGraph
from kg.graph import BASE, check, quads
from kg.model import Collection
from kg.store import Store
from kg.terms import KG


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    """Rows as short texts, sorted."""
    found = []
    for row in store.query(query):
        found.append(tuple(value.value.removeprefix(BASE).split("#")[-1] if value else "" for value in row))
    return sorted(found)


def test_claims_answer_who_holds_what(store: Store) -> None:
    rows = ask(
        store,
        """SELECT ?document ?person ?role ?of ?status WHERE {
             ?claim a kg:Claim ; rdf:subject ?person ; rdf:predicate org:holds ; rdf:object ?post ; kg:status ?status ;
                    kg:evidence/kg:inDocument/dcterms:identifier ?document .
             ?post a kg:Post ; kg:role ?role . OPTIONAL { ?post kg:of ?of } }""",
    )
    assert rows == [
        ("kk1", "person/erlan-zhasybaev", "akim", "place/tasbulak", "current"),
        ("ru 2 «поздно»", "person/dina-ospan", "akim", "place/tasbulak", "current"),
        ("ru1", "person/erlan-zhasybaev", "akim", "place/tasbulak", "current"),
        ("ru1", "person/mariya-krotova", "minister", "", "current"),
    ]


def test_two_passages_that_say_one_thing_are_one_claim(store: Store) -> None:
    """«встретился с министром» stands in the title and in the text, once from either side."""
    claims = ask(store, "SELECT ?c ?confidence WHERE { ?c rdf:predicate kg:metWith ; kg:confidence ?confidence }")
    words = ask(store, "SELECT ?words WHERE { ?c rdf:predicate kg:metWith ; kg:evidence/kg:quote ?words }")
    assert [confidence for _, confidence in claims] == ["0.9"]
    assert len(words) == 2


def test_a_thing_has_no_relation_with_itself(store: Store) -> None:
    assert not bool(store.query("ASK { ?x ?p ?x }"))


def test_what_is_denied_is_no_claim_and_no_triple(store: Store) -> None:
    denied = ask(store, "SELECT ?p ?m WHERE { ?c a kg:Unasserted ; rdf:predicate ?p ; kg:modality ?m }")
    assert denied == [("within", "negated")]
    assert not bool(store.query("ASK { ?a kg:within ?b }"))
    assert not bool(store.query("ASK { ?c a kg:Claim ; kg:modality kg:negated }"))


def test_an_announced_visit_counts(store: Store) -> None:
    assert ask(store, "SELECT ?who ?where WHERE { ?who kg:visited ?where }") == [("person/dina-ospan", "place/aksai")]
    events = ask(store, "SELECT ?m ?p WHERE { ?e a kg:Visit ; kg:modality ?m ; kg:place ?p }")
    assert events == [("planned", "place/aksai")]


def test_a_meeting_is_an_event_of_two(store: Store) -> None:
    found = ask(store, "SELECT ?day ?who WHERE { ?e a kg:Meeting ; kg:participant ?who ; kg:date ?day }")
    assert found == [("2031-05-02", "person/erlan-zhasybaev"), ("2031-05-02", "person/mariya-krotova")]


def test_tenures_say_on_which_days_they_are_attested(store: Store) -> None:
    rows = ask(store, "SELECT ?who ?a ?b WHERE { ?t kg:holder ?who ; kg:observedFrom ?a ; kg:observedTo ?b }")
    assert ("person/erlan-zhasybaev", "2031-05-02", "2031-05-02") in rows
    evidence = ask(store, "SELECT ?d WHERE { ?t kg:holder ?w ; kg:evidence/kg:inDocument/dcterms:identifier ?d }")
    assert len(evidence) == 4


def test_two_akims_on_one_day_conflict(store: Store) -> None:
    found = ask(store, "SELECT ?a ?b WHERE { ?s kg:conflictsWith ?t . ?s kg:holder ?a . ?t kg:holder ?b }")
    assert found == [
        ("person/dina-ospan", "person/erlan-zhasybaev"),
        ("person/erlan-zhasybaev", "person/dina-ospan"),
    ]


def test_a_figure_keeps_value_unit_subject_and_time(store: Store) -> None:
    rows = ask(
        store,
        """SELECT ?value ?unit ?about ?period ?concept WHERE {
             ?f a kg:Figure ; kg:value ?value ; kg:unit ?unit ; kg:about ?about ; kg:period ?period ;
                kg:concept ?concept }""",
    )
    assert rows == [
        ("3700000000", "KZT", "place/tasbulak", "2031", "budget"),
        ("4100000000", "KZT", "place/tasbulak", "2031", "budget"),
    ]


def test_a_commitment_keeps_speaker_addressee_and_term(store: Store) -> None:
    rows = ask(
        store,
        """SELECT ?speaker ?to ?due (DATATYPE(?due) AS ?type) WHERE {
             ?s a kg:Statement , kg:Commitment ; kg:speaker ?speaker ; kg:addressee ?to ; kg:due ?due }""",
    )
    assert rows == [("person/erlan-zhasybaev", "person/mariya-krotova", "--08-01", "gMonthDay")]


def test_a_document_says_what_it_is(store: Store) -> None:
    rows = ask(
        store,
        """SELECT ?title ?day ?publisher ?source WHERE { ?d dcterms:identifier "ru1" ; dcterms:title ?title ;
             dcterms:issued ?day ; dcterms:publisher/skos:prefLabel ?publisher ; dcterms:source ?source }""",
    )
    assert [row[:3] for row in rows] == [("Аким города встретился с министром", "2031-05-02", "Вести Тасбулака")]
    assert rows[0][3].isascii()


def test_places_lie_in_what_the_gazetteer_says(store: Store) -> None:
    """That is no claim of a document, so it is not said with `kg:within`."""
    assert ask(store, "SELECT ?a ?b WHERE { ?a kg:liesIn ?b }") == [("place/tasbulak", "place/stepnoy-kray")]


def test_the_sentence_around_a_fact_is_whole(store: Store) -> None:
    rows = ask(store, "SELECT ?words WHERE { ?f kg:value ?v ; kg:sentence/kg:quote ?words FILTER(?v = 3700000000) }")
    assert rows == [("В 2031 году город получил 3,7 млрд тенге на программу «Чистый двор».",)]


def test_each_merge_has_a_reason(store: Store) -> None:
    rows = ask(
        store, 'SELECT ?s ?r WHERE { ?l a kg:Link ; kg:confidence ?s ; kg:reason ?r ; kg:evidence/kg:quote "Тасбұлақ" }'
    )
    assert rows == [("0.95", "same name")]


def test_an_entity_without_a_link_stands_for_itself(store: Store) -> None:
    rows = ask(store, "SELECT ?x WHERE { ?x skos:prefLabel 'Вести Тасбулака'@ru }")
    assert len(rows) == 1 and rows[0][0].startswith("organization/")


def shuffled(given: Collection, seed: int) -> Collection:
    """The same records in another order."""
    random = Random(seed)

    def mixed(items: tuple) -> tuple:
        return tuple(random.sample(items, len(items)))

    documents = [
        replace(
            d,
            entities=mixed(d.entities),
            claims=mixed(d.claims),
            figures=mixed(d.figures),
            statements=mixed(d.statements),
        )
        for d in given.documents
    ]
    return Collection(
        list(mixed(tuple(documents))), list(mixed(tuple(given.links))), list(mixed(tuple(given.entities)))
    )


@pytest.mark.parametrize("seed", range(5))
def test_order_of_records_does_not_matter(collection: Collection, written: list[Quad], seed: int) -> None:
    assert list(quads(shuffled(collection, seed))) == written


AKIM = f"<{BASE}person/erlan-zhasybaev> <http://www.w3.org/ns/org#holds> <{BASE}post/akim-place-tasbulak>"


def graphs_of(triple: str, found: list[Quad]) -> list[str]:
    return [quad.graph_name.value.removeprefix(BASE) for quad in found if str(quad.triple) == triple]


def test_each_triple_stands_in_one_graph(written: list[Quad]) -> None:
    """Of two documents that state one tenure; who says it is told by a claim in each document's graph."""
    assert len({quad.triple for quad in written}) == len(written)
    assert graphs_of(AKIM, written) == ["entities"]
    claims = {q.subject for q in written if q.predicate.value == KG.inDocument and "/claim/" in q.subject.value}
    saying = [q for q in written if q.subject in claims and q.object.value == f"{BASE}person/erlan-zhasybaev"]
    assert {q.graph_name.value for q in saying} >= {f"{BASE}graph/ru1", f"{BASE}graph/kk1"}


def test_what_one_document_alone_states_stands_in_its_graph() -> None:
    """Without the Kazakh text, only the Russian one says who is akim."""
    fewer = list(quads(town.collection(town.ru1(), town.late())))
    assert graphs_of(AKIM, fewer) == ["graph/ru1"]
    assert check(town.collection(town.ru1(), town.late()), fewer).ok


def test_a_thing_may_be_named_without_what_two_others_say_of_it() -> None:
    """The post that they speak of is not described beside it."""
    document = town.document("ru3", "Ерлан Жасыбаев приехал.", "ru", None)
    named = town.Resolved(document, (town.entity(document, "Person", "Ерлан Жасыбаев", "Ерлан Жасыбаев"),))
    collection = town.collection(town.ru1(), town.kk1(), named)
    assert check(collection, quads(collection)).problems == []


def test_a_document_taken_out_leaves_what_a_build_without_it_gives(written: list[Quad]) -> None:
    """Only the shared graph is written anew; graphs of documents that shared nothing with it stay as they are."""
    fewer = set(quads(town.collection(town.ru1(), town.kk1())))
    gone = [q for q in written if "late" in str(q.graph_name) or "%D0%BF%D0%BE%D0%B7" in str(q.graph_name)]
    kept = {q for q in written if q not in gone and not str(q.graph_name).endswith("id/entities>")}
    assert kept == {q for q in fewer if not str(q.graph_name).endswith("id/entities>")}


def test_iris_are_ascii_and_the_base_is_a_setting(collection: Collection) -> None:
    found = list(quads(collection, "http://example.org/kg/"))
    assert all(str(q.subject).isascii() and str(q.graph_name).isascii() for q in found)
    assert any(str(q.subject) == "<http://example.org/kg/person/dina-ospan>" for q in found)


@pytest.mark.parametrize(
    "base", ["example.org/", "http://мысал.kz/", "http://example.org", "http://a b/", "javascript:x"]
)
def test_a_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    with pytest.raises(BadGraph, match="Base"):
        list(quads(Collection(), base))


def test_two_documents_of_one_name_are_refused() -> None:
    with pytest.raises(BadGraph, match="Rename"):
        list(quads(town.collection(town.ru1(), town.ru1())))


def test_an_empty_collection_is_an_empty_graph() -> None:
    assert list(quads(Collection())) == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), st.text(min_size=1, max_size=20))
def test_no_text_and_no_name_breaks_the_graph(text: str, name: str) -> None:
    """Whatever a document is called and holds: offsets hold, IRIs are ASCII, and every quad can be read back."""
    name = name.encode("utf-8", "ignore").decode() or "x"
    document = town.document(name, text, "ru", None)
    entity = town.entity(document, "Person", text, text)
    resolved = town.Resolved(document, (entity,))
    collection = Collection([resolved])
    found = list(quads(collection))
    assert check(collection, found, with_shapes=False).ok
    assert len(Store().add(found)) == len(set(found))


def test_a_title_without_its_place_gets_it(collection: Collection) -> None:
    """«аким» alone tells no post from another."""
    resolved = town.ru1()
    bare = replace(resolved.claims[0], post=replace(resolved.claims[0].post, title="аким"))
    store = Store().add(quads(town.collection(replace(resolved, claims=(bare,)))))
    rows = ask(store, "SELECT ?label WHERE { ?post a kg:Post ; skos:prefLabel ?label }")
    assert rows == [("akim — Tasbulak",), ("аким — Тасбулак",), ("әкім — Тасбұлақ",)]


@pytest.mark.parametrize(
    "change, conflict",
    [
        ({}, True),
        ({"value": "3710000000"}, False),
        ({"period": "2030"}, False),
        ({"unit": "USD"}, False),
        ({"bound": "more-than"}, False),
        ({"change": "target"}, False),
        ({"concept": "investment"}, False),
        ({"about": None}, False),
    ],
    ids=str,
)
def test_figures_conflict_only_where_they_tell_the_same(change: dict[str, str | None], conflict: bool) -> None:
    kk = town.kk1()
    other = replace(kk, figures=(replace(kk.figures[0], **change),))
    store = Store().add(quads(town.collection(town.ru1(), other)))
    assert bool(store.query("ASK { ?a a kg:Figure ; kg:conflictsWith ?b }")) is conflict
