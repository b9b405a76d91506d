"""Says where sentences begin, for news as it is printed: titles and lines without full stops, names broken over lines.

A line break ends a sentence unless the line clearly goes on: «К.-Ж⏎Тоқаев», «96 млрд⏎теңге», «Алматы,⏎Астана».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from kg.lang import tables

MOST_CLOSERS = 6
STOPS = frozenset(".!?…")
CLOSERS = frozenset("»”’)]\"'“")
OPENERS = frozenset("«“„([\"'")
DASHES = frozenset("-–—―−‑") | {"--", "---"}
BORDER = "|"  # of the cells of a table
BULLETS = frozenset("•●▪■◆*·►✅✔")
# A text is hard-wrapped when this share of its line breaks goes on in lower case, after lines of nearly one length.


@dataclass(frozen=True, slots=True)
class Words:
    """What a language's table of abbreviations says of full stops."""

    abbreviations: frozenset[str]  # all of them; where no more is said no sentence ends with them: «им.»
    may_end: frozenset[str]  # a sentence may: «т.б.»
    line_end: frozenset[str]  # a line may, after a number: «2019 ж.»
    goes_on: frozenset[str]  # a line that ends in one goes on in the next


@cache
def words_of(lang: str) -> Words:
    table = tables.load(lang, "abbreviations")
    return Words(forms(table), forms(table, "always"), forms(table, "line"), frozenset(table["goes_on"]))


def forms(table: dict[str, Any], ends: str | None = None) -> frozenset[str]:
    """The forms of all groups, or of those whose `ends` is this."""
    groups = [group for group in table["group"] if ends is None or group.get("ends") == ends]
    return frozenset(form for group in groups for form in group["forms"])


@Language.factory("kg_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str, lang: str) -> Sentences:
    return Sentences(lang)


class Sentences:
    """Sets `token.is_sent_start` everywhere."""

    def __init__(self, lang: str):
        self.words = words_of(lang)

    def __call__(self, doc: Doc) -> Doc:
        texts = [token.text for token in doc]
        lines, paragraphs = doc.user_data.get("lines", set()), doc.user_data.get("paragraphs", set())
        starts = sentence_starts(texts, lines, paragraphs, self.words)
        marks = np.full(len(texts), -1, dtype="int64")
        marks[starts] = 1
        if texts:
            doc.from_array([SENT_START], cast(Ints2d, marks.reshape(-1, 1).view("uint64")))
        return doc


def without_spaces(doc: Doc, texts: Sequence[str]) -> list[list[int]]:
    """Of each sentence the tokens that are no space; of no sentence none."""
    sentences = ([i for i in range(sent.start, sent.end) if not texts[i].isspace()] for sent in doc.sents)
    return [places for places in sentences if places]


def sentence_starts(texts: Sequence[str], lines: set[int], paragraphs: set[int], words: Words) -> list[int]:
    """Indexes of the tokens that begin a sentence; `lines` and `paragraphs` as the tokenizer leaves them."""
    if not texts:
        return []
    brackets = bracketed(texts, lines)
    starts = [0]
    before = None  # the last token that is no space
    for index, text in enumerate(texts):
        if text[0] == " ":
            continue
        if before is not None and (index in lines or ends_stop(texts, before)):
            here = Place(texts, before, index, starts[-1], words)
            if index in paragraphs:
                begins = True
            elif index in lines:
                begins = begins_at_line(here)
            else:
                begins = index not in brackets and begins_in_line(here)
            if begins:
                starts.append(index)
        before = index
    return starts


@dataclass(frozen=True, slots=True)
class Place:
    """The gap between two tokens: `before` is the last word's index, `after` the next one's, `start` the sentence's."""

    texts: Sequence[str]
    before: int
    after: int
    start: int
    words: Words


def ends_stop(texts: Sequence[str], index: int) -> bool:
    """The token is or follows a stop: «.», «ж.», «!»»."""
    text = texts[index]
    return text[-1] in STOPS or text in CLOSERS


def begins_in_line(here: Place) -> bool:
    """A sentence begins here, with no line break before it: «…ашылды. Өнеркәсіп…»."""
    stop = last_stop(here)
    if stop is None or not looks_like_start(here):
        return False
    text = here.texts[stop]
    if is_initial(text) or (text == "." and is_list_number(here, stop)):
        return False
    if len(text) > 1 and text[-1] == "." and text[0].isalnum():
        joined = here.texts[stop - 1] + text if stop else text  # «т. б.», printed apart
        may_end = text.lower() in here.words.may_end or joined.lower() in here.words.may_end
        return may_end and here.texts[here.after][0].isupper()
    return True


def last_stop(here: Place) -> int | None:
    """The stop before the gap, behind closing quotes and brackets."""
    nearest = max(here.start, here.before - MOST_CLOSERS)
    index = here.before
    while index >= nearest and here.texts[index] in CLOSERS:
        index -= 1
    return index if index >= nearest and here.texts[index][-1] in STOPS else None


def looks_like_start(here: Place) -> bool:
    """A capital, a figure, an opening quote; after a dash a capital, unless a quotation has just closed."""
    text = here.texts[here.after]
    if text in DASHES:
        quoted = here.texts[here.before] in CLOSERS
        return not quoted and begins_word(here.texts, here.after + 1)
    if text in OPENERS:
        return begins_word(here.texts, here.after + 1)
    return text[0].isupper() or text[0].isdigit() or text[0] in BULLETS


def begins_word(texts: Sequence[str], index: int) -> bool:
    """The next word is capitalised or a figure, behind quotes: «Ол келді. – «Жаңа қала»»."""
    while index < len(texts) and (texts[index] in OPENERS or texts[index][0] == " "):
        index += 1
    return index < len(texts) and (texts[index][0].isupper() or texts[index][0].isdigit())


def is_initial(text: str) -> bool:
    """«Б.», «К.-Ж.», «Дж.»."""
    return text[0].isupper() and text[-1] == "." and (len(text) == 2 or "-" in text or text in ("Дж.", "Дз."))


def is_list_number(here: Place, stop: int) -> bool:
    """«1. Бірінші», «II. Екінші»: the number is all that the sentence has so far."""
    first = here.texts[here.start]
    return stop == here.start + 1 and (first.isdigit() or set(first) <= set("IVX"))


def begins_at_line(here: Place) -> bool:
    """A line break ends the sentence, unless the line clearly goes on."""
    last, first = here.texts[here.before], here.texts[here.after]
    if first[0] in BULLETS or first in DASHES or first == BORDER:
        return True
    if is_initial(last) and (first[0].isdigit() or here.texts[here.after + 1 : here.after + 2] == [":"]):
        return True  # «Отв.: Ким Ю.В.⏎2. Акимату …», «Выступил Ким Ю.В.⏎РЕШИЛИ: …»
    if goes_on(here, last):
        return False
    if not (first[0].isalnum() or first in OPENERS):
        return False
    if first[0].islower():
        return last[-1] in STOPS and last.lower() not in here.words.abbreviations
    return True


def goes_on(here: Place, last: str) -> bool:
    """The line's last word wants another: an initial, a comma, an open quote, «мен», «города»."""
    if last in (",", "(", "«", "„") or last in DASHES:
        return True
    if is_initial(last) or (len(last) == 1 and last.isupper()) or ".-" in last:
        return True
    if last in here.words.line_end and here.before and here.texts[here.before - 1][0].isdigit():
        return False
    return last in here.words.goes_on or (last in here.words.abbreviations and last not in here.words.may_end)


def bracketed(texts: Sequence[str], lines: set[int]) -> set[int]:
    """Indexes inside round brackets that close on the same line; no sentence begins there."""
    inside: set[int] = set()
    opened = None
    for index, text in enumerate(texts):
        if index in lines or (opened is not None and text == "("):
            opened = None
        if text == "(":
            opened = index
        elif text == ")" and opened is not None:
            inside.update(range(opened + 1, index + 1))
            opened = None
    return inside
