"""Places known by a class word beside the name: «город Кокшетау», «Акмолинская область», «Қарасай ауданы»: group `places`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.after import agrees
from kg.extract.before import opening, skip_adjectives
from kg.extract.found import NO_NAMES, case, has_key, next_word, previous_word, word_keys
from kg.extract.phrases import Phrases
from kg.extract.posts import post_phrases
from kg.extract.quotes import CLOSING, closing, is_opening
from kg.lang import tables

LONGEST = 3  # words of a place's own name


@Language.factory("kg_places", requires=["doc.spans"], assigns=["doc.spans"])
def make_places(nlp: Language, name: str, lang: str) -> Places:
    return Places(lang)


class Places:
    """Writes span group `places`; `span.id_` is the finer class that the class word tells."""

    def __init__(self, lang: str) -> None:
        self.grammar: dict[str, Any] = tables.load(lang, "grammar")
        self.posts = post_phrases(lang)
        self.heads: Phrases[dict[str, Any]] = Phrases(word_keys(lang))
        for row in tables.load(lang, "places")["class"]:
            for form in [row["lemma"], *row.get("also", [])]:
                self.heads.add(form.split(), row)

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["places"] = list(self._find(doc))
        return doc

    def _find(self, doc: Doc) -> Iterator[Span]:
        index = 0
        while index < len(doc):
            found = None if doc[index].is_space else self.heads.longest(doc, index)
            if found is None:
                index += 1
                continue
            stop, rows = found
            row = rows[0]
            if any(span.start <= index < span.end for span in doc.spans.get("gazetteer", ())):
                index = stop
                continue
            name = self._name(doc, index, stop, row)
            if name is not None:
                yield Span(doc, *name, label="Place", span_id=row["class"])
            index = max(stop, name[1] if name else stop)

    def _name(self, doc: Doc, start: int, stop: int, row: dict[str, Any]) -> tuple[int, int] | None:
        """The name with its class word where that belongs to it."""
        if row["side"] in ("after", "both"):
            first = self._quoted_before(doc, start) or self._before(doc, start)
            if first is not None:
                whole = row["keeps"] != "never" and first[1] >= previous_word(doc, start) + 1
                return (first[0], stop) if whole else first
        if row["side"] in ("before", "both"):
            after = self._quoted_after(doc, stop) or self._after(doc, stop)
            if after is not None:
                return (start, after[1]) if row["keeps"] == "always" else after
        return None

    def _quoted_before(self, doc: Doc, start: int) -> tuple[int, int] | None:
        last = previous_word(doc, skip_adjectives(doc, start, self.grammar))
        if last < 1 or doc[last].text not in CLOSING:
            return None
        first = opening(doc, last)
        return (first + 1, last) if first is not None and last - first - 1 <= LONGEST + 1 else None

    def _quoted_after(self, doc: Doc, stop: int) -> tuple[int, int] | None:
        follows = next_word(doc, stop)
        if follows >= len(doc) or not is_opening(doc, follows):
            return None
        end = closing(doc, follows)
        return (follows + 1, end) if end and end - follows - 1 <= LONGEST + 1 else None

    def _before(self, doc: Doc, start: int) -> tuple[int, int] | None:
        """Capitalised words before a class word; in Russian an adjective that agrees with it."""
        index, first = previous_word(doc, start), None
        while index >= 0 and start - index <= LONGEST and self._names_before(doc, index, start):
            first = index
            if doc[index].is_sent_start:
                break
            index = previous_word(doc, index)
        return (first, previous_word(doc, start) + 1) if first is not None else None

    def _names_before(self, doc: Doc, index: int, start: int) -> bool:
        token = doc[index]
        if (
            not token.text[0].isupper()
            or not token.text.replace("-", "").isalpha()
            or token.is_stop
            or token.pos_ in NO_NAMES
        ):
            return False
        if has_key(doc, index, self.grammar["not_in_names"]) or self.posts.longest(doc, index):
            return False
        if self.grammar["owner_first"]:
            return case(token) in ("", "Nom") and len(token) > 2
        return token.pos_ == "ADJ" and agrees_loosely(doc, index, start)

    def _after(self, doc: Doc, stop: int) -> tuple[int, int] | None:
        """Capitalised words after a class word: «город Кокшетау», «улица Абая»."""
        index = next_word(doc, stop)
        end = None
        while (
            index < len(doc)
            and index - stop < LONGEST
            and doc[index].text[0].isupper()
            and doc[index].text[-1].isalnum()
        ):
            if doc[index].is_sent_start or doc[index].is_stop:
                break
            end = index + 1
            if doc[index].whitespace_ == "":
                break
            index = next_word(doc, index + 1)
        return (next_word(doc, stop), end) if end else None


def agrees_loosely(doc: Doc, index: int, head: int) -> bool:
    """Same case; of several places that share a class word in the plural each is in the singular: «… и Медеуском районах»."""
    return agrees(doc, index, head) or case(doc[index]) == case(doc[head])
