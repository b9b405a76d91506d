"""Names that stand before their head noun, as in Kazakh: «Мәдениет және спорт министрлігі», «Тұлпар» компаниясы."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import NO_NAMES, NOUNS, case, has_key, is_plural, previous_word
from kg.extract.posts import post_phrases

LONGEST = 10


def build(doc: Doc, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The names that a head noun at [start, stop) closes, as token spans; none when nothing makes it a name."""
    shapes = row["shape"]
    last = previous_word(doc, skip_adjectives(doc, start, grammar))
    if last >= 0 and doc[last].text in '»”"' and "quoted" in shapes:
        first = opening(doc, last)
        if first is not None and last - first - 1 <= LONGEST:
            yield first + 1, (stop if row.get("whole") else last)
        return
    if is_plural(doc[stop - 1]):
        return
    begin = _begin(doc, start, shapes, grammar)
    if begin < start:
        if _is_name(doc, begin, start, shapes, row, grammar):
            yield begin, (stop if row.get("whole", True) else previous_word(doc, start) + 1)
    elif row.get("bare_ok") and _capital_or_possessed(doc, start, stop):
        yield start, stop


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


def _is_name(doc: Doc, begin: int, start: int, shapes: list[str], row: dict[str, Any], grammar: dict[str, Any]) -> bool:
    """Whether what stands before a head names one body: «білім басқармасы», not «көпсалалы орталық»."""
    inner = [doc[i] for i in range(begin, start) if not doc[i].is_space]
    if row.get("bare_ok") or any(t.text[0].isupper() or t.text[0].isdigit() for t in inner):
        return True
    adjectives = all(t.lemma_.lower().endswith(tuple(grammar["adjective_endings"])) for t in inner)
    return not adjectives and "before" in shapes and "quoted" not in shapes


def opening(doc: Doc, index: int) -> int | None:
    """The mark that opens a quotation closed at `index`."""
    for i in range(index - 1, max(-1, index - LONGEST - 2), -1):
        if doc[i].text in '«“„"':
            return i
    return None


def _capital_or_possessed(doc: Doc, start: int, stop: int) -> bool:
    """A bare «Үкімет» or «әкімдік» is a body of the text; «бір әкімдікте» is not."""
    before = previous_word(doc, start)
    return before < 0 or doc[before].pos_ not in ("NUM", "DET")


def _begin(doc: Doc, start: int, shapes: list[str], grammar: dict[str, Any]) -> int:
    places = {span.end: span.start for span in doc.spans.get("gazetteer", ()) if span.label_ == "Place"}
    index = begin = start
    for _ in range(LONGEST):
        previous = previous_word(doc, index)
        if previous < 0 or doc[index].is_sent_start:
            break
        taken = _taken(doc, previous, shapes, places, grammar)
        if taken is None:
            break
        index = taken
        if not has_key(doc, index, grammar["joints"]):
            begin = index
    return begin


def _taken(doc: Doc, index: int, shapes: list[str], places: dict[int, int], grammar: dict[str, Any]) -> int | None:
    """The first token of the part of the name that ends here; None when none does."""
    token = doc[index]
    if index + 1 in places and {"of_place", "before"} & set(shapes):
        return places[index + 1]
    if has_key(doc, index, grammar["not_in_names"]) or _is_post(doc, index) or not any(c.isalnum() for c in token.text):
        return None
    if any(key in grammar["class_words"] for key in doc.user_data["keys"][index]):
        before = previous_word(doc, index)
        return index if before >= 0 and before + 1 in places and not token.is_sent_start else None
    if "number" in shapes and token.text[0].isdigit():
        return index
    if "eponym" in shapes and (has_key(doc, index, grammar["eponyms"]) or _within_eponym(doc, index, grammar)):
        return index
    if "for_field" in shapes and (has_key(doc, index, grammar["fields"]) or _within_field(doc, index, grammar)):
        return index
    if (
        "adjective" in shapes
        and token.lemma_.lower().endswith(tuple(grammar["adjective_endings"]))
        and case(token) in ("", "Nom")
    ):
        return index
    if "before" in shapes and (has_key(doc, index, grammar["joints"]) or _bare_noun(doc, index)):
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


def _is_post(doc: Doc, index: int) -> bool:
    """«Президент», «әкім» and the like open no name."""
    return doc[index].text[0].isupper() and post_phrases(doc.lang_).longest(doc, index) is not None


def _bare_noun(doc: Doc, index: int) -> bool:
    """A word without case ending inside a name; a small letter only after a capital one: «Мәдениет және спорт»."""
    token = doc[index]
    return case(token) in ("", "Nom") and token.pos_ in ("NOUN", "PROPN", "ADJ", "") and not token.morph.get("VerbForm")


def _within_eponym(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    return doc[index].text[0].isupper() and has_key(doc, min(index + 1, len(doc) - 1), grammar["eponyms"])


def _within_field(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Up to four words before «жөніндегі»: «Бәсекелестікті қорғау ва дамыту жөніндегі агенттік»."""
    ahead = range(index + 1, min(index + 5, len(doc)))
    return any(has_key(doc, i, grammar["fields"]) for i in ahead) and doc[index].is_alpha
