"""Words that a model takes into a body's name and that are none of it: of the clause around it, of a post behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.found import alike, case, feature, has_key, is_given, is_plural, next_word, of_place
from kg.extract.names.body_words import body_heads
from kg.extract.posts import fused_post, post_phrases
from kg.lang.names import FATHERS

OBJECTS = ("Acc", "Abl", "Ins")  # cases of words that a verb governs
HYPHENED = ("Dat", "Loc")  # cases of foreign words and letters, with a hyphen, that no name goes on behind
TWO_NAMES = 4  # words of two full names


def cut(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> tuple[int, int]:
    """A name whose head noun comes last without words of the clause before it and of a post behind it."""
    return _behind_clause(doc, start, stop, grammar), _before_post(doc, start, stop)


def _behind_clause(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> int:
    """«[Хабарды] Жайық қоры», «[VII сайланған] қалалық мәслихат»; «Бәсекелестікті қорғау агенттігі» is whole."""
    convened = [i for i in range(start, stop) if doc[i].lower_ in grammar["convened"]]
    if convened and convened[-1] + 1 < stop:
        return next_word(doc, convened[-1] + 1)
    said = "-" in doc[start].text and case(doc[start]) in HYPHENED  # «[Jibek.kz-ке] Омбы әкімдігінің хабарлауынша»
    if start + 1 < stop and (said or case(doc[start]) in OBJECTS) and not _governed(doc, start, grammar):
        return next_word(doc, start + 1)
    return start


def _governed(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """Whether a verbal noun within the next two words governs this one: «[Халықты] жұмыспен қамту орталығы»."""
    ahead = range(index + 1, min(index + 3, len(doc)))
    return any(feature(doc[i], "VerbForm") == "Vnoun" or has_key(doc, i, grammar["governors"]) for i in ahead)


def _before_post(doc: Doc, start: int, stop: int) -> int:
    """«… ауруханасының [бас] дәрігері»: the post begins within what a model took for the body."""
    for index in range(max(start + 1, stop - 2), stop):
        found = post_phrases(doc.lang_).longest(doc, index)
        own = has_key(doc, index, body_heads(doc.lang_))  # «… [комитетінің] төрағасы»
        if found is not None and found[0] > stop and not own:
            return index
    return stop


def before_newcomer(span: Span, grammar: dict[str, Any]) -> int:
    """«представил коллективу Ясненской больницы [нового] главного врача»: where who heads it now is told.

    So is a second full name in one: «указом Ивана Петрова [Анна Ким] назначена».
    """
    posts = post_phrases(span.doc.lang_)
    if span.label_ == "Person":
        return span.start + 2 if are_two_people(span.doc, range(span.start, span.end)) else span.end
    if span.label_ != "Organization":
        return span.end
    new = (i for i in range(span.start + 1, span.end) if has_key(span.doc, i, grammar["newcomers"]))
    return next((i for i in new if posts.longest(span.doc, next_word(span.doc, i + 1))), span.end)


def are_two_people(doc: Doc, words: Sequence[int]) -> bool:
    """«указом [Ивана Петрова Анна Ким] назначена»: two given names with a surname each, and no father's name."""
    if len(words) != TWO_NAMES or FATHERS.search(doc[words[1]].text):
        return False
    return [is_given(doc, i) for i in words] == [True, False, True, False]


def is_no_body(words: Span, grammar: dict[str, Any]) -> bool:
    """What bodies hold, «ҚФФ-ның сайлау конференциясы»; several of one noun, «қалалық сайлау комиссиялары»."""
    if words.label_ != "Organization":
        return False
    follows = next_word(words.doc, words.end)
    several = follows < len(words.doc) and words.doc[follows].is_lower and is_plural(words.doc[follows])
    if several and words[-1].is_lower and has_key(words.doc, follows, body_heads(words.doc.lang_)):
        return True
    return has_key(words.doc, words.end - 1, grammar["gatherings"])


def before_deputy(span: Span) -> int:
    """Where a body ends that a model made one with the post behind it: «в Правительстве [вице-министр] Иванов»."""
    if span.label_ != "Organization":
        return int(span.end)
    posts = (token.i for token in span[1:] if token.is_lower and fused_post(token.doc.lang_, token.text))
    return next(posts, int(span.end))


def opens_description(words: Span, class_words: Collection[str]) -> bool:
    """Russian: «[Тарское] опытное хозяйство»: an adjective of a place, which others lead to a noun of no place."""
    doc, index = words.doc, next_word(words.doc, words.end)
    described = words[-1].is_lower and words[-1].pos_ == "ADJ"
    while index < len(doc) and doc[index].is_lower and doc[index].pos_ == "ADJ" and _alike(doc[index], words[0]):
        described, index = True, next_word(doc, index + 1)
    noun = index < len(doc) and doc[index].is_lower and doc[index].pos_ == "NOUN"
    adjective = of_place(words[0].lemma_.lower(), doc.lang_)
    return noun and described and adjective and not has_key(doc, index, class_words)


def _alike(one: Token, other: Token) -> bool:
    return alike(case(one), case(other)) or (case(one), case(other)) in (("Acc", "Nom"), ("Nom", "Acc"))
