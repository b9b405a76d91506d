"""What is compared of a person, and which persons are worth comparing: those whose surnames share a key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg import gazetteer
from kg.model import Claim, Entity, Resolved
from kg.text.translit import fold, variant_keys

# Ends of a patronymic, folded: Ермекович, Ермекулы, Ермекұлы, Сериковна, Серикқызы.
PATRONYMIC = re.compile(r"(?:ovich|evich|ich|ovna|evna|ichna|uli|ogli|uulu|kizi|gizi)$")


@dataclass(frozen=True, slots=True)
class Held:
    """A post somebody is said to hold: role, jurisdiction as a key, and the days on which documents say so."""

    role: str
    of: str | None
    first: str  # ISO day, empty if unknown
    last: str
    current: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that decides who a person is: names as keys, and posts. One entity's, or a whole cluster's."""

    ids: frozenset[str]  # Entity.ids; empty for a person that only the gazetteer names
    surnames: frozenset[str] = frozenset()
    givens: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()
    initials: frozenset[tuple[str, ...]] = frozenset()
    genders: frozenset[str] = frozenset()
    known_as: frozenset[str] = frozenset()
    posts: frozenset[Held] = frozenset()
    spelled: str = field(default="", compare=False)  # for reasons: the name as a reader knows it

    def __or__(self, other: Profile) -> Profile:
        fuller = self if len(self.givens) >= len(other.givens) else other
        sets = {
            name: getattr(self, name) | getattr(other, name)
            for name in ("ids", "surnames", "givens", "patronymics", "initials", "genders", "known_as")
        }
        return Profile(**sets, posts=_merged(self.posts | other.posts), spelled=fuller.spelled or other.spelled)

    @property
    def full(self) -> bool:
        """True where both a given name and a surname (or a patronymic) are known."""
        return bool(self.givens and (self.surnames or self.patronymics))


def _merged(posts: frozenset[Held]) -> frozenset[Held]:
    """One Held an office, with the earliest and the latest day."""
    offices: dict[tuple[str, str | None, bool], list[Held]] = defaultdict(list)
    for held in posts:
        offices[held.role, held.of, held.current].append(held)
    return frozenset(
        Held(role, of, min(h.first for h in all_days), max(h.last for h in all_days), current)
        for (role, of, current), all_days in offices.items()
    )


def profile(entity: Entity, posts: frozenset[Held] = frozenset()) -> Profile:
    """The profile of one person of one document."""
    parts = dict(entity.features)
    words = entity.name.split()
    if not any(name in parts for name in ("surname", "given", "patronymic")) and words:
        parts["surname"] = words[-1]
        if len(words) > 1:
            parts["given"] = " ".join(words[:-1])
    return Profile(
        frozenset({entity.id}),
        surnames=surname_keys(parts.get("surname")),
        givens=_keys(parts.get("given")),
        patronymics=_patronymic_keys(parts),
        initials=frozenset({initial_letters(parts["initials"])} if parts.get("initials") else ()),
        genders=frozenset({parts["gender"]} if parts.get("gender") else ()),
        known_as=frozenset({entity.known_as} if entity.known_as else ()),
        posts=posts,
        spelled=entity.name,
    )


def _keys(name: str | None) -> frozenset[str]:
    return variant_keys(name) if name else frozenset()


def surname_keys(surname: str | None) -> frozenset[str]:
    """Keys of a surname; those of each part too where it is double: «Салтыкова-Щедрина» may be called Салтыкова."""
    parts = re.split(r"[-‐‑–]", surname or "")
    return _keys(surname).union(*(_keys(part) for part in parts if len(part) > 3))


def _patronymic_keys(parts: Mapping[str, str]) -> frozenset[str]:
    """The father's name; «Камзабекулы» tells it too where it stands as a surname."""
    named = parts.get("patronymic") or parts.get("surname")
    keys = _keys(named)
    if not parts.get("patronymic"):
        keys = frozenset(key for key in keys if key.endswith(("uli", "kizi")) and len(key) > 5)
    return frozenset(PATRONYMIC.sub("", key) for key in keys)


def initial_letters(initials: str) -> tuple[str, ...]:
    """«Қ.-Ж. К.» → ("k-zh", "k"): a sound for each initial, those of a double name together."""
    groups = re.findall(r"[^\W\d_]+\.?(?:[-‐‑–][^\W\d_]+\.?)*", initials)
    return tuple("-".join(fold(letter) for letter in re.findall(r"[^\W\d_]+", group)) for group in groups)


def posts_of(resolved: Resolved, places: Mapping[str, str]) -> dict[str, frozenset[Held]]:
    """Who holds what by one document; `places` gives the canonical id of each jurisdiction's Entity.id."""
    found: dict[str, set[Held]] = defaultdict(set)
    for claim in resolved.claims:
        if claim.predicate == "holds" and claim.post and claim.modality != "negated":
            found[claim.subject].add(_held(claim, resolved.document.date or "", places))
    return {subject: frozenset(posts) for subject, posts in found.items()}


def _held(claim: Claim, day: str, places: Mapping[str, str]) -> Held:
    post = claim.post
    assert post is not None
    of = places.get(post.of, post.of) if post.of else None
    return Held(post.role, of, day, day, claim.status not in ("former", "dismissed", "candidate"))


def known_people() -> list[Profile]:
    """People of the gazetteer as profiles, so that «аким Алматы Сагинтаев» can be one of them."""
    return [_known_profile(row) for row in gazetteer.people()]


def _known_profile(row: gazetteer.Row) -> Profile:
    """The names of a row in three languages; its columns tell which word is the surname («Си Цзиньпин»)."""
    known = surname_keys(row.feature("surname"))
    surnames, givens = set(known), set(_keys(row.feature("given")))
    for name in (name for lang in gazetteer.LANGS for name in row.names(lang) if " " in name):
        first, rest = name.split(maxsplit=1)
        given, surname = (rest, first) if known & _keys(first) else name.rsplit(maxsplit=1)
        surnames |= surname_keys(surname)
        givens |= _keys(given)
    parts = {name: value for name in ("surname", "patronymic") if (value := row.feature(name))}
    return Profile(
        frozenset(),
        surnames=frozenset(surnames),
        givens=frozenset(givens),
        patronymics=_patronymic_keys(parts),
        genders=frozenset({row.feature("gender") or ""} - {""}),
        known_as=frozenset({row.key}),
        spelled=row.ru[0] if row.ru else row.key,
    )


def block_keys(person: Profile) -> frozenset[str]:
    """Keys under which a person can be found: the surname's consonants, alone and with each first letter."""
    names = person.surnames or (() if person.patronymics else person.givens)
    keys = {skeleton(name) for name in names}
    keys |= {f"{skeleton(name)}+{letter}" for name in names for letter in _first_letters(person)}
    keys |= {f"{skeleton(father)}+{given[0]}" for father in person.patronymics for given in person.givens}
    return frozenset(keys or {skeleton(father) for father in person.patronymics})


def search_keys(person: Profile) -> frozenset[str]:
    """Keys under which those are found who may be this person: by first letter too, where one is known."""
    keys = block_keys(person)
    return frozenset(key for key in keys if "+" in key) or keys


def _first_letters(person: Profile) -> frozenset[str]:
    return frozenset(name[0] for name in person.givens) | frozenset(
        letters[0][0] for letters in person.initials if letters
    )


def skeleton(key: str) -> str:
    """`sagintaev` → `sgntv`: spellings of one name differ in vowels; a woman's surname ends in `a` besides."""
    return re.sub(r"[aeiou]", "", key).replace("h", "k") or key
