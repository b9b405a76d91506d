"""The lines of a page and what they look like: sentences, headlines, lists, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.read.inline import teasers

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
STOPPED = re.compile(r"[.…;:]\W*$|[.!?…]\W{0,3}$")
FULL_STOP = re.compile(r"(?<![.…])\.\W*$")  # not «…»: a title may end so
INNER_STOP = re.compile(r"(?:[^\W\d]{3}|[-\w]\d|[)»%])[.!?…]\W{0,3}\s+\W{0,2}(\w)")
ITEM = re.compile(r"^\W{0,2}(?:[-–—•●▪*·]\s*|\d{1,2}[.)]\s)")
STAMP = re.compile(r"^\s*date\s+\d{4}-\d{2}-\d{2}\s")  # how some collections of pages print the day of a page
SKIN = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\ufeff\u200b"
END = 40  # characters in which the end of a line is looked for
STEM = 5  # letters that keep a word of ru or kk together over its endings


@dataclass(slots=True)
class Line:
    """One line without the white space around it: `text == document.text[start:stop]`."""

    start: int
    stop: int
    text: str
    teaser: bool = False  # headlines of other articles, told inside a line
    words: int = field(init=False)
    prose: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = len(WORD.findall(self.text))
        stopped = bool(STOPPED.search(self.text[-END:]))
        self.prose = (
            self.words >= 20
            or (self.words >= 6 and stopped)
            or (self.words >= 4 and bool(re.search(r"[^.]\.$", self.text[-2:])))
        )

    @property
    def full(self) -> bool:
        """Closed by a full stop, or more than one sentence: no headline looks like this."""
        inner = (match[1].isupper() for match in INNER_STOP.finditer(self.text))
        return bool(FULL_STOP.search(self.text[-END:])) or any(inner)

    @property
    def item(self) -> bool:
        return bool(ITEM.match(self.text)) or self.text.endswith((";", ","))

    @property
    def headline(self) -> bool:
        """Could be the title of some article: begins like a sentence and does not end like one."""
        return 3 <= self.words < 20 and not self.prose and not self.item

    @property
    def stems(self) -> frozenset[str]:
        """First letters of the longer words, for comparing what two lines are about."""
        return frozenset(
            word[:STEM].lower() for word in WORD.findall(self.text) if len(word) >= 4 and word[0].isalpha()
        )


def lines_of(text: str) -> list[Line]:
    """All lines that hold anything; a day stamped before the first line is a line of its own."""
    stamp = STAMP.match(text)
    begin = stamp.end() if stamp else 0
    spans = [(0, begin)] * bool(stamp) + [match.span() for match in LINE.finditer(text, begin)]
    stripped = [span for span in (_stripped(text, start, stop) for start, stop in spans) if span[0] < span[1]]
    return [line for start, stop in stripped for line in _parted(text, start, stop)]


def _parted(text: str, start: int, stop: int) -> Iterator[Line]:
    """The line, with a line of its own for the teasers in it and for what goes before and behind them."""
    for first, last in teasers(text, start, stop):
        yield from _line(text, start, first)
        yield from _line(text, first, last, teaser=True)
        start = last
    yield from _line(text, start, stop)


def _line(text: str, start: int, stop: int, teaser: bool = False) -> Iterator[Line]:
    start, stop = _stripped(text, start, stop)
    if start < stop:
        yield Line(start, stop, text[start:stop], teaser)


def _stripped(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in SKIN + "\r\n":
        start += 1
    while stop > start and text[stop - 1] in SKIN + "\r\n":
        stop -= 1
    return start, stop
