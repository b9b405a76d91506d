"""The gazetteer's names and the class words of places as phrases, made once for a language."""

from __future__ import annotations

from functools import cache

from kg import gazetteer
from kg.extract.found import name_keys, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables


@cache
def class_words(lang: str) -> frozenset[str]:
    """Dictionary forms of the words that tell a place's class: город, г., ауданы."""
    table = tables.load(lang, "places")
    forms = [form for row in table["class"] for form in [row["lemma"], *row.get("also", [])]]
    keys = word_keys(lang)
    return frozenset(key for form in forms for key in keys(form))


@cache
def known_names(lang: str) -> Phrases[gazetteer.Row]:
    """The language's own names in all their forms; Kazakh names and Latin ones as they are written, in any language."""
    phrases: Phrases[gazetteer.Row] = Phrases(name_keys(lang))
    class_after = tables.load(lang, "grammar")["owner_first"]
    for row in (*gazetteer.places(), *gazetteer.organizations(), *gazetteer.projects()):
        own = row.names(lang)
        for name in own:
            words = name_words(name)
            plain = class_after and len(words) == 1 and name.isalpha()  # «СУ» is no form of «Судан»
            phrases.add(words, row, keys=as_written if plain else None)
        for name in dict.fromkeys((*row.names("kk"), *row.names("en"))):
            if name not in own:
                phrases.add(name_words(name), row, keys=as_written)
    return phrases


def as_written(word: str) -> tuple[str]:
    return (word.lower(),)


@cache
def names_at_home(lang: str) -> Phrases[str]:
    """What bodies are called where nobody names their country, with their class: «МВД»; resolution tells whose."""
    phrases: Phrases[str] = Phrases(name_keys(lang))
    for row in gazetteer.organizations():
        for name in filter(None, (row.feature(f"home_{lang}") or "").split("|")):
            phrases.add(name_words(name), row.finer or "")
    return phrases


def name_words(name: str) -> list[str]:
    """A name as the tokens of a text, without its quotation marks: «Нур Отан» → Нур, Отан."""
    return [word for word in name.replace("«", " ").replace("»", " ").split() if word]
