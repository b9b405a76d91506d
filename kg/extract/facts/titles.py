"""Finds posts and what they belong to: «первый заместитель акима Абайской области», «қала әкімінің»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.extract.facts.acting import acting_too, of_leaders_land
from kg.extract.facts.bare_posts import BarePosts
from kg.extract.facts.belonging import Belonging
from kg.extract.facts.bodies import (
    at_seat,
    elected_there,
    heads_told_part,
    is_trade,
    of_body_abroad,
    of_body_in_brackets,
    of_body_name,
    of_no_land,
    of_relative,
    of_society,
    of_some_body,
    of_the_one_before,
    of_whom_he_helps,
    place_of,
    sent_to,
    with_owner_of,
)
from kg.extract.facts.candidacies import candidacies, is_elected
from kg.extract.facts.deputies import deputy_behind
from kg.extract.facts.described import described
from kg.extract.facts.earlier import past_before
from kg.extract.facts.lands import with_land
from kg.extract.facts.led_delegations import of_delegation
from kg.extract.facts.owners_before import OwnersBefore
from kg.extract.facts.seats_before import at_seat_before
from kg.extract.facts.shared_posts import owners
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
)
from kg.extract.posts import phrases, post_phrases
from kg.extract.quotes import CLOSING, OPENING
from kg.lang import tables
from kg.terms import KG, label

NEAR = 6  # tokens back to the officials of a place whom somebody is shown to
HEADS = ("head", "deputy-head")
FOR_HONOUR = (
    "ambassador",
    "advisor",
    "member",
    "deputy",
)  # «почётный консул» serves, «почётный президент» leads nothing
PAST_DEPUTY = "former-deputy"  # «экс-заместитель»: in one word
ALONE = ("president", "akim", "minister")  # «глава Кыргызстана» stands for its president
Owner = tuple[int, int, tuple[int, int] | None, str | None]  # the title with it: start, stop; its name; its class word


@Language.factory("kg_titles", requires=["doc.spans"], assigns=["doc.spans"])
def make_titles(nlp: Language, name: str, lang: str) -> Titles:
    return Titles(lang)


class Titles:
    """Leaves span group `titles` and `doc.user_data["titles"]`, for posts of the language's table."""

    def __init__(self, lang: str) -> None:
        table = tables.load(lang, "posts")
        self.deputies: dict[str, str] = table["deputy"]
        self.deputy: str = next(m["lemma"] for m in table["modifier"] if m["kind"] == "deputy")
        self.before = phrases(lang, [m for m in table["modifier"] if m.get("place", "before") == "before"])
        self.after = phrases(lang, [m for m in table["modifier"] if m.get("place") == "after"])
        self.grammar = grammar = tables.load(lang, "grammar")
        self.owner_first: bool = grammar["owner_first"]
        posts = post_phrases(lang)
        self.belonging = Belonging(grammar, self.deputies, posts, self.before)
        self.bare = BarePosts(lang, posts, self.belonging)
        self.owners_before = OwnersBefore(grammar, self.belonging)
        self.fields = frozenset(grammar.get("fields", ()))
        self.relatives = frozenset(grammar.get("relatives", ()))
        self.inside = tuple(grammar.get("inside", ()))
        self.counting = frozenset(grammar.get("counting", ()))
        self.one, self.among = frozenset(grammar.get("one", ())), frozenset(grammar.get("among", ()))
        self.assemblies = frozenset(grammar.get("assemblies", ()))
        self.polite = frozenset(grammar.get("polite", ()))
        self.indeclinable = frozenset(grammar.get("indeclinable", ()))

    def __call__(self, doc: Doc) -> Doc:
        found = list(self._find(doc))
        if not self.owner_first:
            found = list(of_leaders_land(list(acting_too(doc, found))))
            found = [of_body_in_brackets(doc, title) for title in found]
            found = [of_delegation(doc, title, self.grammar) for title in found if not of_body_name(doc, title)]
            found = [replace(t, alone=False) if is_elected(doc, t, self.grammar) else t for t in found]
            found = sorted([*found, *candidacies(doc, found, self.grammar)], key=lambda title: title.start)
        found = [of_no_land(doc, title) for title in found]
        doc.user_data["titles"] = found
        doc.spans["titles"] = [Span(doc, t.start, t.stop, label=t.role) for t in found]
        return doc

    def _find(self, doc: Doc) -> Iterator[Title]:
        inside = {i for span in entities(doc) for i in range(span.start, span.end) if span.label_ == "Person"}
        begin, last = 0, None
        for index in self.bare.beginnings(doc):
            post = None if index < begin or index in inside else self.bare.at(doc, index)
            if post is None or post[1].get("rank"):
                begin = post[0].stop if post else begin
                continue
            title = self._one_of(doc, self._with_owner(doc, self._with_modifiers(doc, post[0]), post[1]))
            title = self._counted(doc, title)
            if not self.owner_first:
                title = of_relative(doc, title, self.relatives)
                title = described(doc, title, self._modifier_before, self._taken_in)
            if self.owner_first:
                title = with_owner_of(doc, of_whom_he_helps(doc, title, last), last, self.belonging.joints)
            last = of_the_one_before(doc, title, post[1], last, self.deputies)
            if last is None or (not self.owner_first and is_trade(doc, title, post[1])):
                begin = title.group[1]
                continue
            yield last
            if not self.owner_first:
                yield from owners(doc, title)
            begin = title.group[1]

    def _counted(self, doc: Doc, title: Title) -> Title:
        """«екі аудан әкімі», «5 министр» are many, though the post has no plural ending."""
        index = previous_word(doc, title.start)
        number = self.owner_first and index >= 0 and doc[index].text.isdigit() and not doc[title.start].is_sent_start
        return replace(title, plural=True) if number or (index >= 0 and doc[index].lower_ in self.counting) else title

    def _one_of(self, doc: Doc, title: Title) -> Title:
        """«[один из] заместителей акима»: a single post, in the case of «один»."""
        of = before_adjectives(doc, title.start)
        one = previous_word(doc, of) if of > 0 else -1
        if one < 0 or not title.plural or doc[of].lower_ not in self.among or not has_key(doc, one, self.one):
            return title
        return replace(title, start=one, head=one, plural=False, group=(one, title.group[1]))

    def _with_modifiers(self, doc: Doc, title: Title) -> Title:
        """Takes in «первый заместитель», «и.о.» before a post and «орынбасары», «м.а.» after it."""
        start, stop = title.group
        before = self._modifier_before(doc, start)
        if before is None and self.owner_first:
            before = past_before(doc, title, self.before, self.belonging.joints)
        if before:
            title = self._taken_in(doc, title, *before)
            start = title.start
        behind = next_word(doc, stop)
        several = behind < len(doc) and doc[behind].lower_ in self.counting  # «Үкімет басшысының [үш] орынбасары»
        after = self.after.longest(doc, next_word(doc, behind + 1) if several else behind)
        if after is None and self.owner_first:
            after, title = deputy_behind(doc, title, self.before, self.after, self.fields)
        if after and case(doc[title.head]) in ("", "Nom", "Gen"):
            stop = after[0]
            kind = after[1][0].get("kind")
            modified = self._modified(title, kind)
            if kind == "deputy" and modified.role in KG:
                modified = replace(modified, called=label(KG[modified.role], doc.lang_) or "")
            title = replace(modified, head=stop - 1, plural=several or is_plural(doc[stop - 1]))
        return replace(title, start=start, stop=stop, group=(start, stop))

    def _taken_in(self, doc: Doc, title: Title, start: int, kind: str) -> Title:
        """A title with a modifier before it, and with another before that: «[и.о. заместителя] акима»."""
        head = self._declined(doc, title, start, kind)
        if kind in ("deputy", PAST_DEPUTY) and not self.owner_first:  # the noun behind stands in the genitive as is
            title = replace(title, called=f"{self.deputy} {doc[slice(*title.group)].text.lower()}")
        title = replace(self._modified(title, kind), start=start, head=head, plural=is_plural(doc[head]))
        again = self._modifier_before(doc, start)
        if again is None:
            return title
        head = self._declined(doc, title, *again)
        return replace(self._modified(title, again[1]), start=again[0], head=head)

    def _before_assembly(self, doc: Doc, title: Title, row: dict[str, Any]) -> Title:
        """«представил [активу области] нового акима»: who is shown to a place's or body's people is of it."""
        first = max(doc[title.start].sent.start, title.start - NEAR)
        index = next((i for i in range(title.start - 1, first - 1, -1) if doc[i].lower_ in self.assemblies), None)
        if index is None or title.of_class is not None:
            return title
        named = next((s for s in entities(doc) if s.start == next_word(doc, index + 1) and s.end <= title.start), None)
        if named is not None and self.belonging.suits(doc, (named.start, named.end), row):
            return replace(title, of=(named.start, named.end))
        return replace(title, of_class=self.belonging.class_word(doc, index + 1))

    def _modifier_before(self, doc: Doc, start: int) -> tuple[int, str] | None:
        """The longest modifier that ends right before a token: (where it begins, its kind)."""
        for begin in range(max(0, start - 5), start):
            for stop, rows in self.before.at(doc, begin):
                if any(_tells(doc[i]) for i in range(begin, stop)):
                    continue
                if stop <= start and next_word(doc, stop) == start:
                    return begin, "none" if self._addresses(doc, begin) else rows[0]["kind"]
        return None

    def _addresses(self, doc: Doc, index: int) -> bool:
        """Kazakh «[Құрметті] Президент!» speaks to him; of an honour it is said behind what he has it from."""
        before = previous_word(doc, index)
        opens = doc[index].is_sent_start or before < 0 or doc[before].is_punct
        return self.owner_first and opens and has_key(doc, index, self.polite)

    def _declined(self, doc: Doc, title: Title, start: int, kind: str) -> int:
        """The word whose case counts, with a modifier before a post: «временно [исполняющим] обязанности акима»."""
        if self.owner_first or kind not in ("deputy", PAST_DEPUTY, "acting", "candidate"):
            return title.head
        first = next((i for i in range(start, title.head) if case(doc[i]) and doc[i].pos_ != "ADV"), start)
        if doc[first].lower_ in self.indeclinable:
            doc[first].set_morph({})  # type: ignore[attr-defined]  # «врио», «и.о.» are alike in all cases, whatever the tagger sees in them
        return first

    def _modified(self, title: Title, kind: str | None) -> Title:
        if kind == "honorary" and title.role not in FOR_HONOUR:
            return replace(title, role="other", alone=False)
        if kind == PAST_DEPUTY:
            return replace(self._modified(title, "deputy"), status="former")
        if kind == "deputy":
            return replace(
                title, role=self.deputies.get(title.role, title.role if title.role.startswith("deputy-") else "other")
            )
        return replace(title, status=kind) if kind in ("acting", "former", "candidate") else title

    def _with_owner(self, doc: Doc, title: Title, row: dict[str, Any]) -> Title:
        owner = (
            self.owners_before.owner(doc, title, row) if self.owner_first else self.belonging.owner_after(doc, title)
        )
        if owner is not None and row.get("of") == "place":
            owner = (*owner[:2], place_of(doc, owner[2]), owner[3])
        if owner is None or not self.belonging.suits(doc, owner[2], row):
            if self.owner_first:
                title = of_some_body(doc, title, row) if owner is None else title  # «облыс [өкілі]»: of no body
                return at_seat_before(doc, title, self.grammar)
            sent = sent_to(doc, title, self.inside) if row.get("sent") else of_society(doc, title, row)
            if sent.of:
                return sent
            seated = at_seat(doc, with_land(doc, self._before_assembly(doc, sent, row), row), self.inside)
            return elected_there(doc, seated, self.grammar)
        start, stop, of, of_class = owner
        marked = of or any(doc[i].text in OPENING for i in range(start, stop))
        while marked and stop < len(doc) and doc[stop].text in CLOSING:
            stop += 1
        if not of and not of_class:
            title = self._before_assembly(doc, title, row)
            of, of_class = title.of, title.of_class
        title = replace(title, start=min(title.start, start), stop=max(title.stop, stop), of=of, of_class=of_class)
        role = self.belonging.role(doc, title, row)
        if self.owner_first and role in HEADS and self.owners_before.heads_a_part(doc, title):
            role = "other"
        if role in HEADS and row.get("part") and not heads_told_part(doc, title):
            role = "other"
        if role in HEADS and (part := self.belonging.headed_part(doc, title)):
            role, title = "other", replace(title, called=f"{title.called or title.words} {part}")
        if not self.owner_first and of is None and of_class == "Organization":
            title = replace(title, body=self.belonging.body_word(doc, title))
        if not self.owner_first and role in HEADS and self.belonging.of_a_body_there(doc, title):
            title = replace(title, of=None, of_class="Organization")
        title = title if self.owner_first else at_seat(doc, title, self.inside)
        told = of is not None and role in ALONE and role != row["role"]
        title = with_land(doc, replace(title, role=role, alone=title.alone or told), row)
        title = title if self.owner_first else of_body_abroad(doc, title)
        title = sent_to(doc, title, self.inside) if row.get("sent") is True else title
        earlier = self._modifier_before(doc, title.start) if self.owner_first else None
        return self._modified(title, earlier[1]) if earlier else title  # «бұрынғы аудан әкімі»


def _tells(token: Token) -> bool:
    """«[был] акимом», «[будучи] акимом» is no «бывший аким», nor «[уволен] аким» an «уволенный аким»."""
    return feature(token, "VerbForm") in ("Fin", "Inf", "Conv") or feature(token, "Variant") == "Short"
