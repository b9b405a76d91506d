"""Part of speech, case and number of Russian words in context (slovnet), and their dictionary forms (pymorphy3)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

import numpy as np
from slovnet.conll import parse_conll_tag
from spacy.attrs import LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from kg.lang.ru import lemmatizer, models
from kg.lang.sentences import without_spaces

LIKELY = ("Sing", "Plur", "Nom", "Gen", "Acc", "Dat", "Ins", "Loc")  # of those that a form allows, the usual first
ATTRIBUTES = [POS, MORPH, LEMMA]
FUSED = ("экс-", "вице-")  # the dictionary knows the noun behind them alone
GENITIVE, STEM = ("Gen", "Acc"), 5  # letters that tell the case of an adjective of a place:
ADJECTIVES = {
    "ского": GENITIVE, "цкого": GENITIVE, "скому": ("Dat",), "цкому": ("Dat",),
}  # fmt: skip
DEPUTY = "зам"  # the same of a noun of the tables: «замминистр»
MISTAKEN = ("ADJ", "VERB")  # what the model sees in nouns that it has not met
NOMINAL = ("PROPN", "NOUN", "ADJ")
INFINITIVE = ("ть", "ти", "чь", "ться", "тись", "чься")
REFLEXIVE = ("ся", "сь")
PERSONAL = ("ем", "ём", "им", "у", "ю", "ат", "ят", "ут", "ют", "мся", "усь", "юсь", "атся", "ятся", "утся", "ются")
FINITE = (
    "л",
    "ла",
    "лся",
    "лась",
    "ет",
    "ит",
    "ется",
    "ится",
    "ан",
    "ана",
    "аны",
    "ен",
    "ён",
    "ена",
    "ены",
    "ят",
    *PERSONAL,
)
ORDERED = {"VerbForm": "Inf", "Voice": "Act", "Aspect": "Perf"}
NOT_TO_COME, THIRD = ("Pres", "Past"), ("т", "тся")  # endings of a third person
THIRD_PLURAL = ("ируют", "изуют")  # no word that has a case ends so
EITHER = {"VerbForm": "Fin", "Mood": "Ind", "Number": "Plur", "Person": "3", "Tense": "Pres", "Voice": "Act"}
BE = ("будет", "будут")  # the model calls them present, and so do the frames
TO_COME = {"Tense": "Fut", "Aspect": "Perf", "Person": "3"}
PARTICIPLE = re.compile(r"(?:вш|щ)(ий|его|ему|им|ем|ая|ей|ую|ие|их|ими)(?:ся)?$")  # in no finite form
CASES = {"ий": "Nom", "его": "Gen", "ему": "Dat", "им": "Ins", "ем": "Loc", "ая": "Nom", "ей": "Gen", "ую": "Acc",
         "ие": "Nom", "их": "Gen", "ими": "Ins"}  # fmt: skip
TOLD = ("VerbForm", "Number", "Tense", "Person")  # what the form of a verb tells beyond doubt
Form = tuple[int, int, int]  # the values of ATTRIBUTES
SPACE = (0, 0, 0)


@Language.factory("kg_ru_morph", assigns=["token.lemma", "token.pos", "token.morph"])
def make_morph(nlp: Language, name: str) -> RussianMorph:
    return RussianMorph(nlp.vocab)


class RussianMorph:
    """Tags a Doc: `принял` VERB Tense=Past, `акима` NOUN Case=Acc; leaves `doc.user_data["keys"]`, a tuple a token."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab
        self._form = lru_cache(maxsize=50_000)(self._formed)
        self._told = cache(parse_conll_tag)  # the model has a few hundred tags
        self._features = lru_cache(maxsize=10_000)(self._key)

    def __call__(self, doc: Doc) -> Doc:
        texts = [token.text for token in doc]
        sentences = without_spaces(doc, texts)
        model = models.morph()
        read = model.network.read([[texts[place] for place in places] for places in sentences])
        forms: list[Form] = [SPACE] * len(texts)
        for places, (_states, scores) in zip(sentences, read, strict=True):
            first = next((place for place in places if texts[place][0].isalnum()), places[0])  # behind a dash, too
            scores[places.index(first), _locatives()] = -np.inf  # «Главе района вручили ключи»
            for place, tag in zip(places, scores.argmax(1).tolist(), strict=True):
                opens = place <= first or texts[place].islower()
                forms[place] = self._form(texts[place], model.tags[tag], opens)
        if forms:
            doc.from_array(ATTRIBUTES, cast(Ints2d, np.array(forms, dtype=np.uint64)))
        doc.user_data["keys"] = [() if text.isspace() else lemmatizer.keys(text) for text in texts]
        return doc

    def _formed(self, word: str, tag: str, opens: bool) -> Form:
        pos, feats = self._told(tag)
        if pos in NOMINAL and word.endswith(INFINITIVE) and lemmatizer.is_infinitive(word.lower()):
            pos, feats = "VERB", ORDERED  # «1. Назначить Иванова»: taken for a name by its capital
        elif word.endswith(THIRD_PLURAL) and "Case" in feats and lemmatizer.is_of_both_aspects(word.lower()):
            pos, feats = "VERB", EITHER  # «пообещал, что газифицируют»: taken for an adjective or a participle
        elif pos in MISTAKEN and lemmatizer.is_own_noun(_unfused(word.lower())):
            pos, feats = "NOUN", {}  # «Хокимом», «Замминистр»: their form tells the rest
        elif opens and pos in NOMINAL and word.endswith(FINITE) and feats.get("Variant") != "Short":
            told = lemmatizer.finite(word.lower())  # «Окончил институт. Работал акимом.»: the same
            pos, feats = ("VERB", dict(told)) if told else (pos, feats)
        lemma = self.vocab.strings.add(lemmatizer.lemma(word, pos, feats.get("Case", "")))
        return IDS[pos if pos != "X" else ""], self._features(tuple(mended(word, pos, feats, opens).items())), lemma

    def _key(self, feats: tuple[tuple[str, str], ...]) -> int:
        return self.vocab.morphology.add(dict(feats))


@cache
def _locatives() -> list[int]:
    """The tags of the prepositional case, which no word has without a preposition before it."""
    return [number for number, tag in enumerate(models.morph().tags) if "Case=Loc" in tag]


def _unfused(word: str) -> str:
    """«экс-акиму», «замминистру» → the noun that the dictionary knows."""
    noun = next((word.removeprefix(p) for p in FUSED if word.startswith(p)), word)
    deputy = noun.removeprefix(DEPUTY)
    return deputy if deputy != noun and lemmatizer.is_own_noun(deputy) else noun


def mended(word: str, pos: str, feats: dict[str, str], opens: bool = False) -> dict[str, str]:
    """The model's features, with what a word's form does not allow set right: number and case of a noun, «акиму»."""
    whole = word.lower()
    if feats.get("VerbForm") not in (None, "Part"):
        return _of_verb(whole, pos, feats)
    shown = ADJECTIVES.get(whole[-STEM:]) if pos in NOMINAL and not word.isupper() else None
    if shown and feats.get("Case") not in shown:
        return {**feats, "Case": shown[0]}  # «Шетского» behind «Акимом» is no instrumental
    noun = _unfused(whole)
    own = pos == "PROPN" and (opens or lemmatizer.is_own_noun(whole))  # «Хокимом …», «Преемником …» for a name
    if pos != "NOUN" and not own and not (pos in NOMINAL and noun != whole):
        return feats
    numbers, cases = lemmatizer.noun_forms(noun)
    cases = cases if noun == whole else lemmatizer.fused_cases(noun)
    right = {
        name: feats[name] if feats.get(name) in values else min(values, key=LIKELY.index)
        for name, values in (("Number", numbers), ("Case", cases))
        if values
    }
    return {**feats, **right}


def _of_verb(whole: str, pos: str, feats: dict[str, str]) -> dict[str, str]:
    """Person, tense and voice by the form: «расчистим» is of us, «побывает» no present, «доложила» no middle."""
    if whole in BE:
        return feats
    if feats.get("VerbForm") == "Fin" and (shown := PARTICIPLE.search(whole)):  # «а до этого возглавлявшего отдел»
        number = "Plur" if shown[1] in ("ие", "их", "ими") else "Sing"
        tense = "Past" if "вш" in shown[0] else "Pres"
        return {"Case": CASES[shown[1]], "Number": number, "Tense": tense, "VerbForm": "Part", "Voice": "Act"}
    if pos == "VERB" and whole.endswith(PERSONAL):
        told = dict(lemmatizer.finite(whole))
        return feats if all(feats.get(name) == told[name] for name in TOLD if name in told) else told
    if pos == "VERB" and feats.get("Tense") in NOT_TO_COME and whole.endswith(THIRD) and lemmatizer.is_future(whole):
        return {name: value for name, value in feats.items() if name != "Gender"} | TO_COME
    middle = feats.get("VerbForm") == "Fin" and "Voice" in feats and not whole.endswith(REFLEXIVE)
    return {**feats, "Voice": "Act"} if middle else feats
