"""The words of a name that stand before its head noun, one by one backwards, as in Kazakh."""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import NO_NAMES, NOUNS, case, feature, has_key, next_word, previous_word
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.eponyms_before import in_eponym, stands_where
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING

NUMBER = re.compile(r"№?\d+")
UNIT = 5  # digits that number no years and no things: «31775 әскери бөлім»


def is_adjective(token: Token, grammar: dict[str, Any]) -> bool:
    """An adjective that says of what kind a body is: «қалалық», «техникалық»; not «пайдалы»."""
    lemma = token.lemma_.lower()
    known = not {lemma, token.lower_}.isdisjoint(grammar["adjectives"]) or lemma.endswith(
        tuple(grammar["adjective_endings"])
    )
    known = known or (token.pos_ == "ADJ" and lemma.endswith(tuple(grammar["told_adjective_endings"])))
    return known and case(token) in ("", "Nom")


def _numbered(doc: Doc, index: int) -> int | None:
    """«№ 7 мектеп», «7-мектеп», «31775 әскери бөлім»; not «7 мектеп», so many schools."""
    if index and doc[index - 1].text in ("№", "N"):
        return index - 1
    if len(doc[index]) >= UNIT:
        return index
    marked = doc[index].text[0] == "№" or doc[index].text[-1] == "-" or doc[index + 1].text == "-"
    return index if marked else None


def taken(
    doc: Doc, index: int, head: int, shapes: list[str], places: dict[int, int], grammar: dict[str, Any]
) -> int | None:
    """The first token of the part of the name that ends here; None when none does."""
    token, inside = doc[index], [*grammar["joints"], *grammar["governors"]]
    done = "before" in shapes and case(token) == "Acc" and _is_verbal(doc, next_word(doc, index + 1))
    if "eponym" in shapes and stands_where(doc, index, grammar):
        return None
    if index + 1 in places and {"of_place", "of_body", "before"} & set(shapes):
        owns = done or token.text.endswith(
            tuple(grammar["attributive"])
        )  # «Астанадағы орталық»; in another local case nothing
        return places[index + 1] if owns or case(token) in ("", "Nom", "Gen") else None
    if "for_field" in shapes and (over := _over_place(doc, index, places, grammar)) is not None:
        return over
    if "eponym" in shapes and in_eponym(doc, index, head, grammar):
        return index
    if "before" in shapes and _is_light(doc, index, grammar):
        return index
    office = _office(doc, index, head) if "of_office" in shapes else None
    if office is not None:
        return office
    barred = has_key(doc, index, grammar["not_in_names"]) and feature(token, "VerbForm") != "Vnoun"  # «алдын [алу]»
    if barred or _is_post(doc, index, head):
        return None
    before = previous_word(doc, index)
    form = token.text.partition("-")[0] in grammar["legal_forms"] and "bare" not in shapes
    if form and before >= 0 and doc[before].text in CLOSING:
        return None  # «Тұлпар» [ЖШС] қызметі: what the company does
    if not any(c.isalnum() for c in token.text):
        return None
    if "of_body" in shapes and token.lower_ in grammar["beside"] and index in places:
        return index  # «Үкімет [жанындағы] кеңес»
    if not done and any(key in grammar["class_words"] for key in doc.user_data["keys"][index]):
        return index if _class_word(doc, index, head, shapes, places) else None
    if "number" in shapes and NUMBER.fullmatch(token.text):
        return _numbered(doc, index)
    if "for_field" in shapes and (has_key(doc, index, grammar["fields"]) or _within_field(doc, index, grammar)):
        return index
    follows = next_word(doc, index + 1)
    if doc[follows].lower_ in grammar["level_names"] and feature(token, "Person[psor]"):
        return None  # «Жаңа таң» партиясы [аудандық филиалы]»
    if token.pos_ == "PROPN" and follows != head and _opens_name(doc, follows, shapes, grammar):
        return None if _is_second(doc, index, grammar) else index  # «Серікқазы Оразалиев облыстық қаржы басқармасында»
    if _before_level(doc, index, follows, head, grammar):
        return None  # «келесі [мәселе] аудандық жолдар бөлімінің басшысы»
    if {"adjective", "before"} & set(shapes) and is_adjective(token, grammar):
        return index
    if "before" in shapes and (has_key(doc, index, inside) or _bare_noun(doc, index) or _object(doc, index, grammar)):
        return index
    if "capitalised" in shapes and _leads_to_capital(doc, index, grammar):
        return index
    if "year" in shapes and token.text[0].isupper() and token.text[-4:].isdigit():
        return index
    if (
        ("bare" in shapes or "capitalised" in shapes)
        and token.text[0].isupper()
        and (not token.is_sent_start or _is_short(token))
        and case(token) in ("", "Nom")
    ):
        return index
    return None


def _over_place(doc: Doc, index: int, places: dict[int, int], grammar: dict[str, Any]) -> int | None:
    """«[Омбы облысы бойынша] полиция департаменті»: where the place of which a body has charge begins."""
    if doc[index].lower_ not in grammar["over"]:
        return None
    classed = index > 0 and has_key(doc, index - 1, grammar["class_words"])
    return places.get(index, places.get(index - 1) if classed else None)


def _office(doc: Doc, index: int, head: int) -> int | None:
    """«аудан [әкімінің] баспасөз қызметі»: where the words of the office begin whose a body is."""
    if case(doc[index]) != "Gen" or next_word(doc, index + 1) != head:
        return None
    found = ((i, post_phrases(doc.lang_).longest(doc, i)) for i in (max(0, index - 1), index))
    return next((i for i, post in found if post is not None and post[0] == index + 1), None)


def _is_verbal(doc: Doc, index: int) -> bool:
    """«[Ауылды] дамыту қоры»: what a verbal noun inside a name is done to."""
    return feature(doc[index], "VerbForm") == "Vnoun"


def _is_light(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """«сапаны [қамтамасыз] ету департаменті»: a word that is one verb with the verbal noun behind it."""
    return doc[index].lower_ in grammar["light"] and feature(doc[next_word(doc, index + 1)], "VerbForm") == "Vnoun"


def _before_level(doc: Doc, index: int, follows: int, head: int, grammar: dict[str, Any]) -> bool:
    """Whether a common noun without ending stands before the level that a body's name begins with."""
    level = follows < head and has_key(doc, follows, grammar["level_classes"]) and doc[follows].pos_ == "ADJ"
    return level and doc[index].is_lower and doc[index].pos_ == "NOUN" and not is_adjective(doc[index], grammar)


def _is_short(token: Token) -> bool:
    """«[ТАУ] клубы», «[Metal] Group компаниясы»: letters that are capital wherever they stand, or foreign."""
    return token.is_alpha and len(token) > 1 and (token.is_upper or token.text.isascii())


def _opens_name(doc: Doc, index: int, shapes: list[str], grammar: dict[str, Any]) -> bool:
    """Whether a body's name may begin here, behind a person's: «облыстық …», «Энергетика [министрлігі]»."""
    capital = "before" in shapes and doc[index].text[0].isupper() and doc[index].pos_ == "NOUN"
    return capital or (is_adjective(doc[index], grammar) and doc[index].is_lower)


def _is_second(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a capitalised word stands behind another, as a surname does; not «[Жетісай] аудандық әкімдігі».

    Nor behind where it is: «Алматыдағы [Орталық] қалалық аурухана».
    """
    before = previous_word(doc, index)
    if before >= 0 and doc[before].text.endswith(tuple(grammar["attributive"])):
        return False
    if doc[index].is_sent_start is True or before < 0 or not doc[before].text[0].isupper():
        return False
    return not opens_as_common(doc, before)


def _class_word(doc: Doc, index: int, head: int, shapes: list[str], places: dict[int, int]) -> bool:
    """«қала» after its name, «Ақтау қаласының әкімдігі», or within a field, «[ауыл] шаруашылығы министрлігі»."""
    before, follows = previous_word(doc, index), next_word(doc, index + 1)
    if before >= 0 and before + 1 in places and not doc[index].is_sent_start:
        return True
    possessed = feature(doc[follows], "Person[psor]") != "" and follows != head
    return "before" in shapes and possessed and case(doc[index]) == "Nom" and not feature(doc[index], "Person[psor]")


def _leads_to_capital(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A small noun inside a name that a capital opens: «[Алматы тау кластері] жобасы»; three words back at the most."""
    if doc[index].text[0].isupper():
        return doc[index].pos_ not in NO_NAMES and not doc[index].is_stop
    if not _bare_noun(doc, index) or doc[index].pos_ not in NOUNS:
        return False
    for i in range(index - 1, max(index - 4, -1), -1):
        if doc[i].text[0].isupper():
            return not doc[i].is_sent_start and doc[i].pos_ not in NO_NAMES
        if not _bare_noun(doc, i):
            return False
    return False


def _is_post(doc: Doc, index: int, head: int) -> bool:
    """«Президент», «әкімі» and the like are in no name: «[аудан әкімі] қызметін атқарады»."""
    found = post_phrases(doc.lang_).longest(doc, index)
    return found is not None and found[0] <= head


def _bare_noun(doc: Doc, index: int) -> bool:
    """A noun without case ending inside a name, a verbal noun too: «Мәдениет және спорт», «денсаулық сақтау»."""
    token = doc[index]
    if case(token) not in ("", "Nom"):
        return False
    if feature(token, "VerbForm"):
        return feature(token, "VerbForm") == "Vnoun"
    return token.pos_ in ("NOUN", "PROPN", "") or (token.pos_ == "ADJ" and token.text[0].isupper())


def _object(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """What a verbal noun or «қарсы» inside a name governs: «[Бәсекелестікті] қорғау», «[жемқорлыққа] қарсы»."""
    follows = next_word(doc, index + 1)
    if case(doc[index]) == "Gen" and doc[index].pos_ in NOUNS and doc[follows].lower_ in grammar["light_owned"]:
        return True
    if doc[follows].lower_ in grammar["light"]:
        follows = next_word(doc, follows + 1)  # «[сапаны] қамтамасыз ету»
    if doc[index].pos_ not in NOUNS and feature(doc[index], "VerbForm") != "Vnoun":
        return False
    if case(doc[index]) == "Dat":
        return has_key(doc, follows, grammar["governors"]) or _served(doc, index, follows)
    if case(doc[index]) == "Ins" and has_key(doc, follows, grammar["governors"]):
        return True  # «[жемқорлықпен] күрес агенттігі»
    return case(doc[index]) in ("Acc", "Ins") and feature(doc[follows], "VerbForm") == "Vnoun"


def _served(doc: Doc, index: int, follows: int) -> bool:
    """«[Халыққа] қызмет көрсету орталығы»: a small noun, another without ending, and the verbal noun of both."""
    verb = next_word(doc, follows + 1)
    if verb >= len(doc) or not (doc[index].is_lower or doc[index].is_sent_start) or doc[follows].pos_ not in NOUNS:
        return False
    return case(doc[follows]) in ("", "Nom") and feature(doc[verb], "VerbForm") == "Vnoun"


def _within_field(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Up to four words before «жөніндегі»: «Бәсекелестікті қорғау ва дамыту жөніндегі агенттік»."""
    ahead = range(index + 1, min(index + 5, len(doc)))
    return any(has_key(doc, i, grammar["fields"]) for i in ahead) and doc[index].is_alpha
