"""Posts of several in turn: «президенты [Казахстана Иванов], [Турции Петров] и [Ирана Сидоров]»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.found import Title, entities, next_word, titles


def in_turn(doc: Doc, title: Title, people: dict[int, Span]) -> Iterator[tuple[Title, Span]]:
    """A plural post with the person behind each owner; the titles of the owners after the first are made here."""
    first = people.get(next_word(doc, title.stop))
    if not title.plural or title.of is None or first is None:
        return
    owners = {s.start: s for s in entities(doc) if s.label_ in ("Place", "Organization")}
    found, last = [(title, first)], first
    while True:
        joint = next_word(doc, last.end)
        joined = joint < len(doc) and (doc[joint].text == "," or doc[joint].pos_ == "CCONJ")
        owner = owners.get(next_word(doc, joint + 1)) if joined else None
        person = people.get(next_word(doc, owner.end)) if owner is not None else None
        if owner is None or person is None:
            break
        spot = (owner.start, owner.end)
        found.append((replace(title, start=spot[0], stop=spot[1], of=spot, group=spot), person))
        last = person
    if len(found) > 1:
        titles(doc).extend(one for one, _ in found[1:])
        yield from found
