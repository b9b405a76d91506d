"""Whose a local title is that nobody is named with, where a single person without a post is left for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.lang import tables
from kg.model import Mention
from kg.resolve.persons import Person
from kg.resolve.titled import NOT_NOW, Held, Titles, status_now

ACTS = ("Nom", "Ins", "Dat", None)  # cases of whom a text tells something: «заявил аким», «акиму доложили»
ENDS = (". ", "! ", "? ", "\n")  # of a sentence


def last_resort(
    titles: Sequence[Mention], people: Sequence[Person], found: Titles, text: str, travelling: Collection[str]
) -> None:
    """One person without a post, named after one kind of local title without a person: they belong together.

    «Врио губернатора дал поручения. Дмитрий Петров потребовал отчёта»: nobody else can be meant. Named before the title
    it is who alone travels, told by his bare name: «Дмитрий Петров побывал в Ясном. … отметил губернатор».
    """
    titled = {id(h.person) for h in found.held}
    left = [person for person in people if id(person) not in titled]
    open_titles = [
        t
        for t in titles
        if t.id not in found.points_to
        and t.feature("alone") == "True"
        and "True" not in (t.feature("plural"), t.feature("given"))
        and t.feature("status") not in NOT_NOW
    ]
    roles = {t.feature("role") for t in open_titles}
    guests = [p for p in left if any(m.id in travelling for m in p.mentions) and opens_line(p, text)]
    left = guests if len(guests) == 1 else left
    if len(left) != 1 or roles != {"akim"} or any(h.title.feature("role") == "akim" for h in found.held):
        return
    if all(t.feature("case") not in ACTS for t in open_titles):
        return  # «Помощник мэра ушёл», «полномочия мэра»: nothing is told of a mayor
    if left != guests and not any(m.start > min(t.start for t in open_titles) for m in left[0].mentions):
        return
    if any(listed(title, m, text) for title in open_titles for m in left[0].mentions):
        return
    if any(given_another(m, open_titles, text) for m in left[0].mentions):
        return
    best = min(open_titles, key=lambda t: (t.of is None, t.start))
    if left != guests:  # of a traveller it is not told what he governs
        found.held.append(Held(left[0], best, None, status_now(best, text), "titles/only-one-left", 0.7))
    for title in open_titles:
        found.points_to[title.id] = left[0]
        found.stands_for.add(title.id)


def opens_line(person: Person, text: str) -> bool:
    """Whether the first that a text tells of somebody is his full name at the beginning of a line."""
    first = min(person.mentions, key=lambda m: m.start)
    return " " in first.words and text[text.rfind("\n", 0, first.start) + 1 : first.start].strip() == ""


def listed(title: Mention, person: Mention, text: str) -> bool:
    """«Пришли [аким области], врач [Марат Асанов]»: a name in the title's own sentence would have been joined to it.

    «[Аким района] навестил ветерана [Марата Асанова]», «Вместо [акима] выступил [Марат Асанов]».
    """
    between = text[title.stop : person.start]
    return title.stop <= person.start and not re.search(r"[.!?\n]", between)


def given_another(person: Mention, open_titles: Sequence[Mention], text: str) -> bool:
    """«Сейчас эту [должность занял] Асанов»: his sentence tells of a post that he has, and none of the titles."""
    told = tables.load(person.lang, "grammar").get("office_told")
    if told is None:
        return False
    start = max(text.rfind(mark, 0, person.start) for mark in ENDS)
    stop = min((at for mark in ENDS if (at := text.find(mark, person.stop)) >= 0), default=len(text))
    inside = any(start < title.start < stop for title in open_titles)
    return not inside and re.search(told, text[start + 1 : stop]) is not None


def byline(person: Person, text: str) -> bool:
    """Whether the name stands on lines of its own alone, as the author's does under a text."""
    lines = (text[text.rfind("\n", 0, m.start) + 1 :].split("\n", 1)[0] for m in person.mentions)
    return all(line.strip(" .,—–-") == m.words for line, m in zip(lines, person.mentions, strict=True))
