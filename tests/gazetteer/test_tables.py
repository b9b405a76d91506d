"""The tables of known names hold to their rules."""

from kg import gazetteer


def test_tables_are_sound() -> None:
    rows = [*gazetteer.places(), *gazetteer.organizations(), *gazetteer.people(), *gazetteer.projects()]
    assert gazetteer.problems(rows) == []
