"""Names that follow their head noun, as in Russian: «управление образования», компания «Тулпар», «школа № 12»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from kg.extract.found import case, feature, has_key, is_given, is_plural, next_word, of_place, previous_word, spans_of
from kg.extract.name_cases import read_cases
from kg.extract.names.adjectives import adjectives
from kg.extract.names.body_words import belongs
from kg.extract.names.branch_of import end_of_body
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.documents import (
    code_before,
    described_name,
    drops_head,
    ends_with_year,
    is_dated,
    shapes_of,
    tells_only_owner,
)
from kg.extract.names.eponyms_after import begins_another, end_of_eponym
from kg.extract.names.fields import after_with, lists_fields, may_be, opens_field
from kg.extract.names.inner_places import class_word_end, names_whose, places_by_start, region_behind
from kg.extract.names.led_surnames import led_surnames
from kg.extract.names.quoted_after import LONGEST, quoted_after
from kg.extract.names.quoted_lists import listed_behind
from kg.extract.posts import fused_post, modifiers, post_phrases
from kg.extract.quotes import closing, in_quotes, is_opening
from kg.lang.names import is_initial

OF_TOWNS = ("Police", "Court")  # bodies that a town or a region has one of
SHORT = 4  # letters of an abbreviation before a quoted name: «ПСК «Тулпар»»


def build(doc: Doc, start: int, stop: int, row: dict[str, Any], grammar: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """The names that a head noun at [start, stop) leads, as token spans; none when nothing makes it a name."""
    follows = next_word(doc, stop)
    shapes = shapes_of(doc, start, stop, row)
    if "listed" in shapes:
        yield from listed_behind(doc, follows)
    if "code" in shapes:
        yield from code_before(doc, start, stop, row)
        return
    if (mark := described_name(doc, stop, row, grammar)) is not None:
        follows = mark
    if "quoted" in shapes and follows < len(doc) and is_opening(doc, follows):
        for first, end in quoted_after(doc, follows, grammar):
            if doc[first].text[0].islower():
                continue  # «планы «не совпали …»»: words of somebody
            yield (start if row.get("whole") and first == follows + 1 else first), end
        return
    end = _with_quoted(doc, stop, _end(doc, stop, shapes, grammar), shapes, grammar)
    if has_key(doc, previous_word(doc, start), row.get("never_after", ())):
        return
    if has_key(doc, min(follows, len(doc) - 1), row.get("never_before", ())):
        return
    begin = adjectives(doc, start, grammar) if {"adjective", "capitalised"} & set(row["shape"]) else start
    if has_key(doc, previous_word(doc, begin), row.get("never_led_by", ())):
        return
    if "capitalised" in row["shape"]:
        begin = begin if _true_capital(doc, begin, grammar) else start
        if begin < start:
            yield begin, stop
            return
    if "quoted" in shapes and not _true_capital(doc, begin, grammar):
        begin = start  # «частная школа»: such a head takes capitalised adjectives alone
    inner = next_word(doc, stop)
    foreign = inner < end and all(_is_latin(doc, i) or doc[i].is_space for i in range(inner, end))  # «фонд [Blue Sky]»
    first = inner if foreign or drops_head(doc, inner, shapes, row.get("whole", belongs(row))) else begin
    if first < end and _is_name(doc, begin, start, stop, end, row, grammar):
        yield first, end


def _true_capital(doc: Doc, index: int, grammar: dict[str, Any]) -> bool:
    """A capital that makes a name, of «Рудненский завод»; not one that the sentence gives: «Жилищный фонд»."""
    if not doc[index].text[0].isupper():
        return False
    official = has_key(doc, index, grammar["official"])
    made_of_place = of_place(doc[index].lemma_, doc.lang_) and not has_key(doc, index, grammar["levels"])
    return official or made_of_place or not opens_as_common(doc, index)


def _is_name(
    doc: Doc, begin: int, start: int, stop: int, end: int, row: dict[str, Any], grammar: dict[str, Any]
) -> bool:
    """Whether a head with what belongs to it names one body: «управление образования», not «трёхсменных школ»."""
    if in_quotes(doc, start):
        return False
    plural = doc[start].text.endswith(tuple(grammar["plural_endings"]))
    several = plural or len(doc[start]) < len(doc[start].lemma_)  # «[министерств] и ведомств»
    named = begin < start and _true_capital(doc, begin, grammar)  # «Вооружённые силы», not «Акиматы начали»
    if is_plural(doc[start]) and several and not row.get("plural") and not named:
        return False
    if row.get("bare_ok") or (row.get("named") and end > stop):
        return True
    if (
        row.get("of_no_place")
        and begin == start
        and doc[start].is_lower
        and next_word(doc, stop) in places_by_start(doc)
    ):
        return False  # «в [центре Омского района]»
    if "dated" in row and end > stop and is_dated(doc, end, grammar):
        return True
    inner = [i for i in (*range(begin, start), *range(start + 1, end)) if not doc[i].is_space]
    if end > stop and doc[start].text[0].isupper() and not opens_as_common(doc, start):
        return True  # «Воду проверил Центр общественного здоровья»
    if tells_only_owner(doc, start, stop, end, row):
        return False
    if any(_true_capital(doc, i, grammar) or doc[i].text[0].isdigit() for i in inner):
        return True
    if row["class"] in OF_TOWNS and any(names_whose(doc, i) for i in range(begin, start)):
        return True  # «карагандинская полиция»
    if row["class"] == "Agency" and start - begin > 1 and has_key(doc, begin, grammar["official"]):
        return True  # «государственная кадровая служба»
    # «управление образования» is told by its field; «организация работы» is none: such heads are named in quotes
    return end > stop and "for_field" in row["shape"] and "quoted" not in row["shape"]


def _end(doc: Doc, stop: int, shapes: list[str], grammar: dict[str, Any]) -> int:
    """Where the words after a head noun that belong to its name end."""
    places, seated = places_by_start(doc), False
    index = end = stop
    shapes = [*shapes, "genitive"] if "owner" in shapes else shapes
    for _ in range(LONGEST):
        index = next_word(doc, index)
        if index >= len(doc):
            break
        if {"of_place", "for_field"} & set(shapes) and (told := region_behind(doc, index, places)) is not None:
            return told
        fielded = seated and "dative" not in shapes and doc[index].lower_ == grammar["by"]
        taken = _taken(doc, index, stop, shapes, places, grammar) if fielded or not seated else None
        if taken is None:
            break
        seated = taken == places.get(index)  # «акимат [Ясного округа] Омского района»: that one is of the next
        if has_key(doc, next_word(doc, min(taken, len(doc) - 1)), grammar["negations"]):
            break  # «в колледже [замечаний] не было»
        index = taken
        if not has_key(doc, index - 1, (*grammar["joints"], *grammar["with"])):
            end = index
        if doc[index - 1].lower_ == grammar["by"]:
            shapes = [*shapes, "dative"]
    return end if "owner" not in shapes or "dative" in shapes else stop


def _taken(
    doc: Doc, index: int, head: int, shapes: list[str], places: dict[int, int], grammar: dict[str, Any]
) -> int | None:
    """The token after the part of the name that begins here; None when none does."""
    token = doc[index]
    if modifiers(doc.lang_).longest(doc, index) or fused_post(doc.lang_, token.lower_):
        return None  # «министерства здравоохранения [исполняющего обязанности] главы», «в Правительстве [вице-министр]»
    if index in led_surnames(doc):
        return None  # «директор департамента [Оспанов]»
    if "of_body" in shapes and index == next_word(doc, head) and (end := end_of_body(doc, index, grammar)) is not None:
        return end
    if token.text in grammar["legal_forms"] or (token.is_lower and has_key(doc, index, grammar["ranks"])):
        return None  # «подрядная организация ТОО «…»», «ректор университета [академик] Ким»
    before = previous_word(doc, index)
    if is_initial(token.text) and before >= head and doc[before].is_lower:
        return None  # «заведующий отделом безопасности [Р.К. Сатов]»
    if is_initial(token.text) and before == head - 1 and "eponym" not in shapes:
        return None  # «депутат Мажилиса [М.С. Сатов]»
    person = next((s for s in spans_of(doc, "ru_crf") if s.start == index and s.label_ == "Person"), None)
    if person is not None and index in places and _is_given_behind(doc, index, places[index], person.end):
        person = None  # «отдел занятости [Тараза] Айгуль Сатова»
    company = _is_company(doc, head - 1, grammar)  # «ТОО [Строй Инвест]», whatever a model sees
    if (
        person is not None
        and not company
        and ("eponym" not in shapes or (len(person) > 1 and read_cases(person)[:1] == ["Nom"]))
    ):
        return None  # «ректор Омского университета [Алия] Семёнова», but «университет Сулеймана Демиреля»
    if "eponym" in shapes and index > head + 2 and token.is_title and begins_another(doc, index):
        return None  # «Дом культуры имени Розы Серовой [Олег Ким]»
    borne = "eponym" in shapes and any(has_key(doc, i, grammar["eponyms"]) for i in range(head, index))
    if borne and token.is_title and index not in places:
        return None  # «университет имени Козыбаева [Дулата] Асанова»: behind the name that it bears
    if index in doc.user_data.get("lines", ()) and token.text[0].isupper():
        return None  # a line that ended without a full stop
    if index == next_word(doc, head) and has_key(doc, index, grammar["and"]):
        return None  # «районная больница [и] школа № 5»: nothing of a name is joined to its head
    if (
        index in places
        and ("of_place" in shapes or "genitive" in shapes)
        and _oblique(doc, index, places[index], grammar)
    ):
        return places[index]
    if "number" in shapes and (token.text in ("№", "N") or (token.is_digit and doc[index - 1].text in ("№", "N"))):
        return index + 1
    if "eponym" in shapes and has_key(doc, index, grammar["eponyms"]):
        return end_of_eponym(doc, index + 1, tuple(grammar["name_particles"]))
    if "for_field" in shapes and token.lower_ == grammar["by"] and not doc[index].is_sent_start:
        return index + 1 if opens_field(doc, index, grammar) else None
    if "dative" in shapes and token.lower_ in grammar["with"]:
        return index + 1 if doc[index - 1].lower_ in grammar["fields_with"] else None
    if _is_latin(doc, index) and (_is_latin(doc, index - 1) or _is_latin(doc, index + 1)):
        return index + 1  # «колледж [Astana Polytechnic]»
    if "year" in shapes and ends_with_year(token.text):
        return index + 1
    if (
        ("bare" in shapes or "capitalised" in shapes)
        and token.text[0].isupper()
        and not post_phrases(doc.lang_).longest(doc, index)  # «партии AMANAT [Премьер-министр]»
        and (index not in places or ("capitalised" in shapes and index > next_word(doc, head)))
        and (token.pos_ == "PROPN" or not token.is_alpha or token.is_title)
        and not ("capitalised" in shapes and _is_of_common_noun(doc, index, tuple(grammar["adjective_endings"])))
        and not (token.text.isupper() and is_opening(doc, next_word(doc, min(index + 1, len(doc) - 1))))
    ):
        return index + 1
    if "genitive" in shapes or "dative" in shapes:
        return index + 1 if _in_chain(doc, index, shapes, places, grammar) else None
    if "of_place" in shapes and (stop := class_word_end(doc, index, grammar["class_words"])) is not None:
        return stop if case(token) == "Gen" else None
    return None


def _is_of_common_noun(doc: Doc, index: int, endings: tuple[str, ...]) -> bool:
    """«проект [Налогового] кодекса»: an adjective whose noun has a small letter tells whose project it is."""
    noun = next_word(doc, index + 1)
    same = noun < len(doc) and case(doc[index]) == case(doc[noun]) == "Gen"
    return same and doc[noun].is_lower and doc[noun].pos_ == "NOUN" and doc[index].lemma_.endswith(endings)


def _is_latin(doc: Doc, index: int) -> bool:
    return 0 <= index < len(doc) and doc[index].text.isascii() and doc[index].text[0].isupper() and doc[index].is_alpha


def _is_given_behind(doc: Doc, start: int, stop: int, end: int) -> bool:
    """Whether a model took a place into the full name that follows it."""
    return end - stop > 1 and is_given(doc, stop) and not is_given(doc, start)


def _is_company(doc: Doc, head: int, grammar: dict[str, Any]) -> bool:
    """A legal form before the name that it belongs to; «директор ТОО Игорь Семёнов» tells no name."""
    before = previous_word(doc, head)
    led = before >= 0 and post_phrases(doc.lang_).longest(doc, before)
    return doc[head].text in grammar["legal_forms"] and not led


def _with_quoted(doc: Doc, stop: int, end: int, shapes: list[str], grammar: dict[str, Any]) -> int:
    """«филиал партии [«Жаңа таң»]»: with the quoted name of the body that it is a part of."""
    follows = next_word(doc, end)
    if end <= stop or not {"genitive", "bare"} & set(shapes) or follows >= len(doc) or not is_opening(doc, follows):
        return end
    last = doc[end - 1]
    kind = has_key(doc, end - 1, grammar["quoted_heads"]) or (last.text.isupper() and len(last) <= SHORT)
    close = closing(doc, follows) if kind else None
    return close + 1 if close is not None and close - follows <= LONGEST else end


def _oblique(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """A place in the genitive, or one whose case the tagger does not see: «акимат Актау», «акимат села [Ясное]»."""
    classed = doc[start - 1].is_lower and has_key(doc, start - 1, grammar["class_words"])
    inside = doc[start:stop]  # «ДЧС [ЗКО]»: letters have no case
    return classed or any(case(t) in ("Gen", "") or t.pos_ == "PROPN" or t.is_upper for t in inside)


def _in_chain(doc: Doc, index: int, shapes: list[str], places: dict[int, int], grammar: dict[str, Any]) -> bool:
    token = doc[index]
    if case(doc[previous_word(doc, index)]) == "Loc" and has_key(doc, index, grammar.get("matters", ())):
        return False  # «рассмотрение в парламенте [вопроса] о доверии»
    if token.text == ",":
        return any(lists_fields(doc, index, places, grammar, shown) for shown in _fielded(doc, index, shapes))
    if has_key(doc, index, grammar["joints"]):
        follows = next_word(doc, index + 1)
        if follows in places:
            return True
        if follows < len(doc) and post_phrases(doc.lang_).longest(doc, follows):
            return False  # «правительства и губернатора области»
        if follows < len(doc) and _is_somebody(doc, previous_word(doc, index), follows):
            return False  # «отдела строительства и подрядчика», but «центр матери и ребёнка»
        area = has_key(doc, previous_word(doc, index), grammar["class_words"])
        if area and follows < len(doc) and doc[follows].is_upper and len(doc[follows]) > 1:
            return False  # «администрация района и [МФЦ]»
        return follows < len(doc) and _in_case(doc, follows, shapes, grammar) and token.lower_ != grammar["by"]
    if token.pos_ == "ADV" and token.is_lower and "for_field" in shapes:  # «по делам [особо] важным»
        follows = next_word(doc, index + 1)
        return follows < len(doc) and doc[follows].pos_ == "ADJ" and _in_case(doc, follows, shapes, grammar)
    if token.text[0].isupper() and "post" not in shapes and post_phrases(doc.lang_).longest(doc, index):
        return False  # «концепция [Главы] государства «…»»
    if token.text[0].isupper() and "dative" in shapes and after_with(doc, index, grammar):
        return False  # «по работе с личным составом [Омского] полка»
    return _in_case(doc, index, shapes, grammar) and not has_key(doc, index, grammar["not_in_names"])


def _is_somebody(doc: Doc, field: int, index: int) -> bool:
    """Whether one person is told behind a field that is none."""
    animate = [feature(doc[i], "Animacy") for i in (field, index)]
    return animate == ["Inan", "Anim"] and feature(doc[index], "Number") == "Sing" and doc[index].is_lower


def _fielded(doc: Doc, comma: int, shapes: list[str]) -> tuple[str, ...]:
    """The cases of fields parted by commas: «по вопросам [свободы слова, культуры] и СМИ» are not of «вопросам»."""
    if "dative" not in shapes:
        return ("Gen",)
    return ("Dat", "Gen") if case(doc[previous_word(doc, comma)]) == "Gen" else ("Dat",)


def _in_case(doc: Doc, index: int, shapes: list[str], grammar: dict[str, Any]) -> bool:
    token = doc[index]
    wanted = ("Dat", "Gen") if "dative" in shapes else ("Gen",)
    if "dative" in shapes and token.is_lower and after_with(doc, index, grammar):
        wanted = (*wanted, "Ins")  # «отдел по работе с [личным составом]»
    if "dative" in shapes and case(token) == "Loc" and (token.pos_ == "ADJ" or may_be(token, "Dat")):
        return True  # «по [социальной] политике и [торговле]» is either
    participle = feature(token, "VerbForm") == "Part"  # «охрана окружающей среды»
    return (token.pos_ in ("NOUN", "ADJ", "PROPN") or participle) and case(token) in wanted
