"""Bodies named in full once and in part elsewhere: «АРН» and «Агентство» of «Агентство речной навигации»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from kg.extract.found import capitalised, entities, is_plural, next_word, previous_word, word_keys
from kg.extract.names.ballots import in_marks
from kg.extract.names.capitals import opens
from kg.extract.phrases import Phrases
from kg.extract.quotes import CLOSING
from kg.lang import tables
from kg.text.translit import fold

NOUNS_BETWEEN = 4  # tokens between a body and brackets
FORM = 3  # letters at the most of a legal form: «АҚ», «ЖШС»
SPELLED = 3  # letters that an abbreviation needs, so that its body is told


class BodyEchoes:
    """What the names of one document's bodies, given as (language, Doc) pairs, tell of other words in it."""

    def __init__(self, docs: Sequence[tuple[str, Doc]]) -> None:
        self.again = _full_names(docs)
        self.letters = {letters: span.id_ for _, doc in docs for letters, span in _letters(doc)}
        self.nouns = _only_of_their_noun(docs)
        self.quoted = {key: span.id_ for _, doc in docs for key, span in _quoted(doc)}
        self.capital = {
            noun for _, doc in docs for i in capitalised(doc) for noun in self._nouns(doc, doc[i]) if not opens(doc, i)
        }

    def find(self, doc: Doc) -> Iterator[Span]:
        """Abbreviations and capitalised nouns that stand for a body of the document and are in no name."""
        taken = {i for span in entities(doc) for i in range(span.start, span.end)}
        again = list(self._repeated(doc, taken))
        yield from again
        taken |= {i for span in again for i in range(span.start, span.end)}
        for index in capitalised(doc):
            if index in taken:
                continue
            token = doc[index]
            finer = self.quoted_again(doc, index)
            finer = self._abbreviated(token) if finer is None else finer
            if finer is None and (nouns := self._nouns(doc, token)) and not self.capital.isdisjoint(nouns):
                finer = self.nouns[nouns[0]]
            if finer is not None:
                yield Span(doc, token.i, token.i + 1, label="Organization", span_id=finer)

    def quoted_again(self, doc: Doc, index: int) -> str | None:
        """The class of the body that a lone word in quotation marks names: «[Қайыңнан]» beside «Қайың» клубы."""
        if not self.quoted or not in_marks(doc, index, index + 1):
            return None
        return next((self.quoted[key] for key in doc.user_data["keys"][index] if key in self.quoted), None)

    def _repeated(self, doc: Doc, taken: set[int]) -> Iterator[Span]:
        """Names of several words that the document tells elsewhere: «[Үйлестіру кеңесінің] шешімі»."""
        names = self.again.get(doc.lang_)
        for index in names.beginnings(doc, 0, len(doc)) if names else ():
            found = names.longest(doc, index) if names and index not in taken else None
            if found is not None and taken.isdisjoint(range(index, found[0])) and not is_plural(doc[found[0] - 1]):
                yield Span(doc, index, found[0], label="Organization", span_id=found[1][0])

    def _abbreviated(self, token: Token) -> str | None:
        """The class of the body that capitals stand for, an ending behind a hyphen left off: «[АРН]-нің»."""
        word = token.text.partition("-")[0]
        if not (word.isupper() and word.isalpha() and len(word) >= SPELLED):
            return None
        return next((finer for letters, finer in self.letters.items() if letters.startswith(word)), None)

    def _nouns(self, doc: Doc, token: Token) -> list[str]:
        """The nouns of the document's bodies that a capitalised word alone may be: «Институт», «Қор»."""
        if not self.nouns or token.is_upper:
            return []
        before, follows = previous_word(doc, token.i), next_word(doc, token.i + 1)
        if before >= 0 and (doc[before].text in CLOSING or (doc[before].is_upper and len(doc[before]) <= FORM)):
            return []  # «Тұлпар» АҚ [Басқарма] төрағасы»: of the firm right before it
        named = follows < len(doc) and (doc[follows].text[0].isupper() or doc[follows].text in '«“"')
        return [] if named else [key for key in doc.user_data["keys"][token.i] if key in self.nouns]


def _full_names(docs: Sequence[tuple[str, Doc]]) -> dict[str, Phrases[str]]:
    """The bodies of several words that a document's sources found, in each language → their class."""
    found: dict[str, Phrases[str]] = {}
    for lang, doc in docs:
        for span in entities(doc):
            words = [t.text for t in span if not t.is_space]
            beside = [i for i, word in enumerate(words) if word in tables.load(lang, "grammar").get("beside", ())]
            words = words[beside[-1] + 1 :] if beside else words  # «… жанындағы [Үйлестіру кеңесі]»
            if span.label_ == "Organization" and len(words) > 1 and not span.kb_id_ and all(w.isalpha() for w in words):
                found.setdefault(lang, Phrases(word_keys(lang))).add(words, span.id_)
    return found


def _quoted(doc: Doc) -> Iterator[tuple[str, Span]]:
    """The dictionary forms of bodies whose name is one word in marks, told by the noun beside it."""
    for span in entities(doc):
        sources = doc.user_data["sources"].get((span.start, span.end), ((), 0.0))[0]
        told = span.label_ == "Organization" and len(span) == 1 and "organizations" in sources
        if told and in_marks(doc, span.start, span.end):
            for key in doc.user_data["keys"][span.start]:
                yield key, span


def _letters(doc: Doc) -> Iterator[tuple[str, Span]]:
    """The first letters of the words of each body, АРН of «Агентство речной навигации»; and those it is known by."""
    for span in entities(doc):
        words = [t.text.partition("-")[0] for t in span if t.text[0].isalpha() and len(t) > 1]
        if span.label_ != "Organization":
            continue
        if (told := _in_brackets(span)) is not None and told[0] in {word[0].upper() for word in words}:
            yield told, span
        if len(words) >= SPELLED:
            yield "".join(word[0] for word in words).upper(), span
        elif len(words) == 1 and words[0].isupper() and len(words[0]) >= SPELLED:
            yield words[0], span


def _in_brackets(span: Span) -> str | None:
    """The capitals in brackets right behind a body or the noun of its kind: «Жайық балық» корпорациясы (ЖБК)."""
    for index in range(span.end, min(span.end + NOUNS_BETWEEN, len(span.doc) - 2)):
        token = span.doc[index]
        if token.text == "(":
            word = span.doc[index + 1]
            closed = span.doc[index + 2].text == ")" and word.text.isalpha() and len(word) >= SPELLED
            return word.text if closed and word.text.isupper() else None
        if not (token.is_lower or token.text in CLOSING or token.is_upper):
            return None
    return None


def _only_of_their_noun(docs: Sequence[tuple[str, Doc]]) -> dict[str, str]:
    """Head nouns that one body of the document alone has → its class."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for lang, doc in docs:
        for span in entities(doc):
            words = [t for t in span if not t.is_space]
            if span.label_ != "Organization" or len(words) < 2 or not span.id_:
                continue
            head = words[-1] if tables.load(lang, "grammar")["owner_first"] else words[0]
            name = span.kb_id_ or fold(" ".join([*(t.text for t in words if t is not head), head.lemma_]))
            for key in doc.user_data["keys"][head.i]:
                if key in plain_nouns(lang):
                    found[key][name] = span.id_
    return {noun: next(iter(names.values())) for noun, names in found.items() if len(names) == 1}


@cache
def plain_nouns(lang: str) -> frozenset[str]:
    """Nouns of one word that are never a body by themselves: «институт», «фонд», not «министерство»."""
    rows = [row for row in tables.load(lang, "organizations")["class"] if not row.get("bare_ok")]
    forms = [
        form for row in rows for form in (row["lemma"], *row.get("also", [])) if " " not in form and form.islower()
    ]
    return frozenset(key for form in forms for key in word_keys(lang)(form))
