"""What a verb form says of its place: that it ends a clause, goes before a noun, or only helps another verb."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import (
    before_adjectives,
    case,
    entities,
    feature,
    has_key,
    next_word,
    previous_word,
    remembered,
    texts,
    titles,
)
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

OTHERS = 4  # tokens after a verb in which its object tells whose it is
CALLING = 5  # tokens of what somebody is, between a participle and the name
WITH = 4  # tokens after a verb in which «с …» says with whom
Features = tuple[tuple[str, str], ...]


@remembered
def one_has(doc: Doc, start: int, stop: int, features: Features, grammar: dict[str, Any]) -> bool:
    """Whether a token of a stretch has features that many frames ask of it."""
    return any(has(doc[i], features, grammar) for i in range(start, stop))


def has(token: Token, features: Features, grammar: dict[str, Any]) -> bool:
    """`Voice=Pass`: the token has it; `Voice!=Pass`: it has not; `Pos=VERB` looks at the part of speech."""
    return all(shows(token, name.rstrip("!"), value, grammar) != name.endswith("!") for name, value in features)


def shows(token: Token, name: str, value: str, grammar: dict[str, Any]) -> bool:
    if name == "Pos":
        return bool(token.pos_ == value)
    if name == "Form":  # «назначенный аким» is no news of an appointment, «назначен» is
        return is_reported(token, grammar) if value == "reported" else is_attributive(token, grammar)
    return value == feature(token, name)


def is_attributive(token: Token, grammar: dict[str, Any]) -> bool:
    """A participle before its noun; in Kazakh one that no mark and no word of saying follows: «[барған] әкім»."""
    if feature(token, "VerbForm") != "Part":
        return False
    if not grammar["owner_first"]:
        return bool(case(token))
    doc, follows = token.doc, next_word(token.doc, token.i + 1)
    if case(token) or follows >= len(doc) or doc[follows].is_sent_start:
        return False
    if doc[follows].text == ",":
        return _goes_on(token) and any(is_calling(doc, token.i + 1, start) for start in _people(doc, follows))
    mark = doc[follows].is_punct and doc[follows].text not in OPENING
    return not mark and not has_key(doc, follows, grammar["after_clause"])


def _goes_on(token: Token) -> bool:
    """Whether the sentence ends in another form than this: «атқарған, … қабылдады», not «атқарған, … кездескен»."""
    last = next((t for t in reversed(token.sent) if t.pos_ == "VERB"), token)
    return feature(last, "VerbForm") == "Fin"


def _people(doc: Doc, start: int) -> list[int]:
    return [s.start for s in entities(doc) if s.label_ == "Person" and start < s.start <= start + CALLING]


def is_calling(doc: Doc, stop: int, start: int) -> bool:
    """Whether words between a Kazakh participle and a name only say what somebody is: «атқарған[, зейнеткер] Асан»."""
    if not 0 < start - stop <= CALLING or not tables.load(doc.lang_, "grammar")["owner_first"]:
        return False
    between = [token for token in doc[stop:start] if not token.is_space]
    words = between[1:] if between and between[0].text == "," else between
    last = doc[stop - 1]
    plain = (t.pos_ in ("NOUN", "ADJ") and t.is_lower and case(t) in ("", "Nom") for t in words)
    return feature(last, "VerbForm") == "Part" and not case(last) and bool(words) and all(plain)


def is_reported(token: Token, grammar: dict[str, Any]) -> bool:
    """What is only spoken of, maybe of others: «комиссия [барғанын] айтты», «[келу] туралы шақыру»."""
    follows = next_word(token.doc, token.i + 1)
    spoken_of = follows < len(token.doc) and token.doc[follows].lower_ in grammar.get("about", ())
    form = feature(token, "VerbForm")
    return (form == "Part" and case(token) == "Acc") or (form == "Vnoun" and spoken_of)


@remembered
def is_auxiliary(doc: Doc, start: int, grammar: dict[str, Any]) -> bool:
    """A verb that only helps the one before it: «дамып [келеді]», «өткен [болатын]»."""
    before = previous_word(doc, start)
    if before < 0 or not has_key(doc, start, grammar.get("auxiliaries", ())):
        return False
    return feature(doc[before], "VerbForm") in ("Conv", "Part")


def with_others(doc: Doc, last: int, start: int, grammar: dict[str, Any]) -> bool:
    """Whether the subjects did it with somebody else: «екеуі [тұрғындармен] кездесті», «встретились [с] жителями»."""
    if not grammar["owner_first"]:
        if last > start:
            return follows_with(doc, last, grammar["with"])  # «встреча Асанова и Кима [с] жителями»
        near = range(last, min(start + WITH, len(doc)))
        return any(doc[i].lower_ in grammar["with"] and case(doc[next_word(doc, i + 1)]) == "Ins" for i in near[:-1])
    return any(case(doc[i]) == "Ins" for i in range(last, start))


def is_future(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """A plain future: «станет», «будет руководить», not «намерен стать»; in Kazakh «басқармақ»."""
    words, ends = [doc[i] for i in range(start, stop)], tuple(grammar.get("plain_future", ("",)))
    told = any("Fut" in values(t.morph, "Tense") and t.lower_.endswith(ends) for t in words)
    return told or any(t.lower_ in grammar.get("future_words", ()) for t in words)


def joined(between: list[Token], grammar: dict[str, Any]) -> bool:
    """Whether a comma or «и» joins two names; in Kazakh an office may come between: «Асановпен, одақ басшысы …»."""
    if grammar["owner_first"] and between and between[0].text in CLOSING:
        between = between[1:]  # «Ақсай»[ және ]«Жайлау» ауылдары»
    if not between or not is_joint(between[0]):
        return False
    also = grammar.get("also", ())
    quotes = OPENING if not grammar["owner_first"] else OPENING + CLOSING
    rest = [token for token in between[1:] if token.lower_ not in also and token.text not in quotes]
    if len(rest) < 2 and all(map(is_joint, rest)):
        return True
    placed = tuple(grammar.get("attributive", ("\n",)))  # «Таразда[ғы] одақ басшысы …»
    nominal = all(
        t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and (case(t) in ("", "Nom", "Gen") or t.text.endswith(placed))
        for t in rest
    )
    return grammar["owner_first"] and nominal and not any(feature(t, "VerbForm") for t in rest)


def describes(token: Token) -> bool:
    """Words that may stand inside a trigger: «провёл [рабочую] встречу», «вновь»; not «во время [его] визита»."""
    if token.lower_ in tables.load(token.doc.lang_, "grammar").get("possessives", ()):
        return False
    return token.pos_ in ("ADJ", "DET", "ADV", "NUM", "AUX") or (
        feature(token, "VerbForm") == "Part" and bool(case(token))
    )


def told_to_others(doc: Doc, start: int, stop: int) -> bool:
    """Whether a noun in the dative stands before what is ordered: «поручил [ответственным отделам] навести порядок»."""
    for token in doc[start:stop]:
        if feature(token, "VerbForm") == "Inf":
            return False
        before = before_adjectives(doc, token.i)
        if token.pos_ == "NOUN" and case(token) == "Dat" and not (before >= 0 and doc[before].pos_ == "ADP"):
            return True
    return False


def told_to_some(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """The same in Kazakh, where they stand before the verb: «[штабқа], [мердігерлерге] көпірді салуды тапсырды»."""
    return any(case(token) == "Dat" and has_key(doc, token.i, grammar["ordered_to"]) for token in doc[start:stop])


def told_of_others(doc: Doc, stop: int) -> bool:
    """Whether a living noun follows, whose doing it is: «заслушал [отчёты районных акимов]»."""
    for token in doc[stop : stop + OTHERS]:
        if token.pos_ not in ("ADJ", "NOUN"):
            return False
        living = feature(token, "Animacy") == "Anim" or any(t.start <= token.i < t.stop for t in titles(doc))
        if living and case(token) in ("Gen", "Acc"):
            return True
    return False


def unbracketed(tokens: list[Token]) -> list[Token]:
    """Tokens without what stands in brackets: «Иванов (хирург) и Петров»."""
    marks = [t.text for t in tokens]
    if "(" not in marks or ")" not in marks:
        return tokens
    return [*tokens[: marks.index("(")], *tokens[marks.index(")") + 1 :]]


def is_joint(token: Token) -> bool:
    return token.text in (",", ";") or token.pos_ == "CCONJ"


def source_between(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether the words begin between two others that name the source: «посетил заводы, [сообщает] телеканал …»."""
    after = (next_word(doc, i + 1) for i, text in enumerate(texts(doc)[start:stop], start) if text in (",", *DASHES))
    return any(i < stop and has_key(doc, i, grammar["tells"]) for i in after)


def quotes(doc: Doc, start: int, grammar: dict[str, Any]) -> bool:
    """«… жүктеледі», [деп] хабарланды»: whatever stands before is what was said."""
    before = previous_word(doc, start)
    return before >= 0 and doc[before].lower_ in grammar.get("quoting", ())


def is_another(doc: Doc, kind: str, shown: str, stop: int, grammar: dict[str, Any]) -> bool:
    """Kazakh: whether the word behind a name tells that another is meant: «Асановтың [анасы]», «Асановпен [бірге]»."""
    if shown == "Gen":
        return kind == "Person" and follows_with(doc, stop, grammar["kin"])
    if shown == "Dat":
        return is_goal(doc, stop, grammar["handing"])
    return shown == "Ins" and follows_with(doc, stop, grammar["together"])


def is_goal(doc: Doc, stop: int, handing: Collection[str]) -> bool:
    """Kazakh: «жобаны [Үкіметке] енгізуді тапсырды», where what is ordered goes to, not who is ordered it."""
    follows = next_word(doc, stop)
    if follows >= len(doc) or feature(doc[follows], "VerbForm") != "Vnoun":
        return False
    return has_key(doc, follows, handing)


def follows_with(doc: Doc, stop: int, words: Collection[str]) -> bool:
    """Whether the word after a name or a post is one of these."""
    follows = next_word(doc, stop)
    return follows < len(doc) and has_key(doc, follows, words)
