"""The words a language writes its numbers with, as `kg/lang/<lang>/data/numbers.toml` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from kg.lang import tables


@dataclass(frozen=True, eq=False)
class NumberWords:
    """Looked up by the word as it stands, lower case: «двух», «екіден», «млрд»."""

    cardinals: dict[str, Decimal]
    exact: dict[str, Decimal]
    scale_forms: dict[str, Decimal]
    lone: dict[str, Decimal]
    lone_after_bound: dict[str, Decimal]
    whole: dict[str, tuple[str, str]]
    whole_after_bound: dict[str, tuple[str, str]]
    no_whole: frozenset[str]  # of what no share is told: «более половины срока»
    endings: frozenset[str]
    sizes: tuple[int, ...]  # of the endings, longest first
    after_digits: frozenset[str]
    ordinals: frozenset[str]
    not_numbers: frozenset[str]
    range_words: frozenset[str]
    range_openers: frozenset[str]
    openers_of_lone: frozenset[str]
    from_endings: frozenset[str]  # «16-дан 62-ге»
    partitive_endings: frozenset[str]  # «оның 71-ін»: so many of them
    attributive_endings: frozenset[str]  # «1,5 мыңдай адам»: a noun may follow
    groups_of_people: frozenset[str]  # «четверо пострадали»
    measured: re.Pattern[str]  # «100-квартирных»: an adjective with a number in it, before what another number counts
    of_a_kind: re.Pattern[str]  # «фермерлік»: an ending of what tells of which kind the noun behind is
    of_one: re.Pattern[str]  # «в здании 19 [школы]»: a genitive that is no plural's
    halves: tuple[list[str], ...]
    ordinal_words: re.Pattern[str]

    @property
    def scales(self) -> tuple[Decimal, ...]:
        return tuple(sorted(set(self.scale_forms.values())))

    def cardinal(self, word: str) -> tuple[Decimal, str] | None:
        """«екіден» → (2, "ден"); None for a word that is no number."""
        if word in self.exact:
            return self.exact[word], ""
        return None if word in self.not_numbers else self.split(word, self.cardinals)

    def scale(self, word: str) -> tuple[Decimal, str] | None:
        """«мыңнан» → (1000, "нан")."""
        return None if word in self.not_numbers else self.split(word, self.scale_forms)

    def split(self, word: str, forms: dict[str, Decimal]) -> tuple[Decimal, str] | None:
        if word in forms:
            return forms[word], ""
        for size in self.sizes:
            if word[:-size] in forms and word[-size:] in self.endings:
                return forms[word[:-size]], word[-size:]
        return None


@lru_cache(maxsize=50_000)
def may_open(word: str, words: NumberWords) -> bool:
    """Whether a number may begin with this word: «двести», «екіден», «вторая», «миллион»."""
    lone = word in words.lone or word in words.lone_after_bound or (words.endings and words.scale(word))
    whole = word in words.whole or word in words.whole_after_bound
    return bool(whole or words.cardinal(word) or words.ordinal_words.fullmatch(word) or lone)


def by_form(rows: dict[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for value, forms in rows.items() for form in forms.split()}


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of a language; `BadTable` when it has none."""
    table: dict[str, Any] = tables.load(lang, "numbers")
    endings = frozenset(table["endings"])
    return NumberWords(
        cardinals=by_form(table["cardinals"]),
        exact=by_form(table.get("exact", {})),
        scale_forms=by_form(table["scales"]),
        lone=by_form(table["lone"]),
        lone_after_bound=by_form(table.get("lone_after_bound", {})),
        whole={word: (value, unit) for word, (value, unit) in table.get("whole", {}).items()},
        whole_after_bound={word: (value, unit) for word, (value, unit) in table.get("whole_after_bound", {}).items()},
        no_whole=frozenset(table.get("no_whole", ())),
        endings=endings,
        sizes=tuple(sorted({len(ending) for ending in endings}, reverse=True)),
        after_digits=frozenset(table["after_digits"]) or endings,
        ordinals=frozenset(table["ordinal_after_digits"]),
        not_numbers=frozenset(table["not_numbers"]),
        range_words=frozenset(table["range_words"]),
        range_openers=frozenset(table["range_openers"]),
        openers_of_lone=frozenset(table.get("openers_of_lone", [])),
        from_endings=frozenset(table.get("from_endings", [])),
        partitive_endings=frozenset(table.get("partitive_endings", [])),
        attributive_endings=frozenset(table.get("attributive_endings", [])),
        groups_of_people=frozenset(table.get("groups_of_people", [])),
        measured=re.compile(table["measured"]),
        of_a_kind=re.compile(table["of_a_kind"]),
        of_one=re.compile(table.get("of_one", r"(?!)")),
        halves=tuple(half.split() for half in table["halves"]),
        ordinal_words=re.compile(table["ordinal_words"]),
    )
