"""Posts that people share: «президенты Казахстана и Турции Иванов и Петров», «депутаты маслихата Иванов и Петров»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.extract.found import Title, entities, has_key, next_word
from kg.extract.quotes import CLOSING
from kg.lang import tables
from kg.lang.sentences import DASHES

BRACKETS = 10  # tokens in brackets behind one of several names


def owners(doc: Doc, title: Title) -> Iterator[Title]:
    """One more title for each further place or body of a plural: «президенты Казахстана [и Турции]»."""
    spans = {s.start: s for s in entities(doc) if s.label_ in ("Place", "Organization")}
    stop = title.stop
    while title.plural and title.of and (joint := next_word(doc, stop)) < len(doc) and joins(doc, joint):
        span = spans.get(next_word(doc, joint + 1))
        if span is None:
            return
        stop = span.end
        yield replace(title, stop=stop, of=(span.start, span.end))


def people(doc: Doc, group: list[Title], persons: dict[int, Span]) -> Iterator[tuple[Title, Span]]:
    """The holders of a plural post, named in a list right after it: as many as owners, or all of the one owner."""
    if not group[0].plural:
        return
    named = list(listed(doc, past_party(doc, group[-1].stop), persons))
    if len(named) > 1 and len(group) in (1, len(named)):
        yield from zip(group if len(group) > 1 else group * len(named), named, strict=True)


def past_party(doc: Doc, stop: int) -> int:
    """Where «депутаты [от партии «Ауыл»]» goes on: whom they represent stands before their names."""
    index = next_word(doc, stop)
    if index >= len(doc) or doc[index].pos_ != "ADP":
        return stop
    first = next_word(doc, index + 1)
    body = next((s for s in entities(doc) if s.label_ == "Organization" and first <= s.start <= first + 2), None)
    if body is None:
        return stop
    end = next_word(doc, body.end)
    return end + 1 if end < len(doc) and doc[end].text in CLOSING else body.end


def listed(doc: Doc, start: int, persons: dict[int, Span]) -> Iterator[Span]:
    """The people that a list names from here on."""
    index = next_word(doc, start)
    if index < len(doc) and doc[index].text in DASHES:
        index = next_word(doc, index + 1)  # «депутаттары – Асан Бекенов, …»
    index = _past_rank(doc, index)
    while index in persons:
        yield persons[index]
        joint = past_brackets(doc, next_word(doc, persons[index].end))
        if joint >= len(doc) or not joins(doc, joint):
            return
        index = _past_rank(doc, next_word(doc, joint + 1))


def past_brackets(doc: Doc, index: int) -> int:
    """«депутаты Иванов [(«Ауыл»)] и Петров»: past what is told of one of them in brackets."""
    if index >= len(doc) or doc[index].text != "(":
        return index
    end = next((i for i in range(index + 1, min(index + BRACKETS, len(doc))) if doc[i].text == ")"), None)
    return index if end is None else next_word(doc, end + 1)


def _past_rank(doc: Doc, index: int) -> int:
    """«министры Иванов и [принц] Фахд»: the name behind a rank."""
    ranks = tables.load(doc.lang_, "grammar").get("ranks", ())
    return next_word(doc, index + 1) if index < len(doc) and has_key(doc, index, ranks) else index


def joins(doc: Doc, index: int) -> bool:
    return doc[index].text == "," or doc[index].pos_ == "CCONJ"
