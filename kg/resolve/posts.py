"""Posts that people hold by the text: one claim for each, with its status and what it is of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.lang import tables
from kg.model import GOVERNING, Claim, Entity, Evidence, Mention, Post
from kg.resolve import bygone, headed, ministries, offices, rivals, stated, subject
from kg.resolve.jurisdictions import GOVERNED, HEADING, NATIONAL, jurisdiction, led_by_another
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

INFERRED = 0.85  # how much surer a post is whose words name what it is of; read on real news
UNOWNED = 0.8  # and the head of nothing that is named: of five in marked texts that nobody had read none was whole
BEFORE_NAME = "titles/before-name"
LOST = "relations/instead-lost"  # «вместо Иванова назначен …»: he is gone, whenever he was appointed
VAGUE = ("other", "member")
# What yields to the rest told of the same post: «и.о. акима Иванов уволен»; to be acting says more than to hold it.
YIELDS = {"acting": 1, "current": 2, "candidate": 3}


def claims(scene: Scene) -> list[Claim]:
    """One claim a person, role and jurisdiction; a post without jurisdiction yields to the same post with one."""
    found: dict[tuple[str, str, str | None], Claim] = {}
    named = {(id(h.person), h.title.feature("role")) for h in scene.titles.held if h.title.of}
    over = [h for h in scene.titles.held if h.status == "former" and h.relation]
    for held in sorted(scene.titles.held, key=_news_first):
        if any(_began_behind(held, past) for past in over):
            continue
        elsewhere = (id(held.person), held.title.feature("role")) in named
        claim = None if elsewhere and is_bare(held.title) else claim_of(scene, held)
        if claim is not None and claim.post is not None:
            found.setdefault((claim.subject, claim.post.role, claim.post.of), claim)
    for claim in headed.claims(scene):
        if claim.post is not None:
            found.setdefault((claim.subject, claim.post.role, claim.post.of), claim)
    for key in doubtful(scene, found):
        del found[key]
    told = stated.with_dates(scene, rivals.without_rivals(without_bare(found)))
    return [bygone.settled(scene, bygone.earlier(scene, claim, told), told) for claim in told]


def _began_behind(held: Held, past: Held) -> bool:
    """«Работал директором до 2019 года. [Эту должность] занял в 2012-м»: how a post that is over began."""
    same = held.status == "appointed" and held.person is past.person and held.title is past.title
    return bool(same and held.relation and past.relation and held.relation.evidence.stop > past.relation.evidence.stop)


def without_bare(found: Mapping[tuple[str, str, str | None], Claim]) -> list[Claim]:
    """A post of nothing named is the one of something: dismissed from either, somebody has left it."""
    owned: dict[tuple[str, str], list[Claim]] = {}
    for (person, role, of), c in found.items():
        if of:
            owned.setdefault((person, role), []).append(c)
    left = {(person, role) for (person, role, of), c in found.items() if not of and c.status == "dismissed"}
    kept = []
    for (person, role, of), c in found.items():
        told = owned.get((person, role), [])
        if of and len(told) == 1 and (person, role) in left and c.status in ("former", "current"):
            c = _of(found[person, role, None], of)
        if of or _is_another(c, {one.status for one in told}):
            kept.append(c)
    return kept


def _of(claim: Claim, of: str) -> Claim:
    return replace(claim, post=replace(claim.post, of=of)) if claim.post else claim


def _is_another(bare: Claim, owned: Collection[str | None]) -> bool:
    """«Министром [назначен] бывший глава Минздрава Ким»: a post of nothing named is none that he had before."""
    new = bare.status == "appointed" and bare.post is not None and bare.post.role in ministries.ROLES
    return not owned or (new and all(status == "former" for status in owned))


def doubtful(scene: Scene, found: Mapping[tuple[str, str, str | None], Claim]) -> list[tuple[str, str, str | None]]:
    """Presidents of no country named who head something else: of a federation, of a bank, once told without it."""
    known = {scene.entity_of_person(held.person): held.person.known_as for held in scene.titles.held}
    abroad = {entity.id for entity, key in known.items() if entity is not None and key}
    heads = {(c.subject, c.post.title) for c in found.values() if c.post and c.post.role == "head"}
    people = {person for person, _ in heads} - abroad
    return [
        key
        for key, c in found.items()
        if key[1] in NATIONAL
        and c.post
        and ((c.subject, c.post.title) in heads or (not key[2] and c.subject in people))
    ]


def is_bare(title: Mention) -> bool:
    """A local post with nothing that it is of: «отсутствие [акима] Иванова», whose place is told elsewhere."""
    told = title.of or title.feature("class") or title.feature("land") or title.feature("body")
    return title.feature("role") in GOVERNING and not told and title.feature("status") == "current"


def _news_first(held: Held) -> tuple[int, bool, float, int]:
    """Who left a post was once appointed to it: «қызметінен кетті. Ол 2022 жылы тағайындалған болатын».

    «Бывший вице-премьер Иванов назначен первым вице-премьером»: what he is beside his name yields to the news.
    «Был назначен акимом в 2022 году», of nobody named, is a career's past, unless the text calls him akim elsewhere.
    """
    gone = held.status == "dismissed" or held.rule == LOST
    if held.status == "former" and held.rule == BEFORE_NAME:
        return 1, not gone, -held.confidence, held.title.start
    if held.status == "former" and held.rule in _givings(held.title.lang):
        return YIELDS["candidate"], not gone, -held.confidence, held.title.start
    return YIELDS.get(held.status, 0), not gone, -held.confidence, held.title.start


@cache
def _givings(lang: str) -> frozenset[str]:
    """The rules that tell how somebody came to a post."""
    frames = tables.load(lang, "relations")["frame"]
    return frozenset(f"relations/{frame['name']}" for frame in frames if frame.get("status") == "appointed")


def claim_of(scene: Scene, held: Held) -> Claim | None:
    person = scene.entity_of_person(held.person)
    if person is None:
        return None
    role = held.title.feature("role") or "other"
    of = jurisdiction(scene, held, role)
    if of is None and role in NATIONAL and (region := led_republic(scene, held)) is not None:
        role, of = "akim", region
    if of is None and role in NATIONAL and not held.person.known_as:
        role, of = led_society(scene, held, role)
    if of is not None and role in HEADING and (governed := governed_place(scene, held.title, of)) is not None:
        role, of = GOVERNING[HEADING.index(role)], governed
    if of is not None and "Ministry" in of.finer and role == "head" and held.title.feature("body"):
        role = "minister" if held.title.name in _leading(held.title.lang) else role  # «руководитель ведомства»
    if of is None and _is_calling(held, role):
        return None
    bare_heads = tables.load(held.title.lang, "grammar").get("bare_heads", ())
    nothing_told = held.title.name in bare_heads and " " not in held.title.words and not held.title.feature("body")
    if of is None and role == "head" and nothing_told:
        return None  # «избран главой»: of what was told before, and may be of a town
    evidence = held.relation.evidence if held.relation else words_of(held.title)
    post = Post(role, of.id if of else None, held.title.feature("called") or held.title.name, held.title.lang)
    confidence = round(held.confidence * share_known(held.title, of, role), 2)
    status = "former" if bygone.is_over(scene, held, role, of) else held.status
    return Claim(person.id, "holds", None, evidence, held.rule, confidence, post, status)


def governed_place(scene: Scene, title: Mention, body: Entity) -> Entity | None:
    """The place that who heads its administration governs: «председатель Елецкого райисполкома»; no country.

    Not who heads a part of it: «начальник отдела администрации».
    """
    if "Akimat" not in body.finer or title.name not in _leading(title.lang):
        return None
    owner = next((e for e in scene.entities.values() if e.id == body.owner), None)
    return owner if owner is not None and set(owner.finer) & set(GOVERNED) else None


def _leading(lang: str) -> frozenset[str]:
    """The posts of who leads a whole body, whatever it is: «глава», «руководитель»."""
    return frozenset(tables.load(lang, "grammar").get("leads_governed", ()))


def _is_calling(held: Held, role: str) -> bool:
    """«Блогер», «шейх», «основатель» of nothing is no office; nor is «бас маман болып бастады»."""
    one_word = " " not in held.title.name
    return role == "member" or (role in VAGUE and (one_word or held.rule in bygone.CAREER))


def share_known(title: Mention, of: Entity | None, role: str) -> float:
    """How sure a post is by what it is of: named beside it, told elsewhere, or not at all."""
    if of is None:
        return UNOWNED if role in (*HEADING, *VAGUE) else 1.0
    return 1.0 if title.of is not None else INFERRED


def led_society(scene: Scene, held: Held, role: str) -> tuple[str, Entity | None]:
    """A bare «президент» where the text tells but of one of a body, «президентом [Банка Ясного]»: he leads it."""
    titles = [m for m in scene.extract.mentions if m.kind == "Title"]
    same = [m for m in titles if m.name == held.title.name and m.feature("role") == "head"]
    led = {id(body): body for m in same if (body := scene.entity(m.of)) is not None}
    if len(led) != 1 or any(m.feature("role") == role and m.of for m in titles):
        return role, None
    body = next(iter(led.values()))
    return (role, None) if led_by_another(scene, held, body) else ("head", body)


def led_republic(scene: Scene, held: Held) -> Entity | None:
    """«Глава республики Иванов» of the only region named that is one; not who is known to lead a country."""
    grammar = tables.load(held.title.lang, "grammar")
    if (
        held.title.name.split()[0] not in grammar.get("bare_heads", ())
        or grammar["republic"] not in held.title.words.lower()
    ):
        return None
    terms = offices.held_on([held.person], scene.extract.document.date).get(held.person.known_as or "", [])
    republics = [p for p in scene.places() if subject.is_republic(p, held.title.lang)]
    return scene.entity_of_thing(republics[0]) if len(republics) == 1 and not terms else None


def words_of(mention: Mention) -> Evidence:
    return Evidence(mention.document, mention.start, mention.stop, mention.words)
