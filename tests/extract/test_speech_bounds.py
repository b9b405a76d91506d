"""Where speech begins, and whose promises and orders are nobody's whom a text names."""

from __future__ import annotations

from tests.resolve.news import resolved


def said(text: str) -> set[tuple[str, str, str]]:
    """(kind, speaker, words)."""
    found = resolved(text)
    names = {entity.id: entity.name for entity in found.entities}
    return {(s.kind, names[s.speaker or ""], s.evidence.words) for s in found.statements}


def test_a_dash_amid_a_line_opens_speech() -> None:
    text = "Марат Иманов осмотрел дорогу в Таразе. - Скоро наступят холода и дожди, - сказал Марат Иманов.\n"
    quotes = [words for kind, _, words in said(text) if kind == "Quote"]
    assert [words.split()[0] for words in quotes] == ["Скоро"]


def test_what_others_promise_is_no_officials() -> None:
    text = "Тараз қаласының әкімі Марат Иманов жолды аралап, мердігерлер жұмысты 1 шілдеге дейін аяқтауға уәде берді.\n"
    assert not any(kind == "Commitment" for kind, _, _ in said(text))
    text = "Аким Тараза Марат Иманов осмотрел дорогу, подрядчики пообещали завершить ремонт до 1 сентября.\n"
    assert not any(kind == "Commitment" for kind, _, _ in said(text))
    text = "Аким Тараза Марат Иманов осмотрел дорогу и пообещал завершить ремонт до 1 сентября.\n"
    assert ("Commitment", "Марат Иманов") in {(kind, who) for kind, who, _ in said(text)}


def test_a_task_that_somebody_else_sets_is_no_order_of_the_speaker() -> None:
    text = "– Комиссия ставит перед нами трудные задачи, – сказал директор школы Марат Иманов.\n"
    assert {kind for kind, _, _ in said(text)} == {"Quote"}
