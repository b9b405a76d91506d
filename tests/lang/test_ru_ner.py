"""The Russian models of names: how words are cut for slovnet, and what the model over it marks."""

import numpy as np
import pytest
from slovnet import NER, Morph
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import pipeline
from kg.extract.names import network
from kg.lang.ru import models, ner_features, networks
from kg.lang.ru.ner import TAGS, Reading, _decoded, _parted, _runs
from kg.lang.shapes import quotations

MODELS = {NER: "slovnet_ner_news_v1.tar", Morph: "slovnet_morph_news_v1.tar"}
SENTENCES = [
    ("Заявление сделал Е. Оспанбаев.", {("Е. Оспанбаев", "Person")}),
    ("Заявление сделал Е.Оспанбаев.", {("Е.Оспанбаев", "Person")}),
    ("Компания «Тулпар» откроет завод в Костанае.", {("Тулпар", "Organization"), ("Костанае", "Place")}),
    ("Дождь шёл весь день, и дороги размыло.", set()),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline("ru")


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_names(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    doc = read(nlp, text)
    assert {(span.text, span.label_) for span in doc.spans["ru_crf"]} == expected
    assert all(0 < doc.user_data["ru_crf"][span.start, span.end] <= 1 for span in doc.spans["ru_crf"])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "«", "а  \n\n  б", "." * 50, "А." * 200, "\U0001f600\u200b"])
def test_odd_texts(nlp: Language, text: str) -> None:
    assert all(span.text for span in read(nlp, text).spans["ru_crf"])


def test_abbreviations_are_cut_as_slovnet_has_learnt_them() -> None:
    words = ["Е.", "Оспанбаев", ".", "...", "3,5"]
    assert _parted(words) == (["Е", ".", "Оспанбаев", ".", "...", "3,5"], [0, 2, 3, 4, 5])


def test_the_networks_give_what_slovnet_gives() -> None:
    texts = ["Аким города Иван Петров", "Да", "Город принял акима Петрова из города Тараз , сказал Петров"]
    sentences = [text.split() for text in texts]
    for model, loaded in ((models.ner(), NER), (models.morph(), Morph)):
        infer = loaded.load(models.folder() / "model" / MODELS[loaded]).navec(models.embeddings()).infer
        (part,) = infer.encoder(sentences)
        states = infer.model.encoder(infer.model.emb(part.word_id, part.shape_id), part.pad_mask)
        scores = infer.model.head(states)
        for place, (own_states, own_scores) in enumerate(model.network.read(sentences)):
            count = len(sentences[place])
            assert own_states == pytest.approx(states[place, :count], abs=1e-3)
            assert own_scores == pytest.approx(scores[place, :count], abs=1e-3)


def test_long_texts_are_read_in_several_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [["Аким", "сказал"], ["Да"], ["Нет", "и", "нет"]]
    whole = [scores for _states, scores in models.ner().network.read(sentences)]
    monkeypatch.setattr(network, "ROWS", 2)
    for one, other in zip(models.ner().network.read(sentences), whole, strict=True):
        assert one[1] == pytest.approx(other, abs=1e-3)


def test_words_that_had_to_be_forgotten_are_learnt_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [["Аким", "сказал"], ["Да"], ["Нет", "и", "нет"], ["Аким", "сказал"]]
    monkeypatch.setattr(networks, "KEPT", 3)
    small = networks.Network(NER.load(models.folder() / "model" / MODELS[NER]).navec(models.embeddings()).infer)
    for sentence in sentences:
        (found,), (known,) = small.read([sentence]), models.ner().network.read([sentence])
        assert found[1] == pytest.approx(known[1], abs=1e-3)


def test_the_best_tags_are_those_of_slovnet() -> None:
    chances = np.random.default_rng(1)
    scores = [chances.normal(size=(length, 8)) for length in (3, 1, 7, 7, 40)]
    crf = NER.load(models.folder() / "model" / MODELS[NER]).infer.model.head.crf
    found = _decoded(scores, models.ner().steps)
    for one, tags in zip(scores, found, strict=True):
        assert tags == crf.decode(one[None], np.ones((1, len(one)), dtype=bool))[0].tolist()


def test_runs_of_tags() -> None:
    assert _runs(["B-PER", "I-PER", "I-LOC", "O", "B-LOC", "B-LOC"]) == [
        (0, 1, "PER"), (2, 2, "LOC"), (4, 4, "LOC"), (5, 5, "LOC"),
    ]  # fmt: skip


def test_quotations() -> None:
    assert list(quotations(["«", "Тулпар", "»", "и", '"', "Сункар", '"', "«", "Арлан"])) == [(1, 2), (5, 6)]


def test_a_word_is_known_by_its_other_places() -> None:
    def word(kind: str, chance: float) -> ner_features.Word:
        reading = Reading("O", [chance if tag == kind else 0.0 for tag in TAGS], None)
        return ner_features.Word(("Тулпар", "тулпар", "NOUN", "Nom", "O"), reading, ())

    clear, doubtful = word("B-ORG", 1.0), word("O", 0.9)
    votes = ner_features.votes_of([clear, doubtful])
    shares = ner_features.elsewhere(doubtful, votes)
    assert shares == {"PER": 0, "LOC": 0, "ORG": 1} and ner_features.usual(shares) == ("D=ORG",)
    assert ner_features.usual(ner_features.elsewhere(clear, votes)) == ("D=O",)
    assert ner_features.elsewhere(clear, ner_features.votes_of([clear])) == {}


def read(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        component(doc)
        if name == "ru_crf":
            break
    return doc
