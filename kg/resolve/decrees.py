"""Who appointed and dismissed by orders told behind the news: «Соответствующие указы подписал президент Иванов»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import Claim, Relation
from kg.resolve.long_ago import is_past_news, told_on
from kg.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from kg.resolve.within import Scene

BEFORE = {"relations/signed-decree": 300, "relations/signed-decrees": 800}  # characters back to what is decreed
SINGLE = "relations/signed-decree"  # which decrees one thing
WHICH = "relations/signed-which"  # its sentence goes on with what is decreed
AHEAD = {"relations/made-changes": 900}  # characters on to what is changed
DONE = {"appointed": "appointed", "dismissed": "dismissed"}  # status of a post → what the one who signs has done
SURE = 0.8  # how much surer it is where the words of one sentence say so


def claims(scene: Scene) -> Iterator[Claim]:
    """Of one decree the only change told right before it, of several all of them."""
    for decree in scene.extract.relations:
        signing = scene.entity(decree.subject)
        if not is_decree(decree) or signing is None or (decree.rule == WHICH and _behind(scene, decree) is None):
            continue
        changed = {
            (other.id, DONE[r.status or ""])
            for r in changes(scene, decree)
            if (other := scene.entity(r.subject)) is not None and other.id != signing.id
        }
        if len(changed) == 1 or decree.rule != SINGLE:
            for whom, done in sorted(changed):
                yield Claim(
                    signing.id, done, whom, decree.evidence, decree.rule, round(decree.confidence * SURE, 2),
                    modality=decree.modality,
                )  # fmt: skip


def is_decree(relation: Relation) -> bool:
    """Whether a relation tells of a decree by itself, whose other end is told before or behind it."""
    return relation.rule in BEFORE or relation.rule in AHEAD or relation.rule == WHICH


def _behind(scene: Scene, decree: Relation) -> tuple[int, int] | None:
    """Where the words behind a decree tell what it decrees: its sentence goes on with it, or the next one does.

    «подписал указ, [по которому Иванов назначен]», «подписал указы о назначении послов. [Послом стал Иванов]».
    """
    document, stop = scene.extract.document, decree.evidence.stop
    grammar, behind = tables.load(document.lang, "grammar"), document.text[stop:]
    _, end = sentence_at(document.text, document.lang, stop)
    if "decreed" in grammar and re.match(grammar["decreed"], behind):
        return stop, end
    if "decreed_next" in grammar and re.match(grammar["decreed_next"], behind) and end < len(document.text):
        return end, sentence_at(document.text, document.lang, end)[1]
    return None


def changes(scene: Scene, decree: Relation) -> Iterator[Relation]:
    """Posts told to be given and taken right before a decree, or where it is told behind it."""
    begin, end = decree.evidence.start - BEFORE.get(decree.rule, 0), decree.evidence.start
    if decree.rule in AHEAD:
        begin, end = end, decree.evidence.stop + AHEAD[decree.rule]
    elif decree.rule == WHICH:
        begin, end = _behind(scene, decree) or (end, end)
    for relation in scene.extract.relations:
        told = relation.predicate == "holds" and relation.status in DONE and relation.modality == "asserted"
        near = told and begin <= relation.evidence.start < end
        if near and (decree.rule not in AHEAD or _is_of_now(scene, relation)):
            yield relation


def _is_of_now(scene: Scene, change: Relation) -> bool:
    """Whether a change is told as news: «занял пост в 2009 году», «ранее его назначили» tell what was before."""
    document = scene.extract.document
    begin, _ = sentence_at(document.text, document.lang, change.evidence.start)
    earlier = tables.load(document.lang, "grammar")["told_of_before"]
    if re.search(earlier, document.text[begin : change.evidence.stop], re.IGNORECASE):
        return False
    if document.date is None:
        return told_on(scene, change.evidence) is None
    return not is_past_news(scene, change.evidence)
