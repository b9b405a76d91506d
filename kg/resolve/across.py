"""Who is who across documents: every entity gets a link to one canonical thing, with the score and the reason.

«Токаев» of one text, «Қасым-Жомарт Тоқаев» of another and «К.-Ж. Тоқаевтың» of a third become
`person/kassym-jomart-tokayev`. The order of documents never changes the result.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg import gazetteer
from kg.model import Canonical, Entity, Link, Resolved, content_id
from kg.resolve.apart import Around, told_around
from kg.resolve.compare import Score
from kg.resolve.judged import Judgements, joined, regrouped, with_keys
from kg.resolve.keys import Key, thing_keys, why
from kg.resolve.labels import known_row, labels, owned_labels, slug, spellings
from kg.resolve.people import cluster_people
from kg.resolve.profiles import Profile, posts_of, profile

NAME_PARTS = ("surname", "given", "patronymic", "gender")


@dataclass(frozen=True, slots=True)
class Group:
    """Entities taken for one thing, and what joined each."""

    entities: tuple[Entity, ...]  # sorted
    known_as: str | None
    scores: Mapping[str, Score]
    owned: tuple[str, str] | None = None  # class and the owner's key, for a body that an owner has one of


def across(documents: Iterable[Resolved], judged: Judgements | None = None) -> tuple[list[Link], list[Canonical]]:
    """Links and canonical entities of all documents, both sorted; what people judged outranks every score."""
    judged = judged if judged is not None else Judgements()
    documents = with_keys(sorted(documents, key=lambda resolved: resolved.document.id), judged)
    entities = {entity.id: entity for resolved in documents for entity in resolved.entities}
    things = _with_ids(_things(entities, judged, told_around(documents)))
    canonical_of = {entity.id: canonical.id for canonical, group in things for entity in group.entities}
    named = [*things, *_with_ids(_people(documents, entities, canonical_of, judged))]
    links = [
        Link(entity.id, canonical.id, *judged.scored(entity.id, group.scores[entity.id]))
        for canonical, group in named
        for entity in group.entities
    ]
    canonicals = _within(sorted((canonical for canonical, _ in named), key=lambda canonical: canonical.id))
    return sorted(links, key=lambda link: (link.canonical, link.entity)), canonicals


def _things(entities: Mapping[str, Entity], judged: Judgements, around: Mapping[str, Around]) -> list[Group]:
    """Places, bodies and projects, grouped by key."""
    members: dict[Key, list[Entity]] = defaultdict(list)
    for entity_id, key in regrouped(thing_keys(entities.values(), around), judged).items():
        members[key].append(entities[entity_id])
    groups = []
    for key in sorted(members):
        score = Score(*why(key, alone=len(members[key]) == 1))
        known_as = key[1] if key[0] == "known" else None
        owned = (key[2], key[3].removeprefix("known/")) if key[0] == "owned" else None
        groups.append(Group(_sorted(members[key]), known_as, {e.id: score for e in members[key]}, owned))
    return groups


def _people(
    documents: Sequence[Resolved],
    entities: Mapping[str, Entity],
    canonical_of: Mapping[str, str],
    judged: Judgements,
) -> list[Group]:
    """Persons, clustered by name and by the posts they hold in the things of `canonical_of`."""
    profiles: list[Profile] = []
    for resolved in documents:
        posts = posts_of(resolved, canonical_of)
        persons = (entity for entity in resolved.entities if entity.kind == "Person")
        profiles.extend(
            profile(entity, posts.get(entity.id, frozenset()), resolved.document.date or "") for entity in persons
        )
    groups = []
    for cluster in cluster_people(joined(profiles, judged), judged.clash):
        known_as = min(cluster.profile.known_as, default=None)
        groups.append(Group(_sorted(entities[i] for i in cluster.links), known_as, _scores(cluster.links)))
    return groups


def _scores(links: Mapping[str, Score]) -> dict[str, Score]:
    """The first of a cluster was joined to nobody: its reason is the best of those that joined it."""
    joined = sorted(
        (score for score in links.values() if score.reason.startswith("«")), key=lambda s: (-s.value, s.reason)
    )
    if not joined or len(links) == 1:
        return dict(links)
    return {entity: score if score.reason.startswith("«") else joined[0] for entity, score in links.items()}


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: (entity.document, entity.mentions[0].start, entity.id)))


def _with_ids(groups: Sequence[Group]) -> list[tuple[Canonical, Group]]:
    """Canonical entities with readable ids; what would share its id, or a key of the gazetteer, gets a hash besides."""
    drafts = [_draft(group) for group in groups]
    shared = Counter(draft.id for draft in drafts)
    named = []
    for draft, group in zip(drafts, groups, strict=True):
        taken = shared[draft.id] > 1 or known_row(draft.id) is not None
        named.append((_told_apart(draft, group) if taken and not draft.known_as else draft, group))
    return named


def _draft(group: Group) -> Canonical:
    row = known_row(group.known_as)
    kind = group.entities[0].kind
    owner = known_row(group.owned[1]) if group.owned else None
    names = labels(group.entities, row, owned_labels(group.owned[0], owner) if group.owned and owner else None)
    finer = {name for entity in group.entities for name in entity.finer} | ({row.finer} if row and row.finer else set())
    return Canonical(
        id=group.known_as or slug(kind, names or _fallback(group)),
        kind=kind,
        labels=names,
        spellings=spellings(group.entities, row, names),
        finer=tuple(sorted(finer)),
        known_as=group.known_as,
        features=_known_features(row) or _fullest_features(group.entities),
    )


def _fallback(group: Group) -> list[tuple[str, str]]:
    return [(entity.lang, entity.name) for entity in group.entities]


def _known_features(row: gazetteer.Row | None) -> tuple[tuple[str, str], ...]:
    """The parts of a known person's name, from the row's own columns."""
    return tuple((name, row.feature(name) or "") for name in NAME_PARTS if row and row.feature(name))


def _fullest_features(entities: Sequence[Entity]) -> tuple[tuple[str, str], ...]:
    """The features of the entity that says most; of equals, those seen most."""
    seen = Counter(entity.features for entity in entities)
    return min(seen, key=lambda features: (-len(features), -seen[features], features))


def _told_apart(draft: Canonical, group: Group) -> Canonical:
    """Namesakes: `person/yerlan-akhmetov-3f1c2a`, from the words of their first mention."""
    first = group.entities[0]
    mark = content_id(first.document, first.mentions[0].start, first.mentions[0].stop, first.kind)[:6]
    return replace(draft, id=f"{draft.id}-{mark}")


def _within(canonicals: Sequence[Canonical]) -> list[Canonical]:
    """Each known place or body with the nearest place of the gazetteer that is itself in the documents."""
    present = {canonical.known_as for canonical in canonicals if canonical.known_as}
    placed = []
    for canonical in canonicals:
        row = known_row(canonical.known_as)
        around = (place.key for place in gazetteer.containers(row)) if row else iter(())
        nearest = next((key for key in around if key in present), None)
        placed.append(replace(canonical, within=(nearest,)) if nearest else canonical)
    return placed


def explain(link: Link) -> str:
    """Why an entity is the one it was taken for, in a sentence a reader can check."""
    return f"Taken for {link.canonical} with a score of {link.score:.2f}. {link.reason}"
