"""QuickStatements of people whom Wikidata may lack, for a person to review (wikidata.org/wiki/Help:QuickStatements).

Nothing is sent anywhere, and whether there is an item already cannot be known offline: search by the labels first.
Other spellings are left out: many are declined forms.
"""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import Literal

from kg.export.source import Source
from kg.terms import DCTERMS, KG, SKOS

HUMAN = "LAST\tP31\tQ5"  # instance of: human
_URL = re.compile(r"https?://[^\s\"|]+")


def write(source: Source, path: Path) -> None:
    """One block a person: labels in three languages, that it is a human, and pages that name it."""
    blocks = [_block(source, iri) for iri in source.typed(KG.Person)]
    path.write_text("\n".join(blocks), "utf-8", newline="\n")


def _block(source: Source, iri: str) -> str:
    lines = ["CREATE"]
    for term in source.values(iri, SKOS.prefLabel):
        if isinstance(term, Literal) and term.language in ("ru", "kk", "en"):
            lines.append(f"LAST\tL{term.language}\t{_quoted(term.value)}")
    pages = _pages(source, iri)
    lines += [f"{HUMAN}\tS854\t{_quoted(url)}" for url in pages] or [HUMAN]
    return "\n".join(lines) + "\n"


def _pages(source: Source, iri: str) -> list[str]:
    """Addresses of the documents that name a person."""
    documents = {
        source.value(mention, KG.inDocument) or ""
        for mention in source.typed(KG.Mention)
        if iri in {term.value for term in source.values(mention, KG.refersTo)}
    }
    urls = {source.value(document, DCTERMS.source) or "" for document in documents}
    return sorted(url for url in urls if _URL.fullmatch(url))


def _quoted(text: str) -> str:
    """A string as QuickStatements takes it: no quotation mark, tab or bar in it can end it."""
    return '"' + " ".join(re.sub(r'["|\t\r\n]', " ", text).split()) + '"'
