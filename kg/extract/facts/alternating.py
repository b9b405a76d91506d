"""Posts of several in turn: «президенты [Казахстана Иванов], [Турции Петров] и [Ирана Сидоров]».

In Kazakh all that they are of stands before them: «Меркі, Байзақ аудандарының әкімдері Асан Үсенов, Нұрлан Бекенов».
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.facts.shared_posts import listed
from kg.extract.found import Title, entities, has_key, next_word, previous_word, titles


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


def each_of_several(
    doc: Doc, title: Title, people: dict[int, Span], joints: Collection[str]
) -> Iterator[tuple[Title, Span | None]]:
    """A Kazakh plural post of each of the places before it, with its holder; none if the names are more or fewer."""
    owners = list(_before(doc, title, joints)) if title.plural and title.of is not None else []
    if len(owners) < 2:
        return
    named = list(listed(doc, title.stop, people))
    if len(named) != len(owners):
        yield title, None
        return
    spots = [(s.start, s.end) for s in owners[:-1]]
    ones = [replace(title, start=spot[0], stop=spot[1], of=spot, group=spot) for spot in spots]
    titles(doc).extend(ones)
    yield from zip([*ones, title], named, strict=True)


def _before(doc: Doc, title: Title, joints: Collection[str]) -> Iterator[Span]:
    """The places that a list before a plural post names, in order: «[Меркі] және [Байзақ аудандарының] әкімдері»."""
    places = {s.end: s for s in entities(doc) if s.label_ == "Place"}
    last = next((s for s in places.values() if (s.start, s.end) == title.of), None)
    found: list[Span] = []
    while last is not None:
        found.append(last)
        joint = previous_word(doc, last.start)
        joined = joint > 0 and (doc[joint].text == "," or has_key(doc, joint, joints))
        last = places.get(previous_word(doc, joint) + 1) if joined else None
    yield from reversed(found)
