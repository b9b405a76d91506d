"""Blocks of direct speech, in the styles of these pages, and where the words stand that say whose it is.

«…», – сказал аким.   "…", деді әкім.   - … , - отметил аким.   (a paragraph without any mark), – деді әкім.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.found import feature, next_word, previous_word, texts
from kg.extract.quotes import CLOSING, LONGEST, PAIRS, is_opening, opening_marks
from kg.lang import tables
from kg.lang.sentences import DASHES

ENDS = frozenset(',.!?…»”"“;')
FEWEST = 4  # words of a quotation that can be speech
NEAR = 4  # tokens after a dash in which the word of saying stands: «– деп мәлімдеді», «– в свою очередь отметил»
LONE_ENDS = (".", "!", "…", "...")
CAPTION = 20  # tokens at the most of a line that names the speaker of the next
PARAGRAPHS = 6  # that one speech of dashes may run over

Stretch = tuple[int, int]
IsSpeech = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Block:
    """Somebody's very words; `told` are the stretches in or beside it that may name the speaker, surest first."""

    start: int
    stop: int
    told: tuple[Stretch, ...]
    style: str  # quotes, dash, bare, named; lone: a paragraph behind a dash beside which nobody is told to speak


def blocks(doc: Doc, is_speech: IsSpeech) -> list[Block]:
    """All blocks of a Doc in order; `is_speech` tells whether a word of saying begins at a token."""
    lines = [line for line in _lines(doc) if next_word(doc, line[0]) < line[1]]
    quoted = [*_quoted(doc, lines, is_speech), *_half_marked(doc, lines, is_speech)]
    spoken = [b for b in _paragraphs(doc, lines, is_speech) if not any(q.start <= b.start < q.stop for q in quoted)]
    spoken += [
        b for b in _lone(doc, lines) if not any(s.start < b.stop and b.start < s.stop for s in (*quoted, *spoken))
    ]
    within = [q for q in quoted if not any(b.start < q.stop and q.start < b.stop for b in spoken)]
    return sorted((*spoken, *within), key=lambda b: b.start)


def _lines(doc: Doc) -> list[Stretch]:
    marks = sorted({0, *doc.user_data.get("lines", ()), len(doc)})
    return [(a, b) for a, b in pairwise(marks) if a < b]


def _paragraphs(doc: Doc, lines: list[Stretch], is_speech: IsSpeech) -> Iterator[Block]:
    """Paragraphs that begin with a dash, or that end in «, – деді әкім» without having opened a quotation."""
    opened: int | None = None
    count = 0
    last: Stretch | None = None  # the line before, when it may be whole words of somebody: «…⏎– сказал аким»
    above: Stretch | None = None  # the line before, when it names a speaker: «Марат Иманов, аким города:»
    for start, stop in lines:
        first = next_word(doc, start)
        dashed = doc[first].text in DASHES and next_word(doc, first + 1) < stop
        told = tuple(_inside(doc, first + dashed, stop, is_speech))
        told += (above,) if told and above else ()
        if dashed and last and stop - start < CAPTION and is_speech(next_word(doc, first + 1)):
            yield Block(_behind_dash(doc, last[0]), _trimmed(doc, *last), ((first, stop),), "dash")
            above = last = opened = None
            continue
        listed = doc[previous_word(doc, stop)].text == ";"
        asks = doc[previous_word(doc, stop)].text == "?" and _only_asks(doc, first, stop)
        if above and not told and not listed and not asks and not is_opening(doc, first):
            yield Block(next_word(doc, first + dashed), _trimmed(doc, first, stop), (above,), "named")
        elif dashed and not told:
            opened, count = next_word(doc, first + 1), 0
        elif told and (dashed or not _closes_quotation(doc, first, told[0][0])):
            begin = opened if opened is not None and not dashed else next_word(doc, first + dashed)
            begin = begin if dashed or opened is not None else _dashed_inside(doc, begin, told[0][0])
            begin += is_opening(doc, begin) and far_closing(doc, begin) is None
            last = max(stretch for stretch in told if stretch != above)
            end = stop if last[1] < previous_word(doc, stop) + 1 else last[0]
            yield Block(begin, _trimmed(doc, begin, end), told, "dash" if dashed or opened is not None else "bare")
            opened = None
        else:
            count += 1
            opened = opened if count < PARAGRAPHS else None
        last = (start, stop) if not told and not above else None
        ends = previous_word(doc, stop)
        begin = max(start, doc[ends].sent.start)  # «Мост закрыт. Об этом сообщает мэрия Омска:» names one speaker
        above = (begin, stop) if stop - start < CAPTION and doc[ends].text == ":" else None


def _only_asks(doc: Doc, start: int, stop: int) -> bool:
    """«Анна Орлова:⏎Когда откроют мост?»: who only asks is no speaker."""
    return not any(doc[i].text in (".", "!") for i in range(start, stop))


def _behind_dash(doc: Doc, start: int) -> int:
    first = next_word(doc, start)
    return next_word(doc, first + 1) if doc[first].text in DASHES else first


def _lone(doc: Doc, lines: list[Stretch]) -> Iterator[Block]:
    """Paragraphs behind a dash, «– Мост готов. Осталось убрать мусор.»; items of a list are none."""
    marks = [doc[next_word(doc, start)].text in DASHES for start, _ in lines]
    for (start, stop), before, dashed, after in zip(lines, [False, *marks], marks, [*marks[1:], False], strict=False):
        first = next_word(doc, next_word(doc, start) + 1)
        last = doc[previous_word(doc, stop)].text
        if dashed and not before and not after and first < stop and last in LONE_ENDS and doc[first].text[0].isupper():
            yield Block(first, _trimmed(doc, first, stop), (), "lone")


def _dashed_inside(doc: Doc, start: int, stop: int) -> int:
    """Where speech begins that a dash opens amid a line: «Аким осмотрел дорогу. - [Скоро холода], - сказал он»."""
    for index in range(start + 1, stop - 1):
        ends = doc[previous_word(doc, index)].text in (".", "!", "?", "…")
        after = next_word(doc, index + 1)
        if doc[index].text in DASHES and ends and after < stop and doc[after].text[0].isupper():
            return after
    return start


def _inside(doc: Doc, start: int, stop: int, is_speech: IsSpeech) -> Iterator[Stretch]:
    """«, – отметил аким. –»: from the dash to the next one, or to the end of the sentence."""
    index, words = start + 1, texts(doc)
    while index < stop:
        before = previous_word(doc, index) if words[index] in DASHES else -1
        ends = before >= start and (doc[before].text[-1] in ENDS or is_speech(next_word(doc, index + 1)))
        if ends and speaks(doc, index + 1, stop, is_speech):
            end = _told_end(doc, index + 1, stop)
            yield index, end
            index = end
        index += 1


def speaks(doc: Doc, start: int, stop: int, is_speech: IsSpeech) -> bool:
    return any(is_speech(i) for i in range(start, min(stop, start + NEAR)) if not doc[i].is_punct)


def _told_end(doc: Doc, start: int, stop: int) -> int:
    """The end of the words that name a speaker: the next sentence, or a dash that takes the speech up again."""
    while start < stop and doc[start].is_punct:
        start += 1
    for index in range(start + 1, stop):
        before = doc[previous_word(doc, index)].text
        if doc[index].is_sent_start or (doc[index].text in DASHES and before in (",", ".")):
            return index
    return stop


def _closes_quotation(doc: Doc, first: int, dash: int) -> bool:
    """Whether a quotation of several words ends right before a dash, or goes on behind it: a block of its own."""
    last = previous_word(doc, dash)
    last = previous_word(doc, last) if doc[last].text in ",." else last
    closings = ((i, far_closing(doc, i)) for i in range(first, last) if is_opening(doc, i))
    return any(close is not None and close >= last and _words(doc, i, last) >= FEWEST for i, close in closings)


def _quoted(doc: Doc, lines: list[Stretch], is_speech: IsSpeech) -> Iterator[Block]:
    ends = {i: stop for start, stop in lines for i in range(start, stop)}
    behind = 0
    for index in opening_marks(doc):
        close = far_closing(doc, index) if index >= behind and is_opening(doc, index) else None
        if close is not None and _words(doc, index, close) >= FEWEST and not _is_name(doc, index, close):
            inside = _inside(doc, index + 1, close, is_speech)
            told = (*_tail(doc, close + 1, ends[close], is_speech), *inside, *_head(doc, index))
            yield Block(index + 1, close, told, "quotes")
            behind = close + 1


def _half_marked(doc: Doc, lines: list[Stretch], is_speech: IsSpeech) -> Iterator[Block]:
    """«Тулпар» построит цех», – сказал аким: speech that begins with a name in marks, and so opens only once."""
    for start, stop in lines:
        begin, depth = -1, 0
        for index in (i for i in range(start, stop) if doc[i].text in PAIRS or doc[i].text in "»”"):
            if is_opening(doc, index):
                depth += 1
                begin = index if doc[index].is_sent_start and begin < 0 else begin
            else:
                depth -= 1
            told = tuple(_tail(doc, index + 1, stop, is_speech)) if depth < 0 <= begin else ()
            if told and any(speaks(doc, *stretch, is_speech) for stretch in told):
                yield Block(begin, index, told, "quotes")
            if depth < 0:
                begin, depth = -1, 0


def _is_name(doc: Doc, opening: int, close: int) -> bool:
    """«на форуме «Умные дороги большого города»»: a quotation without a verb that a noun leads to, where nouns lead."""
    before = previous_word(doc, opening)
    if before < 0 or doc[before].pos_ not in ("NOUN", "PROPN") or doc[opening].is_sent_start:
        return False
    verbs = (t for t in doc[opening + 1 : close] if t.pos_ in ("VERB", "AUX") or feature(t, "Variant"))
    return not tables.load(doc.lang_, "grammar")["owner_first"] and next(verbs, None) is None


def far_closing(doc: Doc, index: int) -> int | None:
    """The mark that closes a long quotation; a straight one may hold names in straight marks."""
    opened, depth = doc[index].text, 0
    for i in range(index + 1, min(len(doc), index + LONGEST)):
        text = doc[i].text
        if (text == opened and text != '"') or (text == '"' and is_opening(doc, i) and opened == '"'):
            depth += 1
        elif text in PAIRS[opened] or (text in CLOSING and text == '"' and opened == '"'):
            if depth == 0:
                return i
            depth -= 1
    return None


def _tail(doc: Doc, start: int, line_end: int, is_speech: IsSpeech) -> Iterator[Stretch]:
    """After a quotation, in its sentence: «», – сказал аким», «" деді әкім»; not «» бағдарламасы туралы айтты»."""
    first = next_word(doc, start)
    if first >= line_end:
        return
    marked = doc[first].text in DASHES or doc[first].text == ","
    goes_on = marked or (doc[first].text.islower() and speaks(doc, first, line_end, is_speech))
    if doc[first].text in ".…":
        follows = next_word(doc, first + 1)
        goes_on = follows < line_end and (doc[follows].text in DASHES or doc[follows].text == ",")
        first = follows
    if goes_on:
        yield first, _told_end(doc, first, line_end)


def _head(doc: Doc, opening: int) -> Iterator[Stretch]:
    """Before a quotation, in its sentence, or in the line above when that ends with a colon."""
    start = opening
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    if next_word(doc, start) < opening:
        yield start, opening
        return
    before = previous_word(doc, opening)
    if before > 0 and doc[before].text == ":":
        above = before
        while above > 0 and not doc[above].is_sent_start:
            above -= 1
        yield above, before + 1


def _words(doc: Doc, start: int, stop: int) -> int:
    return sum(doc[i].is_alpha for i in range(start, stop))


def _trimmed(doc: Doc, start: int, stop: int) -> int:
    while stop > start + 1 and (doc[stop - 1].is_space or doc[stop - 1].text in (",", *DASHES)):
        stop -= 1
    return stop
