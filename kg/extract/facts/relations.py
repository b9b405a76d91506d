"""Relations between two names by the verb or noun that joins them, after the frames of `relations.toml`.

A frame is a trigger and two slots. A slot is filled by an actor of the right kind in the right case (and after the
right preposition), nearest to the trigger on the side where the language puts it; a slot may be implied, to be filled
later.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor, actors
from kg.extract.facts.appointers import appointed_before
from kg.extract.facts.apposition import holders
from kg.extract.facts.careers import careers
from kg.extract.facts.careers_before import dated_rows, listed_careers, opened_rows
from kg.extract.facts.clauses import (
    describes,
    has,
    is_auxiliary,
    is_future,
    one_has,
    quotes,
    with_others,
)
from kg.extract.facts.companions import companions
from kg.extract.facts.delegations import delegations
from kg.extract.facts.emitted import FoundRelation, between, each_his_own, emit, ends, own_post, posts_of_several
from kg.extract.facts.fitting import (
    holds_any,
    is_near,
    is_predicate_of_all,
    on_side,
    outermost,
    runs_what_follows,
    within,
)
from kg.extract.facts.frames import Frame, Slot, frame_of
from kg.extract.facts.gapped import gapped, is_of_others
from kg.extract.facts.led import led, led_titles
from kg.extract.facts.modality import bid_behind, bidden, modality, proposed
from kg.extract.facts.nearness import (
    first_of_list,
    innermost,
    nearer_side,
    opens_list,
    side_by_side,
)
from kg.extract.facts.next_steps import next_steps
from kg.extract.facts.other_posts import is_by_agent, leaves_told_post
from kg.extract.facts.participles import attributive, before_relative_clause, modified
from kg.extract.facts.posts_before import head_before, post_before
from kg.extract.facts.posts_now import posts_now
from kg.extract.facts.pronouns import is_relative, nearest_stand_in, pronouns, relative_before
from kg.extract.facts.reported import done_by_others, told_of, without_owners
from kg.extract.facts.roll import held_by_roll, roll
from kg.extract.facts.same_sentence import own_pronouns
from kg.extract.facts.several import listed_with
from kg.extract.facts.shared_out import shared_out
from kg.extract.facts.slots import fits, meant_others
from kg.extract.facts.stop_subjects import apart, done_by_all, goes_to_serve, led_by_noun, unsaid
from kg.extract.facts.stops import stops
from kg.extract.facts.successions import (
    INSTEAD,
    given_up,
    replaced,
    reshuffled,
    taken_over,
    told_in_passing,
    without_changed,
)
from kg.extract.found import is_plural, next_word, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.lang import tables

PASSIVE, ACTIVE, PRESENT = (("Voice", "Pass"),), (("Voice", "Act"),), ("Tense", "Pres")
VISIT = (("visited", False),)
TOURED = (("toured", False),)
SUCCESSION = (("succeeded", False),)
MEMBERSHIP, NAMED = (("memberOf", False),), (("appointed", False),)


@Language.factory("kg_relations", requires=["doc.spans"])
def make_relations(nlp: Language, name: str, lang: str) -> Relations:
    return Relations(lang)


class Relations:
    """Leaves `doc.user_data["relations"]`, `["holders"]`, and `["meant"]`: token of a pronoun → who it means."""

    def __init__(self, lang: str) -> None:
        self.grammar = tables.load(lang, "grammar")
        self.triggers: Phrases[Frame] = Phrases(word_keys(lang))
        for row in tables.load(lang, "relations")["frame"]:
            frame = frame_of(row)
            for trigger in row["trigger"]:
                self.triggers.add(trigger.split(), frame)

    def __call__(self, doc: Doc) -> Doc:
        joined = holders(doc, self.grammar)
        everyone = actors(doc, joined, self.grammar)
        doc.user_data["holders"] = joined
        doc.user_data["actors"] = everyone
        meant = list(pronouns(doc, everyone, self.grammar))
        doc.user_data["meant"] = {a.start: a.ref for a in meant if a.kind == "Person" and a.stop - a.start == 1}
        unnamed = [*meant, *delegations(doc, everyone, self.grammar)]
        unnamed += own_pronouns(doc, [*everyone, *unnamed], self.grammar)
        everyone = sorted([*everyone, *unnamed], key=lambda a: (a.start, -a.stop))
        found = [r for sentence in doc.sents for r in self._in_sentence(sentence, everyone)]
        if self.grammar["owner_first"]:
            found += shared_out(doc, everyone, found, self.grammar["joints"])
            found += listed_careers(doc, found, self.grammar)
            found += dated_rows(doc, everyone, found, self.grammar)
            found += list(opened_rows(doc, everyone, found, self.grammar))
            found += posts_now(doc, everyone, found, self.grammar)
            found += held_by_roll(doc, self.grammar)
        else:
            found += [*roll(doc, everyone, found, self.grammar), *careers(doc, everyone, found, self.grammar)]
            found += list(appointed_before(doc, everyone, found, self.grammar))
            found += [*held_by_roll(doc, self.grammar), *next_steps(doc, everyone, found, self.grammar)]
        found = [reshuffled(doc, one) for one in found]
        found = told_in_passing(doc, found, self.grammar.get("earlier", ()))
        doc.user_data["relations"] = [*found, *self._succeeding(doc, everyone, found)]
        doc.user_data["holders"] = without_changed(doc, found)
        return doc

    def _succeeding(self, doc: Doc, everyone: list[Actor], found: list[FoundRelation]) -> list[FoundRelation]:
        """Who takes the place of whom, and the post that this gives."""
        new: list[FoundRelation] = []
        for place in replaced(doc, everyone, found, self.grammar.get("instead", ())):
            around = sorted([*everyone, place], key=lambda a: (a.start, -a.stop))
            others = [a for a in around if a is place or not within(a, place)]
            sentence = doc[place.start].sent
            told = {(r.subject, r.object) for r in new}
            for one in self._in_sentence(sentence, others):
                if one.rule.startswith(INSTEAD) and (one.subject, one.object) not in told:
                    new.append(one)
        over = taken_over(doc, [*found, *new], self.grammar.get("acting_words", ()))
        return [*new, *over, *given_up(doc, [*found, *new])]

    def _in_sentence(self, sentence: Span, everyone: list[Actor]) -> Iterator[FoundRelation]:
        first, behind = (bisect_left(everyone, at, key=lambda a: a.start) for at in (sentence.start, sentence.end))
        here = [a for a in everyone[first:behind] if a.stop <= sentence.end]
        if not here:
            return
        here += led(sentence, self.grammar)
        names = {i for a in here for i in range(a.start, a.stop)}
        kinds = {"Post", "Led", *(a.kind for a in here)}  # what the first two mean may stand in another sentence
        found: list[FoundRelation] = []
        passed = None if self.grammar["owner_first"] else describes
        for index in self.triggers.beginnings(sentence.doc, sentence.start, sentence.end):
            for stop, frames in [] if index in names else self.triggers.at(sentence.doc, index, passed):
                for frame in {frame.name: frame for frame in frames if frame.may_be_filled(kinds)}.values():
                    found.extend(self._fill(sentence, here, frame, index, stop))
        led_titles(sentence.doc, found, here, self.grammar)
        yield from found
        alone = gapped(sentence, here, found) if not self.grammar["owner_first"] else ()
        yield from [*alone, *companions(sentence, here, found, self.grammar)]

    def _is_for_a_time(self, doc: Doc, start: int, stop: int) -> bool:
        """«[временно] руководит», «[уақытша] басқарады»."""
        words = range(max(0, start - 2), min(stop + 1, len(doc)))
        return any(doc[i].lower_ in self.grammar["for_a_time"] for i in words)

    def _fill(self, sentence: Span, here: list[Actor], frame: Frame, start: int, stop: int) -> Iterator[FoundRelation]:
        doc = sentence.doc
        frame = told_of(doc, frame, stop, self.grammar)
        if self._silent(sentence, frame, start, stop):
            return
        frame, how = self._meant(sentence, frame, start, stop)
        if frame.status in ("current", "appointed") and self._is_for_a_time(doc, start, stop):
            frame = replace(frame, status="acting")
        unsure = frame.status == "dismissed" or (how == "conditional" and frame.emits == NAMED)
        if how == "negated" or (how != "asserted" and unsure):
            return  # who is proposed is named by nobody yet
        named = [a for a in here if a.ref[2] != "Title"] if "Post" in frame.object.kinds else here
        subjects = self._subjects(sentence, named, frame, start, stop)
        if frame.stop:
            yield from self._on_trip(doc, here, frame, subjects, start, stop, how)
            return
        if frame.mutual:
            if not with_others(doc, max((s.stop for s in subjects if s), default=start), start, self.grammar):
                yield from between(frame, [s for s in subjects if s], start, stop, how)
            return
        if frame.own:
            if not leaves_told_post(doc, here, start, stop, self.grammar):
                russian = not self.grammar["owner_first"]  # a Kazakh clause has a participle for «который»
                told = [s for s in subjects if s and not (russian and before_relative_clause(doc, s, start))]
                yield from own_post(doc, frame, told, start, stop)
            return
        if is_by_agent(doc, here, frame.object, stop, self.grammar):
            return
        taken = {s.ref for s in subjects if s}
        free = [a for a in here if a.ref not in taken and not any(s and within(a, s) for s in subjects)]
        free = _in_clause(doc, free, subjects)
        objects = self._fillers(sentence, free, frame.object, start, stop)
        objects = [o for o in objects if not first_of_list(doc, o, subjects, start)]
        if any(opens_list(doc, s, objects, self.grammar) for s in subjects):
            return
        if not objects and "Post" in frame.object.kinds and frame.object.reach and posts_of_several(doc, frame, start):
            everyone = self._fillers(sentence, named, replace(frame.subject, every=True), start, stop)
            yield from each_his_own(doc, frame, [s for s in everyone if s], start, stop, how)
        for subject, other in ends(frame, subjects, objects):
            if not (subject is None and other is None) and not side_by_side(doc, subject, other):
                yield from emit(frame, subject, other, start, stop, how)

    def _meant(self, sentence: Span, frame: Frame, start: int, stop: int) -> tuple[Frame, str]:
        """How a trigger is meant, and the frame with the status that this leaves."""
        how = modality(sentence.doc, sentence.start, start, stop, self.grammar)
        if frame.status == "appointed" and proposed(sentence.doc, sentence.start, start, self.grammar):
            return frame, "planned"
        to_come = bool(frame.status) or frame.emits == SUCCESSION
        future = how == "planned" and to_come and is_future(sentence.doc, start, stop, self.grammar)
        if future and frame.status == "dismissed":
            return replace(frame, status="current"), "asserted"  # «пост акима покинет Иванов»: he has it yet
        if future and not holds_any(sentence, self.grammar.get("rumours", ())):
            return frame, "asserted"  # «главой совета станет Иванов», «Кима сменит Иванов» tell of it as much as «стал»
        if how == "planned" and PRESENT in frame.features and frame.emits == MEMBERSHIP:
            return frame, "asserted"  # «зауытта жұмыс істейді»: now, though the form may tell what is to come
        return frame, how

    def _subjects(self, sentence: Span, named: list[Actor], frame: Frame, start: int, stop: int) -> list[Actor | None]:
        doc = sentence.doc
        does = "Project" in frame.object.kinds or has(doc[start], ACTIVE, self.grammar)  # «сменивший [Кима] на посту»
        done_by = does and "Nom" not in frame.subject.cases  # «проект, начатый [министром]»
        if not self.grammar["owner_first"] and not done_by and attributive(doc, start, stop):
            return modified(sentence, named, frame.subject, start, stop)
        first = previous_word(doc, start) if doc[start].pos_ == "ADP" else start  # «[прибыли] с визитом»
        several = any(is_plural(doc[i]) and is_predicate_of_all(doc[i]) for i in range(first, stop) if i >= 0)
        several = several or (self.grammar["owner_first"] and frame.emits == VISIT)  # Kazakh verbs show no number
        slot = replace(frame.subject, every=True) if several else frame.subject  # «Иванов и Петров посетили»
        named = [a for a in named if not runs_what_follows(doc, a, start, self.grammar)]
        found = without_owners(doc, self._fillers(sentence, named, slot, start, stop))
        return [] if several and done_by_others(doc, found, start, stop) else found

    def _on_trip(
        self, doc: Doc, here: list[Actor], frame: Frame, subjects: list[Actor | None], start: int, stop: int, how: str
    ) -> Iterator[FoundRelation]:
        """Every place of the clause, for whoever acts in it or whom it leaves unsaid."""
        places = stops(doc, here, frame.object, start, stop, self.grammar) if how != "conditional" else []
        if places and frame.subject.implied and done_by_all(doc, here, start, self.grammar):
            for place in places:
                yield from emit(replace(frame, name="stop-toured", emits=TOURED), None, place, start, stop, how)
        if places and frame.subject.implied and frame.subject.kinds and led_by_noun(doc, here, start, self.grammar):
            subjects = [None]
        elif places and subjects == [None] and frame.subject.kinds:
            subjects = unsaid(doc, here, start, self.grammar)
        for subject in subjects if places else ():
            for place in places:
                if subject is None or not apart(doc, subject, place, start, self.grammar):
                    yield from emit(frame, subject, place, start, stop, how)

    def _silent(self, sentence: Span, frame: Frame, start: int, stop: int) -> bool:
        """Whether a trigger tells nothing here: by its form, or by other words of the sentence."""
        doc = sentence.doc
        if frame.needs and not holds_any(sentence, frame.needs):
            return True  # asked first, as it costs least
        if not one_has(doc, start, stop, frame.features, self.grammar):
            return True
        if is_auxiliary(doc, start, self.grammar) or (frame.unless and holds_any(sentence, frame.unless)):
            return True
        if frame.object.implied and has(doc[start], PASSIVE, self.grammar) and quotes(doc, start, self.grammar):
            return True
        his_own = not frame.status or (not self.grammar["owner_first"] and "Nom" in frame.subject.cases)
        if bid_behind(doc, start, stop, self.grammar) or (his_own and bidden(doc, sentence.start, start, self.grammar)):
            return True
        return frame.emits == VISIT and goes_to_serve(doc, stop, self.grammar)

    def _fillers(self, sentence: Span, here: list[Actor], slot: Slot, start: int, stop: int) -> list[Actor | None]:
        doc = sentence.doc
        fitting = outermost([a for a in here if fits(doc, a, slot, start, stop, self.grammar)])
        if "Led" in slot.kinds and doc[start - 1].lower_ in self.grammar.get("possessives", ()) and start:
            return list([a for a in here if a.kind == "Organization" and next_word(doc, a.stop) == start - 2][:1])
        fitting = [a for a in fitting if a.kind != "Post" or not is_of_others(doc, a, here, start, stop)]
        if "Post" in slot.kinds and not fitting and (post := post_before(sentence, start, self.grammar)):
            return [post]
        if "Post" in slot.kinds and len(fitting) == 1 and (post := head_before(sentence, fitting[0], self.grammar)):
            return [post]
        if (
            "Person" in slot.kinds
            and "Nom" in slot.cases
            and relative_before(doc, start)
            and not any(is_relative(doc, a) for a in fitting)
        ):
            return []
        if slot.side != "after" and (stand_in := nearest_stand_in(doc, fitting, start)):
            same = [a for a in fitting if (a.start, a.stop) == (stand_in.start, stand_in.stop)]
            return list(same if slot.every and stand_in.stop > stand_in.start else [stand_in])  # «[они] посетили»
        fitting = [a for a in fitting if not is_relative(doc, a)]
        for side in (slot.side,) if slot.side != "any" else nearer_side(doc, fitting, start, stop):
            near = on_side(fitting, side, start, stop)
            if near:
                if not is_near(doc, near[0], start, stop, slot.reach):
                    continue
                if not slot.every:
                    return [innermost(doc, near) if side == "before" else near[0]]
                fitting = [a for a in here if fits(doc, a, slot, start, stop, self.grammar, listed=True)]
                fitting = [a for a in fitting if not is_relative(doc, a)]
                fitting = [a for a in fitting if a.kind != "Post" or not is_of_others(doc, a, here, start, stop)]
                alike = sorted(on_side(outermost(fitting), side, start, stop), key=lambda a: a.start)
                return list(listed_with(doc, near[0], alike, self.grammar))
        return [None] if slot.implied and not meant_others(doc, slot, start, stop, self.grammar) else []


def _in_clause(doc: Doc, actors: list[Actor], subjects: list[Actor | None]) -> list[Actor]:
    """«Совет уволил Иванова, [который] возглавлял суд»: what «который» does concerns nobody named before it."""
    first = min((s.start for s in subjects if s is not None and is_relative(doc, s)), default=0)
    return [a for a in actors if a.start >= first]
