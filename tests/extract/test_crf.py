"""The Kazakh model of names: labels to spans, kinds, offsets, probabilities."""

import numpy as np
import pytest
import spacy

from kg.extract.names import crf
from kg.lang import sentences  # noqa: F401 (registers the component)
from kg.lang.kk import morph  # noqa: F401 (registers the component)
from kg.lang.kk.ner_features import marks
from kg.lang.kk.ner_features import sentences as sentences_of
from kg.lang.shapes import shape

MODEL = "lang/kk/data/ner.npz"
NETWORKS = ["lang/kk/data/network-1.npz", "lang/kk/data/network-2.npz"]
LABELS = {
    "PERSON": "Person", "ORGANISATION": "Organization", "GPE": "Place", "LOCATION": "Place", "FACILITY": "Place",
    "PROJECT": "Project",
}  # fmt: skip
SENTENCES = [
    ("Жиынға облыс әкімі Ерлан Оспанов қатысты.", {("Ерлан Оспанов", "Person")}),
    ("Құжатқа Қ. Мұсабаев қол қойды.", {("Қ. Мұсабаев", "Person")}),
    ("Қарағандыда жаңа аурухана ашылды.", {("Қарағандыда", "Place")}),
    ("Делегация Түркістан облысына барды.", {("Түркістан облысына", "Place")}),
    ("Бұл туралы Қаржы министрлігі хабарлады.", {("Қаржы министрлігі", "Organization")}),
    ("Күн жылынып, қар ери бастады.", set()),
]


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    if not (crf.ROOT / MODEL).exists():
        pytest.skip("the model is not in this checkout")
    made = spacy.blank("kk")
    made.add_pipe("kg_sentences", config={"lang": "kk"})
    made.add_pipe("kg_kk_morph")
    made.add_pipe("kg_crf", name="crf", config={"lang": "kk", "model": MODEL, "labels": LABELS, "networks": NETWORKS})
    return made


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_names(nlp: spacy.Language, text: str, expected: set[tuple[str, str]]) -> None:
    doc = nlp(text)
    assert {(span.text, span.label_) for span in doc.spans["crf"]} == expected
    for span in doc.spans["crf"]:
        assert span.kb_id_ in LABELS
        assert 0 < doc.user_data["crf"][span.start, span.end] <= 1


def test_odd_texts(nlp: spacy.Language) -> None:
    for text in ("", " ", "\n\n", "«", "а  \n\n  б", "." * 50):
        assert list(nlp(text).spans["crf"]) == []


def test_a_network_reads_each_sentence_alone(nlp: spacy.Language) -> None:
    """Longer sentences beside it, and words seen before, change nothing."""
    network = nlp.get_pipe("crf").networks[0]
    doc = nlp.make_doc("Ерлан Оспанов келді. Бұл туралы Қаржы министрлігі хабарлады. Жиын өтті.")
    for name in ("kg_sentences", "kg_kk_morph"):
        nlp.get_pipe(name)(doc)
    looks = [looks for _indexes, _seen, looks in sentences_of(doc)]
    together = network.chances(looks)
    assert len(looks) == 3 and [len(rows) for rows in together] == [len(words) for words in looks]
    for words, rows in zip(looks, together, strict=True):
        (alone,) = network.chances([words])
        assert alone == pytest.approx(rows, abs=1e-4) and rows.sum(axis=1) == pytest.approx(1)


def test_doubt_between_labels_that_nobody_wants_is_none() -> None:
    model = crf.Crf("crf", "kk", crf.ROOT / MODEL, LABELS)
    labels = model.weights.labels
    rows = np.zeros((3, len(labels)))
    rows[0, labels.index("O")] = 1
    rows[1:, labels.index("B-DATE")], rows[1, labels.index("B-MONEY")] = 0.5, 0.5
    rows[2, labels.index("B-PERSON")] = 0.5
    chances = [rows[:1], rows[:2], rows[2:]]
    assert model._unsure(chances, None) == [1, 2] and model._unsure(chances, LABELS) == [2]


def test_labels_to_spans() -> None:
    labels = ["B-GPE", "I-GPE", "B-GPE", "O", "I-PERSON", "I-GPE"]
    assert list(crf.spans(labels)) == [(0, 2, "GPE"), (2, 3, "GPE"), (4, 5, "PERSON"), (5, 6, "GPE")]


def test_shapes() -> None:
    shapes = [shape(text) for text in ("Алматы", "ҚР", "Ә.", "2024", "5-ші", "IT-парк")]
    assert shapes == ["Xx", "XX", "X.", "0", "0-x", "XX-x"]


def test_gazetteer_marks_names_in_any_case() -> None:
    words = [("Қаржы", "қаржы", "Nom"), ("министрлігінің", "министрлік", "Gen"), ("Астанада", "Астана", "Loc")]
    assert [mark[:2] for mark in marks(words)] == ["B-", "I-", "B-"]
