"""Sentences of a life told without its subject: «2015-2018 жылдары мектеп директоры болып жұмыс істеді.»"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from spacy.tokens import Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.found import case, entities, feature, forms_of, has_key, module, next_word, titles
from kg.lang import tables


def is_life(sentence: Span, everyone: Sequence[Actor], goes_on: bool) -> bool:
    """Whether a sentence tells of the one before it, whom it need not name: a step of a life, and nobody who took it.

    Its last verb is one of `life` in the grammar, of one person, with no subject of its own: «бітірген», «атқарды».
    Where a life `goes_on`, a post alone is a step, and what people alone do: «Зауыттың инженері болған.»
    """
    grammar = tables.load(sentence.doc.lang_, "grammar")
    last = _step(sentence, grammar)
    inside = [a for a in everyone if sentence.start <= a.start < sentence.end]
    if last is None or not _tells(last, inside):
        return False
    alone = has_key(sentence.doc, last.i, grammar["life_alone"])
    if not _dated(sentence, grammar) and not (goes_on and (alone or any(a.kind == "Post" for a in inside))):
        return False
    if any(a.kind == "Person" and not _held(a, inside) for a in inside):
        return False
    named = _named(sentence)
    things = [a for a in inside if a.kind in ("Organization", "Place") and a.case in ("", "Nom")]
    if not alone and any(_leads(a, named) for a in things):
        return False
    if _is_surname(next(t for t in sentence if not t.is_space)):
        return False
    known = named | set(forms_of(sentence.doc, grammar["life_times"], sentence.start, sentence.end))
    bare = (t for t in sentence if t.i < last.i and t.i not in known)
    # «Арал [қаласы] Абай атындағы мектептің»: a word of the name behind it.
    return not any(_acts(t, grammar["predicative"]) for t in bare if next_word(sentence.doc, t.i + 1) not in named)


def tells_life(sentence: Span) -> bool:
    """Whether a sentence tells a step of somebody's life, whoever it names: «Асан Бекенов 1970 жылы туған.»"""
    grammar = tables.load(sentence.doc.lang_, "grammar")
    return _step(sentence, grammar) is not None and _dated(sentence, grammar)


def _step(sentence: Span, grammar: dict[str, Any]) -> Token | None:
    """The last verb, if it is one of those that tell of lives."""
    last = next((t for t in reversed(sentence) if t.pos_ == "VERB"), None)
    return last if last is not None and has_key(sentence.doc, last.i, grammar.get("life", ())) else None


def _dated(sentence: Span, grammar: dict[str, Any]) -> bool:
    return bool(forms_of(sentence.doc, grammar.get("life_signs", ()), sentence.start, sentence.end))


def _named(sentence: Span) -> set[int]:
    """Words of names and posts: «халық [шаруашылығы] институтын»."""
    names = ((s.start, s.end) for s in entities(sentence.doc))
    posts = ((t.start, t.stop) for t in titles(sentence.doc) if not t.plural)
    return {i for start, stop in (*names, *posts) for i in range(start, stop) if sentence.start <= i < sentence.end}


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
    return marked and token.doc[follows].pos_ != "ADP" and not has_key(token.doc, follows, predicative)


def _is_surname(token: Token) -> bool:
    """«[Исаев] сот төрағасы болып тағайындалды»: somebody whom no model saw, or took for a part of a body's name."""
    names = module(token.doc.lang_, "names")
    person = any(s.label_ == "Person" and s.start <= token.i < s.end for s in entities(token.doc))
    return not person and token.text[0].isupper() and case(token) == "Nom" and names.is_surname(token.text)


def _held(actor: Actor, inside: Sequence[Actor]) -> bool:
    """A bare title that is a post as well: «ауылдық округ [әкімі] болды»; or a superior: «[Президенттің] кеңесшісі»."""
    if actor.ref[2] == "Title" and actor.case == "Gen":
        return True
    return (
        actor.ref[2] == "Title"
        and actor.case in ("", "Nom")
        and any(other.kind == "Post" and other.ref == actor.ref for other in inside)
    )


def _leads(actor: Actor, named: Collection[int]) -> bool:
    """Whether a name may be the subject: it comes first, and nothing named right behind it: «[Орал] колледжін …»."""
    return actor.start == min(named, default=-1) and actor.stop not in named
