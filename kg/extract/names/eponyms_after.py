"""Where the name that a Russian body bears ends, and where somebody else's begins: «имени Абая [Олег Ким]»."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.found import case, is_given, next_word, previous_word, spans_of
from kg.extract.name_cases import read_cases
from kg.lang.names import FATHERS_NAME, is_initial

BEARS = "имени"
CALLINGS = 4  # words between «имени» and the name at the most: «имени дважды героя труда Ивана Кима»


def begins_another(doc: Doc, index: int) -> bool:
    """«ректора института имени А. С. Пушкина [Олега] Кима»: a given name behind initials and a surname."""
    if not is_initial(doc[index - 2].text):
        return _is_another(doc, index)
    return is_given(doc, index)


def end_of_eponym(doc: Doc, index: int, particles: tuple[str, ...]) -> int:
    """Where the name behind «имени» ends: «имени [Серке Кожамкулова]»."""
    index = first = past_callings(doc, next_word(doc, index))
    people = [span for span in spans_of(doc, "ru_crf") if span.label_ == "Person"]
    starts = {span.start for span in people if not _is_another(doc, span.start + 1)}
    while index < len(doc) and (doc[index].text[0].isupper() or doc[index].text.startswith(particles)):
        behind = index > first and not is_initial(doc[previous_word(doc, index)].text)
        other = index > first + 1 and begins_another(doc, index)
        if (behind and index in starts) or other or (behind and _is_whole_behind_surname(doc, first, index)):
            break  # «директор лицея имени Абая [Олег Ким]», not «лицея имени А. С. [Пушкина]»
        index = next_word(doc, index + 1)
    return index if not doc[index - 1].is_space else previous_word(doc, index) + 1


def _is_whole_behind_surname(doc: Doc, first: int, index: int) -> bool:
    """«имени Козыбаева [Олега Кима]»: a whole name behind a surname; not «имени Пушкина Александра Сергеевича».

    Behind what may be a given name, «имени Абая [Олег Ким]», the two must stand in the nominative.
    """
    last = next_word(doc, index + 1)
    if previous_word(doc, index) != first or not is_given(doc, index) or last >= len(doc):
        return False
    if not doc[last].text[0].isupper() or is_initial(doc[last].text) or FATHERS_NAME.search(doc[last].text):
        return False
    return not is_given(doc, first) or read_cases(doc[index : last + 1])[:1] == ["Nom"]


def past_callings(doc: Doc, index: int) -> int:
    """«имени [академика] М. Осими», «имени [народного артиста] Ивана Кима»: the name behind what he was."""
    end = index
    for _ in range(CALLINGS):
        if end >= len(doc) or not doc[end].is_lower or case(doc[end]) != "Gen" or doc[end].pos_ not in ("NOUN", "ADJ"):
            break
        end = next_word(doc, end + 1)
    return end if end < len(doc) and doc[end].text[0].isupper() and not doc[end].is_sent_start else index


def before_callings(doc: Doc, start: int) -> int:
    """The word before a name, or «имени» before what he was that is named: «[имени] академика М. Осими»."""
    before = index = previous_word(doc, start)
    while index >= 0 and start - index <= CALLINGS and doc[index].is_lower and case(doc[index]) == "Gen":
        if doc[index].lower_ == BEARS:
            return index
        index = previous_word(doc, index)
    return before


def _is_another(doc: Doc, index: int) -> bool:
    """«имени Розы Серовой [Олег Ким]»: a name in the nominative behind one in the genitive, whoever a model sees."""
    follows, before = next_word(doc, index + 1), previous_word(doc, index)
    words = (previous_word(doc, before), before, index, follows)
    if follows >= len(doc) or words[0] < 0 or not all(doc[i].text[0].isupper() for i in words):
        return False
    borne = case(doc[before]) == "Gen" or read_cases(doc[words[0] : before + 1])[:1] == ["Gen"]
    return borne and read_cases(doc[index : follows + 1])[:1] == ["Nom"]
