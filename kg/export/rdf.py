"""The graph for programs: sorted N-Quads, JSON-LD with a context, RDF/XML."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.export.source import Source, Term
from kg.export.turtle import Prefixes
from kg.terms import PREFIXES, RDF

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRING = PREFIXES["xsd"] + "string"


def xml_safe(text: str) -> str:
    """XML has no sign for most control characters: each becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def write_nquads(source: Source, path: Path) -> None:
    lines = sorted(str(quad) for quad in source.quads)
    path.write_text("".join(f"{line} .\n" for line in lines), "utf-8", newline="\n")


def write_jsonld(source: Source, path: Path) -> None:
    """One object a resource, in order, with short names from the context."""
    names = Prefixes(source)
    nodes = []
    for subject, properties in source.subjects.items():
        node: dict[str, Any] = {"@id": names.iri(subject).strip("<>")}
        for predicate, objects in properties.items():
            if predicate == RDF.type:
                node["@type"] = [names.iri(o.value).strip("<>") for o in objects]
            else:
                node[names.iri(predicate).strip("<>")] = [_json(o, names) for o in objects]
        nodes.append(json.dumps(node, ensure_ascii=False, indent=1))
    context = json.dumps(names.prefixes, indent=1)
    body = ",\n".join(nodes)
    path.write_text(f'{{"@context": {context},\n"@graph": [\n{body}\n]}}\n', "utf-8", newline="\n")


def _json(term: Term, names: Prefixes) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"@id": names.iri(term.value).strip("<>")}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": names.iri(term.datatype.value).strip("<>")}


def write_rdfxml(source: Source, path: Path) -> None:
    """RDF/XML; what XML cannot hold is replaced, so a quote may differ there from the text by that sign."""
    triples = [
        Triple(NamedNode(subject), NamedNode(predicate), _in_xml(value))
        for subject, properties in source.subjects.items()
        for predicate, objects in properties.items()
        for value in objects
    ]
    path.write_bytes(serialize(triples, format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b"")


def _in_xml(term: Term) -> Term:
    if isinstance(term, NamedNode) or not _NOT_XML.search(term.value):
        return term
    text = xml_safe(term.value)
    return Literal(text, language=term.language) if term.language else Literal(text, datatype=term.datatype)
