"""Places that one class word in the plural goes before: «в сёлах [Ясное] и [Речное]», «посёлки ([Сай], [Тара])»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.found import case, has_key, is_plural, is_year_word, next_word, of_place, spans_of, word_keys
from kg.extract.names.known_names import known_names
from kg.extract.names.led_names import names_behind
from kg.extract.phrases import Phrases
from kg.lang import tables
from kg.lang.sentences import DASHES

LED = ("City", "Village", "RuralDistrict", "Microdistrict", "Street", "District")  # whose names stand behind one word
SETTLED = ("City", "Village", "RuralDistrict")
OF_TOWNS = ("Microdistrict", "Village", "RuralDistrict")  # whose plural a town may follow: «в микрорайонах [Омска]»
MARKS = (*DASHES, ":", "(", ",")  # that open a list
OWNER = 3  # words between a class word and its list at the most: «сёла [Омского района] (Ясное, Сосновка)»


class Led:
    """Asked once a text; of a language whose class words go before their names, Russian."""

    def __init__(self, lang: str) -> None:
        self.grammar: dict[str, Any] = tables.load(lang, "grammar")
        self.known = known_names(lang)
        self.rows: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        for row in () if self.grammar["owner_first"] else tables.load(lang, "places")["class"]:
            for form in [row["lemma"], *row.get("also", [])] if row["class"] in LED else ():
                self.rows.add(form.split(), row)

    def __call__(self, doc: Doc) -> Iterator[Span]:
        for head in self.rows.beginnings(doc, 0, len(doc)):
            found = self.rows.longest(doc, head)
            if found is not None and not is_year_word(doc, head):
                yield from self._names(doc, head, found[0], found[1][0]["class"])

    def _names(self, doc: Doc, head: int, stop: int, finer: str) -> Iterator[Span]:
        first = next_word(doc, stop)
        opened = self._opened(doc, first)
        if not is_plural(doc[stop - 1]) and (opened is None or not has_key(doc, head - 1, self.grammar["counting"])):
            return
        names = list(names_behind(doc, first if opened is None else opened, self.grammar))
        if len(names) < 2 and (opened is not None or finer == "Street"):
            return  # «на улицах Алматы»
        if finer == "District":
            yield from self._districts(doc, names, doc[stop - 1].lemma_)
            return
        for start, end in names:
            if not doc[start].text[0].isupper():
                return  # «мегаполисов страны – «город без окраин» и …»
            if finer == "City" and any(of_place(key, doc.lang_) for key in doc.user_data["keys"][start]):
                return  # «акимы городов Алматы и Шымкента, [Актюбинской] области»
            if finer in SETTLED and is_known(doc, start, ("Country", "Region")):
                return  # «в городах [Казахстана]», «в сёлах [ЗКО]»
            alone = finer == "Microdistrict" and len(names) == 1  # «для микрорайонов [Актау]»
            town = is_known(doc, start, ("City",)) and (alone or case(doc[start]) in ("Gen", ""))
            if finer in OF_TOWNS and (town or self._is_wider(doc, start, end)):
                continue  # «жители пригородных посёлков [Астаны]», «жители сёл [Омского] района»
            yield Span(doc, start, end, label="Place", span_id=finer)

    def _districts(self, doc: Doc, names: Sequence[tuple[int, int]], class_word: str) -> Iterator[Span]:
        """«В районах [Есиль] и [Нура]», where the gazetteer knows each for one: «районы Алматы» may be its parts."""
        told = [self.known.of_words([class_word, *(t.text for t in doc[start:end])]) for start, end in names]
        if len(names) > 1 and all(told):
            for (start, end), rows in zip(names, told, strict=True):
                yield Span(doc, start, end, label="Place", span_id="District", kb_id=rows[0].key)

    def _opened(self, doc: Doc, index: int) -> int | None:
        """Where the names of a list begin that a mark opens: «девять сёл – [Ясное]», «в таких сёлах, как [Сай]»."""
        ahead = doc[index : index + OWNER]
        owner = next((t.i for t in ahead if t.is_lower and has_key(doc, t.i, self.grammar["class_words"])), None)
        index = index if owner is None or doc[index].text in MARKS else next_word(doc, owner + 1)
        if index >= len(doc) or doc[index].text not in MARKS:
            return None
        follows = next_word(doc, index + 1)
        if doc[index].text != ",":
            return follows
        such_as = follows < len(doc) and doc[follows].lower_ in self.grammar["such_as"]
        return next_word(doc, follows + 1) if such_as else None

    def _is_wider(self, doc: Doc, start: int, stop: int) -> bool:
        """Whether an adjective stands before a class word of its own: «[Омского] сельского округа»."""
        follows = next_word(doc, stop)
        adjective = any(of_place(key, doc.lang_) for key in doc.user_data["keys"][start])
        return adjective and follows < len(doc) and has_key(doc, follows, self.grammar["class_words"])


def is_known(doc: Doc, index: int, kinds: tuple[str, ...]) -> bool:
    """Whether the gazetteer knows a place of one of these kinds by a word."""
    return any(s.start == index and s.id_ in kinds for s in spans_of(doc, "gazetteer"))
