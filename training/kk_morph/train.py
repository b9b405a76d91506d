"""Counts the stems of KazNERD's words: `python training/kk_morph/train.py PATH/train.iob2.gz`.

No word of the corpus is analysed by hand: each is cut in every way the table of suffixes allows, and stems that explain
many different words win (expectation and maximisation). Writes `kg/lang/kk/data/stems.csv`. Same input, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import exp, log
from pathlib import Path

from kg.lang import tables
from kg.lang.kk import lemmatizer, words

OUT = tables.ROOT / "kk" / "data" / "stems.csv"
NAMES = {"PERSON", "GPE", "LOCATION"}
ROUNDS = 12
DISCOUNT = 0.35  # taken from every stem each round, so that those that explain little vanish
LEAST = 0.4  # a stem with less is not kept


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of (token, label)."""
    rows: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                token, label = line.split()
                rows.append((token, label))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def count_words(path: Path) -> dict[str, Counter[str]]:
    """Lower-case common words and names, with how often they occur."""
    found = {"common": Counter[str](), "name": Counter[str]()}
    for rows in sentences(path):
        for index, (token, label) in enumerate(rows):
            if not token.isalpha() or len(token) < 2 or token.isupper():
                continue
            if label[2:] in NAMES and token[0].isupper():
                found["name"][token.lower()] += 1
            elif token.islower() or (index == 0 and label == "O") or label.endswith("POSITION"):
                found["common"][token.lower()] += 1
    return found


def candidates(word: str, name: bool) -> list[tuple[tuple[str, str], float]]:
    """(stem, kind) and the weight of the suffixes, for each way to cut the word."""
    found = []
    for parse in lemmatizer.parses(word, name):
        kind = "name" if name else parse.kind
        found.append(((parse.stem, kind), parse.score - lemmatizer.stem_score(parse.stem, parse.kind, name)))
    return found


def estimate(counts: Counter[str], name: bool) -> dict[tuple[str, str], float]:
    """How many different words each stem explains, words in use weighing a little more."""
    cuts = {word: candidates(word, name) for word in sorted(counts)}
    cuts = {word: found for word, found in cuts.items() if found and (name or word not in words.closed())}
    stems: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        total = sum(stems.values()) or 1.0
        fresh: dict[tuple[str, str], float] = defaultdict(float)
        for word, found in cuts.items():
            scores = [exp(weight + prior(key, stems, total, name)) for key, weight in found]
            whole = sum(scores)
            for (key, _weight), share in zip(found, scores, strict=True):
                fresh[key] += share / whole * (1 + log(counts[word]))
        stems = {key: count - DISCOUNT for key, count in fresh.items() if count > DISCOUNT}
    return stems if name else without_plurals(stems)


def without_plurals(stems: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Stems that are plurals or negations of others go: «азаматтар», «болма»."""
    return {key: count for key, count in stems.items() if not inflected(*key, stems)}


def inflected(stem: str, kind: str, stems: dict[tuple[str, str], float]) -> bool:
    cuts = lemmatizer.cuts(stem, frozenset({"plural"} if kind == "noun" else {"negation"}), ())
    return any(base_kind == kind and (base, kind) in stems for base, base_kind, _chain in cuts)


def prior(key: tuple[str, str], stems: dict[tuple[str, str], float], total: float, name: bool) -> float:
    """What is believed of a stem before the word is seen: by length, by hand-written tables, by the last round."""
    stem, kind = key
    base = lemmatizer.stem_score(stem, "noun" if kind == "name" else kind, name)
    return max(base, log(stems[key] / total)) if key in stems else base


def write(stems: dict[tuple[str, str], float]) -> None:
    """One row a stem, sorted."""
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("stem", "kind", "count"))
        for (stem, kind), count in sorted(stems.items()):
            if count >= LEAST:
                writer.writerow((stem, kind, f"{count:.1f}"))


def main(path: str) -> None:
    OUT.write_text("stem,kind,count\n", "utf-8")  # what is counted must not lean on an earlier count
    counts = count_words(Path(path))
    stems = estimate(counts["common"], name=False)
    write(stems | estimate(counts["name"], name=True))


if __name__ == "__main__":
    main(sys.argv[1])
