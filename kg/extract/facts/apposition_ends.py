"""Where a post behind a name ends: «Иванов, аким района, …», and what follows that makes it another's."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.tails import TAIL, TAIL_WORDS, past_field, past_rank
from kg.extract.found import FIELDED, NOUNS, Title, case, entities, next_word, titles
from kg.lang.sentences import DASHES


def goes_on(doc: Doc, index: int) -> bool:
    """«Асан Бекенов, Президент [телерадиокешенінің] көмегімен»: in Kazakh a noun behind a post makes it another's."""
    return index < len(doc) and not doc[index].is_sent_start and doc[index].pos_ in (*NOUNS, "ADJ")


def is_closed(doc: Doc, title: Title, mark: str, grammar: dict[str, Any]) -> bool:
    """An apposition after a name ends with a mark: «…, аким района, …»; a dash says «is», whatever follows."""
    if next_word(doc, title.stop) in doc.user_data["lines"]:
        return True
    index = past_field(doc, title) if title.role in FIELDED else next_word(doc, title.stop)
    if grammar["owner_first"] and (goes_on(doc, index) or _opens_next(doc, title, index, mark)):
        return False
    if mark in DASHES and case(doc[title.head]) == "Nom":
        return index not in starts(doc, "Person")
    for _ in range(TAIL):
        if index < len(doc) and doc[index].text in DASHES and names_somebody(doc, next_word(doc, index + 1)):
            return False  # «назначен Иванов, мэром Тараза – Петров», «Иванов, статс-секретарь – замминистра Петров»
        if index >= len(doc) or doc[index].is_punct or doc[index].is_sent_start or index in doc.user_data["lines"]:
            return True
        if doc[index].pos_ == "CCONJ":  # «…, депутат Сейма и председатель партии, …»
            return _closed_by_joint(doc, next_word(doc, index + 1), grammar)
        if doc[index].pos_ not in TAIL_WORDS or index in starts(doc, "Person"):
            return False
        index = next_word(doc, index + 1)
    return False


def _opens_next(doc: Doc, title: Title, index: int, mark: str) -> bool:
    """Kazakh «Асан Бекенов, [кеңес төрағасы], одақ президенті Серік Омаров»: the first of the next man's posts."""
    if mark != "," or index >= len(doc) or doc[index].text != ",":
        return False
    follows, people = next_word(doc, index + 1), starts(doc, "Person")
    return any(t.start == follows and next_word(doc, t.stop) in people for t in titles(doc) if t is not title)


def _closed_by_joint(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a further post of the same person, or a further person with a post of his own, follows an «и».

    «Иванов, депутат Сейма и [председатель партии], …», «Иванова – врача больницы и [Петрова – директора школы]»,
    «Иванов, начальник управления, и [полковник Петров, начальник отдела]».
    """
    index = past_rank(doc, index, grammar) or index
    person = next((s for s in entities(doc) if s.label_ == "Person" and s.start == index), None)
    if person is not None:
        mark = next_word(doc, person.end)
        his_own = mark < len(doc) and doc[mark].text == ","
        his_own = his_own and any(t.start == next_word(doc, mark + 1) for t in titles(doc))
        return his_own or (mark < len(doc) and doc[mark].text in (*DASHES, "("))
    further = next((t for t in titles(doc) if index == t.start), None)
    return further is not None and past_field(doc, further) not in starts(doc, "Person")


def names_somebody(doc: Doc, index: int) -> bool:
    """Whether a person begins at a token, maybe with a post."""
    people = starts(doc, "Person")
    return index in people or any(t.start == index and past_field(doc, t) in people for t in titles(doc))


def starts(doc: Doc, kind: str) -> set[int]:
    return {span.start for span in entities(doc) if span.label_ == kind}
