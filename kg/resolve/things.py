"""Which mentions of one document are the same place, body or project."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from kg.lang import tables
from kg.model import Mention
from kg.resolve.declined import join_declined
from kg.resolve.shortened import join_spelled
from kg.text.translit import fold

SITE_END = re.compile(r"\.[a-z]{2,4}$", re.IGNORECASE)
STEM = 5  # letters of a head noun that its forms share: «бөлім», «бөлімі»
GENERIC = frozenset(
    {"Akimat", "Maslikhat", "Ministry", "Government", "Parliament", "Administration", "Department", "Agency"}
)


@dataclass(slots=True)
class Thing:
    """Mentions that name one thing, and what they agree on."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    finer: str | None = None
    known_as: str | None = None
    owner: str | None = None  # Mention.id of the place or body it belongs to

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.finer = self.finer or mention.finer
        self.known_as = self.known_as or mention.known_as
        self.owner = self.owner or mention.of

    def absorb(self, other: Thing) -> None:
        """Take in all mentions of what turned out to be the same."""
        for mention in other.mentions:
            self.add(mention)


def cluster(kind: str, mentions: Iterable[Mention]) -> list[Thing]:
    """Things of one kind in order of first mention: by the gazetteer's key, else by the folded name.

    A bare «акимат» joins the only full-named body of its class: «акимат Актау».
    """
    found: dict[str, Thing] = {}
    for mention in mentions:
        found.setdefault(key_of(mention), Thing(kind)).add(mention)
    things = join_known(list(found.values()))
    if kind == "Organization":
        things = join_bare(join_spelled(things))
    if kind == "Place":
        things = join_declined(things)
    for thing in things:
        thing.mentions.sort(key=lambda m: m.start)
    return sorted(things, key=lambda t: t.mentions[0].start)


def key_of(mention: Mention) -> str:
    street = " street" if mention.finer == "Street" and not mention.known_as else ""  # «улица Астана» is no hotel
    return mention.known_as or fold(name_of(mention)) + street


def name_of(mention: Mention) -> str:
    """The name, «Омский [горсовет]» spelled out; of an outlet told by its address what stands before the last dot.

    Of a team without what is left out at times: «Қазақстан [ұлттық] құрамасы».
    """
    grammar = tables.load(mention.lang, "grammar")
    if mention.finer == "NewsMedia":
        return SITE_END.sub("", mention.name)
    if mention.finer == "SportsClub":
        out = grammar.get("left_out_of_teams", ())
        return " ".join(word for word in mention.name.split() if word not in out)
    long = grammar.get("spelled_out", {}) if mention.kind == "Organization" else {}
    return " ".join(long.get(word.lower(), word) for word in mention.name.split()) if long else mention.name


def join_keyed(things: list[Thing], apart: frozenset[str]) -> list[Thing]:
    """The things, those joined that turned out to have one key; not those that people took apart (Mention.ids)."""
    kept: dict[object, Thing] = {}
    for thing in things:
        judged = any(m.id in apart for m in thing.mentions)
        key: object = id(thing) if judged else thing.known_as or id(thing)
        if key in kept:
            kept[key].absorb(thing)
            kept[key].mentions.sort(key=lambda m: m.start)
        else:
            kept[key] = thing
    return list(kept.values())


def join_known(things: list[Thing]) -> list[Thing]:
    """A thing that the gazetteer does not know in one spelling joins the one that it knows in another."""
    by_name: dict[str, Thing] = {}
    joined: list[Thing] = []
    for thing in sorted(things, key=lambda t: (t.known_as is None, t.mentions[0].start)):
        told = {name for m in thing.mentions for name in (m.words, name_of(m), other_class(m), with_class(m))}
        names = sorted({fold(name) for name in told})
        other = next((by_name[name] for name in names if name in by_name), None)
        if other is not None and thing.known_as is None and compatible(thing, other):
            other.absorb(thing)
            continue
        joined.append(thing)
        for name in names:
            by_name.setdefault(name, thing)
    return joined


def with_class(mention: Mention) -> str:
    """«Ясный ауылдық округі» for one told as «Ясный» ауылдық округтері», its class word outside of the marks."""
    words: dict[str, str] = tables.load(mention.lang, "grammar").get("named_with", {})
    word = words.get(mention.finer or "") if mention.kind == "Place" else None
    return f"{mention.name} {word}" if word and word not in mention.name else mention.name


def other_class(mention: Mention) -> str:
    """The name as it is also told: «Актюбинская область» for «… регион», «Ясный округ» for «… муниципальный округ»."""
    words = mention.name.split()
    grammar = tables.load(mention.lang, "grammar")
    if len(words) == 3 and words[1] in grammar.get("left_off_in_districts", ()):
        return f"{words[0]} {words[2]}"
    said = grammar.get("region_words", {})
    if mention.kind != "Place" or len(words) < 2 or words[-1] not in said:
        return mention.name
    phrases = import_module(f"kg.lang.{mention.lang}.phrases")
    return " ".join([*words[:-2], phrases.adjective_of(words[-2], said[words[-1]])])


def compatible(left: Thing, right: Thing) -> bool:
    """Not a city and a region of one name."""
    return not left.finer or not right.finer or left.finer == right.finer


def is_bare(thing: Thing) -> bool:
    """Only the class word: «акимат», «министерство»; not the quoted name of a department, «Жылу» кафедрасы."""
    if is_echo(thing):
        return True
    alone = thing.finer in GENERIC and not thing.owner and all(len(m.name.split()) == 1 for m in thing.mentions)
    if any(len(m.words) > 2 and m.words[:3].isupper() for m in thing.mentions):
        return False  # «МВД», «МИДа» is one ministry
    if any(m.name.lower() in class_words(m.lang, own=True) for m in thing.mentions):
        return False  # «Минздрав» is not any ministry
    return alone and (thing.finer != "Department" or any(m.name.lower() in class_words(m.lang) for m in thing.mentions))


def is_echo(thing: Thing) -> bool:
    """Only the noun of a body that the document names in full: «Институт»."""
    return all(m.source == "echoes" and m.name.lower() in class_words(m.lang) for m in thing.mentions)


@cache
def class_words(lang: str, own: bool = False) -> frozenset[str]:
    """The head nouns of bodies: «департамент», «управление»; with `own` those that name one alone: «минздрав»."""
    rows = [row for row in tables.load(lang, "organizations")["class"] if row.get("own", False) == own]
    return frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))


def is_levelled(thing: Thing) -> bool:
    """Only its level and the class word: «облыстық мәслихат»."""
    short = all(_says_level(m) for m in thing.mentions)
    return thing.finer in GENERIC and not thing.owner and short and level(thing) is not None


def _says_level(mention: Mention) -> bool:
    """Whether a name of two words begins with a level: «облыстық мәслихат», not «Білім басқармасы»."""
    first, *rest = mention.name.lower().split()
    levels = tables.load(mention.lang, "grammar").get("level_classes", {})
    return not rest or (len(rest) == 1 and any(first[:STEM] == word[:STEM] for word in levels))


def level(thing: Thing) -> str | None:
    """Region, City, District: of what level a body is, as its name says."""
    return next((found for m in thing.mentions if (found := m.feature("level"))), None)


def join_bare(things: list[Thing]) -> list[Thing]:
    """Bare bodies join the only full one: «облыстық мәслихат» that of a region, then «мәслихат» any."""
    return joined(joined(things, is_levelled), is_bare)


def joined(things: list[Thing], is_short: Callable[[Thing], bool]) -> list[Thing]:
    full: dict[str | None, list[Thing]] = defaultdict(list)
    for thing in things:
        if not is_short(thing):
            full[thing.finer].append(thing)
    kept = []
    for thing in things:
        owners = full[thing.finer] if is_short(thing) else []
        if not owners and thing.finer == "Department" and is_short(thing):  # «департамент» of a «полиция департаменті»
            owners = [owner for others in full.values() for owner in others]
        if level(thing):
            owners = [owner for owner in owners if level(owner) == level(thing)]
        owners = [owner for owner in owners if shares_noun(thing, owner)]
        if len(owners) == 1:
            owners[0].absorb(thing)
        else:
            kept.append(thing)
    return kept


def shares_noun(short: Thing, full: Thing) -> bool:
    """Whether a full name holds the noun of a short one: «аудандық филиал» is no «аудандық білім бөлімі».

    «Комитет» is the one told before it, since any may be meant where none is.
    """
    if short.finer not in ("Department", "Parliament", "Agency") and not is_echo(short):
        return True
    if short.finer == "Agency" and min(m.start for m in full.mentions) > min(m.start for m in short.mentions):
        return False
    nouns = {m.name.split()[-1].lower()[:STEM] for m in short.mentions}
    return any(word.lower()[:STEM] in nouns for m in full.mentions for word in where_noun_is(m))


def where_noun_is(mention: Mention) -> list[str]:
    """The words of a body among which its own noun is: «Парламенттің [Мәжілісі]», «[Сенат] Парламента» is a chamber."""
    words = mention.name.split()
    if tables.load(mention.lang, "grammar")["owner_first"]:
        return words[-1:]
    head = next((word for word in words if word.lower() in class_words(mention.lang)), None)
    return [head] if head else words
