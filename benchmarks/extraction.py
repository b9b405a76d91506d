"""All of extraction on one core, beside natasha's segmenting and naming of persons, places and bodies alone.

python -m benchmarks.extraction news/*.txt        (needs natasha, which the dev extra installs)

Each round is a fresh process for each way, in turn: words are new to it, as they are to one `kg build`. Loading the
models is not timed; the first texts are read twice, so that what is loaded lazily is there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WARMING = 3  # texts read before the clock runs


def extraction() -> Callable[[Path], object]:
    from kg.extract import extract
    from kg.model import Document
    from kg.read import read

    def one(path: Path) -> object:
        return [extract(found) for found in read([str(path)]) if isinstance(found, Document)]

    return one


def natasha() -> Callable[[Path], object]:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def one(path: Path) -> object:
        doc = Doc(path.read_text(encoding="utf-8"))
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc

    return one


WAYS = {"extraction": extraction, "natasha": natasha}


def timed(way: str, paths: list[Path]) -> float:
    """Characters a processor second."""
    one = WAYS[way]()
    for path in paths[:WARMING]:
        one(path)
    start = time.process_time()
    for path in paths:
        one(path)
    return sum(len(path.read_text(encoding="utf-8")) for path in paths) / (time.process_time() - start)


def in_fresh_process(way: str, paths: list[Path]) -> float:
    command = [sys.executable, "-m", "benchmarks.extraction", "--way", way, *map(str, paths)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=True, text=True, cwd=Path(__file__).parent.parent,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    return float(done.stdout)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", nargs="+", type=Path, help="files of plain text in UTF-8")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--way", choices=sorted(WAYS), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    texts = [path.resolve() for path in given.texts]
    if given.way:
        print(timed(given.way, texts))
        return
    rounds = [{way: in_fresh_process(way, texts) for way in WAYS} for _ in range(given.rounds)]
    for way in WAYS:
        print(f"{way}: {statistics.median(r[way] for r in rounds):,.0f} characters a processor second")
    ratios = sorted(r["extraction"] / r["natasha"] for r in rounds)
    print(f"ratio: {ratios[0]:.2f} to {ratios[-1]:.2f}, median {statistics.median(ratios):.2f}, {len(rounds)} rounds")


if __name__ == "__main__":
    main()
