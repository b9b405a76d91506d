"""Languages: a folder each. `pipeline.cfg` says which components make a language's pipeline."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent
ASKED = (  # what this package asks of a word's look
    "LOWER", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_SPACE", "IS_PUNCT", "IS_STOP",
    "LIKE_URL", "LANG",
)  # fmt: skip


def languages() -> tuple[str, ...]:
    """The languages covered: those whose folder holds a pipeline."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/pipeline.cfg")))


def load_pipeline(lang: str) -> Language:
    """A language's pipeline from its `pipeline.cfg`. The components of kg.extract must have been imported before."""
    import spacy.util
    from spacy import attrs
    from thinc.api import Config

    import_module("kg.lang.tokenizer")
    import_module("kg.lang.sentences")
    for module in sorted((ROOT / lang).glob("*.py")):
        import_module(f"kg.lang.{lang}" if module.stem == "__init__" else f"kg.lang.{lang}.{module.stem}")
    config = Config().from_disk(ROOT / lang / "pipeline.cfg", interpolate=True)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    asked = {getattr(attrs, name) for name in ASKED}
    for unasked in getters.keys() - asked:  # spaCy works them out for every new word, as slowly as its dictionary form
        del getters[unasked]
    return nlp
