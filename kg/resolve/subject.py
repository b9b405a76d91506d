"""What a document is about: the place it turns around, which unnamed «область», «қала» and figures belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg import gazetteer
from kg.lang import tables
from kg.model import Entity, Extract, Mention
from kg.resolve import told_where
from kg.resolve.leads import (
    WIDTHS,
    headlined,
    is_dateline,
    is_doubtful,
    is_in_lead,
    leads,
    led_below,
    led_by,
    narrowed,
    only_headlined,
    only_listed,
    opens,
)
from kg.resolve.things import Thing

TITLE_WEIGHT = 2.0  # a mention in the headline counts twice
POST_WEIGHT = 3.0  # so much more does the jurisdiction of an official who is named
WEIGHTS = {
    "Region": 1.2,
    "City": 1.2,
    "District": 1.0,
    "Village": 0.9,
    "Country": 0.35,
    "Continent": 0.1,
}
HOUSE_WEIGHT = 0.3  # of what stands in a town: a park, a road, an island
PLAIN_WEIGHT = 0.7
OFFICIAL = frozenset(
    {
        "Akimat", "Maslikhat", "Ministry", "Government", "Parliament", "PresidentialOffice", "Administration", "Agency",
        "Department", "Council", "Court", "Police", "Embassy", "NewsMedia", "PressService", "InternationalOrganization",
    }
)  # fmt: skip # bodies that tell figures and decide on them, and are seldom what is counted
HOUSES = (
    "College", "Company", "Facility", "Hospital", "Kindergarten", "Library", "Museum", "School", "Theatre",
    "University",
)  # fmt: skip # bodies that a text may be of, in their place
WIDEST = ("City", "Region")  # places that a country is told to consist of
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
    places = [place for place in places if not is_part(extract, place)]
    main = main if main is None or not is_part(extract, main) else main_place(extract, places, set())
    if main is not None and (is_doubtful(extract, main) or (main.finer == "Country" and not leads(extract, main))):
        main = unofficial(extract, [place for place in places if not is_doubtful(extract, place)])
    if main is not None and is_of_dateline(extract, main):  # «АСТАНА. – …»: written there
        others = [place for place in places if not is_of_dateline(extract, place)]
        around = next((place for place in others if place.finer == "Country"), None)
        main = region_of_name(main, places) or around or main_place(extract, others, set())
    if main is not None and only_listed(extract, main, places):
        main = main_place(extract, [place for place in places if not only_listed(extract, place, places)], set())
    if main is not None and is_one_of_many(extract, main, places):
        return next((place for place in places if place.finer == "Country" and leads(extract, place)), None)
    leading = led_by(extract, main, places)
    main = narrowed(extract, leading, places)
    told = headlined(extract, places)
    if told == [leading]:
        main = main if main is not leading else led_below(extract, main, places) or main
        told = [main] if main is not None else []
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
    silent = OFFICIAL | {"Party"} if places else OFFICIAL  # «Партия теряет Сибирь»: of the town that votes
    own = heaviest(extract, [body for body in bodies if body.finer not in silent and leads(extract, body)])
    told_of = own or narrow or heaviest(extract, projects) or only_headlined(extract, projects)
    return told_of or (main or only_headlined(extract, [body for body in bodies if body.finer not in OFFICIAL]))


def is_one_of_many(extract: Extract, main: Thing, places: Sequence[Thing]) -> bool:
    """Whether a text that begins with no place names several of a class as often: «Среди них цеха в Таре, Сае …»."""
    alike = [p for p in places if p.finer == main.finer and len(p.mentions) >= len(main.mentions)]
    return len(alike) >= MANY and not any(leads(extract, place) or opens(extract, place) for place in alike)


def headlined_house(extract: Extract, bodies: Sequence[Thing]) -> Thing | None:
    """The only body of a headline, where it is a house or a firm: «В Таре открыли театр «Сай»» tells of the theatre."""
    told = [body for body in bodies if extract.document.title is not None and leads(extract, body)]
    return told[0] if len(told) == 1 and told[0].finer in HOUSES else None


def is_part(extract: Extract, place: Thing) -> bool:
    """Whether a text names a place only as a part of what it tells of: «Собрали 27 млн тонн, в том числе в Омске …»."""
    return all(told_where.is_part(m, extract.document.text) for m in place.mentions)


def is_of_dateline(extract: Extract, place: Thing | Entity) -> bool:
    """Whether a text names a place only where it was written; a capital also where something of its land was held."""
    text, capital = extract.document.text, place.known_as in gazetteer.capitals()
    return all(is_dateline(extract, m) or (capital and told_where.is_seat_of_event(m, text)) for m in place.mentions)


def region_of_name(town: Thing, places: Sequence[Thing]) -> Thing | None:
    """The region called after a town: «ТҮРКІСТАН. – Түркістан облысында …»."""
    name = town.mentions[0].name.lower()
    regions = (p for p in places if p.finer == "Region" and p is not town)
    return next((p for p in regions if p.mentions[0].name.lower().split()[0] == name), None)


def unofficial(extract: Extract, places: Sequence[Thing]) -> Thing | None:
    """The place of most weight where «министр РК» tells nothing of its country."""
    offices = {m.of for m in extract.mentions if m.kind == "Title" and m.of}
    countries = {m.id for place in places if place.finer == "Country" for m in place.mentions}

    def weight(place: Thing) -> float:
        told = [mention for mention in place.mentions if mention.id not in offices & countries]
        return kind_weight(place) * sum(mention_weight(extract, mention, offices - countries) for mention in told)

    return max(places, key=lambda p: (weight(p), -p.mentions[0].start), default=None)


def compared(extract: Extract, narrow: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The country that a text leads with, where it compares several places or names none as often: «Зарплаты в РК»."""
    offices = {m.of for m in extract.mentions if m.kind == "Title"}
    countries = [p for p in places if p.finer == "Country" and p.mentions[0].id not in offices]
    first = min((p.mentions[0].start for p in places), default=0)
    leading = [p for p in countries if leads(extract, p) or opens(extract, p) or p.mentions[0].start == first]
    if narrow is None or len(leading) != 1:
        return None
    alike = WIDEST if narrow.finer in WIDEST else (narrow.finer,)
    several = sum(place.finer in alike for place in places) >= MANY
    if leads(extract, narrow):
        return leading[0] if several and len(narrow.mentions) < len(leading[0].mentions) else None
    rarer = leads(extract, leading[0]) and len(narrow.mentions) <= len(leading[0].mentions)
    rarer = rarer and led_below(extract, leading[0], places) is None  # «В РК строят завод⏎В Омской области строят …»
    return leading[0] if several or rarer else None


def heaviest(extract: Extract, things: Sequence[Thing]) -> Thing | None:
    """The thing of most weight, if it has enough to be what a text turns around."""
    weights = {id(thing): sum(mention_weight(extract, m, set()) for m in thing.mentions) for thing in things}
    best = max(things, key=lambda thing: (weights[id(thing)], -thing.mentions[0].start), default=None)
    return best if best is not None and weights[id(best)] >= ENOUGH else None


def weight_of(extract: Extract, place: Thing, official: set[str]) -> float:
    return kind_weight(place) * sum(mention_weight(extract, mention, official) for mention in place.mentions)


def kind_weight(place: Thing) -> float:
    plain = HOUSE_WEIGHT if place.finer and place.finer not in WIDTHS else PLAIN_WEIGHT
    return WEIGHTS.get(place.finer or "", plain)


def mention_weight(extract: Extract, mention: Mention, official: set[str]) -> float:
    if told_where.is_beside(mention, extract.document.text):
        return 0.0
    return (TITLE_WEIGHT if is_in_lead(extract, mention) else 1.0) + (POST_WEIGHT if mention.id in official else 0.0)


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


def width(place: Entity) -> int:
    """How wide a place is, villages first; -1 for what is none, or of no known class."""
    return max((WIDTHS.index(finer) for finer in place.finer if finer in WIDTHS), default=-1)


def is_republic(place: Thing, lang: str) -> bool:
    """«Татарстан»: a region that a text calls a republic."""
    row = gazetteer.by_key(place.known_as) if place.known_as and place.finer == "Region" else None
    republic = tables.load(lang, "grammar")["republic"]
    return row is not None and any(republic in name.lower() for name in row.names(lang))
