"""Which of several places of one name a document means: Есильский район of the region that it tells.

The gazetteer's first row of a name is only a guess. A wider place right beside the name decides, then those that the
document names anywhere; a village that its text puts where no row of the name lies is none that the gazetteer knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg import gazetteer
from kg.lang import tables
from kg.model import Mention
from kg.resolve.seats import wide_last
from kg.text.translit import fold

MANY = ("District", "RuralDistrict", "Microdistrict", "Village")  # classes whose names stand for many places
WIDER = ("District", "City", "Region")
AREAS = ("Country", "Region", "City", "District")  # classes that tell which country a text is of
BEGINS = 3  # letters that all cases of a name share
NEAR = 10  # characters beside a name in which its class word stands


def settled(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions, those of homonyms with the key of the place that is meant, or with none."""
    told = {m.known_as for m in mentions if m.kind == "Place" and m.known_as}
    beside = dict(_beside(mentions, text))
    changed = {key: _meant(key, told, beside.get(key)) for key in told if gazetteer.by_key(key).finer in MANY}
    changed |= {key: _town_meant(key, told, beside.get(key)) for key in told if gazetteer.by_key(key).finer == "City"}
    meant = [_settled(m, changed[m.known_as]) if m.known_as in changed else m for m in mentions]
    villages = {fold(m.name) for m in meant if m.finer == "Village" and not m.known_as}
    towns = {m.known_as for m in meant if m.finer == "City" and m.known_as and fold(m.name) in villages}
    towns -= {m.known_as for m in meant if m.known_as in towns and _is_called_town(m, text)}
    return [replace(m, known_as=None, finer="Village") if m.known_as in towns else m for m in meant]


def _settled(mention: Mention, key: str | None) -> Mention:
    """A name with the key of the place that is meant; one of none is called as it is printed, not as another place."""
    if key is not None and key != mention.known_as and mention.finer == "City":
        named = [name for name in gazetteer.by_key(key).names(mention.lang) if _parts(name) == _parts(mention.words)]
        return replace(mention, known_as=key, name=named[0]) if named else mention  # not «в [Ростове-на-Дону]»
    if key is not None or mention.known_as is None:
        return replace(mention, known_as=key)
    begins, names = fold(mention.words)[:BEGINS], gazetteer.by_key(mention.known_as).names(mention.lang)
    name = next((name for name in names if fold(name).startswith(begins)), mention.name)
    return replace(mention, known_as=None, name=name)


def _parts(name: str) -> int:
    return len(re.split(r"[\s-]", name))


def _is_called_town(mention: Mention, text: str) -> bool:
    """«[город] Абай», «Абай [қаласы]»: the town, though the text tells of a village of its name, too."""
    grammar = tables.load(mention.lang, "grammar")
    behind = text[mention.start : mention.stop + NEAR]
    beside = behind if grammar["owner_first"] else text[max(0, mention.start - NEAR) : mention.start]
    return re.search(grammar["town_beside"], beside) is not None


def _meant(key: str, told: set[str], outer: str | None) -> str | None:
    """The only row of the name that lies in the place beside it, else in one that the text names; else the guess.

    None where the text names places that hold no row of the name, and so tell of another.
    """
    rows = namesakes(key)
    if outer is not None:
        inside = [row for row in rows if outer in _around(row)]
        near = inside or [row for row in rows if _region(row) == _region(outer)]
        return key if key in near else near[0] if len(near) == 1 else None
    inside = [row for row in rows if not told.isdisjoint(_around(row))]
    if not inside and len(rows) > 1:  # «районы Нура и [Алматы]»: Нура lies in Astana alone
        beside = {wider for other in told - {*rows} if len(namesakes(other)) == 1 for wider in _around(other)}
        inside = [row for row in rows if not beside.isdisjoint(_around(row))]
    if not inside and (gazetteer.by_key(key).finer == "Village" or _is_elsewhere(key, told - {key})):
        return None
    return inside[0] if len(inside) == 1 else key if len(rows) == 1 else None


def _town_meant(key: str, told: set[str], outer: str | None) -> str:
    """The only town of the name in the region that a text tells, «Ростов» of «Ярославская область»; else the guess."""
    around = {outer} if outer is not None else told
    rows = namesakes(key)
    inside = [row for row in rows if not around.isdisjoint(_around(row))] if len(rows) > 1 else []
    return inside[0] if len(inside) == 1 else key


def _is_elsewhere(key: str, told: set[str]) -> bool:
    """Whether a text names other places so that a guessed row is none of them: of another country, or another town's.

    «В Елецке … в микрорайоне Самал»: not Алматы's, which the text does not name.
    """
    finer, around = gazetteer.by_key(key).finer, {gazetteer.by_key(other).finer for other in told}
    if finer == "Village" and not around.isdisjoint(("District", "Region")):
        return True
    if finer == "Microdistrict" and "City" in around:
        return True
    others = {other for other in told if gazetteer.by_key(other).finer in AREAS and not _is_of_many_towns(other)}
    return not _at_home(key, others) if others else _is_of_many_towns(key)


def _is_of_many_towns(key: str) -> bool:
    """«Ленинский район», by itself: of any town, though the gazetteer knows that of one."""
    return gazetteer.by_key(key).feature("needs") == "country"


def _at_home(key: str, others: set[str]) -> bool:
    """Whether a place is of the country of some of the others."""
    country = gazetteer.country_of(key)
    return any(gazetteer.country_of(other) == country for other in others)


def _beside(mentions: Sequence[Mention], text: str) -> Iterator[tuple[str, str]]:
    """(Key of a place, key of the wider one told right beside it): «посёлок Ясный Есильского района»."""
    places = sorted((m for m in mentions if m.kind == "Place"), key=lambda m: m.start)
    for first, second in pairwise(places):
        inner, outer = (first, second) if wide_last(first.lang) else (second, first)
        between = text[first.stop : second.start].strip(' »",') if first.stop < second.start else "?"
        declined = outer.words != outer.name or not wide_last(first.lang)
        if inner.known_as and outer.known_as and outer.finer in WIDER and not between and declined:
            yield inner.known_as, outer.known_as


@cache
def namesakes(key: str) -> tuple[str, ...]:
    """Keys of all places of the class and name of one."""
    row = gazetteer.by_key(key)
    return tuple(dict.fromkeys(k for name in row.names("ru") for k in _by_name()[fold(name), row.finer or ""]))


@cache
def _by_name() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in gazetteer.places():
        for name in row.names("ru"):
            found[fold(name), row.finer or ""].append(row.key)
    return found


def _around(key: str) -> list[str]:
    """Keys of the towns, districts and regions that a place lies in."""
    return [row.key for row in gazetteer.containers(gazetteer.by_key(key)) if row.finer in WIDER]


def _region(key: str) -> str | None:
    """The region of a place, or itself: the gazetteer knows the district of few villages."""
    row = gazetteer.by_key(key)
    return next((r.key for r in (row, *gazetteer.containers(row)) if r.finer == "Region"), None)
