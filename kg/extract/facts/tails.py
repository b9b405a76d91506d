"""Words between a post and the name it belongs to: «посол Италии [в Грузии] Росси», «глава ГРУ [66-летний] Ким»."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.posts_of_one import is_calling
from kg.extract.found import (
    FIELDED,
    Title,
    case,
    entities,
    feature,
    has_key,
    is_plural,
    next_word,
    previous_word,
    titles,
)
from kg.extract.quotes import CLOSING, closing, in_quotes, is_opening
from kg.lang.sentences import DASHES

TAIL = 12  # tokens between a post and its holder that narrow the post
TAIL_WORDS = frozenset({"ADP", "NOUN", "ADJ", "PROPN", "DET", "X"})
MARKS = frozenset('()«»"“”')  # that may stand in such words
SHORT = 3  # letters of the initials of a place at the most
QUOTED = 8  # tokens of a name in quotation marks
CLEAR = ("Nom", "Dat", "Ins")  # cases in which a name is a title's own; a genitive would suit any name in the phrase


def person_beyond(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """The person behind words that tell more of a post or of its holder."""
    described = people.get(past_descriptions(doc, title, grammar))
    apart = _past_dash(doc, title, people, grammar) or _past_comma(doc, title, people, grammar)
    return apart or described or _past_fields(doc, title, people) or _past_tail(doc, title, people, grammar)


def _past_fields(doc: Doc, title: Title, people: dict[int, Span]) -> Span | None:
    """«министр [сельского, водного хозяйства и промышленности] Иванов»."""
    end = past_field(doc, title)
    return people.get(end) if any(_parts_fields(doc, i, title) for i in range(title.stop, end)) else None


def _past_comma(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """«представил нового акима, [Игоря Семёнова].»: one man, where words tell that there is one such and no list."""
    comma, before = past_field(doc, title), previous_word(doc, title.start)
    told = before >= 0 and has_key(doc, before, (*grammar["newcomers"], *grammar["single"]))
    single = told or title.status == "former"
    person = people.get(next_word(doc, comma + 1)) if comma < len(doc) and doc[comma].text == "," else None
    if person is None or not single or len(person) < 2:
        return None
    end = next_word(doc, person.end)
    closed = end >= len(doc) or doc[end].is_sent_start or doc[end].text in ".,;:!?»"
    listed = end + 1 < len(doc) and doc[end].text == "," and _names_next(doc, end, people)
    return person if closed and not listed else None


def _names_next(doc: Doc, comma: int, people: dict[int, Span]) -> bool:
    """Whether a further name or post follows a comma, so that all may be a list."""
    follows = next_word(doc, comma + 1)
    return follows in people or any(t.start == follows for t in titles(doc))


def _past_dash(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """«Министр образования – [Игорь Семёнов]», «представил нового акима – [Игоря Семёнова]»: the one is the other."""
    index, before = past_field(doc, title), previous_word(doc, title.start)
    new = before >= 0 and has_key(doc, before, grammar["newcomers"])
    index = _past_preposition(doc, index, grammar)
    dashed = index < len(doc) and doc[index].text in DASHES and (new or case(doc[title.head]) == "Nom")
    return people.get(next_word(doc, index + 1)) if dashed else None


def _past_preposition(doc: Doc, index: int, grammar: dict[str, Any]) -> int:
    """«вице-премьер [по экономике, финансам и торговле] – Игорь Семёнов»: the dash behind a field that leads to it."""
    if index >= len(doc) or doc[index].lower_ not in grammar.get("field_preps", ()):
        return index
    for after in range(index + 1, min(index + TAIL, len(doc))):
        if doc[after].text in DASHES:
            return after
        if doc[after].pos_ not in ("NOUN", "ADJ", "CCONJ") and doc[after].text != ",":
            break
    return index


def past_field(doc: Doc, title: Title) -> int:
    """The first token after a post and the nouns that narrow it: «министр [образования и науки]»."""
    index, stop = next_word(doc, title.stop), min(title.stop + TAIL, len(doc))
    while index < stop and (
        doc[index].pos_ == "CCONJ"
        or (doc[index].is_lower and case(doc[index]) == "Gen")
        or _parts_fields(doc, index, title)
    ):
        index = next_word(doc, index + 1)
    return index


def _parts_fields(doc: Doc, comma: int, title: Title) -> bool:
    """«министр сельского[,] водного хозяйства и промышленности»: between two words of a minister's field."""
    before, after = previous_word(doc, comma), next_word(doc, comma + 1)
    if doc[comma].text != "," or title.role not in FIELDED or after >= len(doc) or before < title.stop:
        return False
    field = all(doc[i].is_lower and case(doc[i]) == "Gen" for i in (before, after))
    return field and (doc[after].pos_ == "ADJ" or feature(doc[after], "Animacy") == "Inan")


def past_descriptions(doc: Doc, title: Title, grammar: dict[str, Any]) -> int:
    """The first token after places that hold the post's own, a further owner, ranks and adjectives of its holder.

    «аким района [области Абай] [майор] Ким», «вратарь «Реала» [и сборной] Ким», «директор завода[, 40-летний] Ким».
    """
    index = _past_owners(doc, title, grammar)
    bare = title.of is not None and index < len(doc) and has_key(doc, index, grammar["class_words"])
    if bare and not grammar["owner_first"] and case(doc[index]) == "Gen" and doc[index].text[0].islower():
        index = next_word(doc, index + 1)  # «глава МИД [страны] Иванов»
    if index + 1 < len(doc) and doc[index].text == "," and is_age(doc[index + 1]):
        index += 1
    while index < len(doc) and _tells_of_holder(doc, index, title, grammar):
        index = past_rank(doc, index, grammar) or next_word(doc, index + 1)
    return index


def past_rank(doc: Doc, index: int, grammar: dict[str, Any]) -> int | None:
    """The first token after a rank, «[полковник полиции в отставке] Ким»; None where none begins here."""
    if index >= len(doc) or not has_key(doc, index, grammar["ranks"]):
        return None
    index = next_word(doc, index + 1)
    while index < len(doc) and doc[index].lower_ in grammar.get("rank_fields", ()):
        index = next_word(doc, index + 1)
    if index + 1 < len(doc) and f"{doc[index].lower_} {doc[index + 1].lower_}" in grammar.get("retired", ()):
        index = next_word(doc, index + 2)
    return index


def before_rank(doc: Doc, start: int, grammar: dict[str, Any]) -> int:
    """The word before a name, or before the rank that it is told with: «[, а] полковник полиции Ким»."""
    index = before = previous_word(doc, start)
    while index >= 0 and doc[index].lower_ in grammar.get("rank_fields", ()):
        index = previous_word(doc, index)
    ranked = index >= 0 and past_rank(doc, index, grammar) == start
    return previous_word(doc, index) if ranked else before


def _past_owners(doc: Doc, title: Title, grammar: dict[str, Any]) -> int:
    """Past «[города Тараза]», «[и сборной]», «[ГУВД]», and the name in marks behind its kind: «профсоюза [«Парус»]»."""
    owners = {span.start: span for span in entities(doc) if span.label_ in ("Place", "Organization")}
    index = next_word(doc, title.stop)
    while title.of is not None and index < len(doc):
        if is_opening(doc, index) and (end := closing(doc, index)) is not None and end - index <= QUOTED:
            index = next_word(doc, end + 1)
            continue
        if doc[index].text == "(" and index + 2 < len(doc) and doc[index + 1].is_upper and doc[index + 2].text == ")":
            index = next_word(doc, index + 3)  # «председатель Госкомитета безопасности [(ГКБ)] Ким»
            continue
        joined = doc[index].pos_ == "CCONJ" or _is_class_of(doc, index, owners, grammar)
        span = owners.get(_past_quality(doc, next_word(doc, index + 1)) if joined else index)
        if span is None and _is_initials(doc[index]):
            index = next_word(doc, index + 1)  # «председатель Народного собрания [РД] Ким»
            continue
        named = joined and doc[index].pos_ == "NOUN"  # «гимназии № 1 города [Гродно]», «города [Тараз]»
        declined = span is not None and (case(doc[span.start]) in ("Gen", "") or doc[span.start].text.isupper())
        if span is None or not (declined or named):
            break
        index = next_word(doc, span.end)
        index = next_word(doc, index + 1) if index < len(doc) and doc[index].text in CLOSING else index
    return index


def _is_initials(token: Token) -> bool:
    """«РД», «РБ»: a place in short, which the gazetteer does not know."""
    return token.text.isalpha() and token.text.isupper() and 2 <= len(token) <= SHORT


def _past_quality(doc: Doc, index: int) -> int:
    """«вратарь сборной и [столичного «]Тулпара»»: over an adjective and a mark before a further owner."""
    while index < len(doc) and ((doc[index].pos_ == "ADJ" and doc[index].is_lower) or is_opening(doc, index)):
        index = next_word(doc, index + 1)
    return index


def _is_class_of(doc: Doc, index: int, owners: dict[int, Span], grammar: dict[str, Any]) -> bool:
    """«директор школы № 2 [города] Тараза»."""
    small = doc[index].is_lower and case(doc[index]) == "Gen" and has_key(doc, index, grammar["class_words"])
    return small and next_word(doc, index + 1) in owners


def is_age(token: Token) -> bool:
    """«40-летней», whatever the tagger sees in it."""
    return token.text[0].isdigit() and token.text[-1].isalpha()


def _tells_of_holder(doc: Doc, index: int, title: Title, grammar: dict[str, Any]) -> bool:
    """A rank, an adjective, or another noun for the same person: «начальник полиции [полковник] Ким», «[немец] Ким»."""
    token, shown = doc[index], case(doc[title.head])
    ranked = has_key(doc, index, grammar["ranks"])
    if is_plural(token) or (case(token) != shown and not (ranked and not shown)):  # «зам. министра [господин] Ким»
        return False
    if ranked or (token.pos_ == "ADJ" and token.text[0].islower()) or is_age(token):
        return True
    living = token.pos_ == "NOUN" and feature(token, "Animacy") == "Anim"
    if any(other.start <= index < other.stop and not is_calling(other) for other in titles(doc)):
        return False  # «представитель России [омбудсмен] Ким»: a post with a claim of its own
    return living and shown in CLEAR and not has_key(doc, index, grammar["kin"])


def _past_tail(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """The person after a phrase that narrows a post: «посол Италии [в Грузии] Росси», «глава партии [(ПДП)] Ким»."""
    index = _past_owners(doc, title, grammar)
    if index >= len(doc) or not (doc[index].pos_ == "ADP" or doc[index].text == "("):
        return None
    if doc[index].lower_ in grammar.get("aside", ()):
        return None  # «назначен депутатом маслихата [вместо] Кима»
    if (abroad := _past_seat(doc, index)) in people:
        return people[abroad]
    if case(doc[title.head]) not in CLEAR and not _is_field(doc, index, grammar):
        return None
    other = {t.start for t in titles(doc)}  # «указом главы государства на [заместителя] Кима возложено …»: his
    for _ in range(TAIL):
        if index >= len(doc) or index in people:
            break
        if index in other:
            return None
        told = doc[index].pos_ in TAIL_WORDS or doc[index].text in MARKS or in_quotes(doc, index)
        if not told and not _joins_nouns(doc, index):
            return None
        index = next_word(doc, index + 1)
    return people.get(index)


def _is_field(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """«заместителя мэра [по строительству] Иванова»; not «директора [по словам] Иванова»."""
    follows = next_word(doc, index + 1)
    field = doc[index].lower_ in grammar.get("field_preps", ()) and follows < len(doc) and case(doc[follows]) == "Dat"
    return field and doc[follows].lower_ not in grammar.get("no_fields", ())


def _past_seat(doc: Doc, index: int) -> int:
    """The word after the place where a post is served: «посла Италии [в Грузии] Росси»; -1 where no place stands."""
    place = next((s for s in entities(doc) if s.label_ == "Place" and s.start == next_word(doc, index + 1)), None)
    return next_word(doc, place.end) if place is not None and doc[index].pos_ == "ADP" else -1


def _joins_nouns(doc: Doc, index: int) -> bool:
    """«по промышленности[,] торговле [и] занятости»: between two words in one case, no name among them."""
    before, after = previous_word(doc, index), next_word(doc, index + 1)
    if not (doc[index].text == "," or doc[index].pos_ == "CCONJ") or before < 0 or after >= len(doc):
        return False
    alike = {case(doc[after]), case(doc[before])}  # «региональной», «политике» are either
    return doc[after].text[0].islower() and "Dat" in alike and alike <= {"Dat", "Loc"}
