"""Posts of a body that a common noun names: «федерация президенті», «университет ректоры»."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import FIELDED, Title, case, entities, feature, has_key, next_word, of_place, previous_word
from kg.extract.names.body_words import body_heads
from kg.extract.quotes import CLOSING
from kg.lang import tables
from kg.lang.sentences import DASHES
from kg.model import GOVERNING

HELPERS = ("advisor", "press-secretary")  # roles of who works for a person
PART = "Department"  # the finer class of faculties and chairs
SEAT = 8  # tokens from the place that a sentence begins with to the post


def of_the_one_before(
    doc: Doc, title: Title, row: dict[str, Any], last: Title | None, deputies: dict[str, str]
) -> Title | None:
    """«Облыс әкімі … мен [оның орынбасары] …»: a deputy of whoever was named last; None where nobody was.

    «Облыс әкімі Асан Бекеновтің [орынбасары] …»: of who is named right before, with his post.
    """
    if row.get("of") != "previous":
        return title
    its = tables.load(doc.lang_, "grammar").get("its")
    if last is None or not (its is None or has_key(doc, title.start, its) or _stands_behind(doc, title, last)):
        return None
    if _is_told_as_past(doc, last):
        return None
    return replace(title, role=deputies.get(last.role, "other"), of=last.of, of_class=last.of_class, body=last.body)


def _is_told_as_past(doc: Doc, title: Title) -> bool:
    """«…, который раньше занимал пост [председателя комитета]»: whoever is his deputy now is so elsewhere."""
    words = tables.load(doc.lang_, "grammar").get("formerly", ())
    opens = (i for i in range(title.start - 1, doc[title.start].sent.start - 1, -1) if doc[i].text in ",;:")
    first = next(opens, doc[title.start].sent.start)
    return any(has_key(doc, index, words) for index in range(first, title.start))


def _stands_behind(doc: Doc, title: Title, last: Title) -> bool:
    """Whether nothing but a name in the genitive stands between two posts."""
    named = (s for s in entities(doc) if s.label_ == "Person" and s.start == next_word(doc, last.stop))
    person = next(named, None)
    return person is not None and next_word(doc, person.end) == title.start and case(doc[person.end - 1]) == "Gen"


def of_body_name(doc: Doc, title: Title) -> bool:
    """«заместители председателя Совета [министров Крыма] Ким и Ли»: a part of a body's name is nobody's post."""
    bodies = (s for s in entities(doc) if s.label_ == "Organization")
    return title.plural and any(s.start < title.start and title.group[1] <= s.end for s in bodies)


def of_body_in_brackets(doc: Doc, title: Title) -> Title:
    """«компания «Тулпар» ([директор] — Иванов)»: of the body that the brackets tell more of."""
    bracket = previous_word(doc, title.start)
    bare = title.role in ("head", "deputy-head") and not (title.of or title.of_class or title.body or title.plural)
    if not bare or bracket < 1 or doc[bracket].text != "(":
        return title
    last = previous_word(doc, bracket)
    last = previous_word(doc, last) if doc[last].text in CLOSING else last
    body = next((s for s in entities(doc) if s.label_ == "Organization" and s.end == last + 1), None)
    dash = next_word(doc, title.stop)
    follows = next_word(doc, dash + 1) if dash < len(doc) and doc[dash].text in DASHES else dash
    named = any(s.label_ == "Person" and s.start == follows for s in entities(doc))
    return replace(title, of=(body.start, body.end)) if body is not None and named else title


def is_trade(doc: Doc, title: Title, row: dict[str, Any]) -> bool:
    """«Иванов [(хирург)]»: what somebody works as, where no employer is told."""
    before = previous_word(doc, title.start)
    bare = title.of is None and title.of_class is None and " " not in title.words
    return bare and row.get("of") == "employer" and before >= 0 and doc[before].text == "("


def heads_told_part(doc: Doc, title: Title) -> bool:
    """«декан [факультета журналистики]» heads it where it is told by name; a dean of «МГУ» heads no university."""
    return any(title.of == (s.start, s.end) and s.id_ == PART for s in entities(doc))


def place_of(doc: Doc, of: tuple[int, int] | None) -> tuple[int, int] | None:
    """The place that a body's name ends with, else the name itself: «глава [администрации Перми]» is of Perm."""
    body = next((s for s in entities(doc) if of == (s.start, s.end) and s.label_ == "Organization"), None)
    if body is None:
        return of
    inner = [s for s in entities(doc) if s.label_ == "Place" and body.start < s.start and s.end == body.end]
    return (inner[0].start, inner[0].end) if inner else of


def at_seat(doc: Doc, title: Title, inside: Sequence[str]) -> Title:
    """«В [Таразе] назначен аким»: of the place that its sentence begins with, and no comma parts from it."""
    sentence = doc[title.start].sent
    first = next_word(doc, sentence.start)
    if title.role not in GOVERNING or title.of or title.of_class or title.land or doc[first].lower_ not in inside:
        return title
    place = next((s for s in entities(doc) if first < s.start < title.start and s.label_ == "Place"), None)
    if place is None or case(doc[place.end - 1]) not in ("Loc", ""):
        return title
    parted = any(t.text in ",;:" for t in doc[place.end : title.start]) or title.start - place.end > SEAT
    return title if parted else replace(title, of=(place.start, place.end))


def elected_there(doc: Doc, title: Title, grammar: Mapping[str, Any]) -> Title:
    """«В [Ясненском районе] главой избран Петров»: who is elected to head what only a place tells governs it."""
    beside = (previous_word(doc, title.start), next_word(doc, title.stop))
    elected = any(0 <= i < len(doc) and has_key(doc, i, grammar["elects"]) for i in beside)
    if not elected or title.role != "head" or title.words not in grammar["bare_heads"]:
        return title
    seated = at_seat(doc, replace(title, role="akim"), grammar["inside"])
    return seated if seated.of else title


def of_whom_he_helps(doc: Doc, title: Title, last: Title | None) -> Title:
    """«Тұлпар» компаниясы бас директорының [кеңесшісі]»: of the body or place that he leads whom somebody helps."""
    if last is None or last.of is None or title.of or title.role not in HELPERS:
        return title
    if next_word(doc, last.stop) != title.start or case(doc[last.head]) != "Gen":
        return title
    return replace(title, start=last.start, of=last.of)


def of_no_land(doc: Doc, title: Title) -> Title:
    """«пресс-секретарь президента [Казахстана]»: he speaks for the president, and is of no country himself."""
    if title.role != "press-secretary" or not (title.land or title.of):
        return title
    country = any(title.of == (s.start, s.end) and s.id_ == "Country" for s in entities(doc))
    return replace(title, of=None if country else title.of, land="")


def with_owner_of(doc: Doc, title: Title, last: Title | None, joints: Collection[str]) -> Title:
    """«Тұлпар» зауыты директорының орынбасары, [директоры]»: a bare post of somebody's, told right behind another."""
    if last is None or last.of is None or title.of or title.of_class or title.start != title.group[0]:
        return title
    joint = previous_word(doc, title.start)
    joined = joint >= 0 and (doc[joint].text == "," or has_key(doc, joint, joints))
    if not joined or previous_word(doc, joint) + 1 != last.stop or title.role in (*GOVERNING, *FIELDED):
        return title
    owned = feature(doc[title.start], "Person[psor]") == "3" and case(doc[last.head]) == case(doc[title.head])
    return replace(title, of=last.of, body="") if owned else title


def of_relative(doc: Doc, title: Title, relatives: Collection[str]) -> Title:
    """«партия «Ауыл», [лидером] которой избран …»: of what the pronoun behind the post stands for."""
    index, comma = next_word(doc, title.stop), previous_word(doc, title.start)
    if title.of or index >= len(doc) or doc[index].lower_ not in relatives or comma < 1 or doc[comma].text != ",":
        return title
    ends = {comma, previous_word(doc, comma) + 1}
    ends |= {end - 1 for end in ends if doc[end - 1].text in CLOSING}
    told = [s for s in entities(doc) if s.end in ends and s.label_ in ("Organization", "Place")]
    owner = max(told, key=len, default=None)
    return title if owner is None else replace(title, stop=index + 1, of=(owner.start, owner.end))


def of_body_abroad(doc: Doc, title: Title) -> Title:
    """«Глава МИД [Китая]»: the country right behind a ministry's name, which its name does not hold."""
    if title.role not in FIELDED or title.of is None or title.land:
        return title
    index = next_word(doc, title.stop)
    country = next((s for s in entities(doc) if s.start == index and s.id_ == "Country"), None)
    return replace(title, land=country.kb_id_) if country is not None and case(doc[index]) in ("Gen", "") else title


def of_society(doc: Doc, title: Title, row: dict[str, Any]) -> Title:
    """«президент [землячества]» is no head of a state: a noun for something that nobody knows follows."""
    index = next_word(doc, title.stop)
    leads = row.get("roles", {}).get("organization")
    if title.role != "president" or leads is None or title.of_class or index >= len(doc):
        return title
    noun = doc[index]
    thing = noun.pos_ == "NOUN" and noun.is_lower and feature(noun, "Animacy") == "Inan"
    return replace(title, role=leads, alone=False) if thing and case(noun) == "Gen" else title


def sent_to(doc: Doc, title: Title, inside: Sequence[str]) -> Title:
    """«Полпред президента в [Чуйской области]»: of the place that he is sent to; not the «российский посол в Литве»."""
    index, before = next_word(doc, title.stop), previous_word(doc, title.start)
    if index >= len(doc) or doc[index].lower_ not in inside:
        return title
    if before >= 0 and doc[before].pos_ == "ADJ" and of_place(doc[before].lemma_.lower(), doc.lang_):
        return title
    place = next((s for s in entities(doc) if s.label_ == "Place" and s.start == next_word(doc, index + 1)), None)
    return title if place is None else replace(title, stop=place.end, of=(place.start, place.end))


def of_some_body(doc: Doc, title: Title, row: dict[str, Any]) -> Title:
    """The title with the noun before it as its body, where Kazakh shows by the possessive that it belongs to one."""
    first, _, rest = title.words.partition(" ")
    if rest and first in body_heads(doc.lang_):
        return replace(title, body=first)  # «[бөлім] басшысы» is one post of the table
    index = previous_word(doc, title.start)
    if index < 0 or title.of_class or title.role in FIELDED or feature(doc[title.head], "Person[psor]") != "3":
        return title
    role = row.get("roles", {}).get("organization")
    leads = role if role not in (None, "other") and title.role == row["role"] else title.role
    owner = index
    while owner >= 0 and doc[owner].pos_ in ("ADJ", "NUM"):
        owner = previous_word(doc, owner)
    if owner >= 0 and doc[owner].lower_ in tables.load(doc.lang_, "grammar")["its"]:
        return replace(title, role=leads, alone=False)  # «академияны ашып, [оның] бірінші президенті болған»
    if doc[index].text in CLOSING:
        return replace(title, role=leads, alone=False)  # «Тұлпар» президенті», whatever that is
    noun = doc[index].lemma_.lower()
    if case(doc[index]) not in ("Nom", "Gen") or doc[title.start].is_sent_start:
        return title
    if _narrowed(doc, index):  # «[кәсіпкерлік] бөлімінің басшысы» is of no body told before
        owned = (
            case(doc[index]) == "Gen" and feature(doc[index], "Person[psor]") == "3"
        )  # «түлектер [қауымының] президенті»
        return replace(title, role=leads) if owned or has_key(doc, index, body_heads(doc.lang_)) else title
    if doc[index].pos_ != "NOUN" and not (doc[index].is_sent_start and noun in body_heads(doc.lang_)):
        return title
    return replace(title, body=noun, role=leads)


def _narrowed(doc: Doc, index: int) -> bool:
    """Whether a word before a noun says which one is meant, «[білім] бөлімі», so that it is not the one just named."""
    before = previous_word(doc, index)
    if before < 0 or doc[index].is_sent_start:
        return False
    bare = not doc[before].is_punct and case(doc[before]) in ("", "Nom")
    return bare and doc[before].pos_ in ("NOUN", "ADJ", "PROPN") and not feature(doc[before], "Person[psor]")
