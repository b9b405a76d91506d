"""One name, many alphabets: a key that all its spellings share, and sound English and Russian spellings of it.

`fold` is for comparing and is never shown; `romanize` and `russian_spelling` are for showing and are never compared.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that look alike in print. A word typed with a few letters of the other alphabet is mended to its majority.
_LATIN_ALIKE = "AaBCcEeHIiKMOoPpTXxyhjs"
_CYRILLIC_ALIKE = "АаВСсЕеНІіКМОоРрТХхуһјѕ"
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)

_TWO_ALPHABETS = re.compile(r"[\u0400-\u052f][A-Za-z]|[A-Za-z][\u0400-\u052f]")
_LATIN_ENDING = re.compile(r"(?<=\d-)(?P<ending>[aeiocpxy]{1,2})(?!\w)")
_MIXED = re.compile(rf"[^\W\d_]*(?:{_TWO_ALPHABETS.pattern})[^\W\d_]*|{_LATIN_ENDING.pattern}")
# Letters of other Cyrillic alphabets that Kazakh pages print for its own: «Оӊтүстік», «Ӄазаӄстан».
_STRANGE_CYRILLIC = str.maketrans("ӉӊӇӈӃӄԚԛ", "ҢңҢңҚқҚқ")
_ANY_STRANGE = re.compile("[ӉӊӇӈӃӄԚԛ]")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[\u0400-\u052f]")

VOWELS = "aeiou"
# Sounds of the key. Capitals are sounds that Latin writes with two letters: C ч, S ш, J ж.
_CYRILLIC_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфхыэ", "abvgdeziklmnoprstufhie", strict=True)),
        **dict(zip("әғқңөұүһіїєґў", "agknouuhiiegu", strict=True)),
        "ё": "e",
        "ж": "J",
        "й": "i",
        "ц": "ts",
        "ч": "C",
        "ш": "S",
        "щ": "S",
        "ъ": "",
        "ь": "",
        "ј": "J",
    }
)
_SOFTENING = re.compile(f"(?<=[^{VOWELS}яю])[яю]")  # a consonant before it: no sound of its own
_LATIN_SOUNDS = (
    ("shch", "S"), ("sch", "S"), ("tsch", "C"), ("dzh", "J"), ("dj", "J"), ("zh", "J"), ("j", "J"), ("kh", "h"),
    ("gh", "g"), ("sh", "S"), ("ş", "S"), ("š", "S"), ("ch", "C"), ("ç", "C"), ("č", "C"), ("ž", "J"), ("ph", "f"),
    ("yo", "e"), ("ye", "e"), ("q", "k"), ("x", "h"), ("w", "v"), ("y", "i"), ("c", "k"), ("ı", "i"),
)  # fmt: skip
_LATIN_SOUND = dict(_LATIN_SOUNDS)
_LATIN_SPELLINGS = re.compile("|".join(sorted(_LATIN_SOUND, key=lambda spelling: (-len(spelling), spelling))))
_AFTER_CONSONANT = {pair: re.compile(f"(?<=[b-df-hj-np-tv-xz]){pair}", re.IGNORECASE) for pair in ("ia", "ya")}
_WORDS, _SIGNS = re.compile(r"[\w'’ʼ‘`´.\-‐‑–]+"), re.compile(r"[^\w]|_")
_ALIKE = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"ng+", "n"),  # ң is written «ң», «нг», «н», ng
        (r"i+e", "e"),  # Tokayev, Султангазиев, Sultangaziyev
        (r"i+u", "u"),  # Yuliya, Iuliia, Юлия
        (r"(?<=[aeo])ui(?=[^aeiou])", "u"),  # Бауыржан, Бауржан
        (r"(.)\1+", r"\1"),  # Kassym, Касым; Смайылов, Смаилов
    )
)
_ANY_ALIKE = re.compile(r"ng|i[eu]|[aeo]ui|(.)\1")  # most words have none of these
_AFTER_CONSONANT_YA = re.compile(r"(?<=[b-df-hj-np-tvxzCSJ])ya")


def mend(word: str) -> str:
    """The word in one alphabet: `Teсh` with a Cyrillic «с» becomes Latin, «Tокаев» with a Latin T Cyrillic."""
    if word.isascii() or not (latin := _LATIN.findall(word.lower())):
        return word
    cyrillic = _CYRILLIC.findall(word)
    return word.translate(_TO_CYRILLIC if len(cyrillic) >= len(latin) else _TO_LATIN) if cyrillic else word


def mend_text(text: str) -> str:
    """A text whose words are each of one alphabet, letter for letter: «Мәжiлiс» with Latin «i», «3-e» with a Latin «e».

    Kazakh letters printed as their like of other alphabets are mended too: «ӊ» of Sami for «ң». A word that would still
    be of two alphabets stays: «ГазLine».
    """
    if _ANY_STRANGE.search(text):
        text = text.translate(_STRANGE_CYRILLIC)
    if not _TWO_ALPHABETS.search(text) and not _LATIN_ENDING.search(text):
        return text  # nearly all are: to look at whole words would take five times as long
    return _MIXED.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    """By the most of its letters, or where they cannot all be of that alphabet by the other: «coвeщaниe»."""
    cyrillic = match[0].translate(_TO_CYRILLIC)
    tried = (cyrillic,) if match["ending"] else (mend(match[0]), cyrillic)
    return next((word for word in tried if not _TWO_ALPHABETS.search(word)), match[0])


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """One key for all spellings of a name: Сағынтаев, Сагинтаев, Sagintayev, Sağyntaev → `sagintaev`.

    Lossy on purpose: ы, і, и, й are one sound, so are the pairs қ–к, ғ–г, ұ–ү–у, ө–о, ә–а, ң–нг–н; doubled letters
    count once; hyphens, signs and quotation marks vanish. Words stay apart by one space.
    """
    words = _WORDS.findall(unicodedata.normalize("NFC", name))
    return " ".join(key for key in (_fold_word(mend(word).lower()) for word in words) if key)


def _fold_word(word: str) -> str:
    letters = _SIGNS.sub("", word)
    sounds = _simplify(_cyrillic_sounds(letters) if _CYRILLIC.search(letters) else _latin_sounds(letters))
    return sounds.replace("J", "zh").replace("C", "ch").replace("S", "sh")


def _cyrillic_sounds(word: str) -> str:
    sounds = word.replace("дж", "ж").replace("ья", "ия").translate(_CYRILLIC_SOUNDS)  # Наталья, Наталия
    if "я" not in sounds and "ю" not in sounds:
        return sounds
    sounds = _SOFTENING.sub(lambda match: "a" if match[0] == "я" else "u", sounds)
    return sounds.replace("я", "ia").replace("ю", "iu")


def _latin_sounds(word: str) -> str:
    word = _AFTER_CONSONANT_YA.sub("a", word)
    word = _LATIN_SPELLINGS.sub(lambda match: _LATIN_SOUND[match[0]], word)  # at once: «Zhusipkhan» has no ph
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _simplify(sounds: str) -> str:
    for spelling, sound in _ALIKE if _ANY_ALIKE.search(sounds) else ():
        sounds = spelling.sub(sound, sounds)
    return sounds


@lru_cache(maxsize=200_000)
def variant_keys(name: str) -> frozenset[str]:
    """The key of the name and those of its rarer spellings: Утеген for Өтеген; Liazzat, Natalya as Latin has them."""
    spellings = {name}
    for kazakh, other in (("Ө", "У"), ("ө", "у"), ("Һ", "Г"), ("һ", "г"), ("ә", "е"), ("Ә", "Е")):
        spellings |= {spelling.replace(kazakh, other) for spelling in spellings}
    for latin, other in (("ia", "ya"), ("ya", "ia")):
        spellings |= {_AFTER_CONSONANT[latin].sub(other, spelling) for spelling in spellings}
    return frozenset(key for spelling in spellings if (key := fold(spelling)))


# English as official Kazakhstan and Russian passports write it: ғ, қ, ә, ө, ұ, ү lose their marks, е is ye at the start
# and after a vowel (Yerlan, Tokayev, Sultangaziyev), ғы is gi as in Russian spelling (Sagintayev), ж is zh.
_ENGLISH = {
    **dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True)),
    **dict(zip("әғқңөұүһі", "agknouuhi", strict=True)),
    "ё": "yo",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ў": "u",
    "ј": "j",
}
_CYRILLIC_VOWELS = "аәеёиіоөуұүыэюя"


def romanize(name: str, lang: str = "ru") -> str:
    """A sound English spelling: Бақытжан Сағынтаев → Bakytzhan Sagintayev, Дмитрий Ким → Dmitry Kim.

    `lang` is the language of the name as written; a name already in Latin comes back as it is.
    """
    text = unicodedata.normalize("NFC", name)
    return re.sub(r"[^\W\d_]+", lambda match: _romanize_word(mend(match[0]), lang), text)


def _romanize_word(word: str, lang: str) -> str:
    lower = word.lower().replace("ғы", "гі")
    lower = re.sub(r"(?<=\w\w)[иы]й$", "ы", lower) if lang == "ru" else lower  # Дмитрий → Dmitry
    english = "".join(_english_letter(lower, place) for place in range(len(lower)))
    if word.isupper() and len(word) > 1:
        return english.upper()
    return english[:1].upper() + english[1:] if word[:1].isupper() else english


def _english_letter(word: str, place: int) -> str:
    letter, before, after = word[place], word[place - 1 : place], word[place + 1 : place + 2]
    if letter == "е" and (not before or before in _CYRILLIC_VOWELS + "ьъй"):
        return "e" if before == "й" else "ye"
    if letter == "й":
        return "y" if after in tuple(_CYRILLIC_VOWELS) or before == "е" else "i"
    return _ENGLISH.get(letter, letter)


_RUSSIAN = str.maketrans("ғқәөұүіһңҒҚӘӨҰҮІҺҢ", "гкаоууихнГКАОУУИХН")
_RUSSIAN_PRACTICE = (
    (r"ғы", "ги"), (r"Ғы", "Ги"),  # Сағынтаев → Сагинтаев
    (r"(?<=[лЛкК])ә(?=[зш])", "я"),  # Ләззат → Ляззат, Күләш → Куляш
    (r"([гГ])үл(?![аеёиоуыэюяіүұәө])", r"\1уль"),  # Айгүл → Айгуль, Гүлшара → Гульшара
    (r"йы(?=л)", "и"),  # Смайылов → Смаилов
)  # fmt: skip
_UNSURE = re.compile(r"[әөһӘӨҺ]|іл\b|ел\b")


def russian_spelling(name_kk: str) -> str:
    """The Russian spelling of a Kazakh name by common practice: Сағынтаев → Сагинтаев, Айгүл → Айгуль."""
    text = unicodedata.normalize("NFC", name_kk)
    for kazakh, russian in _RUSSIAN_PRACTICE:
        text = re.sub(kazakh, russian, text)
    return text.translate(_RUSSIAN)


def sure_russian_spelling(name_kk: str) -> str | None:
    """The Russian spelling where practice knows only one; None where it wavers (Өтеген: Отеген, Утеген)."""
    return None if _UNSURE.search(name_kk) else russian_spelling(name_kk)
