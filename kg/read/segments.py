"""Joins the lines of an article into segments: one kind and one language each, with nothing of the page between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.model import Segment
from kg.read.lines import Line
from kg.text.language import detect

COVERED = ("ru", "kk")
SURE = 0.5  # below this, or in a short line, a line takes the language of its neighbours
LONG = 40  # characters


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages of a page's lines: `main` for most of the article."""

    main: str
    each: tuple[str, ...]


def languages(lines: list[Line], kinds: list[str | None]) -> Spoken:
    """The language of every line of the article, short and doubtful ones after their neighbours."""
    heard = [
        detect(line.text) if kind and len(line.text) >= LONG else ("", 0.0)
        for line, kind in zip(lines, kinds, strict=True)
    ]
    votes: Counter[str] = Counter()
    for line, (code, confidence) in zip(lines, heard, strict=True):
        votes[code] += int(100 * confidence * len(line.text))
    main = min(filter(None, votes), key=lambda code: (-votes[code], code), default="")
    main = main or detect("\n".join(line.text for line, kind in zip(lines, kinds, strict=True) if kind))[0]
    own = [code if sure >= SURE else "" for code, sure in heard]
    return Spoken(main, tuple(_beside(own, i) or main for i in range(len(own))))


def _beside(own: list[str], i: int) -> str:
    """The line's own language, or that of the next line which is sure of its own, or of the one before."""
    return next((code for code in [*own[i:], *own[:i][::-1]] if code), "")


def segments(
    document: str, text: str, lines: list[Line], kinds: list[str | None], spoken: Spoken
) -> tuple[Segment, ...]:
    """Lines that follow each other in one kind and language become one segment; other languages give none."""
    runs: list[list[int]] = []
    for i in range(len(lines)):
        if kinds[i] is None or spoken.each[i] not in COVERED:
            runs.append([])
        elif runs and runs[-1] and kinds[i] == kinds[runs[-1][-1]] and spoken.each[i] == spoken.each[runs[-1][-1]]:
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(_segment(document, text, lines, kinds, spoken, run) for run in runs if run)


def _segment(
    document: str, text: str, lines: list[Line], kinds: list[str | None], spoken: Spoken, run: list[int]
) -> Segment:
    start, stop = lines[run[0]].start, lines[run[-1]].stop
    return Segment(document, start, stop, spoken.each[run[0]], kinds[run[0]] or "body", text[start:stop])
