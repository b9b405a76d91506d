"""Marked corpora as they are read, and what counts as right."""

import gzip
import json
from pathlib import Path

import pytest

from kg.errors import BadInput
from kg.evaluate import corpora, evaluate
from kg.evaluate.figures import figures, tally

TEXT = "Аким Риддера Дмитрий Горьковой посетил школу имени Абая."
FACTRUEVAL = {
    "id": "1",
    "text": TEXT,
    "spans": {
        "1": ["job", 0, 4], "2": ["loc_name", 5, 12], "3": ["name", 13, 20], "4": ["surname", 21, 30],
        "5": ["org_descr", 39, 44], "6": ["org_name", 45, 55],
    },
    "objects": {"1": ["LocOrg", [2]], "2": ["Person", [4, 3]], "3": ["Org", [5, 6]], "4": ["Project", [5]]},
    "coref": [{"id": "8", "mentions": ["2"], "attrs": []}, {"id": "9", "mentions": ["1"], "attrs": []}],
    "facts": [
        {"id": "1-0", "type": "Occupation",
         "args": [["Who", "obj8 Горьковой"], ["Position", "span1 Аким"], ["Where", "obj9 Риддер"]]},
        {"id": "1-1", "type": "Occupation", "args": [["Who", "obj8 Горьковой"], ["Where", "obj9 Риддер"]]},
        {"id": "1-2", "type": "Meeting", "args": [["Participant", "obj8 Горьковой"]]},
    ],
}  # fmt: skip
NEREL = {
    "id": "a",
    "text": TEXT,
    "entities": [
        ["T1", "PROFESSION", [[0, 4]]], ["T2", "CITY", [[5, 12]]], ["T3", "PERSON", [[13, 30]]],
        ["T4", "ORGANIZATION", [[39, 55]]], ["T5", "PERSON", [[51, 55]]],
    ],
    "relations": [
        ["WORKS_AS", "T3", "T1"], ["WORKPLACE", "T1", "T2"], ["WORKPLACE", "T3", "T2"], ["AGE_IS", "T3", "T9"],
    ],
    "links": [],
}  # fmt: skip


def written(folder: Path, record: dict) -> Path:
    path = folder / "corpus.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def test_factrueval_gives_the_name_words_of_each_object(tmp_path: Path) -> None:
    [one] = corpora.factrueval(written(tmp_path, FACTRUEVAL))
    assert {(TEXT[start:stop], label) for start, stop, label in one.names} == {
        ("Риддера", "LOC"), ("Дмитрий Горьковой", "PER"), ("имени Абая", "ORG"),
    }  # fmt: skip
    [fact] = one.occupations  # the other has no post
    assert [sorted(ends) for ends in (fact.who, fact.position, fact.where)] == [[(13, 30)], [(0, 4)], [(5, 12)]]


def test_nerel_gives_the_outermost_names(tmp_path: Path) -> None:
    [one] = corpora.nerel(written(tmp_path, NEREL))
    assert {TEXT[start:stop] for start, stop, _label in one.names} == {
        "Риддера", "Дмитрий Горьковой", "школу имени Абая",
    }  # fmt: skip


def test_nerel_gives_the_relations_of_what_it_marks(tmp_path: Path) -> None:
    [one] = corpora.nerel_relations(written(tmp_path, NEREL))
    assert one.pairs == {
        ("WORKS_AS", (13, 30), (0, 4)),
        ("WORKPLACE", (0, 4), (5, 12)),
        ("WORKPLACE", (13, 30), (5, 12)),
    }
    assert (0, 4, "PROFESSION") in one.entities


def test_outermost_keeps_names_that_only_overlap() -> None:
    names = {(0, 5, "PER"), (1, 3, "LOC"), (4, 8, "ORG"), (4, 8, "LOC"), (9, 10, "PER")}
    assert corpora.outermost(names) == names - {(1, 3, "LOC")}


def test_iob2_sentences(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("Асқар B-PERSON\nкелді O\n\n\nҚала O\n", "utf-8")
    assert [len(sentence) for sentence in corpora.iob2(path)] == [2, 1]


@pytest.mark.parametrize("text", ["один два три\n", "слово\n"])
def test_bad_iob2_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.iob2"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match="expected a token and its label"):
        list(corpora.iob2(path))


@pytest.mark.parametrize("text", ["{", "[]", '{"text": ""}'])
def test_bad_json_lines_are_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match="line 1"):
        list(corpora.nerel(path))


def test_not_gzip_and_no_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with pytest.raises(BadInput, match="no such file"):
        list(corpora.nerel(path))
    path.write_bytes(b"{}")
    with pytest.raises(BadInput, match="not gzip"):
        list(corpora.nerel(path))


def test_a_corpus_has_its_language(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="model ru, not kk"):
        evaluate("kk", "nerel", tmp_path)
    with pytest.raises(BadInput, match="FactRuEval alone"):
        evaluate("ru", "nerel", tmp_path, occupation=True)
    with pytest.raises(BadInput, match="marked in NEREL"):
        evaluate("ru", "factrueval", tmp_path, relations=True)


def test_figures() -> None:
    first = tally({(0, 1, "A"), (2, 3, "B")}, {(0, 1, "A"), (2, 4, "B")})
    second = tally({(0, 1, "A")}, {(0, 1, "A"), (5, 6, "A")})
    a, b, every = figures([first, second])
    assert (a.label, a.right, a.found, a.wanted, a.f1) == ("A", 2, 2, 3, 0.8)
    assert (b.f1, every.right, every.found, every.wanted) == (0, 2, 3, 4)
    assert a.low <= a.f1 <= a.high and a.low < a.high
    assert figures([first, second]) == [a, b, every]  # the draw is the same each time
    assert [figure.label for figure in figures([])] == ["all"]
