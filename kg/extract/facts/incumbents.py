"""Whether a named person may be who a title beside the name speaks of, by the terms that the gazetteer knows."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import import_module

from spacy.tokens import Span

from kg import gazetteer
from kg.text.translit import fold

NATIONAL = ("president", "prime-minister")


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
    parsed = import_module(f"kg.lang.{person.doc.lang_}.names").parse([t.text for t in person if not t.is_space])
    surname = getattr(parsed, "surname", None)
    roles = roles_by_surname().get(fold(surname)) if surname else None
    return role in roles if roles else named_owner
