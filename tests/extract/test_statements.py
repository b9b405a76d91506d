"""Statements of marked sentences: each is found with its kind, speaker and words, and no others are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from kg.errors import BadTable
from kg.extract import extract, pipeline, run
from kg.extract.speech.statements import FoundStatement
from kg.extract.speech.wording import Wordings
from kg.lang import tables
from kg.model import Document, Segment

EXAMPLES = Path(__file__).parent.parent / "examples"
SECTIONS = ("direct", "reported", "promise", "order")


def examples(lang: str) -> list[tuple[str, str]]:
    lines = (EXAMPLES / lang / "statements.txt").read_text("utf-8").splitlines()
    return [(lang, line) for line in lines if line.strip() and not line.startswith("#")]


def rows(lang: str) -> list[tuple[str, str, dict[str, Any]]]:
    table = tables.load(lang, "statements")
    return [(lang, section, row) for section in SECTIONS for row in table[section]]


def read(lang: str, text: str) -> tuple[Doc, list[FoundStatement]]:
    nlp = pipeline(lang)
    doc = nlp.make_doc(text)
    run(nlp, doc)
    return doc, doc.user_data["statements"]


def told(doc: Doc, found: FoundStatement) -> tuple[str, str]:
    return found.kind, doc[found.speaker[0] : found.speaker[1]].text if found.speaker else ""


@pytest.mark.parametrize(("lang", "line"), [*examples("ru"), *examples("kk")])
def test_marked_text(lang: str, line: str) -> None:
    text, *marks = [part.strip().replace("⏎", "\n") for part in line.split(" | ")]
    doc, found = read(lang, text)
    wanted = [tuple(mark.split(": ", 2)) for mark in marks]
    assert sorted(told(doc, one) for one in found) == sorted((kind, speaker) for kind, speaker, _ in wanted)
    for kind, speaker, words in wanted:
        flat = words.replace("\n", " ")
        assert any(told(doc, f) == (kind, speaker) and flat in doc[f.start : f.stop].text for f in found), words


@pytest.mark.parametrize(("lang", "section", "row"), [*rows("ru"), *rows("kk")])
def test_row_of_the_table(lang: str, section: str, row: dict[str, Any]) -> None:
    for sentence in row.get("found", []):
        name = sentence[sentence.index("[") + 1 : sentence.index("]")]
        doc, found = read(lang, sentence.replace("[", "").replace("]", ""))
        speakers = {doc[f.speaker[0] : f.speaker[1]].text for f in found if f.speaker and rule_of(f) == row["name"]}
        assert any(speaker in name for speaker in speakers), (sentence, found)
    for sentence in row.get("not_found", []):
        doc, found = read(lang, sentence.replace("[", "").replace("]", ""))
        assert row["name"] not in map(rule_of, found), (sentence, found)


def rule_of(found: FoundStatement) -> str:
    return found.rule.partition("/")[2]


def test_addressees_and_what_it_is_about() -> None:
    doc, (order,) = read("ru", "Марат Иманов поручил Игорю Семёнову отремонтировать дорогу в Актау.")
    assert [doc[a:b].text for a, b, _ in order.addressees] == ["Игорю Семёнову"]
    assert [doc[a:b].text for a, b, _ in order.about] == ["Актау"]


@pytest.mark.parametrize("verb", ["потребовал от Игоря Семёнова", "поставил перед Игорем Семёновым задачу"])
def test_addressee_after_a_preposition(verb: str) -> None:
    doc, (order,) = read("ru", f"Президент Марат Иманов {verb} снизить цены.")
    assert [doc[a].text for a, _, _ in order.addressees] == [verb.split()[2]]


def test_plan_told_by_nobody_is_reported() -> None:
    _, (plan,) = read("ru", "В посёлке планируется открыть две школы.")
    assert plan.kind == "Commitment" and plan.speaker is None and plan.reported


def test_due_date_and_title_left_out() -> None:
    title, body = "Аким поручил открыть парк", "Аким Марат Иманов поручил открыть парк до 1 августа."
    text = f"{title}\n{body}"
    stretches = [(0, len(title), "title", title), (len(title) + 1, len(text), "body", body)]
    segments = tuple(Segment("park", a, b, "ru", kind, words) for a, b, kind, words in stretches)
    document = Document("park", "park.txt", text, "0", "utf-8", "text/plain", "ru", segments, date="2024-06-14")
    (order,) = extract(document).statements
    assert (order.kind, order.due, order.evidence.words) == (
        "Instruction", "2024-08-01", "поручил открыть парк до 1 августа",
    )  # fmt: skip
    assert text[order.evidence.start : order.evidence.stop] == order.evidence.words


def test_unknown_field_stops_the_start() -> None:
    with pytest.raises(BadTable, match="unknown fields"):
        Wordings([{"name": "said", "word": ["сказать"]}], {}, "ru")
