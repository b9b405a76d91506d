"""Posts that one person has: «вице-премьер, министр финансов Иванов», «доктор наук, ректор Петров»."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.shared_posts import joins, past_brackets
from kg.extract.found import (
    FIELDED,
    NOUNS,
    Title,
    before_adjectives,
    case,
    entities,
    feature,
    has_key,
    next_word,
    previous_word,
)
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

LEADING = ("president", "prime-minister", "akim", "deputy-akim")
HONOUR = 6  # words of an honour: «заслуженный деятель культуры Республики Казахстан»
FIELD = 4  # words of a post's field: «– [ауыл шаруашылығы] министрі»


def beside(doc: Doc, title: Title, others: list[Title], honours: Collection[str]) -> Iterator[Title]:
    """Posts that the same person has, told before this one: «[вице-премьер], министр финансов Иванов».

    An honour may stand between: «депутат Мажилиса, доктор наук, профессор Иванов».
    """
    several = _plural_verb(doc, title)
    last, begin = title, title.start
    while True:
        before = previous_word(doc, begin)
        joined = before > 0 and (joins(doc, before) or doc[before].text in DASHES)
        if not joined and (last.role != "other" or last.of):  # «председатель совета [шейх] Иванов» needs no joint
            return
        before = previous_word(doc, before) if joined else before
        other = next((t for t in others if t.stop == before + 1 or _ends_field(doc, t, before + 1)), None)
        first = _after_comma_before(doc, before + 1)
        if other is None and joined and is_honour(doc, first, before + 1, honours):
            begin = first
            continue
        if other is None or other.plural or not _alike(doc, other, title) or _dependent(doc, other):
            return
        if (
            _after_another(doc, other)
            or _only_tells(doc, other, title)
            or (several and not _of_two_bodies(doc, last, other))
        ):
            return
        yield other
        last, begin = other, other.start


def _ends_field(doc: Doc, title: Title, stop: int) -> bool:
    """«министр [транспорта и связи], председатель совета Иванов»: whether only the words of a field stand between."""
    words = doc[title.stop : stop] if title.role in FIELDED and 0 < stop - title.stop <= FIELD + 1 else ()
    return bool(words) and all(t.is_lower and (t.pos_ == "CCONJ" or case(t) == "Gen") for t in words)


def _of_two_bodies(doc: Doc, one: Title, other: Title) -> bool:
    """«приняли участие [председатель Думы], председатель совета ректоров Иванов»: both bodies told, one man's posts.

    Who leads a place may be another, whom all know: «прибыли аким области, депутат Сената Иванов».
    """
    bodies = {(s.start, s.end) for s in entities(doc) if s.label_ == "Organization"}
    return one.of in bodies and other.of in bodies and one.role not in LEADING and other.role not in LEADING


def listed_before(doc: Doc, title: Title, others: list[Title], grammar: dict[str, Any]) -> Iterator[Title]:
    """Kazakh: the posts of the same person told before this one, parted by a dash or by commas."""
    yield from dashed(doc, title, others, grammar["both"], grammar["and"])
    yield from commaed(doc, title, others, grammar)


def commaed(doc: Doc, title: Title, others: list[Title], grammar: dict[str, Any]) -> Iterator[Title]:
    """«[Комитет төрағасы], Мәжіліс депутаты Асан Бекенов»: two offices in two bodies, both named, of one man.

    Who leads a place, «аудан әкімі, мәслихат хатшысы Асан Бекенов», may be somebody whom all know; not so «партияның
    облыстық [филиалының төрағасы], облыс әкімі Асан Бекенов». An honour may stand between: «… төрағасы, Еңбек Ері, …».
    """
    last, begin = title, title.start
    while (stop := _behind_comma(doc, begin, grammar.get("party_nouns", ()))) is not None:
        other = next((t for t in others if t.stop == stop), None)
        if other is None:
            begin = _after_comma_before(doc, stop)
            if not is_honour(doc, begin, stop, grammar["honours"]):
                return
            continue
        if other.plural or other.of is None or case(doc[other.head]) not in ("", "Nom"):
            return
        part = last.of_class == "Organization"  # «…, [хатшылығының] меңгерушісі»: of something that no name tells
        past = last.status == "former" and other.status == "current"  # «Сенат депутаты, экс-министр Асан Бекенов»
        local = last.of is None and last.of_class is not None and last.role in LEADING  # «облыс әкімі»
        if last.of == other.of or (last.of is None and not is_calling(last) and not (part or past or local)):
            return
        branch = last is title and has_key(doc, previous_word(doc, other.group[0]), grammar["branches"])
        last_branch = last is title and has_key(doc, previous_word(doc, last.group[0]), grammar["branches"])
        if (other.role in LEADING and not last_branch) or (last.role in LEADING and not branch):
            return  # but «облысының әкімі, партия [филиалының] төрағасы»: an akim leads it
        yield other
        last, begin = other, other.start


def is_calling(title: Title) -> bool:
    """«журналист», «тренер» of nothing named: what somebody is beside his office."""
    return title.of is None and not title.body and title.role in ("other", "member") and " " not in title.words


def _behind_comma(doc: Doc, begin: int, parties: Collection[str]) -> int | None:
    """Where the words before the comma before a token end; None where no comma stands there."""
    names = {s.end: s.start for s in entities(doc) if s.label_ == "Place" or (parties and s.id_ == "Party")}
    comma = previous_word(doc, begin)
    while comma > 0:
        if comma + 1 in names:
            comma = previous_word(doc, names[comma + 1])  # «…, [ҚР] «Тұлпар» қоры төрағасы»
        elif doc[comma].text in OPENING or (doc[comma].text in CLOSING and comma in names):
            comma = previous_word(doc, comma)
        elif has_key(doc, comma, parties):
            comma = previous_word(doc, comma)  # «…, «Өсу» [партиясы] облыстық филиалының төрағасы»
        else:
            break
    return previous_word(doc, comma) + 1 if comma > 0 and doc[comma].text == "," else None


def _after_comma_before(doc: Doc, stop: int) -> int:
    """Where the words between two commas begin that end here; the beginning of the sentence at the latest."""
    first = doc[stop - 1].sent.start
    return max((i + 1 for i in range(first, stop) if doc[i].text == ","), default=first)


def past_honours(doc: Doc, title: Title, people: dict[int, Span], honours: Collection[str]) -> Span | None:
    """«депутат Мажилиса, [доктор юридических наук] Марат Асанов»: the person behind honours told after a post.

    Nobody behind the post of who leads a place, whom all may know: «аким области, доктор Асанов» may be two people.
    """
    comma = next_word(doc, title.stop)
    while title.role not in LEADING and comma < len(doc) and doc[comma].text == ",":
        first = stop = next_word(doc, comma + 1)
        while stop < len(doc) and stop - first <= HONOUR and doc[stop].text != "," and stop not in people:
            stop = next_word(doc, stop + 1)
        if stop >= len(doc) or not is_honour(doc, first, stop, honours):
            return None
        if stop in people:
            return people[stop]
        comma = stop
    return None


def is_honour(doc: Doc, start: int, stop: int, honours: Collection[str]) -> bool:
    """«доктор юридических наук», «ғылым докторы»: what somebody is beside his offices."""
    words = [i for i in range(start, stop) if doc[i].text.replace("-", "").isalpha()]  # «генерал-майоры»
    told = bool(words) and (has_key(doc, words[0], honours) or has_key(doc, words[-1], honours))
    return told and len(words) <= HONOUR


def dashed(
    doc: Doc, title: Title, others: list[Title], both: Collection[str], joints: Collection[str]
) -> Iterator[Title]:
    """Kazakh: the post before a dash or «әрі»: «[Премьер-Министрдің орынбасары] – Қаржы министрі Асан Бекенов».

    The field of the second may have two parts: «… – [мәдениет және ақпарат] министрі».
    """
    index = previous_word(doc, title.start)
    people = {i for span in entities(doc) if span.label_ == "Person" for i in range(span.start, span.end)}
    for _ in range(FIELD):
        joint = title.role == "minister" and has_key(doc, index, joints)
        noun = doc[index].pos_ in NOUNS and index not in people and case(doc[index]) in ("", "Nom")
        if index < 0 or not (noun or joint):
            break
        index = previous_word(doc, index)
    if index > 0 and (doc[index].text in DASHES or doc[index].lower_ in both):
        before = previous_word(doc, index) + 1
        yield from (t for t in others if t.stop == before and not t.plural and case(doc[t.head]) in ("", "Nom"))


def further(doc: Doc, title: Title, others: list[Title]) -> Iterator[Title]:
    """Posts that the same person has, told after this one: «Иванов, депутат Сейма и [председатель партии]»."""
    if _plural_verb(doc, title):
        return
    last = title
    while (joint := past_brackets(doc, next_word(doc, last.stop))) < len(doc) and joins(doc, joint):
        begin = next_word(doc, joint + 1)
        other = next((t for t in others if _described_from(doc, t) == begin), None)
        if other is None or other.plural or not _alike(doc, other, title):
            return
        yield other
        last = other


def listed_after(doc: Doc, title: Title, others: list[Title]) -> Iterator[Title]:
    """Kazakh: «Асан Бекенов – «Тұлпар» ЖШС директоры, [мәслихат депутаты]», each of something named."""
    last = title
    while (joint := next_word(doc, last.stop)) < len(doc) and joins(doc, joint) and not doc[joint].is_sent_start:
        begin = next_word(doc, joint + 1)
        begin = next_word(doc, begin + 1) if begin < len(doc) and doc[begin].text in OPENING else begin
        other = next((t for t in others if t.start == begin), None)
        if other is None or other.plural or other.of in (None, title.of) or not _alike(doc, other, title):
            return
        yield other
        last = other


def _described_from(doc: Doc, title: Title) -> int:
    """Where a post begins with the adjectives that agree with it: «[действительный] член академии»."""
    return next_word(doc, before_adjectives(doc, title.start) + 1)


def _alike(doc: Doc, one: Title, other: Title) -> bool:
    """Whether two posts stand in one case; of persons Gen and Acc look alike: «бывшего вице-премьера – министра»."""
    cases = {case(doc[one.head]), case(doc[other.head])}
    return len(cases) == 1 or cases == {"Gen", "Acc"}


def _dependent(doc: Doc, title: Title) -> bool:
    """«помощника [президента]»: whose helper it is, no post of the helper; «визит [вице-премьера]» is his own."""
    before = previous_word(doc, title.start)
    noun = before >= 0 and case(doc[title.head]) == "Gen" and doc[before].pos_ == "NOUN"
    return noun and feature(doc[before], "Animacy") != "Inan"


def _after_another(doc: Doc, title: Title) -> bool:
    """«Иванов, [депутат] и министр Петров»: whose post the first is, nobody can say."""
    comma = previous_word(doc, title.start)
    last = previous_word(doc, comma) if comma > 0 and doc[comma].text == "," else -1
    return any(span.label_ == "Person" and span.end == last + 1 for span in entities(doc))


def _only_tells(doc: Doc, other: Title, title: Title) -> bool:
    """«Как сообщила [пресс-секретарь], президент Иванов прибыл»: the comma ends the words of who tells it.

    Not where they end behind the name: «Как сообщил [вице-премьер], министр Иванов, бюджет принят».
    """
    first = next((t for t in doc[other.head].sent if t.is_alpha), doc[other.head])
    if first.lower_ not in tables.load(doc.lang_, "grammar").get("opens_source", ()):
        return False
    clause, behind = doc[first.i : other.start], next_word(doc, title.stop)
    while behind < len(doc) and doc[behind].text[0].isupper():
        behind = next_word(doc, behind + 1)
    tells = any("Fin" in values(t.morph, "VerbForm") for t in clause) and "," not in clause.text
    return tells and not (behind < len(doc) and doc[behind].text == ",")


def _plural_verb(doc: Doc, title: Title) -> bool:
    """Whether several people act in the sentence, so that two posts are likely two persons'."""
    sentence = doc[title.head].sent
    return any("Fin" in values(t.morph, "VerbForm") and "Plur" in values(t.morph, "Number") for t in sentence)
