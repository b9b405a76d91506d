"""Ministries of a region that a text calls as the country's are called: «губернатор назначил главу Минздрава»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.facts.lands import countries
from kg.lang import tables
from kg.model import Extract, Mention
from kg.resolve import ministries
from kg.resolve.things import Thing

BEFORE = 40  # characters before a ministry in which an adjective tells whose it is
STEM = 6  # letters that the cases of an adjective share
LEAST = 3  # letters of a field in «Минздрав», «Минюст»


def give_owners(extract: Extract, bodies: Sequence[Thing], places: Sequence[Thing], main: Thing | None) -> None:
    """Puts bare ministries into the region whose they are by their adjective or by its minister of that field."""
    said = ministries.words_of(extract.document.lang)
    regions = {m.id: m for place in places if place.finer == "Region" for m in place.mentions}
    only = next(iter(regions.values())) if sum(place.finer == "Region" for place in places) == 1 else None
    around = main.mentions[0] if main is not None and main.finer == "Region" else only
    if not said or not regions:
        return
    bare = [body for body in bodies if body.finer == "Ministry" and body.owner is None and body.known_as is None]
    for body in bare:
        if around is not None and any(_is_regional(m, extract.document.text) for m in body.mentions):
            body.owner = around.id
    fields = list(_fields(extract, bodies, regions, around))
    for body in (body for body in bare if body.owner is None):
        own = [place for field, place in fields if any(ministries.fits(field, m, said) for m in body.mentions)]
        own = own or [place for field, place in fields if _is_short_of(field[0], _field(body)[0])]
        body.owner = own[0].id if own else None


def _fields(
    extract: Extract, bodies: Sequence[Thing], regions: dict[str, Mention], around: Mention | None
) -> Iterator[tuple[list[str], Mention]]:
    """The fields of which a text tells a minister or a ministry of a region, and the region."""
    for title in extract.mentions:
        if title.kind == "Title" and title.feature("role") in ministries.ROLES:
            place = regions.get(title.of or "") or (around if title.feature("class") == "Region" else None)
            field = ministries.field_of(extract.document.text, title)
            if place is not None and field:
                yield field, place
    for body in bodies:
        place = regions.get(body.owner or "")
        if body.finer == "Ministry" and place is not None:
            yield _field(body), place


def _field(ministry: Thing) -> list[str]:
    """The first word of a ministry's field: «здравоохранения»; «здрав» of «Минздрав»."""
    said, words = ministries.words_of(ministry.mentions[0].lang), ministry.mentions[0].name.lower().split()
    short = re.fullmatch(said["short"], words[0]) if words[0] != said["whole"] else None
    return [short[1]] if short else words[1:2] or words


def _is_short_of(left: str, right: str) -> bool:
    """«здрав» and «здравоохранения», «здрав» and «здрав»."""
    short, whole = sorted((left, right), key=len)
    return len(short) >= LEAST and whole.startswith(short)


def _is_regional(body: Mention, text: str) -> bool:
    """«[региональный] минздрав», «[донским] минздравом», not «[российский] минздрав»."""
    grammar, ahead = tables.load(body.lang, "grammar"), text[max(0, body.start - BEFORE) : body.start]
    if re.search(grammar.get("regional", "(?!)"), ahead):
        return True
    adjective = re.search(grammar.get("local_adjective", "(?!)"), ahead)
    return adjective is not None and not any(land[:STEM] == adjective[1][:STEM] for land in countries(body.lang))
