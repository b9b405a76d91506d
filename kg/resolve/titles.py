"""Who is meant by a bare title: «аким», «Глава государства», «қала әкімі»; and which posts people hold by the text.

By what the text says first (a name beside the title), by who held the post on the document's date second (the
gazetteer's tenures), by nothing else but the one case where a single person without a post is left for a single title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, NATIONAL, Mention, Relation
from kg.resolve import ministries
from kg.resolve.bygone import is_numbered, one_holder
from kg.resolve.held import same_body as is_one_body
from kg.resolve.owners import Owners
from kg.resolve.persons import Person

ENDS = (". ", "! ", "? ", "\n")  # of a sentence
LISTED = 60  # characters between a title and the next name of a list at the most


@dataclass(slots=True)
class Held:
    """A post as the text gives it to a person."""

    person: Person
    title: Mention
    relation: Relation | None  # the words that join them; None when the title alone does
    status: str
    rule: str
    confidence: float


@dataclass(slots=True)
class Titles:
    """Titles of a document and the people they point to."""

    held: list[Held] = field(default_factory=list)
    points_to: dict[str, Person] = field(default_factory=dict)  # Mention.id of a title → its person
    stands_for: set[str] = field(default_factory=set)  # titles that stand alone, in place of a name

    def tells_of_local_official(self) -> bool:
        """Whether somebody in the text heads a place now, or helps to: it is that place's news."""
        local = (held for held in self.held if held.title.feature("role") in GOVERNING)
        return any(held.status in ("current", "acting") for held in local)


def resolve(
    titles: Sequence[Mention],
    relations: Iterable[Relation],
    person_of: Mapping[str, Person],
    office_holders: Mapping[str, list[tuple[str, str | None]]],
    owners: Owners,
) -> Titles:
    """Links titles to people.

    `office_holders`: gazetteer key of a person → (role, gazetteer key of the jurisdiction) held on the document's date;
    `owners`: a title → the gazetteer key, or the folded name, of what it belongs to, where that is clear.
    """
    found = Titles()
    by_id = {title.id: title for title in titles}
    joined: set[str] = set()
    for relation in relations:
        title, person = by_id.get(relation.object or ""), person_of.get(relation.subject or "")
        if relation.predicate != "holds" or title is None or person is None:
            continue
        status = status_of(title, relation)
        found.held.append(Held(person, title, relation, status, relation.rule, relation.confidence))
        found.points_to[title.id] = person
        joined.add(title.id)
    people = unique(person_of.values())
    for title in titles:
        if title.id in joined or "True" in (title.feature("plural"), title.feature("given")):
            continue
        others = without_helpers(people, title, found)
        meant = (
            at_home(title, others, office_holders, owners, found)
            or by_text(title, found, owners)
            or by_office(title, others, office_holders, owners, found)
        )
        if meant is not None and may_mean(title, meant):
            found.points_to[title.id] = meant
            found.stands_for.add(title.id)
    text = owners.extract.document.text
    if tables.load(owners.extract.document.lang, "grammar").get("lone_titles"):
        last_resort(titles, [person for person in people if not byline(person, text)], found, text)
    return found


def status_of(title: Mention, relation: Relation) -> str:
    """What the words that join them say, or the title: «стал кандидатом на пост главы», «назначен и.о. главы»."""
    told, own = relation.status or "current", title.feature("status")
    return own if own == "candidate" or (own == "acting" and told in ("current", "appointed")) else told


def unique(people: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def without_helpers(people: Sequence[Person], title: Mention, found: Titles) -> list[Person]:
    """«Советник [президента Узбекистана] Каримов» is not the president whose adviser he is."""
    outer = [h.person for h in found.held if h.title.start < title.start < h.title.stop]
    return [person for person in people if not any(person is helper for helper in outer)]


def may_mean(title: Mention, person: Person) -> bool:
    """«Елбасы» is one man alone, whoever else was president."""
    one = one_holder(title)
    return one is None or person.known_as == one


def by_text(title: Mention, found: Titles, owners: Owners) -> Person | None:
    """The person to whom the text gives a post of that role; of several, the one named last before the title."""
    past = title.feature("status") == "former"  # «бывший аким» is nobody who is akim now
    held = [h for h in found.held if h.status in PAST] if past else [h for h in found.held if h.status != "former"]
    fitting = [h for h in held if fits(title, h.title, owners)]
    fitting = [h for h in fitting if not _is_of_another(title, owners.key(h.title), owners, found)]
    once = [h for h in fitting if is_numbered(h.title) or one_holder(h.title)]
    if is_numbered(title):
        fitting = once
    elif not one_holder(title):
        fitting = [h for h in fitting if h not in once] or fitting
    people = unique(h.person for h in fitting)
    if len(people) == 1:
        return people[0]
    if not people and not past and title.feature("role") in LOOSE:
        return by_head_word(title, found.held, owners)
    before = [h for h in fitting if h.title.start < title.start]
    same_class = [h for h in before if title.feature("class") and title.feature("class") == h.title.feature("class")]
    nearest = max(same_class or before, key=lambda h: h.title.start, default=None)
    return nearest.person if nearest and (title.feature("role") not in LOOSE) else None


def by_head_word(title: Mention, held: Sequence[Held], owners: Owners) -> Person | None:
    """«Директор» after «бас директор Асан Омаров», «депутат» after «мәжілісмен»: the only one of that role told before.

    One word, without a body of its own, and what it is ends the longer title or is another word for it.
    """
    if " " in title.name or title.of or title.feature("body"):
        return None
    same_role = [h for h in held if h.title.feature("role") == title.feature("role")]
    fitting = [
        h for h in same_role if h.status in IN_OFFICE and h.title.stop <= title.start and owners.agree(title, h.title)
    ]
    people = unique(h.person for h in same_role)
    alike = any(called_alike(title.name, h.title.name, title.feature("role")) for h in fitting)
    return people[0] if len(people) == 1 and alike else None


def called_alike(word: str, longer: str, role: str | None) -> bool:
    return role == "deputy" or re.fullmatch(rf"(?:.* )?{re.escape(word)}(?:[ыі]|с[ыі])?", longer) is not None


def at_home(
    title: Mention,
    people: Sequence[Person],
    office_holders: Mapping[str, list[tuple[str, str | None]]],
    owners: Owners,
    found: Titles,
) -> Person | None:
    """«Мемлекет басшысы» beside «Өзбекстан Президенті Мирзиёев» and «Тоқаев»: he whose country needs no name.

    Not one who held the office of another's country: «президент Киргизии Асанов» is the president of that text.
    """
    same = [h for h in found.held if h.title.feature("role") == title.feature("role")]
    if title.feature("role") not in NATIONAL or title.of or not same or not all(h.title.of for h in same):
        return None
    abroad, lands = unique(h.person for h in same), {owners.key(h.title) for h in same}
    others = [person for person in people if not any(person is one for one in abroad)]
    role = title.feature("role")
    theirs = {(role, land) for land in lands}
    others = [p for p in others if theirs.isdisjoint(office_holders.get(p.known_as or "", []))]
    return by_office(title, others, office_holders, owners, found)


PAST = ("former", "dismissed")
NOT_NOW = ("former", "candidate")
LOOSE = frozenset({"head", "deputy", "member", "other", "advisor", "deputy-head"})  # many people hold them at once


def fits(title: Mention, other: Mention, owners: Owners) -> bool:
    """Same role; the same jurisdiction where both name one; a title of the loose kind needs the same words."""
    if title.feature("role") != other.feature("role"):
        return False
    body = owners.mentions.get(title.of or "")
    led = ministries.same_field(title, body, other, owners.extract.document.text)
    agree = owners.agree(title, other) or (led and not owners.tells_place(title))
    if led is False or not agree or owners.is_abroad(title, other):
        return False
    if title.feature("role") == "head" and title.of and owners.key(title) == owners.key(other):
        return True  # «Сенат спикері» is its «төраға»
    return title.feature("role") not in LOOSE or (title.name == other.name and same_body(title, other, owners))


def same_body(title: Mention, other: Mention, owners: Owners) -> bool:
    """«Мектеп директоры» is nobody who heads a firm, «басқарма басшысы» whoever heads a «… басқармасы»."""
    noun = title.feature("body")
    named = owners.mentions.get(other.of or "")
    if noun is None or named is None or noun in tables.load(title.lang, "grammar").get("any_body", ()):
        return True
    return noun in named.words.lower()


def by_office(
    title: Mention,
    people: Sequence[Person],
    office_holders: Mapping[str, list[tuple[str, str | None]]],
    owners: Owners,
    found: Titles,
) -> Person | None:
    """The one person named in the document who held such a post on its date."""
    if title.feature("status") in NOT_NOW or is_numbered(title):
        return None
    wanted = owners.key(title) if title.feature("class") != "Country" else None
    fitting = [
        person
        for person in people
        for role, of in office_holders.get(person.known_as or "", [])
        if role == title.feature("role") and (wanted is None or of is None or is_one_office(role, of, wanted))
        if may_mean(title, person)
        if of is None or not _is_of_another(title, of, owners, found)
    ]
    fitting = unique(fitting)
    if len(fitting) != 1 or (title.feature("role") in (*LOOSE, *GOVERNING) and wanted is None):
        return None  # «председатель» alone may be anybody's chairman
    if not any(h.person is fitting[0] and h.title.feature("role") == title.feature("role") for h in found.held):
        status = status_now(title, owners.extract.document.text)
        found.held.append(Held(fitting[0], title, None, status, "titles/office-on-date", 0.85))
    return fitting[0]


def _is_of_another(title: Mention, of: str | None, owners: Owners, found: Titles) -> bool:
    """«Президент» is not Xi where the text tells of «Қазақстан Президентінің баспасөз хатшысы» too."""
    role = title.feature("role")
    if role not in NATIONAL or title.of or of is None:
        return False
    same = (m for m in owners.extract.mentions if m.kind == "Title" and m.feature("role") == role)
    unnamed = (other for other in same if other.of and other.id not in found.points_to)
    return any(key is not None and not is_one_office(role, of, key) for key in map(owners.key, unnamed))


def is_one_office(role: str, of: str, other: str) -> bool:
    """«Премьер-министр Казахстана» is he of the Government of Kazakhstan; one country has many ministers."""
    return of == other or (role in NATIONAL and is_one_body(role, of, other))


def status_now(title: Mention, text: str) -> str:
    """«врио губернатора» acts for one; «аким [сложил полномочия]»: he was it."""
    gone = tables.load(title.lang, "grammar").get("office_left")
    if gone is not None and re.match(gone, text[title.stop :]):
        return "dismissed"
    return "acting" if title.feature("status") == "acting" else "current"


def last_resort(titles: Sequence[Mention], people: Sequence[Person], found: Titles, text: str) -> None:
    """One person without a post, named after one kind of local title without a person: they belong together.

    «Врио губернатора дал поручения. Дмитрий Петров потребовал отчёта»: nobody else can be meant.
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
    kinds = {(t.feature("role"), t.feature("class") or t.of) for t in open_titles}
    roles = {role for role, _ in kinds}
    if len(left) != 1 or roles != {"akim"} or any(h.title.feature("role") == "akim" for h in found.held):
        return
    if not any(m.start > min(t.start for t in open_titles) for m in left[0].mentions):
        return
    if any(listed(title, m, text) for title in open_titles for m in left[0].mentions):
        return
    if any(given_another(m, open_titles, text) for m in left[0].mentions):
        return
    best = min(open_titles, key=lambda t: (t.of is None, t.start))
    found.held.append(Held(left[0], best, None, status_now(best, text), "titles/only-one-left", 0.7))
    for title in open_titles:
        found.points_to[title.id] = left[0]
        found.stands_for.add(title.id)


def listed(title: Mention, person: Mention, text: str) -> bool:
    """«Пришли [аким области], врач [Марат Асанов]»: a name in the title's own sentence would have been joined to it."""
    between = text[title.stop : person.start] if title.stop <= person.start else ""
    beside = title.stop < person.start and not between.strip()  # «пресс-секретарь [губернатора] Мина Ким»: either's
    return beside or (0 < len(between) < LISTED and "," in between and not re.search(r"[.!?\n]", between))


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
