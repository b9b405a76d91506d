"""Persons who act where no name stands: «он», «который», and a verb that goes on with the subject before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.careers import is_career
from kg.extract.facts.careers_before import is_dated_row, opens_row
from kg.extract.facts.dropped import born, dropped, stays_with
from kg.extract.facts.lives import is_life, tells_life
from kg.extract.facts.they import they
from kg.extract.found import (
    case,
    feature,
    forms_of,
    has_key,
    module,
    next_word,
    previous_word,
    remembered,
    written,
)
from kg.lang import tables
from kg.lang.features import values

OPENING = '«"“„—–-'


def pronouns(doc: Doc, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """An actor for each word, or each missing word, whose person is certain.

    «Президент открыл завод. Затем [он] посетил школу.», «Иванов, [который] возглавлял район», «Работал акимом Тараза.»
    """
    always = _profiled(doc, everyone)
    topic = always  # whom the sentences before this one are about
    before: Span | None = None
    living = False  # whether the sentence before was a step of somebody's life
    for sentence in doc.sents:
        yield from _relative(sentence, everyone, grammar)
        yield from _that_one(sentence, everyone, grammar)
        if _speech(sentence):
            continue
        yield from they(sentence, before, everyone, grammar)
        person = _only_person(before, everyone, acted=True) or topic
        found, career = (list(_said(sentence, person, everyone, grammar)) if person is not None else []), False
        meant = person if found else topic
        if not found and topic is not None and grammar.get("drops_subject"):
            found = list(dropped(sentence, topic, gender_of(doc, topic), everyone, grammar))
            career = not found and is_career(sentence, everyone)
            if career:
                found = [replace(topic, start=sentence.start, stop=sentence.start, case="Nom")]
        lived = not found and topic is not None and is_life(sentence, everyone, living)
        row = bool(grammar["owner_first"]) and topic is not None and is_dated_row(sentence, everyone)
        row = row or (topic is not None and opens_row(sentence, everyone, grammar) is not None)
        if not found and topic is not None and (lived or row or _goes_on(sentence, everyone, grammar)):
            found = [replace(topic, start=sentence.start, stop=sentence.start, case="Nom")]
        yield from found
        goes_on = bool(found) or _goes_on_about(sentence, meant, everyone, grammar)
        goes_on = goes_on or (bool(grammar.get("drops_subject")) and stays_with(sentence, everyone, grammar))
        # In a step of a life «министр» is what he became, no subject.
        said = None if lived or row or career else _only_subject(sentence, everyone) or born(sentence, everyone)
        topic = said or (meant if goes_on else None) or always
        living = lived or row or tells_life(sentence)
        before = None if _ends_paragraph(doc, sentence) else sentence


def _profiled(doc: Doc, everyone: list[Actor]) -> Actor | None:
    """Whom a page is all about, which every sentence without a subject goes on about."""
    at = doc.user_data.get("about")
    return next((a for a in everyone if a.ref[2] == "Person" and at is not None and doc[a.start].idx >= at), None)


def _speech(sentence: Span) -> bool:
    """Words of somebody, in which «он» is whom the speaker means."""
    return next((t.text for t in sentence if not t.is_space), "")[:1] in OPENING


def _said(sentence: Span, person: Actor, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """«Он» as a subject, of the person's gender, with no other person between the sentence's beginning and it.

    So too «[чиновник] руководил отделом».
    """
    nouns = grammar.get("stand_ins", {})
    genders: dict[str, str] = {**grammar.get("pronouns", {}), **nouns}
    for token in (sentence.doc[index] for index in written(sentence.doc, genders, sentence.start, sentence.end)):
        gender, shown = genders[token.lower_], pronoun_role(token, grammar["owner_first"])
        if not shown or points_at_noun(token, grammar) or (token.lower_ in nouns and not _stands_alone(token)):
            continue
        before = [a for a in everyone if sentence.start <= a.start < token.i]
        if not grammar["owner_first"]:  # «вместе с Ивановым [он] …»
            before = [a for a in before if not _comes_along(sentence, a, grammar)]
        if _person_between(sentence.start, token.i, before):
            continue
        if gender == "any" or gender_of(sentence.doc, person) in (gender, None):
            yield replace(person, start=token.i, stop=token.i + 1, case=shown)


def _stands_alone(token: Token) -> bool:
    """«Ранее [чиновник] работал»; not «один чиновник», «чиновник министерства», «чиновник Иванов»."""
    doc, before, after = token.doc, previous_word(token.doc, token.i), next_word(token.doc, token.i + 1)
    told = before >= 0 and doc[before].pos_ in ("ADJ", "NUM", "DET") and not token.is_sent_start
    return not told and after < len(doc) and doc[after].pos_ in ("VERB", "AUX", "ADV", "PART", "ADP")


def points_at_noun(token: Token, grammar: dict[str, Any]) -> bool:
    """«[ол] кезде», «[ол] үшін»: that time, for that; not a person."""
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return has_key(token.doc, follows.i, grammar.get("not_after_pronoun", ()))


def pronoun_role(token: Token, unlike_owner: bool) -> str:
    """Nom of «он», Acc of «[его] назначили», nothing of «его дом»; Kazakh «оны» is unlike «оның», anywhere."""
    if not unlike_owner and token.pos_ == "DET":
        return ""
    if case(token) in ("Nom", ""):
        return "Nom"
    if unlike_owner:
        return "Acc" if case(token) == "Acc" else ""
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return "Acc" if case(token) in ("Acc", "Gen") and follows.pos_ == "VERB" else ""


def gender_of(doc: Doc, person: Actor) -> str | None:
    """m or f, as the name itself says; None for a bare title."""
    if person.ref[2] != "Person":
        return None
    parsed = module(doc.lang_, "names").parse([t.text for t in doc[person.ref[0] : person.ref[1]]])
    return parsed.gender if parsed is not None else None


def _relative(sentence: Span, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """«Иванов, [который] возглавлял район»: the person right before the comma."""
    doc = sentence.doc
    relatives = grammar.get("relatives", ())
    for token in (doc[index] for index in forms_of(doc, relatives, sentence.start, sentence.end)):
        comma = previous_word(doc, token.i) if token.lower_ in relatives else -1
        if comma < 1 or doc[comma].text != ",":
            continue
        person = next((a for a in everyone if a.stop == comma and a.kind == "Person"), None)
        if person is not None:
            yield replace(person, start=token.i, stop=token.i + 1, case=case(token) or "Nom")


def _that_one(sentence: Span, everyone: list[Actor], grammar: dict[str, Any]) -> Iterator[Actor]:
    """«Петров сменил Иванова после того, как [тот] был назначен послом»: the only one who is no subject before it."""
    doc = sentence.doc
    for token in (doc[index] for index in forms_of(doc, grammar.get("that_one", ()), sentence.start, sentence.end)):
        if not _is_that_one(token, grammar):
            continue
        before = [a for a in everyone if a.kind == "Person" and sentence.start <= a.start < token.i]
        others = [a for a in before if a.case not in ("Nom", "") and a.ref[2] == "Person"]
        if len({a.ref for a in others}) == 1:
            yield replace(others[0], start=token.i, stop=token.i + 1, case="Nom")


def _is_that_one(token: Token, grammar: dict[str, Any]) -> bool:
    """«Тот был назначен»; not «тот район», nor «тот, кто»."""
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.lower_ in grammar.get("that_one", ()) and follows.pos_ in ("VERB", "AUX", "ADV", "PART")


def that_one_between(doc: Doc, actor: Actor, start: int, grammar: dict[str, Any]) -> bool:
    """Whether «тот» or «кто» is the subject of a verb that begins here, and no name before it."""
    near = range(actor.stop, start) if actor.case == "Nom" else ()
    who = grammar.get("who", ())
    return any(_is_that_one(doc[i], grammar) or doc[i].lower_ in who for i in near)


def _goes_on_about(sentence: Span, person: Actor | None, everyone: list[Actor], grammar: dict[str, Any]) -> bool:
    """«[Ему] 45 лет.»: a sentence that speaks of the same person and names nobody."""
    genders = grammar.get("pronouns_beside", {})
    if person is None or _person_between(sentence.start, sentence.end, everyone):
        return False
    return any(
        genders.get(t.lower_) in (gender_of(sentence.doc, person), None) for t in sentence if t.lower_ in genders
    )


def _goes_on(sentence: Span, everyone: list[Actor], grammar: dict[str, Any]) -> bool:
    """Kazakh «Одан кейін зауытты аралады»: opened by a word that goes on, with a verb that acts and nobody who could.

    A noun with a possessive or plural ending and no case may be the subject: «… құрылысы аяқталды».
    """
    words = [token for token in sentence if not token.is_space and not token.is_punct]
    if not words or words[0].lower_ not in grammar.get("goes_on", ()):
        return False
    verb = next((t for t in reversed(words) if feature(t, "VerbForm") == "Fin"), None)
    if verb is None or feature(verb, "Voice") == "Pass" or feature(verb, "Person") not in ("", "3"):
        return False
    inside = [a for a in everyone if sentence.start <= a.start < sentence.end]
    if any(a.kind == "Person" or (a.kind == "Organization" and a.case in ("", "Nom")) for a in inside):
        return False
    bare = (t for t in words if t.pos_ in ("NOUN", "PROPN") and case(t) == "Nom" and t.i < verb.i)
    return not any(feature(t, "Person[psor]") or feature(t, "Number") == "Plur" for t in bare)


def _only_person(sentence: Span | None, everyone: list[Actor], acted: bool = False) -> Actor | None:
    """The only person of a sentence, its subject or not: «Приговор вынесли [Иванову]. Он работал акимом.»

    With `acted` not one by whom it was done: «Имя названо [Ивановым]. Он назначен …» is of somebody else.
    """
    if sentence is None:
        return None
    here = [a for a in everyone if a.kind == "Person" and sentence.start <= a.start < sentence.end]
    here = [a for a in here if not _only_owns(sentence.doc, a)]
    if acted and len({a.ref for a in here}) == 1 and here[0].case == "Ins" and not _with(sentence.doc, here[0]):
        return None
    here = [a for a in here if a.ref[2] == "Person" or a.case != "Ins"]  # «назначен [министром]» is no second person
    return here[0] if len({a.ref for a in here}) == 1 else None


def _only_owns(doc: Doc, person: Actor) -> bool:
    """«Указом [президента] Иванов назначен акимом», «[Президент] Жарлығымен …»: whose decree it is, nobody told of.

    So is a bare title of anything else: «по поручению [премьера]», «[Президент] тапсырмасымен».
    """
    grammar = tables.load(doc.lang_, "grammar")
    bare = person.ref[2] == "Title"
    if grammar["owner_first"]:
        follows = next_word(doc, person.stop)
        noun = bare and follows < len(doc) and doc[follows].pos_ == "NOUN" and person.case in ("", "Nom", "Gen")
        return noun and feature(doc[follows], "Person[psor]") != ""
    before = previous_word(doc, person.start)
    if person.case != "Gen" or before < 0 or doc[before].pos_ not in ("NOUN", "PROPN"):
        return False
    return has_key(doc, before, grammar["decrees"]) or (bare and feature(doc[before], "Animacy") == "Inan")


def _comes_along(sentence: Span, person: Actor, grammar: dict[str, Any]) -> bool:
    """«вместе с Ивановым [он] …», «в сопровождении Иванова [он] …»."""
    if person.case == "Ins":
        return _with(sentence.doc, person)
    return person.case == "Gen" and bool(forms_of(sentence.doc, grammar["company"], sentence.start, person.start))


def _with(doc: Doc, person: Actor) -> bool:
    """«с Ивановым»: he is no one by whom it was done."""
    before = previous_word(doc, person.start)
    return before >= 0 and doc[before].pos_ == "ADP"


def _only_subject(sentence: Span, everyone: list[Actor]) -> Actor | None:
    person = _only_person(sentence, everyone)
    return person if person is not None and person.case == "Nom" else None


def _person_between(start: int, stop: int, everyone: list[Actor]) -> bool:
    return any(a.kind == "Person" and start <= a.start < stop for a in everyone)


def _ends_paragraph(doc: Doc, sentence: Span) -> bool:
    return sentence.end in doc.user_data.get("paragraphs", ())


def nearest_stand_in(doc: Doc, fitting: list[Actor], start: int) -> Actor | None:
    """The pronoun or missing subject of a trigger's own clause, which no name outside can outdo."""
    before = [a for a in fitting if a.stop <= start and a.stop - a.start <= 1]
    before = [a for a in before if a.start == a.stop or doc[a.start].pos_ in ("PRON", "DET")]
    last = max(before, key=lambda a: a.start, default=None)
    if last is None or any(a.start > last.start and a.stop <= start for a in fitting):
        return None
    return None if is_relative(doc, last) and _left(doc, last.stop, start) else last


def _left(doc: Doc, first: int, start: int) -> bool:
    """Whether a comma ends a relative clause before a verb; «…, который был мэром, [а] раньше руководил» goes on."""
    comma = max((i for i in range(first, start) if doc[i].text == ","), default=None)
    return comma is not None and doc[comma + 1].pos_ != "CCONJ"


def is_relative(doc: Doc, actor: Actor) -> bool:
    """«Который» acts in its own clause alone."""
    return actor.stop - actor.start == 1 and relative_pronoun(doc[actor.start])


@remembered
def relative_before(doc: Doc, start: int) -> bool:
    """Whether «который» acts in the clause of a verb: «не понравился соседу, [который] посетил Тараз»."""
    for index in range(start - 1, doc[start].sent.start - 1, -1):
        if doc[index].text == ",":
            return False
        if relative_pronoun(doc[index]) and case(doc[index]) == "Nom" and doc[previous_word(doc, index)].text == ",":
            return True
    return False


def relative_pronoun(token: Token) -> bool:
    """«Который», not «он», which shows a person, nor «до этого»; Kazakh has none."""
    grammar = tables.load(token.doc.lang_, "grammar")
    if "relatives" not in grammar or token.pos_ != "PRON" or values(token.morph, "Person"):
        return False
    return not token.lower_.startswith(tuple(grammar.get("pointing", ())))
