"""The words of posts and of their modifiers, ready to be looked up in a Doc."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import MODELS, case, feature, module, next_word, previous_word, spans_of, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables
from kg.lang.names import GIVEN, LISTED

Row = dict[str, Any]


class Posts(Phrases[Row]):
    """Phrases that begin no name: «Хаким Асанов» is no хаким."""

    def may_begin(self, doc: Doc, start: int) -> bool:
        return super().may_begin(doc, start) and not is_given_name(doc, start)


def is_given_name(doc: Doc, index: int) -> bool:
    """Whether a post's word is a given name here: a model sees a name that begins with it and has no other."""
    second = next_word(doc, index + 1)
    if not doc[index].text[0].isupper() or second >= len(doc) or not doc[second].text[0].isupper():
        return False
    if _behind_calling(doc, index):
        return True
    names = module(doc.lang_, "names")
    if any(span.start == second and span.label_ == "Place" for span in spans_of(doc, "gazetteer")):
        return False  # «Аким Алматы Оспанов»
    if max(map(names.is_given_name, doc.user_data["keys"][index]), default=1) < LISTED:
        return False
    told = names.parse([doc[index].text, doc[second].text])
    if told is None or not told.surname or names.is_given_name(told.surname) >= GIVEN:
        return False  # «Раис Рустам Асанов»
    people = (span for model in MODELS for span in spans_of(doc, model) if span.label_ == "Person")
    return any(span.start == index and span.end > second for span in people)


def _behind_calling(doc: Doc, index: int) -> bool:
    """«его заместитель [Хаким] Асанов»: in the case of a noun for somebody right before, which a post would not be."""
    before = previous_word(doc, index)
    if before < 0 or doc[index].is_sent_start or not doc[before].is_lower or doc[before].pos_ != "NOUN":
        return False
    return feature(doc[before], "Animacy") == "Anim" and case(doc[before]) == case(doc[index]) != ""


@cache
def post_phrases(lang: str) -> Phrases[Row]:
    """Every post of the language's table, under each of its forms."""
    return phrases(lang, tables.load(lang, "posts")["post"])


@cache
def modifiers(lang: str) -> Phrases[Row]:
    """The words that make another post of the one behind them: «исполняющий обязанности», «заместитель»."""
    rows = tables.load(lang, "posts")["modifier"]
    return phrases(lang, [m for m in rows if m["kind"] != "none" and m.get("place", "before") == "before"])


def phrases(lang: str, rows: list[Row]) -> Phrases[Row]:
    """Rows of a table by their lemma and other forms; a row is found with the form that it was found by."""
    found = Posts(word_keys(lang))
    for row in rows:
        for form in [row["lemma"], *row.get("also", [])]:
            if not row.get("fused"):
                found.add(form.split(), {**row, "form": form})
    return found


@cache
def fused_modifiers(lang: str) -> tuple[tuple[str, str], ...]:
    """What is written in one word with a post, and its kind: («вице», deputy)."""
    rows = [m for m in tables.load(lang, "posts")["modifier"] if m.get("fused")]
    return tuple((form.rstrip("-").lower(), m["kind"]) for m in rows for form in [m["lemma"], *m.get("also", [])])


def fused_post(lang: str, word: str) -> tuple[list[Row], frozenset[str]] | None:
    """«замакима», «экс-министр», «экс-вице-министр»: the post's rows and the kinds of the modifiers before it."""
    rest, kinds = word, frozenset[str]()
    while told := next(((prefix, kind) for prefix, kind in fused_modifiers(lang) if rest.startswith(prefix)), None):
        rest, kinds = rest[len(told[0]) :].lstrip("-"), kinds | {told[1]}
        if len(rest) > 2 and (rows := post_phrases(lang).of_words([rest])):
            return rows, kinds
    return None
