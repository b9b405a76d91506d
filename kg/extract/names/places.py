"""Places known by a class word beside the name: «город Кокшетау», «Қарасай ауданы»: span group `places`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import takewhile
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.extract.found import (
    MODELS,
    NO_NAMES,
    case,
    feature,
    has_key,
    is_plural,
    is_year_word,
    next_word,
    of_place,
    previous_word,
    spans_of,
    word_keys,
)
from kg.extract.names.addresses import Addresses
from kg.extract.names.adjectives import ends_in_genitive, same_case
from kg.extract.names.before_district import BeforeDistrict
from kg.extract.names.body_words import legal_forms
from kg.extract.names.capitals import opens_as_common, opens_surname
from kg.extract.names.governed_towns import GovernedTowns
from kg.extract.names.holders import Holders, is_capital
from kg.extract.names.known_names import known_names
from kg.extract.names.led_surnames import led_surnames
from kg.extract.names.no_places import STREETS
from kg.extract.names.numbered import Numbered
from kg.extract.names.quoted_after import quoted_after
from kg.extract.names.quoted_before import quoted_before, skip_adjectives
from kg.extract.names.sources import is_quoted_outlet
from kg.extract.phrases import Phrases
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING, is_opening
from kg.lang import tables
from kg.lang.names import FATHERS, is_initial
from kg.lang.sentences import DASHES

SHORT = 4  # letters of an abbreviation: «ТҮК»
LONGEST = 3  # words of a place's own name
DESCRIBED = 4  # words between a class word and a quoted name that say what a house is for
DESCRIBING = ("ADJ", "CCONJ", "NOUN")
LONGEST_ROUTE = 9  # tokens of a road: «Балхаш – Сары-Шаган – Бурылбайтал»
SETTLED = frozenset({"City", "Village", "District", "RuralDistrict", "Microdistrict"})  # named after, not for, people
OWNED = frozenset({"District", "Monument", "Building"})  # what a town, a region or a country has


@Language.factory("kg_places", requires=["doc.spans"], assigns=["doc.spans"])
def make_places(nlp: Language, name: str, lang: str) -> Places:
    return Places(lang)


class Places:
    """Writes span group `places`; `span.id_` is the finer class that the class word tells."""

    def __init__(self, lang: str) -> None:
        self.grammar: dict[str, Any] = tables.load(lang, "grammar")
        names = import_module(f"kg.lang.{lang}.names")
        self.given_name: Callable[[str], float] = names.is_given_name
        self.whole_words: Callable[[Sequence[str]], int] = names.whole_words if self.grammar["owner_first"] else len
        self.posts = post_phrases(lang)
        self.holders = Holders(lang)
        self.legal_forms = legal_forms(lang)
        self.heads: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        self.known = known_names(lang)
        self.numbered = Numbered(lang)
        self.addresses = Addresses(lang)
        self.before_district = BeforeDistrict(lang)
        self.governed_towns = GovernedTowns(lang)
        self.official: dict[str, str] = {} if self.grammar["owner_first"] else self.grammar["region_words"]
        for row in [*tables.load(lang, "places")["class"], *tables.load(lang, "places").get("no_place", [])]:
            for form in [row["lemma"], *row.get("also", [])]:
                self.heads.add(form.split(), row)

    def __call__(self, doc: Doc) -> Doc:
        found = [*self._find(doc), *self.numbered(doc), *self.addresses(doc), *self.governed_towns(doc)]
        doc.spans["places"] = sorted([*found, *self.before_district(doc, found)], key=lambda span: span.start)
        return doc

    def _find(self, doc: Doc) -> Iterator[Span]:
        known = {i for span in spans_of(doc, "gazetteer") for i in range(span.start, span.end)}
        index, begins = 0, set(self.heads.beginnings(doc, 0, len(doc)))
        while index < len(doc):
            closed = index not in begins or index in known or is_year_word(doc, index) or opens_surname(doc, index)
            closed = closed or (is_initial(doc[index].text) and "." in doc[index].text)  # «министр [Д.] Вишневский»
            found = None if closed else self.heads.longest(doc, index, unowned=self.grammar["owner_first"])
            if found is None:
                index += 1
                continue
            stop, rows = found
            names = list(self._names(doc, index, stop, rows[0]))
            names = [name for name in names if not is_quoted_outlet(doc, *name, self.grammar)]
            for start, end in names:
                region = self._region(doc, start, index)
                finer, key = (region.finer or "", region.key) if region is not None else (rows[0]["class"], "")
                yield Span(doc, start, end, label="Place", span_id=finer, kb_id=key)
            index = max([stop, *(end for _, end in names)])

    def _region(self, doc: Doc, start: int, head: int) -> gazetteer.Row | None:
        """The known region that is called by another word than its official one: «Актюбинский [регион]»."""
        official = next((self.official[key] for key in doc.user_data["keys"][head] if key in self.official), None)
        forms = doc.user_data["keys"][start] if official is not None and start < head else ()
        return next((rows[0] for form in forms if (rows := self.known.of_words([form, official or ""]))), None)

    def _names(self, doc: Doc, start: int, stop: int, row: dict[str, Any]) -> Iterator[tuple[int, int]]:
        """The names that a class word at [start, stop) tells, with it where it belongs to them."""
        if "class" not in row:
            return
        told = self._described(doc, stop) if row.get("described") else stop
        quoted = list(self._quoted(doc, start, told, row["side"]))
        if quoted:
            yield from quoted
            return
        if row["side"] in ("after", "both") and (first := self._before(doc, start, stop, row)) is not None:
            whole = row["keeps"] != "never" and first[1] >= previous_word(doc, start) + 1
            yield (first[0], stop) if whole else first
        elif row["side"] in ("before", "both") and (after := self._after(doc, stop, row)) is not None:
            yield (start, after[1]) if row["keeps"] == "always" else after

    def _described(self, doc: Doc, stop: int) -> int:
        """Where small words behind a class word end before a quoted name: «дворец [детства и юности] «Шатлык»»."""
        words = takewhile(lambda token: token.is_lower and token.pos_ in DESCRIBING, doc[stop : stop + DESCRIBED + 1])
        end = stop + sum(1 for _ in words)
        return end if end < len(doc) and is_opening(doc, end) else stop

    def _quoted(self, doc: Doc, start: int, stop: int, side: str) -> list[tuple[int, int]]:
        """Names in quotation marks beside a class word, several of which may share it: кинотеатры «Ай» и «Күн»."""
        last, follows = previous_word(doc, skip_adjectives(doc, start, self.grammar)), next_word(doc, stop)
        found: list[tuple[int, int]] = []
        named = side == "both" and follows < len(doc) and doc[follows].text[0].isupper()  # «завод «Заря» округа [Сай]»
        if side in ("after", "both") and not named and last > 0 and doc[last].text in CLOSING:
            found = list(quoted_before(doc, last, self.grammar))
        if not found and side in ("before", "both") and follows < len(doc) and is_opening(doc, follows):
            found = list(quoted_after(doc, follows, self.grammar))
        return [(a, b) for a, b in found if b - a <= LONGEST + 1 and any(t.text[0].isalnum() for t in doc[a:b])]

    def _before(self, doc: Doc, start: int, stop: int, row: dict[str, Any]) -> tuple[int, int] | None:
        """Capitalised words before a class word; in Russian an adjective that agrees with it."""
        if self.grammar["owner_first"] and not is_possessed(doc[stop - 1]):
            return None
        index, first = previous_word(doc, start), None
        crf = (span for span in spans_of(doc, "crf") if span.label_ == "Person" and span.start < start)
        people = {span.start + self.whole_words([token.text for token in span]) - 1 for span in crf}
        while index >= 0 and start - index <= LONGEST and self._names_before(doc, index, start, row, first):
            ends = index in people or (self.grammar["owner_first"] and self._ends_person(doc, index))
            if first is not None and ends and doc[first].text[0].isupper():
                break  # «Марат Оспанов [Беріктас] ауылына барды», «Марат Бекенұлы [Беріктас] ауылында»
            first = index
            if doc[index].is_sent_start:
                break
            index = previous_word(doc, index)
        if first is None or (row.get("of_place") and not of_place(doc[first].lemma_, doc.lang_)):
            return None
        first = self._after_opener(doc, first, start)
        return self._route(doc, first, row), previous_word(doc, start) + 1

    def _ends_person(self, doc: Doc, index: int) -> bool:
        """«Бекенұлы»; a surname behind a given name or a father's, «Марат [Оспанов] Беріктас ауылына барды»."""
        if FATHERS.search(doc[index].text):
            return True
        before = previous_word(doc, index)
        if before < 0 or doc[index].is_sent_start or not doc[before].is_title:
            return False
        return self.given_name(doc[before].text) > 1 or FATHERS.search(doc[before].text) is not None

    def _after_opener(self, doc: Doc, first: int, start: int) -> int:
        """Where a name begins that a word opening the sentence stands before: «Концерт [Тәуелсіздік алаңында] өтті»."""
        follows = next_word(doc, first + 1)
        return follows if follows < start and not doc[follows].is_lower and opens_as_common(doc, first) else first

    def _route(self, doc: Doc, first: int, row: dict[str, Any]) -> int:
        """Where a road or a canal begins that is known by its ends: «[Астана] – Петропавл тас жолы»."""
        dash = previous_word(doc, first)
        if not row.get("route") or dash < 1 or doc[dash].text not in DASHES:
            return first
        other = previous_word(doc, dash)
        return other if other >= 0 and doc[other].text[0].isupper() else first

    def _names_before(self, doc: Doc, index: int, start: int, row: dict[str, Any], later: int | None) -> bool:
        token = doc[index]
        led = later is not None and doc[later].is_lower  # «[Асық] ата кентінің», whatever the tagger sees
        if has_key(doc, index, self.grammar["epithets"]) and index and doc[index - 1].text[0].isupper():
            return True
        if self.grammar["owner_first"] and is_initial(token.text) and is_named_after(doc, index, start):
            return True  # «[Ү.]Түктібаев ауылында»
        if (
            not token.text[0].isupper()
            or not token.text.rstrip("0123456789").replace("-", "").isalpha()  # «Самал-3»
            or token.is_stop
            or (token.pos_ in NO_NAMES and not led and feature(token, "VerbForm") != "Vnoun")  # «[Жайлау] ауылы»
            or token.text in self.legal_forms  # ««Тұлпар» [ЖШС] Тараз қаласында»
        ):
            return False
        within = self.grammar["owner_first"] and later is not None and token.is_title and not token.is_sent_start
        if (not within and has_key(doc, index, self.grammar["not_in_names"])) or self.posts.longest(doc, index):
            return False  # «[Жаңа] Иқан ауылында», not «жаңа Иқан ауылында»
        if self.grammar["owner_first"]:
            wider = token.text.isupper() and is_initial(doc[next_word(doc, index + 1)].text)  # «[БҚО] М.Иманов ауданы»
            bare = led or case(token) in ("", "Nom") or (later is None and self._only_looks_declined(doc, token))
            return bare and len(token) > 2 and not wider
        if row.get("undeclined"):
            return any(of_place(key, doc.lang_) for key in doc.user_data["keys"][index])
        formed = token.lemma_.endswith(tuple(self.grammar["adjective_endings"]))
        if token.pos_ == "PROPN" and formed and ends_in_genitive(doc, index, start):
            return True  # «Аким [Сазанского] района», taken for his surname
        adjective = token.pos_ == "ADJ" and formed
        adjective = adjective or (token.pos_ == "PROPN" and of_place(token.lemma_, doc.lang_))  # whatever a tagger sees
        return adjective and same_case(doc, index, start)  # «в Алмалинском и Медеуском районах»: number apart

    def _only_looks_declined(self, doc: Doc, token: Token) -> bool:
        """«[Тасты] ауылында», «[Талды] ауданы»: in the accusative by its letters alone, where no person is meant."""
        person = any(s.start <= token.i < s.end and s.label_ == "Person" for s in spans_of(doc, "crf"))
        person = person or any(
            self.given_name(key) > 1 for key in doc.user_data["keys"][token.i]
        )  # «[Маратты] ауылына»
        return case(token) == "Acc" and token.is_title and not token.is_sent_start and not person

    def _after(self, doc: Doc, stop: int, row: dict[str, Any]) -> tuple[int, int] | None:
        """Capitalised words after a class word: «город Кокшетау», «улица Абая», «район Биржан сал»."""
        index = next_word(doc, stop)
        if is_plural(doc[stop - 1]):
            return None  # «в районах Алматы» names no district
        known = next((s for s in spans_of(doc, "gazetteer") if s.start == index and s.label_ == "Place"), None)
        if known is not None and row["class"] in OWNED and known.id_ in ("City", "Country", "Region"):
            return None  # «в промышленном районе Самары», «агропромышленный комплекс Казахстана»
        if known is not None and not row.get("route"):
            whole = row.get("of_town") and known.id_ == "City"
            return (stop - 1 if whole else known.start), known.end
        end = None
        longest = LONGEST_ROUTE if row.get("route") else LONGEST
        while index < len(doc) and index - stop < longest and self._names_after(doc, index, end, row):
            named_after = end is not None and (
                has_key(doc, end - 1, self.grammar["eponyms"]) or opens_surname(doc, end - 1)
            )
            parted = row["class"] == "Square" or (end is not None and row["class"] in SETTLED and not named_after)
            if parted and self._begins_another(doc, index):
                break  # also «площадь [Омского района] выросла»
            end = index + 1
            if (
                not doc[index].whitespace_
                and not is_initial(doc[index].text)
                and not has_key(doc, index, self.grammar["eponyms"])
            ):
                break
            index = next_word(doc, index + 1)
        first = next_word(doc, stop)
        if end and row["class"] in (*SETTLED, "Region"):
            end = self.holders.without(doc, stop, first, end)
        return (first, end) if end and end > first else None

    def _begins_another(self, doc: Doc, index: int) -> bool:
        """A place or a person told right behind: «село Ясное [Омского] района», «аким села Аксу [Иван] Петров»."""
        if any(s.start == index and s.label_ == "Person" for name in MODELS for s in spans_of(doc, name)):
            return True
        adjective = any(of_place(key, doc.lang_) for key in doc.user_data["keys"][index])
        adjective = adjective or (doc[index].pos_ == "ADJ" and case(doc[index]) == "Gen")
        nouns = (next_word(doc, index + 1), next_word(doc, index + 2))
        return adjective and any(i < len(doc) and has_key(doc, i, self.grammar["class_words"]) for i in nouns)

    def _names_after(self, doc: Doc, index: int, end: int | None, row: dict[str, Any]) -> bool:
        token = doc[index]
        if (
            index in doc.user_data.get("lines", ())
            or token.is_sent_start
            or token.is_stop
            or token.text in self.legal_forms  # «строительство комплекса [ТОО] «Тулпар»»
            or index in led_surnames(doc)  # «аким района [Оспанов]»
            or (token.text.isupper() and self.heads.longest(doc, index) and not opens_surname(doc, index))
        ):
            return False
        if end is None and has_key(doc, index, self.grammar["eponyms"]) and row["class"] in SETTLED:
            follows = next_word(doc, index + 1)
            return is_capital(doc, follows) or (follows < len(doc) and is_initial(doc[follows].text))  # «имени Хамзы»
        if end is None and row.get("written") == "title" and token.text.isupper():
            return False  # «в секторе [ЖКХ]»
        if end is None and self.posts.longest(doc, index):
            return False  # «резиденция Президента Казахстана»: whose it is
        if end is not None and has_key(doc, index, self.grammar["epithets"]):
            return True
        if is_initial(token.text) and (row["class"] in STREETS or opens_surname(doc, index)):
            return is_capital(doc, next_word(doc, index + 1))  # «проспект И. Есимова», «село имени И. Есимова»
        if row.get("route") and end is not None and token.text in DASHES:
            return index + 1 < len(doc) and doc[next_word(doc, index + 1)].text[0].isupper()
        return token.text[0].isupper() and token.text[-1].isalnum()


def is_named_after(doc: Doc, index: int, start: int) -> bool:
    """Whether initials and a surname, and no more, stand before a class word: «Ү.Түктібаев ауылы»."""
    between = [doc[i] for i in range(index + 1, start) if not doc[i].is_space]
    return sum(not is_initial(t.text) for t in between) == 1 and len(between) <= LONGEST


def is_possessed(head: Token) -> bool:
    """Whether a Kazakh class word belongs to the name before it: «Зеренді ауылында», «Арқалық қ.»."""
    possessed = feature(head, "Person[psor]") != ""
    return possessed or (head.text.isupper() and len(head) <= SHORT) or not head.text[-1].isalpha() or len(head) < 3
