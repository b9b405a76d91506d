"""Posts that are over: by the gazetteer's terms, and those of a life, whose places the text need not mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg import gazetteer
from kg.lang import tables
from kg.model import IN_OFFICE, Claim, Entity, Mention
from kg.resolve import long_ago
from kg.resolve.sentences import sentence_at
from kg.resolve.titled import Held

if TYPE_CHECKING:
    from kg.resolve.within import Scene

YEAR = re.compile(r"(?:19|20)\d\d")
CAREER = (
    "relations/became", "relations/began", "relations/has-been", "relations/holds-worked", "relations/was-once",
    "relations/worked-while", "relations/holds-appointed",
)  # fmt: skip


def is_over(scene: Scene, held: Held, role: str, of: Entity | None) -> bool:
    """Whether a title told without «бывший» was given up before the document's day, as far as the gazetteer knows.

    A first or second president, «Тұңғыш Президент – Елбасы», is one no more, unless the gazetteer knows better; a
    «первый секретарь» may well be one. «Елбасы» is one man, of whatever country the text tells, and
    a text of no day need not be of his.
    """
    day = scene.extract.document.date
    if held.status != "current":
        return False
    if _tried_long_ago(scene, held):
        return True
    if day is None and one_holder(held.title) is not None:
        return True
    his = [h.title for h in scene.titles.held if h.person is held.person and h.title.feature("role") == role]
    gone = any(is_numbered(title) for title in his)
    if day is None or held.person.known_as is None or (of is None and one_holder(held.title) is None):
        return gone
    his_own = [t for t in gazetteer.tenures() if (t.person, t.role) == (held.person.known_as, role)]
    known = [t for t in his_own if of is None or t.of == of.known_as]
    return all(t.stop is not None and t.stop < day[: len(t.stop)] for t in known) if known else gone


def is_numbered(title: Mention) -> bool:
    """«Тұңғыш Президент», «второй президент»: of several who were it, so hardly he who is it now."""
    past = tuple(tables.load(title.lang, "grammar")["past_holder"])
    return title.feature("role") == "president" and any(word.startswith(past) for word in title.words.lower().split())


def one_holder(title: Mention) -> str | None:
    """The gazetteer's key of the one person who is called so: «Елбасы»."""
    key: str | None = tables.load(title.lang, "grammar").get("one_holder", {}).get(title.name.lower())
    return key


def _tried_long_ago(scene: Scene, held: Held) -> bool:
    """«В 2009 году суд приговорил министра Иванова»: he was it then, in a year before the document's own."""
    told_by, document = _trials(held.title.lang), scene.extract.document
    if told_by is None:
        return False
    begin, end = sentence_at(document.text, document.lang, held.title.start)
    sentence = document.text[begin:end]
    years = YEAR.findall(sentence)
    return bool(years) and bool(told_by.search(sentence)) and (document.date is None or max(years) < document.date[:4])


@cache
def _trials(lang: str) -> re.Pattern[str] | None:
    table = tables.load(lang, "grammar").get("crimes")
    return re.compile(table["tried"]) if table else None


def earlier(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """«В 2018 году назначен заместителем»: a post of his career, where the text tells of a later appointment of his.

    So is «Затем получил должность посла» behind the news of an appointment.
    """
    if claim.status != "appointed":
        return claim
    news = [c for c in claims if c.subject == claim.subject and c is not claim and c.status in ("appointed", "acting")]
    news = [c for c in news if not long_ago.is_past_news(scene, c.evidence)]
    dated = claim.start is not None and any(c.start is None or c.start[:4] > claim.start[:4] for c in news)
    before = [c for c in news if c.evidence.start < claim.evidence.start and c.post != claim.post]
    told = bool(before) and (goes_on(scene, claim) or _in_its_year(scene, claim, before))
    return replace(claim, status="former") if dated or told or _is_next_step(scene, claim, claims) else claim


def _is_next_step(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> bool:
    """«Был мэром Омска, [затем] возглавил Томскую область»: a step of a life, told behind a post that is over."""
    words = tables.load(scene.extract.document.lang, "grammar").get("later", ())
    text, stop = scene.extract.document.text, claim.evidence.stop
    begin, _ = sentence_at(text, scene.extract.document.lang, stop - 1)
    over = (c.evidence.stop for c in claims if c.subject == claim.subject and c.status == "former")
    between = (text[end:stop].lower().split() for end in over if begin < end < stop)
    return any(word in told for told in between for word in words)


def settled(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """«Был назначен акимом в 2018 году», told years later: he is akim now, or was, where the text has him elsewhere.

    Who «в 2014 году ушёл с поста» was it once, and so was «аким района в 2010–2014 годах».
    """
    if claim.status == "current" and claim.stop is not None and _long_ago(scene, claim, claim.stop):
        return replace(claim, status="former")
    if claim.status not in ("appointed", "dismissed"):
        return claim
    claim = _dated(scene, claim)
    day = claim.start if claim.status == "appointed" else claim.stop
    if day is None or not _long_ago(scene, claim, day):
        return claim
    now = [c for c in claims if c.subject == claim.subject and c.post != claim.post and c.status in IN_OFFICE]
    now = [c for c in now if c.status != "appointed" or not _is_earlier(scene, c, day)]
    after = (c for c in claims if c.subject == claim.subject and c.evidence.start > claim.evidence.start)
    over = claim.status == "dismissed" or now or long_ago.is_over(scene, claim, day, claims)
    over = over or any(goes_on(scene, c) for c in after) or long_ago.has_died(scene, claim.subject)
    return replace(claim, status="former" if over else "current")


def _dated(scene: Scene, claim: Claim) -> Claim:
    """With the time that its own clause tells, where the sentence tells several: «В 1996 году стал …, а в 2001 …»."""
    told = long_ago.told_on(scene, claim.evidence) if claim.start is None and claim.stop is None else None
    if told is None or scene.extract.document.date is None:
        return claim
    if claim.status == "appointed":
        return replace(claim, start=told[0], stated=told[1])
    return replace(claim, stop=told[0], stated=told[1])


def _is_earlier(scene: Scene, claim: Claim, day: str) -> bool:
    told = claim.start or (long_ago.told_on(scene, claim.evidence) or (None,))[0]
    return told is not None and told[:4] <= day[:4]


def _long_ago(scene: Scene, claim: Claim, start: str) -> bool:
    """Whether a day is of a year before the document's; of no date known, told as «был назначен»."""
    day, text = scene.extract.document.date, scene.extract.document.text
    if day is not None:
        return long_ago.is_long_ago(day, start)
    if claim.status != "appointed":
        return False
    told = tables.load(claim.post.lang if claim.post else "ru", "grammar").get("once_named")
    begin, end = sentence_at(text, scene.extract.document.lang, claim.evidence.start)
    return told is not None and re.search(told, text[begin:end]) is not None


def _in_its_year(scene: Scene, claim: Claim, news: Sequence[Claim]) -> bool:
    """«Назначен Иванов. … С 2000 года, когда Иванов стал послом»: with a year, as the news of today is not told."""
    text, lang = scene.extract.document.text, scene.extract.document.lang
    own, *others = (set(YEAR.findall(text[slice(*sentence_at(text, lang, c.evidence.start))])) for c in (claim, *news))
    return bool(own) and not any(own & years for years in others)


def goes_on(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence opens as the next step of a life: «[Затем] он стал послом»."""
    words = tables.load(scene.extract.document.lang, "grammar").get("later", ())
    text = scene.extract.document.text
    begin, _ = sentence_at(text, scene.extract.document.lang, claim.evidence.stop - 1)
    return text[begin : claim.evidence.stop].lower().split()[:1] in ([word] for word in words)


def in_career(scene: Scene, held: Held) -> bool:
    """«Кейін аудан әкімі болды»: of a district elsewhere, maybe; not «[аталған] аудан әкімі»."""
    if held.status != "former" or held.relation is None or held.relation.rule not in CAREER:
        return False
    before = scene.extract.document.text[: held.title.start].lower().split()[-1:]
    return not set(before) & set(tables.load(held.title.lang, "grammar").get("pointing", ()))
