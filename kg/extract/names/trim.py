"""What models mark too much of: titles beside a name, half of a quotation, words that are nobody's name."""

from __future__ import annotations

from importlib import import_module

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.extract.found import feature, has_key, is_given, next_word, of_place, previous_word, spans_of, word_keys
from kg.extract.names import overlong
from kg.extract.names.ballots import in_marks
from kg.extract.names.body_words import belongs
from kg.extract.names.borders import ROMAN, before_bracket, within_marks, without_opener
from kg.extract.names.capitals import opens_as_common
from kg.extract.names.foreign import is_legal_form, through_legal_form
from kg.extract.names.introduced import homes
from kg.extract.names.known_names import known_names
from kg.extract.names.media import is_medium
from kg.extract.names.namesakes import behind_eponym, behind_place
from kg.extract.names.persons import names_place
from kg.extract.phrases import Phrases
from kg.extract.posts import post_phrases
from kg.extract.quotes import OPENING, is_opening, quotation
from kg.lang import tables

LONGEST = 4  # words of a post or of a head noun
PAIRED = ("Country", "City")  # classes of places that a hyphen joins
HOUSE = 3  # words between a quoted name and what is called so, that one too


class Trimmer:
    """`trimmer(span)` gives the span without what is no part of a name, or None where nothing is left."""

    def __init__(self, lang: str) -> None:
        self.grammar = grammar = tables.load(lang, "grammar")
        self.posts = post_phrases(lang)
        fused = [row for row in tables.load(lang, "posts")["modifier"] if row.get("fused")]
        self.prefixes = [form.rstrip("-") for row in fused for form in [row["lemma"], *row.get("also", [])]]
        self.lang = lang
        self.names = import_module(f"kg.lang.{lang}.names")
        self.class_words = frozenset(grammar["class_words"])
        self.heads = heads_left_off(lang)
        rows = [row for row in tables.load(lang, "organizations")["class"] if "quoted" in row["shape"]]
        self.kinds = frozenset(form for row in rows for form in (row["lemma"], *row.get("also", [])))
        self.kind_phrases: Phrases[str] = Phrases(word_keys(lang))
        for form in self.kinds:
            self.kind_phrases.add(form.split(), form)
        self.bare_kinds: Phrases[str] = Phrases(
            word_keys(lang)
        )  # of bodies whose names stand with the noun and without
        for row in rows:
            if "bare" in row["shape"]:
                for form in (row["lemma"], *row.get("also", [])):
                    self.bare_kinds.add(form.split(), form)
        every = tables.load(lang, "organizations")["class"]
        self.bodies = frozenset(form for row in every for form in (row["lemma"], *row.get("also", [])))
        self.head_last: bool = grammar["owner_first"]
        self.common = frozenset(word.lower() for word in grammar["common_abbreviations"])
        self.feasts: Phrases[str] = Phrases(word_keys(lang))
        for feast in grammar["feasts"]:
            self.feasts.add(feast.split(), feast)
        self.networks = frozenset(grammar["networks"])
        self.levels = frozenset(grammar["levels"])
        self.official = frozenset(grammar["official"])
        self.peoples = frozenset(grammar.get("peoples", ()))
        self.inhabitants = tuple(grammar["inhabitants"])
        self.undeclined = tuple(grammar.get("wide_last", {}).get("undeclined", ()))

    def __call__(self, span: Span) -> Span | None:
        doc = span.doc
        ends = before_bracket(span), overlong.before_newcomer(span, self.grammar), overlong.before_deputy(span)
        start, stop = span.start, min(ends)
        if not self._is_called_so(span):
            start, stop = without_opener(span, self._without_title(span), stop)
        if span.label_ == "Person" and start < stop:
            start, stop = self._whole_name(doc, start, stop)
        start, stop = self._without_head(doc, start, stop, span.label_)
        start, stop = within_marks(doc, start, stop)
        if span.label_ == "Organization" and start < stop:
            stop = through_legal_form(doc, stop)
        words = Span(doc, start, max(start, stop), label=span.label_)
        return words if start < stop and self._is_name(words) else None

    def _is_called_so(self, span: Span) -> bool:
        """«[Тоқтар Бекенұлы]», «[Сұлтан Бекенұлы] Асанов»: a word before a father's name is a given name."""
        if span.label_ != "Person" or not self.head_last or len(span) < 2 or span[0].text[0].islower():
            return False
        told = self.names.parse([span[0].text, span[1].text])
        return told is not None and bool(told.patronymic)

    def is_feast(self, span: Span) -> bool:
        """«Курбан Айт», whom models and rules take for a person."""
        found = self.feasts.longest(span.doc, span.start)
        return span.label_ == "Person" and found is not None and found[0] >= span.end

    def _without_title(self, span: Span) -> int:
        """Where a name begins after the posts that a model took into it: «Аким Алматы» leaves «Алматы»."""
        start = span.start
        if span.label_ == "Person" and span[0].text[0].islower() and span[0].text[-1] == "." and len(span) > 1:
            start += 1  # «проректоры [м.а.] Асан Бекенов»
        while start < span.end and (found := self.posts.longest(span.doc, start)) and found[0] <= span.end:
            start = found[0]
        return start + 1 if start + 1 < span.end and self._is_fused_post(span.doc[start].lower_) else start

    def _whole_name(self, doc: Doc, start: int, stop: int) -> tuple[int, int]:
        """A name without the place beside it: «аким [Тараза] Ким Ли»; in Kazakh the place follows."""
        if not self.head_last:
            first = self._without_owner(doc, self._without_place(doc, start, stop), stop)
            first = behind_place(doc, behind_eponym(doc, first, stop, self.grammar["eponyms"]), stop)
            return first, self._without_post(doc, start, stop)
        short = [s.start for s in spans_of(doc, "gazetteer") if s.label_ == "Place" and s.text.isupper()]
        stop = next((i for i in short if start < i < stop and not doc[i - 1].text.isupper()), stop)  # «Оспанов [СҚО]»
        told = [s.start for s in spans_of(doc, "places") if start < s.start < stop <= s.end]
        listed = (s.start for s in spans_of(doc, "lists") if start < s.start < stop <= s.end)
        told += [i for i in listed if self.names.is_surname(doc[i - 1].text)]  # «Оспанов [Сай] және Тау ауылдарында»
        stop = min(told, default=stop)  # «Асан Бекенұлы [Шайқорық] ауылында»
        words = [i for i in range(start, stop) if not doc[i].is_space]
        whole = words[: self.names.whole_words([doc[i].text for i in words])]
        while len(whole) > 1 and self._is_body_noun(doc, whole[-1]):
            whole.pop()
        return start, whole[-1] + 1 if whole else stop

    def _is_body_noun(self, doc: Doc, index: int) -> bool:
        """«Асан Бекен [Қауымдастықтың] рөлін айтты»: a body told by its noun alone, behind a full name."""
        keys = doc.user_data["keys"][index]
        return not self.bodies.isdisjoint(keys) and all(self.names.is_given_name(key) == 1 for key in keys)

    def _without_post(self, doc: Doc, start: int, stop: int) -> int:
        """Where a name ends before a post that a capital makes look like a part of it: «Ким Ли [Премьер-министром]»."""
        post = "-" in doc[stop - 1].text and start < stop - 1 and self.posts.longest(doc, stop - 1)
        return stop - 1 if post else stop

    def _without_place(self, doc: Doc, start: int, stop: int) -> int:
        """Where a full name begins after the place of a post: «аким [Тараза] Ким Ли»; «акимом Тараза» names nobody."""
        if stop - start > 2 and (has_key(doc, start, self.class_words) or self._is_body_noun(doc, start)):
            return start + 1  # «премьер-министр [Республики] Иван Петров», «депутата [Кенгаша] Ивана Петрова»
        before = previous_word(doc, start)
        place = next((s for s in spans_of(doc, "gazetteer") if s.start == start and s.label_ == "Place"), None)
        if before < 0 or place is None:
            return start
        if not (stop - place.end >= 2 or self._is_declined(place, stop) or self._is_governed(place, before, stop)):
            return start
        found = self.posts.longest(doc, before)
        post = (found is not None and found[0] == start) or self._is_fused_post(doc[before].lower_)
        return place.end if post or has_key(doc, before, self.class_words) else start  # «аким села [Аксу] Иван Петров»

    def _without_owner(self, doc: Doc, start: int, stop: int) -> int:
        """Where a name begins behind whose deputy he is: «заместителя [Кима] Ивана Петрова»; no name has three such."""
        before = previous_word(doc, start)
        words = (i for i in (before, previous_word(doc, before)) if i >= 0)  # of one or two, «городской голова»
        posts = (self.posts.longest(doc, i) for i in words)
        if stop - start != 3 or all(found is None or found[0] <= before for found in posts):
            return start
        first, given, last = (is_given(doc, i) for i in range(start, stop))
        parts = self.names.parse([doc[i].text for i in range(start + 1, stop)])
        whole = parts is not None and bool(parts.given and parts.surname)
        return start + 1 if whole and given and not first and not last else start

    def _is_declined(self, place: Span, stop: int) -> bool:
        """Whether a place is all there is, and not in its dictionary form, as «президент Вашингтон» is."""
        return place.end == stop and place.text not in gazetteer.by_key(place.kb_id_).names(self.lang)

    def _is_governed(self, place: Span, before: int, stop: int) -> bool:
        """«Аким [Атырау] ушёл»: a place alike in all cases, behind the post of who governs it."""
        found = self.posts.longest(place.doc, before)
        local = found is not None and found[1][0].get("of") == "place"
        alike = place.text.endswith(self.undeclined)
        return local and place.end == stop and alike

    def _is_fused_post(self, word: str) -> bool:
        """«Экс-аким», «замминистра»: a modifier and a post in one word."""
        rests = (word[len(prefix) :].lstrip("-") for prefix in self.prefixes if word.startswith(prefix))
        return any(len(rest) > 3 and self.posts.of_words([rest]) for rest in rests)

    def _without_head(self, doc: Doc, start: int, stop: int, kind: str) -> tuple[int, int]:
        """«канала RTVI» leaves «RTVI», «Jibek Joly телеарнасының» «Jibek Joly»; Kazakh titles stand behind too.

        So does the number of a meeting: «Халық партиясының [VI] съезі».
        """
        if kind == "Organization" and stop - start > 1 and ROMAN.fullmatch(doc[stop - 1].text):
            stop -= 1
        if kind == "Organization" and self.head_last:
            start, stop = overlong.cut(doc, start, stop, self.grammar)
        if not self.head_last:
            while kind == "Organization" and (found := self.heads.longest(doc, start)) and found[0] < stop:
                if doc[found[0]].text[0].islower():
                    break  # «Движение за перемены»
                start = found[0]
            return (self._without_kind(doc, start, stop), stop) if kind == "Organization" else (start, stop)
        for at in range(max(start + 1, stop - LONGEST), stop):
            if (post := self.posts.longest(doc, at)) and post[0] == stop:
                return (start, at) if kind != "Organization" else (start, start)  # «қала әкімі» is no body
            if kind == "Organization" and (head := self.heads.longest(doc, at)) and head[0] >= stop:
                return start, at  # «Tulpar Air [әуе] компаниясы» too
        return start, stop

    def _without_kind(self, doc: Doc, start: int, stop: int) -> int:
        """«Российский фонд [Blue Sky]» leaves a name of Latin letters without the noun of its kind."""
        first = next((i for i in range(start + 1, stop) if doc[i].text.isascii() and doc[i].text[0].isupper()), None)
        latin = first is not None and all(doc[i].text.isascii() for i in range(first, stop))
        return first if first is not None and latin and has_key(doc, first - 1, self.kinds) else start

    def _is_name(self, words: Span) -> bool:
        text = words.text
        if words.label_ == "Person" and names_place(words.doc, words.start, words.end):
            return False
        if words.label_ == "Place" and self._are_two(words):
            return False
        if "/" in text or not any(letter.isupper() for letter in text) or self._is_common(words):
            return False
        if quotation(words.doc, words.start, words.end) or self._is_quoted_town(words):
            return False  # a part of a quoted name
        marked = words.start > 0 and words.doc[words.start - 1].text in OPENING
        if not marked and opens_as_common(words.doc, words.start) and not self._is_body(words):
            return False
        if words.label_ == "Person" and self.head_last and len(words) == 1 and self._is_thing(words[0]):
            return False
        return words.label_ != "Person" or not any(letter.isdigit() for letter in text)

    def _are_two(self, words: Span) -> bool:
        """«[Қазақстан-Қытай] шекарасында»: two known countries or towns in one word."""
        ends = words.text.split("-") if len(words) == 1 else []
        known = [known_names(self.lang).of_words([end]) for end in ends if end]
        return len(ends) == len(known) == 2 and all(any(row.finer in PAIRED for row in rows) for rows in known)

    def _is_quoted_town(self, words: Span) -> bool:
        """«[Жетісумен] ойнады» in marks: a Kazakh town alone in them has its class word behind, a house its noun."""
        doc, follows = words.doc, next_word(words.doc, words.end + 1)
        if not self.head_last or words.label_ != "Place" or len(words) > 1 or not in_marks(doc, words.start, words.end):
            return False
        behind = doc[follows : min(follows + HOUSE, len(doc))]  # «[Алматы]» сауда орталығында
        housed = any(has_key(doc, t.i, self.class_words) or (t.is_lower and feature(t, "Person[psor]")) for t in behind)
        return not housed and has_key(doc, words.start, homes(self.lang))

    def _is_thing(self, word: Token) -> bool:
        """«[Кино] үйінде»: a common Kazakh noun alone, or several of one family, «[Бекеновтер] әулеті»."""
        known = is_given(word.doc, word.i)
        return (word.pos_ == "NOUN" and not known and not word.is_upper) or self.names.are_several(word.text)

    def _is_common(self, words: Span) -> bool:
        """Abbreviations and networks that are no bodies; several bodies in one word: «Қоғамдық кеңестердің»."""
        keys = words.doc.user_data["keys"][words.start]
        head = self.heads.longest(words.doc, words.start)
        if (head is not None and head[0] == words.end) or is_legal_form(words):
            return True  # «АҚ» alone, «Ltd»
        if self._tells_kind(words) or (self.head_last and overlong.is_no_body(words, self.grammar)):
            return True
        if words.label_ == "Place" and not self.head_last and overlong.opens_description(words, self.class_words):
            return True
        if len(words) == 1:
            if words.text.endswith(self.inhabitants):
                return True
            if words.label_ == "Organization" and self._is_adjective_of_place(words):
                return True
            if words.label_ == "Place" and not self.class_words.isdisjoint(keys):
                return True  # «Республика» of «Республики Куба»
            if ROMAN.fullmatch(words.text):
                return True  # «[XIV] конференциясы»
            network = not self.networks.isdisjoint(keys) and is_medium(words)
            return network or words.text.lower() in self.common or any(key in self.common for key in keys)
        if words.label_ == "Organization" and all(self._tells_place(t.i, words.doc) for t in words):
            return True  # «СЕЛЬСКОГО ОКРУГА»
        noun = words[-1] if self.head_last else words[0]
        if words.label_ == "Organization" and noun.text[0].islower() and has_key(words.doc, noun.i, self.peoples):
            return True
        plural = feature(noun, "Number") == "Plur" and noun.text[0].islower()
        return plural and words.label_ == "Organization" and not any(t.text[0].isupper() for t in words[1:])

    def _tells_place(self, index: int, doc: Doc) -> bool:
        return has_key(doc, index, self.class_words) or has_key(doc, index, self.levels)

    def _is_adjective_of_place(self, words: Span) -> bool:
        """«КОНАЕВСКОГО» of a headline: no body by itself, unless it stands in quotation marks."""
        marked = words.start > 0 and words.doc[words.start - 1].text in OPENING
        return not self.head_last and not marked and of_place(words.doc[words.start].lemma_, self.lang)

    def _tells_kind(self, words: Span) -> bool:
        """«Объединённая промышленная корпорация» before «Тулпар»: what a body is, not what it is called."""
        follows = next_word(words.doc, words.end)
        if self.head_last or words.label_ != "Organization" or follows >= len(words.doc):
            return False
        inner = next_word(words.doc, follows + 1)
        quoted = inner < len(words.doc) and is_opening(words.doc, follows) and words.doc[inner].text[0].isupper()
        whole = self.kind_phrases.longest(words.doc, words.start)
        return quoted and (has_key(words.doc, words.end - 1, self.kinds) or (whole or (0,))[0] == words.end)

    def _is_body(self, words: Span) -> bool:
        """Whether a name whose capital the sentence gives is one all the same: «Фонд борьбы с коррупцией»."""
        if any(t.text[0].isupper() or t.text[0].isdigit() for t in words[1:]):
            return True
        if len(words) == 1 or words.label_ != "Organization":
            return False
        return words[0].pos_ != "ADJ" or has_key(words.doc, words.start, self.official)


def heads_left_off(lang: str) -> Phrases[str]:
    """Head nouns that stand beside a name and are no part of it: телеканал, компания, ТОО."""
    found: Phrases[str] = Phrases(word_keys(lang))
    for row in tables.load(lang, "organizations")["class"]:
        if not belongs(row):
            for form in [row["lemma"], *row.get("also", [])]:
                found.add(form.split(), row["class"])
    return found
