"""Names of marked texts as a model alone finds them, and as the whole pipeline does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import BadInput
from kg.evaluate.corpora import Name, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LABELS = {"Person": "PER", "Place": "LOC", "Organization": "ORG"}
MODELS = {"ru": ("ru_crf", "slovnet"), "kk": ("crf",)}  # components, the better first
# KazNERD's labels as the four kinds of entity, to compare what the whole pipeline finds.
KINDS = {
    "PERSON": "Person", "ORGANISATION": "Organization", "GPE": "Place", "LOCATION": "Place", "FACILITY": "Place",
    "PROJECT": "Project",
}  # fmt: skip


def pipeline_without(lang: str, without: Sequence[str] = ()) -> Language:
    """The language's pipeline up to the names, some sources left out."""
    from kg.extract import NAMED, pipeline

    pipeline.cache_clear()  # what is taken out of this one is in the others
    nlp = pipeline(lang, upto=NAMED)
    pipeline.cache_clear()
    for name in without:
        if name not in nlp.pipe_names:
            raise BadInput(f'No component "{name}" in {lang}. There are {", ".join(nlp.pipe_names)}.')
        nlp.remove_pipe(name)
    return nlp


class TextNames:
    """Names of a Russian text in characters: PER, LOC, ORG."""

    def __init__(self, lang: str, whole: bool, without: Sequence[str]) -> None:
        self.nlp = pipeline_without(lang, without)
        self.source = "entities" if whole else next((m for m in MODELS[lang] if m in self.nlp.pipe_names), "")
        if not self.source:
            raise BadInput(f"All models of {lang} are left out. Measure the rest with --whole.")

    def __call__(self, text: str) -> set[Name]:
        doc = self.nlp.make_doc(text)
        for name, component in self.nlp.pipeline:
            component(doc)
            if name == self.source:
                break
        spans = doc.spans[self.source]
        return {(s.start_char, s.end_char, LABELS[s.label_]) for s in spans if s.label_ in LABELS}


class TokenNames:
    """Names of a sentence that is already cut into tokens: the model's labels, or the kinds of entity."""

    def __init__(self, lang: str, whole: bool, without: Sequence[str]) -> None:
        self.nlp = pipeline_without(lang, without)
        self.whole = whole
        self.model = next((m for m in MODELS[lang] if m in self.nlp.pipe_names), "")
        if not whole and not self.model:
            raise BadInput(f"All models of {lang} are left out. Measure the rest with --whole.")

    def __call__(self, sentence: Sentence) -> set[Name]:
        doc = self._doc([token for token, _label in sentence])
        for name, component in self.nlp.pipeline:
            if name == self.model and not self.whole:
                model: Any = component
                return {(found.start, found.stop, found.label) for found in model.names(doc)}
            if name != "sentences":
                component(doc)
        return {(span.start, span.end, span.label_) for span in doc.spans["entities"]}

    def wanted(self, sentence: Sentence) -> set[Name]:
        """The marked names, as kinds of entity where the whole pipeline is measured."""
        from kg.extract.names.crf import spans

        marked = spans([label for _token, label in sentence])
        if not self.whole:
            return set(marked)
        return {(start, stop, KINDS[label]) for start, stop, label in marked if label in KINDS}

    def _doc(self, words: list[str]) -> Doc:
        from spacy.tokens import Doc

        starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
        return Doc(self.nlp.vocab, words=words, sent_starts=starts, user_data={"lines": {0}, "paragraphs": {0}})
