"""Known names of the gazetteer, in whatever case they stand: span group `gazetteer`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.extract.found import (
    NO_NAMES,
    case,
    has_key,
    is_given,
    is_plural,
    lowered,
    next_word,
    previous_word,
)
from kg.extract.names.adjectives import has_own_name
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.class_nouns import class_end
from kg.extract.names.known_names import class_words, known_names, name_words, names_at_home
from kg.extract.names.media import is_medium
from kg.extract.names.no_places import NoPlaces
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING, OPENING, in_quotes
from kg.lang import tables

ONE_WORD = frozenset({"Ministry", "Agency", "Bank", "Fund"})  # bodies of one word: «Минздрав», «Антикор», «Нацфонд»
LONGEST_STEM = 2  # words of a place before the adjective of its level: «Шығыс Қазақстан облыстық»
SITE = re.compile(
    r"(?:www\.)?[^\W\d_][\w-]+\.(?:kz|ru|kg|uz|com|org|net|info|news|media|press|tv|asia|az|by|tm|tj|md|am|ge)",
    re.IGNORECASE,
)


@Language.factory("kg_gazetteer", requires=["doc.spans"], assigns=["doc.spans"])
def make_gazetteer(nlp: Language, name: str, lang: str) -> Gazetteer:
    return Gazetteer(lang)


class Gazetteer:
    """Marks places, bodies and projects that the tables know; `span.kb_id_` is the row's key, `span.id_` its class."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.class_words = class_words(lang)
        self.class_after: bool = tables.load(lang, "grammar")["owner_first"]
        self.classes: dict[str, str] = tables.load(lang, "grammar")["class_words"]
        self.eponyms = frozenset(tables.load(lang, "grammar")["eponyms"])
        self.no_places = NoPlaces(lang)
        self.networks = frozenset(tables.load(lang, "grammar")["networks"])
        self.instrumental = frozenset(tables.load(lang, "grammar").get("instrumental", ()))
        self.like_adjectives = tuple(tables.load(lang, "grammar").get("towns_like_adjectives", ()))
        self.inside = frozenset(tables.load(lang, "grammar").get("inside", ()))
        self.like_surnames = tuple(tables.load(lang, "grammar").get("surnames_of_places", ()))
        self.genders = tuple(tables.load(lang, "grammar").get("genders_of_adjectives", ()))
        self.levels: dict[str, list[str]] = tables.load(lang, "grammar").get("level_names", {})
        self.names = known_names(lang)
        self.at_home = names_at_home(lang)

    def __call__(self, doc: Doc) -> Doc:
        spans, index = [], 0
        begins = {i for names in (self.names, self.at_home) for i in names.beginnings(doc, 0, len(doc))}
        while index < len(doc):
            span = self._longest(doc, index) if index in begins and self._may_start(doc, index) else None
            if span is not None:
                spans += [span, *self._inside(doc, span)]
            index = span.end if span is not None else index + 1
        known = {span.start for span in spans}
        spans += [Span(doc, i, i + 1, label="Organization", span_id="NewsMedia") for i in sites(doc) if i not in known]
        doc.spans["gazetteer"] = sorted(spans, key=lambda span: span.start)
        return doc

    def _may_start(self, doc: Doc, index: int) -> bool:
        """A name begins with a capital letter, a digit or a class word: «области Абай»."""
        if doc[index].is_space:
            return False
        return starts_name(doc, index) or (not self.class_after and has_key(doc, index, self.classes))

    def _longest(self, doc: Doc, start: int) -> Span | None:
        if self.levels and (levelled := self._levelled(doc, start)) is not None:
            return levelled
        for stop, rows in sorted(self.names.at(doc, start), key=lambda found: -found[0]):
            fitting = [row for row in rows if self._believable(doc, start, stop, row)]
            if fitting:
                row = self._narrowest(fitting)
                return Span(doc, start, stop, label=row.kind, kb_id=row.key, span_id=row.finer or "")
        home = self.at_home.longest(doc, start)
        named = home is not None and not ONE_WORD.isdisjoint(home[1]) and doc[start].text[0].isupper()
        if home is not None and (doc[start].text.isupper() or home[0] - start > 1 or named):
            return Span(doc, start, home[0], label="Organization", span_id=home[1][0])
        return None

    def _levelled(self, doc: Doc, start: int) -> Span | None:
        """«[Арал] аудандық ауруханасы» is of the district of that name, not of the town or the sea."""
        words = [doc[start].text]
        for index in range(start + 1, min(start + LONGEST_STEM + 1, len(doc))):
            level = self.levels.get(doc[index].text)
            if level is not None:
                noun, finer = level
                rows = [row for row in self.names.of_words([*words, noun]) if row.finer == finer]
                return Span(doc, start, index, label="Place", kb_id=rows[0].key, span_id=finer) if rows else None
            words.append(doc[index].text)
        return None

    def _inside(self, doc: Doc, outer: Span) -> Iterator[Span]:
        """Places that a body's name ends with, «Минтранс [РФ]», or in Kazakh begins with, «[ҚР] Парламенті»."""
        if self.class_after and outer.label_ == "Organization":
            yield from self._opening(doc, outer)
            return
        for start in range(outer.start + 1, outer.end if outer.label_ == "Organization" else 0):
            inner = self._longest(doc, start) if starts_name(doc, start) else None
            if inner is not None and inner.label_ == "Place" and inner.end == outer.end:
                yield inner

    def _opening(self, doc: Doc, outer: Span) -> Iterator[Span]:
        """The country that a body's name begins with."""
        for stop, rows in self.names.at(doc, outer.start):
            row = next((row for row in rows if row.finer == "Country"), None)
            if row is not None and stop < outer.end:
                yield Span(doc, outer.start, stop, label="Place", kb_id=row.key, span_id="Country")
                return

    def _narrowest(self, rows: list[gazetteer.Row]) -> gazetteer.Row:
        """Of rows that share a name: one of the pipeline's language first, then the order of the tables."""
        return next((row for row in rows if not row.needs_class_word(self.lang)), rows[0])

    def _believable(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """A name that is also a common word needs a class word beside it; an abbreviation its capitals."""
        if stop - start == 1 and (doc[start].is_stop or doc[start].pos_ in NO_NAMES):
            return False
        if (
            stop - start == 1
            and not self.networks.isdisjoint(doc.user_data["keys"][start])
            and is_medium(doc[start:stop])
        ):
            return False
        if row.kind == "Place" and (self._is_eponym(doc, stop) or self._is_cut_short(doc, start, stop, row)):
            return False  # «Абай атындағы мектеп»
        if row.kind == "Project" and stop - start > 1 and row.needs_class_word(self.lang) and not in_quotes(doc, start):
            return False  # «[Білім беруді] дамыту», «[Первое рабочее место] нашёл сам»
        if self.class_after and (post := post_phrases(self.lang).longest(doc, start)) and post[0] > stop:
            return False  # «[Бас] консулы Асан Бекенов»
        if stop - start > 1 and not self.class_after and has_key(doc, start, self.classes) and is_plural(doc[start]):
            return False  # «во всех районах Алматы» is no «район Алматы»
        if self._of_the_class(doc, start, stop, row) or self.no_places(doc, start, stop, row):
            return False
        if self._is_namesake(doc, start, stop, row):
            return False
        if in_quotes(doc, start) and not (doc[start - 1].text in OPENING and doc[stop].text in CLOSING):
            return False  # part of a quoted name: «Таза Қазақстан»
        if any(doc[i].is_alpha and doc[i].text[0].islower() for i in (start, stop - 1)) and stop - start == 1:
            return False
        if (
            stop - start == 1
            and doc[start].text.endswith(self.like_adjectives)
            and not self._after_instrumental(doc, start)
        ):
            return False  # «в Ленинском и Свердловском акиматах» is not of «Ленинск», «Свердловск»
        if not starts_name(doc, start) and not any(token.text[0].isupper() for token in doc[start:stop]):
            return False
        short = doc[start:stop].text
        if row.kind == "Place" and (self._is_surname_of(short, row) or self._is_of_other_gender(short, row)):
            return False
        if stop - start == 1 and opens_as_common(doc, start) and short not in row.names(self.lang):
            return False  # «Семья» is no form of «Семей»
        if stop - start == 1 and len(short) <= 5 and any(name == short.upper() for name in row.names(self.lang)):
            return short.isupper()
        if stop - start == 1 and (self._class_beside(doc, start, stop, row) or self._is_abbreviated(short, row)):
            return False
        if not row.needs_class_word(self.lang):
            return True
        if stop - start == 1:
            letters = row.kind == "Organization" and len(short) > 3 and short.isascii() and short.isupper()
            told = self._class_word_beside(doc, start, stop) or (row.finer == "City" and self._is_within(doc, start))
            return letters or told or opens_report(doc, start, stop)
        return row.kind != "Organization" or in_quotes(doc, start) or stop - start > shortest(row, self.lang)

    def _is_surname_of(self, word: str, row: gazetteer.Row) -> bool:
        """«МЕДЕУОВ» is no form of «Медеу»: a place has no plural."""
        ending = next((ending for ending in self.like_surnames if word.lower().endswith(ending)), None)
        return ending is not None and word.lower()[: -len(ending)] in (name.lower() for name in row.names(self.lang))

    def _is_of_other_gender(self, word: str, row: gazetteer.Row) -> bool:
        """«Село Октябрьское» is no form of «Октябрьский», nor «станица Ясная» of «Ясное»."""
        names = [name.lower() for name in row.names(self.lang) if " " not in name]
        other = bool(names) and all(name.endswith(self.genders) and name != word.lower() for name in names)
        return other and word.lower().endswith(self.genders)

    def _is_abbreviated(self, word: str, row: gazetteer.Row) -> bool:
        """Whether a word only looks like an abbreviation: «Ердоған» is no ЕРДО, «КРС» no КРСУ, «Карту» no КарТУ."""
        single = [name for name in row.names(self.lang) if " " not in name]
        names = [name for name in single if word.lower().startswith(name.lower())]
        if not names:
            return bool(single) and all(map(is_letters, single))
        whole = word.isupper() or any(word.startswith(name) for name in names)
        return all(map(is_letters, single)) and not whole

    def _of_the_class(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """«в районе Самары» is no «район Самар»: whose it is, where the name has another form than its own."""
        if self.class_after or stop - start < 2 or not has_key(doc, start, self.classes):
            return False
        last = doc[stop - 1]
        own = {name.split()[-1].lower() for name in row.names(self.lang)}
        return last.lower_ not in own and case(last) == "Gen" and case(doc[start]) not in ("Gen", "")

    def _is_eponym(self, doc: Doc, stop: int) -> bool:
        """Whether a name that ends before a token is whom something is named after."""
        follows = next_word(doc, stop)
        return self.class_after and follows < len(doc) and has_key(doc, follows, self.eponyms)

    def _is_cut_short(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """«Су» is no «Судан», though it would be «су» in the ablative, nor «Қорлардың» «Қордай»: Kazakh names only gain
        endings, before which the last letter may soften.
        """
        one = stop - start == 1 and (self.class_after or is_given(doc, start))  # «главы города [Николая] Иванова»
        names = (*row.names(self.lang), *row.names("en"))
        word = doc[start].lower_
        return one and not any(len(word) >= len(name) and word.startswith(name[:-1].lower()) for name in names)

    def _is_namesake(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """«Қармақшы ауданы» is no «Қарғалы ауданы», though both may be of «қар»: it is the class that is declined."""
        if not self.class_after or row.kind != "Place" or stop - start < 2:
            return False
        names = (*row.names(self.lang), *row.names("kk"), *row.names("en"))
        return all(name_words(name)[0].lower() != doc[start].lower_ for name in names)

    def _after_instrumental(self, doc: Doc, index: int) -> bool:
        """«над Омском», «между Омском и Томском»: no adjective."""
        return any(token.lower_ in self.instrumental for token in doc[max(0, index - 3) : index])

    def _class_beside(self, doc: Doc, start: int, stop: int, row: gazetteer.Row) -> bool:
        """Whether the class word beside a name tells another class: «Торғай өңірі» is no river."""
        declined = doc[start].text not in row.names(self.lang)
        if not self.class_after and (case(doc[start]) == "Gen" or (declined and case(doc[start]) == "Nom")):
            return False  # «район Уфы»: whose it is, not what it is called, whatever the tagger sees
        if self.class_after and declined:
            return False  # «Қазақстанда ауыл шаруашылығы өсті»: a name before its class word has no ending
        index = next_word(doc, stop) if self.class_after else previous_word(doc, start)
        if not self.class_after and has_own_name(doc, index):
            return False
        if not 0 <= index < len(doc) or (doc[index].is_sent_start is True and self.class_after):
            return False
        if self.class_after and is_plural(doc[index]):
            return False  # «Қазақстан өңірлерінде»: its regions
        told = {self.classes[key] for key in doc.user_data["keys"][index] if key in self.classes}
        return bool(told) and row.kind == "Place" and row.finer not in told

    def _is_within(self, doc: Doc, start: int) -> bool:
        """«В [Сатпаеве]», «в [Софии] прошёл форум»: something is done there, which nobody's name could say."""
        before = previous_word(doc, start)
        return before >= 0 and doc[before].lower_ in self.inside and case(doc[start]) == "Loc"

    def _class_word_beside(self, doc: Doc, start: int, stop: int) -> bool:
        """In Kazakh behind it alone: «Ясный ауылындағы [Мәдениет] үйі» is no village."""
        follows = next_word(doc, stop)
        if self.class_after:
            return class_end(doc, follows) > follows
        return any(
            0 <= i < len(doc) and has_key(doc, i, self.class_words) for i in (previous_word(doc, start), follows)
        )


def is_letters(name: str) -> bool:
    """Whether a name is an abbreviation, which has no endings but behind it: «КРСУ», «КарТУ»."""
    return len(name) > 1 and "-" not in name and 2 * sum(map(str.isupper, name)) > len(name)


def shortest(row: gazetteer.Row, lang: str) -> int:
    """Words of a row's shortest name, which holds no class word: «Қазақстан халқына» is a fund only in marks."""
    return min((len(name.split()) for name in row.names(lang)), default=0)


def opens_report(doc: Doc, start: int, stop: int) -> bool:
    """«Киров. Губернатор подписал …»: a sentence of its own at the beginning of a line."""
    alone = doc[start].is_sent_start is True and doc[start].sent.end == stop + 1 and doc[stop].text == "."
    return alone and start in doc.user_data["lines"]


def sites(doc: Doc) -> Iterator[int]:
    """Outlets that are named by their address: «передаёт Tengrinews.kz»."""
    return (index for index, word in enumerate(lowered(doc)) if "." in word and SITE.fullmatch(doc[index].text))


def starts_name(doc: Doc, index: int) -> bool:
    """A name begins with a capital letter or a digit."""
    first = doc[index].text[0]
    return first.isupper() or first.isdigit() or doc[index].like_url
