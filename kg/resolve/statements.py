"""Statements of one document between entities: who spoke and to whom, also where the words leave it unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import GOVERNING, Entity, Evidence, Statement
from kg.resolve import facts, hearing, letters

if TYPE_CHECKING:
    from kg.resolve.within import Scene

WHOLE = 0.8  # the share of a quotation that promises or orders fill where it is nothing else
ACTS = ("chairs", "visited", "travels", "metWith", "instructed", "appointed", "dismissed")  # what those who order do
TOLD_BY_NOBODY = 0.75  # how sure a plan that nobody is told to have told of is the only leading official's
ORDERED_BY_NOBODY = 0.8  # the same of an order


def statements(scene: Scene) -> Iterator[Statement]:
    """Statements whose speaker is an entity; a plan told in the passive belongs to the official who reports."""
    for statement in scene.extract.statements:
        speaker = scene.entity(statement.speaker)
        if speaker is None and statement.speaker is None and statement.kind == "Instruction":
            speaker = giver(scene, statement.evidence)
            statement = replace(statement, confidence=round(statement.confidence * ORDERED_BY_NOBODY, 2))
        elif speaker is None and statement.speaker is None and statement.reported:
            speaker = named_before(facts.teller(scene, hearing.main_listener(scene)), statement) or letters.signer(
                scene
            )
            statement = replace(statement, confidence=round(statement.confidence * TOLD_BY_NOBODY, 2))
        if speaker is not None and statement.kind == "Commitment" and only_heard(scene, statement, speaker):
            speaker = facts.teller(scene, speaker) or speaker
        if speaker is None or (statement.kind == "Commitment" and not may_promise(scene, speaker)):
            continue
        told = [e.id for a in statement.addressees if (e := scene.entity(a)) is not None]
        named = [one for one in told if one != speaker.id]
        if told and not named and statement.kind == "Instruction":
            continue  # «Акиму поручено убрать снег»: he to whom it goes has not given it
        if statement.kind == "Instruction" and not statement.addressees and not statement.to_others:
            partner = facts.told_person(scene, speaker, statement.evidence)
            named = [partner.id] if partner else []
        about = tuple(dict.fromkeys(e.id for a in statement.about if (e := scene.entity(a)) is not None))
        yield replace(statement, speaker=speaker.id, addressees=tuple(dict.fromkeys(named)), about=about)


def only_heard(scene: Scene, plan: Statement, speaker: Entity) -> bool:
    """«Директор доложил акиму … . Планируется поднять 31 дом»: a plan is not his who hears, unless in his words."""
    listener, words = hearing.main_listener(scene), plan.evidence
    if listener is None or listener.id != speaker.id:
        return False
    own = any(words.start <= m.start < words.stop for m in speaker.mentions)
    quotes = (s.evidence for s in scene.extract.statements if s.kind == "Quote")
    return not own and not any(q.start <= words.start and words.stop <= q.stop for q in quotes)


def named_before(teller: Entity | None, plan: Statement) -> Entity | None:
    """Who is there before a plan is told; who only speaks behind it, «Асан Омаров, аким:», did not tell it."""
    told = teller is not None and any(m.start < plan.evidence.start for m in teller.mentions)
    return teller if told else None


def giver(scene: Scene, order: Evidence) -> Entity | None:
    """Who gives an order that names nobody, «акиму поручено проверить мост»: who leads the meeting.

    Else the only leading official of whom the text told before that he did or said something.
    """
    if (leading := hearing.chair(scene, order)) is not None:
        return leading
    extract = scene.extract
    acts = [r for r in extract.relations if r.modality == "asserted" and r.evidence.start < order.start]
    mentions = [r.subject for r in acts if r.predicate in ACTS]
    mentions += [r.object for r in acts if r.predicate == "reportedTo"]
    mentions += [s.speaker for s in extract.statements if s.evidence.start < order.start]
    ruling = {one.id for one, role in hearing.officials(scene) if role in (*hearing.NATIONAL, *GOVERNING)}
    found = {e.id: e for m in mentions if (e := scene.entity(m)) is not None and e.id in ruling}
    return next(iter(found.values())) if len(found) == 1 else None


def told_once(said: Sequence[Statement]) -> tuple[Statement, ...]:
    """Without the quotations that are promises or orders throughout: «Мост сдадим в мае», – сказал аким."""
    return tuple(one for one in said if one.kind != "Quote" or not _all_promised_or_ordered(one, said))


def _all_promised_or_ordered(quote: Statement, said: Sequence[Statement]) -> bool:
    words = quote.evidence
    inside = [
        s.evidence for s in said
        if s.kind != "Quote" and s.speaker == quote.speaker
        and words.start <= s.evidence.start and s.evidence.stop <= words.stop
    ]  # fmt: skip
    return sum(e.stop - e.start for e in inside) >= WHOLE * (words.stop - words.start)


def may_promise(scene: Scene, speaker: Entity) -> bool:
    """A body, or somebody who holds a post: what a singer or an accused means to do is no promise."""
    if speaker.kind != "Person" or speaker.known_as is not None:
        return True
    return speaker.id in {official.id for official, _ in hearing.officials(scene)}
