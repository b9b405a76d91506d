"""The tables of bodies, people, projects, given names and class words hold to their shapes and to each other."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kg import gazetteer, terms
from kg.lang.tables import load

LANGS = ("ru", "kk")
DATA = Path(gazetteer.__file__).parent / "data"
MARKED = re.compile(r"\[([^\]]+)\](?:\(([^)]+)\))?")
KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
CLASSES = {"organizations": "Organization", "places": "Place", "projects": "Project"}
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


def words_of(item: dict[str, Any]) -> list[str]:
    return [item["lemma"], *item.get("also", [])]


def mixed_words(text: str) -> list[str]:
    """Words with letters of two alphabets: a Latin «c» in a Cyrillic word."""
    words = re.findall(r"[^\W\d_]+", text)
    return [word for word in words if len({"\u0400" <= letter <= "\u04ff" for letter in word}) > 1]


def tenures() -> list[dict[str, str]]:
    with (DATA / "tenures.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def entries(lang: str, table: str) -> list[dict[str, Any]]:
    return load(lang, table)["post" if table == "posts" else "class"]


@pytest.mark.parametrize("rows", [gazetteer.organizations(), gazetteer.people(), gazetteer.projects()])
def test_a_name_belongs_to_one_row(rows: tuple[gazetteer.Row, ...]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        for lang in LANGS:
            for name in row.names(lang):
                owners[lang, name.casefold()].add(row.key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_a_home_name_means_one_body_of_its_country() -> None:
    owners: dict[tuple[str | None, str, str], set[str]] = defaultdict(set)
    for row in gazetteer.organizations():
        for lang in LANGS:
            for name in (row.feature(f"home_{lang}") or "").split("|"):
                assert row.within or not name, row.key
                owners[row.within, lang, name.casefold()].add(row.key)
    assert {name: keys for name, keys in owners.items() if name[2] and len(keys) > 1} == {}


@pytest.mark.parametrize("rows", [gazetteer.organizations(), gazetteer.people(), gazetteer.projects()])
def test_finer_classes_are_in_the_ontology(rows: tuple[gazetteer.Row, ...]) -> None:
    assert [row.key for row in rows if row.finer and row.finer not in terms.subclasses(row.kind)] == []


def test_people_have_the_parts_of_their_names() -> None:
    for row in gazetteer.people():
        assert row.feature("gender") in ("m", "f"), row.key
        parts = [row.feature(part) for part in ("given", "surname")]
        assert all(part is None or part in row.ru[0] for part in parts) and any(parts), row.key


def test_tenures_point_at_known_people_and_owners() -> None:
    for row in tenures():
        assert gazetteer.by_key(row["person"]).kind == "Person"
        assert gazetteer.by_key(row["of"]).kind in ("Place", "Organization")
        assert row["role"] in terms.instances("Role"), row


def test_tenures_begin_before_they_end() -> None:
    for row in tenures():
        assert DAY.fullmatch(row["from"]) and DAY.fullmatch(row["to"]), row
        shorter = min(len(row["from"]), len(row["to"]))
        assert row["from"][:shorter] <= row["to"][:shorter], row


def test_no_two_hold_one_post_at_once() -> None:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in tenures():
        if row["from"] and row["role"] in ("akim", "president", "prime-minister", "minister"):
            held[row["of"], row["role"]].append((row["from"], row["to"] or "9999", row["person"]))
    for post, terms_of_office in held.items():
        ordered = sorted(terms_of_office)
        for before, after in pairwise(ordered):
            shorter = min(len(before[1]), len(after[0]))
            assert before[1][:shorter] <= after[0][:shorter], (post, before, after)


@pytest.mark.parametrize("lang", LANGS)
def test_given_names_are_capitalised_and_stand_once(lang: str) -> None:
    rows = load(lang, "given_names")["rows"]
    names = [row["name"] for row in rows]
    assert names == sorted(set(names))
    assert [name for name in names if not name.replace("-", "").isalpha() or name.title() != name] == []
    assert [name for name in names if any(not "\u0400" <= letter <= "\u04ff" for letter in name.replace("-", ""))] == []
    assert {row["gender"] for row in rows} == {"m", "f", "mf"} and {row["word"] for row in rows} == {"", "yes"}


def test_russian_given_names_have_russian_letters() -> None:
    assert [row["name"] for row in load("ru", "given_names")["rows"] if KAZAKH & set(row["name"])] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table", ["posts", *CLASSES])
def test_class_words_stand_once(lang: str, table: str) -> None:
    words = [word for item in entries(lang, table) for word in words_of(item)]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
    assert [word for word in words if word != " ".join(word.split()) or mixed_words(word)] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table, kind", CLASSES.items())
def test_class_words_name_classes_of_the_ontology(lang: str, table: str, kind: str) -> None:
    assert {item["class"] for item in entries(lang, table)} <= terms.subclasses(kind)


@pytest.mark.parametrize("lang", LANGS)
def test_posts_name_roles_of_the_ontology(lang: str) -> None:
    table = load(lang, "posts")
    roles = terms.instances("Role")
    used = {role for post in table["post"] for role in (post["role"], *post.get("roles", {}).values())}
    assert used | set(table["deputy"]) | set(table["deputy"].values()) <= roles
    assert {post["of"] for post in table["post"]} <= {
        "place",
        "country",
        "organization",
        "body",
        "employer",
        "envoy",
        "previous",
        "named",
        "none",
    }
    assert {item["kind"] for item in table["modifier"]} == {
        "deputy",
        "acting",
        "former",
        "former-deputy",
        "candidate",
        "honorary",
        "none",
    }


def marked(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for sentence in item["found"]:
        yield from MARKED.findall(sentence)


@pytest.mark.parametrize("lang", LANGS)
def test_every_post_has_a_sentence_with_its_words_and_role(lang: str) -> None:
    for post in entries(lang, "posts"):
        if post["of"] in ("previous", "named") or "rank" in post:  # «оның орынбасары»: of whoever was named; no office
            continue
        found = list(marked(post))
        roles = {post["role"], *post.get("roles", {}).values()}
        heads = [word.split("-")[-1][:3].casefold() for lemma in words_of(post) for word in lemma.split()]
        assert found and {role for _, role in found} <= roles, post["lemma"]
        assert all(any(head in words.casefold() for head in heads) for words, _ in found), post["lemma"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table", CLASSES)
def test_every_class_word_has_a_sentence_with_a_name_in_it(lang: str, table: str) -> None:
    for item in entries(lang, table):
        assert item["found"] and all(MARKED.search(sentence) for sentence in item["found"]), item["lemma"]
        assert not any(MARKED.search(sentence) for sentence in item.get("not_found", [])), item["lemma"]
        assert not any(mixed_words(sentence) for sentence in item["found"]), item["lemma"]


@pytest.mark.parametrize("lang", LANGS)
def test_surname_endings_fit_their_examples(lang: str) -> None:
    for item in load(lang, "surnames")["ending"]:
        assert item["role"] in ("surname", "patronymic") and item["gender"] in ("m", "f", "mf")
        assert all(name.casefold().endswith(tuple(item["ending"])) for name in item["examples"]), item["ending"]
        assert all(word.endswith(tuple(item["ending"])) for word in item.get("not", [])), item["ending"]
