"""From a fact to the words: which sentence of which document says it, and which rule or model found it there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.commands import screen
from kg.commands.facts import Fact, Facts, Passage
from kg.commands.files import select
from kg.errors import BadInput
from kg.text.translit import fold

if TYPE_CHECKING:
    from rich.text import Text

    from kg.store import Store

MOST = 20  # facts listed where a phrase fits many
SEARCHED = "kg:Claim kg:Unasserted kg:Figure kg:Commitment kg:Instruction kg:Quote"

_NEAR = """SELECT ?fact ?text WHERE { VALUES ?kind { %s } ?fact a ?kind .
  { ?fact kg:evidence/kg:quote ?text } UNION { ?fact kg:indicator|kg:value ?text } UNION
  { ?fact (rdf:subject|rdf:object|kg:about|kg:speaker|kg:addressee)/(skos:prefLabel|skos:altLabel) ?text } }"""
_FAR = """SELECT ?fact ?text WHERE { VALUES ?kind { %s } ?fact a ?kind ; kg:sentence/kg:quote ?text }"""


def facts_for(store: Store, asked: str, lang: str = "en") -> list[Fact]:
    """The facts that an IRI, its last part or a phrase stands for. Raises `BadInput` where there is none."""
    reader = Facts(store, lang)
    kinds = reader.kinds()
    named = [iri for iri in kinds if iri == asked or iri.endswith("/" + asked)]
    if named:
        return [reader.read(iri, kinds[iri]) for iri in named]
    found = [reader.read(iri, kinds[iri]) for iri in _with_phrase(store, asked)]
    if not found:
        raise BadInput(
            f'"{asked}" is no fact of this graph, and no fact has these words. Give an IRI or its last part '
            "(kg show NAME lists them), or words of the fact or of its sentence."
        )
    return found


def _with_phrase(store: Store, phrase: str) -> list[str]:
    """Facts whose words and ends hold every word asked for; where there are none, those whose sentences do."""
    wanted = [_stem(word) for word in fold(phrase).split()]
    said: defaultdict[str, str] = defaultdict(str)
    for query in (_NEAR, _FAR):
        for row in select(store, query % SEARCHED):
            said[row["fact"].value] += " " + row["text"].value
        found = sorted(fact for fact, text in said.items() if wanted and _holds(text, wanted))
        if found:
            return found
    return []


def _stem(word: str) -> str:
    """Words are declined: all but the last two letters of a long one must agree."""
    return word if len(word) < 5 or word.isdecimal() else word[:-2]


def _holds(text: str, wanted: list[str]) -> bool:
    words = fold(text).split()
    return all(any(word.startswith(stem) for word in words) for stem in wanted)


def print_fact(fact: Fact) -> None:
    """What is said, then every passage with its words in colour."""
    from rich.text import Text

    screen.show(Text(screen.one_line(fact.text), style="bold"))
    screen.show(Text(screen.clean(f"{fact.kind}  {fact.iri}"), style="dim"))
    for passage in fact.passages:
        screen.show("")
        screen.show(highlighted(passage))
        screen.show(Text(screen.one_line(source(passage)), style="dim"))
    screen.show("")
    for name, value in _how(fact):
        screen.show(Text(f"{name:12}", style="dim") + Text(screen.one_line(value)))


def highlighted(passage: Passage) -> Text:
    """The sentence with the words that say it in colour; in brackets too where there is no colour."""
    from rich.text import Text

    start, stop = passage.within
    before, words, after = passage.sentence[:start], passage.sentence[start:stop], passage.sentence[stop:]
    left, right = ("", "") if screen.console().color_system else ("[", "]")
    flat = (re.sub(r"\s+", " ", screen.clean(part)) for part in (before, words, after))
    first, middle, last = flat
    return Text.assemble("  ", first, (f"{left}{middle}{right}", "bold black on yellow"), last)


def source(passage: Passage) -> str:
    """Document, day, publisher and offsets."""
    parts = [passage.file or passage.document, passage.date, passage.publisher, f"{passage.start}–{passage.end}"]
    return "  — " + ", ".join(part for part in parts if part)


def _how(fact: Fact) -> list[tuple[str, str]]:
    rows = [("found by", ", ".join(fact.rules)), ("confidence", fact.confidence)]
    for name in ("status", "modality", "reason", "conflictsWith", "observedFrom", "observedTo"):
        rows.append((name, ", ".join(value.rpartition("#")[2] for value in fact.properties.get(name, []))))
    return [(name, value) for name, value in rows if value]
