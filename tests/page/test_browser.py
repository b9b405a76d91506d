"""The page in a real browser: search, facts with their sentences, languages, filters, table, and hostile words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Visit = Callable[..., Any]
AKIM = "#lang=ru&node=person/qairat-tasbolatov"
HOSTILE = "#lang=ru&node=person/serik-hostile"


def line(path: Path, one: str, other: str, lang: str = "ru") -> str:
    """Address of the line between two entities: the better known end comes first."""
    page = path.read_text(encoding="utf-8")
    return f"#lang={lang}&edge=" + "~".join(sorted((one, other), key=lambda name: page.index(f'"id":"{name}"')))


@pytest.mark.parametrize(
    "typed", ["Қайрат", "кайрат тасб", "Kairat", "qairat", "К. Тасболатов", "тасболатовтың", "Тасболатову"]
)
def test_search_finds_a_person_in_any_script_and_case(visit: Visit, town_page: Path, typed: str) -> None:
    page = visit(town_page)
    page.fill("#query", typed)
    assert page.locator("#found [role=option]").first.inner_text().startswith("Кайрат Тасболатов")
    page.press("#query", "Enter")
    assert page.locator("#panel h2").inner_text() == "Кайрат Тасболатов"
    assert "node=person/qairat-tasbolatov" in page.url


def test_search_finds_a_person_by_the_post(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, "#lang=kk")
    page.fill("#query", "аким Коктас")
    assert "Қайрат Тасболатов" in page.locator("#found").inner_text()
    assert "Көктас әкімі" in page.locator("#found").inner_text()


def test_search_says_when_nothing_is_found(visit: Visit, town_page: Path) -> None:
    page = visit(town_page)
    page.fill("#query", "Ыъыъщ")
    assert page.locator("#found").inner_text() == "Ничего не найдено"


def test_a_node_shows_each_sentence_with_its_words_marked(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, AKIM)
    meeting = page.locator("#panel section", has_text="Встречи с").first
    assert meeting.locator("blockquote").inner_text() == "Вчера 𝄞 аким принял инженера Алию Оспан у себя в зале."
    assert meeting.locator("mark").inner_text() == "принял инженера Алию Оспан"
    text = page.locator("#panel").inner_text()
    for part in ("Дала-информ", "4 мая 2023", "relations/met", "90%", "аким Кёктаса", "срок: 2024"):
        assert part in text


def test_a_post_told_differently_is_marked(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, AKIM)
    assert "Көктас әкімі" in page.locator("#panel .conflict blockquote").inner_text()


def middle(page: Any) -> tuple[float, float]:
    """Where what is chosen stands on the canvas, once the page has moved to it."""
    page.wait_for_timeout(700)
    canvas, legend = page.locator("#canvas").bounding_box(), page.locator("#legend").bounding_box()
    left = legend["x"] + legend["width"]
    return (left + canvas["x"] + canvas["width"]) / 2, canvas["y"] + canvas["height"] / 2


def test_a_click_on_the_canvas_chooses_a_node_and_lets_it_go(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, "#lang=ru&node=organization/dala-news")  # it touches nothing: it stands in the middle
    x, y = middle(page)
    page.mouse.click(x, y - 250)
    assert page.locator("#panel h2").inner_text() == "Граф знаний из новостей"
    page.mouse.click(x, y)
    assert page.locator("#panel h2").inner_text() == "Дала-информ"


def test_a_click_on_a_line_chooses_it(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, line(town_page, "person/qairat-tasbolatov", "person/alia-ospan"))
    x, y = middle(page)
    page.mouse.click(x, y - 250)
    page.mouse.click(x, y)
    assert page.locator("#panel h2").inner_text().split(" — ") == ["Алия Оспан", "Кайрат Тасболатов"]


def test_a_line_can_be_linked_to(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, line(town_page, "person/qairat-tasbolatov", "person/alia-ospan", "en"))
    assert "met with" in page.locator("#panel").inner_text()
    assert page.locator("#panel mark").inner_text() == "принял инженера Алию Оспан"


def test_language_changes_labels_and_interface_and_stays_in_the_address(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, AKIM)
    page.click("#languages [data-value=kk]")
    assert page.locator("#panel h2").inner_text() == "Қайрат Тасболатов"
    assert "Лауазымдары".upper() in page.locator("#panel").inner_text().upper()
    assert "2023 ж. 4 мамыр" in page.locator("#panel").inner_text()
    assert page.get_attribute("html", "lang") == "kk"
    assert "lang=kk" in page.url
    page.reload()
    assert page.locator("#panel h2").inner_text() == "Қайрат Тасболатов"


def test_the_reader_s_own_language_comes_first(visit: Visit, town_page: Path) -> None:
    assert visit(town_page, "", locale="kk-KZ").locator("html").get_attribute("lang") == "kk"


def test_filters_hide_kinds_and_relations(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, "#lang=en&view=table")
    assert "Koktas Akimat" in page.locator("#table").inner_text()
    page.click("#views [data-value=graph]")
    page.uncheck("#tick-Organization")
    page.uncheck("#tick-metWith")
    page.click("#views [data-value=table]")
    table = page.locator("#table").inner_text()
    assert "Koktas Akimat" not in table.split("Posts")[0]
    assert "met with" not in table


def test_the_table_holds_every_fact_of_the_panels(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, "#lang=ru&view=table")
    data = page.evaluate("JSON.parse(document.getElementById('data').textContent)")
    table = page.locator("#table").inner_text()
    sentences = ["".join(text for text, _ in words) for fact in data["facts"] for words in fact.get("words", [])]
    assert len(sentences) == 8
    assert all(sentence.replace("\u2028", " ").strip() in table.replace("\u2028", " ") for sentence in sentences)
    assert page.locator("#table tbody tr").count() == len(data["facts"]) + len(data["entities"])


def test_the_print_holds_the_table(visit: Visit, town_page: Path) -> None:
    page = visit(town_page)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#table table").first.is_visible()
    assert not page.locator("#graph").is_visible()


def test_everything_is_within_reach_of_the_keys(visit: Visit, town_page: Path) -> None:
    page = visit(town_page)
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('[id]')?.id"))
    assert {"query", "views", "languages", "canvas", "zoom", "legend", "tick-Person", "panel"} <= seen


@pytest.mark.parametrize("address", [HOSTILE, HOSTILE.replace("ru", "en"), HOSTILE + "&view=table", "#lang=kk"])
@pytest.mark.parametrize("unguarded", [False, True])  # the page must be safe without its Content-Security-Policy too
def test_hostile_words_do_nothing(visit: Visit, town_page: Path, address: str, unguarded: bool) -> None:
    page = visit(town_page, address, bypass_csp=unguarded)
    page.fill("#query", "script")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 3
    assert page.locator("main img, main svg, main script").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_hostile_words_stand_as_they_were_written(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, HOSTILE)
    page.click("#panel summary")
    text = page.locator("#panel").inner_text()
    for words in (
        "</script><script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>",
        "javascript:window.hacked=1", '<a href="javascript:window.hacked=1">',
        "<svg onload=window.hacked=1>", "posts/<script>",
    ):  # fmt: skip
        assert words in text


def test_the_focus_goes_to_the_panel_and_stays_on_the_language(visit: Visit, town_page: Path) -> None:
    page = visit(town_page)
    page.locator("#panel button.entity").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.locator("#languages [data-value=en]").press("Enter")
    assert page.evaluate("document.activeElement.dataset.value") == "en"


def test_an_unknown_address_opens_the_front(visit: Visit, town_page: Path) -> None:
    page = visit(town_page, "#lang=xx&node=__proto__&edge=constructor&view=<img>", locale="ru-RU")
    assert page.locator("#panel h2").inner_text() == "Граф знаний из новостей"
