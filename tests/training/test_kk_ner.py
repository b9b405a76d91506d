"""What the Kazakh name model learns from: the corpus is read whole, varied copies keep their labels."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # training/ is no part of the package

from training.kk_ner import corpus


def test_training_text_is_varied_but_labels_stay() -> None:
    sentence = [("Асқар", "B-PERSON"), ("Сейітов", "I-PERSON"), ("«", "O"), ("Дала", "B-ART"), ("»", "O"), (".", "O")]
    copies = [corpus.other_quotes(corpus.with_initials(sentence, random.Random(n)), random.Random(n)) for n in range(9)]
    assert any(copy[0][0] in ("А", "А.") for copy in copies)
    assert all(("Дала", "B-ART") in copy for copy in copies)
    assert {len(copy) for copy in copies} == {4, 6}


def test_corpus_is_read(tmp_path: Path) -> None:
    path = tmp_path / "some.iob2"
    path.write_text("Семей B-GPE\nқаласы O\n\n\nИә O\n", "utf-8")
    assert list(corpus.read(path)) == [[("Семей", "B-GPE"), ("қаласы", "O")], [("Иә", "O")]]
