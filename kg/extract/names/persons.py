"""People by the build of their names: «Марат Султангазиев», «Б. Сағынтаев»: span group `persons`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.extract.found import (
    MODELS,
    NO_NAMES,
    capitalised,
    case,
    feature,
    has_key,
    is_given,
    next_word,
    previous_word,
    spans_of,
)
from kg.extract.names.body_words import body_heads
from kg.extract.names.capitals import opens, opens_as_common
from kg.extract.names.introduced import is_introduced
from kg.extract.names.led_surnames import led_surnames
from kg.extract.names.no_places import street_words
from kg.extract.names.overlong import are_two_people
from kg.extract.posts import post_phrases
from kg.lang import tables
from kg.lang.names import FATHERS, FATHERS_NAME, GIVEN, KINSHIP, is_initial

OBLIQUE = ("Dat", "Acc", "Loc", "Abl", "Ins")
LONGEST = 4  # words of a name


@Language.factory("kg_persons", requires=["token.lemma"], assigns=["doc.spans"])
def make_persons(nlp: Language, name: str, lang: str) -> Persons:
    return Persons(lang)


class Persons:
    """Marks runs of capitalised words that hold a known given name or initials beside another name."""

    def __init__(self, lang: str) -> None:
        self.names = import_module(f"kg.lang.{lang}.names")
        self.posts = post_phrases(lang)
        self.head_last: bool = tables.load(lang, "grammar")["owner_first"]
        self.heads = body_heads(lang)
        self.eponyms = tables.load(lang, "grammar")["eponyms"]
        self.class_words = frozenset(tables.load(lang, "grammar")["class_words"])
        self.like_surnames = frozenset(tables.load(lang, "grammar").get("like_surnames", ()))

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["persons"] = [Span(doc, start, stop, label="Person") for start, stop in self._find(doc)]
        return doc

    def _find(self, doc: Doc) -> Iterator[tuple[int, int]]:
        stop, closed = 0, self._closed(doc)
        for index in capitalised(doc):
            run = self._run(doc, index, closed) if index >= stop else []
            found = self._name(doc, run)
            if found and self.head_last and _in_place(doc, *found):
                continue
            if found is None and self.head_last and is_introduced(doc, run):
                found = run[0], run[-1] + 1
            if found is None and index >= stop and index in led_surnames(doc):
                found = index, index + 1
            if found:
                yield found
                stop = found[1]

    def _opens_clause(self, word: Token) -> bool:
        """«[Ещё] Ким», «[Слова] Кима» at the beginning of a sentence; no given name, whatever a tagger sees in it."""
        clause = word.pos_ in ("ADV", "PART", "CCONJ", "SCONJ") or has_key(word.doc, word.i, self.like_surnames)
        return clause and opens(word.doc, word.i) and self.names.is_given_name(word.lower_) < GIVEN

    def _closed(self, doc: Doc) -> set[int]:
        """Words in no name: the head of a post or a body («Аким Абая»), a place that is nobody's given name."""
        capitals = set(capitalised(doc))
        posts = {i for i in self.posts.beginnings(doc, 0, len(doc)) if i in capitals and self.posts.longest(doc, i)}
        seen = {(span.start, span.end) for name in MODELS for span in spans_of(doc, name) if span.label_ == "Place"}
        places = {
            i for span in spans_of(doc, "gazetteer") for i in range(span.start, span.end)
            if span.end - span.start > 1 or (span.start, span.end) in seen
            or (self.names.is_given_name(span.text) < GIVEN and not behind_initials(doc, span.start))
        }  # fmt: skip
        if not self.head_last:  # «премьер-министр [Республики] Иван Петров»
            places |= {i for i in capitals if has_key(doc, i, self.class_words) or self._opens_clause(doc[i])}
        bodies = {span.end - 1 if self.head_last else span.start for span in spans_of(doc, "organizations")}
        if not self.head_last:  # «председатель Городской [Думы] А.П. Ким»
            bodies |= {s.end - 1 for s in spans_of(doc, "organizations") if _opens_with_initial(doc, s.end)}
            bodies |= {i for i in capitals if has_key(doc, i, self.heads) and _opens_with_initial(doc, i + 1)}
            bodies |= {i for s in spans_of(doc, "organizations") for i in self._borne(s)}
        told = () if self.head_last else spans_of(doc, "places")  # «село [Отрадное] Иван Петров»
        if self.head_last:  # «Асан Бекенұлы [Айша] бибі ауылында»
            behind = {span.start for span in spans_of(doc, "places") if span.start}
            listed = {span.start for span in spans_of(doc, "lists") if span.start}
            places |= {i for i in behind if FATHERS.search(doc[i - 1].text)}
            places |= {i for i in behind | listed if self._follows_surname(doc, i)}
        return posts | places | bodies | {i for span in told for i in range(span.start, span.end)}

    def _borne(self, body: Span) -> Iterator[int]:
        """«лицей имени [Абая] Асан Ким»: the words of the name that a body bears."""
        first = next((t.i for t in body if has_key(body.doc, t.i, self.eponyms)), body.end)
        return (i for i in range(first, body.end))

    def _follows_surname(self, doc: Doc, index: int) -> bool:
        """«Асан Оспанов [Сай] және Тау ауылдарына барды»: a place behind a surname, that could be none itself."""
        return self.names.is_surname(doc[index - 1].text) and not self.names.is_surname(doc[index].text)

    def _run(self, doc: Doc, index: int, closed: set[int]) -> list[int]:
        """Capitalised words in a row, at most four, initials among them; not over a sentence's end."""
        run: list[int] = []
        while index < len(doc) and len(run) < LONGEST:
            token = doc[index]
            if len(run) > 1 and KINSHIP.match(token.text):
                run.append(index)  # «Нурланбек Тургунбек уулу»
                break
            if (
                not (is_name_word(token.text) or is_in_capitals(token.text))
                or (run and token.is_sent_start)
                or index in closed
            ):
                break
            if opens_as_common(doc, index) and (token.pos_ in NO_NAMES or not is_given(doc, index)):
                break  # «Режиссёр Георгий Данелия»
            if token.text[0].isascii():
                break  # «Grammy Даниил Трифонов»; of Latin letters the models know more
            capitals = run and is_in_capitals(token.text)
            common = token.pos_ == "NOUN" and not is_initial(token.text)
            if common and not (token.is_sent_start or capitals or is_given(doc, index)):
                break  # a capitalised common word: «Жарлығымен»
            small = "-" in token.text and token.text.rpartition("-")[2].islower()  # not «Қасым-Жомарт»
            declined = self.head_last and common and not run and case(token) in OBLIQUE
            if declined and (small or not is_given(doc, index)):
                break  # «[Іс-шараға] Қырғыз елінің министрі»: only the last word of a name is declined
            if len(token) == 1 and index + 1 not in doc.user_data["lines"]:
                break  # a lone capital is an initial only where a line broke after it and took its full stop
            run.append(index)
            if self.head_last and self.names.closes(token.text, len(run) == 1):
                break
            index = next_word(doc, index + 1)
        return run

    def _name(self, doc: Doc, run: list[int]) -> tuple[int, int] | None:
        """The longest beginning of a run that is a full name."""
        for length in range(len(run), 1, -1):
            if self._is_full_name(doc, run[:length]) and not names_place(doc, run[0], run[length - 1] + 1):
                return run[0], run[length - 1] + 1
        return None

    def _is_full_name(self, doc: Doc, run: list[int]) -> bool:
        words = [doc[i].text.title() if is_in_capitals(doc[i].text) else doc[i].text for i in run]
        if all(is_in_capitals(doc[i].text) for i in run):
            return False  # a headline
        if are_two_people(doc, run):
            return False
        if all(doc[i].pos_ == "ADJ" for i in run):
            return False  # «Жаңа Экологиялық кодекс»
        initials = [is_initial(word) for word in words]
        if any(initials):
            longer = [word for word, initial in zip(words, initials, strict=True) if not initial]
            at_one_end = initials == sorted(initials) or initials == sorted(initials, reverse=True)
            return at_one_end and len(longer) == 1 and len(longer[0]) > 2 and not longer[0].isupper()
        printed = len(run) == 2 and is_in_capitals(doc[run[1]].text)  # «начальник Куаткали СЕРАЛИЕВ»
        if not any(is_given(doc, i) for i in run):
            return printed and doc[run[0]].pos_ == "PROPN" and self.names.is_surname(words[1])
        name = self.names.parse(words)
        if not name or not name.given:
            return False
        if not (name.surname or KINSHIP.match(words[-1])):
            return self.head_last and bool(name.patronymic)  # «Асан Бекенұлы», as many Kazakhs call themselves
        told = bool(name.patronymic) and any(FATHERS_NAME.search(w) or KINSHIP.match(w) for w in words)
        return len(words) == 2 or told  # «замглавы [Серова] Максим Метелица»


def _in_place(doc: Doc, start: int, stop: int) -> bool:
    """Whether a name goes on with its class word as a place: «[Жаңа Иқан] ауылдық округінде», no person."""
    return any(span.start == start and span.end > stop for span in spans_of(doc, "places"))


def names_place(doc: Doc, start: int, stop: int) -> bool:
    """Whether a name is that of a street or a Kazakh village: «на улице Юрия Гагарина», «Ү.Түктібаев ауылында»."""
    grammar = tables.load(doc.lang_, "grammar")
    words, follows, before = grammar.get("named_after", ()), next_word(doc, stop), previous_word(doc, start)
    if not grammar["owner_first"] and before >= 0 and has_key(doc, before, street_words(doc.lang_)):
        return True
    if not words or (not is_initial(doc[start].text) and "." not in doc[start].text) or follows >= len(doc):
        return False
    return has_key(doc, follows, words) and (feature(doc[follows], "Person[psor]") != "" or doc[follows].pos_ == "ADJ")


def is_in_capitals(text: str) -> bool:
    """A surname as some papers print it: «Алтай КУЛЬГИНОВ»; an abbreviation is shorter."""
    return text.isupper() and len(text) > LONGEST and text.replace("-", "").isalpha()


def is_name_word(text: str) -> bool:
    """A capitalised word, hyphens allowed, or initials: «Қасым-Жомарт», «К.-Ж.», «Б»."""
    return text[0].isupper() and (is_initial(text) or (text.replace("-", "").isalpha() and not text.isupper()))


def behind_initials(doc: Doc, index: int) -> bool:
    """«директор И.И. [Иванов]»: behind two initials stands a surname, though a town is called so too."""
    before = doc[max(0, index - 2) : index]
    return len(before) == 2 and all(t.text[0].isupper() and is_initial(t.text) for t in before)


def _opens_with_initial(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text[0].isupper() and is_initial(doc[index].text)
