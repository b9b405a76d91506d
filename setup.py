"""Which packages there are: `kg` and all below it; `ontology/` and `docs/queries/` are installed inside it."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["kg*"]), "kg.ontology", "kg.queries"],
    package_dir={"kg.ontology": "ontology", "kg.queries": "docs/queries"},
)
