"""Finds in a document's words the names, posts, relations, figures and statements: `extract(document) -> Extract`."""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from kg.model import Document, Extract
from kg.printed import made_plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

# What a text leaves is freed by counting; to look for cycles among all remembered words took a sixth of the time.
CYCLES = (50_000, 20, 20)
NAMED = "arbiter"  # the component after which all names of a Doc are known
COMPONENTS = (  # modules that register the components of the pipelines
    "names.gazetteer",
    "names.headed",
    "names.places",
    "names.lists",
    "names.persons",
    "names.crf",
    "names.arbiter",
    "facts.titles",
    "facts.relations",
    "figures.figures",
    "speech.statements",
)


@cache
def pipeline(lang: str, *, upto: str | None = None) -> Language:
    """The pipeline of a language, loaded once; `upto` names the last component that runs, for tests of one alone."""
    for component in COMPONENTS:
        import_module(f"kg.extract.{component}")
    from threadpoolctl import threadpool_limits

    from kg.lang import load_pipeline

    nlp = load_pipeline(lang)
    # The matrices of a sentence are small: two threads took as long as one, and twice the processor.
    threadpool_limits(1, user_api="blas")
    gc.set_threshold(*CYCLES)
    if upto is not None:
        for name in nlp.pipe_names[nlp.pipe_names.index(upto) + 1 :]:
            nlp.remove_pipe(name)
    return nlp


def extract(document: Document) -> Extract:
    """Runs every segment through its language's pipeline; names seen in one segment are known in the others.

    All is found in the text made plain, which most texts are; resolution leads back to the text as printed.
    """
    from kg.extract.names.echoes import add_echoes
    from kg.extract.records import gather
    from kg.extract.shouted import in_plain_case

    document, printed = in_plain_case(*made_plain(document))
    docs = [(segment, pipeline(segment.lang).make_doc(segment.text)) for segment in document.segments]
    for segment, doc in docs:
        doc.user_token_hooks["sent"] = sentence_of
        if document.about is not None and segment.start <= document.about.start < segment.stop:
            doc.user_data["about"] = document.about.start - segment.start
            doc.user_data["paragraphs"] = doc.user_data["lines"]  # every line of a profile stands for itself
        run(pipeline(segment.lang), doc, until=NAMED)
    add_echoes((segment.lang, doc) for segment, doc in docs)
    for segment, doc in docs:
        run(pipeline(segment.lang), doc, after=NAMED)
    found = gather(document, docs, printed)
    for _segment, doc in docs:
        doc.user_data.clear()  # spans in it hold their Doc, which no counting would free
    return found


def sentence_of(token: Token) -> Span:
    """What `token.sent` is; spaCy looks for both ends anew each time it is asked."""
    user_data = token.doc.user_data
    known: list[Span] | None = user_data.get("sentences")
    if known is None:
        known = user_data["sentences"] = [one for one in token.doc.sents for _ in range(one.start, one.end)]
    return known[token.i]


def run(nlp: Language, doc: Doc, *, until: str | None = None, after: str | None = None) -> None:
    """Runs the components up to one, or those that follow it."""
    pipes = nlp.pipeline
    names = [name for name, _ in pipes]
    first = names.index(after) + 1 if after else 0
    last = names.index(until) + 1 if until else len(names)
    for _, pipe in pipes[first:last]:
        pipe(doc)
