"""Whose quotations are that a line of its own, or a title that is not found as one, tells."""

from __future__ import annotations

import pytest

from tests.resolve.news import resolved


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("– Дорога готова, движение открыто.\n– сказал аким района Марат Оспанов.", "Дорога готова, движение открыто."),
        ("Көлік министрі Марат Оспанов: «Жол дайын, көлік жүріп жатыр»", "Жол дайын, көлік жүріп жатыр"),
    ],
)
def test_quotations(text: str, words: str) -> None:
    found = resolved(text + "\n")
    names = {entity.id: entity.name for entity in found.entities}
    quotes = [(names[s.speaker or ""], s.evidence.words) for s in found.statements if s.kind == "Quote"]
    assert quotes == [("Марат Оспанов", words)]
