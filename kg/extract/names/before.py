"""Names that stand before their head noun, as in Kazakh: «Мәдениет және спорт министрлігі», «Тұлпар» компаниясы."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import NOUNS, case, feature, has_key, is_plural, next_word, previous_word, spans_of
from kg.extract.names.body_words import belongs
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.documents_before import behind_body, code_in_making, keeps_head, owner_of_document
from kg.extract.names.eponyms_before import in_eponym
from kg.extract.names.listed_fields import field_before
from kg.extract.names.parts_before import NUMBER, is_adjective, taken
from kg.extract.names.quoted_before import quoted_before, skip_adjectives
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING
from kg.lang.names import is_initial

LONGEST = 10


def build(doc: Doc, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The names that a head noun at [start, stop) closes, as token spans; none when nothing makes it a name."""
    if _stands_before(doc, stop, row.get("never_before", ())):
        return
    if "code" in row["shape"]:
        yield from code_in_making(doc, start, stop, row)
        return
    last = previous_word(doc, skip_adjectives(doc, start, grammar))
    if last >= 0 and doc[last].text in CLOSING and "quoted" in row["shape"]:
        if _is_field_of_next(doc, stop, grammar):
            return
        for first, end in quoted_before(doc, last, grammar):
            if doc[first].text[0].islower():
                continue  # ««күзетпен ұстау» шарасы»: no name
            whole = row.get("whole") and end == last
            yield (first - 1, stop) if whole and belongs(row) else (first, stop if whole else end)
        return
    if is_plural(doc[stop - 1]) and not row.get("plural"):
        return
    if _describes(doc, stop, grammar) or (not row.get("bare_ok") and _is_of_next(doc, stop, grammar)):
        return
    if "dated" in row and (owner := owner_of_document(doc, last, grammar)) is not None:
        first = behind_body(doc, _begin(doc, owner, ["before"], grammar))
        if doc[last].lower_ in grammar["document_years"] or _tells_one(doc, first, owner):
            yield first, stop
        return
    begin = _begin(doc, start, row["shape"], grammar)
    if row.get("no_post") and any(post_phrases(doc.lang_).longest(doc, i) for i in range(begin, start)):
        return
    if begin < start and _is_name(doc, begin, start, stop, row, grammar):
        whole = row.get("whole", belongs(row)) or keeps_head(doc, start, row)
        yield begin, (stop if whole else previous_word(doc, start) + 1)
    elif row.get("bare_ok") and _stands_alone(doc, start, row):
        yield start, stop


def _stands_before(doc: Doc, stop: int, words: Sequence[str]) -> bool:
    """Whether a head noun stands before a word that makes something else of it: «заңға [сәйкес]», «заңның [5]-бабы»."""
    follows = next_word(doc, stop)
    if not words or follows >= len(doc):
        return False
    return has_key(doc, follows, words) or doc[follows].text[0].isdigit()


def _is_of_next(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """«аудандық [полиция] бөлімшелерінің», «Жоғары [сот] кеңесі»: a bare noun of what kind those behind it are."""
    if _is_field_of_next(doc, stop, grammar):
        return True
    follows = next_word(doc, stop)
    bare = follows < len(doc) and not feature(doc[stop - 1], "Person[psor]") and case(doc[stop - 1]) in ("", "Nom")
    return bare and is_plural(doc[follows]) and has_key(doc, follows, grammar["body_heads"])


def _describes(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a head noun is the adjective of another: «аудандық [орталық] аурухана»."""
    follows = next_word(doc, stop)
    if follows >= len(doc) or doc[follows].is_sent_start or not has_key(doc, stop - 1, grammar["official"]):
        return False
    if feature(doc[stop - 1], "Person[psor]"):
        return False  # «тілдер орталығының директоры»
    return doc[follows].pos_ == "NOUN" and feature(doc[follows], "Person[psor]") != ""


def _is_field_of_next(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """«Тұлпар» [құрылыс] компаниясы: a bare noun that says of what kind the body behind it is."""
    follows, last = next_word(doc, stop), doc[stop - 1]
    if (
        follows >= len(doc)
        or last.text.partition("-")[0].isupper()
        or feature(last, "Person[psor]")
        or case(last) == "Gen"
    ):
        return False
    return feature(doc[follows], "Person[psor]") != "" and has_key(doc, follows, grammar["body_heads"])


def _is_name(doc: Doc, begin: int, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> bool:
    """Whether what stands before a head names one body: «білім басқармасы», not «көпсалалы орталық»."""
    inner = [doc[i] for i in range(begin, start) if not doc[i].is_space]
    if not _joined(doc, inner[-1].i, stop - 1, grammar):
        return False
    if row.get("town") and _belongs_to_place(doc, inner[-1], stop - start == 1, grammar):
        return False
    if row.get("levelled") and any(t.lower_ in grammar["level_names"] for t in inner):
        return True
    if row.get("capital") and not feature(doc[stop - 1], "Person[psor]"):
        return False  # «мемлекеттік қызмет істері»
    if row.get("placed") and not any(map(_has_digit, inner)) and not _is_placed(doc, begin, inner, stop, grammar):
        return False
    if row.get("bare_ok") or any(NUMBER.fullmatch(t.text) for t in inner):
        return True
    if row.get("dated") == "only" and feature(inner[-1], "VerbForm") != "Vnoun" and inner[-1].is_lower:
        return False  # «Үкімет бағдарламасы»
    if _tells_one(doc, begin, start):
        return True
    if row.get("capital"):
        return len(inner) > 1 and inner[0].text[0].isupper() and has_key(doc, inner[0].i, grammar["official"])
    if "quoted" in row["shape"]:
        told = len(inner) > 2 or (len(inner) > 1 and any(has_key(doc, t.i, grammar["official"]) for t in inner[:2]))
        return told and inner[0].text[0].isupper()  # «[Қазақ ұлттық университеті] …», where a sentence begins with it
    if row.get("told") and not _is_told(doc, inner, stop, grammar):
        return False
    return "before" in row["shape"] and not all(t.pos_ not in NOUNS and is_adjective(t, grammar) for t in inner)


def _belongs_to_place(doc: Doc, owner: Token, bare: bool, grammar: dict[str, Any]) -> bool:
    """«Жетісу [облысының] орталығы», «[Алматының] орталығы»: a place's own is its chief town or its middle.

    So is that of «Ясный [кенті] орталығы», where nothing else tells what it is the centre of.
    """
    if bare and feature(owner, "Person[psor]") == "3" and has_key(doc, owner.i, grammar["class_words"]):
        return True
    known = any(s.end == owner.i + 1 and s.label_ == "Place" for s in spans_of(doc, "gazetteer"))
    return case(owner) == "Gen" and (known or has_key(doc, owner.i, grammar["class_words"]))


def _tells_one(doc: Doc, begin: int, stop: int) -> bool:
    """Whether a place or a capital that no sentence gives tells of which document words are."""
    capital = any(doc[i].text[0].isupper() and not opens_as_common(doc, i) for i in range(begin, stop))
    return capital or _begins_with_place(doc, begin)


def _has_digit(token: Token) -> bool:
    return token.text[-1].isdigit()


def _is_placed(doc: Doc, begin: int, inner: Sequence[Token], stop: int, grammar: dict[str, Any]) -> bool:
    """«[Арыс қалалық қазақ гимназиясы]», «[Абай атындағы лицей]», not «Арыстағы [ауыл мектебі]»."""
    if any(t.lower_ in grammar["eponyms"] for t in inner):
        return True
    if all(t.text[0].islower() for t in inner[1:]) and not feature(doc[stop - 1], "Person[psor]"):
        return False
    return inner[0].text[0].isupper() and not opens_as_common(doc, begin)


def _is_told(doc: Doc, inner: Sequence[Token], stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a level or a post tells one body: «облыстық дәрігерлік кеңес», «аналар кеңесінің [төрайымы]»."""
    if any(has_key(doc, t.i, (*grammar["level_classes"], *grammar["official"])) for t in inner):
        return True
    follows = next_word(doc, stop)
    return follows < len(doc) and post_phrases(doc.lang_).longest(doc, follows) is not None


def _begins_with_place(doc: Doc, begin: int) -> bool:
    """«[Мұғалжар] аудандық ауруханасы», whose first word the sentence would give a capital anyway."""
    return any(s.start == begin and s.label_ == "Place" for s in spans_of(doc, "gazetteer"))


def _joined(doc: Doc, last: int, head: int, grammar: dict[str, Any]) -> bool:
    """A noun before its head leaves it possessed: «даму банкі», not «дәрігер кеңес берді»."""
    token = doc[last]
    letters = doc[head].text.partition("-")[0].isupper()  # «ЖШС», «ЖШС-нің»
    if feature(doc[head], "Person[psor]") or letters or token.text[-1].isdigit():
        return True
    return is_adjective(token, grammar) or token.lower_ in (*grammar["eponyms"], *grammar["fields"], *grammar["beside"])


def _stands_alone(doc: Doc, start: int, row: dict[str, Any]) -> bool:
    """A bare «Үкімет» is a body of the text; «бір әкімдікте» is not, nor is «аппарат мәжілісі» a chamber."""
    before = previous_word(doc, start)
    follows = next_word(doc, start + 1)
    named = follows < len(doc) and has_key(doc, follows, row.get("members", ()))  # «мәжіліс [депутаты]»
    if row.get("capital") and not named and not doc[start].text[0].isupper():
        return False
    possessed = feature(doc[start], "Person[psor]") != ""
    if possessed and any(s.end == before + 1 and s.label_ == "Organization" for s in spans_of(doc, "gazetteer")):
        return False  # «Reuters агенттігі»
    return before < 0 or doc[before].pos_ not in ("NUM", "DET")


def _begin(doc: Doc, start: int, shapes: list[str], grammar: dict[str, Any]) -> int:
    parts = Parts(doc, start, shapes, grammar)
    begin = parts.begin(start)
    while (first := parts.listed(begin)) is not None:
        begin = parts.begin(first)
    return begin if _begins_with_place(doc, begin) else _after_opener(doc, begin, start)


class Parts:
    """The words before one head noun, asked which of them belong to its name."""

    def __init__(self, doc: Doc, head: int, shapes: list[str], grammar: dict[str, Any]) -> None:
        self.doc, self.head, self.shapes, self.grammar = doc, head, shapes, grammar
        known = list(spans_of(doc, "gazetteer"))
        self.places = {span.end: span.start for span in known if span.label_ == "Place"}
        if "of_body" in shapes:
            bodies = [*(span for span in known if span.label_ == "Organization"), *spans_of(doc, "organizations")]
            self.places |= {span.end: span.start for span in bodies}
        full = [span for span in spans_of(doc, "crf") if span.label_ == "Person" and len(span) > 1]
        self.people = {i for span in full for i in range(span.start, span.end) if not self._opens_level(i, span.end)}
        self.outlets = {span.end for span in known if span.id_ == "NewsMedia"}

    def _opens_level(self, index: int, stop: int) -> bool:
        """«Әсел Бекенова [Алмалы] аудандық сотында»: a place that a level stands behind is no part of a name."""
        level = stop == index + 1 < len(self.doc) and self.doc[stop].lower_ in self.grammar["level_names"]
        return level and self.places.get(stop) == index

    def begin(self, begin: int) -> int:
        """Where the name begins, as far as no comma parts it."""
        index = begin
        for _ in range(LONGEST):
            previous = previous_word(self.doc, index)
            if previous < 0 or self.doc[index].is_sent_start or index in self.outlets:
                break
            found = taken(self.doc, previous, self.head, self.shapes, self.places, self.grammar)
            over = self.doc[previous].lower_ in self.grammar["over"]
            if found is None or (begin < self.head and not over and self._ends_name(previous, begin)):
                break
            if self._says_where(previous) or self.doc[previous].lower_ in self.grammar["says_when"]:
                break  # «[Былтыр] Омбы облысының басқармасы»
            index = found
            if not has_key(self.doc, index, self.grammar["joints"]):
                begin = index
        return begin

    def _says_where(self, index: int) -> bool:
        """«Арыс [қаласында] № 57 мектеп ашылды», beside «Арыс [қаласындағы] № 57 мектеп»."""
        token = self.doc[index]
        if case(token) != "Loc" or token.text.endswith(tuple(self.grammar["attributive"])):
            return False
        return token.is_lower and has_key(self.doc, index, self.grammar["class_words"])

    def listed(self, begin: int) -> int | None:
        """Where a field before a comma begins: «[құрылыс], сәулет және қала құрылысы басқармасы»; None for none."""
        comma = previous_word(self.doc, begin)
        joined = any(has_key(self.doc, i, self.grammar["joints"]) for i in range(begin, self.head))
        if comma <= 0 or self.doc[comma].text != "," or "before" not in self.shapes or not joined:
            return None
        return field_before(self.doc, comma, begin, self.places, self.grammar)

    def _ends_name(self, index: int, begin: int) -> bool:
        """Whether a name begins here: behind a person, with an initial, or with a capital behind a small word."""
        if index in self.people and begin not in self.people and self.doc[begin].text[0].isupper():
            return not ("eponym" in self.shapes and in_eponym(self.doc, index, self.head, self.grammar))
        somewhere = self.doc[begin].is_title and self.doc[begin].text.endswith(tuple(self.grammar["attributive"]))
        if somewhere and is_surname(self.doc, index):
            return True  # «Тоқаев [Алматыдағы жылу орталығы] туралы айтты»
        if is_initial(self.doc[begin].text):
            return not is_initial(self.doc[index].text)  # «Асан Ким [Н.Сац атындағы театр]»
        return self._leaves_name(index, begin)

    def _leaves_name(self, index: int, begin: int) -> bool:
        """«күрделі ахуал [Семейдегі орталық]», but «[Абай атындағы Қазақ университеті]»."""
        small = self.doc[index].text[0].islower() and not has_key(self.doc, index, self.grammar["joints"])
        inside = "eponym" in self.shapes and has_key(self.doc, index, self.grammar["eponyms"])
        inside = inside or self.doc[index].lower_ in self.grammar["beside"]
        return small and self.doc[begin].text[0].isupper() and not inside


def is_surname(doc: Doc, index: int) -> bool:
    """Whether a word can be nothing but somebody's surname: «Тоқаев»."""
    told: bool = import_module(f"kg.lang.{doc.lang_}.names").is_surname(doc[index].text)
    return told


def _after_opener(doc: Doc, begin: int, start: int) -> int:
    """Where a name begins that a word opening the sentence stands before: «Кездесу [Ұлттық кітапханада] өтті»."""
    follows = next_word(doc, begin + 1)
    several = follows < start and is_plural(doc[begin])  # but «Ардагерлер кеңесі»
    if begin < start and opens_as_common(doc, begin) and (doc[follows].text[0].isupper() or several):
        return follows
    return begin
