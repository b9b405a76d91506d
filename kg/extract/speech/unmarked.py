"""Whose words they are where no verb of saying stands beside them.

«Марат Иманов: жол дайын» (a headline)   «…», – Марат Иманов   Аким рассказал о планах. ⏎ «…»
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import next_word, previous_word
from kg.extract.quotes import is_opening
from kg.extract.speech.blocks import Block, Stretch
from kg.extract.speech.speakers import speaker_of
from kg.extract.speech.wording import Wordings
from kg.lang import tables
from kg.lang.sentences import DASHES

MATTER = 9  # tokens of what a headline says somebody speaks of
TITLED = ("NOUN", "PROPN", "ADJ")  # what a title is made of
FEWEST = 3  # words behind a name and a colon that can be speech
LONGEST = 45  # tokens of a sentence that only leads to a quotation


def named_lines(doc: Doc, actors: Sequence[Actor]) -> Iterator[tuple[Stretch, Actor]]:
    """What a line tells behind a name or a post and a colon, «Марат Иманов о воде: её хватит», with who says it."""
    people = {a.start: a for a in reversed(actors) if a.kind == "Person" and a.case in ("Nom", "")}
    marks = sorted({0, *doc.user_data.get("lines", ()), len(doc)})
    for start, stop in pairwise(marks):
        who = people.get(next_word(doc, start)) or _titled(doc, people, start, stop)
        colon = _colon(doc, who.stop, stop) if who is not None else None
        if who is None or colon is None or doc[previous_word(doc, stop)].text == "?":
            continue
        first = next_word(doc, colon + 1)
        first = next_word(doc, first + 1) if first < stop and doc[first].text in DASHES else first
        words = sum(token.is_alpha for token in doc[first:stop]) if first < stop else 0
        # «Директор: Игорь Петров» says nothing
        says = who.ref[2] == "Person" or any(token.pos_ == "VERB" for token in doc[first:stop])
        if words >= FEWEST and says and not is_opening(doc, first):
            yield (first, previous_word(doc, stop) + 1), who


def named_dashes(doc: Doc, actors: Sequence[Actor]) -> Iterator[tuple[Stretch, Actor]]:
    """What a sentence amid a line tells behind a name, a colon and a dash: «… Марат Иманов: – [Мост построим.]».

    That sentence alone: the next may be the reporter's again.
    """
    people = {a.start: a for a in reversed(actors) if a.kind == "Person" and a.case in ("Nom", "")}
    lines = frozenset(doc.user_data.get("lines", ()))
    for sentence in doc.sents:
        who = people.get(next_word(doc, sentence.start))
        colon = next_word(doc, who.stop) if who is not None else sentence.end
        dash = next_word(doc, colon + 1)
        if who is None or sentence.start in lines or dash >= sentence.end or doc[colon].text != ":":
            continue
        first, stop = next_word(doc, dash + 1), previous_word(doc, sentence.end) + 1
        words = sum(token.is_alpha for token in doc[first:stop])
        if doc[dash].text in DASHES and words >= FEWEST and doc[first].text[0].isupper() and doc[stop - 1].text != "?":
            yield (first, stop), who


def _titled(doc: Doc, people: Mapping[int, Actor], start: int, stop: int) -> Actor | None:
    """Who is named behind a title that is not found as one, «Көлік министрі [Асан Омаров]: …»."""
    who = next((people[i] for i in range(start, min(stop, start + MATTER)) if i in people), None)
    return who if who is not None and who.ref[2] == "Person" and leads_to(doc, start, who) else None


def leads_to(doc: Doc, start: int, who: Actor) -> bool:
    """Whether nothing but nouns stands before a name: «[Көлік министрі] Асан Омаров:»."""
    return all(token.pos_ in TITLED for token in doc[next_word(doc, start) : who.start])


def _colon(doc: Doc, index: int, stop: int) -> int | None:
    """The colon behind a name, or behind what it is told to speak of: «Иманов [о планах на год:] мост построим»."""
    index = next_word(doc, index)
    matter = index < stop and doc[index].lower_ in tables.load(doc.lang_, "statements")["words"]["speaks_of"]
    low = index
    while matter and index < min(stop, low + MATTER) and doc[index].text != ":" and doc[index].pos_ != "VERB":
        index = next_word(doc, index + 1)
    return index if index < stop and doc[index].text == ":" else None


def signed(doc: Doc, block: Block, actors: Sequence[Actor]) -> Actor | None:
    """«…», – Марат Иманов: the name alone behind a quotation and a dash."""
    for low, high in block.told:
        first = next_word(doc, low + (doc[low].text == ","))
        if low < block.stop or first >= high or doc[first].text not in DASHES:
            continue
        who = next((a for a in actors if a.start == next_word(doc, first + 1) and a.ref[2] == "Person"), None)
        if who is not None and who.stop <= high and not any(token.is_alpha for token in doc[who.stop : high]):
            return who
    return None


def introducer(doc: Doc, block: Block, actors: Sequence[Actor], saying: Wordings) -> Actor | None:
    """Аким рассказал о планах. ⏎ «…»: who speaks in the sentence right before a quotation of a paragraph of its own.

    The same before a paragraph behind a dash, unless a colon opens a list.
    """
    opening = previous_word(doc, block.start)
    before = previous_word(doc, opening)
    if block.style not in ("quotes", "lone") or block.told or before < 0 or not doc[opening].is_sent_start:
        return None
    if block.style == "lone" and doc[before].text == ":":
        return None
    sentence = doc[before].sent
    if len(sentence) > LONGEST or any(token.text in DASHES for token in sentence):
        return None
    people = [a for a in actors if sentence.start <= a.start and a.stop <= sentence.end and a.kind == "Person"]
    for match in saying.found(doc, sentence.start, sentence.end):
        who = speaker_of(doc, match, actors, sentence.start, sentence.end)
        if who is not None and [a for a in people if a.case in ("Nom", "")] == [who]:
            return who
    return None
