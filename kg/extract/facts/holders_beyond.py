"""Who stands behind a post past words that tell of him alone: «… бастығы, полиция полковнигі [Асан Бекенов]».

Kazakh puts ranks, degrees, honours and callings between the post and the name, with commas or without.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.posts_of_one import LEADING, is_calling, is_honour
from kg.extract.found import Title, case, has_key, next_word, titles

SEVERAL = 4  # such descriptions of one man at the most
WORDS = 8  # tokens of one: «Қазақстанның еңбек сіңірген жаттықтырушысы»


def holder_beyond(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """The person behind descriptions that follow a post.

    Nobody behind the post of who leads a place, whom all may know: «облыс әкімі, профессор Асанов» may be two people.
    """
    if title.role in LEADING or case(doc[title.head]) not in ("", "Nom"):
        return None
    index = next_word(doc, title.stop)
    for _ in range(SEVERAL):
        parted = index < len(doc) and doc[index].text == ","
        first = next_word(doc, index + 1) if parted else index
        stop = _end(doc, first, people)
        if stop is None or not _describes(doc, title, first, stop, grammar):
            return None
        if stop in people:
            return people[stop]
        index = stop
    return None


def _end(doc: Doc, first: int, people: dict[int, Span]) -> int | None:
    """Where a description ends, at a comma or a name; None where it does not, or holds a post of its own."""
    posts = {i for t in titles(doc) if not is_calling(t) for i in range(*t.group)}
    for index in range(first, min(first + WORDS, len(doc))):
        if index > first and (doc[index].text == "," or index in people):
            return index
        if index in people or index in posts or (index > first and doc[index].is_sent_start):
            return None
    return None


def _describes(doc: Doc, title: Title, first: int, stop: int, grammar: dict[str, Any]) -> bool:
    """A rank, a degree or an honour; a calling, «ақын», only where the post before it names its body."""
    words = [i for i in range(first, stop) if doc[i].is_alpha or "-" in doc[i].text]
    if not words or case(doc[words[-1]]) not in ("", "Nom") or doc[first].lower_ in grammar["and"]:
        return False  # «төрағасы [мен] әнші Асан Бекенов»
    if any(has_key(doc, i, grammar["predicative"]) for i in words):
        return False  # «директоры [қызметіне] … лауреаты Асан Бекенов тағайындалды»
    if is_honour(doc, first, stop, grammar["honours"]) or any(has_key(doc, i, grammar["honoured"]) for i in words):
        return True
    if title.of is None:
        return False
    called = any(is_calling(t) and t.group == (first, stop) for t in titles(doc))
    return called or has_key(doc, words[-1], grammar["callings"])
