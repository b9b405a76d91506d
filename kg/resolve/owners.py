"""What a post belongs to where its title does not name it: «глава региона», «аким», «главе района»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg import gazetteer
from kg.lang import tables
from kg.model import NATIONAL, Extract, Mention
from kg.resolve import home, seats, subject, things
from kg.resolve.things import Thing

STEM = 3  # letters of a class word that its cases share: «край», «края»
NEAR = 400  # characters back to a place that a class word can still mean


@dataclass(slots=True)
class Owners:
    """The places of a document, asked title by title."""

    extract: Extract
    places: Sequence[Thing]
    main: Thing | None
    mentions: dict[str, Mention]
    placed: dict[tuple[object, ...], Thing | None] = field(default_factory=dict)  # what `place` was asked before
    adjectival: list[Mention] = field(init=False)  # bodies of a level told by an adjective: «Омский областной совет»
    owned: list[Mention] = field(init=False)  # titles with what they are of

    def __post_init__(self) -> None:
        self.owned = [m for m in self.extract.mentions if m.kind == "Title" and m.of]
        bodies = (m for m in self.extract.mentions if m.kind == "Organization" and m.feature("level"))
        self.adjectival = [m for m in bodies if seats.stem_of(m.name, m.lang)]

    def key(self, title: Mention) -> str | None:
        """Key of what a title belongs to: the name beside it, an adjective's country, the place of a class word."""
        if title.of:
            return things.key_of(self.mentions[title.of]) if title.of in self.mentions else None
        if title.feature("land"):
            return title.feature("land")
        place = self.place(title) if title.feature("class") else None
        return things.key_of(place.mentions[0]) if place is not None else None

    def agree(self, title: Mention, other: Mention) -> bool:
        """Nothing says that two titles are of different places or bodies.

        «Глава МИД РФ» and «министр иностранных дел России» agree: a body's post is its country's too.
        """
        left, right = self._keys(title), self._keys(other)
        if left and right:
            return bool(left & right)
        classes = {self.finer(title), self.finer(other)} - {None, "Organization"}  # «директор [школы]» tells no class
        return len(classes) < 2

    def tells_place(self, title: Mention) -> bool:
        """«Глава МИД [Китая]»: whether the body of a post says of which country it is; «глава Минздрава» does not."""
        behind = (m.start for m in self.mentions.values() if m.kind == "Place")
        return len(self._keys(title)) > 1 or any(0 <= start - title.stop <= 1 for start in behind)

    def is_abroad(self, title: Mention, other: Mention) -> bool:
        """«Глава МИД [Китая]» beside «министр иностранных дел Иванов»: he who needs no country is of this one."""
        land = title.feature("land") or self._land_of_body(title)
        if land is None or title.feature("role") != "minister" or other.feature("land") or self._keys(other):
            return False
        return land != home.home_country(self.places, self.main, title.lang)

    def _land_of_body(self, title: Mention) -> str | None:
        """«Глава [МИД Китая]»: the country that the name of a post's body ends with."""
        named = self.mentions.get(title.of or "")
        inner = self.mentions.get(named.of or "") if named is not None and named.kind == "Organization" else None
        return things.key_of(inner) if inner is not None and inner.finer == "Country" else None

    def _keys(self, title: Mention) -> set[str]:
        """Key of what a title belongs to; of a body also that of the place its name holds or its row lies in."""
        key, named = self.key(title), self.mentions.get(title.of or "")
        if key is None or self.is_of_a_land_unsaid(title):
            return set()
        if named is None or named.kind != "Organization":
            return {key}
        inner = self.mentions.get(named.of or "")
        row = gazetteer.by_key(named.known_as) if named.known_as else None
        around = [things.key_of(inner) if inner is not None else None, row.within if row is not None else None]
        return {key, *(place for place in around if place)}

    def is_of_a_land_unsaid(self, title: Mention) -> bool:
        """«Глава Правительства» is of whatever land the text tells: nothing says that it is not Kazakhstan's."""
        body = self.mentions.get(title.of or "") if title.feature("role") in NATIONAL else None
        return body is not None and body.kind == "Organization" and not (body.known_as or body.of)

    def finer(self, title: Mention) -> str | None:
        """The kind of place that a title is of: Region of «губернатор», District of «глава Абайского района»."""
        named = self.mentions.get(title.of or "")
        if self.is_of_a_land_unsaid(title):
            return None
        told = named.finer if named is not None else title.feature("class")
        return "City" if told == "Capital" else told

    def place(self, title: Mention) -> Thing | None:
        """The place that a class word means: the last of its kind in the paragraph, the one before, else the main."""
        asked = title.feature("class"), title.start, title.words, title.lang
        if asked not in self.placed:
            self.placed[asked] = self._place(title)
        return self.placed[asked]

    def _place(self, title: Mention) -> Thing | None:
        finer = title.feature("class")
        if finer is None:
            return self.main
        bodies = self._bodies(title, finer)
        fitting = called_so(title.words, [p for p in self.places if p.finer == finer])
        if bodies and not any(bodies[-1].start < m.start < title.start for p in fitting for m in p.mentions):
            stem = seats.stem_of(bodies[-1].name, title.lang)
            return seats.place_of_adjective(stem, bodies[-1], self.places)
        told = self.of_class(finer, title.start, title.words)
        if told is None and not fitting and " " in title.words:
            return self.town(finer, title.start)  # «мэр города» of a text whose only town nobody knows
        return told

    def of_class(self, finer: str, at: int, words: str = "") -> Thing | None:
        """The place that a class word at a character of the text means; `words` hold the word itself."""
        if finer == "Capital":
            return self._capital(at, words)
        fitting = called_so(words, [p for p in self.places if p.finer == finer])
        if len(fitting) < 2:
            return subject.of_class(self.places, self.main, finer)
        return self._last(at, fitting) or self._of_paragraph_before(at, fitting) or self._told_most(fitting)

    def town(self, finer: str, at: int) -> Thing | None:
        """The place of unknown class told last in the paragraph, or the only one: for «в селе» and «в городе»."""
        unknown = [p for p in self.places if p.finer is None and p.known_as is None]
        only = unknown[0] if len(unknown) == 1 else None
        return (self._last(at, unknown) or only) if finer in ("Village", "City") else None

    def _bodies(self, title: Mention, finer: str) -> list[Mention]:
        """Bodies before a title, of places of its class by adjectives: «[Омский областной] совет … хоким области»."""
        return [
            m
            for m in self.adjectival
            if m.feature("level") == finer
            and m.lang == title.lang
            and title.start - NEAR < m.start < title.start
            and not self._parted(m.stop, title.start)
        ]

    def _told_most(self, places: Sequence[Thing]) -> Thing | None:
        """The only place that the headline names, or that is named twice as often; None where two are told alike."""
        headline = self.extract.document.title
        stop = headline.stop if headline is not None else 0

        def told(place: Thing) -> tuple[bool, int]:
            return any(m.start < stop for m in place.mentions), len(place.mentions)

        first, second, *_ = sorted(places, key=told, reverse=True)
        (headlined, times), (rival, others) = told(first), told(second)
        return first if headlined > rival or times >= 2 * others else None

    def _capital(self, at: int, words: str) -> Thing | None:
        """The only capital that the text names, of the land that the words tell; none for «южная столица»."""
        other = tables.load(self.extract.document.lang, "grammar").get("other_capital")
        if other is not None and re.search(other, words.lower()):
            return None
        of = gazetteer.capitals()
        lands = {p.known_as for p in self.places if any(at <= m.start < at + len(words) for m in p.mentions)}
        named = [p for p in self.places if p.known_as in of and (not lands or of[p.known_as] in lands)]
        return named[0] if len(named) == 1 else None

    def _last(self, at: int, places: Sequence[Thing]) -> Thing | None:
        before = [
            (mention.start, place)
            for place in places
            for mention in place.mentions
            if at - NEAR < mention.start < at and not self._parted(mention.stop, at)
        ]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def _of_paragraph_before(self, at: int, places: Sequence[Thing]) -> Thing | None:
        """The only one of some places that the paragraph before a character's names."""
        text = self.extract.document.text
        stop = len(text[: text.rfind("\n", 0, at) + 1].rstrip())
        start = text.rfind("\n", 0, stop) + 1
        named = [p for p in places if any(start <= m.start < stop for m in p.mentions)]
        return named[0] if len(named) == 1 else None

    def _parted(self, start: int, stop: int) -> bool:
        return "\n" in self.extract.document.text[start:stop]


def called_so(words: str, places: Sequence[Thing]) -> Sequence[Thing]:
    """Of places of one class those whose names have the class word: «губернатор области» is of no okrug."""
    told = {word[:STEM] for word in words.lower().split()}
    fitting = [p for p in places if any(w[:STEM] in told for m in p.mentions for w in m.name.split() if w.islower())]
    return fitting or places
