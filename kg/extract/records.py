"""From a document's Docs to records: mentions with dictionary forms, relations, figures and statements between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.extract import matters
from kg.extract.body_levels import level
from kg.extract.facts.actors import is_predicate
from kg.extract.facts.emitted import FoundRelation, Ref
from kg.extract.figures.when import deadline, period
from kg.extract.found import Title, case, entities, feature, has_key, module, next_word, previous_word, titles
from kg.extract.name_cases import nominative, told_case
from kg.extract.names.adjectives import ends_in_genitive
from kg.extract.names.arbiter import is_told_by_head
from kg.extract.names.body_words import legal_forms
from kg.extract.names.inner_places import is_region_told
from kg.extract.names.no_places import street_words, written_out
from kg.extract.quotes import CLOSING, OPENING
from kg.extract.speech.speech import HEADLINES
from kg.extract.speech.statements import FoundStatement
from kg.lang import tables
from kg.lang.features import values
from kg.lang.names import is_initial
from kg.model import Document, Evidence, Extract, Figure, Mention, Relation, Segment, Statement, content_id

LONG = 3  # words of a name that names.py can take apart where a particle stands among them
ALIKE = {"": [], "Gen": ["Gen", "Acc"], "Acc": ["Acc", "Gen"]}  # a title's case → those its holder's name may show


def gather(document: Document, docs: Sequence[tuple[Segment, Doc]], printed: Document | None) -> Extract:
    """All records of one document, in the order of the text; `printed`: the document, where this one was made plain."""
    mentions: list[Mention] = []
    relations: list[Relation] = []
    figures: list[Figure] = []
    statements: list[Statement] = []
    for segment, doc in docs:
        reader = Reader(document, segment, doc)
        mentions.extend(reader.mentions())
        relations.extend(reader.relations())
        figures.extend(reader.figures())
        statements.extend(reader.statements())
    mentions = [*without_source(document, mentions), *publisher(document, mentions)]
    mentions.sort(key=lambda m: (m.start, -m.stop, m.kind))
    return Extract(document, tuple(mentions), tuple(relations), tuple(figures), tuple(statements), printed)


def without_source(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, without the page's source where it was taken for a project."""
    words = document.publisher
    for mention in mentions:
        if mention.kind != "Project" or words is None or mention.stop <= words.start or words.stop <= mention.start:
            yield mention


def publisher(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The source that the page names, where no component took its name for a body: «zakon.kz»."""
    words = document.publisher
    if words is None or any(
        m.start < words.stop and words.start < m.stop and m.kind == "Organization" for m in mentions
    ):
        return
    yield Mention(
        document.id, words.start, words.stop, words.words, "Organization", words.words, document.lang, "rule:publisher",
        0.9,
        "NewsMedia",
    )  # fmt: skip


def spaced(token: Token, last: bool) -> str:
    """What stands behind a word of a name: nothing where a mark touches it, «партия «Ауыл»»."""
    beside = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    touched = not token.whitespace_ and (token.text in (*OPENING, "(") or beside in (*CLOSING, ",", ")"))
    return "" if last or touched else " "


class Reader:
    """Turns what components left on one Doc into records with offsets of the document."""

    def __init__(self, document: Document, segment: Segment, doc: Doc) -> None:
        self.document, self.segment, self.doc = document, segment, doc
        self.text = doc.text  # spaCy joins it anew each time it is asked
        self.names = module(segment.lang, "names")
        self.grammar = tables.load(segment.lang, "grammar")
        self.phrases = module(segment.lang, "phrases")
        self.legal_forms = legal_forms(segment.lang)

    def offsets(self, start: int, stop: int) -> tuple[int, int]:
        """Tokens to the document's characters, no white space at either end."""
        last = self.doc[stop - 1]
        return self.segment.start + self.doc[start].idx, self.segment.start + last.idx + len(last)

    def evidence(self, begin: int, end: int) -> Evidence:
        return Evidence(self.document.id, begin, end, self.document.text[begin:end])

    def mention_id(self, ref: Ref) -> str:
        begin, end = self.offsets(ref[0], ref[1])
        return content_id(self.document.id, begin, end, ref[2])

    def mentions(self) -> Iterator[Mention]:
        for span in entities(self.doc):
            yield self._named(span)
        joined = {(h.title.start, h.title.stop) for h in self.doc.user_data["holders"]}
        for title in titles(self.doc):
            yield self._title(title, (title.start, title.stop) in joined)

    def _named(self, span: Span) -> Mention:
        begin, end = self.offsets(span.start, span.end)
        sources, confidence = self.doc.user_data["sources"][span.start, span.end]
        words = [t for t in span if not t.is_space]
        if span.label_ == "Person":
            name, features = self._person(span, words)
        else:
            name, features = self._thing(span, words), self._level(span)
        return Mention(
            self.document.id, begin, end, self.document.text[begin:end], span.label_, name, self.segment.lang,
            "+".join(sources), confidence, span.id_ or None, span.kb_id_ or None, features, self._owner(span),
        )  # fmt: skip

    def _person(self, span: Span, words: list) -> tuple[str, tuple[tuple[str, str], ...]]:
        texts = [t.text for t in words]
        if len(texts) > LONG and any(word.lower() in self.grammar.get("inner_particles", ()) for word in texts):
            return self._long_name(texts)
        holder = next((h for h in self.doc.user_data["holders"] if h.person.start == span.start), None)
        told = holder.name_case if holder else told_case(span)
        parsed = self.names.parse(texts, cases=ALIKE.get(told, [told]) if told else ())
        if parsed is None:
            return " ".join(texts), ()
        parts = ("given", "surname", "patronymic", "initials", "gender")
        features = tuple((part, value) for part in parts if (value := getattr(parsed, part)))
        return parsed.text or " ".join(texts), features

    def _long_name(self, texts: list[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """«Халид бен Насер Аль Фахри»: of more parts than our names have the first and the last tell who it is."""
        parsed = self.names.parse([texts[0], texts[-1]]) if self.grammar["owner_first"] else None
        if parsed is None or not (parsed.given and parsed.surname):
            return " ".join(texts), ()
        return " ".join([*texts[:-1], parsed.surname]), (("given", parsed.given), ("surname", parsed.surname))

    def _thing(self, span: Span, words: list) -> str:
        if span.kb_id_:
            row = gazetteer.by_key(span.kb_id_)
            return (row.names(self.segment.lang) or (span.text,))[0]
        if span.text.isascii() and span.label_ == "Organization":
            return span.text  # «Feed Co., Ltd» is not declined
        shared = self.doc.user_data["class_words"].get((span.start, span.end))
        if shared:  # «Букейординского и [Жанибекского] районов»
            return shared if self.grammar["owner_first"] else self.phrases.adjective_of(words[0].text, shared)
        before = previous_word(self.doc, span.start)
        if before >= 0 and self.doc[before].text in self.legal_forms and not self.grammar["owner_first"]:
            return span.text  # «ТОО [Алия Сервис]» is not declined
        if span.label_ == "Place" and not self.grammar["owner_first"] and self._stands_alone(words[0], before):
            return span.text
        if len(words) == 1 and span.label_ == "Place" and (of_gender := self._of_gender(words[0], before)):
            return of_gender
        if span.label_ == "Place" and self._before_class(span):
            return span.text
        declined = self.grammar["owner_first"] and feature(words[-1], "Person[psor]") != ""
        if is_told_by_head(self.doc, span) and not declined:
            return span.text  # «дворец «[Мерей]»», «[Сыбаға]» бағдарламасы are not declined
        eponym = words[0].text[0].islower() and has_key(self.doc, span.start, self.grammar["eponyms"])
        if eponym or (span.id_ == "Street" and not self.grammar["owner_first"] and not self._tells_class(span)):
            return span.text  # «село [имени Хамзы]», «улица [Юрия Гагарина]»: in the genitive for good
        if len(words) == 1 and words[0].is_lower and span.label_ == "Organization":
            return words[0].lemma_  # «депутаты [маслихата]», whatever the tagger sees
        whole = written_out(self.segment.lang) if span.label_ == "Place" else {}
        named = nominative(
            self.segment.lang,
            tuple(whole.get(t.lower_, t.text) for t in words),
            tuple("ADJ" if self._is_adjective(words, t) else t.pos_ for t in words),
            tuple("Gen" if self._is_adjective(words, t) else "".join(values(t.morph, "Case")) for t in words),
            tuple("".join(values(t.morph, "Number")) for t in words),
        )
        last = len(words) - 1
        return "".join(word + spaced(t, i == last) for i, (word, t) in enumerate(zip(named, words, strict=True)))

    def _is_adjective(self, words: list[Token], word: Token) -> bool:
        """«Аким [Сазанского] района»: what the tagger takes for the surname of who holds a post."""
        bracketed = len(words) > 4 and words[1].text == "("  # «[Донского] (казачьего) университета»
        head = words[4 if bracketed else min(1, len(words) - 1)]
        return (
            word is words[0] and word.pos_ == "PROPN" and head.is_lower and ends_in_genitive(self.doc, word.i, head.i)
        )

    def _stands_alone(self, word: Token, before: int) -> bool:
        """«в посёлке [Сазда]»: a name that is not in the case of the class word beside it is not declined."""
        classed = before >= 0 and self.doc[before].is_lower and has_key(self.doc, before, self.grammar["class_words"])
        shown = case(self.doc[before]) if classed and self.doc[before].is_alpha else ""
        return bool(shown) and case(word) not in ("", shown)

    def _of_gender(self, word: Token, before: int) -> str:
        """«в пос. [Лесной]», a man's nominative, and «в деревне [Лесной]», «Лесная»: by the class word beside it."""
        genders: dict[str, list[str]] = self.grammar.get("class_genders", {})
        if before < 0 or not word.text.endswith("ой"):
            return ""
        gender = next((name for name, words in genders.items() if has_key(self.doc, before, words)), "")
        return {"masculine": word.text, "feminine": word.text[:-2] + "ая"}.get(gender, "")

    def _before_class(self, span: Span) -> bool:
        """«[Тасты] ауылында»: a Kazakh name before its class word has no ending, though «тас» could take this one."""
        after = next_word(self.doc, span.end)
        if not self.grammar["owner_first"] or after >= len(self.doc) or case(span[-1]) in ("", "Nom", "Gen"):
            return False
        return has_key(self.doc, after, self.grammar["class_words"]) and feature(self.doc[after], "Person[psor]") != ""

    def _tells_class(self, span: Span) -> bool:
        return any(has_key(self.doc, token.i, street_words(self.segment.lang)) for token in span)

    def _level(self, span: Span) -> tuple[tuple[str, str], ...]:
        found = level(span, self.grammar) if span.label_ == "Organization" else None
        return (("level", found),) if found else ()

    def _owner(self, span: Span) -> str | None:
        """The place named inside a body's name, or right beside it: «маслихат Шымкента»."""
        if span.label_ not in ("Organization", "Project"):
            return None
        inner = [s for s in entities(self.doc) if span.start <= s.start and s.end <= span.end and s.label_ == "Place"]
        inner = [s for s in inner if not self._is_eponym(s)]
        told = next((s for s in inner[1:] if is_region_told(s, span)), None)  # «УМВД России по [Томской области]»
        owner = told or next(iter(inner), None)
        return self.mention_id((owner.start, owner.end, "Place")) if owner is not None else None

    def _is_eponym(self, place: Span) -> bool:
        """«театр имени А. П. [Чехова]»: a person after whom a body is called, though a town is called so too."""
        index = previous_word(self.doc, place.start)
        while index > 0 and is_initial(self.doc[index].text):
            index = previous_word(self.doc, index)
        told = index < previous_word(self.doc, place.start)
        if has_key(self.doc, index, self.grammar.get("honours", ())):
            index, told = previous_word(self.doc, index), True  # «школа имени Героя [Советского Союза] …»
        return told and has_key(self.doc, index, self.grammar["eponyms"])

    def _title(self, title: Title, joined: bool) -> Mention:
        begin, end = self.offsets(title.start, title.stop)
        owner = next((s for s in entities(self.doc) if title.of == (s.start, s.end)), None)
        given = is_predicate(self.doc, title, self.grammar)
        alone = title.alone and not joined and not given
        features = {
            "role": title.role, "status": title.status, "class": title.of_class or "", "alone": str(alone),
            "plural": str(title.plural), "body": title.body, "land": title.land, "called": title.called,
            "given": str(given), "case": case(self.doc[title.head]),
        }  # fmt: skip
        return Mention(
            self.document.id, begin, end, self.document.text[begin:end], "Title", title.words, self.segment.lang,
            "rule:titles", 0.9, None, None, tuple((k, v) for k, v in features.items() if v),
            self.mention_id((owner.start, owner.end, owner.label_)) if owner is not None else None,
        )  # fmt: skip

    def relations(self) -> Iterator[Relation]:
        for holder in self.doc.user_data["holders"]:
            title, person = holder.title, holder.person
            begin, end = self.offsets(min(title.start, person.start), max(title.stop, person.end))
            yield Relation(
                "holds", self.mention_id((person.start, person.end, "Person")),
                self.mention_id((title.start, title.stop, "Title")), self.evidence(begin, end),
                holder.rule, holder.confidence, status=holder.status,
            )  # fmt: skip
        for found in self.doc.user_data["relations"]:
            yield self._relation(found)

    def _relation(self, found: FoundRelation) -> Relation:
        return Relation(
            found.predicate,
            self.mention_id(found.subject) if found.subject else None,
            self.mention_id(found.object) if found.object else None,
            self.evidence(*self.offsets(found.start, found.stop)),
            found.rule, found.confidence, found.modality, found.status,
        )  # fmt: skip

    def figures(self) -> Iterator[Figure]:
        for found in self.doc._.figures:
            yield Figure(
                found.value, found.unit, found.indicator, self.characters(found.start, found.stop),
                self.characters(*found.sentence), found.rule, found.confidence, self.entity_at(found.about),
                found.bound,
                found.change, self._period(found.period), found.concept,
                matters.done(self.text[slice(*found.sentence)], self.segment.lang), found.shared,
                found.level, found.turns, found.part, self.entity_at(found.topic),
            )  # fmt: skip

    def _period(self, words: tuple[int, int] | None) -> str | None:
        return period(self.text[slice(*words)], self.document.date, self.segment.lang) if words else None

    def characters(self, start: int, stop: int) -> Evidence:
        """Evidence from characters of the Doc."""
        return self.evidence(self.segment.start + start, self.segment.start + stop)

    def entity_at(self, stretch: tuple[int, int] | None) -> str | None:
        """Mention.id of the name at these characters of the Doc."""
        if stretch is None:
            return None
        spans = [s for s in entities(self.doc) if (s.start_char, s.end_char) == stretch]
        return self.mention_id((spans[0].start, spans[0].end, spans[0].label_)) if spans else None

    def statements(self) -> Iterator[Statement]:
        """Of a title only «Марат Иманов: жол дайын» and «…», – Марат Иманов: the rest the article says in full."""
        found: list[FoundStatement] = self.doc.user_data["statements"]
        if self.segment.kind == "title":
            found = [one for one in found if one.rule in HEADLINES]
        for one in found:
            words = self.evidence(*self.offsets(one.start, one.stop))
            yield Statement(
                one.kind, words, one.rule, one.confidence, self.mention_id(one.speaker) if one.speaker else None,
                tuple(map(self.mention_id, one.addressees)), tuple(map(self.mention_id, one.about)),
                deadline(words.words, self.document.date, self.segment.lang), one.reported,
                matters.topics(words.words, self.segment.lang), matters.done(words.words, self.segment.lang),
                one.to_others,
            )  # fmt: skip
