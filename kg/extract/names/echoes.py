"""Names that a document gives in full once and in part elsewhere: «Сагинтаев» after «Бакытжан Сагинтаев», «в Медеуском»
after «в Медеуском районе»: found here by what the sources saw there. Bodies are in `body_echoes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import capitalised, entities, next_word
from kg.extract.names.body_echoes import BodyEchoes
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.joined import WholeNames
from kg.extract.quotes import in_quotes
from kg.text.translit import fold

PREFIX = 4  # letters that a surname keeps in every case
CONFIDENCE = 0.8


def add_echoes(docs: Iterable[tuple[str, Doc]]) -> None:
    """Adds bare surnames and shortened places to the names of one document, given as (language, Doc) pairs."""
    docs = list(docs)
    whole = WholeNames(docs)
    for lang, doc in docs:
        _part(lang, doc, whole)
    surnames = {name for lang, doc in docs for name in _surnames(lang, doc)}
    short = {key: span for _, doc in docs for key, span in _adjectives(doc)}
    bodies = BodyEchoes(docs)
    for lang, doc in docs:
        _mend(lang, doc, surnames, short)
        _rename(lang, doc, whole, bodies)
        people = [*_bare_surnames(lang, doc, surnames), *_bare_givens(lang, doc, whole)]
        found = [*people, *_bare_adjectives(doc, short), *bodies.find(doc)]
        doc.spans["entities"] = sorted([*entities(doc), *found], key=lambda s: (s.start, -s.end))
        for span in found:
            doc.user_data["sources"][span.start, span.end] = (("echoes",), CONFIDENCE)


def _surnames(lang: str, doc: Doc) -> Iterator[str]:
    names = import_module(f"kg.lang.{lang}.names")
    for span in entities(doc):
        if span.label_ == "Person":
            name = names.parse([t.text for t in span if not t.is_space])
            if name and name.surname and (name.given or name.initials):
                yield fold(name.surname)


def _part(lang: str, doc: Doc, whole: WholeNames) -> None:
    """Parts the people whom a model joined with the names behind them."""
    parted = [part for span in entities(doc) for part in (whole.part(lang, span) if _is_person(span) else [span])]
    sources = doc.user_data["sources"]
    for part in parted:
        sources.setdefault((part.start, part.end), (("echoes",), CONFIDENCE))
    doc.spans["entities"] = parted


def _is_person(span: Span) -> bool:
    return bool(span.label_ == "Person")


def _mend(lang: str, doc: Doc, surnames: set[str], short: dict[str, Span]) -> None:
    """Gives one-word names that a model alone found the kind and the row of the full name they echo."""
    names = import_module(f"kg.lang.{lang}.names")
    mended: list[Span] = []
    for span in entities(doc):
        token = doc[span.start]
        known = next((short[key] for key in doc.user_data["keys"][span.start] if key in short), None)
        if known is not None and span.id_ not in ("", known.id_):
            known = None  # «[Омский] и Тарский районы» beside «Омская область»
        if len(span) == 1 and not span.kb_id_ and known is not None and span.label_ == "Place":
            span = Span(doc, span.start, span.end, label="Place", kb_id=known.kb_id_, span_id=known.id_)
        elif len(span) == 1 and not _is_person(span) and not span.kb_id_ and _echoes(names, token.text, surnames):
            span = Span(doc, span.start, span.end, label="Person")
        mended.append(span)
    doc.spans["entities"] = mended


def _rename(lang: str, doc: Doc, whole: WholeNames, bodies: BodyEchoes) -> None:
    """Gives a lone word that was taken for a place the kind it has elsewhere: a given name, a club in marks."""
    renamed: list[Span] = []
    for span in entities(doc):
        lone = len(span) == 1 and span.label_ == "Place"
        if lone and (finer := bodies.quoted_again(doc, span.start)) is not None:
            span = Span(doc, span.start, span.end, label="Organization", span_id=finer)
        elif lone and not span.kb_id_ and whole.is_given(lang, doc, span.start):
            span = Span(doc, span.start, span.end, label="Person")
        renamed.append(span)
    doc.spans["entities"] = renamed


def _echoes(names: Any, word: str, surnames: set[str]) -> bool:
    """Whether a word is a form of a surname of the document."""
    if fold(word)[:PREFIX] not in {surname[:PREFIX] for surname in surnames}:
        return False
    return any(fold(part) in surnames for reading in names.readings([word]) for part in reading.words)


def _free(doc: Doc) -> Iterator[int]:
    """Capitalised words that stand in no name."""
    taken = {i for span in entities(doc) for i in range(span.start, span.end)}
    return (i for i in capitalised(doc) if i not in taken and len(doc[i]) >= PREFIX and doc[i].is_alpha)


def _bare_surnames(lang: str, doc: Doc, surnames: set[str]) -> Iterator[Span]:
    names = import_module(f"kg.lang.{lang}.names")
    for index in _free(doc):
        if len(doc[index]) == PREFIX and (opens_as_common(doc, index) or in_quotes(doc, index)):
            continue  # «Цена», no form of «Цен»; фильм «Доктор Цен»
        if _echoes(names, doc[index].text, surnames):
            yield Span(doc, index, index + 1, label="Person")


def _bare_givens(lang: str, doc: Doc, whole: WholeNames) -> Iterator[Span]:
    """«Айбек», who is «Айбек Асанов» of the lines above."""
    for index in _free(doc) if whole.givens else ():
        if whole.is_given(lang, doc, index):
            yield Span(doc, index, index + 1, label="Person")


def _adjectives(doc: Doc) -> Iterator[tuple[str, Span]]:
    """The first word of «Медеуский район» in all its dictionary forms."""
    for span in entities(doc):
        words = [t for t in span if not t.is_space]
        if span.label_ == "Place" and len(words) == 2 and words[0].pos_ == "ADJ":
            for key in doc.user_data["keys"][words[0].i]:
                yield key, span


def _bare_adjectives(doc: Doc, short: dict[str, Span]) -> Iterator[Span]:
    for index in _free(doc):
        whole = next((short[key] for key in doc.user_data["keys"][index] if key in short), None)
        follows = next_word(doc, index + 1)
        noun_follows = follows < len(doc) and doc[follows].pos_ in ("NOUN", "PROPN")
        if whole is not None and doc[index].pos_ == "ADJ" and not noun_follows:
            yield Span(doc, index, index + 1, label="Place", kb_id=whole.kb_id_, span_id=whole.id_)
