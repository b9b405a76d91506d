"""Line breaks that only a column made: «Мемлекет⏎басшысы барды», «органи-⏎зация», a text cut every sixty letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.text.language import hyphened

BREAK = re.compile(r"\n *(?=\S)")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
SOFT = "\u00ad\u00ac"  # hyphens that only a line's end shows
GOING_ON = f',)»”"%-–—{SOFT}'  # marks that a cut line may end in
HALF = re.compile(rf"([^\W_]+)([-{SOFT}])$")
NAME = re.compile(r"(?:[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w-]*\.? ?){2,4}")  # «Асан Бекенов», whose post the next line may tell
BORDER = "|"  # of cells, whose rows may begin with a small letter
LABELLED = re.compile(r"(?:\s[–—-]|:)\s+\d[\d\s.,]*$")  # ends with a number of its own: «город Тара – 340»
LEAST = 3  # lines that go on with a small letter, from which a text is one of a column
SHARE = 0.3  # of all its lines
FULL = 0.85  # of the width: a full line
EVEN = 0.9  # of those lines are full
WIDEST = 140  # characters
OVER = 8  # letters by which a line of another kind may be wider
LONGEST = 40  # of a word that is looked at


@dataclass(frozen=True, slots=True)
class Break:
    """One line end with no empty line behind it: the line before it, and what the next line begins with."""

    start: int
    stop: int
    line: str
    length: int  # of the line with its indent
    first: str  # the next line's first word
    indented: bool
    opening: bool  # the first line of all: a title, it may be


def breaks(text: str) -> Iterator[tuple[int, int, str]]:
    """The line ends that stand for nothing, and what is to be read there: a space, a hyphen, or nothing."""
    found = list(_breaks(text))
    width = _width(found)
    for one in found:
        if _goes_on(one) or (width and _is_cut(one, width)):
            yield from _joined(text, one)


def _breaks(text: str) -> Iterator[Break]:
    above = len(text) - len(text.lstrip())
    for match in BREAK.finditer(text):
        begin = text.rfind("\n", 0, match.start()) + 1
        line = text[begin : match.start()].rstrip()
        if line:
            first = text[match.end() : match.end() + LONGEST].split(maxsplit=1)[0]
            indented = match[0][-1] == " "
            yield Break(begin + len(line), match.end(), line.lstrip(), len(line), first, indented, begin <= above)


def _is_small(word: str) -> bool:
    return "\u0430" <= word[0] <= "\u052f" and word[0].islower()


def _goes_on(one: Break) -> bool:
    """Whether what begins with a small letter carries on the line before; tags, menus and tables do not."""
    if not _is_small(one.first) or BORDER in one.line or LABELLED.search(one.line):
        return False
    words = len(WORD.findall(one.line))
    ending = one.line[-1]
    if ending.isalnum() or HALF.search(one.line):
        return words >= 4 or (one.line[0].isupper() and not NAME.fullmatch(one.line))
    return ending in GOING_ON and words >= 4


def _width(found: Sequence[Break]) -> int:
    """How wide the column is; 0 of a text whose lines are its paragraphs."""
    cut = [one for one in found if _goes_on(one)]
    if len(cut) < LEAST or len(cut) < SHARE * len(found):
        return 0
    width = max(one.length for one in cut)
    full = sum(_is_full(one, width) for one in cut)
    return width if width <= WIDEST and full >= EVEN * len(cut) else 0


def _is_full(one: Break, width: int) -> bool:
    return one.length + 1 + len(one.first) > width or one.length >= FULL * width


def _is_cut(one: Break, width: int) -> bool:
    """A line that had no room for the next word, whatever that begins with; a title above the text stays one."""
    if one.opening or one.indented or not (one.first[0].isalnum() or one.first[0] in '«"“(–—-'):
        return False
    return one.length <= width + OVER and _is_full(one, width)


def _joined(text: str, one: Break) -> Iterator[tuple[int, int, str]]:
    half = HALF.search(one.line)
    if half is None or not one.first[0].isalnum():
        yield one.start, one.stop, " "
    elif half[2] in SOFT or not (half[1][-1].isdigit() or one.first[0].isupper() or half[1].lower() in hyphened()):
        yield one.start - 1, one.stop, ""
    else:
        yield one.start, one.stop, ""
