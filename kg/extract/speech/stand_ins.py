"""Who is meant where words only stand for who spoke before: «по его словам», «добавил он», «отметил спикер».

Whoever spoke last, not long ago, if nobody else acts between; for a pronoun also who alone acts in the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.facts.actors import Actor
from kg.extract.found import case, feature, forms_of, has_key, is_plural, next_word
from kg.extract.speech.promisers import same_people
from kg.extract.speech.speakers import governed
from kg.extract.speech.speech import Ref, Said
from kg.lang import tables

Stretch = tuple[int, int, Ref]  # from where to where somebody speaks
KIND = "StandIn"
REACH = 60  # tokens between the words of somebody and those that stand for him
SURE = 0.85  # how sure it is whose words «по его словам» tells


def with_stand_ins(doc: Doc, actors: Sequence[Actor]) -> Sequence[Actor]:
    """The actors, and the words that stand for one who spoke before."""
    words = tables.load(doc.lang_, "statements")["words"]
    posts = {h.title.words for h in doc.user_data["holders"]}  # «спикер» of a text that names the parliament's
    nouns = [word for word in words["stand_ins"] if word not in posts]
    taken = {t for a in actors if a.kind == "Person" and a.ref[2] == "Person" for t in range(a.start, a.stop)}
    free = [i for i in forms_of(doc, (*words["pronouns"], *nouns, *words["his"])) if i not in taken]
    more = [actor for i in free if (actor := _stand_in(doc, i, actors, words)) is not None]
    meant_by = {a.start for a in more}
    rest = [a for a in actors if a.start not in meant_by or a.ref[2] != "Title"]
    return sorted([*rest, *more], key=lambda a: (a.start, -a.stop)) if more else actors


def _stand_in(doc: Doc, index: int, actors: Sequence[Actor], words: dict[str, list[str]]) -> Actor | None:
    """«[он] отметил», «отметил [спикер]», «по [его] словам»; Kazakh «– деді [ол]», «[Ол] айтты», «[оның] айтуынша»."""
    ref = (index, index + 1, KIND)
    follows = next_word(doc, index + 1)
    if follows < len(doc) and doc[index].lower_ in words["his"] and has_key(doc, follows, words["his_words"]):
        return Actor(index, index + 1, "Person", "Gen", ref)
    if has_key(doc, index, words["stand_ins"]):
        named = any(a.kind == "Person" and a.start == follows for a in actors)
        nominative = case(doc[index]) in ("", "Nom") and not is_plural(doc[index])
        return Actor(index, index + 1, "Person", "Nom", ref) if nominative and not named else None
    if doc[index].lower_ not in words["pronouns"] or case(doc[index]) not in ("", "Nom"):
        return None
    alone = not tables.load(doc.lang_, "grammar")["owner_first"] or _ends_or_begins(doc, index, actors, words)
    return Actor(index, index + 1, "Person", "Nom", ref) if alone else None


def _ends_or_begins(doc: Doc, index: int, actors: Sequence[Actor], words: dict[str, list[str]]) -> bool:
    """Kazakh «ол» is «that», too: he where it ends the words of saying, or opens a sentence in which nobody acts.

    «Ол жолдың салынатынын айтты» is told by whoever spoke before, whatever «ол» means.
    """
    sentence = doc[index].sent
    follows = next_word(doc, index + 1)
    if follows >= sentence.end or doc[follows].is_punct:
        return True
    if any(not _opens(doc, i, words) for i in range(sentence.start, index)):
        return False
    here = (a for a in actors if sentence.start <= a.start < sentence.end and a.case in ("", "Nom"))
    if any(a.kind == "Person" or a.start == follows for a in here):
        return False
    others = frozenset((*words["others"], *words["anybody"]))
    free = (i for i in range(follows, sentence.end) if has_key(doc, i, others) and case(doc[i]) in ("", "Nom"))
    return all(governed(doc, i) for i in free)


def _opens(doc: Doc, index: int, words: dict[str, list[str]]) -> bool:
    """What may stand before «ол» that opens a sentence: «[Сондай-ақ] ол …», «[Бұған қоса,] ол …», «[Жиында] ол …»."""
    token = doc[index]
    return token.is_space or token.text == "," or token.lower_ in words["openers"] or case(token) == "Loc"


def settled(doc: Doc, said: Sequence[Said], actors: Sequence[Actor]) -> list[Said]:
    """What was said, in order, with whoever is meant in place of the words that stand for him; else without it."""
    found: list[Said] = []
    for one in said:
        if one.speaker[2] != KIND:
            found.append(one)
            continue
        heard = [(s.start, s.stop, s.speaker) for s in found]
        if (who := meant(doc, one.speaker, one.start, heard, actors)) is not None:
            found.append(replace(one, speaker=who, confidence=round(one.confidence * SURE, 2)))
    return found


def meant(doc: Doc, ref: Ref, at: int, heard: Sequence[Stretch], actors: Sequence[Actor]) -> Ref | None:
    """Who is meant by the words at `ref`, whose the words from `at` on are; `heard` is what was said, in order."""
    at = min(at, ref[0])
    before = [(stop, who) for start, stop, who in heard if start < at and who[2] in ("Person", "Title")]
    people = [a for a in actors if a.kind == "Person" and a.ref[2] != KIND and a.case in ("", "Nom")]
    if before and at - max(before)[0] <= REACH:
        stop, who = max(before)
        others = {a.ref for a in people if stop <= a.start and a.stop <= at}
        fits = others <= same_people(doc, [who]) | {who} and _agree(doc, ref, who)
        return who if fits else None
    sentence = doc[at].sent
    last = doc[sentence.start - 1].sent if sentence.start else None
    everybody = [a for a in actors if a.kind == "Person" and a.ref[2] != KIND]
    acting = {a for a in everybody if last is not None and last.start <= a.start and a.stop <= last.end}
    meanable = {a for a in acting if _agree(doc, ref, a.ref)}  # «Анна Ким пришла к Петру Лею. … – сказала она»
    alone = next((a.ref for a in meanable if a in people), None) if len(meanable) == 1 else None
    pronoun = ref[1] - ref[0] == 1 and doc[ref[0]].pos_ in ("PRON", "DET")
    goes_on = doc.user_data["meant"].get(ref[0]) if not acting else None  # whom the sentences before are about
    return (alone or goes_on) if pronoun else None


def _agree(doc: Doc, ref: Ref, who: Ref) -> bool:
    """Whether a pronoun or a noun may mean somebody: nothing says that they differ in gender."""
    genders = [{feature(token, "Gender") for token in doc[a:b]} - {""} for a, b in (ref[:2], who[:2])]
    return who[2] == "Title" or not all(genders) or not genders[0].isdisjoint(genders[1])
