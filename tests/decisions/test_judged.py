"""Judgements over who is who outrank every score, in any order of documents, and harm nothing when they are stale."""

from __future__ import annotations

import itertools

import pytest

from kg.decisions import Decision, Target
from kg.model import Entity, Replayed
from kg.resolve import across, judge
from tests.resolve.test_across import Page, akim_page


def words(entity: Entity) -> Target:
    mention = entity.mentions[0]
    return Target(entity.document, "0", mention.start, mention.stop, mention.words)


def same(left: Entity, right: Entity) -> Decision:
    return Decision("same", (words(left),), (words(right),), by="ред.", note="знаю обоих")


def different(left: Entity, right: Entity) -> Decision:
    return Decision("different", (words(left),), (words(right),))


def groups(pages: list[Page], decisions: list[Decision], kind: str = "Person") -> list[list[str]]:
    """The documents of each thing of a kind."""
    return joined(pages, decisions, kind)[0]


def joined(
    pages: list[Page], decisions: list[Decision], kind: str
) -> tuple[list[list[str]], list[Replayed], list[str]]:
    documents = [page.done() for page in pages]
    judged, outcomes = judge(decisions, documents)
    links, canonicals = across(documents, judged)
    document = {entity.id: entity.document for page in pages for entity in page.entities if entity.kind == kind}
    found = [sorted(document[k.entity] for k in links if k.canonical == c.id) for c in canonicals if c.kind == kind]
    return (
        sorted(found),
        [outcomes[i] for i in sorted(outcomes)],
        [link.reason for link in links if link.entity in document],
    )


def three() -> tuple[list[Page], list[Entity]]:
    """Two people whom nothing joins, and a namesake of the first in the same office."""
    pages = [
        akim_page("Марат Ахметов", "Каратау"), akim_page("Жанна Серикова", "Жанатас"),
        akim_page("Марат Ахметов", "Каратау", "2024-03-02"),
    ]  # fmt: skip
    return pages, [next(e for e in page.entities if e.kind == "Person") for page in pages]


def test_same_joins_whatever_the_score_and_says_by_whom() -> None:
    pages, (akhmetov, serikova, _) = three()
    found, _, reasons = joined(pages, [same(akhmetov, serikova)], "Person")
    assert len(found) == 1
    assert sum("People judged" in reason and "(ред.): знаю обоих" in reason for reason in reasons) == 2


def test_different_parts_what_every_score_would_join() -> None:
    pages, (first, _, third) = three()
    assert len(groups(pages, [])) == 2
    assert len(groups(pages, [different(first, third)])) == 3


def test_the_later_of_two_counts_and_the_earlier_is_told() -> None:
    pages, (first, _, third) = three()
    found, outcomes, _ = joined(pages, [different(first, third), same(first, third)], "Person")
    assert len(found) == 2 and [one.outcome for one in outcomes] == ["not applied", "replayed"]
    found, outcomes, _ = joined(pages, [same(first, third), different(first, third)], "Person")
    assert len(found) == 3 and [one.outcome for one in outcomes] == ["not applied", "replayed"]


def test_what_two_judgements_imply_a_third_cannot_part() -> None:
    pages, (first, second, third) = three()
    found, outcomes, _ = joined(pages, [different(first, third), same(first, second), same(second, third)], "Person")
    assert len(found) == 1 and outcomes[0].outcome == "not applied"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_documents_changes_nothing(order: tuple[int, ...]) -> None:
    pages, (first, second, third) = three()
    decisions = [different(first, third), same(second, third)]
    documents = [pages[index].done() for index in order]
    judged, _ = judge(decisions, documents)
    assert across(documents, judged) == across(
        [p.done() for p in pages], judge(decisions, [p.done() for p in pages])[0]
    )


def test_a_decision_whose_document_is_gone_is_told_and_changes_nothing() -> None:
    pages, (first, second, _) = three()
    found, outcomes, _ = joined(pages[1:], [same(first, second)], "Person")
    assert [one.outcome for one in outcomes] == ["gone"] and "Марат Ахметов" in outcomes[0].detail
    assert found == groups(pages[1:], [])


def test_a_changed_text_is_found_by_its_words_where_they_stand_once() -> None:
    pages, (first, second, _) = three()
    moved = Target(first.document, "other bytes", 7000, 7013, first.mentions[0].words)
    assert len(groups(pages, [Decision("same", (moved,), (words(second),))])) == 1
    elsewhere = Target(first.document, "0", 7000, 7013, first.mentions[0].words)  # same bytes, another place
    assert joined(pages, [Decision("same", (elsewhere,), (words(second),))], "Person")[1][0].outcome == "gone"


def test_things_join_whole_and_part_one_by_one() -> None:
    pages = [Page(name) for name in "abc"]
    places = [page.place(name) for page, name in zip(pages, ("Каратау", "Каратау", "Қаратас"), strict=True)]
    assert groups(pages, [], "Place") == [["a", "b"], ["c"]]
    assert groups(pages, [same(places[1], places[2])], "Place") == [["a", "b", "c"]]
    assert groups(pages, [different(places[0], places[1])], "Place") == [["a"], ["b"], ["c"]]


def test_a_row_of_the_gazetteer_is_given_and_denied() -> None:
    pages = [Page("a"), Page("b")]
    unknown, known = pages[0].place("Верненск"), pages[1].place("Алматы", known_as="place/almaty")
    row = (Target(key="place/almaty"),)
    assert groups(pages, [Decision("same", (words(unknown),), row)], "Place") == [["a", "b"]]
    documents = [page.done() for page in pages]
    _, canonicals = across(documents, judge([Decision("different", (words(known),), row)], documents)[0])
    assert [canonical.known_as for canonical in canonicals] == [None, None]


def test_a_person_is_denied_a_row_that_a_score_would_give() -> None:
    page = akim_page("Бакытжан Сагинтаев", "Алматы", "2020-03-01")
    person = next(entity for entity in page.entities if entity.kind == "Person")
    documents = [page.done()]
    named = [c for c in across(documents)[1] if c.kind == "Person"]
    assert named[0].known_as == "person/bakytzhan-sagintayev"
    judged, _ = judge([Decision("different", (words(person),), (Target(key=named[0].known_as),))], documents)
    denied = [c for c in across(documents, judged)[1] if c.kind == "Person"]
    assert denied[0].known_as is None and denied[0].id != named[0].id


def test_kinds_are_not_joined() -> None:
    page = akim_page("Марат Ахметов", "Каратау")
    found, outcomes, _ = joined([page], [same(*page.entities)], "Person")
    assert len(found) == 1 and outcomes[0].detail == "the two are of different kinds"
