"""Three small invented news texts, built once: a promise, its retelling in Kazakh, and a report that one is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.run import build

PROMISED = """Аким Кокшетау Ерлан Досымбеков встретился с жителями

14 марта 2022 года

Аким города Кокшетау Ерлан Досымбеков встретился с жителями.
«Мы построим три школы до 2024 года», - сказал Ерлан Досымбеков.
«Обеспечим питьевой водой все окраины до конца 2023 года. На водопровод нужно 4 млрд тенге», - отметил Ерлан Досымбеков.
Он поручил своему заместителю Асхату Нургалиеву до 1 июня убрать свалки.
Средняя заработная плата в городе составила 250 тысяч тенге в 2021 году.
"""
RETOLD = """Көкшетау қаласының әкімі Ерлан Досымбеков есеп берді

2022 жылғы 10 қыркүйек

Көкшетау қаласының әкімі Ерлан Досымбеков тұрғындармен кездесті. «Біз келесі жылы қала шетіндегі тұрғындарды ауыз сумен
қамтамасыз етеміз», - деді Ерлан Досымбеков.
Қалада 2021 жылы орташа жалақы 262 мың теңге болды.
"""
DONE = """Аким Кокшетау Ерлан Досымбеков отчитался перед населением

5 февраля 2024 года

Аким города Кокшетау Ерлан Досымбеков отчитался перед населением.
По словам Ерлана Досымбекова, в городе построены три школы.
"""


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the three texts wrote."""
    news, out = tmp_path_factory.mktemp("news"), tmp_path_factory.mktemp("out")
    for name, text in (("promised", PROMISED), ("retold", RETOLD), ("done", DONE)):
        (news / f"{name}.txt").write_text(text, "utf-8")
    build([news]).write(out, ["ttl", "trig", "html"])
    return out


@pytest.fixture(scope="session")
def seeds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the repository's seeds wrote."""
    out = tmp_path_factory.mktemp("seeds")
    build([root / "seeds"]).write(out, ["trig"])
    return out
