"""Known places whose names mean something else where they stand: «улица [Абая]», «гостиница «[Астана]»»."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from spacy.tokens import Doc

from kg import gazetteer
from kg.extract.found import (
    alike,
    case,
    feature,
    has_key,
    is_given,
    is_plural,
    next_word,
    previous_word,
    spans_of,
    word_keys,
)
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables
from kg.lang.names import FATHERS_NAME, GIVEN, is_initial

STREETS = ("Street", "Square")
NEVER_QUOTED = ("Country", "Region", "District", "City", "Village", "River", "Lake")


class NoPlaces:
    """Asked of every name that the gazetteer knows for a place's; most questions are of Russian."""

    def __init__(self, lang: str) -> None:
        grammar = tables.load(lang, "grammar")
        self.asked: bool = not grammar["owner_first"]
        self.classes: dict[str, str] = grammar["class_words"]
        self.streets = street_words(lang)

    def __call__(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        before = previous_word(doc, start)
        if row.kind == "Place" and (_in_foreign_name(doc, start, stop) or _is_surname(doc, start, stop)):
            return True
        if row.kind == "Organization" and stop - start == 1 and self._is_village(doc, start, stop):
            return True
        if not self.asked:
            return row.kind == "Place" and before >= 0 and self._only_quoted(doc, before, stop, row)
        if row.kind == "Organization" and stop - start == 1 and before >= 0 and has_key(doc, before, self.streets):
            return True  # «площадь [Республики]» is called after no party
        if row.kind != "Place" or before < 0:
            return False
        if self._declined(doc, start, stop, row) or self._is_holder(doc, start, stop, before):
            return True
        return self._names_a_street(doc, before, row) or self._only_quoted(doc, before, stop, row)

    def _is_village(self, doc: Doc, start: int, stop: int) -> bool:
        """«[Бірлік] ауылының әкімі», «село [Бирлик]»: a place called like a body, by the class word beside it."""
        beside = previous_word(doc, start) if self.asked else next_word(doc, stop)
        if not 0 <= beside < len(doc) or not has_key(doc, beside, self.classes) or doc[start].text.isupper():
            return False
        return self.asked or feature(doc[beside], "Person[psor]") != ""

    def _declined(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """«[района Самары]» is a district of that town, and none called Самар, which would not be declined there."""
        if row.finer != "District" or stop - start < 2 or not has_key(doc, start, self.classes):
            return False
        last = doc[stop - 1].text.lower()
        return not any(name.lower().endswith(last) for name in row.names(doc.lang_))

    def _is_holder(self, doc: Doc, start: int, stop: int, before: int) -> bool:
        """«доклад акима округа [Абая] Кенжебаева», «глава района [Анатолий] Ильич Глебов»: whose post it is.

        His names and the post stand in one case; a place would be in the genitive: «глава города [Владимира] Петров».
        """
        head, follows = previous_word(doc, before), next_word(doc, stop)
        if stop - start > 1 or head < 0 or not has_key(doc, before, self.classes) or not is_given(doc, start):
            return False
        people = (span for span in spans_of(doc, "slovnet") if span.label_ == "Person")
        whole = next((span.end for span in people if span.start == start and span.end > follows), 0)
        if not whole or (is_given(doc, follows) and whole > follows + 1):
            return False  # «мэр города [Владимира] Сергей Петров»
        names = import_module(f"kg.lang.{doc.lang_}.names")
        given = {form.case for form in names.forms(doc[start].text, "G") if form.weight >= GIVEN and form.case}
        surname = names.surname_cases(doc[follows].text)[0]
        alone = surname == {None}  # «Сатыбалды» is not declined
        return any(alike(case(doc[head]), told) for told in (given if alone else given & surname))

    def _names_a_street(self, doc: Doc, before: int, row: gazetteer.Row) -> bool:
        """«На улице Абая» is no village; «на улицах Семея» is the town, but «улиц Абая и Пушкина» are streets."""
        if row.finer in STREETS or not has_key(doc, before, self.streets):
            return False
        return row.finer == "Village" or not is_plural(doc[before])

    def _only_quoted(self, doc: Doc, before: int, stop: int, row: gazetteer.Row) -> bool:
        """«обыграл «Тобол»» is no river: towns and rivers stand in marks beside their class word alone."""
        marked = doc[before].text in OPENING and stop < len(doc) and doc[stop].text in CLOSING
        classed = previous_word(doc, before) if self.asked else next_word(doc, stop + 1)
        told = 0 <= classed < len(doc) and has_key(doc, classed, self.classes)  # not «гостиница «Астана»»
        return marked and not told and row.finer in NEVER_QUOTED


def _in_foreign_name(doc: Doc, start: int, stop: int) -> bool:
    """Whether more Latin words touch a place's name: «[Tokyo] Metal», «Bank of [Almaty]» are bodies."""
    beside = [doc[i] for i in (start - 1, stop) if 0 <= i < len(doc) and not doc[i].is_space]
    return doc[start].text.isascii() and any(t.text.isascii() and t.is_alpha for t in beside)


def _is_surname(doc: Doc, start: int, stop: int) -> bool:
    """Whether initials follow that are of no other name: «[Орлов] Р. О. осуждён», not «в Актау Е. Досаев открыл».

    So does a given name with a father's behind what is built as a surname: «губернатор [Иванов] Пётр Сергеевич».
    """
    father = next_word(doc, next_word(doc, stop) + 1)
    if stop - start == 1 and father < len(doc) and FATHERS_NAME.search(doc[father].text) and not _led_to(doc, start):
        names = import_module(f"kg.lang.{doc.lang_}.names")
        built = any(names.is_surname(key.title()) for key in doc.user_data["keys"][start])
        return built and is_given(doc, next_word(doc, stop))
    after = stop
    while after < len(doc) and is_initial(doc[after].text) and doc[after].is_sent_start is not True:
        after = next_word(doc, after + 1)
    named = after < len(doc) and doc[after].is_alpha and doc[after].text[0].isupper() and not doc[after].is_sent_start
    return stop - start == 1 and after > stop and not named


def _led_to(doc: Doc, start: int) -> bool:
    """«в [Саратов] Иван Петрович не приехал»: behind a preposition."""
    before = previous_word(doc, start)
    return before >= 0 and doc[before].pos_ == "ADP"


@cache
def written_out(lang: str) -> dict[str, str]:
    """Abbreviated class words that belong to a name, written out: «ул.» is «улица»."""
    rows = tables.load(lang, "places")["class"]
    return {form: whole for row in rows for form, whole in row.get("short", {}).items()}


@cache
def street_words(lang: str) -> frozenset[str]:
    """Class words of what is named after people and towns: «улица», «пр.», «площадь»."""
    rows = [row for row in tables.load(lang, "places")["class"] if row["class"] in STREETS]
    forms = [form for row in rows for form in [row["lemma"], *row.get("also", [])]]
    return frozenset(key for form in forms for key in word_keys(lang)(form))
