"""slovnet's models for Russian news (MIT), which the natasha package carries; each is loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kg.lang.ru.networks import Network


class Model(NamedTuple):
    network: Network
    tags: tuple[str, ...]  # in the order of the network's scores
    steps: Any  # scores of a tag after another, an array; of parts of speech there are none


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
def ner() -> Model:
    """Names of persons, places and organisations: tags B-PER, I-PER … O."""
    from slovnet import NER

    return _model(NER.load(folder() / "model" / "slovnet_ner_news_v1.tar"))


@cache
def morph() -> Model:
    """Part of speech and features of each word of a sentence: tags NOUN|Case=Dat|Number=Sing …"""
    from slovnet import Morph

    return _model(Morph.load(folder() / "model" / "slovnet_morph_news_v1.tar"))


def _model(loaded: Any) -> Model:
    from kg.lang.ru.networks import Network

    infer = loaded.navec(embeddings()).infer
    crf = getattr(infer.model.head, "crf", None)
    return Model(Network(infer), tuple(infer.decoder.tags_vocab.items), crf and crf.transitions.array)
