"""Who goes on telling where a sentence names nobody: «Әкім мектептің салынғанын айтты. Жолдың дайын екенін жеткізді.»

Only where the verb ends the sentence, as in Kazakh: whoever stands there in the nominative, named or not, is who tells.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.found import case, has_key, next_word, previous_word, titles
from kg.extract.speech.speakers import governed
from kg.extract.speech.wording import Match
from kg.lang import tables

REACH = 25  # tokens between the words of somebody and the sentence that goes on: «– деді ауыл әкімі Асан Омаров.»
SPEAKING = ("Person", "Organization")
Ref = tuple[int, int, str]


def carries(doc: Doc, sentence: Span, match: Match, actors: Sequence[Actor]) -> bool:
    """Whether a sentence that tells what somebody said leaves out who: nobody in it could have."""
    words = tables.load(doc.lang_, "statements")["words"]
    if next_word(doc, match.stop) < sentence.end and not doc[next_word(doc, match.stop)].is_punct:
        return False
    if has_key(doc, next_word(doc, sentence.start), words["background"]):
        return False
    return _names_nobody(doc, sentence.start, match.start, actors)


def tellers(doc: Doc, actors: Sequence[Actor]) -> list[tuple[int, Ref]]:
    """Who alone tells something in a sentence, whatever it is: «Асан Бекенов сауалға жауап берді»."""
    acting: dict[Span, set[Ref]] = {}
    for actor in actors:
        if actor.kind == "Person" and actor.case in ("", "Nom"):
            acting.setdefault(doc[actor.start].sent, set()).add(actor.ref)
    return [(s.start, next(iter(refs))) for s, refs in acting.items() if len(refs) == 1 and _tells(doc, s)]


def orders_on(doc: Doc, verb: int, actors: Sequence[Actor], officials: Collection[Ref]) -> Ref | None:
    """The official who alone acts in the sentence before an order that names nobody.

    «Әкім Жарқын ауылында болды. Мердігерге жолды жөндеуді тапсырды.»
    """
    sentence = doc[verb].sent
    if not sentence.start or not _names_nobody(doc, sentence.start, sentence.end, actors):
        return None
    before = doc[sentence.start - 1].sent
    here = [a for a in actors if before.start <= a.start and a.stop <= before.end and a.kind == "Person"]
    acting = {a.ref for a in here if a.case in ("", "Nom")}
    return next(iter(acting)) if len(acting) == 1 and acting <= set(officials) else None


def _names_nobody(doc: Doc, start: int, stop: int, actors: Sequence[Actor]) -> bool:
    """Whether nobody in a stretch could be who tells or orders in it."""
    words = tables.load(doc.lang_, "statements")["words"]
    here = [a for a in actors if start <= a.start and a.stop <= stop]
    named = any(a.kind in SPEAKING and a.case in ("", "Nom") for a in here)
    told = any(start <= t.start < stop and case(doc[t.head]) in ("", "Nom") for t in titles(doc))
    others = frozenset((*words["others"], *words.get("anybody", ())))
    return not named and not told and not _others(doc, start, stop, others)


def _others(doc: Doc, start: int, stop: int, others: Collection[str]) -> bool:
    """Whether people without a name, or a pronoun, stand there as who tells: «маман … айтты», «ол … айтты»."""
    free = (t for t in doc[start:stop] if case(t) in ("", "Nom"))
    return any(t.pos_ == "PRON" or (has_key(doc, t.i, others) and not governed(doc, t.i)) for t in free)


def _tells(doc: Doc, sentence: Span) -> bool:
    """Whether the last verb of a sentence is one of telling: «алғысын [жеткізді]», «сауалға [жауап берді]»."""
    last = next((token for token in reversed(list(sentence)) if token.pos_ == "VERB"), None)
    if last is None:
        return False
    two = doc[previous_word(doc, last.i)].lower_ + " " + last.lower_
    return not {last.lower_, two}.isdisjoint(tables.load(doc.lang_, "statements")["words"]["told"])


def goes_on_from(
    doc: Doc, sentence: Span, spoken: Sequence[tuple[int, Ref]], actors: Sequence[Actor], joints: Collection[str]
) -> Ref | None:
    """Who told right before: whoever's words end there, or who alone acts in the sentence before this one.

    He told something there, or is named with his post, or this sentence is joined to that one.
    """
    near = [(stop, who) for stop, who in spoken if sentence.start - REACH <= stop <= sentence.start]
    people = [a for a in actors if a.kind == "Person" and a.case in ("", "Nom")]
    if near:
        stop, who = max(near)
        between = [a for a in people if stop <= a.start and a.stop <= sentence.start]
        if all(a.ref == who for a in between):
            return who
    before = doc[sentence.start - 1].sent if sentence.start else None
    if before is None:
        return None
    acting = [a for a in people if before.start <= a.start and a.stop <= before.end]
    titled = any(a.ref[2] == "Title" or a.start < a.ref[0] for a in acting)  # «[аудан әкімі] ауылды аралады»
    goes_on = titled or has_key(doc, next_word(doc, sentence.start), joints) or _tells(doc, before)
    return acting[0].ref if goes_on and len({a.ref for a in acting}) == 1 else None
