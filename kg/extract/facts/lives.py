"""Sentences of a life told without its subject: «2015-2018 жылдары мектеп директоры болып жұмыс істеді.»"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.found import case, feature, has_key, next_word, titles
from kg.lang import tables


def is_life(sentence: Span, everyone: Sequence[Actor]) -> bool:
    """Whether a sentence tells of the one before it, whom it need not name: a step of a life, and nobody who took it.

    Its last verb is one of `life` in the grammar, of one person, with no subject of its own: «бітірген», «атқарды».
    """
    grammar = tables.load(sentence.doc.lang_, "grammar")
    last = next((t for t in reversed(sentence) if t.pos_ == "VERB"), None)
    inside = [a for a in everyone if sentence.start <= a.start < sentence.end]
    if not any(has_key(sentence.doc, t.i, grammar.get("life_signs", ())) for t in sentence):
        return False
    if last is None or not has_key(sentence.doc, last.i, grammar.get("life", ())) or not _tells(last, inside):
        return False
    if any(a.kind == "Person" and not _held(a, inside) for a in inside):
        return False
    if any(a.kind in ("Organization", "Place") and a.case in ("", "Nom") and _leads(a, sentence) for a in inside):
        return False
    posts = {i for t in titles(sentence.doc) if not t.plural for i in range(t.start, t.stop)}
    known = posts | {t.i for t in sentence if has_key(sentence.doc, t.i, grammar["life_times"])}
    return not any(_acts(t, grammar["predicative"]) for t in sentence if t.i < last.i and t.i not in known)


def _tells(verb: Token, inside: Sequence[Actor]) -> bool:
    """«Бітірді», «атқарған», of the third person; of a post also «әкім қызметін атқарып келеді»."""
    past = feature(verb, "Tense") == "Past" or any(a.kind == "Post" for a in inside)
    return past and feature(verb, "Person") in ("", "3") and not case(verb)


def _acts(token: Token, predicative: Collection[str]) -> bool:
    """A noun that may be the subject: of somebody or several, without a case; not «мектеп [мұғалімі] болып»."""
    if token.pos_ not in ("NOUN", "PROPN") or case(token) != "Nom":
        return False
    marked = feature(token, "Person[psor]") != "" or feature(token, "Number") == "Plur"
    follows = next_word(token.doc, token.i + 1)
    return marked and not has_key(token.doc, follows, predicative)


def _held(actor: Actor, inside: Sequence[Actor]) -> bool:
    """A bare title that is a post as well: «ауылдық округ [әкімі] болды»."""
    return (
        actor.ref[2] == "Title"
        and actor.case in ("", "Nom")
        and any(other.kind == "Post" and other.ref == actor.ref for other in inside)
    )


def _leads(actor: Actor, sentence: Span) -> bool:
    """Whether a name may be the subject: it opens the sentence."""
    return all(t.is_space or t.is_punct for t in sentence.doc[sentence.start : actor.start])
