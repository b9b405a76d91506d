"""Bodies that mean one thing only in the news of their own country: «МВД», «Правительство», «Қаржы министрлігі»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from kg import gazetteer
from kg.lang import tables
from kg.model import Mention
from kg.resolve.things import Thing
from kg.text.translit import fold

BESIDE = 60  # characters beside a body in which «президента», «местной» stand
BY_LANGUAGE = {"kk": "place/kazakhstan"}  # whose news a text is in that names no place the gazetteer knows


def name_bodies(bodies: Sequence[Thing], places: Sequence[Thing], main: Thing | None, lang: str) -> None:
    """Gives the gazetteer's key to bodies that carry a name of the document's home country, or a whole one in small
    letters, which extraction looks up by its capital alone: «в министерстве финансов РК».
    """
    country = home_country(places, main, lang)
    known = names_at_home(country) if country else {}
    for body in bodies:
        if body.known_as is None:
            whole = {whole_names()[name] for m in body.mentions if (name := fold(m.name)) in whole_names()}
            body.known_as = whole.pop() if len(whole) == 1 else None
    for body in bodies:
        if body.known_as is None and body.owner is None:
            keys = {known[name] for m in body.mentions if (name := fold(m.name)) in known}
            body.known_as = keys.pop() if len(keys) == 1 else None


def home_country(places: Sequence[Thing], main: Thing | None, lang: str) -> str | None:
    """The country that the main place lies in; else the one named most; else that of the language."""
    if main is not None and main.known_as:
        return gazetteer.country_of(main.known_as) or BY_LANGUAGE.get(lang)
    named = Counter({p.known_as: len(p.mentions) for p in places if p.finer == "Country" and p.known_as})
    return named.most_common(1)[0][0] if named else BY_LANGUAGE.get(lang)


def is_of_person(body: Mention, text: str) -> bool:
    """«администрация [президента]», «[своей] администрации»: the body is of who leads, not of a place."""
    told: dict[str, Sequence[str]] = tables.load(body.lang, "grammar").get("of_person", {})
    before, after = (
        text[max(0, body.start - BESIDE) : body.start].lower(),
        text[body.stop : body.stop + BESIDE].lower().lstrip(),
    )
    return after.startswith(tuple(told.get("after", ("\0",)))) or before.rstrip().endswith(
        tuple(f" {word}" for word in told.get("before", ("\0",)))
    )


@cache
def whole_names() -> dict[str, str]:
    """Folded names of several words → key of the only body that is called so: «правительство казахстана»."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer.organizations():
        for lang in ("ru", "kk"):
            for name in row.names(lang) if not row.needs_class_word(lang) else ():
                found[fold(name)].add(row.key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1 and " " in name}


@cache
def names_at_home(country: str) -> dict[str, str]:
    """Folded names that are used without the country at home → key of the body."""
    return {
        fold(name): row.key
        for row in gazetteer.organizations()
        if row.within == country
        for column in ("home_ru", "home_kk")
        for name in (row.feature(column) or "").split("|")
        if name
    }
