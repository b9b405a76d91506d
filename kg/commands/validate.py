"""Checks a graph that lies in files: the contract's rules, the shapes, and every quote against its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands import screen
from kg.commands.files import open_graph, select, texts_beside

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.graph import Report
    from kg.store import Store


def validate(path: str | Path) -> tuple[Report, bool]:
    """What the checks found, and whether there were texts to check quotes against."""
    from kg.graph.check import check_quads

    store, folder = open_graph(path), texts_beside(path)
    texts = read_texts(store, folder) if folder is not None else None
    return check_quads(_named(store), texts), texts is not None


def _named(store: Store) -> list[Quad]:
    """The quads; where the file kept no named graphs, all as one graph, since shapes are checked a graph at a time."""
    import pyoxigraph as ox

    quads = list(store)
    if any(quad.graph_name != ox.DefaultGraph() for quad in quads):
        return quads
    return [ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode("urn:akimgraph:all")) for quad in quads]


def read_texts(store: Store, folder: Path) -> dict[str, str]:
    """Document id → text as it was decoded, for those documents of the graph whose text is there."""
    from kg.export.about import safe_name

    rows = select(store, "SELECT DISTINCT ?id WHERE { ?document a kg:Document ; dcterms:identifier ?id }")
    names = {row["id"].value: folder / f"{safe_name(row['id'].value)}.txt" for row in rows}
    return {
        name: file.read_bytes().decode("utf-8", "surrogatepass")
        for name, file in sorted(names.items())
        if file.is_file()
    }


def print_report(report: Report, with_texts: bool) -> None:
    for problem in report.problems:
        screen.show(screen.clean(f"wrong  {problem}"))
    for warning in report.warnings:
        screen.show(screen.clean(f"odd    {warning}"))
    looked = ", ".join(f"{number} {name}" for name, number in sorted(report.checked.items()))
    verdict = "keeps" if report.ok else "breaks"
    screen.show(
        f"Looked at {looked}: the graph {verdict} the rules; {len(report.problems)} wrong, {len(report.warnings)} odd."
    )
    if not with_texts:
        screen.note("Quotes were not compared with the texts: there is no folder texts/ beside the graph.")
