"""Part of speech, case and number of Russian words in context (slovnet), and their dictionary forms (pymorphy3)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.lang.ru import lemmatizer, models


@Language.factory("kg_ru_morph", assigns=["token.lemma", "token.pos", "token.morph"])
def make_morph(nlp: Language, name: str) -> RussianMorph:
    return RussianMorph()


class RussianMorph:
    """Tags a Doc: `принял` VERB Tense=Past, `акима` NOUN Case=Acc; leaves `doc.user_data["keys"]`, a tuple a token."""

    def __call__(self, doc: Doc) -> Doc:
        sentences = [[token for token in sent if not token.is_space] for sent in doc.sents]
        sentences = [tokens for tokens in sentences if tokens]
        sentences = [sentences[place] for place in models.by_length(sentences)]
        tagged = models.morph().map([[token.text for token in tokens] for tokens in sentences])
        for tokens, markup in zip(sentences, tagged, strict=True):
            for token, tag in zip(tokens, markup.tokens, strict=True):
                token.pos_ = tag.pos if tag.pos != "X" else ""
                token.set_morph(mended(token.text, tag.pos, tag.feats))  # type: ignore[attr-defined]
                token.lemma_ = lemmatizer.lemma(token.text, tag.pos, tag.feats.get("Case", ""))
        doc.user_data["keys"] = [() if token.is_space else lemmatizer.keys(token.text) for token in doc]
        return doc


def mended(word: str, pos: str, feats: dict[str, str]) -> dict[str, str]:
    """The model's features, with number and case of a noun set right where its form allows but one: «акиму»."""
    if pos != "NOUN":
        return feats
    numbers, cases = lemmatizer.noun_forms(word.lower())
    certain = {"Number": numbers, "Case": cases}
    return {**feats, **{name: next(iter(values)) for name, values in certain.items() if len(values) == 1}}
