"""Whose words they are: direct speech by the words beside it, reported speech by its sentence.

«…», – сказал аким.   По словам акима, …   Әкімнің айтуынша, …   … екенін атап өтті.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.extract.facts.actors import Actor
from kg.extract.found import feature, next_word, previous_word
from kg.extract.speech.blocks import Block, Stretch, blocks
from kg.extract.speech.carried import carries, goes_on_from
from kg.extract.speech.speakers import speaker_of
from kg.extract.speech.unmarked import introducer, leads_to, named_dashes, named_lines, signed
from kg.extract.speech.wording import Match, Wordings

Ref = tuple[int, int, str]
NAMED_LINE, SIGNED, CARRIED = "speech/named-line", "speech/signed", "speech/goes-on-telling"
ANSWERED = "speech/answered"  # to a journalist, to whom nothing is ordered
ASKED = 4  # tokens behind a quotation in which it is told to be a question: «деген журналист сұрағына»
HEADLINES = (NAMED_LINE, SIGNED)  # how headlines tell whose words they are
BEHIND = 40  # tokens between the words of somebody and a paragraph behind a dash that goes on with them
CLOSE = 8  # tokens of a sentence before «об этом»: «Как сообщает «Заря», об этом …»
PARAGRAPH = 4  # sentences at the most that «об этом» at the end of their paragraph is about


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody: tokens, speaker, and the stretch that names him."""

    start: int
    stop: int
    speaker: Ref
    rule: str
    confidence: float
    direct: bool


class Speech:
    """Finds what was said and by whom."""

    def __init__(
        self, direct: Wordings, reported: Wordings, joints: Sequence[str] = (), asked: Sequence[str] = ()
    ) -> None:
        self.direct, self.reported, self.joints = direct, reported, frozenset(joints)
        self.asked = frozenset(asked)

    def said(self, doc: Doc, actors: Sequence[Actor]) -> tuple[list[Said], list[Block]]:
        """Everything said, in order, and all blocks, with a known speaker or without."""
        verbs = {m.start for m in self.direct.found(doc, 0, len(doc)) if m.wording.where != "beside"}
        found = [b for b in blocks(doc, verbs.__contains__) if not self._is_asked(doc, b)]
        direct = list(self._spoken(doc, found, actors))
        claimed = [(s.start, s.stop) for s in direct] + [z for b in found for z in b.told if owned(b, direct)]
        sentences = list(doc.sents)
        told = self._all_told(doc, sentences, direct, actors, claimed)
        taken = {s.start for s in told}
        for sentence, after in pairwise(sentences):
            handed = self._handed_over(doc, sentence, after, actors, claimed)
            if handed is not None and sentence.start not in taken:
                told += [handed, *_paragraph_of(doc, handed, sentences, taken, claimed)]
        for finds in (_taken_up, self._introduced, _behind):
            direct += [s for b in found if not owned(b, direct) and (s := finds(doc, b, told, actors)) is not None]
        said = [*direct, *told]
        for (start, stop), who in (*named_lines(doc, actors), *named_dashes(doc, actors)):
            if not any(s.start < stop and start < s.stop for s in said):
                direct.append(Said(start, stop, who.ref, NAMED_LINE, 0.75, True))
        return sorted((*direct, *told), key=lambda s: (s.start, s.stop)), found

    def _is_asked(self, doc: Doc, block: Block) -> bool:
        """«Жол бола ма?» [деген сауалға] жауап берді»: whoever answers a question has not said it."""
        after = range(block.stop + 1, min(len(doc), block.stop + 1 + ASKED))
        return block.style == "quotes" and any(doc[i].lower_ in self.asked for i in after)

    def _spoken(self, doc: Doc, found: Sequence[Block], actors: Sequence[Actor]) -> Iterator[Said]:
        last: tuple[Block, Said] | None = None
        for block in found:
            said = self._by(doc, block, actors)
            if said is None and last is not None and _goes_on(doc, *last, block):
                said = Said(block.start, block.stop, last[1].speaker, "speech/goes-on", 0.6, True)
            if said is not None:
                last = block, said
                yield said

    def _introduced(self, doc: Doc, block: Block, told: Sequence[Said], actors: Sequence[Actor]) -> Said | None:
        who = introducer(doc, block, actors, self.direct)
        return Said(block.start, block.stop, who.ref, "speech/introduced", 0.6, True) if who is not None else None

    def _by(self, doc: Doc, block: Block, actors: Sequence[Actor]) -> Said | None:
        """The speaker whom the nearest words of saying name."""
        spoken = False
        for low, high in block.told:
            for match in sorted(self.direct.found(doc, low, high), key=lambda m: -m.wording.confidence):
                who = speaker_of(doc, match, actors, low, high)
                spoken = spoken or match.wording.speaker is not None
                if who is not None:
                    return Said(
                        block.start, block.stop, who.ref, f"speech/{match.wording.name}", match.wording.confidence, True
                    )
            who = _announced(doc, low, high, actors) if block.start >= high else None
            if who is None and spoken:
                who = _opener(doc, low, high, actors)
            if who is not None:
                return Said(block.start, block.stop, who.ref, "speech/colon", 0.7, True)
        who = signed(doc, block, actors)
        if who is not None:
            return Said(block.start, block.stop, who.ref, SIGNED, 0.75, True)
        return self._handed(doc, block, actors)

    def _handed(self, doc: Doc, block: Block, actors: Sequence[Actor]) -> Said | None:
        """«…». Об этом сообщил аким: the sentence after a quotation says whose it was."""
        after = next_word(doc, block.stop + 1)
        if block.style != "quotes" or block.told or after >= len(doc):
            return None
        named = self._named_by(doc, doc[after].sent, actors)
        if named is None:
            return None
        match, who = named
        return Said(block.start, block.stop, who.ref, f"speech/{match.wording.name}", match.wording.confidence, True)

    def _handed_over(
        self, doc: Doc, sentence: Span, after: Span, actors: Sequence[Actor], claimed: Sequence[Stretch]
    ) -> Said | None:
        """Школу построят. Об этом сообщил аким: what he said is the sentence before."""
        if any(low < sentence.end and sentence.start < high for low, high in claimed):
            return None
        named = self._named_by(doc, after, actors)
        if named is None:
            return None
        return Said(sentence.start, sentence.end, named[1].ref, "speech/handed-over", 0.6, False)

    def _named_by(self, doc: Doc, sentence: Span, actors: Sequence[Actor]) -> tuple[Match, Actor] | None:
        """Who is named by a sentence that begins «Об этом сообщил»."""
        for match in self.reported.found(doc, sentence.start, sentence.end):
            if match.wording.where == "handed" and match.start - sentence.start < CLOSE:
                who = speaker_of(doc, match, actors, sentence.start, sentence.end)
                if who is not None:
                    return match, who
        return None

    def _told(self, doc: Doc, sentence: Span, actors: Sequence[Actor], claimed: Sequence[Stretch]) -> Said | None:
        """Reported speech: the sentence without the blocks that have their own speaker."""
        if any(low < sentence.end and sentence.start < high for low, high in claimed):
            return None
        if self._named_by(doc, sentence, actors) is not None:
            return None
        ranked = sorted(self._reports(doc, sentence, actors), key=lambda pair: -pair[0].wording.confidence)
        for match, who in ranked:
            rule = f"speech/{match.wording.name}"
            return Said(sentence.start, sentence.end, who.ref, rule, match.wording.confidence, False)
        return None

    def _all_told(
        self, doc: Doc, sentences: Sequence[Span], direct: Sequence[Said], actors: Sequence[Actor],
        claimed: Sequence[Stretch],
    ) -> list[Said]:  # fmt: skip
        """The reported speech of all sentences, in Kazakh also of those that go on without a name."""
        told: list[Said] = []
        spoken = [(s.stop, s.speaker) for s in direct]
        for sentence in sentences:
            said = self._told(doc, sentence, actors, claimed)
            if said is None and self.joints and not any(a < sentence.end and sentence.start < b for a, b in claimed):
                said = self._carried(doc, sentence, spoken, actors)
            if said is not None:
                told.append(said)
                spoken.append((said.stop, said.speaker))
        return told

    def _carried(
        self, doc: Doc, sentence: Span, spoken: Sequence[tuple[int, Ref]], actors: Sequence[Actor]
    ) -> Said | None:
        for match in self.reported.found(doc, sentence.start, sentence.end):
            wanted = match.wording.speaker
            if wanted is None or not wanted.first or wanted.side != "before" or match.wording.where == "handed":
                continue
            if "Person" in wanted.kinds and carries(doc, sentence, match, actors):
                who = goes_on_from(doc, sentence, spoken, actors, self.joints)
                return Said(sentence.start, sentence.end, who, CARRIED, 0.6, False) if who is not None else None
        return None

    def _reports(self, doc: Doc, sentence: Span, actors: Sequence[Actor]) -> Iterator[tuple[Match, Actor]]:
        for match in self.reported.found(doc, sentence.start, sentence.end):
            if match.wording.where != "handed":
                who = speaker_of(doc, match, actors, sentence.start, sentence.end)
                if who is not None:
                    yield match, who


def owned(block: Block, said: Sequence[Said]) -> bool:
    return any(s.start <= block.start < s.stop for s in said if s.direct)


def nobodys(doc: Doc, block: Block) -> bool:
    """Whether a block is whole words of somebody, not a long name in quotation marks."""
    opening = previous_word(doc, block.start)
    before = previous_word(doc, opening) if block.style == "quotes" and opening >= 0 else opening
    return opening < 0 or doc[opening].is_sent_start is True or doc[before].text in ":–—-"


def _paragraph_of(
    doc: Doc, handed: Said, sentences: Sequence[Span], taken: Collection[int], claimed: Sequence[Stretch]
) -> Iterator[Said]:
    """Вода есть. Свет есть. Школа открыта. Об этом сообщил аким: all that a short paragraph tells before is his."""
    marks = [line for line in doc.user_data.get("lines", ()) if line <= handed.start]
    start = max(marks, default=0)
    before = [s for s in sentences if start <= s.start < handed.start]
    free = not any(s.start in taken or any(a < s.end and s.start < b for a, b in claimed) for s in before)
    if free and len(before) < PARAGRAPH and handed.speaker[2] != "Organization":
        tells = (s for s in before if any(t.pos_ == "VERB" or feature(t, "Variant") for t in s))  # no dateline
        yield from (replace(handed, start=s.start, stop=s.end) for s in tells)


def _taken_up(doc: Doc, block: Block, told: Sequence[Said], actors: Sequence[Actor]) -> Said | None:
    """По словам акима, … «…»: a quotation alone in its sentence goes on with what he said right before."""
    opening = previous_word(doc, block.start)
    if block.style != "quotes" or block.told or opening < 1:
        return None
    before = next((s for s in told if s.stop - 1 == previous_word(doc, opening) or s.stop == opening), None)
    if before is None:
        return None
    return Said(block.start, block.stop, before.speaker, "speech/taken-up", 0.6, True)


def _behind(doc: Doc, block: Block, told: Sequence[Said], actors: Sequence[Actor]) -> Said | None:
    """По словам акима, мост готов. Работ было много. ⏎ – Осталось убрать мусор: who spoke right before."""
    before = [s for s in told if block.start - BEHIND <= s.stop <= block.start and s.speaker[2] != "Organization"]
    last = max(before, key=lambda s: s.stop, default=None)
    if block.style != "lone" or last is None:
        return None
    others = (a for a in actors if last.stop <= a.start < block.start and a.kind == "Person" and a.case in ("Nom", ""))
    return None if any(others) else Said(block.start, block.stop, last.speaker, "speech/taken-up", 0.55, True)


def _announced(doc: Doc, low: int, high: int, actors: Sequence[Actor]) -> Actor | None:
    """«Марат Иманов, аким города:» before a block."""
    if doc[previous_word(doc, high)].text != ":":
        return None
    people = [a for a in actors if low <= a.start < high and a.kind == "Person" and a.case in ("Nom", "")]
    return people[0] if people and leads_to(doc, low, people[0]) else None


def _opener(doc: Doc, low: int, high: int, actors: Sequence[Actor]) -> Actor | None:
    """«Иманов жиында «…», – деді»: the one before a quotation, where the words after it name nobody."""
    people = [a for a in actors if low <= a.start and a.stop <= high and a.kind == "Person" and a.case in ("Nom", "")]
    people = [a for a in people if not any(t.pos_ == "SCONJ" for t in doc[low : a.start])]  # «заявил, что Иванов …»
    return people[-1] if people else None


def _goes_on(doc: Doc, before: Block, said: Said, block: Block) -> bool:
    """A second quotation right after the words that name the speaker of the first: «…», – сказал аким. «…»."""
    if block.told and block.style == "quotes" and not before.told:
        return False
    ends = max([before.stop, *(high for _, high in before.told)])
    gap = sum(not doc[i].is_space and not doc[i].is_punct for i in range(ends, block.start))
    return before.style == block.style == "quotes" and gap == 0 and ends <= block.start
