"""Whether a named person may be who a title beside the name speaks of, by the terms that the gazetteer knows."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.extract.found import Title, case, entities, feature, has_key, is_given, module, next_word, previous_word
from kg.extract.name_cases import name_case
from kg.lang import tables
from kg.model import NATIONAL
from kg.text.translit import fold


@cache
def roles_by_surname() -> dict[str, frozenset[str]]:
    """The roles that people of a surname ever held, under the folded surname."""
    held: dict[str, set[str]] = defaultdict(set)
    for term in gazetteer.tenures():
        held[term.person].add(term.role)
    found: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer.people():
        for surname in filter(None, (row.feature("surname") or "").split("|")):
            found[fold(surname)] |= held[row.key]
    return {surname: frozenset(roles) for surname, roles in found.items()}


def may_hold(person: Span, role: str, named_owner: bool) -> bool:
    """Whether one of this surname ever held a national post; an unknown one may, where the title names a country."""
    if role not in NATIONAL:
        return True
    roles = _known_roles(person)
    return role in roles if roles else named_owner


def _known_roles(person: Span) -> frozenset[str]:
    parsed = module(person.doc.lang_, "names").parse([t.text for t in person if not t.is_space])
    surname = getattr(parsed, "surname", None)
    return roles_by_surname().get(fold(surname), frozenset()) if surname else frozenset()


def is_subject(doc: Doc, title: Title, person: Span) -> bool:
    """Kazakh «[Облыс әкімі] Асан Үсеновке алғыс айтты»: who governs does it to another, where nobody else can.

    Not «Президентке … баяндалды», nor «Облыс әкімі Асан Үсеновке тұрғындар алғыс айтты».
    """
    sentence = doc[title.start].sent
    shown = name_case(person, True)
    surname = len(person) == 1 and shown == "Ins"  # «Қазақстанның елшісі [Трамппен] кездесті»
    owned = title.of is not None and shown in ("Acc", "Dat")  # «партияның төрағасы ардагер [Асан Үсеновке] барды»
    if (
        not (title.alone or surname or owned)
        or next_word(doc, sentence.start) != title.start
        or title.role in _known_roles(person)
    ):
        return False
    verb = next((t for t in reversed(sentence) if feature(t, "VerbForm") == "Fin"), None)
    if verb is None or feature(verb, "Voice") == "Pass" or feature(verb, "Person") not in ("", "3"):
        return False
    predicative = tables.load(doc.lang_, "grammar")["predicative"]
    names = [s for s in entities(doc) if person.end <= s.start < verb.i and s.label_ in ("Person", "Organization")]
    if feature(verb, "Number") == "Plur" or any(name_case(s, True) in ("", "Nom") for s in names):
        return False
    inside = {i for s in names for i in range(s.start, s.end)}
    return not any(_may_act(doc, i, predicative) for i in range(person.end, verb.i) if i not in inside)


def is_of_kin(doc: Doc, title: Title, person: Span, grammar: dict[str, Any]) -> bool:
    """«Сына президента Аргентины [Николая]»: a given name alone is his whose kin the post's holder is."""
    before = previous_word(doc, title.start)
    if before < 0 or not has_key(doc, before, grammar.get("kin", ())) or case(doc[title.head]) != "Gen":
        return False
    return is_given(doc, person.start) and sum(not token.is_space for token in person) == 1


def _may_act(doc: Doc, index: int, predicative: list[str]) -> bool:
    """A pronoun, or a noun of somebody or several, in the nominative: «[тұрғындар]», «аудан [басшысы]»."""
    token, follows = doc[index], next_word(doc, index + 1)
    if case(token) not in ("", "Nom") or token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    marked = token.pos_ == "PRON" or feature(token, "Person[psor]") != "" or feature(token, "Number") == "Plur"
    return marked and not (follows < len(doc) and (doc[follows].pos_ == "ADP" or has_key(doc, follows, predicative)))
