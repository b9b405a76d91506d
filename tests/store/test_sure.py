"""What is left of a graph without unsure facts, where two documents tell of one thing."""

from __future__ import annotations

import pytest
import town

from kg.graph import quads
from kg.model import Claim, Post, Resolved
from kg.store import Store
from kg.store.sure import surer

TEXT = "Аким Тасбулака Дина Оспан приехала в Аксай."
LEFT = {
    "the post": "ASK { ?who org:holds ?post }",
    "the tenure": "ASK { ?tenure a kg:Tenure ; kg:holder ?who ; kg:post ?post }",
    "the visit": "ASK { ?who kg:visited ?place }",
    "the event": "ASK { ?event a kg:Visit ; kg:participant ?who ; kg:place ?place ; kg:evidence ?words }",
}


def told(name: str, confidence: float) -> Resolved:
    """A document in which somebody holds a post and goes to a village, so surely."""
    document = town.document(name, TEXT, "ru", "2031-05-02")
    akim = town.entity(document, "Person", "Дина Оспан", "Дина Оспан")
    place = town.entity(document, "Place", "Тасбулак", "Тасбулака")
    village = town.entity(document, "Place", "Аксай", "Аксай")
    words = town.words(name, TEXT, TEXT)
    post = Post("akim", place.id, "аким Тасбулака")
    holds = Claim(akim.id, "holds", None, words, "rule:test", confidence, post, "current")
    visited = Claim(akim.id, "visited", village.id, words, "rule:test", confidence)
    return Resolved(document, (akim, place, village), (holds, visited))


@pytest.mark.parametrize("least", [0.0, 0.7, 0.95])
@pytest.mark.parametrize("sure", [(0.9, 0.9), (0.9, 0.5), (0.5, 0.9)])
def test_what_one_document_says_surely_stays(sure: tuple[float, float], least: float) -> None:
    """Whichever of the two it is, and wherever the triple stands; what neither says surely goes from all graphs."""
    written = quads(town.collection(told("one", sure[0]), told("two", sure[1])))
    left = Store().add(surer(written, least))
    stays = max(sure) >= least
    assert {name: bool(left.query(ask)) for name, ask in LEFT.items()} == dict.fromkeys(LEFT, stays)
    claims = left.query("SELECT ?claim { ?claim a kg:Claim ; kg:evidence/kg:inDocument ?document }")
    assert len(list(claims)) == 2 * sum(confidence >= least for confidence in sure)
    events = left.query("SELECT ?document { ?event a kg:Event ; kg:inDocument ?document }")
    assert len(list(events)) == sum(confidence >= least for confidence in sure)
