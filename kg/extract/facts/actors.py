"""What can be an end of a relation: a name, a name with its title, a bare title; in which case it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts.apposition import LIST, Holder
from kg.extract.facts.head_words import class_noun, group_case, shown_case, with_head_word
from kg.extract.facts.post_status import is_new
from kg.extract.found import (
    Title,
    before_adjectives,
    case,
    entities,
    feature,
    has_key,
    is_plural,
    next_word,
    previous_word,
    titles,
)
from kg.extract.name_cases import UNCHANGED, agree, name_case, read_cases


@dataclass(frozen=True, slots=True)
class Actor:
    """Words that can be an end of a relation: a name, a name with its title, or a bare title."""

    start: int  # the first token, the title's where there is one
    stop: int
    kind: str  # Person, Organization, Place, Project
    case: str
    ref: tuple[int, int, str]  # the mention: tokens, and Title for a bare title
    finer: str = ""


def actors(doc: Doc, joined: list[Holder], grammar: dict[str, Any]) -> list[Actor]:
    """All that can act or be acted on, in order; a person with a title is one actor that begins with the title."""
    by_person = {(h.person.start, h.person.end): h.title for h in reversed(joined) if h.rule != LIST}
    listed = {} if grammar["owner_first"] else {(h.person.start, h.person.end): h for h in joined if h.rule == LIST}
    taken = {(h.title.start, h.title.stop) for h in joined}
    found: list[Actor] = []
    for span in entities(doc):
        if _signs(doc, span) or _names_thing(doc, span, grammar) or _is_helped(doc, span, grammar):
            continue
        title = by_person.get((span.start, span.end))
        ref = (span.start, span.end, span.label_)
        if title is not None:
            found.append(
                Actor(
                    min(title.start, span.start),
                    max(title.stop, span.end),
                    "Person",
                    _joint_case(doc, title, span),
                    ref,
                )
            )
        else:
            stop = with_head_word(doc, span, grammar)
            shown = case(doc[stop - 1]) if stop > span.end else name_case(span, grammar["owner_first"])
            noun = -1 if grammar["owner_first"] else class_noun(doc, span.label_, span.start)
            if span.label_ == "Person" and not grammar["owner_first"]:
                shown = _beside_noun(doc, span, grammar) or shown
            if (span.start, span.end) in listed:
                shown = listed[span.start, span.end].name_case  # «с министрами Кросетто и Ким»
            if noun >= 0:
                shown = case(doc[noun]) if doc[noun].is_alpha else ""  # «в [село] Ясное», «в [г.] Тараз»
            found.append(Actor(span.start, stop, span.label_, shown_case(doc, stop, shown), ref, span.id_))
    for title in titles(doc):
        if (title.start, title.stop) in taken or title.plural:
            continue
        ref = (title.start, title.stop, "Title")
        stands = title.alone and not is_predicate(doc, title, grammar) and not _inside(doc, title)
        kinds = ("Person", "Post") if stands else ("Post",)
        found.extend(Actor(title.start, title.stop, kind, case(doc[title.head]), ref) for kind in kinds)
    found.sort(key=lambda a: (a.start, -a.stop))
    return _in_groups(doc, found, grammar) if grammar["owner_first"] else found


def _signs(doc: Doc, span: Span) -> bool:
    """«ТАРАЗ. КАЗИНФОРМ /[Серик Асанов]/ – Сегодня приехал …»: who wrote the report acts nowhere in it."""
    return span.start > 0 and span.end < len(doc) and doc[span.start - 1].text == doc[span.end].text == "/"


def _beside_noun(doc: Doc, span: Span, grammar: dict[str, Any]) -> str:
    """Ins of «с грузинской [коллегой] Саломе Кобашвили»: a name that no case changes stands in its noun's."""
    noun = previous_word(doc, span.start)
    if noun < 0 or case(doc[noun]) != "Ins" or feature(doc[noun], "Animacy") != "Anim" or doc[noun].pos_ != "NOUN":
        return ""
    prep = before_adjectives(doc, noun)
    governed = prep >= 0 and doc[prep].lower_ in grammar["with"]
    fits = "Ins" in read_cases(span) or all(t.text.endswith(UNCHANGED) for t in span)
    return "Ins" if governed and fits else ""


def _is_helped(doc: Doc, span: Span, grammar: dict[str, Any]) -> bool:
    """«назначил заместителя [Кима] Ивана Петрова»: whose man the one right behind is."""
    before = previous_word(doc, span.start)
    if grammar["owner_first"] or span.label_ != "Person" or before < 0 or "Gen" not in read_cases(span):
        return False
    first = next_word(doc, span.end)
    behind = next((s for s in entities(doc) if s.start == first and s.label_ == "Person"), None)
    if behind is not None and _names_leader(doc, span, behind):
        return True
    if behind is None or not agree(case(doc[before]), behind):
        return False  # «указом президента Кима [Иван Петров] назначен …»
    return doc[before].pos_ == "NOUN" and doc[before].is_lower


def _names_leader(doc: Doc, span: Span, behind: Span) -> bool:
    """«с заместителем госсекретаря США [Марко Рубио] Кристофером Ландау»: the second name has the post's own case."""
    title = next((t for t in titles(doc) if next_word(doc, t.stop) == span.start), None)
    shown = case(doc[title.head]) if title is not None else ""
    return shown in ("Ins", "Dat") and agree(shown, behind) and read_cases(behind)[:1] == [shown]


def _names_thing(doc: Doc, span: Span, grammar: dict[str, Any]) -> bool:
    """«в аэропорту [Гейдар Алиев]»: a thing called after somebody, whose name is not declined with it.

    In Kazakh «[М. Әуезов] театрына», not «Асан Бекенов мектебін ашты», who did that.
    """
    if grammar["owner_first"] and span.label_ == "Person":
        behind = next_word(doc, span.end)
        owned = behind < len(doc) and doc[behind].is_lower and feature(doc[behind], "Person[psor]") == "3"
        return owned and case(doc[behind]) != "Acc" and has_key(doc, behind, grammar["called_after"])
    noun = previous_word(doc, span.start) if span.label_ == "Person" and not grammar["owner_first"] else -1
    if noun < 0 or not doc[noun].is_lower or not has_key(doc, noun, grammar.get("called_after", ())):
        return False
    return case(doc[noun]) not in ("", "Nom") and name_case(span, False) == "Nom"


def _inside(doc: Doc, title: Title) -> bool:
    """«советник [президента США] по безопасности»: whose adviser he is."""
    whole = (t for t in titles(doc) if t.start <= title.start and title.stop <= t.stop)
    return any(t.stop - t.start > title.stop - title.start for t in whole)


def _in_groups(doc: Doc, found: list[Actor], grammar: dict[str, Any]) -> list[Actor]:
    """Names without a case take that of those they are joined to: «әкім мен басшыларды көрді»."""
    starts: dict[str, dict[int, str]] = {"Person": {}, "Place": {}, "Organization": {}}
    grouped: list[Actor] = []
    several = {a.start for a in found if a.kind == "Place" and is_plural(doc[a.stop - 1])}
    for actor in reversed(found):
        alike = starts.get(actor.kind)
        if alike is not None and actor.case in ("", "Nom"):
            shown = group_case(doc, actor.stop, alike, grammar, several if actor.kind == "Place" else ())
            if shown and doc[next_word(doc, actor.stop)].text == ",":
                several.add(actor.start)
            actor = replace(actor, case=shown or actor.case)
        if alike is not None:
            alike.setdefault(actor.start, actor.case)
        grouped.append(actor)
    return grouped[::-1]


def is_predicate(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """A post that is given or held, nobody's stand-in: «әкімі [болып] тағайындалды», «на [должность] акима»."""
    follows, before = next_word(doc, title.stop), previous_word(doc, title.start)
    if is_new(doc, title.start, title.stop, grammar):
        return True
    if grammar["owner_first"]:
        return follows < len(doc) and has_key(doc, follows, grammar["predicative"])
    return before >= 0 and has_key(doc, before, grammar["predicative"])


def _joint_case(doc: Doc, title: Title, person: Span) -> str:
    """In Kazakh only the last word shows the case, in Russian the title shows it more surely than the name."""
    return (
        name_case(person, False)
        if case(doc[title.head]) in ("", "Nom") and person.start > title.head
        else case(doc[title.head])
    )
