"""What is compared of a person: names as keys, and posts; of one document, of a whole cluster, or of the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kg import gazetteer
from kg.model import Claim, Entity, Resolved
from kg.resolve.either import may_be_either
from kg.text.translit import fold, variant_keys

# Ends of a patronymic: Ермекович, Ермекулы, Ермекұлы, Сериковна, Серікқызы. Cut off before folding, for ққ folds to k.
PATRONYMIC = re.compile(
    r"\W*(?:[оеё]вич|ич|[оеё]вна|ична|[уұ]лы|о[гғ]лы|оглу|угли|уулу|[кқг]ызы|кизи"
    r"|[eo]vich|ich|[eo]vna|ichna|[uúū]l[yı]|ogl[yu]|uulu|[kqg][yı]z[yı]|kizi)$",
    re.IGNORECASE,
)
FATHERS_SURNAME = re.compile(r".{3}(?:[уұ]лы|[кқ]ызы|[uúū]l[yı]|[kq][yı]z[yı])$", re.IGNORECASE)
# What one Latin letter may begin: Yerlan, Yury; Serik, Sharip; Kairat, Khamit. «C.» is often a Cyrillic «С» mistyped.
LATIN_INITIALS = {"Y": ("e", "i", "u"), "S": ("s", "sh"), "Z": ("z", "zh"), "K": ("k", "h"), "C": ("k", "s", "ch")}
# Folded surnames that only a man or only a woman bears in this form.
GENDERED = re.compile(r"(?:[oe]va?|ina?|[st]ki|[st]kaia|uli|kizi)$")


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
    namesakes: float = 0.0  # how many others are expected to have the name by chance
    either: bool = False  # «Евгения Кузьмина»: a man in the genitive, or a woman
    day: str = ""  # of the document, the earliest of several; ISO, empty if unknown

    def __or__(self, other: Profile) -> Profile:
        fuller = self if len(self.givens) >= len(other.givens) else other
        sets = {
            name: getattr(self, name) | getattr(other, name)
            for name in ("ids", "surnames", "givens", "patronymics", "initials", "genders", "known_as")
        }
        return Profile(
            **sets, posts=_merged(self.posts | other.posts), spelled=fuller.spelled or other.spelled,
            namesakes=min(self.namesakes, other.namesakes), day=min(self.day, other.day) or max(self.day, other.day),
        )  # fmt: skip

    @property
    def offices(self) -> bool:
        """True where a post is known together with its place or body."""
        return any(held.of for held in self.posts)

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


def profile(entity: Entity, posts: frozenset[Held] = frozenset(), day: str = "") -> Profile:
    """The profile of one person of one document of that day."""
    parts = dict(entity.features)
    words = entity.name.split()
    if not any(name in parts for name in ("surname", "given", "patronymic")) and words:
        parts["surname"] = words[-1]
        if len(words) > 1:
            parts["given"] = " ".join(words[:-1])
    if parts.keys() <= {"given", "gender"}:  # one word, for short: a surname, though Болат is a given name too
        parts = {"surname": parts.get("given", "")}
    either = may_be_either(entity)
    return Profile(
        frozenset({entity.id}),
        surnames=surname_keys(parts.get("surname")),
        givens=_keys(parts.get("given")),
        patronymics=patronymic_keys(parts),
        initials=frozenset({initial_letters(parts["initials"])} if parts.get("initials") else ()),
        genders=frozenset() if either else _genders(parts),
        known_as=frozenset({entity.known_as} if entity.known_as else ()),
        posts=posts,
        spelled=entity.name,
        either=either,
        day=day,
    )


def _keys(name: str | None) -> frozenset[str]:
    return variant_keys(name) if name else frozenset()


def _genders(parts: Mapping[str, str]) -> frozenset[str]:
    """The gender, where a given name, a father's name or the surname's form shows it: «Б. Әбзелбек» may be a woman."""
    shown = parts.get("given") or parts.get("patronymic") or GENDERED.search(fold(parts.get("surname", "")))
    return frozenset({parts["gender"]} if shown and parts.get("gender") else ())


def surname_keys(surname: str | None) -> frozenset[str]:
    """Keys of a surname; those of each part too where it is double: «Салтыкова-Щедрина» may be called Салтыкова."""
    parts = re.split(r"[-‐‑–]", surname or "")
    return _keys(surname).union(*(_keys(part) for part in parts if len(part) > 3))


def patronymic_keys(parts: Mapping[str, str]) -> frozenset[str]:
    """The father's name without its last vowels (Серикбай: Серикбаевич); «Камзабекулы» tells it as a surname too."""
    named = parts.get("patronymic") or ""
    if not named and FATHERS_SURNAME.search(parts.get("surname", "")):
        named = parts["surname"]
    return frozenset(re.sub(r"(?<=...)[aei]+$", "", key) for key in _keys(PATRONYMIC.sub("", named)))


def initial_letters(initials: str) -> tuple[str, ...]:
    """«Қ.-Ж. К.» → ("k-zh", "k"): a sound for each initial, those of a double name together; `S.` → ("S",)."""
    groups = re.findall(r"[^\W\d_]+\.?(?:[-‐‑–][^\W\d_]+\.?)*", initials)
    return tuple("-".join(_sound(letter) for letter in re.findall(r"[^\W\d_]+", group)) for group in groups)


def _sound(letter: str) -> str:
    return letter.upper() if letter.upper() in LATIN_INITIALS else fold(letter)


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
        patronymics=patronymic_keys(parts),
        genders=frozenset({row.feature("gender") or ""} - {""}),
        known_as=frozenset({row.key}),
        spelled=row.ru[0] if row.ru else row.key,
    )


@cache
def tenures_by_person() -> dict[str, list[gazetteer.Tenure]]:
    """The gazetteer's tenures of each person."""
    found: dict[str, list[gazetteer.Tenure]] = defaultdict(list)
    for tenure in gazetteer.tenures():
        found[tenure.person].append(tenure)
    return found
