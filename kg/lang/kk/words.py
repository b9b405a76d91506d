"""The Kazakh words the morphology knows: stems with their counts, names, and the words that are not cut."""

from __future__ import annotations

from functools import cache
from math import log

from kg import gazetteer
from kg.lang import tables
from kg.lang.kk.suffixes import Suffix, suffixes

CASES = ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins")
LONGEST_ENDING = 16  # letters
ROOT = 3.0  # a stem written down by hand counts as if met so often
ADJECTIVE = 12.0  # an adjective, that may look like a noun in some case: «міндетті»
EVENT = 60.0  # and a noun that is also the name of an action: «кездесу»
NAME_SUFFIX = 1.3  # a name is cut less readily: «Сатыбалды»
PATRONYMIC = 8.0  # «Серікбайқызы» is never cut to «Серікбайқыз»
DERIVED = {"noun": 3.0, "verb": 1.0}  # what an unseen stem gains by its end
STRANGE_VERB = -3.0  # and an unseen verb loses that was not made from another word
COMMON = -2.0  # a capitalised word in mid-sentence is less likely a common noun


@cache
def stems() -> dict[tuple[str, str], float]:
    """(stem, noun or verb) → its share among all stems."""
    counts = {(row["stem"], row["kind"]): float(row["count"]) for row in rows() if row["kind"] != "name"}
    roots = tables.load("kk", "roots")
    for kind, table, count in (
        ("verb", "verbs", ROOT), ("noun", "nouns", ROOT), ("noun", "adjectives", ADJECTIVE), ("noun", "events", EVENT)
    ):  # fmt: skip
        for stem in roots[table].split():
            counts[stem, kind] = counts.get((stem, kind), 0.0) + count
    for word in tables.load("kk", "closed_words")["numbers"]:
        counts[word, "noun"] = counts.get((word, "noun"), 0.0) + ROOT
    total = sum(counts.values())
    return {key: count / total for key, count in counts.items()}


@cache
def names() -> dict[str, float]:
    """Lower-case name → its share among all names."""
    counts = {row["stem"]: float(row["count"]) for row in rows() if row["kind"] == "name"}
    for name in known_names():
        counts[name] = counts.get(name, 0.0) + ROOT
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}


def rows() -> list[dict[str, str]]:
    return list(tables.load("kk", "stems")["rows"])


@cache
def known_names() -> frozenset[str]:
    """Lower-case names of one word: of places, and those that people's names are made of."""
    places = {name for row in gazetteer.places() if not row.needs_class_word("kk") for name in row.kk}
    people = {word for row in gazetteer.people() for name in row.kk for word in name.split()}
    known = {name.lower() for name in places | people | given_names() if name.isalpha() and len(name) > 2}
    return frozenset(known | set(tables.load("kk", "roots")["names"].split()))


def given_names() -> set[str]:
    """The given names that the table of name forms lists."""
    listed = tables.load("kk", "name_forms")["given"]
    return {*listed["men"].split(), *listed["women"].split()}


@cache
def derivations() -> dict[str, tuple[str, ...]]:
    """What nouns and verbs that are made from other words end in."""
    return {kind: tuple(ends) for kind, ends in tables.load("kk", "roots")["derived"].items()}


def derived(stem: str, kind: str) -> float:
    """What an unseen stem gains by looking made: «қаржыландыр», «тәртіпсіздік»; few verbs are made in any other way."""
    if stem.endswith(derivations()[kind]):
        return DERIVED[kind]
    return STRANGE_VERB if kind == "verb" else 0.0


@cache
def name_ends() -> tuple[str, ...]:
    """What names end in: «ов», «бек», «ұлы»; nothing is cut off behind the best of them for less than a case."""
    return tuple(tables.load("kk", "roots")["name_ends"])


def name_score(stem: str, unseen: float) -> float:
    """The logarithm of the stem's share among names, or of a common noun's among stems, or of an unseen one."""
    best = unseen + (PATRONYMIC if stem.endswith(("ұлы", "қызы")) else 1.5 if stem.endswith(name_ends()) else 0.0)
    if stem in names():
        best = max(best, log(names()[stem]))
    common = stems().get((stem, "noun"))
    return max(best, log(common) + COMMON) if common else best


def is_common(stem: str) -> bool:
    """The word is a common noun and no name: «Президент» in mid-sentence."""
    return (stem, "noun") in stems() and stem not in names()


@cache
def changed() -> dict[str, str]:
    """What is left of a word that loses a vowel → the word: «халқ» → халық."""
    return dict(tables.load("kk", "roots")["changed"])


@cache
def dropped() -> dict[str, str]:
    """What a loan ends in before a suffix → the letter that it has lost: «журналис» + т."""
    return dict(tables.load("kk", "roots")["dropped"])


@cache
def adjectives() -> frozenset[str]:
    return frozenset(tables.load("kk", "roots")["adjectives"].split())


@cache
def numbers() -> frozenset[str]:
    return frozenset(tables.load("kk", "closed_words")["numbers"])


@cache
def closed() -> dict[str, tuple[str, str, str]]:
    """Form → lemma, part of speech, features."""
    table = tables.load("kk", "closed_words")
    found = {word: (word, pos, "") for pos, group in table["pos"].items() for word in group}
    for lemma, forms in table["pronouns"].items():
        for case, form in zip(CASES, forms, strict=True):
            found.setdefault(form, (lemma.partition("/")[0], "PRON", f"Case={case}"))
    for form, lemma in table["variants"].items():
        found[form] = (lemma, table["variant_pos"][lemma], "")
    for lemma, pos in table["variant_pos"].items():
        found.setdefault(lemma, (lemma, pos, ""))
    for form, analysis in table["whole"].items():
        lemma, pos, feats = analysis.split(" ")
        found[form] = (lemma, pos, "" if feats == "_" else feats)
    return found


@cache
def verbs_at_end() -> dict[str, tuple[str, str, str]]:
    """Forms that are verbs where a clause ends, and something else within it: «қатысты»."""
    pairs = tables.load("kk", "closed_words")["verbs_at_end"].items()
    return {form: (stem, "VERB", "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin") for form, stem in pairs}


@cache
def abbreviations() -> frozenset[str]:
    """«млн.», «ж.», «т.б.»: their stop belongs to them, in the lemma too."""
    groups = tables.load("kk", "abbreviations")["group"]
    return frozenset(form for group in groups for form in group["forms"])


@cache
def ending(letters: str) -> tuple[Suffix, ...] | None:
    """The suffixes that make up letters after a hyphen, a figure or a quote: «-ның», «-ындағы»; None if they don't."""
    return cover(letters, None) if len(letters) <= LONGEST_ENDING else None


def cover(letters: str, wanted: frozenset[str] | None) -> tuple[Suffix, ...] | None:
    """The fewest suffixes that spell all these letters, ending in one of those wanted."""
    best: tuple[Suffix, ...] | None = None
    for size in range(len(letters), 0, -1):
        for suffix in suffixes().get(letters[-size:], ()):
            if wanted is not None and suffix.name not in wanted:
                continue
            left = letters[:-size]
            before = cover(left, suffix.after) if left else () if "noun" in suffix.after else None
            if before is not None and (best is None or len(before) + 1 < len(best)):
                best = (*before, suffix)
    return best
