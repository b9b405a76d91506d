"""Names that stand before their head noun, as in Kazakh: «Мәдениет және спорт министрлігі», «Тұлпар» компаниясы."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import NO_NAMES, NOUNS, case, feature, has_key, is_plural, next_word, previous_word
from kg.extract.names.after import belongs
from kg.extract.names.capitals import opens_as_common
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING

LONGEST = 10
NUMBER = re.compile(r"№?\d+")
OWNERS = ("ғы", "гі", "қы", "кі")  # «Астанадағы орталық»; a place in any other local case owns nothing


def build(doc: Doc, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The names that a head noun at [start, stop) closes, as token spans; none when nothing makes it a name."""
    last = previous_word(doc, skip_adjectives(doc, start, grammar))
    if last >= 0 and doc[last].text in CLOSING and "quoted" in row["shape"]:
        if _is_field_of_next(doc, stop, grammar):
            return
        for first, end in quoted_before(doc, last, grammar):
            yield first, (stop if row.get("whole") and end == last else end)
        return
    if is_plural(doc[stop - 1]) and not row.get("plural"):
        return
    if _describes(doc, stop, grammar):
        return
    begin = _begin(doc, start, row["shape"], grammar)
    if row.get("no_post") and any(post_phrases(doc.lang_).longest(doc, i) for i in range(begin, start)):
        return
    if begin < start and _is_name(doc, begin, start, stop, row, grammar):
        yield begin, (stop if row.get("whole", belongs(row)) else previous_word(doc, start) + 1)
    elif row.get("bare_ok") and _stands_alone(doc, start, row):
        yield start, stop


def _describes(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a head noun is the adjective of another: «аудандық [орталық] аурухана»."""
    follows = next_word(doc, stop)
    if follows >= len(doc) or doc[follows].is_sent_start or not has_key(doc, stop - 1, grammar["official"]):
        return False
    return doc[follows].pos_ == "NOUN" and feature(doc[follows], "Person[psor]") != ""


def _is_field_of_next(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """«Тұлпар» [құрылыс] компаниясы: a bare noun that says of what kind the body behind it is."""
    follows = next_word(doc, stop)
    if follows >= len(doc) or doc[stop - 1].text.isupper() or feature(doc[stop - 1], "Person[psor]"):
        return False
    return feature(doc[follows], "Person[psor]") != "" and has_key(doc, follows, grammar["body_heads"])


def quoted_before(doc: Doc, last: int, grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The quoted names that end at a closing mark and before it: «Ай» және «[Күн] компаниялары."""
    while last > 0 and doc[last].text in CLOSING:
        first = opening(doc, last)
        if first is None or last - first - 1 > LONGEST:
            return
        yield first + 1, next(i for i in range(first + 1, last + 1) if doc[i].text in CLOSING)  # «[Тұлпар]» ҰК» АҚ
        last = previous_word(doc, first)
        if last > 0 and (doc[last].text == "," or has_key(doc, last, grammar["joints"])):
            last = previous_word(doc, last)
        else:
            return


def skip_adjectives(doc: Doc, start: int, grammar: dict[str, Any]) -> int:
    """Where a head noun with its small adjectives begins: «Медеу» [базалық станциясы]."""
    index = previous_word(doc, start)
    if (
        index > 0
        and doc[index].text[0].islower()
        and doc[index].lemma_.endswith(tuple(grammar.get("adjective_endings", ())))
    ):
        return index
    return start


def _is_name(doc: Doc, begin: int, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> bool:
    """Whether what stands before a head names one body: «білім басқармасы», not «көпсалалы орталық»."""
    inner = [doc[i] for i in range(begin, start) if not doc[i].is_space]
    if not _joined(doc, inner[-1].i, stop - 1, grammar):
        return False
    if row.get("levelled") and any(t.lower_ in grammar["level_names"] for t in inner):
        return True
    if row.get("capital") and not feature(doc[stop - 1], "Person[psor]"):
        return False  # «мемлекеттік қызмет істері»
    if row.get("bare_ok") or any(NUMBER.fullmatch(t.text) for t in inner):
        return True
    if any(t.text[0].isupper() and not opens_as_common(doc, t.i) for t in inner) or _begins_with_place(doc, begin):
        return True
    if row.get("capital"):
        return len(inner) > 1 and inner[0].text[0].isupper() and has_key(doc, inner[0].i, grammar["official"])
    if "quoted" in row["shape"]:
        return len(inner) > 2 and inner[0].text[0].isupper()
    return "before" in row["shape"] and not all(t.pos_ not in NOUNS and _is_adjective(t, grammar) for t in inner)


def _begins_with_place(doc: Doc, begin: int) -> bool:
    """«[Мұғалжар] аудандық ауруханасы», whose first word the sentence would give a capital anyway."""
    return any(s.start == begin and s.label_ == "Place" for s in doc.spans.get("gazetteer", ()))


def _joined(doc: Doc, last: int, head: int, grammar: dict[str, Any]) -> bool:
    """A noun before its head leaves it possessed: «даму банкі», not «дәрігер кеңес берді»."""
    token = doc[last]
    if feature(doc[head], "Person[psor]") or doc[head].text.isupper() or token.text[-1].isdigit():
        return True
    return _is_adjective(token, grammar) or has_key(doc, last, [*grammar["eponyms"], *grammar["fields"]])


def _is_adjective(token: Token, grammar: dict[str, Any]) -> bool:
    """An adjective that says of what kind a body is: «қалалық», «техникалық»; not «пайдалы»."""
    lemma = token.lemma_.lower()
    known = lemma in grammar["adjectives"] or lemma.endswith(tuple(grammar["adjective_endings"]))
    known = known or (token.pos_ == "ADJ" and lemma.endswith("и"))  # «мәдени», «ғылыми»
    return known and case(token) in ("", "Nom")


def _numbered(doc: Doc, index: int) -> int | None:
    """«№ 7 мектеп», «7-мектеп»; not «7 мектеп», so many schools."""
    if index and doc[index - 1].text in ("№", "N"):
        return index - 1
    marked = doc[index].text[0] == "№" or doc[index].text[-1] == "-" or doc[index + 1].text == "-"
    return index if marked else None


def opening(doc: Doc, index: int) -> int | None:
    """The mark that opens a quotation closed at `index`."""
    for i in range(index - 1, max(-1, index - LONGEST - 2), -1):
        if doc[i].text in '«“„"':
            return i
    return None


def _stands_alone(doc: Doc, start: int, row: dict[str, Any]) -> bool:
    """A bare «Үкімет» is a body of the text; «бір әкімдікте» is not, nor is «аппарат мәжілісі» a chamber."""
    before = previous_word(doc, start)
    if row.get("capital") and not doc[start].text[0].isupper():
        return False
    return before < 0 or doc[before].pos_ not in ("NUM", "DET")


def _begin(doc: Doc, start: int, shapes: list[str], grammar: dict[str, Any]) -> int:
    places = {span.end: span.start for span in doc.spans.get("gazetteer", ()) if span.label_ == "Place"}
    if "of_body" in shapes:
        places |= {span.end: span.start for span in doc.spans.get("organizations", ())}
    outlets = {span.end for span in doc.spans.get("gazetteer", ()) if span.id_ == "NewsMedia"}
    index = begin = start
    for _ in range(LONGEST):
        previous = previous_word(doc, index)
        if previous < 0 or doc[index].is_sent_start or index in outlets:
            break
        taken = _taken(doc, previous, start, shapes, places, grammar)
        if taken is None or (begin < start and _leaves_name(doc, previous, begin, grammar)):
            break
        index = taken
        if not has_key(doc, index, grammar["joints"]):
            begin = index
    return _after_opener(doc, begin, start)


def _leaves_name(doc: Doc, index: int, begin: int, grammar: dict[str, Any]) -> bool:
    """Whether a small word stands before a capital that begins the name: «күрделі ахуал [Семейдегі орталық]»."""
    small = doc[index].text[0].islower() and not has_key(doc, index, grammar["joints"])
    return small and doc[begin].text[0].isupper()


def _after_opener(doc: Doc, begin: int, start: int) -> int:
    """Where a name begins that a word opening the sentence stands before: «Кездесу [Ұлттық кітапханада] өтті»."""
    follows = next_word(doc, begin + 1)
    if begin < start and opens_as_common(doc, begin) and (doc[follows].text[0].isupper() or is_plural(doc[begin])):
        return follows
    return begin


def _taken(
    doc: Doc, index: int, head: int, shapes: list[str], places: dict[int, int], grammar: dict[str, Any]
) -> int | None:
    """The first token of the part of the name that ends here; None when none does."""
    token, inside = doc[index], [*grammar["joints"], *grammar["governors"]]
    if index + 1 in places and {"of_place", "of_body", "before"} & set(shapes):
        return places[index + 1] if case(token) in ("", "Nom", "Gen") or token.text.endswith(OWNERS) else None
    if has_key(doc, index, grammar["not_in_names"]) or _is_post(doc, index, head):
        return None
    before = previous_word(doc, index)
    form = token.text.partition("-")[0] in grammar["legal_forms"] and "bare" not in shapes
    if form and before >= 0 and doc[before].text in CLOSING:
        return None  # «Тұлпар» [ЖШС] қызметі: what the company does
    if not any(c.isalnum() for c in token.text):
        return None
    if any(key in grammar["class_words"] for key in doc.user_data["keys"][index]):
        return index if _class_word(doc, index, head, shapes, places) else None
    if "number" in shapes and NUMBER.fullmatch(token.text):
        return _numbered(doc, index)
    if "eponym" in shapes and (has_key(doc, index, grammar["eponyms"]) or _within_eponym(doc, index, grammar)):
        return index
    if "for_field" in shapes and (has_key(doc, index, grammar["fields"]) or _within_field(doc, index, grammar)):
        return index
    follows = next_word(doc, index + 1)
    if doc[follows].lower_ in grammar["level_names"] and feature(token, "Person[psor]"):
        return None  # «Жаңа таң» партиясы [аудандық филиалы]»
    if token.pos_ == "PROPN" and follows != head and _opens_name(doc, follows, shapes, grammar):
        return None if _is_second(doc, index) else index  # «Серікқазы Оразалиев облыстық қаржы басқармасында»
    if {"adjective", "before"} & set(shapes) and _is_adjective(token, grammar):
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
        and not token.is_sent_start
        and case(token) in ("", "Nom")
    ):
        return index
    return None


def _opens_name(doc: Doc, index: int, shapes: list[str], grammar: dict[str, Any]) -> bool:
    """Whether a body's name may begin here, behind a person's: «облыстық …», «Энергетика [министрлігі]»."""
    capital = "before" in shapes and doc[index].text[0].isupper() and doc[index].pos_ == "NOUN"
    return capital or (_is_adjective(doc[index], grammar) and doc[index].is_lower)


def _is_second(doc: Doc, index: int) -> bool:
    """Whether a capitalised word stands behind another, as a surname does; not «[Жетісай] аудандық әкімдігі»."""
    before = previous_word(doc, index)
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
    if doc[index].pos_ not in NOUNS and feature(doc[index], "VerbForm") != "Vnoun":
        return False
    if case(doc[index]) == "Dat":
        return has_key(doc, follows, grammar["governors"]) or _served(doc, index, follows)
    return case(doc[index]) in ("Acc", "Ins") and feature(doc[follows], "VerbForm") == "Vnoun"


def _served(doc: Doc, index: int, follows: int) -> bool:
    """«[Халыққа] қызмет көрсету орталығы»: a small noun, another without ending, and the verbal noun of both."""
    verb = next_word(doc, follows + 1)
    if verb >= len(doc) or not (doc[index].is_lower or doc[index].is_sent_start) or doc[follows].pos_ not in NOUNS:
        return False
    return case(doc[follows]) in ("", "Nom") and feature(doc[verb], "VerbForm") == "Vnoun"


def _within_eponym(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A part of the name before «атындағы», initials too: «[А.Макаренко] атындағы»."""
    for i in range(index, min(index + 4, len(doc))):
        if has_key(doc, i, grammar["eponyms"]):
            return i > index
        if not doc[i].text[0].isupper():
            return False
    return False


def _within_field(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Up to four words before «жөніндегі»: «Бәсекелестікті қорғау ва дамыту жөніндегі агенттік»."""
    ahead = range(index + 1, min(index + 5, len(doc)))
    return any(has_key(doc, i, grammar["fields"]) for i in ahead) and doc[index].is_alpha
