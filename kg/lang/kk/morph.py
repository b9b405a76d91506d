"""The component that gives every Kazakh token its lemma, part of speech and features."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from spacy.attrs import LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from kg.lang.kk import words
from kg.lang.kk.lemmatizer import Analysis, analyze, keys, parses

ATTRIBUTES = [POS, MORPH, LEMMA]
OPENING = 0.5  # how much likelier a name must be where a sentence opens
# After a converb these carry the tense alone: «өтіп жатыр», «айтып отыр».
AUXILIARIES = frozenset({"бол", "отыр", "тұр", "жат", "жүр", "бер", "кел", "кет", "қал", "қой", "ал", "бар", "шық"})


@Language.factory("kg_kk_morph", assigns=["token.lemma", "token.pos", "token.morph"])
def make_morph(nlp: Language, name: str) -> Morph:
    return Morph(nlp.vocab)


class Morph:
    """Sets `token.lemma_`, `token.pos_` and `token.morph`; sentences must be known before it, for capitals."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab
        self._form = lru_cache(maxsize=50_000)(self._formed)

    def __call__(self, doc: Doc) -> Doc:
        texts = [token.text for token in doc]
        firsts = {sent.start for sent in doc.sents} if doc.has_annotation("SENT_START") else {0}
        forms = [self._form(found, text) for found, text in zip(analyses(texts, firsts), texts, strict=True)]
        if forms:
            doc.from_array(ATTRIBUTES, cast(Ints2d, np.array(forms, dtype=np.uint64)))
        doc.user_data["keys"] = [() if text.isspace() else keys(text) for text in texts]
        return doc

    def _formed(self, found: Analysis, text: str) -> tuple[int, int, int]:
        """The values of `ATTRIBUTES`."""
        feats = self.vocab.morphology.add(found.feats) if found.feats else 0
        return IDS[found.pos], feats, self.vocab.strings.add(found.lemma or text)


def analyses(texts: Sequence[str], firsts: set[int]) -> list[Analysis]:
    """One analysis a token; `firsts` are the tokens that begin a sentence, where a capital says nothing."""
    found: list[Analysis] = []
    opening = True
    for index, text in enumerate(texts):
        opening = opening or index in firsts
        if text[0] == " ":
            found.append(Analysis(text, "SPACE", ""))
            continue
        here = in_place(one(text, opening), texts, index, opening)
        if here.pos == "VERB" and here.lemma in AUXILIARIES and found and "VerbForm=Conv" in found[-1].feats:
            here = Analysis(here.lemma, "AUX", here.feats)
        found.append(here)
        opening = opening and not text[0].isalnum()
    return found


def in_place(here: Analysis, texts: Sequence[str], index: int, opening: bool) -> Analysis:
    """«мен» joins words unless it opens the sentence: I; «қатысты» where the clause ends is a verb: took part."""
    if texts[index].lower() == "мен":
        opens = opening or not texts[index - 1][0].isalnum()
        return Analysis("мен", "PRON", "Case=Nom") if opens else Analysis("мен", "CCONJ", "")
    ends = words.verbs_at_end().get(texts[index].lower())
    if ends and (index + 1 == len(texts) or not texts[index + 1][0].isalnum()):
        return Analysis(*ends)
    return here


def one(text: str, opening: bool) -> Analysis:
    """A token's analysis: a capital makes a name, but where a sentence opens only if no common word fits better."""
    if not text[0].isalpha() or not text[0].isupper():
        return analyze(text) if any(char.isalnum() for char in text) else Analysis(text, "PUNCT", "")
    return analyze(text, name=not opening or is_name(text))


def is_name(text: str) -> bool:
    """Whether a capitalised word that opens a sentence is likelier a name than a common word."""
    lower = text.lower()
    if "-" in lower or lower in words.closed():
        return False
    name, common = parses(lower, name=True)[0], parses(lower)[0]
    if (common.stem, common.kind) in words.stems():
        return name.stem in words.names() and name.score > common.score + OPENING
    return True
