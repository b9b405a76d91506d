"""People whom a model joined with the name behind them, told apart by the names that the document gives whole.

«Асан Бекенов Аралдың жүлдегері» beside «Асан Бекенов» elsewhere; «Асанов Бекеновті құттықтады» of two surnames.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module

from spacy.tokens import Doc, Span

from kg.extract.found import entities, has_key, next_word, previous_word
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.persons import LONGEST
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables
from kg.lang.names import GIVEN, Name, is_initial
from kg.text.translit import fold

GIVEN_LETTERS = 4  # of a given name that alone points to somebody
CALLED = 0.75  # confidence from which a given name alone is somebody
SURE = 0.9  # confidence from which a name with a given name that no list has is one
WHOLE = 2  # words of a name told whole: given name and surname


class WholeNames:
    """The given names and surnames that one document, given as (language, Doc) pairs, tells together."""

    def __init__(self, docs: Iterable[tuple[str, Doc]]) -> None:
        docs = list(docs)
        self.people = {person for lang, doc in docs for person in _whole(lang, doc)}
        if not any(tables.load(lang, "grammar")["owner_first"] for lang, _ in docs):
            docs = []  # Russian cases part most names themselves
        self.initials = {person for lang, doc in docs for person in _initialled(lang, doc)}
        self.surnames = {surname for _, surname in self.people}
        times = Counter(given for given, _ in self.people)
        self.givens = {given for given, count in times.items() if count == 1}
        self.givens |= {given for lang, doc in docs for given in _lone(lang, doc)} - times.keys()

    def part(self, lang: str, span: Span) -> list[Span]:
        """A name that only models saw, in as many parts as it has people; in Russian by words told elsewhere."""
        sources = span.doc.user_data["sources"].get((span.start, span.end), ((), 0.0))[0]
        words = [t.i for t in span if not t.is_space]
        if len(words) < WHOLE:
            return [span]
        if not tables.load(lang, "grammar")["owner_first"]:
            two = self._are_told_elsewhere(lang, span.doc, words)
            return [Span(span.doc, i, i + 1, label="Person") for i in words] if two else [span]
        if "persons" in sources:
            return [span]
        told = self._beginning(lang, span.doc, words)
        whole = self._before_whole(lang, span.doc, words)
        if told is None and (whole or self._are_surnames(lang, span.doc, words)):
            told = 1
        if told is None:
            return [span]
        found = [Span(span.doc, words[0], words[told - 1] + 1, label="Person")]
        if whole or self._echoes(lang, span.doc[words[-1]].text):
            found.append(Span(span.doc, words[told], words[-1] + 1, label="Person"))
        return found

    def is_given(self, lang: str, doc: Doc, index: int) -> bool:
        """Whether a capitalised word, no part of a longer name, is the given name of one person: «[Айбек] жеңді»."""
        grammar = tables.load(lang, "grammar")
        if not grammar["owner_first"] or len(doc[index]) < GIVEN_LETTERS or opens_as_common(doc, index):
            return False
        before, after = previous_word(doc, index), next_word(doc, index + 1)
        if after < len(doc) and has_key(doc, after, grammar["eponyms"]):
            return False
        if after < len(doc) and _goes_on(doc[after].text) and not _is_thing(doc, after):
            return False
        if before >= 0 and _goes_on(doc[before].text) and not doc[index].is_sent_start:
            return False
        names = import_module(f"kg.lang.{lang}.names")
        forms = names.forms(doc[index].text, "G")
        return any(fold(form.lemma) in self.givens for form in forms)

    def _beginning(self, lang: str, doc: Doc, words: list[int]) -> int | None:
        """How many words are a whole name that is told elsewhere without those behind it, or with another's surname."""
        if len(words) <= WHOLE:
            return None
        given, surname = fold(doc[words[0]].text), fold(doc[words[1]].text)
        if (given, surname) in self.people or (given[:1], surname) in self.initials:
            return WHOLE
        names = import_module(f"kg.lang.{lang}.names")
        told = names.parse([doc[i].text for i in words])
        fathers = told is None or told.patronymic is not None or names.is_given_name(doc[words[0]].text) < GIVEN
        return None if fathers or not self._echoes(lang, doc[words[-1]].text) else len(words) - 1

    def _are_surnames(self, lang: str, doc: Doc, words: list[int]) -> bool:
        """Whether two words begin with the surname of somebody whose given name the other is not."""
        first, last = (doc[i].text for i in (words[0], words[-1]))
        if len(words) != WHOLE or is_initial(first):
            return False
        names = import_module(f"kg.lang.{lang}.names")
        if names.is_surname(first) and self._echoes(lang, last):
            return True
        own = names.parse([first, last])
        pair = (fold(own.given or ""), fold(own.surname or "")) if own else None
        others = self.people - {pair}
        if all(surname != fold(first) for _, surname in others):
            return False
        return names.is_given_name(first) < GIVEN and names.may_be_given_name(last) < GIVEN

    def _are_told_elsewhere(self, lang: str, doc: Doc, words: list[int]) -> bool:
        """«На место [Асанова] [Бекенов] назначил Кима»: two surnames, each of somebody whom the text tells whole."""
        names = import_module(f"kg.lang.{lang}.names")
        if len(words) != WHOLE or names.is_given_name(doc[words[0]].text) >= GIVEN:
            return False
        own = tuple(fold(doc[i].text) for i in words)
        others = {surname for given, surname in self.people if (given, surname) != own}
        return all(
            any(fold(part) in others for reading in names.readings([doc[i].text]) for part in reading.words)
            for i in words
        )

    def _before_whole(self, lang: str, doc: Doc, words: list[int]) -> bool:
        """Whether a surname stands before another's whole name: «Асанов [Әсел Бекеновамен] кездесті»."""
        names = import_module(f"kg.lang.{lang}.names")
        if len(words) != WHOLE + 1 or not names.is_surname(doc[words[0]].text):
            return False
        fathers = names.may_be_given_name(doc[words[2]].text) >= GIVEN  # «Асанов Әсел Бекен»
        told = names.parse([doc[i].text for i in words])
        first = names.is_given_name(doc[words[1]].text) >= GIVEN
        return first and not fathers and told is not None and not told.patronymic

    def _echoes(self, lang: str, word: str) -> bool:
        names = import_module(f"kg.lang.{lang}.names")
        return any(fold(part) in self.surnames for reading in names.readings([word]) for part in reading.words)


def _goes_on(text: str) -> bool:
    """Whether a word beside a name is part of it, or a mark that makes something else of it: «Айбек» дүкені."""
    return text[0].isupper() or text in OPENING or text in CLOSING


def _is_thing(doc: Doc, index: int) -> bool:
    """Whether another kind of name begins here: «Айбек [Токиода] жеңді»."""
    return any(span.start == index and span.label_ != "Person" for span in entities(doc))


def _people(lang: str, doc: Doc) -> Iterator[tuple[Span, Name]]:
    names = import_module(f"kg.lang.{lang}.names")
    for span in entities(doc):
        words = [t.text for t in span if not t.is_space] if span.label_ == "Person" else []
        name = names.parse(words) if words and len(words) <= LONGEST else None
        if name is not None and name.surname:
            yield span, name


def _whole(lang: str, doc: Doc) -> Iterator[tuple[str, str]]:
    """Given name and surname of the people whom a document tells by these two words."""
    names = import_module(f"kg.lang.{lang}.names")
    for span, name in _people(lang, doc):
        if name.given and name.surname and not name.patronymic and len(span) == WHOLE:
            sure = doc.user_data["sources"].get((span.start, span.end), ((), 0.0))[1] >= SURE
            if sure or names.is_given_name(name.given) >= GIVEN:
                yield fold(name.given), fold(name.surname)


def _lone(lang: str, doc: Doc) -> Iterator[str]:
    """Listed given names by which alone a document surely calls somebody: «Мұқағалидың»."""
    names = import_module(f"kg.lang.{lang}.names")
    for span in entities(doc):
        sure = doc.user_data["sources"].get((span.start, span.end), ((), 0.0))[1] >= CALLED
        for form in names.forms(span.text, "G") if sure and span.label_ == "Person" and len(span) == 1 else ():
            if names.is_given_name(form.lemma) >= GIVEN:
                yield fold(form.lemma)


def _initialled(lang: str, doc: Doc) -> Iterator[tuple[str, str]]:
    """The first letter and the surname of those whom a document tells so: «Ә. Бекенов»."""
    for _, name in _people(lang, doc):
        if name.initials and name.surname:
            yield fold(name.initials)[:1], fold(name.surname)
