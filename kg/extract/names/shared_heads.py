"""Bodies of several levels that share one noun: «депутаты [областного] и [районного маслихатов]»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import case, feature, has_key, is_plural, previous_word
from kg.extract.phrases import Phrases

ALIKE = {frozenset({"Gen", "Acc"}), frozenset({"Nom", "Acc"})}  # cases that adjectives do not tell apart


def sharing(doc: Doc, heads: Phrases[dict[str, Any]], grammar: dict[str, Any]) -> Iterator[Span]:
    """Every adjective of a level before a plural noun of bodies, the last with the noun.

    Leaves in `doc.user_data["class_words"]` the noun that belongs to each.
    """
    shared = doc.user_data.setdefault("class_words", {})
    for index in heads.beginnings(doc, 0, len(doc)):
        found = heads.longest(doc, index)
        if found is None or not is_plural(doc[index]):
            continue
        members = list(_members(doc, index, grammar))
        for number, member in enumerate(members if len(members) > 1 else ()):
            stop = found[0] if number == 0 else member + 1
            shared[member, stop] = found[1][0]["lemma"]
            yield Span(doc, member, stop, label="Organization", span_id=found[1][0]["class"])


def _members(doc: Doc, head: int, grammar: dict[str, Any]) -> Iterator[int]:
    """The adjectives of levels in the singular before a noun, from the last to the first, joints between them."""
    index = previous_word(doc, head)
    while index >= 0 and has_key(doc, index, grammar["level_classes"]) and _agrees(doc, index, head):
        yield index
        joint = previous_word(doc, index)
        if joint < 0 or not (doc[joint].text == "," or has_key(doc, joint, grammar["and"])):
            return
        index = previous_word(doc, joint)


def _agrees(doc: Doc, index: int, head: int) -> bool:
    cases = frozenset({case(doc[index]), case(doc[head])})
    return feature(doc[index], "Number") == "Sing" and (len(cases) == 1 or cases in ALIKE)
