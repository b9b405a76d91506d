"""Regions told by their adjective alone, near the class word: «в четырёх областях: в [Омской] и [Томской]».

Of a language whose regions are called by adjectives, Russian, and only those that the gazetteer knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import NOUNS, capitalised, has_key, next_word, of_place, previous_word
from kg.extract.names.known_names import known_names
from kg.lang import tables

FAR = 40  # words between an adjective and the class word at the most
# What may stand before one: no noun that it could be the adjective of.
LED_BY = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "VERB", "ADV", "PART", "PRON", "SPACE"})


class BareRegions:
    """Asked once a text."""

    def __init__(self, lang: str) -> None:
        grammar: dict[str, Any] = tables.load(lang, "grammar")
        self.known = known_names(lang)
        self.endings: dict[str, tuple[str, ...]] = {
            word: tuple(ends) for word, ends in grammar.get("bare_regions", {}).items()
        }

    def __call__(self, doc: Doc) -> Iterator[Span]:
        heads = {word: [i for i in range(len(doc)) if has_key(doc, i, (word,))] for word in self.endings}
        for word, places in heads.items():
            for index in capitalised(doc) if places else ():
                near = any(abs(index - place) <= FAR for place in places)
                if near and doc[index].text.endswith(self.endings[word]) and self._is_bare(doc, index):
                    rows = [row for key in doc.user_data["keys"][index] for row in self.known.of_words([key, word])]
                    if rows and rows[0].finer == "Region":
                        doc.user_data["class_words"][index, index + 1] = word
                        yield Span(doc, index, index + 1, label="Place", span_id="Region", kb_id=rows[0].key)

    def _is_bare(self, doc: Doc, index: int) -> bool:
        """Whether no noun stands beside an adjective: neither «Омская крепость» nor «улица Омская»."""
        before, follows = previous_word(doc, index), next_word(doc, index + 1)
        led = before < 0 or doc[index].is_sent_start or doc[before].pos_ in LED_BY
        bare = follows >= len(doc) or doc[follows].pos_ not in (*NOUNS, "ADJ")
        return led and bare and any(of_place(key, doc.lang_) for key in doc.user_data["keys"][index])
