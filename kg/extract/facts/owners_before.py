"""What a Kazakh post belongs to, told before it: «[Алматы қаласының] әкімі», «[Тұлпар]» компаниясының директоры."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span

from kg.extract.facts.belonging import words_of_people
from kg.extract.facts.head_words import last_words
from kg.extract.found import (
    FIELDED,
    PREMISES,
    Title,
    case,
    entities,
    feature,
    has_key,
    next_word,
    previous_word,
    remembered,
)
from kg.extract.names.body_words import body_heads
from kg.extract.quotes import CLOSING

if TYPE_CHECKING:
    from kg.extract.facts.belonging import Belonging, Owner

ELSEWHERE = ("Dat", "Acc", "Abl", "Ins")  # cases in which a Kazakh place is no owner of what follows
SENT = "ambassador"
REACH = 9  # tokens of a jurisdiction at the most: «… министрлігінің … департаментінің директоры»


@remembered
def _ending(doc: Doc) -> dict[int, Span]:
    """The names of others than people that end at a token."""
    return {span.end: span for span in entities(doc) if span.label_ != "Person"}


class OwnersBefore:
    """Walks back from a post to the name that it is of."""

    def __init__(self, grammar: dict[str, Any], belonging: Belonging) -> None:
        self.belonging = belonging
        self.joints = frozenset(grammar["joints"])
        self.chairs = tuple(grammar.get("chairs_of_boards", ()))
        self.fields = frozenset(grammar.get("fields", ()))
        self.subjects = frozenset(grammar.get("subjects", ()))
        self.parts = frozenset(grammar.get("parts", ()))
        self.ordinal = tuple(grammar.get("ordinal", "\n"))
        self.attributive = tuple(grammar.get("attributive", ()))

    def owner(self, doc: Doc, title: Title, row: dict[str, Any]) -> Owner | None:
        """The title's tokens with what it is of, and that name or its class word; None where nothing is told."""
        around = self.belonging.around(doc, title) or _shares_class_word(doc, title)
        if around is not None:
            return min(around.start, title.start), title.stop, (around.start, around.end), None
        spans, people = _ending(doc), words_of_people(doc)
        of_class, start, index, thing = None, title.start, previous_word(doc, title.start), -1
        for _ in range(REACH):
            if index < 0 or index in people:
                break
            if has_key(doc, index, self.belonging.branches) and index + 1 not in spans:
                return index, title.stop, None, "Organization"  # «партиясы облыстық [филиалының төрағасы]»
            span = spans.get(index + 1)
            if span is not None:
                if row["role"] == SENT and span.label_ == "Place" and case(doc[index]) == "Dat":
                    index = previous_word(doc, span.start)  # «Қазақстанның [Францияға] төтенше елшісі»
                    continue
                if (of_class and not self.belonging.suits(doc, (span.start, span.end), row)) or _is_left(doc, index):
                    break
                if title.role in FIELDED and span.id_ == "Parliament":
                    break  # no minister's: «[Парламент] бұрынғы министр Асановты тыңдады»
                if self._of_a_part(doc, thing, span):
                    return thing, title.stop, None, "Organization"
                field = span.label_ == "Project" and row["role"] in FIELDED
                if case(doc[index]) != "Loc" and not field:  # not «Ресейдің [Қазақстандағы] елшісі»
                    return span.start, title.stop, (span.start, span.end), None
                index = previous_word(doc, span.start)
                continue
            if doc[index].text in CLOSING and (span := spans.get(_marked(doc, index))) is not None:
                if self._of_a_part(doc, thing, span):
                    return thing, title.stop, None, "Organization"
                return span.start, title.stop, (span.start, span.end), None  # «Тұлпар» компаниясының директоры
            if self._parts_from(doc, index):
                break
            if (opened := _bracket(doc, index)) is not None:
                index = previous_word(doc, opened)
                continue
            if self.belonging.class_word(doc, index) and of_class is None:
                of_class, start = self.belonging.class_word(doc, index), index
            elif not self._stands_before(doc, index, title, start) or doc[index].is_sent_start:
                break
            elif thing < 0 and self._is_thing(doc, index, title):
                thing = index
            index = previous_word(doc, index)
        return (start, title.stop, None, of_class) if of_class else None

    def _is_thing(self, doc: Doc, index: int, title: Title) -> bool:
        """A noun that owns the post and is owned itself: «[полициясының] басшысы», «[институты] директоры»."""
        if not feature(doc[index], "Person[psor]") or self._is_subject(doc, index):
            return False
        beside = next_word(doc, index + 1) == title.group[0] and has_key(doc, index, body_heads(doc.lang_))
        return case(doc[index]) == "Gen" or beside

    def _is_subject(self, doc: Doc, index: int) -> bool:
        """«математика [пәнінің]», «[11-сынып]»: what is taught, and to whom, between a school and its people."""
        return has_key(doc, index, self.subjects) or doc[index].lower_.rpartition("-")[2] in self.subjects

    def _of_a_part(self, doc: Doc, thing: int, span: Span) -> bool:
        """«Тараз қаласының [полициясының] басшысы» heads no town, who heads a [бөлім] of a firm no firm.

        The noun that says what a name is of is no part of it, «Samsung [компаниясының] басшысы», nor is its council.
        """
        quoted = doc[next_word(doc, span.end)].text in CLOSING
        if thing < 0 or (quoted and span.id_ in PREMISES):
            return False  # «Береке» [базарының] директоры
        if span.label_ == "Place" or has_key(doc, thing, self.parts):
            return True
        return not quoted and not (next_word(doc, span.end) == thing and has_key(doc, thing, last_words(doc.lang_)))

    def heads_a_part(self, doc: Doc, title: Title) -> bool:
        """«Тұлпар» орталығының [бөлім басшысы] heads no centre; the «басқарма төрағасы» of a firm does."""
        first = title.group[0]
        whole = first if title.group[1] - first > 1 else previous_word(doc, first)
        chairs = any(word.startswith(self.chairs) for word in title.words.split())
        if title.of is None or whole < title.of[1] or chairs:
            return False
        return has_key(doc, whole, self.parts) and not feature(doc[whole], "Person[psor]") and case(doc[whole]) == "Nom"

    def _parts_from(self, doc: Doc, index: int) -> bool:
        """Whether a word parts a post from what stands before: another post, or a place somewhere."""
        if self.belonging.posts.longest(doc, index) or self._changes(doc, index):
            return True
        elsewhere = case(doc[index]) in (*ELSEWHERE, "Loc") and not doc[index].text.endswith(self.attributive)
        return elsewhere and self.belonging.class_word(doc, index) is not None  # «Тараз қаласында [министр] болды»

    def _stands_before(self, doc: Doc, index: int, title: Title, start: int) -> bool:
        """Whether a word can stand between a name and its post: «Қазақстанның [денсаулық сақтау] министрі»."""
        token = doc[index]
        field = has_key(doc, index, self.fields) or self._is_subject(
            doc, index
        )  # «университеттің оқу ісі [жөніндегі] проректоры»
        if field or _is_protected(doc, index, start) or _lists_field(doc, index, title, self.joints):
            return True
        if token.lower_.endswith(self.ordinal) and token.is_alpha:
            return True  # «Қырғызстанның [екінші] президенті»
        closed = index > 0 and doc[index - 1].text in CLOSING
        if closed and token.text[0] == "-":
            return case(token) == "Gen"  # «Тұлпар»[-дың] директоры
        if token.text.endswith(self.attributive) and case(token) == "Loc" and token.is_lower:
            return True  # «бөлімнің мерзімді [қызметтегі] жауынгері»
        if token.text.partition("-")[0].isupper() and (closed or (index and doc[index - 1].text.isupper())):
            return True  # «Тұлпар» [ЖШС-ның] директоры, «Тұлпар» ҰК [АҚ-ның] директоры
        if not token.is_alpha or case(token) not in ("", "Nom", "Gen"):
            return False
        if token.pos_ == "VERB":
            return feature(token, "VerbForm") == "Vnoun" and case(token) == "Nom"
        return token.pos_ in ("NOUN", "ADJ", "PROPN", "") or has_key(doc, index, self.joints)

    def _changes(self, doc: Doc, index: int) -> bool:
        """A modifier that makes another post of what follows: «бұрынғы»."""
        found = self.belonging.before.longest(doc, index)
        return found is not None and found[1][0]["kind"] != "none"


def _bracket(doc: Doc, index: int) -> int | None:
    """Where a bracket opens that ends at a token, with one word in it: «Жайық институтының [(ЖИ)] директоры»."""
    opened = index - 2
    return opened if opened > 0 and doc[index].text == ")" and doc[opened].text == "(" else None


def _is_left(doc: Doc, index: int) -> bool:
    """«Тараз қаласына [министр] келді»: where somebody goes, no owner."""
    return case(doc[index]) in ELSEWHERE


def _lists_field(doc: Doc, index: int, title: Title, joints: frozenset[str]) -> bool:
    """«инвестициялар[,] өнеркәсіп және сауда министрі»: a comma in a field that an «және» goes on with."""
    before = previous_word(doc, index)
    if doc[index].text != "," or title.role not in FIELDED or before < 0 or not doc[before].is_lower:
        return False
    joined = any(doc[i].lower_ in joints for i in range(index + 1, title.group[0]))
    return joined and doc[before].pos_ == "NOUN" and case(doc[before]) in ("", "Nom")


def _is_protected(doc: Doc, index: int, stop: int) -> bool:
    """«[халықты] әлеуметтік қорғау министрі»: what the work of a body is done to, before the verbal noun."""
    work = range(index + 1, stop)
    return case(doc[index]) == "Acc" and any(feature(doc[i], "VerbForm") == "Vnoun" for i in work)


def _marked(doc: Doc, index: int) -> int:
    """The mark that closes a name, where one more closes its legal form: «[«Тұлпар»] ҰК» АҚ»."""
    inner = previous_word(doc, index)
    outer = previous_word(doc, inner) if inner > 0 and doc[inner].text.isupper() else -1
    return outer if outer > 0 and doc[outer].text in CLOSING else index


def _shares_class_word(doc: Doc, title: Title) -> Span | None:
    """The place whose class word is a post's first word, «[Байзақ ауданы]ның басшысы», of «аудан басшысы»."""
    first, last = title.group
    places = (s for s in entities(doc) if s.label_ == "Place" and s.start < first < s.end < last)
    return next(places, None)
