"""What a document leads with: its headline, the first sentence below it, and what these narrow down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.lang import tables
from kg.model import Extract, Mention
from kg.resolve import told_where
from kg.resolve.listed import joined
from kg.resolve.sentences import sentence_at, sentences
from kg.resolve.things import Thing

WIDTHS = (  # each may lie in those after it
    "Microdistrict", "Village", "RuralDistrict", "District", "City", "Region", "Country",
)  # fmt: skip
PASSING = ("Street", "River", "Road", "Continent", "Square")  # places that a text names in passing
DATE_LINE = 40  # characters that a line with a date, an hour and an author may have
DATELINE = 5  # letters of a name in capitals that begins a report
SEVERAL = 3  # places of a list that a text is about none of
DAY_BEHIND = re.compile(  # «Ош, 15.08.23», «Минск, 4 мая», «Астана. 15 сентября. ТАСС – …»
    r",\s\d{1,2}(?:\.\d\d|\s[^\W\d_]+)|\.\s\d{1,2}\s[^\W\d_]+(?:\s\d{4}\S*)?\s?[.,–—-]"
)
BRIEFLY, SOON = 2, 400  # times that a text names the region that it goes on from; characters to the village
BESIDE = 3  # characters between a village and the district that it lies in


def headlined(extract: Extract, places: Sequence[Thing]) -> list[Thing]:
    """The places of the document's headline, houses and those of officials aside; of two chained the inner one."""
    title = extract.document.title
    if title is None:
        return []
    offices = {m.of for m in extract.mentions if m.kind == "Title"}
    told = [
        (place, next(m for m in place.mentions if is_in_lead(extract, m)))
        for place in places
        if place.finer in WIDTHS[:-1] and leads(extract, place)
    ]
    told = [(place, mention) for place, mention in told if not is_dateline(extract, mention)]
    told = [(place, mention) for place, mention in told if not told_where.is_beside(mention, extract.document.text)]
    told = [(place, mention) for place, mention in told if not told_where.is_venue(mention, extract.document.text)]
    plain = [(place, mention) for place, mention in told if mention.id not in offices] or told
    return [place for place, mention in plain if inner(extract, mention, places) is None]


def leads(extract: Extract, thing: Thing) -> bool:
    return any(is_in_lead(extract, mention) for mention in thing.mentions)


def is_in_lead(extract: Extract, mention: Mention) -> bool:
    """Whether a name stands in the headline, or in the first sentence of a text without one."""
    title, text = extract.document.title, extract.document.text
    if title is not None:
        return title.start <= mention.start < title.stop
    first = extract.document.segments[0].start
    return first <= mention.start < sentence_at(text, extract.document.lang, first)[1]


def opens(extract: Extract, thing: Thing) -> bool:
    """Whether the first sentence below the headline names it."""
    title, text = extract.document.title, extract.document.text
    first = title.stop if title is not None else 0
    begin = next((i for i in range(first, len(text)) if text[i].isalpha()), first)
    stop = sentence_at(text, extract.document.lang, begin)[1]
    return any(begin <= m.start < stop for m in thing.mentions)


def led_by(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """Of countries the one that a text leads with: who sells grain to China tells more of China than of itself."""
    if main is None or main.finer != "Country" or leads(extract, main):
        return main
    leading = [place for place in places if place.finer == "Country" and leads(extract, place)]
    return leading[0] if len(leading) == 1 else main


def led_below(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The narrower place that a text begins with, below a headline whose own place it does not go on about.

    «Завод в Омской области: в Таре открыли завод …».
    """
    title, text = extract.document.title, extract.document.text
    if main is None or title is None:
        return None
    below = [mention for place in places for mention in place.mentions if mention.start >= title.stop]
    parts = sentences(text, extract.document.lang)
    begin, stop = next(((a, b) for a, b in parts if any(a <= m.start < b for m in below)), (0, 0))
    levels = ("Area", main.finer) if main.finer == "Region" else (main.finer,)
    back = any(f.level in levels and f.evidence.start >= stop for f in extract.figures)
    if back or any(m.start >= stop for m in main.mentions):
        return None
    inside = [p for p in places if p is not main and any(begin <= m.start < stop for m in p.mentions)]
    narrower = [p for p in inside if p.finer not in PASSING and rank(p) < rank(main)]
    least = min(map(rank, narrower), default=0)
    found = [p for p in narrower if rank(p) == least]
    told = [m for p in found for m in p.mentions if begin <= m.start < stop and told_where.is_told(m, text, begin)]
    before = [a for a, b in parts if title.stop <= a < begin and b - a > DATE_LINE]
    return found[0] if len(found) == 1 and told and len(before) <= 1 else None


def narrowed(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The village where the text below the headline has the main place only around it: «в Каменке (Омская область)»."""
    if main is None:
        return None
    title = extract.document.title
    below = [m for m in main.mentions if title is None or m.start >= title.stop]
    held = [inner(extract, m, places) for m in below or main.mentions]
    inside = {id(place): place for place in held if place is not None}
    if None in held or len(inside) != 1:
        return main
    return narrowed(extract, next(iter(inside.values())), [place for place in places if place is not main])


def gone_into(extract: Extract, main: Thing | None, places: Sequence[Thing]) -> Thing | None:
    """The only village of a text that names its district or region no more than twice, and goes into it soon.

    «Дом загорелся в Омской области. … Это случилось в селе Ясном. …»: what follows was there. A district of the
    headline is near enough to stay.
    """
    if main is None or main.finer not in ("District", "Region") or len(main.mentions) > BRIEFLY:
        return main
    if main.finer == "District" and extract.document.title is not None and leads(extract, main):
        return main
    if sum(place.finer in ("District", "City") for place in places) > 1:
        return main  # of one district alone: «посетил Тарский и Омский районы. … В посёлке Ясном»
    villages = [p for p in places if p.finer in ("Village", "RuralDistrict")]
    first = villages[0].mentions[0] if len(villages) == 1 else None
    if first is None or not main.mentions[0].start < first.start < main.mentions[0].start + SOON:
        return main
    begin = sentence_at(extract.document.text, extract.document.lang, first.start)[0]
    return villages[0] if told_where.is_told(first, extract.document.text, begin) else main


def inner(extract: Extract, mention: Mention, places: Sequence[Thing]) -> Thing | None:
    """The narrower place named right beside a place, which is told only to say where that one is.

    One of a class that nothing tells, right before a district or region, is in it: «в Каменке Омской области».
    """
    for place in places:
        plain = not place.finer and mention.finer in ("District", "Region")
        if plain or (place.finer in WIDTHS and mention.finer in WIDTHS[WIDTHS.index(place.finer) + 1 :]):
            for other in place.mentions:
                if plain and other.start > mention.start:
                    continue
                first, last = sorted((mention, other), key=lambda m: m.start)
                between = extract.document.text[first.stop : last.start]
                belongs = between.strip() in tables.load(mention.lang, "grammar").get("belonging", ())
                if belongs or (len(between) <= BESIDE and not between.strip(' ,(«»"')):
                    return place
    return None


def only_headlined(extract: Extract, things: Sequence[Thing]) -> Thing | None:
    """The only one that the headline names: «47 тысяч семей въехали в дома по программе «Тёплый дом»»."""
    named = [thing for thing in things if extract.document.title is not None and leads(extract, thing)]
    return named[0] if len(named) == 1 else None


def is_dateline(extract: Extract, mention: Mention) -> bool:
    """«АСТАНА. KAZINFORM – …», «Ош, 15.08.23. – …»: a name in capitals, or before a day, that begins a line."""
    begins = extract.document.text[: mention.start].rstrip(" ")
    if begins and not begins.endswith("\n"):
        return False
    dated = DAY_BEHIND.match(extract.document.text, mention.stop) is not None
    return dated or (mention.words.isupper() and len(mention.words) >= DATELINE)


def only_listed(extract: Extract, place: Thing, places: Sequence[Thing]) -> bool:
    """Whether a text names a place in lists of several alone, as one of those it compares: «в Таразе, Аксае и Таре»."""
    mentions = sorted((m for other in places for m in other.mentions), key=lambda m: m.start)
    beside = [_is_listed(one, other, extract.document.text) for one, other in pairwise(mentions)]
    runs, run = [], mentions[:1]
    for mention, goes_on in zip(mentions[1:], beside, strict=True):
        if not goes_on:
            runs.append(run)
            run = []
        run = [*run, mention]
    long = {m.id for found in (*runs, run) if len(found) >= SEVERAL for m in found}
    return all(m.id in long for m in place.mentions)


def _is_listed(one: Mention, other: Mention, text: str) -> bool:
    """Whether «и» joins two places, or a comma two of a kind: «Ясный ауданы, Сай ауылы» is one place in another."""
    return joined(one, other, text) and (one.finer == other.finer or "," not in text[one.stop : other.start])


def rank(place: Thing) -> int:
    """How wide a place is, houses before villages."""
    return WIDTHS.index(place.finer) if place.finer in WIDTHS else -1


def is_doubtful(extract: Extract, place: Thing) -> bool:
    """A name that only a model saw, once, and not where the headline says where: «В Таре открыли завод»."""
    if place.finer or place.known_as or len(place.mentions) > 1:
        return False
    told = told_where.is_told(place.mentions[0], extract.document.text, 0)
    return not (told and extract.document.title is not None and leads(extract, place))
