"""Names as news writes them: declined in Russian and Kazakh, spelled in three scripts. For invented mentions alone.

Nothing here is taken from the package: its readings of names are measured against these, not against themselves.
"""

from __future__ import annotations

import random

BACK, FRONT = "аоұыуюяё", "әөүіеэи"
VOWELS = BACK + FRONT
VOICELESS = "бвгғдкқпстфхһцчшщ"

# How Russian newspapers spell Kazakh letters: where practice wavers, the likelier spelling stands more often.
RUSSIAN = {"ә": "а", "ө": "оооу", "ү": "у", "ұ": "у", "қ": "к", "ғ": "г", "ң": "н", "һ": "х", "і": "и"}
AFTER_L = "аяя"  # ә after л, as in Ләззат
# Kazakh in Latin: English of the press, BGN/PCGN 1979, and the alphabet of 2021.
PRESS = {
    **dict(zip("абвгдезиклмнопрстуфыэәғқңөұүһі", "abvgdeziklmnoprstufyeagknouuhi", strict=True)),
    "ё": "yo", "ж": "zh", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya",
}  # fmt: skip
BGN = {**PRESS, "ә": "ä", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "ö", "ұ": "u", "ү": "ü", "і": "i", "й": "y"}
LATIN_2021 = {
    **PRESS, "ә": "ä", "ғ": "ğ", "ж": "j", "й": "i", "қ": "q", "ң": "ñ", "ө": "ö", "ұ": "ū", "ү": "ü", "х": "h",
    "ш": "ş", "ч": "ch", "ю": "iu", "я": "ia", "и": "i", "щ": "ş",
}  # fmt: skip


def russian(name: str, chance: random.Random) -> str:
    """A Kazakh name as one Russian text spells it: Әсел → Асель, Нұрсұлтан → Нурсултан."""
    lower = name.lower()
    letters = [
        _cased(
            letter,
            chance.choice(AFTER_L if lower[place - 1 : place + 1] == "лә" else RUSSIAN.get(lower[place], letter)),
        )
        for place, letter in enumerate(name)
    ]
    spelled = "".join(letters).replace("гы", "ги") if "ғы" in lower else "".join(letters)
    if name.endswith(("гүл", "әсел", "дәл")):
        spelled += "ь"
    return spelled


def latin(name: str, chance: random.Random) -> str:
    """A name in one of the Latin spellings in use: Тоқаев → Tokayev, Toqaev, Toqaiev."""
    table = chance.choices((PRESS, BGN, LATIN_2021), (0.7, 0.15, 0.15))[0]
    letters = []
    for place, letter in enumerate(name):
        before = name[place - 1].lower() if place else ""
        sound = table.get(letter.lower(), letter.lower())
        if letter.lower() == "е" and table is PRESS and (not before or before in VOWELS):
            sound = "ye"
        letters.append(_cased(letter, sound))
    return "".join(letters)


def _cased(letter: str, spelled: str) -> str:
    return spelled.capitalize() if letter.isupper() else spelled


def in_russian_case(word: str, case: int, gender: str, surname: bool) -> str:
    """The word in a case: 0 nominative, 1 genitive, 2 dative, 3 accusative, 4 instrumental, 5 prepositional."""
    if case == 0 or not word[-1].isalpha() or word.endswith(("улы", "кызы")):
        return word
    if surname and word.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return word + ("а", "у", "а", "ым", "е")[case - 1] if gender == "m" else word
    if surname and word.endswith(("ова", "ева", "ёва", "ина", "ына")) and gender == "f":
        return word[:-1] + ("ой", "ой", "у", "ой", "ой")[case - 1]
    if surname and word.endswith("ский"):
        return word[:-2] + ("ого", "ому", "ого", "им", "ом")[case - 1]
    if surname and word.endswith("ская"):
        return word[:-2] + ("ой", "ой", "ую", "ой", "ой")[case - 1]
    return _as_noun(word, case, gender)


FLEETING = {"Павел": "Павл", "Пётр": "Петр"}  # what remains of the stem in the other cases


def _as_noun(word: str, case: int, gender: str) -> str:
    last, stem = word[-1], word[:-1]
    word = FLEETING.get(word, word)
    if last == "а":
        genitive = "и" if stem[-1:] in "гкхжшчщ" else "ы"
        return stem + (genitive, "е", "у", "ей" if stem[-1:] in "жшчщц" else "ой", "е")[case - 1]
    if last == "я":
        dative = "и" if stem[-1:] == "и" else "е"
        return stem + ("и", dative, "ю", "ей", dative)[case - 1]
    if last == "ь" and gender == "f":
        return stem + ("и", "и", "ь", "ью", "и")[case - 1]
    if gender == "f" or last in "оеиуыэюё":
        return word
    if last in "йь":
        return stem + ("я", "ю", "я", "ем", "и" if stem[-1:] == "и" else "е")[case - 1]
    return word + ("а", "у", "а", "ем" if last in "жшчщц" else "ом", "е")[case - 1]


# Kazakh endings by case, 1 genitive to 6 instrumental, for what stands before; «А» is а or е, «Ы» ы or і.
KAZAKH = {
    "voiceless": ("тЫң", "қА", "тЫ", "тА", "тАн", "пен"),
    "vowel": ("нЫң", "ғА", "нЫ", "дА", "дАн", "мен"),
    "liquid": ("дЫң", "ғА", "дЫ", "дА", "дАн", "мен"),
    "nasal": ("нЫң", "ғА", "дЫ", "дА", "нАн", "мен"),
    "buzzing": ("дЫң", "ғА", "дЫ", "дА", "дАн", "бен"),
    "possessed": ("нЫң", "нА", "н", "ндА", "нАн", "мен"),
}


def in_kazakh_case(word: str, case: int) -> str:
    """With a case ending: 0 none, 1 genitive, 2 dative, 3 accusative, 4 locative, 5 ablative, 6 instrumental."""
    if case == 0 or not word[-1].isalpha():
        return word
    ending = KAZAKH[_sound(word)][case - 1]
    heard = [letter for letter in word.lower() if letter in VOWELS]
    back = not heard or heard[-1] in BACK
    ending = ending.replace("А", "а" if back else "е").replace("Ы", "ы" if back else "і")
    return word + (ending if back else ending.replace("қ", "к").replace("ғ", "г"))


def _sound(word: str) -> str:
    if word.endswith(("ұлы", "қызы")):
        return "possessed"
    last = word.rstrip("ьъ")[-1].lower()
    kinds = (("vowel", "аәеёоөұүыіэюя"), ("liquid", "лрйиу"), ("nasal", "мнң"), ("buzzing", "зж"))
    return next((kind for kind, letters in kinds if last in letters), "voiceless")
