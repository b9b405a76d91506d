"""Which way a figure went, and what it measures, where a verb is told once for several."""

from __future__ import annotations

from kg.extract import pipeline


def told(lang: str, text: str) -> dict[str, tuple[str | None, str]]:
    """Value → (change, indicator) of the figures of a text."""
    return {f.value: (f.change, f.indicator) for f in pipeline(lang)(text)._.figures}


def test_a_dash_stands_for_the_verb_told_before() -> None:
    text = "Объем торговли вырос на 24,6%, связи — на 18,3%, инвестиции – в 2 раза, строительство – более чем на 7%."
    assert told("ru", text) == {
        "24.6": ("increase", "Объем торговли"),
        "18.3": ("increase", "связи"),
        "2": ("increase", "инвестиции"),
        "7": ("increase", "строительство"),
    }


def test_a_verb_behind_the_last_of_a_list_tells_of_all() -> None:
    assert told("kk", "Өнеркәсіп өндірісі 5%-ға, құрылыс 12%-ға, ал сауда 7,1%-ға артты.") == {
        "5": ("increase", "Өнеркәсіп өндірісі"),
        "12": ("increase", "құрылыс"),
        "7.1": ("increase", "сауда"),
    }


def test_how_much_more_is_no_level() -> None:
    moved = told("ru", "Доходы бюджета увеличены на 4,2 млрд тенге, а расходы сократились на 300 млн тенге.")
    assert [change for change, _ in moved.values()] == ["increase", "decrease"]
    reached = told("ru", "Численность выросла до 36 тысяч человек. Работы идут на 3 заводах.")
    assert [change for change, _ in reached.values()] == ["level", "level"]
    kazakh = told("kk", "Өнім 4,6 миллиард теңгеге артқан. Егістік 14,4 мың гектарға ұлғая түскен.")
    assert [change for change, _ in kazakh.values()] == ["increase", "increase"]
    assert [change for change, _ in told("kk", "Тұрғын саны 2 мың адамға дейін өсті.").values()] == ["level"]


def test_an_adjective_behind_a_number_bounds_nothing() -> None:
    def bounds(text: str) -> list[str | None]:
        return [figure.bound for figure in pipeline("kk")(text)._.figures]

    assert bounds("10 жоғары оқу орны бар. 5 көп балалы, 12 аз қамтылған отбасыға үй берілді.") == [None] * 3
    assert bounds("100 мыңнан артық тұрғын бар. 30 мың теңгеден жоғары төленді.") == ["more-than", "more-than"]


def test_where_something_arrived_behind_a_dash_is_no_bound() -> None:
    figures = pipeline("ru")("Добыча увеличена на 1% - до 254 млн тонн. В цехе до 40 рабочих.")._.figures
    assert [(figure.value, figure.bound) for figure in figures] == [
        ("1", None),
        ("254000000", None),
        ("40", "up-to"),
    ]


def test_both_ends_of_a_range_go_the_same_way() -> None:
    moved = told("ru", "Прирост составит 1-2 процента. Доходы вырастут на 3-4 млрд тенге.")
    assert {change for change, _ in moved.values()} == {"increase"}


def test_how_much_more_than_before_by_any_unit() -> None:
    moved = told("ru", "Намолочено 32 млн тонн зерна, что на 16 млн тонн больше показателей прошлого года.")
    assert [change for change, _ in moved.values()] == ["level", "increase"]
