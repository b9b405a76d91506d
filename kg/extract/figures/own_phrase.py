"""The phrase of a number itself: «завод мощностью 5 тысяч тонн [в Каменке]», «[«Жайлау»] (до 1600 голов)»."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.levels import LEVEL
from kg.extract.figures.passage import Passage
from kg.extract.figures.ties import ties
from kg.extract.found import has_key
from kg.lang import tables
from kg.lang.sentences import DASHES

FEW = 4  # words of a phrase between the number and the place
# «[Ясное] ауылының тұрғындары (34 адам)»: between a name and the first number told of it
BRACKET = re.compile(r"[»\"”]?(?:\s[^\W\d_]+){0,2}\s*\((?:[^()\d]{0,20}\s)?")


def behind(passage: Passage, span: Span, one: Counted) -> bool:
    """Whether a place ends the figure's own noun phrase: «завод мощностью 5 тысяч тонн [в Каменке]»."""
    told = passage.doc.char_span(one.stop, span.start_char, alignment_mode="contract")
    words = without_class([token for token in told or () if not token.is_space], passage)
    if ties(passage.lang).case_at_end or span.label_ not in ("Place", LEVEL) or len(words) > FEW:
        return False
    inward = bool(words) and words[-1].lower_ in ties(passage.lang).inward
    if inward and words[0].is_punct:
        return is_listed_with(words)
    own = all(token.pos_ in ("NOUN", "ADJ") for token in words[:-1])
    return own and (not words or inward or words[-1].pos_ in ("NOUN", "ADJ"))


def without_class(words: list[Token], passage: Passage) -> list[Token]:
    """«9 – в [селе] Сай»: what a place is called by tells as much as its preposition."""
    classes = tables.load(passage.lang, "grammar")["class_words"]
    if len(words) > 1 and words[-2].lower_ in ties(passage.lang).inward and has_key(passage.doc, words[-1].i, classes):
        return words[:-1]
    return words


def is_listed_with(words: list[Token]) -> bool:
    """«В Омске построят 12 школ, девять – [в Таре]»: the words between a number and its own place in a list."""
    return [token.text in DASHES for token in words] == [True, False]


def opened_behind(passage: Passage, span: Span, one: Counted) -> bool:
    """«Для фермы [«Жайлау»] (до 1600 голов) …»: brackets right behind a name, and the first number in them."""
    return span.label_ != LEVEL and bool(BRACKET.fullmatch(passage.text, span.end_char, one.start))
