"""Who takes somebody's place: «вместо Иванова назначен Петров», «на его место пришёл …», and which post that gives.

The words for whose place it is are one actor of kind `Replaced`, a slot of frames like any other. Whoever is named in
somebody's place, with no post told beside him, has the post that the other lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.facts.participles import attributive
from kg.extract.facts.post_status import is_replaced
from kg.extract.found import feature, next_word, previous_word, titles, written
from kg.lang import tables

if TYPE_CHECKING:
    from kg.extract.facts.apposition import Holder
    from kg.extract.facts.emitted import FoundRelation, Ref

REPLACED = "Replaced"
INSTEAD = "relations/instead"  # how the rules of frames with such a slot begin
LOST = "relations/instead-lost"
CHANGED = "relations/succeeded"  # «Министра Иванова сменил Ким»
LEFT = frozenset(
    {CHANGED, "relations/instead-named", "relations/took-his-place", "relations/replaced"}
)  # the other out
ACTING = 4  # tokens from a newcomer to «исполняющим обязанности»
IN_PLACE = ("current", "appointed")
RULERS = ("president", "prime-minister", "akim")  # who may replace those of lesser posts
POST = ("посту", "должности", "кресле")
VAGUE = ("other", "member")  # no office that one leaves to another: «вратаря Иванова сменил Ким»
GOVERNING = ("вместо", "взамен")  # before a name that no case changes: «вместо Ковтун»
STEM = 5  # letters of a surname that its cases share
REACH = 7  # tokens from «вместо» to the name
BACK = 3  # sentences back to the one who lost the post that «на его место» means
INHERITED = 0.9  # how sure the post is that the words do not repeat


def replaced(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], phrases: Sequence[dict[str, Any]]
) -> Iterator[Actor]:
    """An actor for every «вместо Иванова», «вместо него», «на его место», «ему на смену»."""
    lost = sorted([*_sent_away(found), *_titled(doc)])
    possessives = tables.load(doc.lang_, "grammar").get("possessives", ())
    by_word: dict[str, list[tuple[list[str], dict[str, Any]]]] = defaultdict(list)
    for phrase in phrases:
        words = phrase["words"].split()
        by_word[words[0]].append((words, phrase))
    for index in written(doc, by_word):
        for words, phrase in by_word[doc[index].lower_]:
            stop = _said(doc, index, words)
            if stop is None or any(t.start <= index < t.stop for t in titles(doc)):
                continue
            opens = doc[index].is_sent_start or doc[previous_word(doc, index)].text == ","
            if phrase.get("opens") and not opens:
                continue
            cases = phrase.get("cases")
            if cases and doc[previous_word(doc, index)].lower_ in possessives:
                continue  # «на его [место] Анну Котову»: she is the newcomer
            person = _named(doc, stop, everyone, cases) if cases else _last(doc, doc[index].sent, lost, everyone)
            if person is not None:
                yield replace(person, start=index, stop=person.stop if cases else stop, kind=REPLACED, case="")


def _sent_away(found: Sequence[FoundRelation]) -> Iterator[tuple[int, Ref]]:
    """Where a frame tells that somebody lost a post."""
    for one in found:
        ref = one.object if one.predicate == "dismissed" else one.subject if one.status == "dismissed" else None
        if ref is not None and ref[2] == "Person":
            yield one.start, ref


def _titled(doc: Doc) -> Iterator[tuple[int, Ref]]:
    """«снял с должности [акима Тараза Иванова]»."""
    for holder in doc.user_data["holders"]:
        if holder.status == "dismissed":
            yield holder.title.start, (holder.person.start, holder.person.end, "Person")


def _said(doc: Doc, start: int, words: Sequence[str]) -> int | None:
    """Where a phrase that begins here ends."""
    for word in words:
        if start >= len(doc) or doc[start].lower_ != word:
            return None
        start = next_word(doc, start + 1)
    return start


def _named(doc: Doc, start: int, everyone: Sequence[Actor], cases: Sequence[str]) -> Actor | None:
    """The person soon after a preposition: «вместо [губернатора Иванова]»."""
    near = [a for a in everyone if a.kind == "Person" and a.ref[2] == "Person" and start <= a.start < start + REACH]
    person = min(near, key=lambda a: a.start, default=None)
    if person is None or any(t.is_punct for t in doc[start : person.start]):
        return None
    undeclined = person.start == start and doc[previous_word(doc, start)].lower_ in GOVERNING
    return person if person.case in cases or undeclined else None


def _last(doc: Doc, sentence: Span, lost: Sequence[tuple[int, Ref]], everyone: Sequence[Actor]) -> Actor | None:
    """Who lost a post last, in this sentence or soon before it."""
    first = [s.start for s in doc.sents if s.start <= sentence.start][-BACK:][0]
    near = [ref for start, ref in lost if first <= start < sentence.end]
    return next((a for a in everyone if near and a.ref == near[-1] and a.kind == "Person"), None)


def taken_over(doc: Doc, found: Sequence[FoundRelation], acting_words: Sequence[str]) -> Iterator[FoundRelation]:
    """The post that a newcomer has from the one before him, where the words give him none."""
    given = {(r.subject, doc[r.start].sent.start) for r in found if r.predicate == "holds" and r.status == "appointed"}
    for one in found:
        if (
            one.predicate != "succeeded"
            or not one.rule.startswith((INSTEAD, CHANGED))
            or (one.subject, doc[one.start].sent.start) in given
        ):
            continue
        if one.rule == CHANGED and _is_to_come(doc, one):
            continue
        post = _post_of(doc, one.object, found)
        if post is not None:
            opening = next_word(doc, doc[one.start].sent.start)  # «[Әзірге] бұл қызметті Бекенов атқарады»
            around = (opening, *range(max(0, one.start - ACTING), min(len(doc), one.stop + ACTING)))
            acting = any(doc[i].lower_ in acting_words for i in around)
            yield replace(
                one, predicate="holds", object=post, status=_status(one, acting),
                confidence=round(one.confidence * INHERITED, 2),
            )  # fmt: skip


def reshuffled(doc: Doc, found: FoundRelation) -> FoundRelation:
    """«[Президент] Ким сменил министра Иванова»: who governs takes no lesser post himself; he dismisses.

    Told with «на посту» he may have taken it once: «губернатор Ким сменил Иванова на посту мэра».
    """
    if found.rule != CHANGED or any(t.lower_ in POST for t in doc[found.start : found.stop]):
        return found
    roles = {_person(h): h.title.role for h in doc.user_data["holders"] if h.status in IN_PLACE}
    one, other = (roles.get(ref, "") if ref is not None else "" for ref in (found.subject, found.object))
    rank = {role: at for at, role in enumerate(RULERS)}
    lesser = other != "" and rank.get(other, len(RULERS)) > rank.get(one, len(RULERS))
    return replace(found, predicate="dismissed") if lesser else found


def without_changed(doc: Doc, found: Sequence[FoundRelation]) -> list[Holder]:
    """The posts beside names; whose place another has taken has his no more: «[министра Иванова] сменил Ким»."""
    gone = {r.object for r in found if r.rule in LEFT and r.modality == "asserted" and not _is_to_come(doc, r)}
    holders: list[Holder] = doc.user_data["holders"]
    return [
        replace(h, status="former") if h.status in IN_PLACE and (_person(h) in gone or is_replaced(doc, h.title)) else h
        for h in holders
    ]


def _is_to_come(doc: Doc, found: FoundRelation) -> bool:
    """«Министра Иванова [сменит] Ким»: he is still in office."""
    return any(feature(doc[i], "Tense") == "Fut" for i in range(found.start, found.stop))


def _person(holder: Holder) -> Ref:
    return holder.person.start, holder.person.end, "Person"


def given_up(doc: Doc, found: Sequence[FoundRelation]) -> Iterator[FoundRelation]:
    """The post that «вместо Иванова» takes from Ivanov, where the words tell it of the newcomer alone."""
    lost = {r.subject for r in found if r.predicate == "holds" and r.status in ("dismissed", "former")}
    for one in found:
        if not one.rule.startswith(INSTEAD) or one.predicate != "succeeded" or one.modality != "asserted":
            continue
        posts = {
            r.object
            for r in found
            if r.subject == one.subject and r.status == "appointed" and doc[r.start].sent == doc[one.start].sent
        }
        if len(posts) == 1 and one.object not in lost:
            yield replace(
                one, rule=LOST, predicate="holds", subject=one.object, object=next(iter(posts)), status="former",
                confidence=round(one.confidence * INHERITED, 2),
            )  # fmt: skip


def _status(found: FoundRelation, acting: bool) -> str:
    """«По слухам, на его место назначен Иванов»: a candidate."""
    if acting and found.modality in ("asserted", "planned"):
        return "acting"  # «его обязанности будет исполнять Иванов»
    return "appointed" if found.modality == "asserted" else "candidate"


def _post_of(doc: Doc, person: Ref | None, found: Sequence[FoundRelation]) -> Ref | None:
    """The only post that a person lost by the text, or is named with."""
    lost = {
        r.object
        for r in found
        if r.predicate == "holds" and r.status == "dismissed" and _same_person(doc, r.subject, person)
    }
    named = {
        (h.title.start, h.title.stop, "Title")
        for h in doc.user_data["holders"]
        if _person(h) == person and h.status in (*IN_PLACE, "dismissed") and h.title.role not in VAGUE
    }
    posts = lost or named
    return next(iter(posts)) if len(posts) == 1 else None


def _same_person(doc: Doc, one: Ref | None, other: Ref | None) -> bool:
    """The same words, or names that end in one surname: «Иван Петров ушёл. Место Петрова занял …»."""
    if one is None or other is None or one[2] != "Person" or other[2] != "Person":
        return False
    return doc[one[1] - 1].lower_[:STEM] == doc[other[1] - 1].lower_[:STEM]


def told_in_passing(doc: Doc, found: Sequence[FoundRelation], earlier: Sequence[str]) -> list[FoundRelation]:
    """«Уволил Иванова, [возглавлявшего] завод»: what a participle tells of the one who is sent away he leaves now."""
    gone = {(r.object, doc[r.start].sent.start) for r in found if r.predicate == "dismissed"}
    return [
        replace(r, status="dismissed")
        if r.status == "former" and (r.subject, doc[r.start].sent.start) in gone and _by_participle(doc, r, earlier)
        else r
        for r in found
    ]


def _by_participle(doc: Doc, found: FoundRelation, earlier: Sequence[str]) -> bool:
    later = range(found.subject[1], found.stop) if found.subject else range(0)
    return attributive(doc, *(later.start, later.stop)) and not any(doc[i].lower_ in earlier for i in later)
