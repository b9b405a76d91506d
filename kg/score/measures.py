"""The measures of one document: entities, mentions, posts, relations, figures, statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from kg.model import ENTITY_KINDS
from kg.score.counts import Counts
from kg.score.marked import Marked, Stretch, overlap
from kg.score.predicted import Figure, Predicted, local

SYMMETRIC = ("metWith",)
Known = Callable[[str | None], str | None]  # IRI → the marked entity it stands for, or ?name where it is extra


def measure(marked: Marked, predicted: Predicted, errors: list[str]) -> dict[str, Counts]:
    """All measures; every miss and extra is told in `errors`."""
    mapping = align(marked, predicted)

    def known(iri: str | None) -> str | None:
        return None if iri is None else mapping.get(iri, "?" + local(iri))

    told = _Told(marked, errors)
    return {
        **_entities(marked, predicted, mapping, told),
        **_mentions(marked, predicted),
        **_posts(marked, predicted, known, told),
        **_relations(marked, predicted, known, told),
        **_figures(marked, predicted, known, told),
        **_statements(marked, predicted, known, told),
    }


class _Told:
    """Writes misses and extras down, with the names of marked entities."""

    def __init__(self, marked: Marked, errors: list[str]):
        self._marked, self._errors = marked, errors

    def __call__(self, what: str, kind: str, *parts: str | None) -> None:
        names = (self._marked.names.get(part or "", part or "–") for part in parts)
        self._errors.append(f"{self._marked.id}: {what} {kind} {' '.join(names)}")


def align(marked: Marked, predicted: Predicted) -> dict[str, str]:
    """IRI → marked entity, one to one, of one type, by most characters of mentions in common."""
    weights = []
    for iri, theirs in predicted.mentions.items():
        for entity, mine in marked.mentions.items():
            if marked.types[entity] == predicted.types[iri]:
                shared = sum(overlap(a, b) for a in theirs for b in mine)
                weights += [(-shared, iri, entity)] if shared else []
    mapping: dict[str, str] = {}
    for _, iri, entity in sorted(weights):
        if iri not in mapping and entity not in mapping.values():
            mapping[iri] = entity
    return mapping


def _entities(marked: Marked, predicted: Predicted, mapping: dict[str, str], told: _Told) -> dict[str, Counts]:
    result = {}
    for kind in ENTITY_KINDS:
        wanted = {entity for entity, type_ in marked.types.items() if type_ == kind}
        found = [iri for iri in predicted.mentions if predicted.types[iri] == kind]
        hits = {iri: mapping[iri] for iri in found if iri in mapping}
        result[f"entity {kind}"] = Counts(len(hits), len(found), len(wanted))
        for entity in sorted(wanted - set(hits.values())):
            told("missing", kind, entity)
        for iri in sorted(set(found) - set(hits)):
            start, end = predicted.mentions[iri][0]
            told("extra", kind, local(iri), repr(marked.text[start:end]))
    return result


def _mentions(marked: Marked, predicted: Predicted) -> dict[str, Counts]:
    """Recall from the marked side, precision from the graph's: a mention is met where one of its type overlaps it."""
    wanted = [(marked.types[e], at) for e, stretches in marked.mentions.items() for at in stretches]
    found = [(predicted.types[iri], at) for iri, stretches in predicted.mentions.items() for at in stretches]

    def met(these: list[tuple[str, Stretch]], those: list[tuple[str, Stretch]]) -> Counts:
        hits = sum(any(kind == other and overlap(at, there) for other, there in those) for kind, at in these)
        return Counts(hits, len(these), len(these))

    return {"mention recall": met(wanted, found), "mention precision": met(found, wanted)}


def _posts(marked: Marked, predicted: Predicted, known: Known, told: _Told) -> dict[str, Counts]:
    wanted = {(p["person"], p["role"], p["of"]): p["status"] for p in marked.content["posts"]}
    found = {(known(p), role, known(of)): status for p, role, of, status in sorted(predicted.posts, key=str)}
    both = wanted.keys() & found.keys()
    for post in sorted(wanted.keys() - both, key=str):
        told("missing", "post", *post)
    for extra in sorted(found.keys() - both, key=str):
        told("extra", "post", *extra)
    return {
        "post": Counts(len(both), len(found), len(wanted)),
        "post status, where found": Counts(sum(wanted[k] == found[k] for k in both), len(both), len(both)),
    }


def _relations(marked: Marked, predicted: Predicted, known: Known, told: _Told) -> dict[str, Counts]:
    wanted = {in_order(s, p, o) for s, p, o in marked.content["relations"]}
    found = {in_order(known(s) or "", p, known(o) or "") for s, p, o in predicted.relations}
    for relation in sorted(wanted - found):
        told("missing", "relation", *relation)
    for relation in sorted(found - wanted):
        told("extra", "relation", *relation)
    result = {}
    for predicate in sorted({relation[1] for relation in wanted | found}):
        mine, theirs = ({r for r in group if r[1] == predicate} for group in (wanted, found))
        result[f"relation {predicate}"] = Counts(len(mine & theirs), len(theirs), len(mine))
    return result


def in_order(subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
    if predicate in SYMMETRIC and object_ < subject:
        return object_, predicate, subject
    return subject, predicate, object_


def _figures(marked: Marked, predicted: Predicted, known: Known, told: _Told) -> dict[str, Counts]:
    free = list(predicted.figures)
    hit = with_subject = 0
    for wanted in marked.content["observations"]:
        match = next((figure for figure in free if _same_figure(figure, wanted, marked)), None)
        if match is None:
            told("missing", "figure", f"{wanted['value']} {wanted['unit']}", repr(wanted["evidence"]))
            continue
        free.remove(match)
        hit += 1
        with_subject += known(match.about) == wanted["about"]
    for figure in free:
        told("extra", "figure", f"{figure.value:g} {figure.unit}", repr(marked.text[slice(*figure.at)]))
    counts = len(predicted.figures), len(marked.content["observations"])
    return {"figure": Counts(hit, *counts), "figure with its subject": Counts(with_subject, *counts)}


def _same_figure(figure: Figure, wanted: dict[str, Any], marked: Marked) -> bool:
    value = float(wanted["value"])
    close = abs(figure.value - value) <= 1e-6 * max(1.0, abs(value))
    units = {"count" if unit.lower() == "person" else unit.lower() for unit in (figure.unit, wanted["unit"])}
    return close and len(units) == 1 and any(overlap(figure.at, at) for at in marked.places(wanted["evidence"]))


def _statements(marked: Marked, predicted: Predicted, known: Known, told: _Told) -> dict[str, Counts]:
    """One statement of the graph may cover several marked ones; it is then right for each of them."""
    used: set[int] = set()
    hits: defaultdict[str, int] = defaultdict(int)
    for wanted in marked.content["statements"]:
        index = _covering(wanted, marked, predicted, known)
        if index is None:
            told("missing", wanted["kind"], wanted["speaker"], repr(wanted["evidence"]))
        else:
            used.add(index)
            hits[wanted["kind"]] += 1
    for index in sorted(set(range(len(predicted.statements))) - used):
        statement = predicted.statements[index]
        told("extra", statement.kind, known(statement.speaker), repr(marked.text[slice(*statement.at)][:80]))
    return _tallied(marked, predicted, used, hits)


def _covering(wanted: dict[str, Any], marked: Marked, predicted: Predicted, known: Known) -> int | None:
    """The first statement of this kind and speaker that holds half of the marked words."""
    places = marked.places(wanted["evidence"])
    for index, (kind, speaker, at) in enumerate(predicted.statements):
        half = any(2 * overlap(at, place) >= place[1] - place[0] for place in places)
        if kind == wanted["kind"] and known(speaker) == wanted["speaker"] and half:
            return index
    return None


def _tallied(marked: Marked, predicted: Predicted, used: set[int], hits: dict[str, int]) -> dict[str, Counts]:
    wanted = [statement["kind"] for statement in marked.content["statements"]]
    found = [statement.kind for statement in predicted.statements]
    covering = [predicted.statements[index].kind for index in used]
    return {
        f"statement {kind}": Counts(
            hits.get(kind, 0), found.count(kind) + hits.get(kind, 0) - covering.count(kind), wanted.count(kind)
        )
        for kind in sorted({*wanted, *found})
    }
