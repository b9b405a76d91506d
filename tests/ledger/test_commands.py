"""`kg promises`, `kg conflicts` and `--min-confidence`, through the real command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import rdflib

from tests.cli.conftest import Run


def ask(kg: Run, graph: Path, *arguments: str) -> list[dict[str, Any]]:
    done = kg("promises", "-g", graph, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["promises"]


def dues(found: list[dict[str, Any]]) -> list[str]:
    return [row["due"] for row in found]


def test_the_ledger_says_who_what_where_when_and_how_much(kg: Run, town: Path) -> None:
    order, water, again, schools = ask(kg, town, "--lang", "ru")
    assert (order["kind"], order["due"], order["to"]) == ("instruction", "2022-06-01", ["Асхат Нургалиев"])
    assert water["by"] == "Ерлан Досымбеков" and water["place"] == ["Кокшетау"]
    assert water["amount"] == ["4 000 000 000 тенге"], "the money stands in the sentence after"
    assert water["topic"] == ["водоснабжение"] and water["said"] == "2022-03-14"
    assert (again["document"], again["due"]) == ("retold", "2023")
    assert schools["amount"] == ["3 школы"]


def test_a_promise_retold_in_the_other_language_is_repeated(kg: Run, town: Path) -> None:
    (water,) = ask(kg, town, "--status", "repeated")
    (link,) = water["repeated_by"]
    assert link["document"] == "retold" and "ауыз сумен" in link["sentence"]
    assert 0.6 <= link["score"] <= 1 and "the same topic" in link["reason"]
    assert ask(kg, town, "--status", "repeated", "--as-of", "2022-04-01") == []


def test_a_later_report_makes_it_done_and_not_before(kg: Run, town: Path) -> None:
    (schools,) = ask(kg, town, "--status", "done")
    assert schools["done_by"][0]["document"] == "done" and "построены три школы" in schools["done_by"][0]["sentence"]
    assert ask(kg, town, "--status", "done", "--as-of", "2024-02-04") == []


@pytest.mark.parametrize(
    "day, statuses",
    [
        ("2022-04-15", ["open", "open", "open"]),
        ("2022-05-20", ["due", "open", "open"]),
        ("2023-12-20", ["overdue", "due", "due", "open"]),
        ("2024-01-15", ["overdue", "overdue", "overdue", "due"]),
        ("2025-01-01", ["overdue", "overdue", "overdue", "done"]),
    ],
)
def test_the_day_decides_the_status(kg: Run, town: Path, day: str, statuses: list[str]) -> None:
    assert [row["status"] for row in ask(kg, town, "--as-of", day)] == statuses


def test_by_default_the_newest_document_gives_the_day(kg: Run, town: Path) -> None:
    answer = json.loads(kg("promises", "-g", town, "--json").stdout)
    assert answer["as_of"] == "2024-02-05"


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["--by", "Dosymbekov", "--due-before", "2023-01-01"], ["2022-06-01"]),
        (["--to", "Нұрғалиев"], ["2022-06-01"]),
        (["--place", "Акмолинская область"], ["2022-06-01", "2023-12-31", "2023", "2024"]),
        (["--place", "Қазақстан", "--kind", "instruction"], ["2022-06-01"]),
        (["--due-before", "2024-01-01", "--kind", "commitment"], ["2023-12-31", "2023"]),
        (["--min-confidence", "0.85"], ["2022-06-01"]),
    ],
)
def test_filters(kg: Run, town: Path, arguments: list[str], expected: list[str]) -> None:
    """Names in any script; a place with all around it; the last day of a year must be before the day asked."""
    assert dues(ask(kg, town, *arguments)) == expected


@pytest.mark.parametrize(
    "arguments, status, said",
    [
        (["--by", "Никтоев"], 1, "Nothing in this graph"),
        (["--as-of", "вчера"], 2, "2022-01-31"),
        (["--status", "late"], 2, "late"),
        (["--min-confidence", "7"], 2, "Invalid value"),
    ],
)
def test_mistakes(kg: Run, town: Path, arguments: list[str], status: int, said: str) -> None:
    done = kg("promises", "-g", town, *arguments)
    assert done.returncode == status and said in done.stderr and "Traceback" not in done.stderr


def test_the_table_shows_sentences_and_the_links(kg: Run, town: Path) -> None:
    shown = kg("promises", "-g", town).stdout
    assert "overdue, repeated" in shown and "«Обеспечим питьевой водой" in shown
    assert "done by (" in shown and "построены три школы" in shown


def test_csv_has_no_formula_and_one_line_an_entry(kg: Run, town: Path, tmp_path: Path) -> None:
    text = (town / "graph.ttl").read_text("utf-8")
    evil = text.replace("Мы построим три школы до 2024 года", "=cmd|' /C calc'!A0\\n+школы")
    (tmp_path / "evil.ttl").write_text(evil, "utf-8")
    assert kg("promises", "-g", "evil.ttl", "--csv", "out.csv").returncode == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_bytes().decode())))
    assert len(rows) == 4
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert any(row["words"].startswith("'=cmd") for row in rows)
    assert not any("\n" in cell for row in rows for cell in row.values())


def test_the_same_graph_gives_the_same_bytes(kg: Run, town: Path) -> None:
    outs = [kg("promises", "-g", town, "--csv", "-", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert outs[0] == outs[1] and outs[0].count("\n") == 5


def test_conflicts_show_both_sides(kg: Run, town: Path) -> None:
    (salary,) = [one for one in json.loads(kg("conflicts", "-g", town, "--json").stdout) if one["kind"] == "figures"]
    assert (salary["about"], salary["period"]) == ("Kokshetau", "2021")
    assert [side["says"] for side in salary["sides"]] == ["250 000 Kazakhstani tenge", "262 000 Kazakhstani tenge"]
    sentences = [side["passages"][0]["sentence"] for side in salary["sides"]]
    assert "250 тысяч" in sentences[0] and "262 мың" in sentences[1]
    assert [side["passages"][0]["date"] for side in salary["sides"]] == ["2022-03-14", "2022-09-10"]


def test_the_water_promise_of_the_seeds_is_found_in_both_languages(kg: Run, seeds: Path) -> None:
    found = ask(kg, seeds, "--by", "Сагинтаев", "--place", "Алматы", "--due-before", "2022-01-01")
    water = next(row for row in found if row["due"] == "2021")
    assert water["status"] == "overdue" and any("17 000 000 000" in amount for amount in water["amount"])
    assert [link["document"] for link in water["repeated_by"]] == ["001_3f381e12e7e46ebc"]
    assert "ауыз су" in water["repeated_by"][0]["sentence"]


def test_two_speakers_of_one_seed_disagree_on_salaries(kg: Run, seeds: Path) -> None:
    found = [one for one in json.loads(kg("conflicts", "-g", seeds, "--json").stdout) if one["kind"] == "figures"]
    assert [one["about"] for one in found] == ["Medeu District", "Nauryzbai District"]
    for one in found:
        assert [side["speaker"] for side in one["sides"]] == ["Bakytzhan Sagintayev", "Sergey Ponomaryov"]
    assert "250 000" in found[0]["sides"][1]["says"] and "124 000" in found[1]["sides"][1]["says"]


def test_what_is_unsure_goes_from_show_stats_and_exports(kg: Run, town: Path, tmp_path: Path) -> None:
    all_of, sure = (
        json.loads(kg("stats", "-g", town, "--json", "--min-confidence", least).stdout)["kinds"]
        for least in ("0", "0.85")
    )
    assert sure["Commitment"] == 0 < all_of["Commitment"] and sure["Person"] == all_of["Person"]
    (about,) = json.loads(kg("show", "Көкшетау", "-g", town, "--json", "--min-confidence", "0.99").stdout)
    assert about["figures"] == [] and about["names"]
    assert kg("export", "-g", town, "-o", "out", "--format", "ttl", "--min-confidence", "0.85").returncode == 0
    graph = rdflib.Graph().parse(tmp_path / "out" / "graph.ttl")
    KG = rdflib.Namespace("https://w3id.org/akimgraph/ns#")
    assert graph.value(None, rdflib.RDF.type, KG.Figure) is not None
    assert all(float(o) >= 0.85 for s, o in graph[: KG.confidence] if (s, rdflib.RDF.type, KG.Link) not in graph
               and (s, rdflib.RDF.type, KG.Mention) not in graph)  # fmt: skip
    for name in (KG.repeats, KG.reportedDoneBy, KG.amount, KG.statedIn):
        for subject, other in graph[:name]:
            assert (subject, rdflib.RDF.type, None) in graph and (other, rdflib.RDF.type, None) in graph
    done = kg("validate", "out")
    assert done.returncode == 0, done.stdout
