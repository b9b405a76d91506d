"""From records to RDF: `quads` writes the graph, `check` looks whether it keeps the contract."""

from kg.graph.build import BASE, quads
from kg.graph.check import Problem, Report, check

__all__ = ["BASE", "Problem", "Report", "check", "quads"]
