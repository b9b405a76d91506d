"""What the README shows is what the commands answer."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
SHOWN = [block for block in BLOCKS if not block.startswith("$ kg build")]


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.splitlines()[0])
def test_shown_output_is_real(kg: Run, root: Path, tmp_path: Path, exports: Path, block: str) -> None:
    """Its lines stand in the answer in this order; … stands for any number of lines."""
    for name in ("exports", "docs"):
        (tmp_path / name).symlink_to(root / name)
    command, *expected = block.splitlines()
    answer = kg(*shlex.split(command)[2:]).stdout
    pieces = "\n".join(expected).split("\n…")
    place = 0
    for piece in pieces:
        found = answer.find(piece.strip("\n"), place)
        assert found >= 0, f"not in the answer:\n{piece}"
        place = found + len(piece.strip("\n"))


def test_python_example_runs() -> None:
    """Its words name what there is; building is tried elsewhere."""
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    compile(example[1], "README.md", "exec")


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!https?:)[^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
