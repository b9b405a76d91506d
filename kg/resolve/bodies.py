"""Which body a bare post is of: «глава партии», «федерация президенті», «ректор»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Entity, Mention
from kg.resolve.things import Thing

if TYPE_CHECKING:
    from kg.resolve.within import Scene

ONE_OF_A_KIND = frozenset({"Party", "Company", "University", "College", "Bank", "Hospital", "SportsClub"})
OTHERS = frozenset({"NewsMedia", "Ministry", "Government", "Akimat", "PressService"})  # that no firm is taken for
JUST_NAMED = 250  # characters between a body and a title that means it: «… бөлімі … . Бөлім басшысы»
FORM = 8  # characters before a name in which its legal form stands: «ТОО «[Заря]»»
BEHIND = 40  # characters behind a name in which the noun of its kind begins
LEVEL = 20  # characters before a body in which an adjective tells its level
LONG = 5  # letters of a noun that is known inside one word: «ЖолҚұрылысЗауыты»
LEAD = 600  # characters in which a text names the body that it is about


def headed_body(scene: Scene, title: Mention) -> Entity | None:
    """The body that the noun beside a title means, «федерация президенті»: the only such, or the one just named.

    In Russian, «лидер партии», the noun stands outside of names, and only their class tells it.
    """
    noun, bodies = title.feature("body") or implied(title), scene.things["Organization"]
    if noun and not title.feature("body"):
        bodies = [thing for thing in bodies if thing.mentions[0].start < min(title.start, LEAD)]
    if noun and (finer := class_of(noun, title.lang)) is not None:
        alike = [thing for thing in bodies if thing.finer == finer and not holds_another(thing, bodies)]
        alike = [thing for thing in alike if not is_maker(scene, thing)]
        alike = [thing for thing in alike if noun not in _legal_forms(title.lang) or has_form(scene, thing, noun)]
        if not alike and noun in tables.load(title.lang, "grammar")["any_body"]:
            return of_no_class(scene, title)
        alike = alike if len(alike) == 1 and _is_known(alike[0], title) else []
        return scene.entity_of_thing(alike[0]) if alike else None
    fitting = [thing for thing in bodies if noun and called(scene, thing, noun)]
    if noun and not fitting:
        return of_any_name(scene, title, noun)
    if len(fitting) > 1:
        near = [t for t in fitting if any(0 < title.start - m.stop < JUST_NAMED for m in t.mentions)]
        fitting = sorted(near, key=lambda t: max(m.start for m in t.mentions if m.start < title.start))[-1:]
    fitting = [t for t in fitting if _is_known(t, title)]
    return scene.entity_of_thing(fitting[0]) if len(fitting) == 1 else None


def of_any_name(scene: Scene, title: Mention, noun: str) -> Entity | None:
    """The body that a noun for those of any name means, «глава [ведомства]»: the one such told right before."""
    classes = tables.load(title.lang, "grammar")["any_body"].get(noun, ())
    bodies = [thing for thing in scene.things["Organization"] if thing.finer in classes]
    near = [t for t in bodies if any(0 < title.start - m.stop < JUST_NAMED for m in t.mentions)]
    alone = len(near) == 1 and not holds_another(near[0], bodies)
    return scene.entity_of_thing(near[0]) if alone else None


def of_no_class(scene: Scene, title: Mention) -> Entity | None:
    """The only body of a text, told right before, whose name tells no class: ««Заря» растёт. Глава компании …»."""
    bodies = [thing for thing in scene.things["Organization"] if thing.finer not in OTHERS]
    near = [t for t in bodies if any(0 < title.start - m.stop < JUST_NAMED for m in t.mentions)]
    alone = len(bodies) == len(near) == 1 and not bodies[0].finer
    return scene.entity_of_thing(bodies[0]) if alone else None


def is_maker(scene: Scene, thing: Thing) -> bool:
    """«Завод построен компанией [«Заря»]. Директор завода …»: a firm that a text tells only as who made another."""
    text, made = scene.extract.document.text, tables.load(thing.mentions[0].lang, "grammar").get("made_by", "(?!)")
    return all(re.search(made, text[max(0, m.start - BEHIND) : m.start]) for m in thing.mentions)


def has_form(scene: Scene, thing: Thing, form: str) -> bool:
    """Whether a company is called with a legal form: of «АО «Заря»» nobody is the «директор ТОО»."""
    text = scene.extract.document.text
    return any(form.upper() in text[max(0, m.start - FORM) : m.start].split() for m in thing.mentions)


def _is_known(thing: Thing, title: Mention) -> bool:
    """Whether a body is named before a title, or more than once: not one in passing, in a later paragraph."""
    return thing.mentions[0].start < title.start or len(thing.mentions) > 1


def implied(title: Mention) -> str:
    """The noun for a body that a bare post is of by its own words: a «ректор» is of a university."""
    if title.feature("class") is not None:
        return ""
    return _own_bodies(title.lang).get(title.name, "")


@cache
def _own_bodies(lang: str) -> dict[str, str]:
    rows = tables.load(lang, "posts")["post"]
    return {form: row["body"] for row in rows if "body" in row for form in (row["lemma"], *row.get("also", []))}


def leads_in_a_place(title: Mention) -> bool:
    """«Прокурор», «омбудсмен»: whose office a place alone may tell, «Алматы қаласының прокуроры»."""
    return any(word in _over_places(title.lang) for word in (title.name, title.name.rpartition(" ")[2]))


def is_of_region_behind(scene: Scene, body: str) -> bool:
    """«возглавлял МВД [Чувашии]»: a ministry of a region that its name does not hold is not the country's."""
    found = scene.mentions.get(body)
    if found is None or found.finer != "Ministry":
        return False
    behind = (m for m in scene.extract.mentions if m.kind == "Place" and m.start == found.stop + 1)
    return any(m.finer == "Region" for m in behind)


def is_regional(scene: Scene, thing: Thing) -> bool:
    """«в региональном [правительстве]»: a government of a level below the country's."""
    levels = tables.load(thing.mentions[0].lang, "grammar").get("regional")
    text = scene.extract.document.text
    return levels is not None and all(
        re.search(levels, text[max(0, m.start - LEVEL) : m.start]) for m in thing.mentions
    )


@cache
def _legal_forms(lang: str) -> frozenset[str]:
    rows = tables.load(lang, "organizations")["class"]
    return frozenset(form.lower() for row in rows for form in row.get("also", []) if form.isupper())


@cache
def _over_places(lang: str) -> frozenset[str]:
    rows = [row for row in tables.load(lang, "posts")["post"] if row["role"] == "head"]
    told = [row for row in rows if row.get("over") or row.get("of") == "country"]
    return frozenset(form for row in told for form in (row["lemma"], *row.get("also", [])))


def holds_another(thing: Thing, bodies: Sequence[Thing]) -> bool:
    """«фракция партии «Ауыл»» is told by the name of another body, and no party of its own."""
    inside = [m for body in bodies if body is not thing for m in body.mentions]
    return any(o.start < m.start and m.stop < o.stop for o in thing.mentions for m in inside)


def called(scene: Scene, thing: Thing, noun: str) -> bool:
    """Whether a body is such a thing by the end of its name, or by the word behind it: «Тұлпар» [зауыты].

    In Russian by any word of it, as the dictionary form has it: «[управление] цифровизации».
    """
    lang, words = thing.mentions[0].lang, thing.mentions[0].name.lower().split()
    if not tables.load(lang, "grammar")["owner_first"] and noun in words:
        return True
    last = words[-1]
    if possessed(last, noun, lang) or (len(noun) >= LONG and possessed(last[last.rfind(noun) :], noun, lang)):
        return True
    text = scene.extract.document.text
    return any(text[m.stop : m.stop + BEHIND].lstrip('»"” ').lower().startswith(noun) for m in thing.mentions)


def class_of(noun: str, lang: str) -> str | None:
    """Party of «партия»: the class of bodies that a noun outside their names means, where it means one alone."""
    if tables.load(lang, "grammar")["owner_first"]:
        return None  # the noun is a part of the name
    rows = tables.load(lang, "organizations")["class"]
    told = {row["class"] for row in rows if noun in (form.lower() for form in (row["lemma"], *row.get("also", [])))}
    return next(iter(told & ONE_OF_A_KIND), None)


def possessed(word: str, noun: str, lang: str) -> bool:
    """«федерациясы», «орталығы» are «федерация», «орталық» with a possessive; «әкімдігі» is no «әкім»."""
    voiced = tables.load(lang, "grammar").get("voiced", {}).get(noun[-1:])
    forms = (noun, noun[:-1] + voiced) if voiced else (noun,)
    return any(word.startswith(form) and len(word) - len(form) <= 2 for form in forms)
