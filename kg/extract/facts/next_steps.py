"""Further posts of one life in one sentence: «был назначен замминистра, в 2010 году – [председателем комитета]»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.facts.careers import YEAR
from kg.extract.facts.emitted import FoundRelation, Ref
from kg.extract.found import Title, before_adjectives, case, forms_of, has_key, next_word, previous_word, titles
from kg.lang.features import values
from kg.lang.sentences import DASHES

RULE = "relations/next-step"
SURE = 0.9  # how much of the confidence of the step before is left
TIME = 9  # tokens of a step's time: «, с мая 2015 по март 2017 года –»
OF_POST = ("Gen", "Acc")  # alike for somebody who lives: «занимал пост [мэра], затем – [ректора]»
STATUSES = ("former", "appointed")


def next_steps(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], grammar: dict[str, Any]
) -> Iterator[FoundRelation]:
    """A post in the instrumental behind «потом», or behind a dash and a year, of whom the verb before tells."""
    told = [(r, r.object) for r in found if _is_step(r) and r.object is not None and r.object[2] == "Title"]
    if not told or not (forms_of(doc, grammar["later"]) or forms_of(doc, DASHES)):
        return
    given = {r.object[:2] for r in found if r.object is not None}
    people = [a for a in everyone if a.kind == "Person" and a.ref[2] == "Person" and a.start < a.stop]
    for title in titles(doc):
        if title.plural or (title.start, title.stop) in given:
            continue
        shown = case(doc[title.head])
        alone = not any(a.start <= title.start < a.stop or a.start == next_word(doc, title.stop) for a in people)
        if shown != "Ins" and not (alone and (shown in OF_POST or _dated_step(doc, title))):
            continue
        first = doc[title.start].sent.start
        before = [(r, post) for r, post in told if first <= post[0] < title.start]
        last, post = max(before, key=lambda pair: pair[1][1], default=(None, None))
        if last is None or post is None or (shown in OF_POST and case(doc[post[0]]) not in OF_POST):
            continue  # «занимал пост [мэра], затем – [губернатора]»
        if not _opened(doc, post, title.start, grammar):
            continue
        if any(post[1] <= a.start < title.start for a in people):
            continue
        ref = (title.start, title.stop, "Title")
        sure = round(last.confidence * SURE, 2)
        step = replace(
            last, object=ref, start=title.start, stop=title.stop, rule=RULE, confidence=sure, status="former"
        )
        yield step
        told.append((step, ref))


def _dated_step(doc: Doc, title: Title) -> bool:
    """«ранее был замминистра, с 2015 года – [первый заместитель мэра]»: a year and a dash right before."""
    dash = previous_word(doc, title.start)
    if case(doc[title.head]) not in ("Nom", "") or dash < 1 or doc[dash].text not in DASHES:
        return False
    opens = (i for i in range(dash - 1, doc[dash].sent.start, -1) if doc[i].text in ",;")
    time = doc[next(opens, dash) : dash]
    return bool(YEAR.search(time.text)) and len(time) <= TIME


def _is_step(found: FoundRelation) -> bool:
    return found.predicate == "holds" and found.status in STATUSES and found.modality == "asserted"


def _opened(doc: Doc, last: Ref, start: int, grammar: dict[str, Any]) -> bool:
    """Whether the words before a post tell of a later time, with no verb between."""
    between = doc[last[1] : start]
    if any("Fin" in values(t.morph, "VerbForm") for t in between):
        return False
    before = before_adjectives(doc, start)
    if before >= last[1] and has_key(doc, before, grammar["later"]):
        return True
    dated = bool(YEAR.search(between.text)) or any(has_key(doc, t.i, grammar["later"]) for t in between)
    return before >= last[1] and doc[before].text in DASHES and previous_word(doc, before) >= last[1] and dated
