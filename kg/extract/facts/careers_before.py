"""Posts of a life in a row, with one verb behind the last: «… орынбасары, 2014-2018 жылдары … басшысы болып істеді»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.emitted import FoundRelation
from kg.extract.found import FIELDED, NOUNS, Title, case, feature, has_key, is_plural, next_word, previous_word, titles
from kg.extract.quotes import OPENING

WORKED, WHO_WORKED = "relations/holds-worked", "relations/who-worked"


def listed_careers(doc: Doc, found: Sequence[FoundRelation], grammar: dict[str, Any]) -> Iterator[FoundRelation]:
    """The same relation for each post of its person that stands before the last one, between commas."""
    told = {r.object for r in found}
    for last in [r for r in found if r.rule in (WORKED, WHO_WORKED) and r.subject and r.object]:
        title = next((t for t in titles(doc) if last.object and (t.start, t.stop) == last.object[:2]), None)
        if title is not None and last.rule == WHO_WORKED and not _are_several(doc, title):
            continue  # «облыс әкімі, бұрын [министр болған] Асан Бекенов»
        while title is not None and (title := _before(doc, title, grammar)) is not None:
            ref = (title.start, title.stop, "Title")
            if ref in told:
                break
            yield replace(last, object=ref, start=min(last.start, title.start), confidence=last.confidence - 0.05)


def _are_several(doc: Doc, title: Title) -> bool:
    """«… әкімі, министр [лауазымдарын] атқарған»: the word behind the last speaks of all."""
    follows = next_word(doc, title.stop)
    return follows < len(doc) and is_plural(doc[follows])


def _before(doc: Doc, title: Title, grammar: dict[str, Any]) -> Title | None:
    """The post that ends before the comma before this one; years may stand behind the comma."""
    index = previous_word(doc, title.start)
    while title.role in FIELDED and index > 0 and doc[index].pos_ in NOUNS and case(doc[index]) in ("", "Nom"):
        index = previous_word(doc, index)  # «…, [Қаржы] министрі»
    while index > 0 and (doc[index].text in OPENING or _tells_time(doc, index, grammar["life_times"])):
        index = previous_word(doc, index)
    joins = index > 0 and (doc[index].text == "," or has_key(doc, index, grammar["and"]))
    stop = previous_word(doc, index) + 1 if joins else -1
    other = next((t for t in titles(doc) if t.stop == stop and not t.plural), None)
    return other if other is not None and case(doc[other.head]) in ("", "Nom") else None


def _tells_time(doc: Doc, index: int, times: Collection[str]) -> bool:
    """«2014-2018 жылдары», «одан кейін»."""
    token = doc[index]
    number = token.text[0].isdigit() or token.text in "-–—"
    return number or has_key(doc, index, times) or feature(token, "Case") == "Abl" or token.pos_ == "ADV"
