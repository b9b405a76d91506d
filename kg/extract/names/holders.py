"""Where the name of a place ends and that of who holds its post begins: «аким посёлка [Отрадное] Иван Петров»."""

from __future__ import annotations

from importlib import import_module

from spacy.tokens import Doc

from kg.extract.found import MODELS, case, is_given, next_word, previous_word, spans_of
from kg.extract.names.answers_where import town_shape
from kg.extract.posts import post_phrases
from kg.lang import tables
from kg.lang.names import Name, is_initial


class Holders:
    """Asked of the capitalised words behind a class word."""

    def __init__(self, lang: str) -> None:
        self.owner_first: bool = tables.load(lang, "grammar")["owner_first"]
        self.town = town_shape(lang)
        self.posts = post_phrases(lang)
        self.names = import_module(f"kg.lang.{lang}.names")

    def without(self, doc: Doc, stop: int, first: int, end: int) -> int:
        """Where a place's name ends that the name of a person may follow."""
        last = end
        while is_capital(doc, last):
            last += 1
        if not (self._of_post(doc, stop) or self._is_subject(doc, stop, first, last)):
            return end
        return self._holder(doc, first, last)

    def _is_subject(self, doc: Doc, stop: int, first: int, end: int) -> bool:
        """A full name in the nominative behind a class word that is not: «в штаб района Сериков Ерлан был избран»."""
        if self.owner_first or case(doc[stop - 1]) in ("", "Nom"):
            return False
        words = [token.text for token in doc[first:end]]
        readings = self.names.readings(words)
        if not readings or readings[0].case != "Nom":
            return False
        found = [s for source in MODELS for s in spans_of(doc, source) if s.label_ == "Person" and s.start == first]
        return any(len(span) > 1 for span in found) or is_full(self.names.parse(words))

    def _of_post(self, doc: Doc, stop: int) -> bool:
        """Whether a class word that ends here says of what a post is: «аким посёлка», «глава района»."""
        before = previous_word(doc, stop - 1)
        posts = [self.posts.longest(doc, index) for index in (before, previous_word(doc, before)) if index >= 0]
        return any(found is not None and found[0] in (stop, stop - 1) for found in posts)

    def _holder(self, doc: Doc, first: int, end: int) -> int:
        """Where a place's name ends before the name of who holds its post: «аким посёлка [Отрадное] Иван Петров»."""
        people = {
            span.start for source in MODELS for span in spans_of(doc, source)
            if span.label_ == "Person" and span.end - span.start > 1
        }  # fmt: skip
        shows_town = self.town.fullmatch(doc[first].text) is not None
        if self._is_unknown(doc, first) and self._is_named(doc, next_word(doc, first + 1), shows_town):
            return first + 1
        if is_full(self.names.parse([token.text for token in doc[first:end]])):
            return first
        begins = [
            index for index in range(first, end)
            if index in people or (is_given(doc, index) and is_capital(doc, next_word(doc, index + 1)))
        ]  # fmt: skip
        return max(first, previous_word(doc, begins[-1]) + 1) if begins else end

    def _is_unknown(self, doc: Doc, index: int) -> bool:
        """Whether a word is neither a given name nor built as a surname: «Бурлыкент»."""
        return not is_given(doc, index) and not self._is_surname(doc[index].text)

    def _is_surname(self, word: str) -> bool:
        """Whether a word is built as a surname, in any case: «Кожахметовым»."""
        return any(self.names.is_surname(reading.words[0]) for reading in self.names.readings([word]))

    def _is_named(self, doc: Doc, index: int, shows_town: bool) -> bool:
        """Whether a person's name begins here, whatever models saw: «М. Иванов», «Пётр Иванович Иванов»."""
        words: list[str] = []
        while is_capital(doc, index) or (index < len(doc) and is_initial(doc[index].text)):
            if doc[index].is_sent_start:
                break
            words.append(doc[index].text)
            index = next_word(doc, index + 1)
        longer = [word for word in words if not is_initial(word)]
        if len(longer) == 1 and len(words) == 1:
            return shows_town and self._is_surname(longer[0])  # «Бекмырза» of «Бекмырза Оспанов» may be a given name
        if len(longer) == 1:
            return self._is_surname(longer[0])
        name = self.names.parse(words) if longer else None
        return name is not None and bool(name.given and name.surname)


def is_capital(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text[0].isupper() and doc[index].is_alpha


def is_full(name: Name | None) -> bool:
    """A surname with a father's name: nobody's but a person's."""
    return name is not None and bool(name.surname and name.patronymic)
