"""Which packages there are: `kg` and all below it, and `ontology/`, which is installed inside as `kg/ontology`."""

from setuptools import find_namespace_packages, setup

setup(packages=[*find_namespace_packages(include=["kg*"]), "kg.ontology"], package_dir={"kg.ontology": "ontology"})
