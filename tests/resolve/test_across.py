"""Who is who across documents: joined by name and context, kept apart otherwise, in any order of documents."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

import pytest

from kg import gazetteer
from kg.model import Canonical, Claim, Document, Entity, Evidence, Link, Mention, Post, Resolved
from kg.resolve.across import across, explain


@dataclass
class Page:
    """Builds one resolved document, a thing at a time."""

    id: str
    day: str = "2024-03-01"
    lang: str = "ru"

    def __post_init__(self) -> None:
        self.entities: list[Entity] = []
        self.claims: list[Claim] = []

    def add(self, kind: str, name: str, surface: str = "", **more: object) -> Entity:
        words = surface or name
        start = 100 * len(self.entities)
        known = more.get("known_as")
        mention = Mention(self.id, start, start + len(words), words, kind, name, self.lang, "test", 1.0, known_as=known)
        entity = Entity(self.id, kind, name, self.lang, (mention,), **more)
        self.entities.append(entity)
        return entity

    def person(self, name: str, gender: str = "m", known_as: str | None = None, patronymic: str = "") -> Entity:
        *first, surname = name.split()
        initials = " ".join(first) if first and first[0].endswith(".") else ""
        parts = {"surname": surname, "given": "" if initials else " ".join(first), "patronymic": patronymic}
        features = {**parts, "initials": initials, "gender": gender}
        kept = tuple((key, value) for key, value in features.items() if value)
        return self.add("Person", name, known_as=known_as, features=kept)

    def place(self, name: str, finer: str = "City", known_as: str | None = None) -> Entity:
        return self.add("Place", name, finer=(finer,), known_as=known_as)

    def holds(self, person: Entity, role: str, of: Entity | None, status: str = "current") -> None:
        evidence = Evidence(self.id, 0, 1, "x")
        post = Post(role, of.id if of else None)
        self.claims.append(Claim(person.id, "holds", None, evidence, "test", 1.0, post=post, status=status))

    def within(self, place: Entity, known_as: str, finer: str, confidence: float = 0.8) -> None:
        around = self.place(known_as, finer, known_as)
        self.claims.append(Claim(place.id, "within", around.id, Evidence(self.id, 0, 1, "x"), "test", confidence))

    def done(self) -> Resolved:
        document = Document(
            self.id, f"{self.id}.txt", "x" * 10_000, "0", "utf-8", "text/plain", self.lang, (), date=self.day
        )
        return Resolved(document, tuple(self.entities), tuple(self.claims))


def akim_page(name: str, place: str, day: str = "2024-03-01", lang: str = "ru", role: str = "akim") -> Page:
    page = Page(f"{name}/{place}/{day}", day, lang)
    page.holds(page.person(name), role, page.place(place))
    return page


def people(pages: list[Page]) -> list[set[str]]:
    """The clusters of persons, as the names in each."""
    links, canonicals = across(page.done() for page in pages)
    return sorted(clusters(pages, links, canonicals, "Person"), key=sorted)


def clusters(pages: list[Page], links: list[Link], canonicals: list[Canonical], kind: str) -> list[set[str]]:
    names = {entity.id: entity.name for page in pages for entity in page.entities}
    persons = [canonical.id for canonical in canonicals if canonical.kind == kind]
    return [{names[link.entity] for link in links if link.canonical == one} for one in persons]


def only(pages: list[Page], kind: str = "Person") -> Canonical:
    found = [canonical for canonical in across(page.done() for page in pages)[1] if canonical.kind == kind]
    assert len(found) == 1, found
    return found[0]


def test_one_person_in_two_languages() -> None:
    pages = [akim_page("Дархан Кенжетаев", "Риддер"), akim_page("Дархан Кенжетаев", "Риддер", "2024-09-01", "kk")]
    person = only(pages)
    assert person.id == "person/darkhan-kenzhetayev"
    assert dict(person.labels) == {"ru": "Дархан Кенжетаев", "kk": "Дархан Кенжетаев", "en": "Darkhan Kenzhetayev"}


def test_a_surname_joins_by_its_post() -> None:
    full, bare = akim_page("Асылбек Нұрғалиев", "Риддер", lang="kk"), akim_page("Нургалиев", "Риддер", "2024-04-01")
    assert people([full, bare]) == [{"Асылбек Нұрғалиев", "Нургалиев"}]


def test_a_surname_alone_stays_alone() -> None:
    full, bare = akim_page("Асылбек Нургалиев", "Риддер"), Page("b")
    bare.person("Нургалиев")
    assert len(people([full, bare])) == 2


def test_initials_join_the_only_one_they_fit() -> None:
    full, other, short = akim_page("Асылбек Нургалиев", "Риддер"), Page("o"), Page("s")
    other.person("Ерлан Нургалиев")
    short.person("А. Нургалиев")
    assert {"Асылбек Нургалиев", "А. Нургалиев"} in people([full, other, short])


def test_initials_that_fit_two_join_none() -> None:
    one, two, short = Page("1"), Page("2"), Page("3")
    one.person("Асылбек Нургалиев")
    two.person("Алмас Нургалиев")
    short.person("А. Нургалиев")
    assert len(people([one, two, short])) == 3


@pytest.mark.parametrize("other", ["Ерлан Нургалиев", "А. Нургалиев", "Асылбек Нурпеисов"])
def test_a_post_is_no_reason_over_another_name(other: str) -> None:
    assert len(people([akim_page("Ержан Нургалиев", "Риддер"), akim_page(other, "Риддер")])) == 2


def test_namesakes_in_two_offices_at_one_time_stay_two() -> None:
    pages = [akim_page("Ерлан Ахметов", "Риддер"), akim_page("Ерлан Ахметов", "Курчатов", "2024-03-04")]
    found = [canonical.id for canonical in across(page.done() for page in pages)[1] if canonical.kind == "Person"]
    assert len(found) == 2
    assert all(identifier.startswith("person/yerlan-akhmetov-") for identifier in found)


def test_one_career_is_one_person() -> None:
    pages = [akim_page("Ерлан Ахметов", "Риддер", "2020-03-01"), akim_page("Ерлан Ахметов", "Курчатов", "2024-03-04")]
    assert len(people(pages)) == 1


def test_fathers_tell_namesakes_apart() -> None:
    pages = [Page("1"), Page("2"), Page("3", lang="kk")]
    pages[0].person("Ерлан Ахметов", patronymic="Серикович")
    pages[1].person("Ерлан Ахметов", patronymic="Маратович")
    pages[2].person("Ерлан Ахметов", patronymic="Серікұлы")
    assert len(people(pages)) == 2


def test_a_woman_is_no_man() -> None:
    pages = [Page("1"), Page("2")]
    pages[0].person("Жаннур Оспан", gender="m")
    pages[1].person("Жаннур Оспан", gender="f")
    assert len(people(pages)) == 2


def test_the_city_is_not_the_region() -> None:
    pages = [Page("1"), Page("2"), Page("3")]
    pages[0].place("Тестовск", "City")
    pages[1].place("Тестовск", "Region")
    pages[2].add("Place", "Тестовск")
    assert len([c for c in across(page.done() for page in pages)[1] if c.kind == "Place"]) == 3


def test_a_place_without_class_is_the_only_one_of_its_name() -> None:
    pages = [Page("1"), Page("2", lang="kk")]
    pages[0].place("Қызылтам", "Village")
    pages[1].add("Place", "Кызылтам")
    assert only(pages, "Place").finer == ("Village",)


def village_page(number: str, *around: tuple[str, str], name: str = "Береке", finer: str = "Village") -> Page:
    page = Page(number)
    village = page.place(name, finer)
    for known_as, level in around:
        page.within(village, known_as, level)
    return page


KARASAI, SOZAK = ("place/karasai-district", "District"), ("place/sozak-district", "District")
ALMATY, TURKISTAN = ("place/almaty-region", "Region"), ("place/turkistan-region", "Region")


@pytest.mark.parametrize(
    ("pages", "number"),
    [
        ([village_page("1", KARASAI), village_page("2", SOZAK)], 2),
        ([village_page("1", KARASAI), village_page("2", ALMATY)], 1),  # the district lies in that region
        ([village_page("1", KARASAI), village_page("2", TURKISTAN)], 2),
        ([village_page("1", KARASAI), village_page("2")], 1),
        ([village_page("1", KARASAI), village_page("2", SOZAK), village_page("3")], 3),  # it may be either
        ([village_page("1", ALMATY), village_page("2", TURKISTAN), village_page("3", KARASAI)], 2),
        ([village_page("1", KARASAI, SOZAK), village_page("2", SOZAK)], 1),  # who says both says nothing
        ([village_page("1", KARASAI, finer="River"), village_page("2", SOZAK, finer="River")], 1),  # it flows
    ],
)
def test_villages_of_one_name_in_two_districts_are_two(pages: list[Page], number: int) -> None:
    for order in itertools.permutations(pages):
        _, canonicals = across(page.done() for page in order)
        assert len([c for c in canonicals if "Береке" in dict(c.labels).values()]) == number


def district_pages(*told: tuple[str, str], finer: str = "District") -> list[Page]:
    pages = [Page(str(number), lang=lang) for number, (_, lang) in enumerate(told)]
    for page, (name, _) in zip(pages, told, strict=True):
        page.place(name, finer)
    return pages


@pytest.mark.parametrize(
    ("pages", "number"),
    [
        (district_pages(("Кызылтасский район", "ru"), ("Қызылтас ауданы", "kk")), 1),
        (district_pages(("Алгынский район", "ru"), ("Алғы ауданы", "kk")), 1),
        (district_pages(("Кызылтасский район", "ru"), ("Қызылту ауданы", "kk")), 2),
        (district_pages(("Сазинский район", "ru"), ("Саза ауданы", "kk"), ("Сазин ауданы", "kk")), 3),  # of either
        (district_pages(("Кызылтасский район", "ru"), ("Қызылтас ауылдық округі", "kk")), 2),
    ],
)
def test_a_district_is_one_in_two_languages(pages: list[Page], number: int) -> None:
    for order in itertools.permutations(pages):
        _, canonicals = across(page.done() for page in order)
        assert len(canonicals) == number


def test_what_a_text_only_implies_parts_no_villages() -> None:
    pages = [village_page("1", KARASAI), Page("2")]
    pages[1].within(pages[1].place("Береке", "Village"), *SOZAK, confidence=0.65)
    assert len([c for c in across(page.done() for page in pages)[1] if "Береке" in dict(c.labels).values()]) == 1


def test_an_akimat_belongs_to_its_city() -> None:
    pages = [Page("1"), Page("2", lang="kk"), Page("3")]
    for page, city, name in zip(pages, ("almaty", "almaty", "astana"), ("акимат", "әкімдік", "акимат"), strict=True):
        owner = page.place(city.capitalize(), known_as=f"place/{city}")
        page.add("Organization", name, finer=("Akimat",), owner=owner.id)
    links, canonicals = across(page.done() for page in pages)
    assert sorted(clusters(pages, links, canonicals, "Organization"), key=len) == [{"акимат"}, {"акимат", "әкімдік"}]
    almaty = next(canonical for canonical in canonicals if canonical.id == "organization/akimat-almaty")
    assert dict(almaty.labels) == {"ru": "акимат (Алматы)", "kk": "әкімдік (Алматы)", "en": "akimat (Almaty)"}


def test_the_gazetteer_names_and_places_things() -> None:
    page = Page("1", lang="kk")
    page.place("Алматы", known_as="place/almaty")
    page.place("Қазақстан", "Country", known_as="place/kazakhstan")
    almaty = next(c for c in across([page.done()])[1] if c.id == "place/almaty")
    assert dict(almaty.labels) == {"ru": "Алматы", "kk": "Алматы", "en": "Almaty"}
    assert almaty.within == ("place/kazakhstan",)
    assert ("ru", "Алма-Ата") in almaty.spellings


def test_an_office_holder_is_known_by_surname_and_day() -> None:
    page = Page("1", day="2021-05-04")
    place = page.place("Казахстан", "Country", known_as="place/kazakhstan")
    page.holds(page.person("Токаев"), "president", place)
    assert only([page]).id == "person/kassym-jomart-tokayev"


def test_the_same_surname_on_another_day_is_not_the_holder() -> None:
    page = Page("1", day="2005-05-04")
    place = page.place("Казахстан", "Country", known_as="place/kazakhstan")
    page.holds(page.person("Токаев"), "president", place)
    assert only([page]).id == "person/tokayev"


def test_projects_share_a_name_in_any_spelling() -> None:
    pages = [Page("1"), Page("2", lang="kk")]
    pages[0].add("Project", "«Жарқын болашақ»")
    pages[1].add("Project", "Жарқын Болашақ")
    assert len(across(page.done() for page in pages)[1]) == 1


def small_world() -> list[Page]:
    """Two dozen documents with spellings, namesakes, initials and bare surnames."""
    pages = [
        akim_page("Ерлан Ахметов", "Риддер"),
        akim_page("Ерлан Ахметов", "Курчатов", "2024-03-04"),
        akim_page("Ахметов", "Риддер"),
        akim_page("Е. Ахметов", "Курчатов"),
        akim_page("Асылбек Нұрғалиев", "Аягоз", lang="kk"),
        akim_page("Нургалиев", "Аягоз", "2024-04-01"),
        akim_page("А. Нургалиев", "Аягоз", "2024-05-01"),
        akim_page("Бақытжан Тілеуқабылов", "Шар", lang="kk"),
        akim_page("Бакытжан Тлеукабылов", "Шар"),
        akim_page("Тлеукабылов", "Шар", "2023-04-01"),
        akim_page("Тлеукабылов", "Семей", "2023-04-01"),
    ]
    for number, name in enumerate(["Асылбек Нургалиев", "Алмас Нургалиев", "Нургалиев", "Ахметов", "Е. Ахметов"]):
        page = Page(f"p{number}")
        page.person(name)
        pages.append(page)
    return pages


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [page.done() for page in small_world()]
    expected = across(documents)
    for seed in range(30):
        random.Random(seed).shuffle(documents)
        assert across(documents) == expected
    assert all(across(order) == across(documents[:4]) for order in itertools.permutations(documents[:4]))


def test_every_entity_has_one_link_and_every_link_a_reason() -> None:
    documents = [page.done() for page in small_world()]
    links, canonicals = across(documents)
    assert sorted(link.entity for link in links) == sorted(e.id for d in documents for e in d.entities)
    assert {link.canonical for link in links} == {canonical.id for canonical in canonicals}
    assert len({canonical.id for canonical in canonicals}) == len(canonicals)
    assert all(canonical.id.isascii() for canonical in canonicals)
    assert all(0 <= link.score <= 1 and link.reason.endswith(".") for link in links)
    assert explain(links[0]).startswith(f"Taken for {links[0].canonical} with a score of ")


def test_hostile_names_make_harmless_ids() -> None:
    page = Page("1")
    page.person("<script>alert(1)</script> ../../etc")
    page.add("Place", "習近平")
    assert all(set(c.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789/-") for c in across([page.done()])[1])


def test_no_two_officials_of_the_gazetteer_become_one() -> None:
    """Each as a stranger would name him: by full name in one language, and by surname or initials with his post."""
    pages, owner = [], {}
    for row in gazetteer.people():
        posts = [tenure for tenure in gazetteer.tenures() if tenure.person == row.key and tenure.of and tenure.start]
        surname = row.ru[0].split()[-1]
        for number, name in enumerate([row.ru[0], row.kk[0], surname, f"{row.ru[0][0]}. {surname}"]):
            page = Page(
                f"{row.key}/{number}",
                day=posts[-1].start if posts else "2024-01-01",
                lang="kk" if number == 1 else "ru",
            )
            person = page.person(name, gender=row.feature("gender") or "m")
            owner[person.id] = row.key
            if posts:
                kind = "Place" if posts[-1].of.startswith("place/") else "Organization"
                page.holds(person, posts[-1].role, page.add(kind, posts[-1].of, known_as=posts[-1].of))
            pages.append(page.done())
    for seed in range(3):
        random.Random(seed).shuffle(pages)
        who = {link.entity: link.canonical for link in across(pages)[0] if link.entity in owner}
        merged = {canonical: {owner[e] for e in who if who[e] == canonical} for canonical in who.values()}
        assert {canonical: sorted(keys) for canonical, keys in merged.items() if len(keys) > 1} == {}
        known = [entity for entity in who if who[entity] == owner[entity]]
        assert len(known) >= 0.9 * len(who)


def test_an_unknown_namesake_never_takes_the_id_of_a_known_thing() -> None:
    page = Page("1")
    page.add("Place", "Алматы", finer=("Village",))
    page.add("Place", "Алматы", known_as="place/almaty")
    alone = Page("2")
    alone.add("Place", "Алматы", finer=("Village",))
    assert "place/almaty" in {c.id for c in across([page.done()])[1]}
    assert across([alone.done()])[1][0].id.startswith("place/almaty-")


def test_a_common_name_needs_its_owner_and_a_proper_one_does_not() -> None:
    pages = [Page("1"), Page("2")]
    for page, city in zip(pages, ("almaty", "astana"), strict=True):
        owner = page.place(city.capitalize(), known_as=f"place/{city}")
        page.add("Organization", "управление спорта", finer=("Department",), owner=owner.id)
        page.add("Organization", "Тулпар", finer=("Company",), owner=owner.id if city == "almaty" else None)
    found = [c.labels[0][1] for c in across(page.done() for page in pages)[1] if c.kind == "Organization"]
    assert sorted(found) == ["Тулпар", "управление спорта", "управление спорта"]


def test_all_that_name_one_row_are_one_whatever_else_they_say() -> None:
    pages = [Page(str(number), day=f"20{number + 15}-01-05") for number in range(5)]
    key = "person/kassym-jomart-tokayev"
    for page, name in zip(pages, ("Токаев", "К.-Ж. Токаев", "Касым-Жомарт Токаев", "Т. Касым", "Токаева"), strict=True):
        page.person(name, known_as=key)
    assert only(pages).id == key


def test_the_government_of_a_known_country_is_its_row() -> None:
    page = Page("1")
    owner = page.place("Казахстан", "Country", known_as="place/kazakhstan")
    page.add("Organization", "правительство", finer=("Government",), owner=owner.id)
    page.add("Organization", "Кабмин РК", finer=("Government",), known_as="organization/kazakhstan-government")
    assert only([page], "Organization").id == "organization/kazakhstan-government"


def test_a_common_name_in_two_offices_is_two_people() -> None:
    """Among many named Ахметов and many named Ерлан, two of both names are not one for the name alone."""
    givens = ["Ерлан", "Асет", "Марат", "Болат", "Тимур", "Канат", "Серик", "Нурлан"]
    surnames = ["Ахметов", "Оспанов", "Смагулов", "Нургалиев", "Жунусов", "Касымов", "Алиев", "Омаров"]
    crowd = [akim_page(f"{given} {surname}", f"Село {given} {surname}") for given in givens for surname in surnames]
    late = "2012-03-01"
    pages = [*crowd, akim_page("Ерлан Ахметов", "Риддер", late), akim_page("Ерлан Ахметов", "Риддер", "2013-03-01")]
    links, canonicals = across(page.done() for page in pages)
    assert len(clusters(pages, links, canonicals, "Person")) == len(crowd) + 1
    alone = [akim_page("Ерлан Ахметов", "Риддер", late), akim_page("Ерлан Ахметов", "Курчатов", "2024-03-01")]
    assert len(people(alone)) == 1


def test_a_text_that_tells_both_offices_joins_them() -> None:
    pages = [akim_page("Ерлан Ахметов", "Риддер", "2020-03-01"), akim_page("Ерлан Ахметов", "Курчатов", "2020-03-05")]
    assert len(people(pages)) == 2
    both = Page("both", "2024-01-01")
    person = both.person("Ерлан Ахметов")
    both.holds(person, "deputy", both.place("Семей"))
    both.holds(person, "akim", both.place("Риддер"), "former")
    assert len(people([pages[0], both])) == 1


def test_the_post_decides_between_namesakes_of_a_full_name() -> None:
    pages = [
        akim_page("Ерлан Ахметов", "Риддер"),
        akim_page("Ерлан Ахметов", "Курчатов", "2024-03-04"),
        akim_page("Ерлан Ахметов", "Риддер", "2024-06-01"),
    ]
    links, _ = across(page.done() for page in pages)
    of = {link.entity: link.canonical for link in links if link.canonical.startswith("person/")}
    first, second, third = (of[page.entities[0].id] for page in pages)
    assert first == third != second


def test_a_place_that_no_table_holds_any_more_parts_nothing_and_breaks_nothing() -> None:
    pages = [village_page("1", ("place/no-longer-there", "District")), village_page("2", KARASAI)]
    _, canonicals = across(page.done() for page in pages)
    assert len([c for c in canonicals if "Береке" in dict(c.labels).values()]) == 1


def test_a_district_whose_name_is_marks_alone_breaks_nothing() -> None:
    assert len(across(page.done() for page in district_pages(("« ауданы", "kk"), ("Сазинский район", "ru")))[1]) == 2
