"""The language models measured on small corpora: names alone, by the whole pipeline, and who holds which post."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import BadInput
from kg.evaluate import evaluate
from kg.evaluate.corpora import Linked, Occupation
from kg.evaluate.occupations import Held, fits, head
from kg.evaluate.relations import Given
from tests.evaluate.test_corpora import FACTRUEVAL, NEREL, written


def test_names_of_a_text_alone_and_by_the_whole(tmp_path: Path) -> None:
    path = written(tmp_path, NEREL)
    for whole in (False, True):
        found = {figure.label: figure for figure in evaluate("ru", "nerel", path, whole=whole)}
        assert found["PER"].f1 == 1 and found["LOC"].f1 == 1


def test_what_is_left_out_must_be_there(tmp_path: Path) -> None:
    path = written(tmp_path, NEREL)
    with pytest.raises(BadInput, match='No component "ru_crff"'):
        evaluate("ru", "nerel", path, without=["ru_crff"])
    with pytest.raises(BadInput, match="--whole"):
        evaluate("ru", "nerel", path, without=["ru_crf", "slovnet"])
    assert evaluate("ru", "nerel", path, whole=True, without=["ru_crf", "slovnet"])[-1].wanted == 3


def test_tokens_of_a_corpus_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("Қарағандыда B-GPE\nжаңа O\nаурухана O\nашылды O\n. O\n", "utf-8")
    assert {f.label: f.f1 for f in evaluate("kk", "iob2", path)} == {"GPE": 1, "all": 1}
    assert {f.label: f.f1 for f in evaluate("kk", "iob2", path, whole=True)} == {"Place": 1, "all": 1}


def test_an_occupation_is_found(tmp_path: Path) -> None:
    [figure] = evaluate("ru", "factrueval", written(tmp_path, FACTRUEVAL), occupation=True)
    assert (figure.label, figure.right, figure.found, figure.wanted) == ("Occupation", 1, 1, 1)


def marked(text: str, *entities: tuple[str, str]) -> Linked:
    """A text with its entities, each told by its words and its kind."""
    at = [(text.index(words), text.index(words) + len(words), kind) for words, kind in entities]
    return Linked(text, frozenset(at), frozenset())


def pairs(one: Linked) -> set[str]:
    found, _wanted = Given()(one)
    return {f"{name}: {one.text[slice(*a)]} – {one.text[slice(*b)]}" for name, a, b in found}


def test_posts_and_work_places_between_given_names() -> None:
    text = "Заместитель министра обороны Сирии Игорь Семёнов прибыл в Москву."
    posts = [("Заместитель министра обороны Сирии", "PROFESSION"), ("министра обороны Сирии", "PROFESSION")]
    names = [("Сирии", "COUNTRY"), ("Игорь Семёнов", "PERSON"), ("Москву", "CITY")]
    assert pairs(marked(text, *posts, *names)) == {
        "WORKS_AS: Игорь Семёнов – Заместитель министра обороны Сирии",
        "WORKPLACE: Игорь Семёнов – Сирии",
        "WORKPLACE: министра обороны Сирии – Сирии",
    }


def test_a_profession_that_no_table_holds_and_a_seat() -> None:
    text = "Дрессировщик цирка Тараза Игорь Семёнов уехал. Цирк Тараза закрыт."
    names = [
        ("Дрессировщик", "PROFESSION"),
        ("цирка Тараза", "ORGANIZATION"),
        ("Тараза", "CITY"),
        ("Игорь Семёнов", "PERSON"),
    ]
    assert pairs(marked(text, *names)) == {
        "WORKS_AS: Игорь Семёнов – Дрессировщик",
        "WORKPLACE: Игорь Семёнов – цирка Тараза",
        "WORKPLACE: Дрессировщик – цирка Тараза",
        "HEADQUARTERED_IN: цирка Тараза – Тараза",
    }


def test_pairs_across_sentences_do_not_count() -> None:
    text = "Игорь Семёнов уехал. Аким остался."
    one = Linked(
        text, frozenset({(0, 13, "PERSON"), (21, 25, "PROFESSION")}), frozenset({("WORKS_AS", (0, 13), (21, 25))})
    )
    assert Given()(one) == (set(), set())


def test_relations_are_measured(tmp_path: Path) -> None:
    figures = evaluate("ru", "nerel", written(tmp_path, NEREL), relations=True)
    assert {f.label: f.f1 for f in figures} == {"WORKPLACE": 1, "WORKS_AS": 1, "all": 1}


def test_when_an_occupation_is_right() -> None:
    text = "Премьер-министр Литвы и первый секретарь обкома"
    who, there, elsewhere = frozenset({(50, 60)}), frozenset({(16, 21)}), frozenset({(80, 90)})
    marked = Occupation(who, frozenset({(0, 15)}), there)
    assert fits(Held(who, head("премьер-министр Литвы"), there), marked, text)
    assert not fits(Held(who, head("премьер-министр"), frozenset()), marked, text)
    assert not fits(Held(elsewhere, head("премьер-министр"), there), marked, text)
    assert not fits(Held(who, head("министр"), there), marked, text)
    assert fits(Held(who, head("генеральный секретарь"), there), Occupation(who, frozenset({(24, 47)}), there), text)
    assert fits(Held(who, head("премьер-министр"), there), Occupation(who, frozenset({(0, 15)}), frozenset()), text)


def test_command(tmp_path: Path) -> None:
    path = written(tmp_path, NEREL)
    answer = CliRunner().invoke(app, ["evaluate", "--model", "ru", "--nerel", str(path), "--json"])
    assert answer.exit_code == 0 and json.loads(answer.stdout)[-1]["label"] == "all"
    assert CliRunner().invoke(app, ["evaluate", "--model", "ru"]).exit_code == 2
