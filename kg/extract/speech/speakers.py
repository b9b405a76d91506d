"""Which of the actors of a stretch speaks: by case, side and distance to the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.facts.actors import Actor, is_predicate
from kg.extract.facts.head_words import group_case
from kg.extract.found import Title, case, has_key, is_plural, next_word, previous_word, titles
from kg.extract.quotes import is_opening
from kg.extract.speech.wording import Match
from kg.extract.speech.wording_rows import Speaker
from kg.lang import tables
from kg.lang.features import values
from kg.lang.sentences import DASHES

PEOPLE = frozenset({"Person"})
LED = ("head", "deputy-head", "deputy")  # roles that many hold at once: «директор», «басқарма басшысы»
NEAR = 3  # tokens after the words in which a speaker stands who mostly stands before them


def speaker_of(doc: Doc, match: Match, actors: Sequence[Actor], low: int, high: int) -> Actor | None:
    """The actor between two tokens who fits a row's speaker."""
    wanted = match.wording.speaker
    if wanted is None:
        return None
    nominative = wanted.kinds == PEOPLE and "Nom" in wanted.cases  # «цитирует акима пресс-служба» is no such case
    named = [a for a in actors if 0 <= a.start - match.stop <= 1 and a.stop <= high] if nominative else []
    heads = {a.start for a in named if a.kind == "Person"}  # «Үкімет басшысының жауабында»: his who leads it
    if any(a.kind == "Organization" and a.case in ("Nom", "") and a.start not in heads for a in named):
        return None  # «как сообщает «Заря», уволены …»
    fitting = [a for a in actors if low <= a.start and a.stop <= high and _can_speak(doc, a, wanted, match)]
    if any(a.kind == "Person" for a in fitting):  # «министр … (МИИР) Асан Беков пообещал»: he, not what he leads
        led = {title.of for title in titles(doc)}
        fitting = [a for a in fitting if a.kind == "Person" or (a.start, a.stop) not in led]
    after = [a for a in fitting if a.start >= match.stop]
    before = [a for a in reversed(fitting) if a.stop <= match.start]
    near = [a for a in after if a.start - match.stop < NEAR]
    sides = {"after": [after], "before": [before], "around": [before, near]}.get(wanted.side, [after, before])
    chosen = next((side for side in sides if side), [])
    if not chosen:
        return _body_meant(doc, match, wanted, actors, low, high)
    if chosen is before:
        acting = [a for a in chosen[1:] if not _is_within(doc, a)]  # but for the nearest
        who = _dashed(doc, [*chosen[:1], *acting][-1], chosen) if wanted.first else chosen[0]
        if wanted.first and any(
            a.finer == "PressService" and low <= a.start < who.start for a in actors if a.case in ("Nom", "")
        ):
            return None  # «Әкімнің [баспасөз қызметі] Асан Омаров …»: theirs
        other = others_between(doc, who.stop, match.start) or another_acts(doc, who.stop, match.start)
        return None if other else who
    return _named(doc, chosen)


def with_bare_heads(doc: Doc, actors: Sequence[Actor]) -> Sequence[Actor]:
    """Who leads a body, told by his title alone where nobody else is named: «…», – деді [басқарма басшысы]."""
    free = [
        t for t in titles(doc) if t.role in LED and not (t.alone or t.plural) and case(doc[t.head]) in ("Nom", "Gen")
    ]
    grammar = tables.load(doc.lang_, "grammar")
    more: list[Actor] = []
    for title in free:
        sentence = doc[title.head].sent
        near = [a for a in actors if a.kind == "Person" and sentence.start <= a.start < sentence.end]
        joined = any(a.start <= title.start < a.stop for a in near) or _is_joined(doc, title)
        if not joined and not near and not is_predicate(doc, title, grammar):
            ref = (title.start, title.stop, "Title")
            more.append(Actor(title.start, title.stop, "Person", case(doc[title.head]), ref))
    return sorted([*actors, *more], key=lambda a: (a.start, -a.stop)) if more else actors


def _is_joined(doc: Doc, title: Title) -> bool:
    return any(h.title.start == title.start for h in doc.user_data["holders"])


def another_acts(doc: Doc, start: int, stop: int) -> bool:
    """«сообщил, что [директор завода] поручил проверить»: whoever is told by a post alone, and not the teller.

    In Kazakh a post without a case before the verb is as often whose something is, «Президент тапсырмаларының».
    """
    grammar = tables.load(doc.lang_, "grammar")
    if grammar["owner_first"]:
        return False
    one = (t for t in titles(doc) if start <= t.start < stop and case(doc[t.head]) == "Nom" and not t.plural)
    if any(not (_is_joined(doc, t) or is_predicate(doc, t, grammar)) for t in one):
        return True
    return _thing_acts(doc, start, stop)


def _thing_acts(doc: Doc, start: int, stop: int) -> bool:
    """«отметил, что [послание] ставит перед акиматом задачи»: a noun in the nominative, and nothing done before it."""
    for index in range(stop - 1, start - 1, -1):
        token = doc[index]
        if token.text in ",;:" or token.pos_ == "CCONJ" or "Fin" in values(token.morph, "VerbForm"):
            return False
        if token.pos_ == "NOUN" and token.is_lower and case(token) == "Nom":
            return True
    return False


def others_between(doc: Doc, start: int, stop: int) -> bool:
    """Whether people without a name stand nearer: «әкім сөзін тыңдап, [мердігерлер] жолды салуға уәде берді»."""
    others = frozenset(tables.load(doc.lang_, "statements")["words"]["others"])
    told = [t for t in doc[start:stop] if is_plural(t) and case(t) in ("Nom", "") and not governed(doc, t.i)]
    return any(not others.isdisjoint(doc.user_data["keys"][t.i]) for t in told)


def governed(doc: Doc, index: int) -> bool:
    """Kazakh: whose the next word is, «[компаниялар] басшыларына», before «үшін», joined to others in a case."""
    follows = next_word(doc, index + 1)
    if follows >= len(doc):
        return False
    grammar = tables.load(doc.lang_, "grammar")
    after = grammar["owner_first"] and (doc[follows].pos_ == "ADP" or group_case(doc, index + 1, {}, grammar, ()) != "")
    return after or _owned(doc[follows])


def _is_within(doc: Doc, actor: Actor) -> bool:
    """Kazakh: whether somebody only does what tells which: «[әкім] қатысқан жиында министр айтты»."""
    verb = next_word(doc, actor.stop)
    follows = next_word(doc, verb + 1)
    if follows >= len(doc) or doc[verb].pos_ != "VERB" or doc[follows].pos_ != "NOUN":
        return False
    return "Part" in values(doc[verb].morph, "VerbForm") and not case(doc[verb]) and case(doc[follows]) != "Nom"


def _dashed(doc: Doc, first: Actor, before: Sequence[Actor]) -> Actor:
    """The person whom two titles lead to: «Вице-премьер – қаржы министрі [Асан Үсенов] … айтты»."""
    dash = next_word(doc, first.stop)
    if first.ref[2] != "Title" or doc[dash].text not in DASHES:
        return first
    after = min((a for a in before if a.start > dash), key=lambda a: a.start, default=first)
    apart = after.ref[2] != "Person" or any(_parts(token) for token in doc[dash + 1 : after.start])
    return first if apart else after


def _body_meant(doc: Doc, match: Match, wanted: Speaker, actors: Sequence[Actor], low: int, high: int) -> Actor | None:
    """«в ведомстве сообщили»: the body named last."""
    near = range(max(low, match.start - wanted.reach), min(high, match.stop + wanted.reach))
    if not any(has_key(doc, i, wanted.stands_for) and case(doc[i]) in wanted.cases for i in near):
        return None
    bodies = [a for a in actors if a.stop <= match.start and a.finer in wanted.finer]
    return next((b for b in bodies if b.start <= bodies[-1].start and bodies[-1].stop <= b.stop), None)


def _named(doc: Doc, after: Sequence[Actor]) -> Actor:
    """The person whom a title leads to: «сказал директор школы имени Абая Иван Петров», not the director."""
    first = after[0]
    if first.ref[2] != "Title":
        return first
    for other in after[1:]:
        between = doc[first.stop : other.start]
        dash = between[0].i if len(between) and between[0].text in DASHES else -1  # «вице-премьер – глава Минфина …»
        joined = dash > 0 and any(a.start == dash + 1 and a.ref[2] == "Title" for a in after)
        if other.ref[2] == "Person" and not any(_parts(t) for t in between if not joined or t.i != dash):
            return other
    return first


def _parts(token: Token) -> bool:
    """A verb or a mark, but a quotation mark, parts a title from the name it leads to."""
    return token.pos_ == "VERB" or (token.is_punct and token.text not in '«»“”"')


def _can_speak(doc: Doc, actor: Actor, wanted: Speaker, match: Match) -> bool:
    if (
        actor.kind not in wanted.kinds
        or actor.finer == "NewsMedia"
        or (wanted.finer and actor.finer not in wanted.finer)
        or (wanted.cases and actor.case not in wanted.cases)
    ):
        return False
    if any(t.pos_ == "SCONJ" for t in doc[match.stop : actor.start]):
        return False  # «заявил, [что] Иванов уволился»: he is told of
    owned = wanted.side == "after" and "Nom" not in wanted.cases
    if owned and any(t.text == "," for t in doc[match.stop : actor.start]):
        return False  # «по мнению экспертов, отставка [министра] …»
    distance = match.start - actor.stop if actor.stop <= match.start else actor.start - match.stop
    if not 0 <= distance <= wanted.reach:
        return False
    after = next_word(doc, actor.stop)
    named = actor.case == "Gen" and match.wording.where == "reported"  # «Мемлекет басшысының тапсырмасына сәйкес»
    owner = actor.ref[2] == "Title" and not named
    if owner and after < len(doc) and _owned(doc[after]):
        return False
    before = _before_name(doc, actor) if wanted.preps else previous_word(doc, actor.start)
    prep = doc[before].lower_ if before >= 0 and doc[before].pos_ == "ADP" else ""
    return prep in wanted.preps if wanted.preps else not prep or before < match.stop


def _before_name(doc: Doc, actor: Actor) -> int:
    """The word before a body's name, and before what it is where the name is quoted: «[в] компании «Ясень»»."""
    before = previous_word(doc, actor.start)
    if before < 0 or not is_opening(doc, before):
        return before
    kind = previous_word(doc, before)
    return previous_word(doc, kind) if kind >= 0 and doc[kind].pos_ in ("NOUN", "PROPN") else kind


def _owned(token: Token) -> bool:
    """«Президент тапсырмалары»: the title before it is the owner, in Kazakh without a case."""
    all_of_them = tuple(tables.load(token.lang_, "statements")["words"].get("all_of_them", ()))
    own = token.lower_.startswith(all_of_them)  # «аудан әкімі [барлығына] сабырлық тіледі»
    return token.pos_ == "NOUN" and "3" in values(token.morph, "Person[psor]") and not own
