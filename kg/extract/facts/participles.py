"""Whose doing a participle tells: «Иванов, ранее занимавший пост акима», «работавший прежде акимом Тараза Иванов»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.pronouns import relative_pronoun
from kg.extract.found import alike, case, previous_word, remembered, texts, within
from kg.lang.features import values

if TYPE_CHECKING:
    from kg.extract.facts.frames import Slot

REACH = 12  # tokens of a participle's phrase at the most
NEAR = 5  # tokens from a comma to the participle of its phrase
BACK = 9  # the same over words that name nobody: «Иванов, [до этого неполных восемь месяцев] занимавший пост акима»


def attributive(doc: Doc, start: int, stop: int) -> bool:
    """Whether a trigger is a participle that agrees with a noun: «занимавший», not «назначен»."""
    return any("Part" in values(doc[i].morph, "VerbForm") and case(doc[i]) for i in range(start, stop))


def modified(sentence: Span, here: list[Actor], slot: Slot, start: int, stop: int) -> list[Actor | None]:
    """The name that an attributive participle belongs to: before its comma, else after its phrase; of the same case."""
    doc = sentence.doc
    shown = next((case(doc[i]) for i in range(start, stop) if case(doc[i])), "")
    fitting = [a for a in here if a.kind in slot.kinds and "Nom" in slot.cases and alike(a.case, shown)]
    comma = next((i for i in range(start - 1, max(sentence.start, start - BACK) - 1, -1) if doc[i].text == ","), None)
    if comma is not None and (comma >= start - NEAR or not _names_between(here, comma, start)):
        found = [a for a in fitting if a.stop == previous_word(doc, comma) + 1]
    else:
        after = [a for a in fitting if stop <= a.start <= stop + REACH]
        found = [a for a in after if "," not in texts(doc)[stop : a.start]]
        found = [a for a in found if not (slot.untitled and _own_title_between(doc, a, stop))]
    return [*found[:1]]


def _own_title_between(doc: Doc, actor: Actor, stop: int) -> bool:
    """«назначенный президентом [министр] Олег Ким»: the name has a post of its own before it."""
    titles = (h.title for h in doc.user_data["holders"] if (h.person.start, h.person.end) == actor.ref[:2])
    return any(stop <= title.start and title.stop <= actor.ref[0] for title in titles)


def _names_between(here: list[Actor], first: int, stop: int) -> bool:
    return any(first < a.start < stop for a in here if a.start < a.stop)


@remembered
def _relatives(doc: Doc) -> list[int]:
    """The tokens that are «который», in order."""
    return [token.i for token in doc if relative_pronoun(token)]


def in_relative_clause(doc: Doc, actor: Actor, stop: int) -> bool:
    """«её возглавляет Ким, [которая] ранее руководила [заводом]»: a name behind a trigger that another clause holds."""
    return actor.start >= stop and bool(within(_relatives(doc), stop, actor.start))


def before_relative_clause(doc: Doc, actor: Actor, start: int) -> bool:
    """«Иванов подписал указ, по [которому] лишились должностей …»: who is told before «который» lost none."""
    for index in range(start - 1, actor.stop - 1, -1):
        if doc[index].text == ",":
            return False
        if relative_pronoun(doc[index]):
            return True
    return False


def verb_between(doc: Doc, actor: Actor, start: int, stop: int) -> bool:
    """Whether another verb between a trigger and a post takes the post for itself: «был [уволен] министром».

    A participle before a post in the instrumental does too: «им стал Иванов, [работавший] министром».
    """
    first, last = (stop, actor.start) if actor.start >= stop else (actor.stop, start)
    governs = actor.start >= stop and actor.case in ("Ins", "")
    return any(_takes(t, governs and not _closed(doc, t.i, last)) for t in doc[first:last])


def _closed(doc: Doc, start: int, stop: int) -> bool:
    """Whether a comma ends a participle's phrase: «назначил Иванова, [занимавшего пост мэра], послом»."""
    opened = "," in texts(doc)[max(0, start - REACH) : start]
    return opened and doc[previous_word(doc, stop)].text == ","


def _takes(token: Token, governs: bool) -> bool:
    form = values(token.morph, "VerbForm")
    verb = token.pos_ in ("VERB", "ADJ") and (form == ("Fin",) or (form == ("Part",) and (governs or not case(token))))
    return verb or relative_pronoun(token)
