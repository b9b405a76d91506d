"""Pairs of names judged by hand (tests/examples/names_pairs.csv): same, different, or undecided from names alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.lang.kk import names as kazakh
from kg.lang.names import Name, initials_text, is_initial, split
from kg.lang.ru import names as russian
from kg.model import Entity, Mention
from kg.resolve.block import block_keys, search_keys
from kg.resolve.compare import SAME, compare, posts_clash, same_post
from kg.resolve.profiles import Held, Profile, profile

TABLE = Path(__file__).parents[1] / "examples" / "names_pairs.csv"
DECIDED = 0.75  # above it two full names are one; between it and 0 only a context decides


def english(words: list[str]) -> Name:
    *first, surname = split(words)
    if all(is_initial(word) for word in first):
        return Name(surname=surname, initials=initials_text(first))
    return Name(given=" ".join(first), surname=surname)


def person(lang: str, text: str) -> Profile:
    words = text.split()
    name = english(words) if lang == "en" else {"ru": russian, "kk": kazakh}[lang].parse(words)
    assert name is not None
    mention = Mention("d", 0, len(text), text, "Person", name.text, lang, "test", 1.0)
    return profile(Entity(f"d/{lang}/{text}", "Person", name.text, lang, (mention,), features=name.features))


def pairs() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair['left']} / {pair['right']}")
def test_pair(pair: dict[str, str]) -> None:
    left, right = person(pair["left_lang"], pair["left"]), person(pair["right_lang"], pair["right"])
    score = compare(left, right)
    verdict = "same" if score.value >= DECIDED else "undecided" if score.value > 0 else "different"
    assert verdict == pair["verdict"], score
    assert compare(right, left) == score
    if verdict == "same":
        assert any(keys & block_keys(right) for keys in search_keys(left)), "never compared"


def test_the_table_is_long_enough() -> None:
    assert len(pairs()) >= 300


def test_a_surname_needs_the_same_post() -> None:
    bare, full = person("ru", "Сагинтаев"), person("kk", "Бақытжан Сағынтаев")
    akim = frozenset({Held("akim", "place/almaty", "2019-10-29", "2019-10-29")})
    assert compare(bare, full).value < SAME
    with_posts = Profile(bare.ids, bare.surnames, posts=akim), Profile(full.ids, full.surnames, full.givens, posts=akim)
    assert same_post(*with_posts) is not None
    assert compare(*with_posts).value >= SAME


def test_two_offices_at_one_time_speak_against_one_person() -> None:
    left = Profile(frozenset({"a"}), posts=frozenset({Held("akim", "place/aktau", "2024-03-01", "2024-03-04")}))
    right = Profile(frozenset({"b"}), posts=frozenset({Held("akim", "place/ridder", "2024-03-09", "2024-03-09")}))
    later = Profile(frozenset({"b"}), posts=frozenset({Held("akim", "place/ridder", "2024-05-09", "2024-05-09")}))
    assert posts_clash(left, right) is not None
    assert posts_clash(left, later) is None


def test_a_minister_of_the_country_is_the_minister_of_its_ministry() -> None:
    by_country = frozenset({Held("minister", "place/kazakhstan", "2024-03-01", "2024-03-01")})
    by_ministry = frozenset(
        {Held("minister", "organization/kazakhstan-ministry-of-foreign-affairs", "2024-03-02", "2024-03-02")}
    )
    left, right = Profile(frozenset({"a"}), posts=by_country), Profile(frozenset({"b"}), posts=by_ministry)
    assert same_post(left, right) is not None
    assert posts_clash(left, right) is None


def test_the_akim_of_a_city_is_not_the_akim_of_its_region() -> None:
    city = Profile(frozenset({"a"}), posts=frozenset({Held("akim", "place/konaev", "2024-03-01", "2024-03-01")}))
    region = Profile(
        frozenset({"b"}), posts=frozenset({Held("akim", "place/almaty-region", "2024-03-01", "2024-03-01")})
    )
    assert same_post(city, region) is None
    assert posts_clash(city, region) is not None
