"""Places of a text whose printed form may come from two names, one of which the text itself tells."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Mention

if TYPE_CHECKING:
    from kg.resolve.things import Thing


def join_declined(things: list[Thing]) -> list[Thing]:
    """«В селе Тандыр … . В [Тандыре] …»: a form of the text's own name joins it, though «Тандыра» is as likely."""
    kept: list[Thing] = []
    for thing in things:
        declined = not thing.known_as and all(m.name != m.words for m in thing.mentions)
        may_be = declined if thing.finer else not thing.known_as
        forms = frozenset(form for m in thing.mentions for form in forms_of(m)) if may_be else frozenset()
        others = (o for o in things if o is not thing and o.finer and thing.finer in (None, o.finer))
        named = [o for o in others if forms and is_any(o, forms)]
        if len(named) == 1:
            for mention in thing.mentions:
                named[0].add(replace(mention, name=named[0].mentions[0].name))
        else:
            kept.append(thing)
    return kept


def is_any(thing: Thing, forms: frozenset[str]) -> bool:
    return any(mention.words.lower() in forms for mention in thing.mentions)


def forms_of(mention: Mention) -> tuple[str, ...]:
    """The dictionary forms of a name of one word, where a language declines names by guess."""
    if " " in mention.words or tables.load(mention.lang, "grammar")["owner_first"]:
        return ()
    lemmatizer = import_module(f"kg.lang.{mention.lang}.lemmatizer")
    return (*lemmatizer.name_keys(mention.words), *lemmatizer.guessed_keys(mention.words))
