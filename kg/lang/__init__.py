"""Languages: a folder each. `pipeline.cfg` says which components make a language's pipeline."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """The languages covered: those whose folder holds a pipeline."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/pipeline.cfg")))


def load_pipeline(lang: str) -> Language:
    """A language's pipeline from its `pipeline.cfg`. The components of kg.extract must have been imported before."""
    import spacy.util
    from spacy.attrs import LIKE_NUM, SHAPE
    from thinc.api import Config

    import_module("kg.lang.tokenizer")
    import_module("kg.lang.sentences")
    for module in sorted((ROOT / lang).glob("*.py")):
        import_module(f"kg.lang.{lang}" if module.stem == "__init__" else f"kg.lang.{lang}.{module.stem}")
    config = Config().from_disk(ROOT / lang / "pipeline.cfg", interpolate=True)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    for unasked in (LIKE_NUM, SHAPE):  # spaCy works them out for every new word, as slowly as its dictionary form
        nlp.vocab.lex_attr_getters.pop(unasked, None)  # type: ignore[attr-defined]
    return nlp
