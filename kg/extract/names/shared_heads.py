"""Bodies that share one noun: «депутаты [областного] и [районного маслихатов]», «[Қаржы], [Әділет министрліктері]»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import case, feature, has_key, is_plural, previous_word
from kg.extract.phrases import Phrases
from kg.extract.posts import post_phrases

ALIKE = {frozenset({"Gen", "Acc"}), frozenset({"Nom", "Acc"})}  # cases that adjectives do not tell apart


def sharing_fields(doc: Doc, heads: Phrases[dict[str, Any]], grammar: dict[str, Any]) -> Iterator[Span]:
    """In Kazakh every field before a plural noun of ministries; a capital behind a joint begins the next.

    Leaves in `doc.user_data["class_words"]` the whole name of each.
    """
    shared = doc.user_data.setdefault("class_words", {})
    for index in heads.beginnings(doc, 0, len(doc)):
        found = heads.longest(doc, index)
        if found is None or "shared" not in found[1][0] or not is_plural(doc[found[0] - 1]):
            continue
        fields = list(_fields(doc, index, grammar))
        for start, stop in fields if len(fields) > 1 else ():
            name = f"{doc[start:stop].text} {found[1][0]['shared']}"
            stop = found[0] if stop == fields[0][1] else stop  # the last with the noun
            shared[start, stop] = name
            yield Span(doc, start, stop, label="Organization", span_id=found[1][0]["class"])


def _fields(doc: Doc, head: int, grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The fields before a noun, from the last to the first: «[Экология және табиғи ресурстар]», «[Әділет]»."""
    stop = index = head
    while index > 0:
        index = previous_word(doc, index)
        joint = doc[index].text == "," or has_key(doc, index, grammar["joints"])
        if not joint and not _is_field_word(doc, index):
            return
        before = previous_word(doc, index)
        parted = before < 0 or doc[before].text == "," or has_key(doc, before, grammar["joints"])
        if doc[index].text[0].isupper() and not joint:
            yield index, previous_word(doc, stop) + 1
            if not parted or before < 0:
                return
            stop = index = before


def _is_field_word(doc: Doc, index: int) -> bool:
    token = doc[index]
    verbal = feature(token, "VerbForm")
    plain = token.pos_ in ("NOUN", "ADJ", "PROPN") and case(token) in ("", "Nom", "Acc")
    return not post_phrases(doc.lang_).longest(doc, index) and (verbal == "Vnoun" or (plain and not verbal))


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
