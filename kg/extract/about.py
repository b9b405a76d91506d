"""The name a figure is tied to by the words: «в рамках программы «Ауыл» создано 53 кооператива»."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from spacy.tokens import Span

from kg.extract.counted import Counted
from kg.extract.passage import Passage, Stretch
from kg.extract.word_forms import either, words
from kg.lang import tables

KINDS = ("Place", "Project", "Organization")
CHAINED = 45  # characters of class words and commas between two places of one chain


@cache
def ties(lang: str) -> dict[str, Any]:
    """The words that tie a figure to a name, compiled."""
    table = tables.load(lang, "ties")
    return {
        "source": re.compile(rf"(?<!\w)(?:{either(table['source_before'])})[\s«\"]*$"),
        "source_after": re.compile(rf"[»\"]?[\s,]*(?:[^\W\d_]+\s){{0,3}}(?:{either(table['source_after'])})"),
        "frame": words(table["frame"]),
        "back": [(row["kind"], words(row["words"]), row.get("classes", [])) for row in table["back"]],
        "narrowest_first": table["narrowest_first"],
    }


def about_of(passage: Passage, one: Counted, others: list[Counted]) -> Stretch | None:
    """The narrowest name in the figure's own clause or sentence; else the thing a general word points back to."""
    sentence = passage.sentence(one.start)
    names = chains(passage, [s for s in passage.entities if fits(passage, s, sentence)])
    best = max(names, key=lambda span: weight(passage, span, one, others), default=None)
    if best is not None and weight(passage, best, one, others)[0] > 0:
        return best.start_char, best.end_char
    return pointed_back(passage, one)


def fits(passage: Passage, span: Span, sentence: Stretch) -> bool:
    """A place, project or body of the sentence that is not merely the source of the news."""
    if span.label_ not in KINDS or not sentence[0] <= span.start_char < sentence[1]:
        return False
    if span.label_ != "Organization":
        return True
    known = ties(passage.lang)
    if known["source"].search(passage.text[max(0, span.start_char - 40) : span.start_char]):
        return False
    return not known["source_after"].match(passage.text, span.end_char)


def chains(passage: Passage, spans: list[Span]) -> list[Span]:
    """Of places told one inside the other, the narrowest: «в селе Узунагаш Жамбылского района»."""
    kept: list[Span] = []
    for span in spans:
        before = kept[-1] if kept else None
        if before is None or not chained(passage, before, span):
            kept.append(span)
        elif not ties(passage.lang)["narrowest_first"]:
            kept[-1] = span
    return kept


def chained(passage: Passage, left: Span, right: Span) -> bool:
    if left.label_ != "Place" or right.label_ != "Place" or right.start_char < left.end_char:
        return right.start_char < left.end_char
    between = passage.text[left.end_char : right.start_char]
    return len(between) < 20 and not re.search(r"[\d;:()—–]|(?<!\w)(?:и|в|во|мен|және|пен)(?!\w)", between)


def weight(passage: Passage, span: Span, one: Counted, others: list[Counted]) -> tuple[int, int]:
    """How strongly the words tie a name to a number; nought or less is not at all."""
    clause = passage.clause(one.start, one.stop)
    before = span.end_char <= one.start
    distance = one.start - span.end_char if before else span.start_char - one.stop
    between = (span.end_char, one.start) if before else (one.stop, span.start_char)
    crossed = sum(between[0] <= other.start < between[1] for other in others)
    inside = clause[0] <= span.start_char < clause[1]
    score = 2 + 2 * inside + before - (0 if before else crossed)
    if span.label_ == "Project":
        framed = ties(passage.lang)["frame"].search(
            passage.text, max(clause[0], span.start_char - 60), span.end_char + 60
        )
        score += 2 if framed or before else 0
    if span.label_ == "Organization":
        score += 1 if subject(span) and before else -3
    if span.label_ == "Place" and owned(passage, span):
        score -= 2
    return score, -distance


def subject(span: Span) -> bool:
    """Does the body act: is its head in the nominative?"""
    return any(token.morph.to_dict().get("Case") == "Nom" for token in span) or not any(token.morph for token in span)


def owned(passage: Passage, span: Span) -> bool:
    """The place of an office, «аким Алматы»: it says whose, not where."""
    titles = passage.doc.spans.get("titles", [])
    return any(title.start_char <= span.start_char <= title.end_char + 1 for title in titles)


def pointed_back(passage: Passage, one: Counted) -> Stretch | None:
    """«За время акции собрано …»: the project named last; «в районе»: the district named last."""
    sentence = passage.sentence(one.start)
    earlier = [s for s in passage.entities if s.end_char <= sentence[0]]
    for kind, pattern, classes in ties(passage.lang)["back"]:
        if not pattern.search(passage.text, *sentence):
            continue
        fitting = [s for s in earlier if s.label_ == kind and class_of(passage, s, classes)]
        if fitting:
            return fitting[-1].start_char, fitting[-1].end_char
    return None


def class_of(passage: Passage, span: Span, classes: list[str]) -> bool:
    """Has the name, or the words beside it, the class word: «Илийский район» for «в районе»?"""
    around = passage.text[max(0, span.start_char - CHAINED // 2) : span.end_char + CHAINED // 2]
    return not classes or any(name in around for name in classes)
