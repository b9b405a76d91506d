"""`kg build`: what it reads, what it skips and says, what it leaves behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import NEWS_RU, Run

BAD = {
    "empty.txt": "empty",
    "binary.txt": "binary",
    "english.txt": "language not covered",
    "headlines.html": "no article",
}


def test_mixed_folder_is_built_and_every_skip_is_counted(kg: Run, town: Path, tmp_path: Path) -> None:
    done = kg("build", town, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out/report.json").read_text("utf-8"))
    skipped = {item["name"]: item["reason"].partition(":")[0] for item in report["skipped"]}
    assert skipped == BAD
    for name, reason in BAD.items():
        assert f"skipped {name}: {reason}" in done.stderr
    encodings = {item["id"]: (item["encoding"], item["language"]) for item in report["read"]}
    assert encodings["legacy"] == ("cp1251", "ru")
    assert encodings["kazakh"][1] == "kk"
    assert (tmp_path / "out/texts/legacy.txt").read_text("utf-8") == NEWS_RU
    assert "2 documents read, 4 skipped" in done.stdout
    assert kg("validate", tmp_path / "out").returncode == 0


@pytest.mark.parametrize("name", BAD)
def test_nothing_readable_writes_nothing(kg: Run, town: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "graph.ttl").write_text("what was there before", "utf-8")
    done = kg("build", town / name, "-o", target)
    assert done.returncode == 1
    assert name in done.stderr and BAD[name] in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in target.iterdir()] == ["graph.ttl"]
    assert (target / "graph.ttl").read_text("utf-8") == "what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_missing_path(kg: Run, tmp_path: Path) -> None:
    done = kg("build", "no-such-folder", "-o", "out")
    assert done.returncode == 1
    assert "no-such-folder" in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_target_is_a_file(kg: Run, town: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    done = kg("build", town / "empty.txt", "-o", "out")
    assert done.returncode == 1 and "is a file" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("build",), ("build", "x.txt"), ("build", "x.txt", "-o", "out", "--formats", "ttl,pdf")]
)
def test_wrong_usage(kg: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = kg(*arguments)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_standard_input_json_and_chosen_formats(kg: Run, tmp_path: Path) -> None:
    done = kg(
        "build", "-", "-o", "out", "--formats", "ttl,nq", "--json", "--base", "https://example.org/id/", stdin=NEWS_RU
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (
        told["files"]
        == ["graph.ttl", "graph.nq"]
        == sorted((p.name for p in (tmp_path / "out").iterdir()), reverse=True)
    )
    assert told["found"]["Person"] >= 1 and told["skipped"] == []
    assert "<https://example.org/id/document/" in (tmp_path / "out/graph.nq").read_text("utf-8")


def test_quiet_says_nothing(kg: Run, town: Path) -> None:
    done = kg("build", town / "kazakh.txt", "-o", "out", "--quiet", "--formats", "ttl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
