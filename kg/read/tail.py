"""Cuts from an article what pages print inside and after it: lists of other headlines, comments, teasers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from kg.read.credits import is_byline, is_place
from kg.read.lines import END, STOPPED, Line
from kg.read.paper import is_signature

BUTTONS, NICK, ABOVE = 3, 5, 4  # words of buttons and of who comments when; lines of a comment above its button
MOST = 40  # buttons and lists looked at: a page with more is not worth more time
SIGNED = 14  # words of a line that tells what he is who signs on the one before
RUN = 3  # headlines in a row that make a list
MOST_KIN = {"teaser": 0.6, "aside": 0.4}  # share of words in common from which a closing paragraph stays
CUT = re.compile(r"(?:…|\.\.\.)\W*$")  # the beginnings of other articles, two or more, break off
LISTED = re.compile(r"\s[–—-]\s|[;,.]$|^\W+\w")
MOST_TEASERS = 4
LONG_RUN = 5  # and from here on without a heading too
ALIEN = 0.2  # mean share of words in common below which lines speak of something else
KIN = 0.34  # share of a line's words that the article must hold for the line to speak of the same
LOOSE = 0.4  # share of lines without a full stop from which an article is one that leaves them out
STAMPED = re.compile(
    r"^(?:\W*\d{1,2}[:.]\d{2}\b|\W*\d{1,2}[.\s]\S{2,8}[\s,.]+\d|[a-z]{2}\s+(?=[^\W\da-z]|[«\"\d]))", re.IGNORECASE
)
Kinds = list[str | None]


def trim(lines: list[Line], marks: Kinds, kinds: Kinds, start: int, figures: frozenset[int]) -> Kinds:
    """The kinds with None for what only looks like text: headlines of other articles, comments, teasers.

    `figures` are rows of tables and labels with numbers, which are none of these.
    """
    kinds = cut_others(lines, marks, kinds, start)
    _cut_stamped(lines, kinds, start)
    _cut_runs(lines, marks, kinds, start, figures)
    _cut_tail(lines, kinds, start, figures)
    _cut_broken(lines, kinds, start)
    _cut_teasers(lines, marks, kinds, start)
    return kinds


def cut_others(lines: list[Line], marks: Kinds, kinds: Kinds, start: int) -> Kinds:
    """The kinds with None for what the page itself says is no part of it: «Комментарии», «Читайте также»."""
    kinds = list(kinds)
    _cut_end(lines, marks, kinds, start)
    _cut_replies(lines, marks, kinds, start)
    _cut_lists(lines, marks, kinds, start)
    return kinds


def _size(lines: list[Line], kinds: Kinds, places: Iterable[int]) -> int:
    return sum(len(lines[i].text) for i in places if kinds[i] == "body" and lines[i].prose)


def _drop(kinds: Kinds, places: Iterable[int]) -> None:
    for i in places:
        kinds[i] = None


def _cut_end(lines: list[Line], marks: Kinds, kinds: Kinds, start: int) -> None:
    """All after «Комментарии», unless more text stands after it than before: then it is a button above the text."""
    ends = [i for i in range(start + 1, len(lines)) if marks[i] == "end"]
    for i in ends[:MOST]:
        if _size(lines, kinds, range(start, i)) >= _size(lines, kinds, range(i, len(lines))):
            return _drop(kinds, range(i, len(lines)))


def _cut_replies(lines: list[Line], marks: Kinds, kinds: Kinds, start: int) -> None:
    """Comments without a heading: all from whose words stand above the first button «Ответить», with name and day."""
    button = next((i for i in range(start + 1, len(lines)) if marks[i] == "reply"), None)
    if button is None:
        return
    first = button if lines[button].words > BUTTONS else button - 1
    above = [i for i in range(max(first - ABOVE, start + 1), first) if _is_nick(lines[i])]
    _drop(kinds, range(max(min(above, default=first), start + 1), len(lines)))


def _is_nick(line: Line) -> bool:
    """«Гость», «serik_85», «12.03.2025 14:05», «Болат Н. 2 дня назад»."""
    return line.words <= NICK and not line.prose and not line.text.endswith((":", ";", ","))


def _cut_lists(lines: list[Line], marks: Kinds, kinds: Kinds, start: int) -> None:
    """The headlines after «Читайте также», up to where sentences of the article come back."""
    resumed = 0
    heads = [i for i in range(start + 1, len(lines)) if marks[i] == "list"]
    for i in heads[:MOST]:
        if i >= resumed:
            resumed = _resumes(lines, marks, kinds, start, i)
            _drop(kinds, range(i, resumed))


def _resumes(lines: list[Line], marks: Kinds, kinds: Kinds, start: int, head: int) -> int:
    """The first line after a list that belongs to the article again; the number of lines when none does."""
    inline = re.search(r":\s*\S.{20,}", lines[head].text)
    prose = [i for i in range(head + 1, len(lines)) if kinds[i] == "body" and lines[i].prose]
    if not prose:
        return len(lines)
    first, rest = prose[0], range(prose[0], len(lines))
    total = sum(len(lines[i].text) for i in rest if kinds[i] == "body") or 1
    if inline and kinds[head + 1] == "body" and first == head + 1:
        return first
    share = _size(lines, kinds, rest) / total
    kin = _kinship(lines[first], _about(lines, kinds, range(start, head)))
    return first if share >= 0.6 and (kin >= 0.15 or len(prose) >= 4) else len(lines)


def _about(lines: list[Line], kinds: Kinds, places: Iterable[int]) -> frozenset[str]:
    return frozenset[str]().union(*(lines[i].stems for i in places if kinds[i] in ("body", "title")))


def _kinship(line: Line, about: frozenset[str]) -> float:
    """How much of a line's vocabulary the article has, 0 to 1."""
    return len(line.stems & about) / max(1, len(line.stems))


def _cut_stamped(lines: list[Line], kinds: Kinds, start: int) -> None:
    """Headlines in a row that all begin with the same stamp: an hour, a day, a language."""
    for run in _runs(range(start + 1, len(lines)), lambda i: bool(STAMPED.match(lines[i].text))):
        full = sum(lines[i].full for i in run)
        if len(run) >= RUN and full <= len(run) / 3 and _same_stamp(lines, run):
            _drop(kinds, run)


def _cut_runs(lines: list[Line], marks: Kinds, kinds: Kinds, start: int, figures: frozenset[int]) -> None:
    """Many lines in a row without a full stop, on other subjects than an article that has its stops."""
    places = [i for i in range(start + 1, len(lines)) if i not in figures]
    runs = _runs(places, lambda i: kinds[i] == "body" and lines[i].headline)
    for run in [run for run in runs if len(run) >= LONG_RUN][:MOST]:
        about = _about(lines, kinds, range(start, run[0]))
        strange = sum(_kinship(lines[i], about) for i in run) / len(run) < ALIEN
        others = [*range(start, run[0]), *range(run[-1] + 1, len(lines))]
        if strange and not lines[run[0] - 1].text.endswith(":") and not _leaves_out_stops(lines, kinds, others):
            _drop(kinds, range(run[0], _resumes(lines, marks, kinds, start, run[0])))


def _same_stamp(lines: list[Line], run: list[int]) -> bool:
    """Stamps of one shape; words count as themselves, so that «до 10.30 …» in a timetable has no say."""
    shapes = Counter(re.sub(r"\d", "0", lines[i].text.split()[0]) for i in run)
    return shapes.most_common(1)[0][1] >= 0.6 * len(run)


def _runs(places: Iterable[int], wanted: Callable[[int], bool]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for i in places:
        if wanted(i):
            runs[-1].append(i)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _cut_tail(lines: list[Line], kinds: Kinds, start: int, figures: frozenset[int]) -> None:
    """What stands after the last sentence: bylines, figures and the last lines stay, lists of headlines go."""
    prose = [i for i in range(start, len(lines)) if kinds[i] == "body" and lines[i].prose]
    if not prose:
        return
    last = prose[-1]
    while kinds[last + 1 : last + 2] == ["body"] and _are_figures(lines, last + 1, figures):
        last += 1
    loose = _leaves_out_stops(lines, kinds, range(start, last + 1))
    items = lines[last].text.rstrip().endswith(":")
    about = _about(lines, kinds, range(start, last + 1))
    broken = signed = False
    author = -1
    for i in range(last + 1, len(lines)):
        if author == i - 1 and kinds[i] == "body" and is_place(lines[i].text):
            kinds[i] = "dateline"  # «Асан БЕКЕНОВ», and below it «[Түркістан облысы]»
            continue
        if signed and kinds[i] == "body" and lines[i].words <= SIGNED:
            signed = lines[i].text.rstrip().endswith(",")  # «Асан БЕКЕНОВ,», and below it «[аудан әкімінің орынбасары]»
            author = i
            continue
        signed = False
        if kinds[i] is None or broken:
            broken = broken or lines[i].words > 1
            kinds[i] = None
        elif kinds[i] == "body" and _signs(lines, i):
            continue  # «Заместитель акима города      А. Нурланов» below an answer or a decree
        elif kinds[i] == "body" and is_byline(lines[i].text):
            signed = lines[i].text.rstrip().endswith(",") and i + 1 < len(lines) and kinds[i + 1] == "body"
            kinds[i] = "body" if signed else "byline"
            author = i
        elif kinds[i] == "body":
            run = lines[i : i + RUN + 1]
            items = items or _opens_list(lines[i : i + RUN])
            broken = not (items or lines[i].item or loose or _ends_text(run, about))
            kinds[i] = None if broken else "body"


def _are_figures(lines: list[Line], i: int, figures: frozenset[int]) -> bool:
    """Rows of a table, and «Выделено средств:» above labels with numbers."""
    return i in figures or (lines[i].text.endswith(":") and i + 1 in figures)


def _signs(lines: list[Line], i: int) -> bool:
    """Whether a line is a post and a name, or one of two that are: «Руководитель отдела⏎А. Ким»."""
    pairs = (
        f"{lines[k].text} {lines[k + 1].text}"
        for k in (i - 1, i)
        if 0 <= k < len(lines) - 1 and lines[k].words <= SIGNED
    )
    return is_signature(lines[i].text) or any(map(is_signature, pairs))


def _leaves_out_stops(lines: list[Line], kinds: Kinds, places: Iterable[int]) -> bool:
    """Whether the article itself has many long lines without a full stop."""
    long = [lines[i] for i in places if kinds[i] == "body" and lines[i].words >= 5]
    return len(long) >= 4 and sum(not line.prose for line in long) / len(long) >= LOOSE


def _opens_list(lines: list[Line]) -> bool:
    """«Назначены:» and lines with dashes or semicolons under it."""
    return lines[0].text.endswith(":") and len(lines) > 1 and bool(LISTED.search(lines[1].text))


def _ends_text(run: list[Line], about: frozenset[str]) -> bool:
    """A last line that lost its full stop speaks of the same things as the article, and is alone or nearly so."""
    return len(run) <= 2 and run[0].words >= 4 and _kinship(run[0], about) >= KIN


def _cut_teasers(lines: list[Line], marks: Kinds, kinds: Kinds, start: int) -> None:
    """Closing paragraphs that turn to another article, from the last one up."""
    body = [i for i in range(start + 2, len(lines)) if kinds[i] == "body"]
    for i in body[: -MOST_TEASERS - 1 : -1]:
        kin = _kinship(lines[i], _about(lines, kinds, range(start, i)))
        if kin >= MOST_KIN.get(marks[i] or "", 0.0):
            return
        kinds[i] = None


def _cut_broken(lines: list[Line], kinds: Kinds, start: int) -> None:
    """Two or more closing paragraphs that break off with «…»; the very last may lack even that."""
    body = [i for i in range(start + 2, len(lines)) if kinds[i] == "body"]
    rest = body[:-1] if body and not STOPPED.search(lines[body[-1]].text[-END:]) else body
    count = next((n for n, i in enumerate(reversed(rest)) if not CUT.search(lines[i].text[-END:])), len(rest))
    if count >= 2:
        _drop(kinds, body[len(rest) - count :])
