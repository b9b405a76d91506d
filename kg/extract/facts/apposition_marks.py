"""Between a name and a post behind it: the mark that parts them, and the words that may stand there beside it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extract.found import Title, case, entities, feature, next_word, previous_word
from kg.lang.sentences import DASHES

CALLINGS, WORDS = 3, 6  # words that tell what else somebody is, and tokens of each
BRACKETS = 12  # tokens in brackets after a name at the most


def before_once(doc: Doc, index: int, once: dict[str, str]) -> int:
    """The word before «[в прошлом] мэр Омска», «[ранее] мэр Омска»; -1 where the first of the words is another."""
    before = previous_word(doc, index)
    if not once[doc[index].lower_]:
        return before
    return previous_word(doc, before) if before > 0 and doc[before].lower_ == once[doc[index].lower_] else -1


def past_places(doc: Doc, mark: int) -> int:
    """The mark before the places that hold a post's own: «Асан Бекенов – [Абай ауданы] Сай ауылының әкімі»."""
    places = {s.end: s.start for s in entities(doc) if s.label_ == "Place"}
    while mark > 0 and mark + 1 in places and case(doc[mark]) in ("", "Nom"):
        mark = previous_word(doc, places[mark + 1])
    return _past_owner(doc, mark) if mark > 0 and case(doc[mark]) == "Gen" else mark


def _past_owner(doc: Doc, last: int) -> int:
    """The mark before a body that has no name: «Асан Бекенов – [полиция департаментінің] бастығы»."""
    index = last
    while index > 0 and last - index < WORDS and doc[index].is_lower and doc[index].pos_ in ("NOUN", "ADJ"):
        index = previous_word(doc, index)
    return index


def past_callings(doc: Doc, mark: int, ends: dict[int, Span]) -> int:
    """The mark behind a name, over what else he is: «Павел Ким – [политолог, кандидат наук,] директор центра»."""
    index = mark
    for _ in range(CALLINGS):
        if index < 1 or doc[index].text != "," or previous_word(doc, index) + 1 in ends:
            break
        near = range(index - 1, max(index - WORDS, 0), -1)
        before = next((i for i in near if doc[i].text in (",", *DASHES)), -1)
        first = next_word(doc, before + 1)
        calling = before > 0 and doc[first].is_lower and doc[first].pos_ == "NOUN" and case(doc[first]) == "Nom"
        if not calling or feature(doc[first], "Animacy") != "Anim":
            return mark
        index = before
    return index if index > 0 and previous_word(doc, index) + 1 in ends else mark


def adjectives_before(doc: Doc, title: Title) -> int:
    """The word before a title and the adjectives that agree with it: «Иванов, [известный российский] тренер»."""
    index, shown = previous_word(doc, title.start), case(doc[title.head])
    while index >= 0 and doc[index].pos_ == "ADJ" and case(doc[index]) == shown:
        index = previous_word(doc, index)
    return index


def before_brackets(doc: Doc, mark: int) -> int:
    """The last word before a mark, and before brackets that end there: «Ковач [(Венгрия)] – лидер партии»."""
    index = previous_word(doc, mark)
    if index < 0 or doc[index].text != ")":
        return index
    opening = next((i for i in range(index - 1, max(index - BRACKETS, -1), -1) if doc[i].text == "("), index)
    return previous_word(doc, opening)
