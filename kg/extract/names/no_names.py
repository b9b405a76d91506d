"""Words that a source takes for a name and that name nothing here: «долларов [США]», «школа имени [Абая]»."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from kg.extract.found import FIELDED, feature, has_key, is_plural, next_word, previous_word, spans_of, word_keys
from kg.extract.names.abbreviated import is_put_together
from kg.extract.names.ballots import in_marks
from kg.extract.names.body_words import legal_forms, written_forms
from kg.extract.names.eponyms_after import before_callings
from kg.extract.phrases import Phrases
from kg.extract.posts import fused_post, post_phrases
from kg.extract.quotes import is_opening, quotation
from kg.lang import tables
from kg.lang.sentences import DASHES

TOWNS = ("City", "Country", "Region")
SHOWN = 3  # tokens between a show and who shows it
WORK = 2  # words behind a name in marks, the last of which tells what it is
ROUTE = 3  # words that dashes join, from which they are stops on a way
FIELDS = 7  # tokens from the first field of a ministry to «министрі»


class NoNames:
    """Asked of every span that a source proposes."""

    def __init__(self, lang: str) -> None:
        grammar = tables.load(lang, "grammar")
        self.owner_first: bool = grammar["owner_first"]
        self.eponyms = frozenset(grammar["eponyms"])
        self.currencies = frozenset(grammar["currencies"])
        self.legal_forms = legal_forms(lang)
        self.broadcasters = frozenset(grammar["broadcasters"])
        self.republic = re.compile(grammar.get("republic_in_short", "(?!)"))
        self.vehicles = frozenset(grammar.get("vehicles", ()))
        self.artworks = frozenset(grammar.get("artworks", ()))
        self.forms: Phrases[bool] = Phrases(word_keys(lang))
        for form in written_forms(lang):
            self.forms.add(form.split(), True)

    def __call__(self, span: Span) -> bool:
        return (
            self._is_money(span)
            or self._is_eponym(span)
            or self._is_company(span)
            or self._is_legal_form(span)
            or self._is_vehicle(span)
            or (span.label_ == "Organization" and self.republic.fullmatch(span.text) is not None)
            or self._is_field(span)
            or self._are_things(span)
            or self._ends_in_town(span)
            or self._is_work(span)
            or _is_post(span)
            or (span.label_ == "Person" and len(span) == 1 and is_put_together(span.doc, span.start))
            or _is_on_route(span)
            or _is_half_a_brand(span)
            or self._is_broadcast(span)
        )

    def _is_work(self, span: Span) -> bool:
        """«[Мерей мектебінің]» бірінші кітабы: what a book, a film or a song is called is no body and no place."""
        doc, first = span.doc, next_word(span.doc, span.end + 1)
        if not self.artworks or span.label_ == "Person" or not in_marks(doc, span.start, span.end):
            return False
        behind = (t for t in doc[first : min(first + WORK, len(doc))] if feature(t, "Person[psor]"))
        noun = next(behind, None)  # «[Наука]» журналында мақаласы: the journal, not what is in it
        return noun is not None and noun.is_lower and has_key(doc, noun.i, self.artworks)

    def _is_broadcast(self, span: Span) -> bool:
        """«программа «[Напрямую]» на телеканале», «телеарнасының «[Ашық алаң]» бағдарламасы»: a show is no project."""
        doc = span.doc
        known = "/" in span.kb_id_  # by the gazetteer: «project/…»
        if span.label_ != "Project" or known or not in_marks(doc, span.start, span.end):
            return False
        near = (*range(max(span.start - SHOWN, 0), span.start), *range(span.end, min(span.end + SHOWN, len(doc))))
        return any(has_key(doc, i, self.broadcasters) for i in near)

    def _ends_in_town(self, span: Span) -> bool:
        """«президенті [Сәтов Ташкент] билігін сынады»: the town is another's, and begins what he speaks of."""
        if span.label_ != "Person" or not self.owner_first or len(span) < 2:
            return False
        last = span.end - 1
        known = (s for s in spans_of(span.doc, "gazetteer") if s.start == last and s.label_ == "Place")
        return any(s.id_ in TOWNS for s in known)

    def _are_things(self, span: Span) -> bool:
        """«Түрік [Әуежолдары]»: a Kazakh noun in the plural that belongs to something is nobody's name."""
        if span.label_ != "Person" or not self.owner_first or len(span) < 2:
            return False
        return any(is_plural(token) and feature(token, "Person[psor]") for token in span)

    def _is_field(self, span: Span) -> bool:
        """«[Денсаулық сақтау] вице-министрі», «[Еңбек] және халықты қорғау министрі» name no programme."""
        doc, posts = span.doc, post_phrases(span.doc.lang_)
        if span.label_ != "Project" or not self.owner_first:
            return False
        for index in range(span.end, min(span.end + FIELDS, len(doc))):
            post = posts.longest(doc, index)
            if post is not None:
                return post[1][0]["role"] in FIELDED
            if not doc[index].is_lower and doc[index].text != ",":
                return False
        return False

    def _is_money(self, span: Span) -> bool:
        """«долларов США» is no place; a list, «… 12 млн тенге⏎[Ясный район] – 9 млн», goes on with one."""
        beside = previous_word(span.doc, span.start) if not self.owner_first else next_word(span.doc, span.end)
        if max(beside, span.start) in span.doc.user_data["lines"]:
            return False
        return span.label_ == "Place" and 0 <= beside < len(span.doc) and has_key(span.doc, beside, self.currencies)

    def _is_eponym(self, span: Span) -> bool:
        """«центр имени [Розы Баглановой]» tells of nobody."""
        beside = next_word(span.doc, span.end) if self.owner_first else before_callings(span.doc, span.start)
        if span.label_ != "Person" or not 0 <= beside < len(span.doc) or span.doc[beside].pos_ == "PRON":
            return False  # «сообщил [им] Игорь Семёнов»
        return has_key(span.doc, beside, self.eponyms)

    def _is_company(self, span: Span) -> bool:
        """«ТОО [Строй Инвест]»: a name behind a legal form, which the rules take for a body's, is nobody's."""
        before = previous_word(span.doc, span.start) if not self.owner_first else -1
        formed = before >= 0 and span.doc[before].text in self.legal_forms
        bodies = spans_of(span.doc, "organizations") if formed and span.label_ == "Person" else ()
        return any(body.start == span.start for body in bodies)

    def _is_legal_form(self, span: Span) -> bool:
        """«директор [Общества с ограниченной] ответственностью «Тулпар»»: what a company is, and not its name."""
        found = self.forms.longest(span.doc, span.start) if span.label_ == "Organization" and len(span) > 1 else None
        return found is not None and found[0] >= span.end

    def _is_vehicle(self, span: Span) -> bool:
        """«автомобиль [KIA]», «автобус «[ПАЗ]»»: what a maker made."""
        before = previous_word(span.doc, span.start) if self.vehicles and span.label_ != "Person" else -1
        if before >= 0 and is_opening(span.doc, before):
            before = previous_word(span.doc, before)
        elif not span.text.isascii():
            return False  # «машина [ГАИ]»
        return before >= 0 and span.doc[before].is_lower and has_key(span.doc, before, self.vehicles)


def _is_half_a_brand(span: Span) -> bool:
    """«"[Феликс Фарм] Снаб" зауыты»: the first words of a longer name in quotation marks are nobody."""
    if span.label_ != "Person":
        return False
    whole = quotation(span.doc, span.start, span.end)
    return whole is not None and whole[0] == span.start and all(t.text[0].isupper() for t in span.doc[slice(*whole)])


def _is_post(span: Span) -> bool:
    """«[Замакима] рассказал о планах»: a post that no dictionary knows in one word with its modifier."""
    lone = span.label_ == "Person" and len(span) == 1
    return lone and fused_post(span.doc.lang_, span.doc[span.start].lower_) is not None


def _is_on_route(span: Span) -> bool:
    """«водопровод Ясное – [Семиполка] – Речное»: capitalised words that dashes join, three or more, are nobody."""
    if span.label_ != "Person" or len(span) > 1:
        return False
    return 1 + _joined(span.doc, span.start, -1) + _joined(span.doc, span.start, 1) >= ROUTE


def _joined(doc: Doc, index: int, step: int) -> int:
    """How many single capitalised words dashes join to one, in a direction."""
    beside = previous_word if step < 0 else next_word
    count = 0
    while True:
        dash = beside(doc, index + max(step, 0))
        word = beside(doc, dash + max(step, 0)) if 0 <= dash < len(doc) and doc[dash].text in DASHES else -1
        if not (0 <= word < len(doc) and doc[word].text[0].isupper()):
            return count
        count, index = count + 1, word
