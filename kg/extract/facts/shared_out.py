"""Posts told of several people by one verb: «А Мойынқұм ауданының, Б Сарысу ауданының әкімі болып тағайындалды»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import NOUNS, Title, case, next_word, titles

if TYPE_CHECKING:
    from kg.extract.facts.emitted import FoundRelation

FIELD = 4  # words between a name and its post: «Асан Бекенов [ауыл шаруашылығы] министрі»
NEWS = ("relations/holds-appointed", "relations/holds-appointed-by")


def shared_out(
    doc: Doc, everyone: Sequence[Actor], found: Sequence[FoundRelation], joints: Sequence[str]
) -> Iterator[FoundRelation]:
    """The appointments of those named before the last one, each with the place or the post right behind the name.

    A place alone becomes a title of its own in `doc.user_data["titles"]`: «[Мойынқұм ауданының], … әкімі».
    """
    for last in [r for r in found if r.rule in NEWS and r.subject and r.object]:
        whole = next((t for t in titles(doc) if last.object and (t.start, t.stop) == last.object[:2]), None)
        holder = next((a for a in everyone if a.ref == last.subject), None)
        if whole is None or holder is None:
            continue
        for person, own in _pairs(doc, everyone, holder, joints):
            title = _title(doc, own, whole)
            if title is None:
                continue
            ref = (title.start, title.stop, "Title")
            yield replace(last, subject=person.ref, object=ref, start=person.start, confidence=last.confidence - 0.05)
            for order in [r for r in found if r.predicate == "appointed" and r.object == last.subject]:
                yield replace(order, object=person.ref)


def _pairs(doc: Doc, everyone: Sequence[Actor], last: Actor, joints: Sequence[str]) -> Iterator[tuple[Actor, Actor]]:
    """The people before the last one in its sentence, in its case, with what stands between each and a comma."""
    first = doc[last.start].sent.start
    starts = {a.start: a for a in sorted(everyone, key=lambda a: a.stop) if a.kind in ("Place", "Post")}
    for person in everyone:
        same = person.ref[2] == "Person" and person.case == last.case and person.ref != last.ref
        own = _behind(doc, person.stop, starts)
        if not same or own is None or not first <= person.start < last.start:
            continue
        follows = next_word(doc, own.stop)
        if follows < last.start and (doc[follows].text == "," or doc[follows].lower_ in joints):
            yield person, own


def _behind(doc: Doc, stop: int, starts: dict[int, Actor]) -> Actor | None:
    """The place or post behind a name, over the nouns of its field: «Асан Бекенов қаржы [министрі], …»."""
    index = next_word(doc, stop)
    for _ in range(FIELD):
        if index >= len(doc) or index in starts or doc[index].pos_ not in NOUNS or case(doc[index]) not in ("", "Nom"):
            break
        index = next_word(doc, index + 1)
    return starts.get(index)


def _title(doc: Doc, own: Actor, whole: Title) -> Title | None:
    """The post of its own that stands behind a name, or the common one of the place that does."""
    if own.kind == "Post":
        return next((t for t in titles(doc) if (t.start, t.stop) == own.ref[:2]), None)
    if whole.of is None or own.case not in ("Gen", "Nom", "") or any(t.of == own.ref[:2] for t in titles(doc)):
        return None
    title = replace(
        whole, start=own.start, stop=own.stop, of=own.ref[:2], of_class=None, alone=False, group=(own.start, own.stop)
    )
    doc.user_data["titles"] = sorted([*titles(doc), title], key=lambda t: t.start)
    return title
