"""The inputs the command is run on: good texts, and every kind of input that gives no document."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

NEWS_RU = """Аким Жанатасской области Ерлан Досымбеков встретился с жителями

14 марта 2022 года

Аким Жанатасской области Ерлан Досымбеков встретился с жителями города. По словам акима, в этом году на ремонт дорог
направят 2,5 млрд тенге. «Мы построим три школы до 2024 года», - сказал Ерлан Досымбеков.
Он поручил своему заместителю Асхату Нургалиеву взять работу на контроль.
"""
NEWS_KK = """Облыс әкімі Ерлан Досымбеков тұрғындармен кездесті

2022 жылғы 14 наурыз

Облыс әкімі Ерлан Досымбеков қала тұрғындарымен кездесіп, жол жөндеуге 2,5 млрд теңге бөлінетінін айтты. Жыл соңына
дейін екі мектеп пайдалануға беріледі. Жиында облыс әкімінің орынбасары Асхат Нұрғалиев те сөз сөйледі.
"""
ENGLISH = "The governor met residents of the city on Monday and promised to repair the roads before winter. " * 4
MENU = (
    "Басты бет",
    "Погода на неделю",
    "Курсы валют",
    "Афиша города",
    "Обратная связь",
    "Реклама на сайте",
    "Вакансии",
)
HEADLINES = "<html><body><ul>" + "".join(f"<li><a href='/'>{item}</a></li>" for item in MENU) + "</ul></body></html>"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good text in a legacy encoding, one in Kazakh, and every kind of input that gives no document."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "legacy.txt").write_bytes(NEWS_RU.encode("cp1251"))
    (folder / "kazakh.txt").write_text(NEWS_KK, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "english.txt").write_text(ENGLISH, "utf-8")
    (folder / "headlines.html").write_text(HEADLINES, "utf-8")
    return folder
