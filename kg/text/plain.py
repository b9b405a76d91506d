"""A text as it would be read out: without what its making left in words, each word in one alphabet, and the way back
to it as printed. Kazakh in Latin letters is read in Cyrillic ones.

Tags and entities, Markdown, soft hyphens, accents printed apart, doubled spaces, lines cut by a column:
«Аким **Марат Имапов** про&shy;вёл сове-⏎щание» is «Аким Марат Имапов провёл совещание».
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.text.columns import breaks
from kg.text.latin_kazakh import alphabets, in_cyrillic
from kg.text.tabs import borders
from kg.text.translit import mend_text

INLINE = "abbr|b|big|cite|code|del|em|font|i|img|ins|mark|s|small|span|strong|strike|sub|sup|time|u"
BLOCK = (
    "article|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|section|"
    "table|tbody|td|th|thead|tr|ul"
)
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
WHITE = frozenset(LINE_ENDS + "\t\xa0\u1680\u202f\u205f\u3000\x1f") | frozenset(map(chr, range(0x2000, 0x200B)))
UNSEEN_CHARS = frozenset(map(chr, (0xAC, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
ACCENTS = frozenset(map(chr, (*range(0x300, 0x370), *range(0xFE00, 0xFE10))))
STRANGE = WHITE | UNSEEN_CHARS | ACCENTS
TOLD = ("»,\n", "”,\n", '",\n')  # where the words end that a line «– сказал аким» tells of
SIGNS = ("&", "<", "**", "_", "*", "](", "#", "\n>", "''", "  ", "\ufeff", *TOLD)
CUT = re.compile(r"\n[^\S\n]*[\u0430-\u052f]")  # a line that begins with a small letter
LINK = re.compile(r"(?<!!)\[(?P<md>[^\[\]\n]+)\]\([^()\s]*\)|<a\s[^<>]*>(?P<a>[^<>\n]+)</a>", re.IGNORECASE)
Edit = tuple[int, int, str]
MOST = 2  # texts remembered: a page is read, and its words are looked at


@dataclass(frozen=True, slots=True)
class Plain:
    """The text to read; of each of its characters where in the text as printed it begins and ends."""

    text: str
    starts: Sequence[int]
    stops: Sequence[int]

    def printed(self, start: int, stop: int) -> tuple[int, int]:
        """Where a stretch of the plain text, which is never empty, stands as printed."""
        return self.starts[start], self.stops[stop - 1]

    def inside(self, start: int, stop: int) -> tuple[int, int]:
        """Where a stretch as printed stands in the plain text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, stop)


@lru_cache(maxsize=MOST)
def plain(text: str) -> Plain | None:
    """The text without those marks; None where it has none, as most do."""
    made = Plain(text, range(len(text)), range(1, len(text) + 1))
    for edits in STEPS if _is_marked(text) else ():
        made = _edited(made, edits(made.text))
    mended = mend_text(made.text)
    return None if mended == text else Plain(mended, made.starts, made.stops)


def _is_marked(text: str) -> bool:
    """A quick look, since nearly all texts have nothing of this; some that have a sign need no edit."""
    letters = frozenset(text)
    latin = any(alphabet.shows & letters for alphabet in alphabets())
    return bool(letters & STRANGE or CUT.search(text)) or latin or any(s in text for s in SIGNS)


def _edited(made: Plain, edits: Iterator[Edit]) -> Plain:
    pieces: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    at = 0
    for start, stop, new in edits:
        pieces += made.text[at:start], new
        starts += made.starts[at:start]
        stops += made.stops[at:start]
        starts += [made.starts[start]] * len(new)
        stops += [made.stops[stop - 1]] * len(new)
        at = stop
    if not at:
        return made
    return Plain("".join([*pieces, made.text[at:]]), [*starts, *made.starts[at:]], [*stops, *made.stops[at:]])


def _each(pattern: str, new: Callable[[re.Match[str]], str], hint: str = "") -> Callable[[str], Iterator[Edit]]:
    """Edits of whole matches; texts without the hint are not searched."""
    regex = re.compile(pattern, re.IGNORECASE | re.MULTILINE)

    def edits(text: str) -> Iterator[Edit]:
        if hint in text:
            yield from ((*match.span(), new(match)) for match in regex.finditer(text))

    return edits


def _around(pattern: str, hint: str) -> Callable[[str], Iterator[Edit]]:
    """Edits that leave of each match its group «in»."""
    regex = re.compile(pattern, re.MULTILINE)

    def edits(text: str) -> Iterator[Edit]:
        for match in regex.finditer(text) if hint in text else ():
            yield from ((a, b, "") for a, b in ((match.start(), match.start("in")), (match.end("in"), match.end())))

    return edits


def _linked(text: str) -> Iterator[Edit]:
    """Links stand for their words; a line that is nothing but a link leads to another page, and stays what it is."""
    for match in LINK.finditer(text) if "](" in text or "</" in text else ():
        start, stop = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        beside = text[start : match.start()] + text[match.end() : len(text) if stop < 0 else stop]
        if not start or any(char.isalnum() or char == "#" for char in beside):
            yield match.start(), match.start(match.lastgroup or 0), ""
            yield match.end(match.lastgroup or 0), match.end(), ""


def _unescaped(match: re.Match[str]) -> str:
    found = html.unescape(f"&{match[1]};")
    return " " if found.isspace() else found


def _composed(match: re.Match[str]) -> str:
    """A letter and its marks as one letter; an accent over a Cyrillic vowel belongs to no word."""
    return unicodedata.normalize("NFC", match[0])[0]


STEPS: tuple[Callable[[str], Iterator[Edit]], ...] = (
    _each(rf"\r\n|[{LINE_ENDS}]", lambda match: "\n"),
    borders,
    _each(r"[^\S\n ]", lambda match: " "),
    _each(r"&(?:amp;)*(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});", _unescaped, "&"),
    _each(r"</t[dh]>\s*<t[dh](?:\s[^<>]*)?>", lambda match: " | ", "</t"),
    _each(rf"</?(?:{BLOCK})(?:\s[^<>]*)?/?>", lambda match: "\n", "<"),
    _each(rf"</?(?:{INLINE})(?:\s[^<>]*)?/?>", lambda match: "", "<"),
    _linked,
    _each(r"<<(?=\w)", lambda match: "«", "<<"),
    _each(r"(?<=[\w.!?…,])>>", lambda match: "»", ">>"),
    _each(r"(?<![\w'])''(?=\w)|(?<=[\w.!?…,])''(?!['\w])", lambda match: '"', "''"),
    _around(r"(?<!\*)(?:\*\*\*|\*\*)(?=\S)(?P<in>[^*\n]*[^*\s])\*\*\*?(?!\*)", "**"),
    _around(r"(?<![\w*])\*(?=[^\s*])(?P<in>[^*\n]*[^*\s])\*(?![\w*])", "*"),
    _around(r"(?<![\w@/.])_{1,2}(?=[^\s_])(?P<in>[^_\n]*[^_\s])_{1,2}(?!\w)", "_"),
    _around(r"^[ \t]*#{1,6}[ \t]+(?P<in>(?=\S))", "#"),
    _around(r"^[ \t]*>[ \t]*(?P<in>(?=\S))", ">"),
    _each(r"(?<=[»”\"],)\n(?=[–—-] [^\W\d_])", lambda match: " "),
    breaks,
    _each(rf"[{UNSEEN}]+", lambda match: ""),
    _each(r"[^\W\d_][\u0300-\u036f]+", _composed),
    _each(r"(?<=\S) {2,3}(?=\S)", lambda match: " "),
    in_cyrillic,
)
