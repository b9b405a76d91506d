"""Every sentence of the tables of names, posts and relations: what is in [brackets] is found, nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from marked import LANGS, analysed, read_marked, sentences

from kg.extract.found import titles
from kg.lang import tables

KINDS = {"organizations": "Organization", "places": "Place", "projects": "Project"}
Case = tuple[str, str, str]  # language, kind of entity or name of a frame, marked sentence


def named() -> Iterator[Case]:
    for table, kind in KINDS.items():
        yield from ((lang, kind, marked) for lang, _row, marked in sentences(table, "class"))


def unnamed() -> Iterator[Case]:
    for table, kind in KINDS.items():
        yield from (
            (lang, kind, text) for lang in LANGS for text in not_found(lang, table, "class", "no_project", "no_body")
        )


def posts() -> Iterator[tuple[str, str]]:
    for section in ("post", "modifier"):
        yield from ((lang, marked) for lang, _row, marked in sentences("posts", section))


def frames() -> Iterator[Case]:
    yield from ((lang, row["name"], marked) for lang, row, marked in sentences("relations", "frame"))


def not_found(lang: str, table: str, *sections: str) -> Iterator[str]:
    for section in sections:
        for row in tables.load(lang, table).get(section, []):
            yield from row.get("not_found", [])


@pytest.mark.parametrize("lang, kind, marked", list(named()))
def test_names_are_found(lang: str, kind: str, marked: str) -> None:
    text, marks = read_marked(marked)
    doc = analysed(lang, text)
    found = [(span.text, span.label_) for span in doc.spans["entities"]]
    assert {(words, kind) for words, _ in marks} <= set(found), found


@pytest.mark.parametrize("lang, kind, text", list(unnamed()))
def test_common_words_are_no_names(lang: str, kind: str, text: str) -> None:
    doc = analysed(lang, text)
    assert [span.text for span in doc.spans["entities"] if span.label_ == kind] == []


@pytest.mark.parametrize("lang, marked", list(posts()))
def test_posts_are_found(lang: str, marked: str) -> None:
    """The bare post, without what it belongs to; either may be marked where a body alone makes a post of the words."""
    text, marks = read_marked(marked)
    doc = analysed(lang, text)
    found = [(doc[title.group[0] : title.group[1]].text, title.role) for title in titles(doc)]
    for words, role in marks:
        assert any(role == other and words in whole for whole, other in found), found


@pytest.mark.parametrize("lang, text", [(lang, text) for lang in LANGS for text in not_found(lang, "posts", "post")])
def test_other_words_are_no_posts(lang: str, text: str) -> None:
    doc = analysed(lang, text)
    assert [doc[title.start : title.stop].text for title in titles(doc)] == []


@pytest.mark.parametrize("lang, frame, marked", list(frames()))
def test_relations_are_found(lang: str, frame: str, marked: str) -> None:
    text, marks = read_marked(marked)
    ends = {label: words for words, label in marks}
    doc = analysed(lang, text)
    row = next(row for row in tables.load(lang, "relations")["frame"] if row["name"] == frame)
    reversed_ = {predicate.lstrip("~"): predicate.startswith("~") for predicate in row["emits"]}
    found = []
    for relation in doc.user_data["relations"]:
        if relation.rule.endswith(f"/{frame}"):
            pair = [doc[ref[0] : ref[1]].text if ref else None for ref in (relation.subject, relation.object)]
            found.append(tuple(reversed(pair) if reversed_[relation.predicate] else pair))
    assert (ends.get("s"), ends.get("o")) in found, found
