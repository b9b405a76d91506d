"""Shows doubtful pairs side by side and takes a person's word: same, different, later."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import decisions
from kg.commands import screen
from kg.commands.decide import Author
from kg.commands.doubts import Doubt, Doubts, Side
from kg.commands.explain import highlighted, source
from kg.decisions import Decision

if TYPE_CHECKING:
    from kg.store import Store

ANSWERS = {"s": "same", "d": "different"}


def open_doubts(store: Store, file: Path) -> list[Doubt]:
    """The doubtful pairs that the decisions file does not speak of."""
    return Doubts(store).all(decisions.read(file) if file.exists() else ())


def ask(doubts: Sequence[Doubt], author: Author) -> None:
    """Ask for each pair until there are none left, or the person quits; each answer is written at once."""
    if not doubts:
        screen.show("No doubtful pair is left.")
        return
    written = 0
    for number, doubt in enumerate(doubts, 1):
        screen.show(f"\n{number} of {len(doubts)}: {'one now' if doubt.one_now else 'two now'}, {doubt.score:.2f}")
        screen.show(screen.one_line(doubt.reason))
        for side in (doubt.left, doubt.right):
            show_side(side)
        answer = answered()
        if answer == "q":
            break
        if answer in ANSWERS:
            author.write(Decision(ANSWERS[answer], doubt.left.targets, doubt.right.targets))
            written += 1
    screen.show(f"{written} decisions written to {author.file}; kg build replays them.")


def show_side(side: Side) -> None:
    from rich.text import Text

    posts = f"  ({'; '.join(side.posts)})" if side.posts else ""
    screen.show(Text.assemble((screen.one_line(" · ".join(side.names)), "bold"), screen.one_line(posts)))
    for passage in side.passages:
        screen.show(highlighted(passage))
        screen.show(Text(screen.one_line(source(passage)), style="dim"))


def answered() -> str:
    """s, d, l or q; asked again where it is none of them; the end of the input quits."""
    while True:
        sys.stdout.write("same, different, later, quit [s/d/l/q]? ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        letter = line.strip().lower()[:1]
        if not line:
            sys.stdout.write("\n")
        if not line or letter in ("s", "d", "l", "q"):
            return letter or "q"
