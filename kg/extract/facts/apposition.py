"""Joins a post to the person it names: «аким Абайской области Марат Иванов», «Игорь Семёнов, председатель …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Span

from kg.extract.facts import shared_posts
from kg.extract.facts.head_words import group_case, shown_case, with_head_word
from kg.extract.facts.incumbents import may_hold
from kg.extract.found import Title, case, entities, has_key, next_word, previous_word, titles

DASHES = "-–—"
TAIL = 12  # tokens between a post and its holder that narrow the post
TAIL_WORDS = frozenset({"ADP", "NOUN", "ADJ", "PROPN", "DET", "X"})
LIST = "titles/before-names"  # a post told of several people, which is part of no one's name
BESIDE = "titles/beside-title"
LIKELY = 0.12  # share from which a reading of a name counts
FOREIGN = 0.01  # the same of a name that no case changes: «с послом Ирландии Ивонн Рассел»
UNCHANGED = tuple("еиоуыэюё")  # what a given name ends in that no case changes: «Сигне», «Хорхе»


@dataclass(frozen=True, slots=True)
class Holder:
    """A title and the person beside it."""

    title: Title
    person: Span
    rule: str
    confidence: float
    status: str
    name_case: str = (
        ""  # the case that the title shows for the name too; empty in Kazakh, where only the last word has one
    )


@dataclass(frozen=True, slots=True)
class Actor:
    """Words that can be an end of a relation: a name, a name with its title, or a bare title."""

    start: int  # the first token, the title's where there is one
    stop: int
    kind: str  # Person, Organization, Place, Project
    case: str
    ref: tuple[int, int, str]  # the mention: tokens, and Title for a bare title
    finer: str = ""


def holders(doc: Doc, grammar: dict[str, Any]) -> list[Holder]:
    """Every post with the person that stands beside it in apposition."""
    people = {span.start: span for span in entities(doc) if span.label_ == "Person"}
    ends = {span.end: span for span in people.values()}
    found: dict[tuple[int, int], Holder] = {}
    for title in titles(doc):
        for holder in (_after(doc, title, people, grammar), _before(doc, title, ends)):
            if holder and (holder.person.start, holder.person.end) not in found:
                found[holder.person.start, holder.person.end] = holder
                break
    shared = list(_shared(doc, found, people, grammar))
    return [*(_past_together(doc, holder, shared) for holder in found.values()), *shared]


def _past_together(doc: Doc, holder: Holder, shared: list[Holder]) -> Holder:
    """«бывшего вице-премьера – министра экономики»: both are past, where a dash or an «и» joins them."""
    joint = previous_word(doc, holder.title.start)
    joined = joint > 0 and (doc[joint].text in DASHES or doc[joint].pos_ == "CCONJ")
    past = any(h.status == "former" and h.person is holder.person for h in shared if h.rule == BESIDE)
    return replace(holder, status="former") if joined and past and holder.status == "current" else holder


def _shared(
    doc: Doc, found: dict[tuple[int, int], Holder], people: dict[int, Span], grammar: dict[str, Any]
) -> Iterator[Holder]:
    """Posts of several people, and several posts of one person."""
    taken = {(h.title.start, h.title.stop) for h in found.values()}
    free = [t for t in titles(doc) if (t.start, t.stop) not in taken]
    for holder in found.values():
        told_before = shared_posts.dashed if grammar["owner_first"] else shared_posts.beside
        if holder.rule == "titles/before-name":
            for title in told_before(doc, holder.title, free):
                yield Holder(title, holder.person, BESIDE, 0.8, title.status)
    for start in sorted({t.start for t in free}):
        for title, person in shared_posts.people(doc, [t for t in free if t.start == start], people):
            if (person.start, person.end) not in found:
                yield Holder(title, person, LIST, 0.85, title.status)


def _after(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Holder | None:
    """The person right after a title, in the same case: «акима Абая Иванова» only if both agree."""
    follows, status = next_word(doc, title.stop), _status(doc, title, grammar)
    if grammar["owner_first"] and follows < len(doc) and has_key(doc, follows, grammar["former_links"]):
        follows, status = next_word(doc, follows + 1), "former"
    person = people.get(follows) or (None if grammar["owner_first"] else _further(doc, title, people, grammar))
    if person is None or title.plural or doc[person.start].is_sent_start or _taken_over(doc, title, grammar):
        return None
    if grammar["owner_first"]:
        bare = case(doc[title.head]) in ("", "Nom") and not _acts_on(title, person)
        return Holder(title, person, "titles/before-name", 0.95, status) if bare else None
    if not _agree(case(doc[title.head]), person) or _belongs(title, person):
        return None
    return Holder(title, person, "titles/before-name", 0.95, status, case(doc[title.head]))


def _further(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """The person behind words that tell more of a post."""
    return _past_wider_places(doc, title, people, grammar) or _past_tail(doc, title, people)


def _past_wider_places(doc: Doc, title: Title, people: dict[int, Span], grammar: dict[str, Any]) -> Span | None:
    """The person after the places that hold the post's own, and a rank: «аким района [области Абай] [майор] Ким»."""
    places = {span.start: span for span in entities(doc) if span.label_ == "Place"}
    index = next_word(doc, title.stop)
    while title.of is not None and index in places and case(doc[places[index].start]) in ("Gen", ""):
        index = next_word(doc, places[index].end)
    bare = title.of is not None and index < len(doc) and has_key(doc, index, grammar["class_words"])
    if bare and not grammar["owner_first"] and case(doc[index]) == "Gen" and doc[index].text[0].islower():
        index = next_word(doc, index + 1)  # «глава МИД [страны] Иванов»
    if index < len(doc) and has_key(doc, index, grammar["ranks"]) and case(doc[index]) == case(doc[title.head]):
        index = next_word(doc, index + 1)
    return people.get(index)


def _past_tail(doc: Doc, title: Title, people: dict[int, Span]) -> Span | None:
    """The person after a phrase that narrows a post: «посол Италии [в Грузии] Росси», «глава партии [(ПДП)] Ким»."""
    index = next_word(doc, title.stop)
    if index >= len(doc) or not (doc[index].pos_ == "ADP" or doc[index].text == "("):
        return None
    if (abroad := _past_seat(doc, index)) in people:
        return people[abroad]
    if case(doc[title.head]) not in ("Nom", "Dat", "Ins"):  # a genitive would suit any name in the phrase
        return None
    for _ in range(TAIL):
        if index >= len(doc) or index in people:
            break
        if doc[index].pos_ not in TAIL_WORDS and doc[index].text not in "()«»" and not _joins_nouns(doc, index):
            return None
        index = next_word(doc, index + 1)
    return people.get(index)


def _past_seat(doc: Doc, index: int) -> int:
    """The word after the place where a post is served: «посла Италии [в Грузии] Росси»; -1 where no place stands."""
    place = next((s for s in entities(doc) if s.label_ == "Place" and s.start == next_word(doc, index + 1)), None)
    return next_word(doc, place.end) if place is not None and doc[index].pos_ == "ADP" else -1


def _joins_nouns(doc: Doc, index: int) -> bool:
    """«по промышленности[,] торговле [и] занятости»: between two words in one case, no name among them."""
    before, after = previous_word(doc, index), next_word(doc, index + 1)
    if not (doc[index].text == "," or doc[index].pos_ == "CCONJ") or before < 0 or after >= len(doc):
        return False
    return doc[after].text[0].islower() and case(doc[after]) == case(doc[before]) == "Dat"


def _belongs(title: Title, person: Span) -> bool:
    """«помощник [Иваненко]»: an adviser of somebody whose name shows no case may well be named elsewhere."""
    bare = title.role == "advisor" and title.of is None and title.stop - title.start == 1
    return bare and "Gen" in read_cases(person)


def _before(doc: Doc, title: Title, ends: dict[int, Span]) -> Holder | None:
    """The person before a title, parted by a comma or a dash: «Рахман Алшанов, председатель совета»."""
    mark = previous_word(doc, title.start)
    if mark < 1 or title.plural or doc[mark].text not in (",", *DASHES, "("):
        return None
    person = ends.get(previous_word(doc, mark) + 1)
    if person is None or not _agree(case(doc[title.head]), person) or not _closed(doc, title.stop):
        return None
    return Holder(title, person, "titles/after-name", 0.85, title.status)


def _status(doc: Doc, title: Title, grammar: dict[str, Any]) -> str:
    """«снял с должности акима …» dismisses him whom the title names, «назначил на пост акима …» appoints him.

    «после отставки акима …»: he is gone.
    """
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    if not grammar["owner_first"] and prep >= 0 and doc[prep].lower_ in grammar["after"]:
        return "former" if has_key(doc, noun, grammar["leavings"]) else title.status
    if grammar["owner_first"] or prep < 0 or not has_key(doc, noun, grammar["predicative"]):
        return title.status
    by_prep: dict[str, str] = grammar["posts_by_preposition"]
    return by_prep.get(doc[prep].lower_, title.status)


def _taken_over(doc: Doc, title: Title, grammar: dict[str, Any]) -> bool:
    """«[сменил] на посту главы района Иванова»: one leaves the post and another takes it; a frame tells them apart."""
    noun = previous_word(doc, title.start)
    prep = previous_word(doc, noun) if noun > 0 else -1
    verb = previous_word(doc, prep) if prep > 0 else -1
    return verb >= 0 and has_key(doc, noun, grammar["predicative"]) and has_key(doc, verb, grammar.get("takeovers", ()))


def _acts_on(title: Title, person: Span) -> bool:
    """«Президент Жеңіс Қасымбекті қабылдады»: the title is the subject, and the name beside it somebody else's."""
    named = title.of is not None or title.of_class is not None
    return name_case(person, True) not in ("", "Nom") and not may_hold(person, title.role, named)


def _closed(doc: Doc, stop: int) -> bool:
    """An apposition after a name ends with a mark: «…, аким района, …»."""
    follows = next_word(doc, stop)
    return follows >= len(doc) or doc[follows].is_punct or doc[follows].is_sent_start is True


def _agree(wanted: str, person: Span) -> bool:
    """Some word of the name has the title's case, or the tagger gives the name none; Gen and Acc look alike."""
    cases = set(read_cases(person)) or {case(token) for token in person if token.is_alpha} - {""}
    alike = {"Acc": {"Acc", "Gen"}, "Gen": {"Acc", "Gen"}}.get(wanted, {wanted})
    return not wanted or not cases or bool(cases & alike)


def actors(doc: Doc, joined: list[Holder], grammar: dict[str, Any]) -> list[Actor]:
    """All that can act or be acted on, in order; a person with a title is one actor that begins with the title."""
    by_person = {(h.person.start, h.person.end): h.title for h in reversed(joined) if h.rule != LIST}
    taken = {(h.title.start, h.title.stop) for h in joined}
    found: list[Actor] = []
    for span in entities(doc):
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
            found.append(Actor(span.start, stop, span.label_, shown_case(doc, stop, shown), ref, span.id_))
    for title in titles(doc):
        if (title.start, title.stop) in taken or title.plural:
            continue
        ref = (title.start, title.stop, "Title")
        kinds = ("Person", "Post") if title.alone and not is_predicate(doc, title, grammar) else ("Post",)
        found.extend(Actor(title.start, title.stop, kind, case(doc[title.head]), ref) for kind in kinds)
    found.sort(key=lambda a: (a.start, -a.stop))
    return _in_groups(doc, found, grammar) if grammar["owner_first"] else found


def _in_groups(doc: Doc, found: list[Actor], grammar: dict[str, Any]) -> list[Actor]:
    """People without a case of their own in the case of those they are joined to: «әкім мен басшыларды қарсы алды»."""
    starts: dict[int, str] = {}
    grouped: list[Actor] = []
    for actor in reversed(found):
        if actor.kind == "Person" and actor.case in ("", "Nom"):
            actor = replace(actor, case=group_case(doc, actor.stop, starts, grammar) or actor.case)
        if actor.kind == "Person":
            starts.setdefault(actor.start, actor.case)
        grouped.append(actor)
    return grouped[::-1]


def is_new(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """Whether a post is told as newly filled: «[новый] аким района», «өңірдің [жаңа] әкімі»."""
    return any(
        has_key(doc, i, grammar["newcomers"]) for i in (previous_word(doc, start), *range(start, stop)) if i >= 0
    )


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


def name_case(span: Span, head_last: bool) -> str:
    """The case of a name: its head's, which comes first in Russian and last in Kazakh.

    For a person the tagger's, unless the build of the name excludes it.
    """
    tokens = list(span) if not head_last and span.label_ != "Person" else list(reversed(list(span)))
    tagged = next((case(token) for token in tokens if case(token)), "")
    if span.label_ != "Person":
        return tagged
    cases = read_cases(span)
    return tagged if not cases or tagged in cases else cases[0]


def read_cases(person: Span) -> list[str]:
    """The cases in which a person's name may stand, likeliest first: «Токаев» is no genitive plural."""
    names = import_module(f"kg.lang.{person.doc.lang_}.names")
    words = [t.text for t in person if not t.is_space]
    least = FOREIGN if _undeclined(words) else LIKELY
    return [r.case for r in names.readings(words) if r.score >= least and r.case]


def _undeclined(words: list[str]) -> bool:
    """«Сигне Бергман», «Хосе Муньос»: a given name alike in all cases before a surname that may be a woman's."""
    return len(words) == 2 and words[0].endswith(UNCHANGED) and words[1][-1] not in "аяиойеу"
