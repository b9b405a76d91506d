"""Russian towns told by who governs them, between his post and his name: «мэр [Ясногорска] Иван Петров»."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import case, is_given, next_word, previous_word
from kg.extract.names.known_names import known_names
from kg.extract.names.led_surnames import led_surnames
from kg.extract.posts import post_phrases
from kg.lang import tables
from kg.lang.names import FATHERS_NAME, is_initial


class GovernedTowns:
    """`towns(doc)` gives places of the class of the post before them, known ones with their keys."""

    def __init__(self, lang: str) -> None:
        self.posts, self.known = post_phrases(lang), known_names(lang)
        self.names = import_module(f"kg.lang.{lang}.names")
        self.owner_first: bool = tables.load(lang, "grammar")["owner_first"]

    def __call__(self, doc: Doc) -> Iterator[Span]:
        for start in () if self.owner_first else self.posts.beginnings(doc, 0, len(doc)):
            found = self.posts.longest(doc, start)
            row = found[1][0] if found is not None else {}
            index = next_word(doc, found[0]) if found is not None and row.get("of") == "place" else len(doc)
            if index < len(doc) and (self._is_town(doc, index) or self._is_his(doc, start, index)):
                key = self._key(doc, index, row)
                yield Span(doc, index, index + 1, label="Place", span_id=row.get("class", ""), kb_id=key)

    def _is_town(self, doc: Doc, index: int) -> bool:
        """Whether a capitalised word is no name itself and stands before one."""
        word = doc[index].text
        capital = word[0].isupper() and not is_initial(word) and not doc[index].is_sent_start
        return capital and not is_given(doc, index) and self._before_name(doc, index)

    def _is_his(self, doc: Doc, start: int, index: int) -> bool:
        """«Ивану Петрову, мэру [Ясногорска],»: behind a name and a comma, in another case than the post has."""
        comma = previous_word(doc, start)
        named = previous_word(doc, comma) if comma > 0 and doc[comma].text == "," else -1
        if named < 0 or not doc[named].text[0].isupper() or doc[named].is_sent_start or is_given(doc, index):
            return False
        told, follows = case(doc[start]), next_word(doc, index + 1)
        alone = follows >= len(doc) or doc[follows].is_punct
        town = alone and doc[index].is_title and not is_initial(doc[index].text)
        return town and told in ("Dat", "Ins") and told == case(doc[named]) and case(doc[index]) in ("Gen", "Acc")

    def _before_name(self, doc: Doc, index: int) -> bool:
        """Whether a name follows: in another case, or a whole one: «аким [Косшы] Иван Петров», «И. Петров»."""
        follows = next_word(doc, index + 1)
        if follows < len(doc) and is_initial(doc[follows].text) and not self.names.is_surname(doc[index].text):
            while follows < len(doc) and is_initial(doc[follows].text):
                follows = next_word(doc, follows + 1)
            return follows < len(doc) and doc[follows].text[0].isupper() and not doc[follows].is_sent_start
        if follows in led_surnames(doc):
            return True  # «аким [Каракемера] Оспанов»
        if follows >= len(doc) or not (doc[follows].text[0].isupper() and is_given(doc, follows)):
            return False
        if case(doc[index]) == "Gen":
            return case(doc[follows]) != "Gen"
        last = next_word(doc, follows + 1)
        whole = last < len(doc) and doc[last].text[0].isupper() and not FATHERS_NAME.search(doc[last].text)
        return whole and case(doc[follows]) == "Nom"

    def _key(self, doc: Doc, index: int, post: dict[str, Any]) -> str:
        """The only known place of that name and class; empty for none."""
        rows = {row.key: row for key in doc.user_data["keys"][index] for row in self.known.of_words([key])}
        fitting = [row for row in rows.values() if row.finer == post.get("class")]
        return fitting[0].key if len(fitting) == 1 else ""
