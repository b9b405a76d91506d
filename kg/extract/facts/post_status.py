"""What the words before a post tell of its holder: dismissed from it, appointed to it, gone."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.found import Title, has_key, previous_word

NEAR = 14  # tokens between a new holder of a post and the verb that presents him


def status_of(doc: Doc, title: Title, grammar: dict[str, Any]) -> str:
    """«снял с должности акима …» dismisses him whom the title names, «назначил на пост акима …» appoints him.

    «после отставки акима …»: he is gone; «указ об увольнении акима …» dismisses him; «представил нового акима …» tells
    that he has just been appointed.
    """
    if title.status == "current" and _is_presented(doc, title, grammar):
        return "appointed"
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    if not grammar["owner_first"] and prep >= 0 and doc[prep].lower_ in grammar["after"]:
        return "former" if has_key(doc, noun, grammar["leavings"]) else title.status
    if _is_dismissed(doc, prep, noun, grammar):
        return "dismissed"
    if grammar["owner_first"] or prep < 0 or not has_key(doc, noun, grammar["predicative"]):
        return title.status
    by_prep: dict[str, str] = grammar["posts_by_preposition"]
    return by_prep.get(doc[prep].lower_, title.status)


def is_new(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a post is told as newly filled: «[новый] аким района», «өңірдің [жаңа] әкімі»."""
    return any(
        has_key(doc, i, grammar["newcomers"]) for i in (previous_word(doc, start), *range(start, stop)) if i >= 0
    )


def _is_presented(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«Бектенов [представил] активу нового акима», «жаңа әкімін [таныстырды]»."""
    if not is_new(doc, title.start, title.stop, grammar):
        return False
    sentence = doc[title.start].sent
    near = range(max(sentence.start, title.start - NEAR), min(sentence.end, title.stop + NEAR))
    return any(has_key(doc, i, grammar["presents"]) for i in near)


def _is_dismissed(doc: Doc, prep: int, noun: int, grammar: dict[str, Any]) -> bool:
    decree = previous_word(doc, prep) if prep > 0 else -1
    told = decree >= 0 and has_key(doc, decree, grammar.get("decrees", ()))
    return told and f"{doc[prep].lower_} {doc[noun].lower_}" in grammar["by_decree"]


def taken_over(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«[сменил] на посту главы района Иванова»: one leaves the post and another takes it; a frame tells them apart."""
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    verb = previous_word(doc, prep) if prep > 0 else -1
    return verb >= 0 and has_key(doc, noun, grammar["predicative"]) and has_key(doc, verb, grammar.get("takeovers", ()))
