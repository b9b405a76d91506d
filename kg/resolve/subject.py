"""What a document is about: the place it turns around, which unnamed «область», «қала» and figures belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.model import Entity, Extract, Mention
from kg.resolve.things import Thing

SENTENCE = re.compile(r"[.!?…]\s")
TITLE_WEIGHT = 2.0  # a mention in the headline counts twice
POST_WEIGHT = 3.0  # so much more does the jurisdiction of an official who is named
WEIGHTS = {
    "Region": 1.2,
    "City": 1.2,
    "District": 1.0,
    "Village": 0.9,
    "Country": 0.35,
    "Continent": 0.1,
    "Facility": 0.3,
}
PLAIN_WEIGHT = 0.7
WIDTHS = ("Village", "RuralDistrict", "District", "City", "Region", "Country")  # each may lie in those after it
OFFICIAL = frozenset(
    {
        "Akimat", "Maslikhat", "Ministry", "Government", "Parliament", "PresidentialOffice", "Administration", "Agency",
        "Department", "Council", "Court", "Police", "Embassy", "NewsMedia", "PressService", "InternationalOrganization",
    }
)  # fmt: skip # bodies that tell figures and decide on them, and are seldom what is counted
DATELINE = 5  # letters of a name in capitals that begins a report
BESIDE = 3  # characters between a village and the district that it lies in
MANY = 3  # places of one class that a text compares
ENOUGH = 3.0  # weight of mentions from which a project is what a text turns around


def main_place(extract: Extract, places: Sequence[Thing], official: set[str]) -> Thing | None:
    """The place of most weight; `official` holds the Mention.ids of places that are jurisdictions of named posts.

    A country wins only where hardly another place is named, since every article names it somewhere.
    """
    weights = {id(place): weight_of(extract, place, official) for place in places}
    return max(places, key=lambda p: (weights[id(p)], -p.mentions[0].start), default=None)


def main_subject(
    extract: Extract, main: Thing | None, places: Sequence[Thing], projects: Sequence[Thing], bodies: Sequence[Thing]
) -> Thing | None:
    """What figures without an owner are about: the main place, or the only one of the headline; else what is told of.

    That is the project or the body that a text without a narrower place turns around: a university, a federation.
    """
    if main is not None and not (main.finer or main.known_as) and len(main.mentions) == 1:
        main = None  # a name that only a model saw, once
    if main is not None and all(is_dateline(extract, mention) for mention in main.mentions):
        main = next((place for place in places if place.finer == "Country"), main)  # «АСТАНА. – …»: written there
    main = narrowed(extract, led_by(extract, main, places), places)
    told = headlined(extract, places)
    if main in told and any(place.finer == main.finer for place in told if place is not main):
        return None  # «В Семее и Павлодаре построят …»: of neither alone
    narrow = main if main is not None and main.finer != "Country" else None
    country = compared(extract, narrow, places) if not told else None
    if country is not None:
        return country
    if narrow is not None and len(told) == 1:
        return told[0]
    if narrow is not None and leads(extract, narrow):
        return narrow
    own = heaviest(extract, [body for body in bodies if body.finer not in OFFICIAL and leads(extract, body)])
    return own or narrow or heaviest(extract, projects) or only_headlined(extract, projects) or main


def compared(extract: Extract, narrow: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The country that a text leads with, where it compares several places or names none as often: «Зарплаты в РК»."""
    offices = {m.of for m in extract.mentions if m.kind == "Title"}
    leading = [p for p in places if p.finer == "Country" and leads(extract, p) and p.mentions[0].id not in offices]
    if narrow is None or len(leading) != 1 or leads(extract, narrow):
        return None
    several = sum(place.finer == narrow.finer for place in places) >= MANY
    return leading[0] if several or len(narrow.mentions) <= len(leading[0].mentions) else None


def led_by(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """Of countries the one that a text leads with: who sells grain to China tells more of China than of itself."""
    if main is None or main.finer != "Country" or leads(extract, main):
        return main
    leading = [place for place in places if place.finer == "Country" and leads(extract, place)]
    return leading[0] if len(leading) == 1 else main


def narrowed(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The village where the text below the headline has the main place only around it: «в Каменке (Омская область)»."""
    if main is None:
        return None
    title = extract.document.title
    held = [inner(extract, m, places) for m in main.mentions if title is None or m.start >= title.stop]
    inside = {id(place): place for place in held if place is not None}
    if None in held or len(inside) != 1:
        return main
    return narrowed(extract, next(iter(inside.values())), [place for place in places if place is not main])


def inner(extract: Extract, mention: Mention, places: Sequence[Thing]) -> Thing | None:
    """The narrower place named right beside a place, which is told only to say where that one is."""
    for place in places:
        if place.finer in WIDTHS and mention.finer in WIDTHS[WIDTHS.index(place.finer) + 1 :]:
            for other in place.mentions:
                first, last = sorted((mention, other), key=lambda m: m.start)
                if last.start - first.stop <= BESIDE and not extract.document.text[first.stop : last.start].strip(
                    " ,("
                ):
                    return place
    return None


def heaviest(extract: Extract, things: Sequence[Thing]) -> Thing | None:
    """The thing of most weight, if it has enough to be what a text turns around."""
    weights = {id(thing): sum(mention_weight(extract, m, set()) for m in thing.mentions) for thing in things}
    best = max(things, key=lambda thing: (weights[id(thing)], -thing.mentions[0].start), default=None)
    return best if best is not None and weights[id(best)] >= ENOUGH else None


def is_dateline(extract: Extract, mention: Mention) -> bool:
    """«АСТАНА. KAZINFORM – …»: a name in capitals that begins a line."""
    begins = extract.document.text[: mention.start].rstrip(" ")
    return mention.words.isupper() and len(mention.words) >= DATELINE and (not begins or begins.endswith("\n"))


def only_headlined(extract: Extract, projects: Sequence[Thing]) -> Thing | None:
    """The only project that the headline names: «47 тысяч семей въехали в дома по программе «Тёплый дом»»."""
    named = [thing for thing in projects if extract.document.title is not None and leads(extract, thing)]
    return named[0] if len(named) == 1 else None


def headlined(extract: Extract, places: Sequence[Thing]) -> list[Thing]:
    """The places of the document's headline, countries and houses aside."""
    if extract.document.title is None:
        return []
    return [place for place in places if place.finer in WIDTHS[:-1] and leads(extract, place)]


def leads(extract: Extract, thing: Thing) -> bool:
    return any(_leads(extract, mention) for mention in thing.mentions)


def weight_of(extract: Extract, place: Thing, official: set[str]) -> float:
    kind = WEIGHTS.get(place.finer or "", PLAIN_WEIGHT)
    return kind * sum(mention_weight(extract, mention, official) for mention in place.mentions)


def mention_weight(extract: Extract, mention: Mention, official: set[str]) -> float:
    return (TITLE_WEIGHT if _leads(extract, mention) else 1.0) + (POST_WEIGHT if mention.id in official else 0.0)


def _leads(extract: Extract, mention: Mention) -> bool:
    """Whether a name stands in the headline, or in the first sentence of a text without one."""
    title, text = extract.document.title, extract.document.text
    if title is not None:
        return title.start <= mention.start < title.stop
    first = extract.document.segments[0].start
    stop = SENTENCE.search(text, first)
    return first <= mention.start < (stop.end() if stop else len(text))


def of_class(places: Sequence[Thing], main: Thing | None, finer: str) -> Thing | None:
    """The place that a bare class word means: «города» is the main place if it is a city, else the only city named."""
    if main is not None and main.finer == finer:
        return main
    fitting = [place for place in places if place.finer == finer]
    if len(fitting) == 1:
        return fitting[0]
    counts: dict[int, int] = defaultdict(int)
    for place in fitting:
        counts[id(place)] = len(place.mentions)
    best = sorted(fitting, key=lambda p: -counts[id(p)])
    return best[0] if len(best) > 1 and counts[id(best[0])] >= 2 * counts[id(best[1])] else None


def is_wider(place: Thing, level: str) -> bool:
    """May an unnamed place of a class lie in this one? A place of unknown class is itself the town."""
    if level not in WIDTHS:
        return False
    return place.finer in WIDTHS[WIDTHS.index(level) + 1 :] or (place.finer is None and level in ("Village", "City"))


def width(place: Entity) -> int:
    """How wide a place is, villages first; -1 for what is none, or of no known class."""
    return max((WIDTHS.index(finer) for finer in place.finer if finer in WIDTHS), default=-1)
