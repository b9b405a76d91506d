"""How resources are named and values written: ASCII IRIs made of content, literals in canonical form only."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.errors import BadGraph
from kg.terms import PREFIXES

XSD = PREFIXES["xsd"]
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_WEB = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.ASCII)
_DATE_FORMS = (
    ("gYear", re.compile(r"\d{4}", re.ASCII)),
    ("gYearMonth", re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)),
    ("gMonth", re.compile(r"--(0[1-9]|1[0-2])", re.ASCII)),
    ("gMonthDay", re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)),
)


class Names:
    """Makes IRIs under one base: `names.node("person", "marat-akhmetov")`."""

    def __init__(self, base: str):
        if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*[/#]", base, re.ASCII):
            raise BadGraph(f'Base "{base}" cannot begin IRIs: give an ASCII IRI that ends in / or #.')
        self.base = base

    def node(self, kind: str, *parts: object) -> NamedNode:
        """`id:kind/part-part`, whatever letters the parts hold."""
        return NamedNode(f"{self.base}{kind}/" + "-".join(quote(str(part), safe="") for part in parts))

    def thing(self, local: str) -> NamedNode:
        """A canonical entity: `id:person/marat-akhmetov`."""
        return NamedNode(self.base + quote(local, safe="/"))

    def document(self, document: str) -> NamedNode:
        return self.node("document", document)

    def graph(self, name: str) -> NamedNode:
        return self.node("graph", name)

    def local(self, node: NamedNode) -> str:
        """What stands after the base."""
        return node.value.removeprefix(self.base)


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def decimal(value: str | float) -> Literal:
    """An xsd:decimal without exponent or trailing zeros: `88.5`, `3700000000000`."""
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise BadGraph(f'"{value}" is no decimal number; a figure needs one such as 88.5.') from error
    digits = format(number, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Literal("0" if digits in ("-0", "") else digits, datatype=NamedNode(XSD + "decimal"))


def share(value: float) -> Literal:
    """A confidence or score, to four places."""
    return decimal(format(value, ".4f"))


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))


def when(text: str) -> Literal:
    """A day, month, year, or one of no told year, by its form: `2024-06-14`, `2024-06`, `2024`, `--08-01`, `--08`; else
    the words.
    """
    for form, pattern in _DATE_FORMS:
        if pattern.fullmatch(text):
            return Literal(text, datatype=NamedNode(XSD + form))
    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=NamedNode(XSD + "date"))
    except ValueError:
        return Literal(text)


def words(text: str, lang: str | None = None) -> Literal:
    """A string in a language; a tag that is none is left out."""
    tag = (lang or "").lower()
    return Literal(text, language=tag) if _TAG.fullmatch(tag) else Literal(text)


def web(url: str | None) -> NamedNode | None:
    """An address as an IRI; None when it is no plain http address, whatever a page says."""
    if not url:
        return None
    escaped = quote(url, safe="!#$%&'()*+,-./:;=?@[]_~")
    return NamedNode(escaped) if _WEB.fullmatch(escaped.lower()) else None
