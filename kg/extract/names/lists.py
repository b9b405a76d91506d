"""Places that share one class word: «в Алмалинском, Медеуском районах», «Ақмола және Павлодар облыстары».

Span group `lists`; `doc.user_data["class_words"]`: (start, stop) of an adjective → the word that belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.extract.found import (
    NO_NAMES,
    NOUNS,
    has_key,
    is_plural,
    next_word,
    of_place,
    previous_word,
    spans_of,
    word_keys,
)
from kg.extract.names.answers_where import AnswersWhere
from kg.extract.names.bare_regions import BareRegions
from kg.extract.names.counted_lists import counted_behind
from kg.extract.names.known_names import known_names
from kg.extract.names.led import Led
from kg.extract.names.ways import Ways
from kg.extract.phrases import Phrases
from kg.lang import tables
from kg.lang.names import is_initial
from kg.lang.sentences import DASHES

TURNS = (",", ";")
ENDING = 3  # letters in which adjectives of one case are alike: «Елецкого»
SHARED = ("Region", "District", "RuralDistrict", "Village")  # classes of which several places share one word


@Language.factory("kg_lists", requires=["doc.spans"], assigns=["doc.spans"])
def make_lists(nlp: Language, name: str, lang: str) -> Lists:
    return Lists(lang)


class Lists:
    """Marks every member but the one that the class word stands beside; each is looked up with the class word."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.grammar: dict[str, Any] = tables.load(lang, "grammar")
        self.adjective = not self.grammar["owner_first"]
        shared = SHARED if self.adjective else (*SHARED, "Microdistrict", "Street", "River")
        table = [row for row in tables.load(lang, "places")["class"] if row["class"] in shared]
        self.heads: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        for row in table:
            self.heads.add(row["lemma"].split(), row)
        self.names = known_names(lang)
        self.answers_where = AnswersWhere(lang)
        self.ways = Ways(lang)
        self.others = tuple(self.grammar.get("others", ()))
        self.led = Led(lang)
        self.bare_regions = BareRegions(lang)
        self.begins = frozenset(self.heads.root.children)

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data.setdefault("class_words", {})
        heads = [i for i, keys in enumerate(doc.user_data["keys"]) if not self.begins.isdisjoint(keys)]
        members = [span for index in heads for span in self._members(doc, index)]
        taken = {span.start for span in members}  # «в сёлах [Омского], [Тарского] и Елецкого районов»: no villages
        led = [span for span in self.led(doc) if span.start not in taken]
        known = {i for span in spans_of(doc, "gazetteer") for i in range(span.start, span.end)}
        taken |= {span.start for span in led}
        bare = [span for span in self.bare_regions(doc) if span.start not in taken | known]
        taken |= {span.start for span in bare}
        told = [*self.answers_where.behind(doc), *self.answers_where.between(doc)]
        where = [span for span in {s.start: s for s in told}.values() if span.start not in taken]
        taken |= {span.start for span in where}
        ends = [span for span in self.ways(doc) if span.start not in taken]
        doc.spans["lists"] = [*members, *led, *where, *bare, *ends]
        return doc

    def _members(self, doc: Doc, head: int) -> Iterator[Span]:
        found = self.heads.longest(doc, head)
        if found is None:
            return
        stop, (row, *_) = found
        members = list(self._joined(doc, head))
        beside = _with_initials(doc, previous_word(doc, head))
        if members and self.adjective and self._led_by(doc, beside):
            doc.user_data["class_words"][beside, stop] = row["lemma"]  # «Елецкого [районов]»
        if members and not self.adjective and "possessed" in row and is_plural(doc[stop - 1]):
            own = " ".join(token.text for token in doc[beside:head])
            doc.user_data["class_words"][beside, stop] = f"{own} {row['possessed']}"
        behind: Iterable[int] = ()
        if self.adjective and members:
            behind = self._behind(doc, stop, members[0][0])
        elif self.adjective and self._member(doc, beside):
            behind = self._counted_behind(doc, stop, beside, row["lemma"])
        elif self.adjective and is_plural(doc[stop - 1]):
            behind = counted_behind(doc, stop, self._member)
        for begin, end in (*members, *((index, index + 1) for index in behind)):
            known = self._known(doc, begin, end, row["lemma"])
            if self.adjective:
                doc.user_data["class_words"][begin, end] = row["lemma"]
            elif "possessed" in row:
                doc.user_data["class_words"][begin, end] = f"{doc[begin:end].text} {row['possessed']}"
            yield Span(doc, begin, end, label="Place", span_id=row["class"], kb_id=known.key if known else "")
        for index in () if self.adjective else self._behind_names(doc, head):
            if (known := self._known(doc, index, index + 1, row["lemma"])) is not None:
                yield Span(doc, index, index + 1, label="Place", span_id=row["class"], kb_id=known.key)

    def _behind_names(self, doc: Doc, head: int) -> Iterator[int]:
        """Places behind people before the last: «Асан Бекенов [Мойынқұм], ал Серік Омаров Сарысу ауданының әкімі»."""
        if not _behind_name(doc, previous_word(doc, head)):
            return
        for index in range(doc[head].sent.start + 2, head - 1):
            follows = next_word(doc, index + 1)
            if (doc[follows].text == "," or doc[follows].pos_ == "CCONJ") and _behind_name(doc, index):
                yield index

    def _behind(self, doc: Doc, stop: int, member: int) -> Iterator[int]:
        """Adjectives later in the sentence that leave the class word out: «…районов – в мае, а Елецкого – в июне»."""
        end = doc[stop - 1].sent.end
        for index in range(stop, end):
            before, follows = doc[previous_word(doc, index)], next_word(doc, index + 1)
            joined = before.text == "," or before.pos_ == "CCONJ"
            bare = follows >= end or doc[follows].pos_ not in NOUNS
            if joined and bare and self._member(doc, index) and doc[index].text[-ENDING:] == doc[member].text[-ENDING:]:
                yield index

    def _counted_behind(self, doc: Doc, stop: int, member: int, class_word: str) -> Iterator[int]:
        """The same behind one place, in turn with numbers: «В Елецком районе – 12 школ, в [Омском] – 15».

        Or before a dash and a name: «главой Елецкого района избрали Петрова, [Омского] – Иванова».
        """
        end, turn = doc[stop - 1].sent.end, False
        for index in range(stop, end):
            turn = turn or doc[index].text in TURNS
            if not turn or not self._member(doc, index) or doc[index].text[-ENDING:] != doc[member].text[-ENDING:]:
                continue
            before, follows = previous_word(doc, index), next_word(doc, index + 1)
            bare = follows >= end or doc[follows].pos_ not in (*NOUNS, "ADJ")
            leads = doc[before].text in (*TURNS, *DASHES) or doc[before].pos_ in ("CCONJ", "ADP")
            if follows < end and doc[follows].text in DASHES and _opens_name(doc, next_word(doc, follows + 1), end):
                yield index
                continue
            beside = doc[max(stop, before - 3) : min(end, follows + 3)]
            if (
                bare
                and leads
                and any(t.pos_ == "NUM" or t.text[0].isdigit() for t in beside)
                and self._known(doc, index, index + 1, class_word)
            ):
                yield index

    def _joined(self, doc: Doc, head: int) -> Iterator[tuple[int, int]]:
        """Capitalised words parted by commas and «и» before the word that stands beside the class word."""
        index = _before_brackets(doc, head)
        if (listed := self._before_others(doc, index)) is not None:
            index = listed
        if index < 0 or not self._led_by(doc, index):
            return
        if index < previous_word(doc, head):
            yield index, index + 1
        index = _with_initials(doc, index) if self.adjective else _begins_known(doc, _with_initials(doc, index))
        while (joint := previous_word(doc, index)) > 0 and (doc[joint].text == "," or doc[joint].pos_ == "CCONJ"):
            index = _before_brackets(doc, joint)
            if doc[joint].text != "," and index > 0 and doc[index].text == ",":
                index = previous_word(doc, index)  # «Жарма, Күршім, және Үржар аудандары»
            begin = index if self.adjective else self._begin(doc, index)
            if index < 0 or not (
                self._member(doc, begin) or (not doc[index].is_sent_start and self._led_by(doc, index))
            ):
                return
            if self.adjective or begin == _begins_known(doc, begin):
                yield begin, index + 1
            index = _begins_known(doc, begin)

    def _begin(self, doc: Doc, index: int) -> int:
        """Where a Kazakh member of several words begins: «Алға, [Дүр Оңғар], Иіркөл», «[Бұхар] жырау және Нұра»."""
        begin, before = index, previous_word(doc, index)
        if has_key(doc, index, self.grammar["epithets"]) and before >= 0 and doc[before].is_title:
            begin, before = before, previous_word(doc, before)
        elif index < 0 or not doc[index].text[0].isupper():
            return index  # «Сай [ауданы], Қосүйеңкі және Алға ауылдары»
        short = begin
        for _ in range(2):
            if before < 0 or doc[before].text == "," or doc[before].pos_ == "CCONJ":
                return begin
            if not doc[before].is_title or doc[before].is_sent_start:
                return short
            begin, before = before, previous_word(doc, before)
        return short

    def _before_others(self, doc: Doc, index: int) -> int | None:
        """The last member of «в Елецком, [Ясном] и ряде других районов», for what may stand beside the class word."""
        joint = index
        while joint > 0 and has_key(doc, joint, self.others):
            joint = previous_word(doc, joint)
        member = previous_word(doc, joint)
        joined = joint < index and member >= 0 and doc[joint].pos_ == "CCONJ"
        return member if joined and self._member(doc, member) else None

    def _led_by(self, doc: Doc, index: int) -> bool:
        """Whether a class word can be led by this: «[Елецким] районом», «[Южным] районом»."""
        return self._member(doc, index) or (doc[index].pos_ == "ADJ" and doc[index].text[0].isupper())

    def _member(self, doc: Doc, index: int) -> bool:
        token = doc[index]
        if not any(letter.isupper() for letter in token.text) or token.pos_ in NO_NAMES:  # «әл-Фараби»
            return False
        return not self.adjective or any(of_place(key, doc.lang_) for key in doc.user_data["keys"][index])

    def _known(self, doc: Doc, start: int, stop: int, class_word: str) -> gazetteer.Row | None:
        """The gazetteer's row for a member with the class word put beside it."""
        opening = [doc[i].text for i in range(start, stop - 1)]
        for form in doc.user_data["keys"][stop - 1]:
            rows = self.names.of_words([*opening, form, class_word])
            if rows:
                return rows[0]
        return None


def _with_initials(doc: Doc, index: int) -> int:
    """Where a name begins that has initials before it: «Сай мен [Ғ.]Асанов ауылдық округтерінде»."""
    before = previous_word(doc, index)
    while before >= 0 and doc[before].text[-1] == "." and is_initial(doc[before].text):
        index, before = before, previous_word(doc, before)
    return index


def _begins_known(doc: Doc, index: int) -> int:
    """Where a known place of several words begins: «Жамбыл және [Батыс] Қазақстан облыстары»."""
    known = (s.start for s in spans_of(doc, "gazetteer") if s.label_ == "Place" and s.start < index < s.end)
    return next(known, index)


def _opens_name(doc: Doc, index: int, end: int) -> bool:
    return index < end and doc[index].is_title and doc[index].pos_ == "PROPN"


def _behind_name(doc: Doc, index: int) -> bool:
    """Whether a capitalised word stands behind two others, as a place behind a person's name does."""
    words = [index, previous_word(doc, index), previous_word(doc, index - 1)]
    return min(words) >= doc[index].sent.start and all(doc[i].text[0].isupper() for i in words)


def _before_brackets(doc: Doc, index: int) -> int:
    """The word before one, brackets with numbers left out: «в Омской (79%) и Томской [(59%)] областях»."""
    before = previous_word(doc, index)
    if before < 0 or doc[before].text != ")":
        return before
    opened = next((i for i in range(before, doc[before].sent.start, -1) if doc[i].text == "("), 0)
    told = any(doc[i].text[0].isdigit() for i in range(opened, before))
    return previous_word(doc, opened) if opened and told else before
