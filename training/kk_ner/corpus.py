"""KazNERD as sentences, and as written news would print them: initials, other quotes, no full stop."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

Sentence = list[tuple[str, str]]  # token, label

HEADLINES = 0.04  # the share of sentences that are also learnt in capitals
QUOTES = {"«": ('"', "“", ""), "»": ('"', "”", "")}


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of an IOB2 file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    rows: Sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                token, label = line.split()
                rows.append((token, label))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def varied(sentences: list[Sentence], seed: int = 1) -> list[Sentence]:
    """The sentences and, for some of them, copies as a newspaper might print them."""
    chance = random.Random(seed)
    found = list(sentences)
    for sentence in sentences:
        copy = other_quotes(with_initials(sentence, chance), chance)
        if chance.random() < 0.3 and len(copy) > 3 and copy[-1][0] == ".":
            copy = copy[:-1]
        if copy != sentence and chance.random() < 0.6:
            found.append(copy)
        if chance.random() < HEADLINES:
            found.append([(token.upper(), label) for token, label in copy])
    return found


def with_initials(sentence: Sentence, chance: random.Random) -> Sentence:
    """«Асқар Серікұлы» as «А. Серікұлы»: given name before surname, by a person of two tokens."""
    found: Sentence = []
    for index, (token, label) in enumerate(sentence):
        after = [label for _token, label in sentence[index + 1 : index + 3]] + ["O", "O"]
        two = label == "B-PERSON" and after[0] == "I-PERSON" and after[1] != "I-PERSON"
        if two and token[:1].isupper() and chance.random() < 0.5:
            token = ".-".join(part[0] for part in token.split("-") if part) + chance.choice((".", ".", ".", ""))
        found.append((token, label))
    return found


def other_quotes(sentence: Sentence, chance: random.Random) -> Sentence:
    """«…» as "…", “…”, or without quotes, the whole sentence alike."""
    kind = chance.randrange(3)
    swapped = [(QUOTES[token][kind] if token in QUOTES else token, label) for token, label in sentence]
    return [(token, label) for token, label in swapped if token]
