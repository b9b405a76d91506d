"""Places that share one class word: «в Алмалинском, Медеуском районах», «Ақмола және Павлодар облыстары».

Span group `lists`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg import gazetteer
from kg.extract.found import previous_word, word_keys
from kg.extract.names.gazetteer import known_names
from kg.lang import tables

ADJECTIVES = ("ский", "цкий")  # of places: «Алмалинский», «Елецкий»
SHARED = ("Region", "District")  # classes of which several places share one word


@Language.factory("kg_lists", requires=["doc.spans"], assigns=["doc.spans"])
def make_lists(nlp: Language, name: str, lang: str) -> Lists:
    return Lists(lang)


class Lists:
    """Marks every member but the one that the class word stands beside; each is looked up with the class word."""

    def __init__(self, lang: str) -> None:
        table = [row for row in tables.load(lang, "places")["class"] if row["class"] in SHARED]
        keys = word_keys(lang)
        self.lang = lang
        self.adjective = not tables.load(lang, "grammar")["owner_first"]
        self.classes = {key: row for row in table for key in keys(row["lemma"])}
        self.names = known_names(lang)

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["lists"] = [span for token in doc for span in self._members(doc, token.i)]
        return doc

    def _members(self, doc: Doc, head: int) -> Iterator[Span]:
        row = next((self.classes[key] for key in doc.user_data["keys"][head] if key in self.classes), None)
        if row is None:
            return
        for index in self._joined(doc, head):
            found = self._known(doc, index, row["lemma"])
            yield Span(doc, index, index + 1, label="Place", span_id=row["class"], kb_id=found.key if found else "")

    def _joined(self, doc: Doc, head: int) -> Iterator[int]:
        """Capitalised words parted by commas and «и» before the word that stands beside the class word."""
        index = previous_word(doc, head)
        if index < 0 or not self._member(doc, index):
            return
        while (joint := previous_word(doc, index)) > 0 and (doc[joint].text == "," or doc[joint].pos_ == "CCONJ"):
            index = previous_word(doc, joint)
            if index < 0 or not self._member(doc, index):
                return
            yield index

    def _member(self, doc: Doc, index: int) -> bool:
        token = doc[index]
        if not token.text[0].isupper():
            return False
        return not self.adjective or any(key.endswith(ADJECTIVES) for key in doc.user_data["keys"][index])

    def _known(self, doc: Doc, index: int, class_word: str) -> gazetteer.Row | None:
        """The gazetteer's row for a member with the class word put beside it."""
        for form in doc.user_data["keys"][index]:
            rows = self.names.of_words([form, class_word])
            if rows:
                return rows[0]
        return None
