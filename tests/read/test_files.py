"""Files, folders, encodings and formats: what is read, under which id, and what is skipped with which words."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg.errors import BadInput
from kg.model import Document, Skipped
from kg.read import read, read_text
from kg.read.decode import MOST_BYTES

RU = "Мост открыт\n12 марта 2021\nВ посёлке Заречный открыли мост, который строили три года.\n"
KK = "Көпір ашылды\n2021 жылғы 12 наурыз\nКөктөбе ауылында үш жыл бойы салынған жаңа көпір ашылды.\n"
HTML = """<!doctype html><html><head><meta charset="windows-1251"><title>Мост открыт | Пример</title>
<link rel="canonical" href="https://example.org/2021/03/12/most"></head><body>
<nav><a href="/">Главная</a> <a href="/n">Новости</a></nav>
<aside><span>10.01.2020</span> <a href="/a">Старая новость о погоде в области</a></aside>
<main><h1>Мост открыт в посёлке Заречный</h1><div>12 марта 2021, 14:05</div>
<article><p>В посёлке Заречный открыли мост через реку Белую, который строили три года.</p>
<p>На открытие приехал аким района, он поблагодарил строителей и обещал дорогу к осени.</p>
<p>Читайте также: В посёлке закрыли школу</p></article></main>
<footer>© 2021 Пример</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_in_any_encoding(encoding: str) -> None:
    found = read_text("a.txt", RU.encode(encoding))
    assert isinstance(found, Document)
    assert found.text.lstrip("\ufeff") == RU
    assert found.title and found.title.words == "Мост открыт"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "kz1048", "ptcp154"])
def test_kazakh_in_any_encoding(encoding: str) -> None:
    found = read_text("a.txt", KK.encode(encoding))
    assert isinstance(found, Document)
    assert (found.text, found.lang, found.date) == (KK, "kk", "2021-03-12")


def test_offsets_count_the_mark_of_utf8() -> None:
    data = RU.encode("utf-8-sig")
    found = read_text("a.txt", data)
    assert isinstance(found, Document)
    assert found.text == data.decode("utf-8")
    assert found.title and found.title.start == 1


def test_text_cut_inside_a_letter_is_read() -> None:
    found = read_text("a.txt", RU.strip(".\n").encode("utf-8")[:-1])
    assert isinstance(found, Document) and found.encoding == "utf-8, damaged"


def test_html_gives_the_article_with_its_own_date() -> None:
    found = read_text("a.html", HTML.encode("cp1251"))
    assert isinstance(found, Document)
    assert (found.media_type, found.encoding, found.lang) == ("text/html", "cp1251", "ru")
    assert (found.date, found.date_evidence, found.url) == ("2021-03-12", None, "https://example.org/2021/03/12/most")
    assert found.title and found.title.words == "Мост открыт в посёлке Заречный"
    body = " ".join(part.text for part in found.segments if part.kind == "body")
    assert "поблагодарил строителей" in body and "школу" not in body and "погоде" not in body


def test_html_without_its_ending_is_told_by_its_first_bytes() -> None:
    found = read_text("page", HTML.encode("cp1251"))
    assert isinstance(found, Document) and found.media_type == "text/html"


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"a" * (MOST_BYTES + 1), "too big"),
        ("Главная\nНовости\nВойти\nПоделиться\nПоиск\nКонтакты\n".encode(), "no article"),
        (
            b"The bridge was opened in the village on Monday. It is good for all of the people.",
            "language not covered: en",
        ),
        ("Кече айылда жаңы көпүрө ачылды жана эл чогулду деп айтты аким.".encode(), "language not covered: ky"),
    ],
)
def test_what_is_no_document_is_skipped_with_a_reason(data: bytes, reason: str) -> None:
    found = read_text("a.txt", data)
    assert isinstance(found, Skipped) and found.reason == reason and found.detail.endswith(".")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folder_is_read_by_name_with_everything_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "deep/a.txt", "c.html", "links.csv", ".hidden.txt"):
        write(tmp_path, name, HTML.replace("windows-1251", "utf-8") if name == "c.html" else RU + name)
    found = list(read([tmp_path]))
    assert [item.name for item in found] == ["a.txt", "b.txt", "c.html", "links.csv"]
    assert [type(item) for item in found] == [Document, Document, Document, Skipped]


def test_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, RU + name) for name in ("x/a.txt", "y/a.txt", "y/b.txt")]
    assert list(read(paths)) == list(read(reversed(paths))) == list(read([tmp_path, *paths]))


def test_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, RU + name) for name in ("x/a.txt", "y/a.txt", "y/b.txt")]
    found = [item for item in read(paths) if isinstance(item, Document)]
    ids = [item.id for item in found]
    assert len(set(ids)) == 3 and "b" in ids
    assert all(one.id == f"a-{one.sha256[:8]}" for one in found if one.name == "a.txt")
    assert all(part.document == item.id for item in found for part in item.segments)


def test_same_content_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, RU)
    first, second = read([tmp_path])
    assert isinstance(first, Document) and first.id == "a"
    assert isinstance(second, Skipped) and second.reason == "same content" and "a.txt" in second.detail


def test_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", RU)
    with pytest.raises(BadInput, match="no such file or folder"):
        read([path, tmp_path / "nowhere.txt"])


def test_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no \.txt or \.html"):
        read([tmp_path])


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RU.encode("cp1251"))))
    (found,) = read(["-"])
    assert isinstance(found, Document) and (found.id, found.encoding) == ("stdin", "cp1251")
