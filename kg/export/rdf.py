"""The graph for programs: sorted N-Quads, JSON-LD with a context, RDF/XML."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.export.source import Properties, Source, Term
from kg.export.turtle import Prefixes
from kg.terms import PREFIXES, RDF

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRING = PREFIXES["xsd"] + "string"
_written = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder for each word


def xml_safe(text: str) -> str:
    """XML has no sign for most control characters: each becomes U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def write_nquads(source: Source, path: Path) -> None:
    lines = sorted(str(quad) for quad in source.quads)
    path.write_text("".join(f"{line} .\n" for line in lines), "utf-8", newline="\n")


def write_jsonld(source: Source, path: Path) -> None:
    """One object a resource and one line a property, in order, with short names from the context."""
    names = source.once(Prefixes)
    context = json.dumps(names.prefixes, indent=1)
    nodes = ",\n".join(_node(subject, properties, names) for subject, properties in source.subjects.items())
    path.write_text(f'{{"@context": {context},\n"@graph": [\n{nodes}\n]}}\n', "utf-8", newline="\n")


def _node(subject: str, properties: Properties, names: Prefixes) -> str:
    pairs: list[tuple[str, Any]] = [("@id", _short(subject, names))]
    for predicate, objects in properties.items():
        if predicate == RDF.type:
            pairs.append(("@type", _one_or_all([_short(o.value, names) for o in objects])))
        else:
            pairs.append((_short(predicate, names), _one_or_all([_json(o, names) for o in objects])))
    lines = (f" {_written(key)}: {_written(value)}" for key, value in pairs)
    return "{\n" + ",\n".join(lines) + "\n}"


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _short(iri: str, names: Prefixes) -> str:
    return names.iri(iri).strip("<>")


def _json(term: Term, names: Prefixes) -> str | dict[str, str]:
    if isinstance(term, NamedNode):
        return {"@id": _short(term.value, names)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value, names)}


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
