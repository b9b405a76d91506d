"""`kg diff`: what came, went and became another between two builds, with the sentence that says it."""

from __future__ import annotations

import json
from pathlib import Path

from kg import run
from tests.cli.conftest import Run

BEFORE = """Аким Кокшетау Ерлан Досымбеков отчитался перед населением

14 марта 2022 года

Аким города Кокшетау Ерлан Досымбеков встретился с жителями.
«Мы построим три школы до конца 2022 года», - сказал Ерлан Досымбеков.
Средняя заработная плата в городе Кокшетау составила 250 тысяч тенге в 2021 году.
"""
AFTER = """Акимом Кокшетау назначен Марат Ахметов

20 мая 2023 года

Ерлан Досымбеков освобожден от должности акима города Кокшетау. Акимом города Кокшетау назначен Марат Ахметов.
Средняя заработная плата в городе Кокшетау составила 262 тысячи тенге в 2021 году.
"""


def build(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    run.build([folder / f"{name}.txt" for name in texts], folder / "-".join(texts))
    return folder / "-".join(texts)


def test_what_changed_is_told(kg: Run, tmp_path: Path) -> None:
    old, new = build(tmp_path, a=BEFORE), build(tmp_path, a=BEFORE, b=AFTER)
    found = json.loads(kg("diff", old, new, "--json").stdout)
    assert found["documents"] == [{"change": "new", "what": "b"}]
    came = [(one["change"], one["what"], one["kind"]) for one in found["things"]]
    assert came == [("new", "Marat Akhmetov", "Person")]
    posts = {(one["change"], one["what"].split(" – ")[0]) for one in found["posts"]}
    assert {("new", "Marat Akhmetov"), ("ended", "Yerlan Dosymbekov")} <= posts
    appointed = next(one for one in found["posts"] if one["what"].startswith("Marat"))
    assert "назначен Марат Ахметов" in appointed["sentence"] and appointed["document"] == "b"
    salary = next(one for one in found["figures"] if one["change"] == "changed")
    assert salary["was"] == ["250000"] and "262" in salary["what"]
    assert [(one["change"], one["due"]) for one in found["promises"]] == [("overdue", "2022-12-31")]
    assert "overdue" in kg("diff", old, new).stdout


def test_the_way_back_tells_what_is_gone(kg: Run, tmp_path: Path) -> None:
    old, new = build(tmp_path, a=BEFORE), build(tmp_path, a=BEFORE, b=AFTER)
    found = json.loads(kg("diff", new, old, "--json").stdout)
    assert {one["change"] for name in ("documents", "things", "posts") for one in found[name]} == {"gone"}
    assert kg("diff", old, old).stdout == "The two graphs tell the same.\n"
