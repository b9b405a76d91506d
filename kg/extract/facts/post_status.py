"""What the words before a post tell of its holder: dismissed from it, appointed to it, gone."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from kg.extract.found import Title, has_key, previous_word


def status_of(doc: Doc, title: Title, grammar: dict[str, Any]) -> str:
    """«снял с должности акима …» dismisses him whom the title names, «назначил на пост акима …» appoints him.

    «после отставки акима …»: he is gone; «указ об увольнении акима …» dismisses him.
    """
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
