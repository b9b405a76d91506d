"""Cuts a text of either language into tokens, losing nothing: one regular expression and a table of abbreviations.

A figure, its sign and its ending are told apart so that each can be matched by its lemma: «4,8%-ға» is «4,8» «%-ға»,
«16-дан» and «5-ші» stay whole, «6-7» is three tokens, «19 506» two, «Нұр Отан»-ның ends in the token «-ның».
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from kg.lang import tables

LINE_ENDS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
# Marks that stand inside words: accents written apart (NFD), soft hyphens, zero-width joiners.
MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
LETTERS = rf"(?:[^\W\d_]|[{MARKS}])"
LETTER = r"[^\W\d_]"
WORD = rf"(?:\w|[{MARKS}])"
HYPHEN = "[-\u2010\u2011]"
# Repeats are bounded where a text without end could make the search quadratic.
# The endings of site names; «ашылды.Өнеркәсіп» is no site.
SITES = "kz|ru|com|org|net|info|biz|tv|gov|edu|news|online|uz|kg|az|by|ua|eu|io|me|us|uk|de|cn|tr|рф|қаз"


def upper_letters() -> str:
    """A character class of all capital Latin, Greek and Cyrillic letters, asked of Unicode."""
    return "[" + "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper()) + "]"


UPPER = upper_letters()


def abbreviation_pattern(lang: str) -> str:
    """The table's forms as one alternative, longest first: «т.б.», «г.» and «им.», which needs a name after it."""
    forms = [(form, group.get("before", "")) for group in groups(lang) for form in group["forms"]]
    return "|".join(form_pattern(form, before) for form, before in sorted(forms, key=lambda row: (-len(row[0]), row)))


def form_pattern(form: str, before: str) -> str:
    """One form with a first letter of either size; one of several parts may lack its last full stop: «т.б»."""
    first = form[0]
    pattern = f"[{first.lower()}{first.upper()}]{re.escape(form[1:])}"
    if form.count(".") > 1:
        pattern = f"{pattern[:-2]}(?:{re.escape('.')}|(?!{WORD}))"
    ahead = {
        "name": rf'(?=\s*[«"“„]?{UPPER}[\w.])',
        "number": r"(?=\s*\d)",
        "inside": rf"(?=[ \xa0]?(?!{UPPER})\w|,)",
    }.get(before, "")
    return pattern + ahead


def groups(lang: str) -> list[dict[str, Any]]:
    """The groups of the language's table of abbreviations."""
    return list(tables.load(lang, "abbreviations")["group"])


def token_pattern(lang: str) -> re.Pattern[str]:
    """The expression whose matches, joined, are the text again."""
    initial = rf"{UPPER}[{MARKS}]*"
    return re.compile(
        "|".join(
            (
                r"\s+",
                rf"{LETTERS}+(?=[\s,;!?»”)])",  # most words: nothing to look up
                r"https?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]]|www\.[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]]",
                rf"[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}|[#@]{WORD}+",
                rf"(?:[\w-]{{1,63}}\.){{1,5}}(?i:{SITES})(?!{WORD}|\.\w)(?:{HYPHEN}{WORD}+)?",  # zakon.kz, zakon.kz-тің
                rf"(?<!{WORD}){initial}\.{HYPHEN}{initial}\.?(?!{WORD})",  # К.-Ж. and, before a line's end, К.-Ж
                rf"(?<!{WORD}){initial}\.{HYPHEN}{WORD}+",  # С.-Петербург
                rf"(?<!{LETTER})(?:{abbreviation_pattern(lang)})",
                rf"(?<!{LETTER}){LETTER}\.(?=\s?(?!{UPPER}){LETTERS})",  # т. е., т. б.
                rf"(?<!{WORD})(?:Дж|Дз|Ch|Sh|Zh)\.(?=\s?{UPPER})",  # Дж. Байден
                rf"(?<!{WORD}){initial}\.(?!\.)",  # Ә.
                r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
                rf"\d+(?:[.,]\d+)?{HYPHEN}(?!\d){WORD}+",  # 5-ші, 16-дан, 1990-жылдары
                rf"\d+{UPPER}\w*",  # 5G, 12А
                r"\d+(?:\.\d+)+|\d{1,3}(?:,\d{3}){2,}|\d+,\d+|\d+",
                rf"[%‰$€₸₽№°][-\u2010\u2011\u2013]?{LETTERS}+",  # %-ға
                rf"(?<=[»”\"“’)%]){HYPHEN}{WORD}+",  # the ending after a quoted name: «Нұр Отан»-ның
                rf"{WORD}+(?:(?:{HYPHEN}|['’ʼ](?={LETTERS})){WORD}+)*",
                r"\.{2,}|[!?]+|-{2,}|.",
            )
        ),
        re.DOTALL,
    )


class NewsTokenizer(DummyTokenizer):
    """A spaCy tokenizer; `doc.text` is the text, each white-space character one space."""

    def __init__(self, vocab: Vocab, lang: str):
        self.vocab = vocab
        self.lang = lang
        self.find = compiled(lang).findall

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        lines: set[int] = set()
        paragraphs: set[int] = set()
        breaks = 2  # line ends seen since the last word; a text begins a paragraph
        for piece in self.find(text):
            if piece.isspace():
                breaks += line_ends(piece)
                add_space(piece, words, spaces)
                continue
            if breaks:
                lines.add(len(words))
                if breaks > 1:
                    paragraphs.add(len(words))
                breaks = 0
            words.append(piece)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={"lines": lines, "paragraphs": paragraphs})


def add_space(piece: str, words: list[str], spaces: list[bool]) -> None:
    """The first space goes with the word before it; what is left becomes a token of spaces."""
    left = len(piece)
    if words:
        spaces[-1] = True
        left -= 1
    if left:
        words.append(" " * left)
        spaces.append(False)


def line_ends(piece: str) -> int:
    """How many lines a stretch of white space ends: «\\r\\n» is one."""
    if piece == " ":
        return 0
    return sum(char in LINE_ENDS for char in piece.replace("\r\n", "\n"))


@cache
def compiled(lang: str) -> re.Pattern[str]:
    return token_pattern(lang)


@spacy.registry.tokenizers("kg.tokenizer.v1")
def make_tokenizer(lang: str) -> Any:
    """For a pipeline's `[nlp.tokenizer]`."""

    def create(nlp: Language) -> NewsTokenizer:
        return NewsTokenizer(nlp.vocab, lang)

    return create
