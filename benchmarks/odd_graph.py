"""Quads with odd characters that RDF allows: many scripts, quotes, line breaks, emoji, right-to-left, long texts.

python -m benchmarks.odd_graph --quads 1000000 odd.nq
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

BASE = "http://example.org/"
TEXTS = [
    "ҚазақстанӘәҒғҚқҢңӨөҰұҮүҺһІі",
    'quotes " and \' and """ and \\ and \\n',
    "line\nbreak, carriage\rreturn, tab\tend",
    "emoji 😀👩‍👩‍👧 and a flag 🇰🇿",
    "مرحبا بالعالم and שלום",
    "marks \u200e\u200f\u202e and a zero-width\u200bspace, no-break\u00a0space",
    "controls \u0001\u0008\u001f and \u007f",
    "beyond \U0001d4d0 and \ue000",
    "<b>&amp;</b> ${x} {{y}} -- %s",
    "",
    " ",
    "long " * 20_000,
]
ENDS = [
    "a",
    "ә",
    "a%20b",
    "a'b",
    "(a)",
    "a,b;c",
    "a?b=c&d=e",
    "a#b",
    "a~b",
    "%D0%90",
]  # no emoji: Jena 4.5 warns of each half of one
LANGS = ["kk", "ru", "kk-latn", "en"]
XSD = "http://www.w3.org/2001/XMLSchema#"
LONG = 50  # one text in so many is the long one


def quads(number: int) -> Iterator[ox.Quad]:
    """So many quads, all different, in forty graphs."""
    predicate = [ox.NamedNode(f"{BASE}p/{end}") for end in ENDS]
    for n in range(number):
        subject = ox.NamedNode(f"{BASE}s/{n // 8}/{ENDS[n % len(ENDS)]}")
        graph = ox.NamedNode(f"{BASE}g/{n % 40}/{ENDS[n % len(ENDS)]}")
        yield ox.Quad(subject, predicate[n % 7], _object(n), graph)


def _object(n: int) -> ox.NamedNode | ox.Literal:
    kind, text = n % 5, TEXTS[n % len(TEXTS) if n % LONG == 0 else n % (len(TEXTS) - 1)]
    if kind == 0:
        return ox.NamedNode(f"{BASE}o/{n}/{ENDS[n % len(ENDS)]}")
    if kind == 1:
        return ox.Literal(n)
    if kind == 2:
        return ox.Literal(f"{n} {text}", language=LANGS[n % len(LANGS)])
    return ox.Literal(f"{n} {text}") if kind == 3 else ox.Literal("2024-06-14", datatype=ox.NamedNode(f"{XSD}date"))


def write(path: Path, number: int) -> Path:
    """An N-Quads file of so many quads."""
    ox.serialize(quads(number), str(path), format=ox.RdfFormat.N_QUADS)
    return path


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--quads", type=int, default=1_000_000)
    given = arguments.parse_args()
    write(given.path, given.quads)


if __name__ == "__main__":
    main()
