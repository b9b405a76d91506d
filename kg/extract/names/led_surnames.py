"""Surnames alone behind a whole post in Russian: «аким Ясненского района [Оспанов]», «по словам министра [Оспанова]».

A lone surname shows neither taggers nor rules of places and bodies what it is: «района Оспанов» looks like a district.
What tells is that it stands in the case of the post, which a place or a body that the post is of does not.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kg import gazetteer
from kg.extract.found import (
    MODELS,
    alike,
    capitalised,
    case,
    feature,
    has_key,
    is_given,
    is_plural,
    lowered,
    module,
    next_word,
    of_place,
    places_of,
    previous_word,
    remembered,
    spans_of,
)
from kg.extract.names.answers_where import town_shape
from kg.extract.names.body_words import body_heads, legal_forms
from kg.extract.posts import modifiers, post_phrases
from kg.extract.quotes import CLOSING, OPENING, encloses_one, in_quotes
from kg.lang import tables
from kg.lang.names import LISTED

REACH = 9  # words from a post to the name behind what it is of
SEATS = ("Country", "Region", "District", "City")  # classes whose bare word a name may follow: «аким района [Оспанов]»
NOMINATIVE, GENITIVE, OBLIQUE = "Nom", ("Gen", "Acc"), ("Dat", "Ins")


@remembered
def led_surnames(doc: Doc) -> frozenset[int]:
    """The tokens that are such surnames; none in a language whose posts stand behind what they are of."""
    if tables.load(doc.lang_, "grammar")["owner_first"]:
        return frozenset()
    led = {index for index in capitalised(doc) if _may_be(doc, index) and _is_led(doc, index)}
    return frozenset(led.union(index for index in capitalised(doc) if _opens_clause(doc, index)))


def _opens_clause(doc: Doc, index: int) -> bool:
    """«[Оспанов] подписал закон», of whom the text says no more: a model sees him, and the verb agrees with him."""
    token, follows = doc[index], next_word(doc, index + 1)
    if not token.is_sent_start or token.is_upper or follows >= len(doc) or doc[follows].pos_ != "VERB":
        return False
    cases, built = _cases(doc, index)
    gender = (
        "Fem" if token.text.endswith(_endings(doc, "women")) else "Masc"
    )  # a tagger sees his genitive in «Оспанова»
    agrees = feature(doc[follows], "Number") == "Sing" and feature(doc[follows], "Gender") in ("", gender)
    return built and NOMINATIVE in cases and agrees and _is_seen(doc, index)


def _endings(doc: Doc, of: str) -> tuple[str, ...]:
    return tuple(tables.load(doc.lang_, "grammar")["surname_endings"][of])


def _may_be(doc: Doc, index: int) -> bool:
    """Whether a word is built as a surname, alone, and in no known place."""
    token, before, follows = doc[index], previous_word(doc, index), next_word(doc, index + 1)
    if follows + 3 < len(doc) and encloses_one(doc, follows):
        follows += 3  # «ректор [Казанского] (Приволжского) университета»
    if before < 0 or token.is_sent_start or token.is_upper or not _cases(doc, index)[0]:
        return False
    if index in doc.user_data["lines"] or _is_known_place(doc, index) or doc[before].text in OPENING:
        return False
    if has_key(doc, index, body_heads(doc.lang_)):
        return False  # «депутат [Мажилиса]»
    if token.lemma_.endswith(_endings(doc, "adjectives")) and _names_area(doc, index):
        return False
    if follows < len(doc) and not doc[follows].is_sent_start:
        named = doc[follows].text[0].isupper() or doc[follows].text in ("-", "№")
        noun = doc[follows].pos_ in ("NOUN", "ADJ") and alike(case(doc[follows]), case(token))
        adjective = token.pos_ == "ADJ" or not _cases(doc, index)[1] or of_place(token.lemma_, doc.lang_)
        if named or (noun and adjective):
            return False
    if _is_listed_see(doc, index):
        return False
    return token.pos_ == "PROPN" or _cases(doc, index)[1]


def _names_area(doc: Doc, index: int) -> bool:
    """«и. о. акима [Зайсанского]» of a text that tells of «Зайсанский район»."""
    class_words = tables.load(doc.lang_, "grammar")["class_words"]
    alike = (other for key in doc.user_data["keys"][index] for other in places_of(doc).get(key, ()))
    behind = (next_word(doc, other + 1) for other in alike)
    return any(follows < len(doc) and has_key(doc, follows, class_words) for follows in behind)


def _is_listed_see(doc: Doc, index: int) -> bool:
    """«митрополит [Омский] и Таврический»: two adjectives of places, whose he is."""
    joint = next_word(doc, index + 1)
    other = next_word(doc, joint + 1)
    joined = other < len(doc) and has_key(doc, joint, tables.load(doc.lang_, "grammar")["and"])
    return joined and doc[other].is_title and all(of_place(doc[i].lemma_, doc.lang_) for i in (index, other))


def _is_led(doc: Doc, index: int) -> bool:
    posts, (cases, built) = post_phrases(doc.lang_), _cases(doc, index)
    for start in posts.beginnings(doc, max(0, index - REACH), index):
        found = posts.longest(doc, start)
        if found is None or found[0] > index or not _is_of(doc, found[0], index):
            continue
        if is_plural(doc[start]) and of_place(doc[index].lemma_, doc.lang_):
            continue  # «акимы [Акмолинской], Атырауской областей»
        told = case(doc[_head(doc, start)])
        told = GENITIVE[0] if told in GENITIVE else told
        if told not in cases and not (built and None in cases):
            continue
        whole = (found[1][0]["role"] == "minister" and found[0] < index) or _is_whole(doc, found[0], index)
        if _is_sure(doc, index, told, whole) or _is_seen(doc, index):
            return True
    return False


def _is_sure(doc: Doc, index: int, told: str, whole: bool) -> bool:
    """Whether a word in the case of a post before it can be nobody's but its holder's name.

    A man's name in the genitive may be a place's, a woman's in the nominative looks like it; «Оспановой» does not. What
    is not built as a surname may be a place that keeps its nominative: «аким района Байконур».
    """
    cases, built = _cases(doc, index)
    if not built:
        firm = doc[previous_word(doc, index)].is_upper  # «директор НПЦ Росток»
        shown = told in OBLIQUE and doc[index].text.endswith(_endings(doc, "men"))
        return not firm and (shown or (whole and told == NOMINATIVE))
    if whole or told not in (NOMINATIVE, GENITIVE[0]) or GENITIVE[0] not in cases or "Ins" in cases:
        return True
    follows = next_word(doc, index + 1)
    if told == NOMINATIVE:  # «мэр Оспанова [сказала]»
        return follows < len(doc) and doc[follows].pos_ == "VERB" and feature(doc[follows], "Gender") == "Fem"
    return told == GENITIVE[0] and _is_no_town(doc, index)


def _is_no_town(doc: Doc, index: int) -> bool:
    """«слова мэра [Оспанова]», not a town like «Азов» whose mayor is meant; no body that bears a name goes before."""
    grammar = tables.load(doc.lang_, "grammar")
    last = previous_word(doc, index)
    return not has_key(doc, index, grammar["towns_like_surnames"]) and not has_key(doc, last, grammar["bear_names"])


def _cases(doc: Doc, index: int) -> tuple[frozenset[str | None], bool]:
    found: tuple[frozenset[str | None], bool] = module(doc.lang_, "names").surname_cases(doc[index].text)
    return found


def _head(doc: Doc, start: int) -> int:
    """The word whose case the post has: «[заместитель] акима»."""
    before = previous_word(doc, start)
    found = modifiers(doc.lang_).longest(doc, before) if before >= 0 else None
    return before if found is not None and found[0] <= start else start


def _is_of(doc: Doc, start: int, stop: int) -> bool:
    """Whether all words between a post and a name belong to the post: «министр [культуры и спорта] Оспанов»."""
    grammar = tables.load(doc.lang_, "grammar")
    last, by = previous_word(doc, stop), False
    if last >= start and _opens_name(doc, last):
        return False
    for index in range(start, stop):
        token = doc[index]
        if token.is_space or in_quotes(doc, index) or token.text in CLOSING:
            continue
        if token.is_sent_start or index in doc.user_data["lines"]:
            return False
        by = by or token.lower_ == grammar["by"]
        kept = token.is_upper or token.is_digit or token.text in ("№", "«", '"') or has_key(doc, index, grammar["and"])
        governed = case(token) in (*GENITIVE, "Dat") if by else case(token) in GENITIVE
        town = index == start and token.is_title and _is_place_or_body(doc, index)  # whatever case a tagger sees
        noun = town or (token.pos_ in ("NOUN", "PROPN", "ADJ") and governed)
        if not (kept or noun or token.lower_ == grammar["by"]):
            return False
    return True


def _opens_name(doc: Doc, index: int) -> bool:
    """Whether a word is a part of the name behind it: «Ювал [Штайниц]», «ТОО [Тулпар]», «имени [Оспанова]»."""
    grammar = tables.load(doc.lang_, "grammar")
    seats = [grammar["class_words"][key] for key in doc.user_data["keys"][index] if key in grammar["class_words"]]
    if doc[index].text in legal_forms(doc.lang_) or has_key(doc, index, grammar["eponyms"]):
        return True
    named = doc[index].is_title and not _is_place_or_body(doc, index)
    given = is_given(doc, index) and not _reads_as_place(doc, index)
    return named or given or (bool(seats) and seats[0] not in SEATS)


def _reads_as_place(doc: Doc, index: int) -> bool:
    """Whether a word that may be a given name is rather a known place: «Алматы», not «Льва», nor «Анатолий»."""
    if module(doc.lang_, "names").is_given_name(lowered(doc)[index]) >= LISTED:
        return False
    keys = (span.kb_id_ for span in spans_of(doc, "gazetteer") if span.start <= index < span.end and span.kb_id_)
    names = (name for key in keys for name in gazetteer.by_key(key).names(doc.lang_))
    return any(doc[index].text.startswith(name[:-1]) for name in names)


def _is_known_place(doc: Doc, index: int) -> bool:
    return any(span.start <= index < span.end for span in spans_of(doc, "gazetteer"))


def _is_place_or_body(doc: Doc, index: int) -> bool:
    return (
        _is_known_place(doc, index)
        or has_key(doc, index, body_heads(doc.lang_))
        or bool(town_shape(doc.lang_).fullmatch(doc[index].text))
    )


def _is_whole(doc: Doc, start: int, stop: int) -> bool:
    """Whether what the post is of ends where no place could go on: «Ясненского района», «школы № 7», «ТОО «Сай»»."""
    last = previous_word(doc, stop)
    if last < start:
        return False
    if doc[last].is_digit or doc[last].text in CLOSING or doc[last].is_upper:
        return True
    named = previous_word(doc, last)
    classed = has_key(doc, last, tables.load(doc.lang_, "grammar")["class_words"])
    return classed and named >= start and doc[named].text[0].isupper() and doc[named].pos_ == "ADJ"


def _is_seen(doc: Doc, index: int) -> bool:
    """Whether a model takes the word alone for a person."""
    people = (s for model in MODELS for s in spans_of(doc, model) if s.label_ == "Person")
    return any((span.start, span.end) == (index, index + 1) for span in people)
