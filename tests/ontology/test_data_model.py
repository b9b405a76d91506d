"""docs/data-model.md names every class and property of the ontology's core, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from kg.terms import KG, ontology_folder

TEXT = (Path(__file__).parent.parent.parent / "docs" / "data-model.md").read_text("utf-8")


def test_every_term_of_the_core_is_told() -> None:
    core = (ontology_folder() / "core.ttl").read_text("utf-8")
    terms = set(re.findall(r"^kg:(\S+) a rdf(?:s:Class|:Property)", core, re.MULTILINE))
    assert terms - set(re.findall(r"^\| `kg:(\S+)`", TEXT, re.MULTILINE)) == set()


def test_no_term_is_told_that_is_not_there() -> None:
    assert set(re.findall(r"\bkg:([A-Za-z][\w-]*)", TEXT)) - KG.names == set()
