"""Teasers that a page prints inside its text: headlines of other articles, each with its day and hour behind it.

«… сказал аким. СЕЙЧАС ОБСУЖДАЮТ Снег в горах 29 апреля 08:10 1 Кубок уехал в Тараз 27 апреля 20:44 3 Завод откроют …»
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STAMP = re.compile(r"(?<!\w)[0-3]?\d [^\W\d_]{3,9},? (?:\d{4},? )?[0-2]?\d:[0-5]\d\b(?: \d{1,4}(?!\S))?")
SENTENCE = re.compile(r"[.!?…][»”\")]?\s+(?=\W?[^\W\d_])")  # where a headline may begin
HEADLINE = re.compile(r"\W{0,2}([^\W\d_])")
WORD = re.compile(r"\w+")
LEAST, WORDS, LONGEST = 2, 3, 220  # teasers in a row; words and characters of one


def teasers(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are teasers, from the first one's beginning to the last one's stamp."""
    run: list[tuple[int, int]] = []
    for match in STAMP.finditer(text, start, stop):
        begin = run[-1][1] if run else _sentence(text, start, match.start())
        if run and not _is_headline(text, begin, match.start()):
            yield from _whole(run)
            run, begin = [], _sentence(text, start, match.start())
        if _is_headline(text, begin, match.start()):
            run.append((begin, match.end()))
    yield from _whole(run)


def _whole(run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(run) >= LEAST:
        yield run[0][0], run[-1][1]


def _sentence(text: str, start: int, stamp: int) -> int:
    """Where the words before a stamp begin: behind the last full stop."""
    near = max(start, stamp - LONGEST)
    return max((match.end() for match in SENTENCE.finditer(text, near, stamp)), default=near)


def _is_headline(text: str, begin: int, stop: int) -> bool:
    """Words with a capital first and no full stop among them."""
    words = text[begin:stop].strip()
    first = HEADLINE.match(words)
    if first is None or not first[1].isupper() or len(words) > LONGEST or len(WORD.findall(words)) < WORDS:
        return False
    return SENTENCE.search(words) is None and not words.endswith((",", ".", ":"))
