"""The programs that a graph must load into: found on this machine, or the test is skipped and says what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

JARS = Path("/usr/share/java")
JENA = (
    "jena-cmds", "jena-arq", "jena-core", "jena-base", "jena-iri", "jena-tdb2", "jena-tdb", "jena-dboe-base",
    "jena-dboe-index", "jena-dboe-storage", "jena-dboe-trans-data", "jena-dboe-transaction", "jena-rdfconnection",
    "jena-shacl", "jena-shex", "commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io",
    "commons-lang3", "dexx.collection", "gson", "guava", "httpclient", "httpclient-cache", "httpcore", "jackson-core",
    "jackson-databind", "jackson-annotations", "jsonld-java", "jakarta.json-api", "protobuf", "slf4j-api",
    "slf4j-simple", "thrift", "titanium-json-ld",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.interop)


def needed(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def said(*command: str | Path, cwd: Path | None = None) -> str:
    """What a program prints; it must end well."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=1800, cwd=cwd)
    assert done.returncode == 0, f"{command[0]}: {done.stderr[-2000:]}{done.stdout[-500:]}"
    return str(done.stdout)


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The start of a Jena command; Debian's package keeps the messages of its XML types where nobody looks for them."""
    needed("java")
    if not (JARS / "jena-core.jar").is_file():
        pytest.skip("Apache Jena (libapache-jena-java) is not installed")
    mended = tmp_path_factory.mktemp("jena")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/impl/") and not name.endswith("/"):
                target = mended / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    return ["java", "-Xmx4g", "-cp", os.pathsep.join([str(mended), *(str(JARS / f"{name}.jar") for name in JENA)])]


@pytest.fixture(scope="session")
def node(root: Path) -> Path:
    """The folder of N3.js and Comunica: `make interop` installs them."""
    needed("node")
    folder = root / ".interop"
    if not (folder / "node_modules" / "n3").is_dir():
        pytest.skip("N3.js and Comunica are not installed: make interop")
    return folder
