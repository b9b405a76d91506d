"""Figures of one document with the entity that each is about, where the words of its own sentence leave it unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Extract, Figure, Statement
from kg.resolve import leads, personal, subject, unnamed
from kg.resolve.passages import Told, carried, goes_on

if TYPE_CHECKING:
    from kg.resolve.within import Scene

SITES = frozenset(
    {"Airport", "Arena", "IndustrialZone", "Mine", "Park", "PowerPlant", "Resort", "Station"}
)  # with a head
PASSING = frozenset({"Country", "River"})  # places that a text leaves with the sentence: «Вода в [Ие] поднялась»
SURE, LARGE = 0.7, 6  # confidence of a headline's sum whose money is told; digits of one that no chance repeats
NEAR = 250  # characters from a number to one that is a part of it


def figures(scene: Scene, claims: Sequence[Claim], said: Sequence[Statement]) -> Iterator[Figure]:
    """Figures with the entity that they are about: the one the words name, the one told of, or the main place.

    `claims` and `said` are the document's facts and statements between entities: who speaks for which firm.
    """
    things = scene.things
    turned = subject.main_subject(scene.extract, scene.main, scene.places(), things["Project"], things["Organization"])
    turned = leads.gone_into(scene.extract, turned, scene.places())
    around = turned is not None and turned.kind == "Place" and unnamed.is_around(scene.extract, turned)
    main = None if around else scene.entity_of_thing(turned)
    house = scene.entity_of_thing(subject.headlined_house(scene.extract, things["Organization"]))
    firms, lands = employers(scene, claims), governed(scene, claims)
    last: Told | None = None
    for figure in first_told(scene.extract):
        own = None if figure.level or figure.shared or figure.part else own_body(figure, firms, said)
        about = (
            personal.own(scene, figure, teller_of(figure, said))
            or scene.entity(figure.about)
            or own
            or without_name(scene, figure, (own_place(figure, lands, said, main) or main, house), last, said)
        )
        if about is not None and "NewsMedia" in about.finer:
            about = main  # an outlet tells figures, it has none
        told = figure
        nobodys = about is None and last is not None and figure.level is None
        if nobodys and last is not None and (figure.part or stays_unnamed(scene, figure, main, last)):
            told = replace(figure, level=last.figure.level)
        if figure.part and figure.about and last is not None:
            last = last._replace(stop=figure.sentence.stop)  # «из них 23 – в рамках …» leaves the whole what it is
        else:
            last = (
                last.then(told, about, scene.extract.document.text)
                if last is not None
                else Told(told, about, figure.sentence.stop)
            )
        yield replace(figure, about=about.id if about else None)


def employers(scene: Scene, claims: Sequence[Claim]) -> dict[str, Entity]:
    """Entity.id of a person → the one body or site that he works for by the text, which tells no others' figures."""
    bodies = {e.id: e for e in scene.entities.values() if e.kind == "Organization" or SITES.intersection(e.finer)}
    of: dict[str, set[str]] = {}
    for claim in claims:
        if claim.post is not None and claim.post.of in bodies and claim.status in ("current", "acting"):
            of.setdefault(claim.subject, set()).add(claim.post.of)
    single = {person: bodies[next(iter(ids))] for person, ids in of.items() if len(ids) == 1}
    return {person: body for person, body in single.items() if not subject.OFFICIAL.intersection(body.finer)}


def governed(scene: Scene, claims: Sequence[Claim]) -> dict[str, Entity]:
    """Entity.id of an akim → the place that he governs by the text."""
    places = {e.id: e for e in scene.entities.values() if e.kind == "Place"}
    akims = [c for c in claims if c.post is not None and c.post.role == "akim" and c.status in ("current", "acting")]
    return {c.subject: places[c.post.of] for c in akims if c.post is not None and c.post.of in places}


def own_place(
    figure: Figure, lands: dict[str, Entity], said: Sequence[Statement], main: Entity | None
) -> Entity | None:
    """The district whose akim tells a figure, in a text that turns around its region or its country."""
    place = lands.get(teller_of(figure, said) or "")
    if place is None or main is None:
        return None
    return place if -1 < subject.width(place) < subject.width(main) else None


def teller_of(figure: Figure, said: Sequence[Statement]) -> str | None:
    """Entity.id of the speaker in whose words a figure stands."""
    quote = quote_of(figure, said)
    return quote.speaker if quote is not None else None


def quote_of(figure: Figure, said: Sequence[Statement]) -> Statement | None:
    """The quotation in which a figure stands."""
    at = figure.evidence.start
    return next((s for s in said if s.kind == "Quote" and s.evidence.start <= at < s.evidence.stop), None)


def own_body(figure: Figure, firms: dict[str, Entity], said: Sequence[Statement]) -> Entity | None:
    """The firm whose head tells a figure in his own words: «Выпускаем 40 тонн в день», – сказал директор завода."""
    return firms.get(teller_of(figure, said) or "")


def without_name(
    scene: Scene,
    figure: Figure,
    mains: tuple[Entity | None, Entity | None],
    last: Told | None,
    said: Sequence[Statement],
) -> Entity | None:
    """What a figure is about whose words name nothing; `mains` are the text's place and the house of its headline."""
    main, house = mains if not figure.turns else (mains[0], None)
    if figure.shared:
        return None
    if figure.level is not None:
        return leveled(scene, figure.level, figure.evidence.start, main)
    if figure.part and last is not None and figure.evidence.start - last.figure.evidence.stop < NEAR:
        return last.about
    if last is not None and last.leaves(figure, main):
        return house or main
    told = carried(scene, figure, main, last, quote_of(figure, said))
    if told is not None:
        return told
    if last is None or not goes_on(scene.extract, last.figure, figure):
        unnamed_still = house is None and last is not None and stays_unnamed(scene, figure, main, last)
        return None if unnamed_still else house or main
    if last.about is None:
        return None if last.figure.shared or last.figure.level else house or main
    parted = last.several and last.figure.sentence != figure.sentence
    return house or main if parted or _is_passing(scene, last.about) else last.about


def stays_unnamed(scene: Scene, figure: Figure, main: Entity | None, last: Told) -> bool:
    """«Аким посетил Тарский район. В области посеяли …⏎Получили 14 тонн топлива»: of the region, which nobody names."""
    level = "Country" if last.figure.level == "Republic" else last.figure.level
    if last.about is not None or level not in leads.WIDTHS or main is None or main.kind != "Place":
        return False
    begin, end = last.figure.sentence.stop, figure.evidence.start
    named = any(begin <= m.start < end for place in scene.places() for m in place.mentions)
    return not named and not figure.turns and -1 < subject.width(main) < leads.WIDTHS.index(level)


def _is_passing(scene: Scene, place: Entity) -> bool:
    """Whether a text leaves a place with the sentence; not the country that it leads with and comes back to."""
    leads_on = len(place.mentions) > 1 and any(leads.is_in_lead(scene.extract, m) for m in place.mentions)
    return bool(PASSING.intersection(place.finer)) and not ("Country" in place.finer and leads_on)


def leveled(scene: Scene, level: str, at: int, main: Entity | None) -> Entity | None:
    """The place that a bare class word means, «в регионе»; else the main place, if such a place can lie in it."""
    if level == "Area":  # «в регионе», where none is named
        town = main if main is not None and "City" in main.finer and unnamed.is_own_region(main.known_as) else None
        return town or leveled(scene, "Region", at, main)
    if level == "Republic":
        republics = [p for p in scene.places() if subject.is_republic(p, scene.extract.document.lang)]
        one = scene.entity_of_thing(republics[0]) if len(republics) == 1 else None
        return one or leveled(scene, "Country", at, main)
    around = scene.main if scene.main is not None and unnamed.is_wider(scene.main, level) else None
    return scene.entity_of_thing(scene.owners.of_class(level, at) or scene.owners.town(level, at) or around)


def first_told(extract: Extract) -> Iterator[Figure]:
    """All figures but those of the headline that the text below repeats."""
    title = extract.document.title
    below = {(f.value, f.unit) for f in extract.figures if title is None or f.evidence.start >= title.stop}
    values = {value for value, _ in below}
    for figure in extract.figures:
        in_title = title is not None and title.start <= figure.evidence.start < title.stop
        bare = figure.confidence < SURE and len(figure.value) > LARGE and figure.value in values  # «на 3 млрд»
        if not (in_title and (bare or (figure.value, figure.unit) in below)):
            yield figure
