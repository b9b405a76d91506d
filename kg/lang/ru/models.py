"""slovnet's models for Russian news (MIT), which the natasha package carries; each is loaded when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

BATCH = 8  # sentences a step: more gains nothing on one core and costs memory


def by_length(sentences: Sequence[Sequence[object]]) -> list[int]:
    """The places of sentences, short ones first: those of a batch are filled up to its longest, which costs as much."""
    return sorted(range(len(sentences)), key=lambda place: len(sentences[place]))


@cache
def folder() -> Path:
    """Where natasha keeps its data. Found without importing natasha, whose own morphology fails on Python 3.11."""
    spec = find_spec("natasha")
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def embeddings() -> Any:
    from navec import Navec

    return Navec.load(folder() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


@cache
def ner() -> Any:
    """Names of persons, places and organisations: `ner()(text_of_words)` gives spans."""
    from slovnet import NER

    model = NER.load(folder() / "model" / "slovnet_ner_news_v1.tar", batch_size=BATCH)
    return model.navec(embeddings())


@cache
def morph() -> Any:
    """Part of speech and features of each word of a sentence: `morph().map(lists of words)`."""
    from slovnet import Morph

    model = Morph.load(folder() / "model" / "slovnet_morph_news_v1.tar", batch_size=BATCH)
    return model.navec(embeddings())
