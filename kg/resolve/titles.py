"""Who is meant by a bare title: «аким», «Глава государства», «қала әкімі»; and which posts people hold by the text.

By what the text says first (a name beside the title), by who held the post on the document's date second (the
gazetteer's tenures), by nothing else but the one case where a single person without a post is left for a single title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.lang import tables
from kg.model import GOVERNING, IN_OFFICE, NATIONAL, Mention, Relation
from kg.resolve import ministries, things
from kg.resolve.bygone import is_numbered, one_holder
from kg.resolve.called import called_alike, heads_any, same_noun
from kg.resolve.held import same_body
from kg.resolve.last_resort import byline, last_resort
from kg.resolve.owners import Owners
from kg.resolve.persons import Person
from kg.resolve.titled import LOOSE, NOT_NOW, PAST, Held, Titles, status_now

TAKEN = "/holds-took"  # the rule for whoever takes a place that another left


def resolve(
    titles: Sequence[Mention],
    relations: Sequence[Relation],
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
        travelling = {
            r.subject for r in relations if r.predicate == "visited" and r.modality == "asserted" and r.subject
        }
        last_resort(titles, [person for person in people if not byline(person, text)], found, text, travelling)
    return found


def status_of(title: Mention, relation: Relation) -> str:
    """What the words that join them say, or the title: «стал кандидатом на пост главы», «является бывшим главой»."""
    told, own = relation.status or "current", title.feature("status")
    if own == "former" and relation.rule.endswith(TAKEN):
        return told  # «место экс-председателя занял Иванов»
    return own if own == "candidate" or (own in ("acting", "former") and told in ("current", "appointed")) else told


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
    role = title.feature("role")
    fitting = [h for h in held if h.title.feature("role") == role and fits(title, h.title, owners)]
    fitting = [h for h in fitting if not _is_of_another(title, owners.key(h.title), owners, found)]
    once = [h for h in fitting if is_numbered(h.title) or one_holder(h.title)]
    if is_numbered(title):
        fitting = once
    elif not one_holder(title):
        fitting = [h for h in fitting if h not in once] or fitting
    people = unique(h.person for h in fitting)
    if len(people) == 1:
        return _named_before(title, people[0], held) or people[0]
    if not people and not past and title.feature("role") in LOOSE:
        return by_head_word(title, found.held, owners)
    if owners.is_of_a_land_unsaid(title):
        return None  # «глава Правительства», where two lands have one
    before = [h for h in fitting if h.title.start < title.start]
    same_class = [h for h in before if title.feature("class") and title.feature("class") == h.title.feature("class")]
    own = [h for h in same_class or before if title.feature("class") and _governs_main(h, owners)]
    nearest = max(own or same_class or before, key=lambda h: h.title.start, default=None)
    return nearest.person if nearest and (title.feature("role") not in LOOSE) else None


def _governs_main(held: Held, owners: Owners) -> bool:
    """«СҚО әкімі … провинция губернаторымен кездесті. [Өңір басшысы] …»: of several, whose place the text is about."""
    main = owners.main
    if main is None or held.title.feature("role") != "akim":
        return False
    return owners.key(held.title) == things.key_of(main.mentions[0])


def _named_before(title: Mention, meant: Person, held: Sequence[Held]) -> Person | None:
    """«Тоқаев Қытайда. [Мемлекет басшысы] … Си Цзиньпинмен кездеседі»: who is named only later is not yet meant.

    The land told last says whose head of state it is only where nobody else's has been named alone.
    """
    if title.of or title.feature("role") not in NATIONAL or min(m.start for m in meant.mentions) < title.start:
        return None
    earlier = unique(
        h.person for h in held if h.title.feature("role") == title.feature("role") and h.title.start < title.start
    )
    return earlier[0] if len(earlier) == 1 else None


def by_head_word(title: Mention, held: Sequence[Held], owners: Owners) -> Person | None:
    """«Директор» after «бас директор Асан Омаров», «депутат» after «мәжілісмен»: the only one of that role told before.

    One word, without a body of its own, and what it is ends the longer title or is another word for it.
    """
    if (" " in title.name and title.feature("role") != "deputy") or title.of or title.feature("body"):
        return None
    same_role = [h for h in held if h.title.feature("role") == title.feature("role")]
    fitting = [
        h for h in same_role if h.status in IN_OFFICE and h.title.stop <= title.start and owners.agree(title, h.title)
    ]
    people = unique(h.person for h in same_role)
    alike = any(called_alike(title.name, h.title.name, title.feature("role")) for h in fitting)
    return people[0] if len(people) == 1 and alike else None


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
    role = title.feature("role")
    if role not in NATIONAL or title.of:
        return None
    same = [h for h in found.held if h.title.feature("role") == role]
    if not same or not all(h.title.of for h in same):
        return None
    abroad, lands = unique(h.person for h in same), {owners.key(h.title) for h in same}
    others = [person for person in people if not any(person is one for one in abroad)]
    theirs = {(role, land) for land in lands}
    others = [p for p in others if theirs.isdisjoint(office_holders.get(p.known_as or "", []))]
    return by_office(title, others, office_holders, owners, found)


def fits(title: Mention, other: Mention, owners: Owners) -> bool:
    """Of one role: the same jurisdiction where both name one; a title of the loose kind needs the same words."""
    body = owners.mentions.get(title.of or "")
    led = ministries.same_field(title, body, other, owners.extract.document.text)
    agree = owners.agree(title, other) or (led and not owners.tells_place(title))
    if led is False or not agree or owners.is_abroad(title, other):
        return False
    if title.feature("role") == "head" and title.of and owners.key(title) == owners.key(other):
        return True  # «Сенат спикері» is its «төраға»
    called = title.name == other.name or heads_any(title)
    return title.feature("role") not in LOOSE or (called and same_noun(title, other, owners))


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
    his = [h for h in found.held if h.person is fitting[0]]
    if owners.extract.document.date is None and any(_is_elsewhere(title, h) for h in his):
        return None
    if not any(h.title.feature("role") == title.feature("role") for h in his):
        status = status_now(title, owners.extract.document.text)
        found.held.append(Held(fitting[0], title, None, status, "titles/office-on-date", 0.85))
    return fitting[0]


def _is_elsewhere(title: Mention, held: Held) -> bool:
    """«к министру пришёл аким Иванов»: who once was a minister and is told with another post, on no date known."""
    other = held.title.feature("role") not in (title.feature("role"), *LOOSE)
    return other and held.status in IN_OFFICE and held.title.start != title.start


def _is_of_another(title: Mention, of: str | None, owners: Owners, found: Titles) -> bool:
    """«Президент» is not Xi where the text tells of «Қазақстан Президентінің баспасөз хатшысы» too."""
    role = title.feature("role")
    if role not in NATIONAL or title.of or of is None:
        return False
    same = (o for o in owners.owned if o.feature("role") == role and not owners.is_of_a_land_unsaid(o))
    unnamed = (other for other in same if other.id not in found.points_to)
    return any(key is not None and not is_one_office(role, of, key) for key in map(owners.key, unnamed))


def is_one_office(role: str, of: str, other: str) -> bool:
    """«Премьер-министр Казахстана» is he of the Government of Kazakhstan; one country has many ministers."""
    return of == other or (role in NATIONAL and same_body(role, of, other))
