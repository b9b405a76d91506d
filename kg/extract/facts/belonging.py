"""What a post belongs to: «аким [города Шымкента]», «президент [организации]»; in Kazakh see `owners_before`."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.extract.found import (
    FIELDED,
    PREMISES,
    Title,
    case,
    entities,
    feature,
    has_key,
    next_word,
    previous_word,
    remembered,
)
from kg.extract.names.ballots import in_marks
from kg.extract.phrases import Phrases
from kg.extract.quotes import OPENING, is_opening

REACH = 9  # tokens of a jurisdiction at the most: «директор департамента цифровизации министерства …»
PREMIERS = ("prime-minister", "deputy-prime-minister")
LANDS = ("Country", "Region")
INSIDE = 3  # words between two opening marks
Row = dict[str, Any]
Owner = tuple[int, int, tuple[int, int] | None, str | None]  # the title's tokens with it, its name, its class word


@remembered
def words_of_people(doc: Doc) -> frozenset[int]:
    """The tokens of the names of people."""
    return frozenset(i for span in entities(doc) if span.label_ == "Person" for i in range(span.start, span.end))


@remembered
def _beginning(doc: Doc) -> dict[int, Span]:
    """The names of others that begin at a token."""
    return {span.start: span for span in reversed(entities(doc)) if span.label_ != "Person"}


class Belonging:
    """Looks after a post in Russian; tells for both languages what suits a post and which role that makes of it."""

    def __init__(
        self, grammar: dict[str, Any], deputies: dict[str, str], posts: Phrases[Row], before: Phrases[Row]
    ) -> None:
        self.deputies, self.posts, self.before = deputies, posts, before
        bodies: dict[str, str] = dict.fromkeys(grammar.get("body_words", ()), "Organization")
        capitals: dict[str, str] = dict.fromkeys(grammar.get("capital_words", ()), "Capital")
        self.classes: dict[str, str] = {**bodies, **grammar["class_words"], **capitals}
        self.joints = frozenset(grammar["joints"])
        self.republic: str = grammar.get("republic", "\n")
        self.branches = frozenset(grammar.get("branches", ()))
        self.parts = self.branches.union(grammar.get("sections", ()))
        self.cares_for = frozenset(grammar.get("cares_for", ()))
        self.no_fields = frozenset(grammar.get("no_fields", ()))
        self.with_instrumental = frozenset(grammar.get("with_instrumental", ()))
        self.genitives = tuple(grammar.get("genitive_adjectives", ("\n",)))
        self.ranks = frozenset(grammar.get("ranks", ()))

    def suits(self, doc: Doc, of: tuple[int, int] | None, row: dict[str, Any]) -> bool:
        """A head of state is of a country, an akim of a place: «Алматы … Президент» is no president of Almaty."""
        span = next((s for s in entities(doc) if of == (s.start, s.end)), None)
        if span is None:
            return True
        if row.get("of") == "country" and not row.get("roles"):
            if row["role"] in PREMIERS and self._is_republic(span):
                return True
            return span.id_ in ("Country", "Government") or (span.label_ == "Place" and not span.id_)
        if row.get("of") == "envoy":
            return span.label_ == "Organization" or span.id_ == "Country"
        wanted = {"place": "Place", "employer": "Organization"}.get(row.get("of", ""), span.label_)
        return span.label_ == wanted

    def _is_republic(self, span: Span) -> bool:
        """«премьер-министр [Татарстана]»: a region that the gazetteer calls a republic has a government of its own."""
        known = gazetteer.by_key(span.kb_id_) if span.kb_id_ and span.id_ == "Region" else None
        lang = span.doc.lang_
        return known is not None and any(self.republic in name.lower() for name in known.names(lang))

    def role(self, doc: Doc, title: Title, row: dict[str, Any]) -> str:
        """«глава» is an akim of a place and the head of a body: the row's `roles` say so."""
        roles = row.get("roles")
        deputy = title.role == self.deputies.get(row["role"])
        span = next((s for s in entities(doc) if title.of == (s.start, s.end)), None)
        if span is not None and span.id_ in PREMISES and row["role"] == "akim":
            return self.deputies["head"] if deputy else "head"  # «Береке» индустриялық [аймағының басшысы]
        if not roles or (title.role != row["role"] and not deputy):
            return title.role
        if span is None and title.of_class is None:
            return title.role
        unnamed = "Organization" if title.of_class == "Organization" else "Place"
        kind, finer = (span.label_, span.id_) if span else (unnamed, title.of_class or "")
        if kind == "Place" and self._of_another(doc, title, span):
            return str(roles["organization"]) if title.role == "president" else title.role
        if kind == "Place" and finer in PREMISES:
            kind = "Organization"
        names = ("country",) if finer == "Country" else (finer.lower(), kind.lower())
        role = next((str(roles[name]) for name in names if name in roles), None)
        inside = span is not None and span.start < title.group[1] and title.group[0] < span.end
        if role is None or (role == "other" and inside):
            return title.role  # «[Үкімет аппаратының] басшысы» leads it, «руководитель аппарата [правительства]» none
        return self.deputies.get(role, "other") if deputy else role

    def _of_another(self, doc: Doc, title: Title, span: Span | None) -> bool:
        """«глава [делегации] Казахстана», «глава [избиркома] области» head no land: a noun between owns it."""
        first, last = title.group
        if span is None:
            between = [*range(title.start, first), *range(last, title.stop)]
        else:
            between = [*range(span.end, first), *range(last, span.start)]
        return any(doc[i].pos_ == "NOUN" and self.class_word(doc, i) in (None, "Organization") for i in between)

    def of_a_body_there(self, doc: Doc, title: Title) -> bool:
        """«директор [станции] Омского района» heads no district: a body between, of which only the place is named.

        The noun beside a place in marks is the place's own: «начальник [аэропорта] «Ясный»».
        """
        span = next((s for s in entities(doc) if title.of == (s.start, s.end)), None)
        if span is None or span.label_ != "Place":
            return False
        between = [i for i in range(title.group[1], span.start) if doc[i].pos_ == "NOUN"]
        if in_marks(doc, span.start, span.end):
            between = between[:-1]
        return any(self.class_word(doc, i) in (None, "Organization") for i in between)

    def owner_after(self, doc: Doc, title: Title) -> Owner | None:
        """Russian: what the post belongs to follows it in the genitive: «аким города Шымкента»."""
        spans, people = _beginning(doc), words_of_people(doc)
        around = self.around(doc, title)
        if around is not None:
            return title.start, max(around.end, title.stop), (around.start, around.end), None
        stop, index = title.stop, next_word(doc, title.stop)
        branch = index not in spans and self._branch(doc, index)
        of_class = "Organization" if branch else None
        for _ in range(REACH):
            if index >= len(doc):
                break
            if index in people and doc[previous_word(doc, index)].pos_ == "CCONJ":
                break  # «директор завода и [Иванов]»
            if index in people:  # «председатель районной комиссии [Иванов]»: all words up to the name are the post's
                return title.start, max(previous_word(doc, index) + 1, stop), None, of_class
            span = spans.get(index)
            if span is not None and title.role in FIELDED and self._is_field(doc, span):
                break
            if span is not None:
                if of_class == "Capital" and span.id_ in LANDS:
                    return title.start, span.end, None, of_class  # «мэр столицы [Кыргызстана]»: of its capital
                span = _quoted_behind(doc, span, spans)
                return title.start, span.end, None if branch else (span.start, span.end), of_class if branch else None
            if doc[index].pos_ == "CCONJ" and self._is_another(doc, next_word(doc, index + 1), title):
                break  # «на пост вице-премьера [и министра финансов] Иванова»
            listed = title.role in FIELDED and self._lists_field(doc, index)
            if not (self._goes_on(doc, index) or listed or self._governed(doc, index, title)):
                break
            if self.class_word(doc, index) and of_class is None:
                of_class, stop = self.class_word(doc, index), index + 1
            index = next_word(doc, index + 1)
        short = _in_brackets(doc, index, spans)
        if short is not None and not branch:
            return title.start, short.end + 1, (short.start, short.end), None
        return (title.start, stop, None, of_class) if of_class else None

    def _is_another(self, doc: Doc, index: int, title: Title) -> bool:
        """Whether a further post of the same man begins here, in the case of his first."""
        found = self.posts.longest(doc, index) if index < len(doc) else None
        return found is not None and case(doc[index]) == case(doc[title.head]) == "Gen"

    def _is_field(self, doc: Doc, span: Span) -> bool:
        """«министр по [развитию] Дальнего Востока», «по [делам] Севера»: what he is for, no land of his."""
        before = previous_word(doc, span.start)
        return before >= 0 and doc[before].lower_ in self.cares_for and span.label_ == "Place"

    def _branch(self, doc: Doc, index: int) -> bool:
        """«глава [отделения] партии»: who leads it leads no party."""
        return index < len(doc) and has_key(doc, index, self.branches)

    def headed_part(self, doc: Doc, title: Title) -> str:
        """«глава [правового отдела] суда»: who leads it serves in the court, and does not lead it."""
        span = next((s for s in entities(doc) if title.of == (s.start, s.end) and s.label_ == "Organization"), None)
        between = doc[title.group[1] : span.start if span is not None else title.group[1]]
        nouns = (t.i for t in between if has_key(doc, t.i, self.parts) and doc[previous_word(doc, t.i)].pos_ == "ADJ")
        noun = next(nouns, None)
        return doc[between.start : noun + 1].text.strip() if noun is not None else ""

    def around(self, doc: Doc, title: Title) -> Span | None:
        """A body whose name shares words with the post: «председатель [совета ветеранов]», of «председатель совета»."""
        first, last = title.group
        for span in entities(doc):
            within = first < span.start and span.end == last  # «секретарь [областного маслихата]»
            beyond = first < span.start < last < span.end
            across = beyond or span.start <= first < span.end < last
            if span.label_ == "Organization" and (within or across):
                return span
            if span.label_ == "Place" and beyond:
                return span  # «глава [района Ясный]»
        return None

    def _lists_field(self, doc: Doc, index: int) -> bool:
        """«министр образования[,] науки и спорта Иванов»: a comma between the parts of a field."""
        before, after = previous_word(doc, index), next_word(doc, index + 1)
        if doc[index].text != "," or before < 0:
            return False
        while after < len(doc) and doc[after].pos_ == "ADJ" and _in_genitive(doc[after]):
            after = next_word(doc, after + 1)  # «труда, [социального] обеспечения»
        if after >= len(doc) or self.posts.longest(doc, after):
            return False
        first = doc[before].is_upper or (doc[before].pos_ == "NOUN" and _in_genitive(doc[before]))  # «ЖКХ[,] связи»
        return first and doc[after].pos_ == "NOUN" and _in_genitive(doc[after])

    def _goes_on(self, doc: Doc, index: int) -> bool:
        """Whether a word can stand between a post and the name it belongs to."""
        token = doc[index]
        follows = next_word(doc, index + 1)
        if has_key(doc, index, self.joints):
            source = token.pos_ == "ADP" and follows < len(doc) and doc[follows].lower_ in self.no_fields
            return not source  # «директор [по информации] …»; but «министр культуры [и информации]»
        if token.text in OPENING or has_key(doc, index, self.ranks) or _between_marks(doc, index):
            return True
        if token.text == "№" or (token.is_digit and doc[previous_word(doc, index)].text == "№"):
            return True  # «начальник колонии [№ 5]»
        if token.text.isupper() and follows < len(doc) and is_opening(doc, follows):
            return True  # «механик [ТОО] «Заря»», in whatever case the tagger sees the letters
        if self.class_word(doc, index) and token.text[0].islower():
            return True  # «аким области Ербол …», whatever the tagger sees before a name
        if token.pos_ == "ADV" and token.is_lower:  # «лидер [крайне] правого фронта»
            return follows < len(doc) and doc[follows].pos_ == "ADJ" and case(doc[follows]) == "Gen"
        if token.pos_ == "ADJ" and not case(token) and token.text.endswith(self.genitives):
            return True  # «[информационно-аналитического] центра», whose case the tagger leaves open
        word = token.text.replace("-", "").isalpha()  # «социал-демократической»
        if case(token) == "Acc" and feature(token, "Animacy") == "Anim":
            return word and token.pos_ == "NOUN"  # «советнику [губернатора] области», a genitive as much
        return word and case(token) in ("Gen", "Dat") and token.pos_ in ("NOUN", "ADJ", "PROPN", "DET", "VERB")

    def _governed(self, doc: Doc, index: int, title: Title) -> bool:
        """«заведующая [детским садом] № 5»: a post that wants the instrumental of what it runs."""
        runs = title.words.split()[0] in self.with_instrumental
        return runs and case(doc[index]) == "Ins" and doc[index].pos_ in ("NOUN", "ADJ") and doc[index].is_lower

    def body_word(self, doc: Doc, title: Title) -> str:
        """The bare noun that a post is of: «лидер [партии]»; with its adjective, «врач [первой больницы]»."""
        words = range(title.group[1], title.stop)
        if self._branch(doc, next_word(doc, title.group[1])):
            return ""
        noun = next((i for i in words if self.class_word(doc, i) == "Organization"), None)
        if noun is None:
            return ""
        before = previous_word(doc, noun)
        narrowed = before in words and doc[before].pos_ in ("ADJ", "NUM")
        return " ".join(doc[i].lemma_.lower() for i in ((before, noun) if narrowed else (noun,)))

    def class_word(self, doc: Doc, index: int) -> str | None:
        """The kind of place that a word tells, with the word before it where both are in the table."""
        if feature(doc[index], "VerbForm") == "Fin":
            return None  # «в кресло министра [сел] Иванов» is of no village
        before = previous_word(doc, index)
        first = doc.user_data["keys"][before] if before >= 0 else ()
        keys = doc.user_data["keys"][index]
        whole = (f"{one} {other}" for one in first for other in keys)
        return next((self.classes[key] for key in (*whole, *keys) if key in self.classes), None)


def _in_genitive(token: Token) -> bool:
    return case(token) == "Gen" and token.text[0].islower()


def _in_brackets(doc: Doc, index: int, spans: dict[int, Span]) -> Span | None:
    """A body whose letters follow what it is: «директор общественной телерадиокорпорации ([ОТРК])»."""
    if index + 2 >= len(doc) or doc[index].text != "(":
        return None
    span = spans.get(index + 1)
    short = span is not None and span.label_ == "Organization" and span.end < len(doc) and doc[span.end].text == ")"
    return span if short else None


def _quoted_behind(doc: Doc, span: Span, spans: dict[int, Span]) -> Span:
    """The body that is meant where its kind is found for a body of its own: «председатель НПП «[Атамекен]»»."""
    mark = next_word(doc, span.end)
    quoted = spans.get(mark + 1) if mark < len(doc) and doc[mark].text in OPENING else None
    both = quoted is not None and quoted.label_ == span.label_ == "Organization"
    return quoted if quoted is not None and both else span


def _between_marks(doc: Doc, index: int) -> bool:
    """The kind of a body told inside the outer marks: АО "[НК] "Тулпар"."""
    before, after = doc[max(0, index - INSIDE) : index], doc[index + 1 : index + 1 + INSIDE]
    return any(t.text in OPENING for t in before) and any(t.text in OPENING for t in after)
