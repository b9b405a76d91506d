"""Lines printed in capitals alone, as they would be written: «АКИМ ОБЛАСТИ МАРАТ КИМ:» is «Аким области Марат Ким:».

Headlines of papers and the labels that television pages put before what somebody says. Letter for letter, so that no
offset moves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

from spacy.util import get_lang_class

from kg.extract.found import module, word_keys
from kg.lang import tables
from kg.lang.names import LISTED
from kg.model import Document, Segment

WORD = re.compile(r"[^\W\d_]+(?:[-‐‑–][^\W\d_]+)*")
LEAST = 15  # letters of a line that is shouted, not an abbreviation, a date or a source: «АСТАНА. КАЗИНФОРМ»
LONG = 5  # letters of a word that is hardly an abbreviation
FEW = 2  # words so long that a shouted line has at least


def in_plain_case(document: Document, printed: Document | None) -> tuple[Document, Document | None]:
    """The document with such lines as they would be written, and what is printed; unchanged where there are none."""
    segments = tuple(map(_lowered, document.segments))
    if segments == document.segments:
        return document, printed
    text = document.text
    for part in segments:
        text = text[: part.start] + part.text + text[part.stop :]
    return replace(document, text=text, segments=segments), printed or document


def _lowered(segment: Segment) -> Segment:
    if not any(is_shouted(line) for line in segment.text.split("\n")):
        return segment
    written = Counter(WORD.findall(segment.text))
    lines = (_written(line, segment.lang, written) if is_shouted(line) else line for line in segment.text.split("\n"))
    return replace(segment, text="\n".join(lines))


def is_shouted(line: str) -> bool:
    """Whether a line has capitals alone, and is more than names of bodies and towns in them."""
    if not line.isupper():
        return False
    words = WORD.findall(line)
    return len(words) > FEW and sum(map(len, words)) >= LEAST and sum(len(word) >= LONG for word in words) >= FEW


def _written(line: str, lang: str, written: Counter[str]) -> str:
    words = list(WORD.finditer(line))
    pieces, at = [], 0
    for place, match in enumerate(words):
        before = line[: match.start()].rstrip()
        abbreviated = place > 0 and before[-1:] == "." and len(words[place - 1][0]) < LONG
        opens = not place or (before[-1:] in '«“„".!?…' and not abbreviated)
        beside = [words[i][0] if 0 <= i < len(words) else "" for i in (place - 1, place + 1)]
        new = _word(match[0], lang, written, beside, line[match.end() : match.end() + 1] == ".")
        new = new[:1].upper() + new[1:] if opens else new
        pieces += [line[at : match.start()], new if len(new) == len(match[0]) else match[0]]
        at = match.end()
    return "".join([*pieces, line[at:]])


def _word(word: str, lang: str, written: Counter[str], beside: list[str], dotted: bool) -> str:
    """One word in the letters that the rest of the text gives it, or the language."""
    small, title = word.lower(), "-".join(part.capitalize() for part in word.split("-"))
    if len(word) == 1:
        initial = dotted and (_may_be_name(lang)(beside[1].capitalize()) or small not in _table(lang)["short_classes"])
        return word if initial else small
    if dotted and len(word) < LONG:
        return small  # «ЗАМ.»
    if written[title] or _is_named(title, lang, beside):
        return title
    if written[small] or _is_closed(small, lang) or not _may_be_name(lang)(title):
        return small
    return word if len(word) < LONG and "-" not in word else title  # «ТОО», «ШҚО»


def _is_named(title: str, lang: str, beside: list[str]) -> bool:
    """«[МАРАТ] ОСПАНОВ», «АСКАР [МАМИН]», «[ТИМИРЯЗЕВСКИЙ] РАЙОН»: a name, whatever else the word may be."""
    names, table = module(lang, "names"), _table(lang)
    if names.is_given_name(title) >= LISTED and not _is_closed(title.lower(), lang):
        return True
    given = [names.is_given_name(word.capitalize()) >= LISTED for word in beside]
    built = re.search(table["surname"], title) is not None
    if (built and any(given)) or (given[0] and len(title) < LONG and not _is_closed(title.lower(), lang)):
        return True  # «АСКАР [МАМИН]», «МАРАТ [КИМ]»
    before, after = (word.lower() for word in beside)
    if re.match(table["classes"], after) and re.search(table["before_class"], title.lower()):
        return True
    if re.match(table["compass"], title.lower()) and after and not _is_closed(after, lang):
        return _may_be_name(lang)(after.capitalize())
    return before in table["short_classes"]


def _table(lang: str) -> dict[str, Any]:
    table: dict[str, Any] = tables.load(lang, "grammar")["shouted"]
    return table


def _is_closed(small: str, lang: str) -> bool:
    """A word that is no name, whatever may be built like it: of the closed classes, or the first of a post."""
    return small in get_lang_class(lang).Defaults.stop_words or not _posts(lang).isdisjoint(word_keys(lang)(small))


@cache
def _posts(lang: str) -> frozenset[str]:
    return frozenset(row["lemma"].split()[0] for row in tables.load(lang, "posts")["post"])


@cache
def _may_be_name(lang: str) -> Callable[[str], bool]:
    known: Callable[[str], bool] = import_module(f"kg.lang.{lang}.capitals").may_be_name
    return known
