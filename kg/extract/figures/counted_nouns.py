"""The noun that a number counts: «индустриальных зон» behind «7», «жұмыс орны» behind «47 мыңнан астам»."""

from __future__ import annotations

import re

from kg.extract.figures.number_words import number_words
from kg.extract.figures.numbers import Number
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.uncounted import looks_like_year, uncounted
from kg.extract.figures.units import Unit, unit_words, words_behind
from kg.extract.found import feature, is_plural

WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
BETWEEN = ("ADJ", "DET", "PRON", "ADV", "PUNCT")  # parts of speech that may stand before the noun
NO_NOUN = ("VERB", "AUX", "ADP", "CCONJ", "SCONJ", "NUM")
OBLIQUE = ("Nom", "Acc", "Loc", "Ins", "Dat")
LONGEST = 4


def noun_behind(passage: Passage, number: Number) -> Stretch | None:
    """Where the counted noun stands with its adjectives; None where the words behind are not counted."""
    start = words_behind(number, passage.pieces, passage.text, passage.lang)
    if number.ending and declined_alone(passage, number, start):
        return None
    phrase = noun_phrase(passage, past_measure(passage, start))
    if phrase is None or is_parted(passage, number.stop, phrase[0]) or not agrees(passage, number, phrase):
        return None
    if looks_like_year(number, passage.text) and not plainly_counted(passage, number, phrase[0]):
        return None
    return with_people(passage, phrase) if number_words(passage.lang).endings else phrase


def with_people(passage: Passage, phrase: Stretch) -> Stretch:
    """«25 полиция [қызметкері]»: behind a Kazakh noun the people who are counted."""
    behind = passage.word(phrase[1] + 1)
    if behind is None or passage.text[phrase[1]] != " " or passage.pos(behind[0]) != "NOUN":
        return phrase
    two = passage.pos(phrase[0]) == "NOUN" and is_first_of_two(passage, phrase[0], behind[0])
    return (phrase[0], behind[1]) if two and person_or_count(passage, behind) == "person" else phrase


def is_parted(passage: Passage, number: int, word: int) -> bool:
    """Whether a sentence ends between a number and a word: «Из 240 отремонтировано 87. Жители …»."""
    return "." in passage.text[number:word] and passage.sentence(number - 1) != passage.sentence(word)


def thing_described(passage: Passage, number: Number, unit: Unit) -> Stretch | None:
    """What is counted, where a word for people tells its kind: «пожарных [машин]», «фермерлік [шаруашылық]»."""
    word, behind = passage.word(unit.start), passage.word(unit.stop + 1)
    if unit.name not in ("person", "count") or word is None or behind is None or word[1] != unit.stop:
        return None
    if passage.text[unit.stop] != " " or passage.pos(behind[0]) != "NOUN" or begins_line(passage, behind):
        return None
    if number_words(passage.lang).endings:
        two = unit.name == "person" and is_first_of_two(passage, word[0], behind[0])
        return (word[0], behind[1]) if two else None
    agreed = passage.pos(word[0]) in ("ADJ", "VERB") and passage.case(word[0]) == passage.case(behind[0])
    return noun_behind(passage, number) if agreed else None


def is_first_of_two(passage: Passage, word: int, behind: int) -> bool:
    """«Жүргізуші куәлігі», «студенттік жатақхана»: the first of two Kazakh nouns tells of which kind the other is.

    In «15 көше тұрғындары» the first is counted, since behind a number stands no plural.
    """
    first = passage.tokens[word]
    if is_plural(passage.tokens[behind]):
        return False
    if number_words(passage.lang).of_a_kind.search(first.lower_):
        return True
    owned = feature(passage.tokens[behind], "Person[psor]")
    return bool(owned) and passage.case(word)[0] in ("", "Nom") and not feature(first, "Person[psor]")


def past_measure(passage: Passage, start: int) -> int:
    """Behind an adjective with a number of its own: «два [100-квартирных] дома», «екі [100 пәтерлі] үй»."""
    measure = number_words(passage.lang).measured.match(passage.text, start)
    return measure.end() if measure is not None else start


def declined_alone(passage: Passage, number: Number, start: int) -> bool:
    """Kazakh numbers before a noun stand bare: «123-іне кездесу барысында» counts no «кездесу»."""
    known = number_words(passage.lang)
    if not known.endings or number.ending in known.attributive_endings:
        return False
    return not unit_words(passage.lang).bounds.search(passage.text, number.stop, start)


def noun_phrase(passage: Passage, start: int) -> Stretch | None:
    """The words from here to the first noun; None where the first of them cannot be counted."""
    first = passage.word(start)
    if first is None or begins_line(passage, first):
        return None
    word: Stretch | None = first
    last = None
    for _ in range(LONGEST):
        if word is None or not countable(passage, word):
            break
        last = word
        if passage.pos(word[0]) not in BETWEEN and not participle(passage, word[0]):
            break
        word = passage.word(word[1] + (passage.text[word[1] : word[1] + 1] == " "))
    return (first[0], last[1]) if last and passage.pos(last[0]) != "ADV" else None  # «в ближайшие два здесь …»


def countable(passage: Passage, word: Stretch) -> bool:
    """May the word be counted, or stand before what is?"""
    if uncounted(passage.lang).stop.match(passage.text, word[0]):
        return False
    token = passage.tokens.get(word[0])
    if token is not None and feature(token, "Variant") == "Short":
        return False  # «школы № 12 и 18 закрыты»
    return passage.pos(word[0]) not in NO_NOUN or participle(passage, word[0])


def participle(passage: Passage, at: int) -> bool:
    token = passage.tokens.get(at)
    return (
        token is not None and token.pos_ == "VERB" and token.morph.to_dict().get("VerbForm") in ("Part", "Vnoun", "Ger")
    )


def begins_line(passage: Passage, word: Stretch) -> bool:
    """A capital at the start of a line begins a new thought: no sign need stand before it."""
    return word[0] in passage.line_starts and passage.plain[word[0]].isupper()


def agrees(passage: Passage, number: Number, phrase: Stretch) -> bool:
    """Not «34 забеге», «5 место», «в здании 19 школы»: a singular that five things cannot be.

    Asked only where the language tells the number of nouns by case; Kazakh counts in the singular.
    """
    if number_words(passage.lang).endings or number.value != int(number.value) or number.spelled:
        return True
    ends_in_one = number.value % 10 == 1 and number.value % 100 != 11
    several = number.value % 10 in range(2, 5) and number.value % 100 not in range(12, 15)
    case, grammatical = passage.case(phrase[0])
    of_one = number_words(passage.lang).of_one.match(passage.plain, phrase[0])
    if of_one and (case, grammatical) == ("Gen", "Sing"):
        return several or ends_in_one or number.scaled
    return (ends_in_one and not number.scaled) or grammatical != "Sing" or case not in OBLIQUE


def plainly_counted(passage: Passage, number: Number, start: int) -> bool:
    """A number that looks like a year counts all the same: «2000 школ», «2000 оқушы», «2000-ға жуық мектеп»."""
    if number_words(passage.lang).endings:
        return not number.ending or not declined_alone(passage, number, start)
    return passage.case(start) == ("Gen", "Plur")


def person_or_count(passage: Passage, phrase: Stretch) -> str:
    """Are people counted? Told by the last word: «қала тұрғыны»."""
    units = unit_words(passage.lang)
    last = [match.start() for match in WORD.finditer(passage.text, *phrase)][-1:]
    named = [unit.name for start in last if (unit := units.at(passage.text, start))]
    return "person" if "person" in named else "count"
