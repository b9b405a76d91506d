"""Who is who where names alone leave it open: shares of the documents, offices at one time, two readings of a name."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import permutations

import pytest

from kg import gazetteer
from kg.model import Entity, Mention
from kg.resolve.compare import initials_agree, offices_at_once, same_surname
from kg.resolve.namesakes import Namesakes
from kg.resolve.people import cluster_people
from kg.resolve.profiles import Held, Profile, profile

CROWD = [
    (given, surname)
    for given in ("Ерлан", "Асет", "Марат", "Болат", "Тимур", "Канат", "Серик", "Нурлан")
    for surname in ("Ахметов", "Оспанов", "Смагулов", "Нургалиев", "Жунусов", "Касымов", "Алиев", "Омаров")
]


def person(
    id: str, given: str, surname: str, *posts: tuple[str, str | None, str], day: str = "2019-05-01", **more: str
) -> Profile:
    """Somebody of one document; a post is role, place or body, and whether it is current or former."""
    parts = {"given": given, "surname": surname, "gender": "m", **more}
    words = more.pop("words", f"{given or parts.get('initials', '')} {surname}".strip())
    features = tuple((key, value) for key, value in parts.items() if value and key != "words")
    mention = Mention(id, 0, len(words), words, "Person", words, "ru", "test", 1.0)
    held = frozenset(Held(role, of, day, day, status == "current") for role, of, status in posts)
    return profile(Entity(id, "Person", words, "ru", (mention,), features=features), held, day)


def akim(id: str, given: str, surname: str, place: str, day: str = "2019-05-01", **more: str) -> Profile:
    return person(id, given, surname, ("akim", f"place/{place}", "current"), day=day, **more)


def crowd() -> list[Profile]:
    """64 people, every given name with every surname: two of one name in two offices are two."""
    return [akim(f"{given}{surname}", given, surname, f"{given}-{surname}") for given, surname in CROWD]


def together(people: Sequence[Profile]) -> list[set[str]]:
    """Clusters of more than one, as the documents of each."""
    document_of = {min(one.ids): number for number, one in enumerate(people)}
    found = [{document_of[id] for id in cluster.links} for cluster in cluster_people(people)]
    return sorted((numbers for numbers in found if len(numbers) > 1), key=sorted)


def known(number: int, given: str = "Ерлан", surname: str = "Ахметов", place: str = "ridder") -> list[Profile]:
    return [akim(f"{given}{surname}{n}", given, surname, place, f"2019-0{n % 9 + 1}-03") for n in range(number)]


def test_a_bare_surname_is_his_whom_nearly_all_documents_of_the_time_name() -> None:
    bare = person("bare", "", "Ахметов")
    assert together([*known(20), bare]) == [set(range(21))]
    assert together([*known(3), bare]) == [set(range(3))], "three documents may well have missed another Ахметов"
    assert together([*known(20), *known(6, "Асет"), bare]) == [set(range(20)), set(range(20, 26))]
    later = person("later", "", "Ахметов", day="2024-05-01")
    assert together([*known(20), later]) == [set(range(20))], "nobody names him five years later"


def test_a_role_without_its_place_counts_only_those_who_have_it() -> None:
    akims = [akim(f"a{n}", "Ерлан", "Артыков", "ridder") for n in range(20)]
    heads = [person(f"h{n}", "Асет", "Артыков", ("head", "place/aktau", "current")) for n in range(20)]
    assert together([*akims, *heads, person("b", "", "Артыков", ("akim", None, "current"))])[0] == {*range(20), 40}
    assert together([*akims, *heads, person("b", "", "Артыков")]) == [set(range(20)), set(range(20, 40))]


def test_initials_are_compared_by_sound() -> None:
    zhanuzak = person("a", "Жанузак", "Артык")
    assert together([zhanuzak, person("b", "", "Артык", initials="З.")]) == []
    assert together([zhanuzak, person("b", "", "Артык", initials="Z.")]) == [{0, 1}]
    assert together([person("a", "Шарип", "Артык"), person("b", "", "Артык", initials="S.")]) == [{0, 1}]


def test_the_second_initial_tells_two_people_apart() -> None:
    first, second = person("a", "", "Артык", initials="К. С."), person("b", "", "Артык", initials="К. Б.")
    seen = person("c", "Канат", "Артык") | first
    agreed, differ = initials_agree(seen, first), initials_agree(seen, second)
    assert agreed is not None and agreed.value > 0
    assert differ is not None and differ.value == -1


@pytest.mark.parametrize(("left", "right"), [("Жанторе", "Жантора"), ("Мусахан", "Мусахана"), ("Гани", "Гана")])
def test_an_ending_that_may_be_a_case_is_no_other_surname(left: str, right: str) -> None:
    assert together([akim("a", "Нурлан", left, "ridder"), akim("b", "Нурлан", right, "ridder")]) == [{0, 1}]


def test_a_womans_surname_is_no_case_of_a_mans() -> None:
    left, right = person("a", "Нурлан", "Ахметов"), person("b", "Динара", "Ахметова", gender="f")
    score = same_surname(left, right)
    assert score is not None and score.value == -1


def test_two_offices_at_one_time_are_two_people_unless_the_name_is_rare() -> None:
    ridder = [akim(f"r{year}", "Ерлан", "Ахметов", "ridder", f"{year}-03-01") for year in (2015, 2018)]
    head = person("h", "Ерлан", "Ахметов", ("head", "place/aktau", "current"), day="2016-09-01")
    assert together([*ridder, head]) == [{0, 1, 2}]
    both = together([*crowd(), *ridder, head])
    assert both == [{64, 65}]
    score = offices_at_once(ridder[0] | ridder[1], head)
    assert score is None, "no namesakes are expected of a name that nobody has counted"


def test_men_and_women_are_counted_apart() -> None:
    women = [
        akim(f"w{n}", given, "Ахметова", f"w{n}", gender="f") for n, given in enumerate(("Гульнара", "Динара") * 4)
    ]
    more = [akim(f"o{n}", "Гульнара", f"{name}а", f"o{n}", gender="f") for n, (_, name) in enumerate(CROWD[:8])]
    of_women = Namesakes([*women, *more]).expected(women[0])
    assert Namesakes([*women, *more, *crowd()]).expected(women[0]) == pytest.approx(of_women)
    assert of_women > 0


def test_who_was_joined_is_found_and_joined_again_under_the_old_keys() -> None:
    """A text tells both offices and makes two clusters one; the next is found under the keys of the one that is gone.

    Once this ended in a KeyError.
    """
    first = akim("a", "Ерлан", "Ахметов", "aktau", "2015-03-01")
    second = akim("b", "Ерлан", "Ахметов", "ridder", "2018-03-01", patronymic="Серикович")
    posts = [("akim", "place/aktau", "former"), ("akim", "place/ridder", "current")]
    told = [person(f"t{n}", "Ерлан", "Ахметов", *posts, day="2018-04-01") for n in range(3)]
    assert together([*crowd(), first, second]) == []
    assert together([*crowd(), first, second, *told]) == [set(range(64, 69))]


def test_a_mans_genitive_or_a_woman_is_nobody_where_both_are_known() -> None:
    man = akim("m", "Евгений", "Кузьмин", "ridder")
    woman = akim("w", "Евгения", "Кузьмина", "aktau", gender="f")
    either = {"words": "Евгения Кузьмина"}
    bare = person("e", "Евгений", "Кузьмин", **either)
    assert together([man, woman, bare]) == []
    assert together([man, bare]) == [{0, 1}]
    assert together([woman, bare]) == [{0, 1}]
    assert together([man, woman, akim("e", "Евгений", "Кузьмин", "ridder", **either)]) == [{0, 2}]
    assert together([man, woman, akim("e", "Евгений", "Кузьмин", "aktau", **either)]) == [{1, 2}]
    read_so = [akim(f"e{n}", "Евгений", "Кузьмин", "aktau", **either) for n in range(3)]
    assert together([man, woman, *read_so]) == [{1, 2, 3, 4}], "the woman's cluster takes no man's name"


Named = tuple[str, dict[str, str], list[tuple[str, str | None, str]], str]  # whose, name, posts, day


def as_named(row: gazetteer.Row) -> list[Named]:
    """As strangers would name an official: in full and by surname with the post, by initial without."""
    *given, surname = row.ru[0].split()
    tenures = [t for t in gazetteer.tenures() if t.person == row.key and t.of and t.start]
    posts = [(tenures[-1].role, tenures[-1].of, "current")] if tenures else []
    day = tenures[-1].start if tenures else "2024-01-01"
    parts = {"surname": surname, "gender": row.feature("gender") or "m"}
    full, initial = {**parts, "given": " ".join(given)}, {**parts, "given": "", "initials": f"{row.ru[0][0]}."}
    return [(row.key, full, posts, day), (row.key, {**parts, "given": ""}, posts, day), (row.key, initial, [], day)]


def _others(parts: dict[str, str]) -> dict[str, str]:
    return {name: part for name, part in parts.items() if name not in ("given", "surname")}


def whose(named: Sequence[Named], order: Sequence[int]) -> list[frozenset[str]]:
    """The officials in each cluster, where the documents are called by their places in an order: ids decide ties."""
    people, owner = [], {}
    for place, (key, parts, posts, day) in zip(order, named, strict=True):
        one = person(f"{place}", parts["given"], parts["surname"], *posts, day=day, **_others(parts))
        people.append(one)
        owner[min(one.ids)] = key
    clusters = [frozenset(owner[id] for id in cluster.links) for cluster in cluster_people(people)]
    return sorted(clusters, key=sorted)


def test_no_two_officials_become_one_however_their_documents_are_called() -> None:
    named = [said for row in gazetteer.people() for said in as_named(row)]
    expected = whose(named, range(len(named)))
    assert all(len(keys) == 1 for keys in expected)
    for seed in range(10):
        order = random.Random(seed).sample(range(len(named)), len(named))
        assert whose(named, order) == expected


def test_officials_of_one_surname_stay_apart_in_every_order() -> None:
    groups: dict[str, list[gazetteer.Row]] = {}
    for row in gazetteer.people():
        groups.setdefault(row.ru[0].split()[-1], []).append(row)
    shared = [rows for rows in groups.values() if len(rows) > 1]
    assert shared
    for rows in shared:
        named = [said for row in rows for said in as_named(row)[:2]]
        found = [whose(named, order) for order in permutations(range(len(named)))]
        assert all(len(keys) == 1 for keys in found[0])
        assert all(one == found[0] for one in found)
