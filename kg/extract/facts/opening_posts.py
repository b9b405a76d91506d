"""A post that opens a sentence in a case that looks like its plural: «Директора завода Ивана Петрова задержали»."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.extract.found import case, entities, feature, next_word
from kg.extract.name_cases import name_case

LONGEST = 10  # tokens of what a post belongs to
ALIKE = ("ы", "и")  # ends of a genitive that is the plural, too: «глав[ы]»
OBLIQUE = ("Gen", "Acc")


def mend_number(doc: Doc, head: int, stop: int, endings: Mapping[str, str]) -> None:
    """Makes such a post one man's again: a name in the genitive or accusative follows, and no comma, verb or «и».

    `endings`: what the genitive puts for the end of a nominative. Writes the case and number of the token.
    """
    token = doc[head]
    if not (token.is_sent_start and case(token) == "Nom" and _may_be_genitive(token, endings)):
        return
    person = next((s for s in entities(doc) if s.label_ == "Person" and stop <= s.start <= stop + LONGEST), None)
    if person is None or person.sent.start != token.sent.start:
        return
    between = doc[next_word(doc, stop) : person.start]
    if name_case(person, False) in OBLIQUE and not any(t.text == "," or t.pos_ in ("VERB", "CCONJ") for t in between):
        token.set_morph({"Animacy": "Anim", "Case": name_case(person, False), "Number": "Sing"})  # type: ignore[attr-defined]


def mend_plural(doc: Doc, head: int, stop: int) -> None:
    """«Главы МИД Италии и Кипра [Ким и Ли] провели встречу»: of several, named in a row before their verb."""
    token = doc[head]
    alike = token.lower_.endswith(ALIKE) and token.lemma_.lower().endswith("а")
    if not (token.is_sent_start and alike and case(token) == "Gen"):
        return
    people = [s for s in entities(doc) if s.label_ == "Person" and s.sent.start == token.sent.start]
    if len(people) < 2 or people[0].start > stop + LONGEST:
        return
    joint, behind = next_word(doc, people[0].end), people[1].end
    joined = doc[joint].pos_ == "CCONJ" and next_word(doc, joint + 1) == people[1].start
    verbs = (t for t in doc[behind : token.sent.end] if feature(t, "VerbForm") == "Fin")
    verb = next(verbs, None)
    if joined and verb is not None and feature(verb, "Number") == "Plur":
        token.set_morph({"Animacy": "Anim", "Case": "Nom", "Number": "Plur"})  # type: ignore[attr-defined]


def _may_be_genitive(token: Token, endings: Mapping[str, str]) -> bool:
    """«директора», «главы», «председателя»; not «депутаты»."""
    lemma = token.lemma_.lower()
    ends = (lemma.removesuffix(end) + genitive for end, genitive in endings.items() if lemma.endswith(end))
    return token.lower_ in ends
