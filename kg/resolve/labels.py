"""How a thing is called in Russian, Kazakh and English, and every other way it was spelled; readable ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg import gazetteer
from kg.model import Entity
from kg.terms import KG, label
from kg.text.translit import fold, romanize, sure_russian_spelling

LANGS = ("ru", "kk", "en")


def known_row(known_as: str | None) -> gazetteer.Row | None:
    """The gazetteer's row; None for a key that it does not (or no longer) hold."""
    try:
        return gazetteer.by_key(known_as) if known_as else None
    except KeyError:
        return None


def labels(
    entities: Sequence[Entity], row: gazetteer.Row | None, built: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """At most one label a language: the gazetteer's or the one `built` of class and owner, else the dictionary form
    seen most, else a sure spelling of it."""
    chosen = dict(built or {})
    chosen.update({lang: row.names(lang)[0] for lang in LANGS if row and row.names(lang)})
    for lang in ("ru", "kk"):
        if lang not in chosen and (seen := best_name(entities, lang)):
            chosen[lang] = seen
    kind = entities[0].kind
    if "ru" not in chosen and "kk" in chosen and kind in ("Person", "Place") and is_proper(chosen["kk"]):
        guess = sure_russian_spelling(chosen["kk"])
        chosen.update({"ru": guess} if guess else {})
    if "en" not in chosen and (english := _english(entities, chosen)):
        chosen["en"] = english
    return tuple((lang, chosen[lang]) for lang in LANGS if lang in chosen)


def owned_labels(finer: str, owner: gazetteer.Row) -> dict[str, str]:
    """Labels of a body that its owner has one of, for its own words («акимат») say too little: «акимат (Алматы)»."""
    names = {lang: (label(getattr(KG, finer), lang), owner.names(lang)) for lang in LANGS}
    return {lang: f"{word} ({owners[0]})" for lang, (word, owners) in names.items() if word and owners}


def _english(entities: Sequence[Entity], chosen: dict[str, str]) -> str | None:
    """A transliteration of a proper name: from Russian, as passports do, else from Kazakh."""
    seen_ru = best_name(entities, "ru")
    name, lang = (seen_ru, "ru") if seen_ru else (chosen.get("kk") or chosen.get("ru") or "", "kk")
    return romanize(name, lang) if name and is_proper(name) else None


def best_name(entities: Iterable[Entity], lang: str) -> str | None:
    """The dictionary form seen most among the fullest ones of a language."""
    counts = Counter(" ".join(entity.name.split()) for entity in entities if entity.lang == lang)
    fullness = {
        name: max(len(_parts(entity)) for entity in entities if " ".join(entity.name.split()) == name)
        for name in counts
    }
    return min(counts, key=lambda name: (-fullness[name], -counts[name], -len(name), name), default=None)


def _parts(entity: Entity) -> list[str]:
    """What a name gives of a person: given name and surname count, a patronymic and initials do not."""
    return [key for key, _ in entity.features if key in ("surname", "given")]


def is_proper(name: str) -> bool:
    """Every word of it is a name: «Марат Султангазиев», not «областной маслихат»."""
    words = re.findall(r"[^\W\d_]+", name)
    return bool(words) and all(word[0].isupper() for word in words)


def spellings(
    entities: Iterable[Entity], row: gazetteer.Row | None, chosen: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Every other spelling, with its language: dictionary forms, words of the texts, other names in the gazetteer."""
    found = {(entity.lang, " ".join(entity.name.split())) for entity in entities}
    found |= {(m.lang, " ".join(m.words.split())) for entity in entities for m in entity.mentions if m.kind != "Title"}
    if row:
        found |= {(lang, name) for lang in LANGS for name in row.names(lang)}
    return tuple(sorted(found - set(chosen)))


def slug(kind: str, names: Sequence[tuple[str, str]]) -> str:
    """`person/marat-sultangaziyev`: kind and English label, else the romanized Kazakh or Russian one."""
    by_lang = dict(names)
    lang = next((lang for lang in ("en", "ru", "kk") if by_lang.get(lang)), "ru")
    latin = romanize(by_lang.get(lang, ""), lang)
    ascii_name = re.sub(r"[^a-z0-9]+", "-", _ascii(latin.lower())).strip("-")
    return f"{kind.lower()}/{ascii_name[:80].strip('-') or 'unnamed'}"


def _ascii(text: str) -> str:
    """Letters without their marks; a letter that ASCII lacks becomes its sound in `fold`, or nothing."""
    return "".join(letter if letter.isascii() else fold(letter) for letter in text)
