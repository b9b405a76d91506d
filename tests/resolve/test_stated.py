"""Dates that a text states of a post, by the sentences of the tables themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg import run
from kg.extract import extract
from kg.lang import tables
from kg.model import Document, Segment
from kg.resolve import within

EXAMPLES = [(lang, row) for lang in ("ru", "kk") for row in tables.load(lang, "tenures")["example"]]


@pytest.mark.parametrize(("lang", "row"), EXAMPLES, ids=[row.get("found", row.get("not_found")) for _, row in EXAMPLES])
def test_sentence(lang: str, row: dict[str, Any]) -> None:
    marked = row.get("found") or row["not_found"]
    text = marked.replace("[", "").replace("]", "")
    segment = Segment("d", 0, len(text), lang, "body", text)
    document = Document("d", "d.txt", text, "0", "utf-8", "text/plain", lang, (segment,), date="2024-03-14")
    claims = [claim for claim in within(extract(document)).claims if claim.predicate == "holds"]
    assert {(claim.start, claim.stop) for claim in claims} == {(row.get("start"), row.get("stop"))}
    for claim in claims:
        assert claim.stated is None or claim.stated.words in marked


@pytest.mark.parametrize("day, status", [("25 мая 2018", "former"), ("25 мая 2015", "current"), ("", "current")])
def test_an_office_given_up_before_the_day_is_over(tmp_path: Path, day: str, status: str) -> None:
    """The text says «Президента», the gazetteer that he was it until September 2016; without a day nothing is over."""
    said = "Жители пришли к дому Президента Узбекистана Ислама Каримова. Собрались сотни людей."
    text = f"В Самарканде почтили память\n\n{day}\n\n{said}"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    claims = run.collect([tmp_path / "a.txt"]).documents[0].claims
    assert [(claim.post.role, claim.status) for claim in claims if claim.post] == [("president", status)]


@pytest.mark.parametrize(
    "words, told",
    [
        (
            "Марата Ли, занимавшего пост мэра Омска с мая 2019 года, назначили ректором Томского университета.",
            {("akim", "2019-05", None), ("head", None, None)},
        ),
        (
            "Марат Ли был послом Эстонии в Турции (1997–2002), министром обороны (2005–2011).",
            {("ambassador", "1997", "2002"), ("minister", "2005", "2011")},
        ),
        (
            "2005-2010 жылдары Марат Оспанов Тараз қаласы білім бөлімінің меңгерушісі, 2010-2015 жылдары Тараз қаласы "
            "әкімінің орынбасары қызметтерін атқарды.",
            {("head", None, None), ("deputy-akim", "2010", "2015")},
        ),
        ("Марат Ли занимал пост мэра Омска до 2014 года.", {("akim", None, "2014")}),
        ("Мэр Омска Марат Ли обещал построить школы до 2014 года.", {("akim", None, None)}),
    ],
)
def test_each_post_has_the_years_of_its_own_clause(
    tmp_path: Path, words: str, told: set[tuple[str | None, ...]]
) -> None:
    (tmp_path / "a.txt").write_text(f"Новости\n\n12 мая 2024\n\n{words}\n", "utf-8")
    claims = run.collect([tmp_path / "a.txt"]).documents[0].claims
    assert {(c.post.role, c.start, c.stop) for c in claims if c.post} == told
