"""What components leave on a Doc for those after them: plain records over token and character positions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from importlib import import_module
from typing import Any, ParamSpec, TypeVar, cast

from spacy.tokens import Doc, Span, SpanGroup, Token

from kg.lang import tables
from kg.lang.features import values
from kg.lang.names import GIVEN

P = ParamSpec("P")
Answer = TypeVar("Answer")
NOUNS = frozenset({"NOUN", "PROPN"})
MODELS = ("slovnet", "ru_crf", "crf")  # components that find names by what they have learnt
FIELDED = ("minister", "deputy-minister")  # roles whose field stands beside them: «ақпарат министрі»
PREMISES = frozenset(
    {
        "Airport", "Arena", "Building", "IndustrialZone", "Mine", "Park", "Port", "PowerPlant", "Resort", "Station",
        "Worship",
    }
)  # fmt: skip # places that somebody runs and nobody governs: «глава СЭЗ «Береке»»
NO_NAMES = frozenset(
    {"ADV", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART"}
)  # no name is one of these alone


@dataclass(frozen=True, slots=True)
class Title:
    """Words that name a post: «аким Алматинской области», «қала әкімінің». Positions are tokens, half-open."""

    start: int
    stop: int
    head: int  # the token whose case the whole has
    role: str
    status: str  # current, acting, former, candidate
    plural: bool
    alone: bool  # may point to a person named elsewhere
    of: tuple[int, int] | None  # the entity it belongs to
    of_class: str | None  # a bare class word in its place: City in «аким города»
    words: str  # dictionary form of the bare post: «аким»
    group: tuple[int, int]  # modifiers and post, without what it belongs to
    body: str = ""  # a bare noun for the body in its place: «федерация» in «федерация президенті»
    land: str = ""  # the country that an adjective before it tells: place/russia of «российский президент»
    called: str = ""  # what the post is called where that is more than `words`: «заместитель акима»


def remembered(ask: Callable[P, Answer]) -> Callable[P, Answer]:
    """Keeps what is answered of a Doc and places in it, which many frames ask; a grammar last is its language's."""

    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(*args: P.args, **kwargs: P.kwargs) -> Answer:
        known: dict[object, Answer] = cast(Doc, args[0]).user_data.setdefault(name, {})
        places = args[1:-1] if isinstance(args[-1], dict) else args[1:]
        if places not in known:
            known[places] = ask(*args, **kwargs)
        return known[places]

    return answer


@cache
def module(lang: str, part: str) -> Any:
    """A part of a language that its components call by name: names, lemmatizer, phrases."""
    return import_module(f"kg.lang.{lang}.{part}")


@cache
def word_keys(lang: str) -> Callable[[str], Sequence[str]]:
    """The language's function from a word to all its dictionary forms."""
    keys: Callable[[str], Sequence[str]] = module(lang, "lemmatizer").keys
    return keys


def name_keys(lang: str) -> Callable[[str], Sequence[str]]:
    """The same for words of names, which are nouns and adjectives."""
    keys: Callable[[str], Sequence[str]] = module(lang, "lemmatizer").name_keys
    return keys


def entities(doc: Doc) -> list[Span]:
    """The arbiter's names, in order. Asked for again and again; spaCy makes its spans anew each time."""
    group = doc.spans.data.get("entities")
    known: tuple[SpanGroup | None, list[Span]] | None = doc.user_data.get("in order")
    if known is None or known[0] is not group:
        known = group, sorted(group or (), key=lambda span: (span.start, -span.end))
        doc.user_data["in order"] = known
    return known[1]


def spans_of(doc: Doc, group: str) -> list[Span]:
    """The spans of a group, none where there is no such group; spaCy makes them anew each time it is asked for one."""
    known: dict[str, tuple[SpanGroup | None, list[Span]]] = doc.user_data.setdefault("spans", {})
    here = doc.spans.data.get(group)
    if group not in known or known[group][0] is not here:
        known[group] = here, list(here or ())
    found = known[group][1]
    if here is not None and len(found) < len(here):  # a later component has added to the group
        found.extend(here[index] for index in range(len(found), len(here)))
    return found


def titles(doc: Doc) -> list[Title]:
    found: list[Title] = doc.user_data.get("titles", [])
    return found


def case(token: Token) -> str:
    """Universal Dependencies case, or an empty string: «акима» Gen or Acc."""
    return feature(token, "Case")


def alike(left: str, right: str) -> bool:
    """The same case; genitive and accusative look alike in names of men."""
    return left == right or {left, right} == {"Gen", "Acc"}


def feature(token: Token, name: str) -> str:
    """A feature of Universal Dependencies, or an empty string: `feature(token, "VerbForm")`."""
    found = values(token.morph, name)
    return found[0] if found else ""


def is_plural(token: Token) -> bool:
    return feature(token, "Number") == "Plur"


def next_word(doc: Doc, index: int) -> int:
    """The first token from an index on that is no space; len(doc) at the end."""
    keys = doc.user_data["keys"]
    while index < len(keys) and not keys[index]:
        index += 1
    return index


def previous_word(doc: Doc, index: int) -> int:
    """The last token before an index that is no space; -1 at the beginning."""
    keys = doc.user_data["keys"]
    index -= 1
    while index >= 0 and not keys[index]:
        index -= 1
    return index


def written(doc: Doc, words: Container[str], start: int = 0, stop: int | None = None) -> list[int]:
    """The tokens of a stretch that are one of these lower-case words, in letters of any size."""
    return [index for index, word in enumerate(lowered(doc)[start:stop], start) if word in words]


def lowered(doc: Doc) -> list[str]:
    """All tokens in lower case; made once, for to ask spaCy token by token takes ten times as long."""
    found: list[str] | None = doc.user_data.get("lowered")
    if found is None:
        found = doc.user_data["lowered"] = [token.lower_ for token in doc]
    return found


def texts(doc: Doc) -> list[str]:
    """All tokens as they are written; made once, as those in lower case are."""
    found: list[str] | None = doc.user_data.get("texts")
    if found is None:
        found = doc.user_data["texts"] = [token.text for token in doc]
    return found


def capitalised(doc: Doc) -> list[int]:
    """The tokens that begin with a capital, in order."""
    found: list[int] | None = doc.user_data.get("capitalised")
    if found is None:
        found = doc.user_data["capitalised"] = [i for i, text in enumerate(texts(doc)) if text[0].isupper()]
    return found


def places_of(doc: Doc) -> dict[str, list[int]]:
    """Dictionary form → the tokens that may be forms of it; made once, for hundreds of tables are looked for."""
    found: dict[str, list[int]] | None = doc.user_data.get("places")
    if found is None:
        found = doc.user_data["places"] = {}
        for index, forms in enumerate(doc.user_data["keys"]):
            for form in forms:
                found.setdefault(form, []).append(index)
    return found


def forms_of(doc: Doc, words: Iterable[str], start: int = 0, stop: int | None = None) -> list[int]:
    """The tokens of a stretch, by default of the whole text, that may be forms of one of the words."""
    places = places_of(doc)
    last = len(doc) if stop is None else stop
    return sorted({index for word in words if word in places for index in within(places[word], start, last)})


def holds(doc: Doc, words: Iterable[str], start: int, stop: int) -> bool:
    """Whether a token of a stretch may be a form of one of the words."""
    places = places_of(doc)
    return any(within(places[word], start, stop) for word in words if word in places)


def within(places: list[int], start: int, stop: int) -> list[int]:
    """Those of tokens in order that stand in a stretch."""
    return places[bisect_left(places, start) : bisect_left(places, stop)]


def has_key(doc: Doc, index: int, words: Collection[str]) -> bool:
    """Whether a token may be a form of one of the words."""
    for key in doc.user_data["keys"][index]:  # noqa: SIM110 (any() takes twice as long, and this is asked most of all)
        if key in words:
            return True
    return False


def is_given(doc: Doc, index: int) -> bool:
    """Whether a token may be a form of a given name."""
    names = module(doc.lang_, "names")
    return any(names.is_given_name(key) >= GIVEN for key in doc.user_data["keys"][index])


def before_adjectives(doc: Doc, index: int) -> int:
    """The last word before a token that is no adjective or participle of it: «[пост] первого замглавы»; -1 for none."""
    index = previous_word(doc, index)
    while index >= 0 and _describes(doc[index]):
        index = previous_word(doc, index)
    return index


def _describes(token: Token) -> bool:
    return token.pos_ == "ADJ" or ("Part" in values(token.morph, "VerbForm") and bool(case(token)))


def is_year_word(doc: Doc, index: int) -> bool:
    """«в 2017 [г]. Также …»: behind a number the word is a year, not a town."""
    before = previous_word(doc, index)
    words = tables.load(doc.lang_, "uncounted")["year_words"]
    return before >= 0 and doc[before].text[-1].isdigit() and doc[index].lower_.rstrip(".") in words


def of_place(word: str, lang: str) -> bool:
    """Whether a dictionary form ends like an adjective made of a place: «алмалинский», «елецкий»."""
    return word.endswith(_place_endings(lang))


@cache
def _place_endings(lang: str) -> tuple[str, ...]:
    return tuple(tables.load(lang, "grammar").get("place_adjectives", ()))
