"""Places that a text speaks of by their class alone: «аким района», «в регионе» of a text that names no such place."""

from __future__ import annotations

from kg import gazetteer
from kg.model import Extract
from kg.resolve import told_where
from kg.resolve.leads import WIDTHS, is_dateline, leads, opens
from kg.resolve.things import Thing

LANDS = ("Country", "Republic")  # levels of a figure that is a country's
BROAD = ("District", "Region")  # classes of places that have towns and villages in them


def is_wider(place: Thing, level: str) -> bool:
    """May an unnamed place of a class lie in this one? A place of unknown class is itself the town.

    A country holds all of them, and a town on the steppe no district: of neither is what is told of an unnamed one.
    """
    if level not in WIDTHS or place.finer == "Country":
        return False
    if level == "District" and place.finer == "City":
        return is_own_region(place.known_as)
    return place.finer in WIDTHS[WIDTHS.index(level) + 1 :] or (place.finer is None and level in ("Village", "City"))


def is_own_region(key: str | None) -> bool:
    """Whether a town lies in no region but in its country: Алматы is «регион», and its districts are its own."""
    row = gazetteer.by_key(key) if key else None
    around = gazetteer.by_key(row.within) if row is not None and row.within else None
    return around is not None and around.finer == "Country"


def is_around(extract: Extract, place: Thing) -> bool:
    """Whether a text tells of an unnamed district or region that a place, which it does not begin with, is only in.

    «Аким района рассказал … . В городе Сергеевке и восьми сёлах …», «сообщили в краевой администрации»: what has
    no name of its own is not the town's.
    """
    told = {m.feature("class") or m.feature("level") for m in extract.mentions if m.kind in ("Title", "Organization")}
    levels = told | {"Region" if figure.level == "Area" else figure.level for figure in extract.figures}
    named = {m.finer for m in extract.mentions if m.kind == "Place"}
    unnamed = [finer for finer in BROAD if finer in levels - named]
    if "Country" not in named and _is_of_land(extract, place):
        return True
    return any(_holds(finer, place) for finer in unnamed) and not (leads(extract, place) or opens(extract, place))


def _is_of_land(extract: Extract, place: Thing) -> bool:
    """«Президент на заседании в Бишкеке сообщил, что в стране …»: of an unnamed country, before any of its places."""
    text = extract.document.text
    first = next((f.evidence.start for f in extract.figures if f.level in LANDS), None)
    told = (m.start for m in place.mentions if not (is_dateline(extract, m) or told_where.is_venue(m, text)))
    return first is not None and first < min(told, default=len(text))


def _holds(finer: str, place: Thing) -> bool:
    """Whether an unnamed place of a class may have a place in it."""
    if place.finer == "City":
        return not is_own_region(place.known_as)
    return place.finer is None or (place.finer in WIDTHS and WIDTHS.index(place.finer) < WIDTHS.index(finer))
