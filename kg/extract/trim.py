"""What models mark too much of: titles before a name, half of a quotation, words that are nobody's name."""

from __future__ import annotations

from spacy.tokens import Span

from kg.extract.capitals import opens_as_common
from kg.extract.found import NO_NAMES, has_key
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables


class Trimmer:
    """`trimmer(span)` gives the span without what is no part of a name, or None where nothing is left."""

    def __init__(self, lang: str) -> None:
        self.posts = post_phrases(lang)
        grammar = tables.load(lang, "grammar")
        self.common = frozenset(grammar["common_abbreviations"])
        self.official = frozenset(grammar["official"])

    def __call__(self, span: Span) -> Span | None:
        start, stop = self._without_title(span), _before_bracket(span)
        start = _without_opener(span, start, stop)
        opened = [i for i in range(start, stop) if span.doc[i].text in OPENING]
        closed = [i for i in range(start, stop) if span.doc[i].text in CLOSING]
        if opened and not closed:
            start = opened[-1] + 1
        elif closed and not opened:
            stop = closed[0]
        while start < stop and not span.doc[start].text[0].isalnum() and span.doc[start].text not in OPENING:
            start += 1
        while start < stop and not span.doc[stop - 1].text[-1].isalnum() and span.doc[stop - 1].text not in CLOSING:
            stop -= 1
        words = Span(span.doc, start, max(start, stop), label=span.label_)
        return words if start < stop and self._is_name(words) else None

    def _without_title(self, span: Span) -> int:
        """Where a name begins after the posts that a model took into it: «Аким Алматы» leaves «Алматы»."""
        start = span.start
        while start < span.end and (found := self.posts.longest(span.doc, start)) and found[0] <= span.end:
            start = found[0]
        return start

    def _is_name(self, words: Span) -> bool:
        text = words.text
        if text in self.common or "/" in text or not any(letter.isupper() for letter in text):
            return False
        marked = words.start > 0 and words.doc[words.start - 1].text in OPENING
        if not marked and opens_as_common(words.doc, words.start) and not self._is_body(words):
            return False
        return words.label_ != "Person" or not any(letter.isdigit() for letter in text)

    def _is_body(self, words: Span) -> bool:
        """Whether a name whose capital the sentence gives is one all the same: «Фонд борьбы с коррупцией»."""
        if any(t.text[0].isupper() or t.text[0].isdigit() for t in words[1:]):
            return True
        if len(words) == 1 or words.label_ != "Organization":
            return False
        return words[0].pos_ != "ADJ" or has_key(words.doc, words.start, self.official)


def _before_bracket(span: Span) -> int:
    """Where a bracket that another spelling stands in begins: «Анджело Роттоли (Angelo Rottoli»."""
    return next((t.i for t in span if t.text == "(" and t.i > span.start), span.end)


def _without_opener(span: Span, start: int, stop: int) -> int:
    """Where a name begins after a word that only opens the sentence: «Вдова Солженицына», «Окончил факультет …»."""
    if start + 1 >= stop or not opens_as_common(span.doc, start):
        return start
    follows = span.doc[start + 1].text[0]
    if span.label_ == "Person" or span.doc[start].pos_ in NO_NAMES or (span.label_ == "Place" and follows.isupper()):
        return start + 1
    return start
