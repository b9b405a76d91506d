"""Orders told one a line, or one a sentence, behind the words that announce them.

«Аким поручил:⏎– убрать снег;⏎– проверить мост.»   «Аким дал ряд поручений. Во-первых, убрать снег. Во-вторых, …»
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.found import has_key, next_word, previous_word
from kg.extract.speech.orders import INFINITIVE, VERBAL_NOUN
from kg.extract.speech.promises import Clause, Told
from kg.extract.speech.speech import Said
from kg.extract.speech.wording import shows
from kg.lang.sentences import DASHES

MARKS = frozenset({"•", "·", "*", "●", "▪", *DASHES})
MARK = 4  # tokens between the words that open a list and its first point
MOST = 15  # orders of one list
EARLY = 8  # words in which what is ordered begins: «акимату до мая – [убрать] снег»
FINITE = ((("VerbForm", "Fin"),),)
LISTED = ("/listed", "/resolved")  # rules of orders that stand one a line
Ordered = tuple[Clause, Told]


def with_listed(doc: Doc, ordered: Sequence[Ordered], ordinals: Collection[str], last: bool) -> list[Ordered]:
    """The orders, and those of a list in place of the words that announce it; `last`: a verb ends what is ordered."""
    found: list[Ordered] = []
    for part, told in ordered:
        items = [] if part.direct else list(_items(doc, part, told, ordinals, last))
        if not items or any(shows(t, VERBAL_NOUN if last else INFINITIVE) for t in doc[told.start : told.stop]):
            found.append((part, told))
        found += [(Clause(one.start, one.stop, None), one) for one in items]
    starts = {told.start for _, told in found if told.rule.endswith("/listed")}
    return [(p, t) for p, t in found if t.rule.endswith("/listed") or not any(t.start <= s < t.stop for s in starts)]


def with_resolved(ordered: Sequence[Ordered], resolved: Iterable[Told]) -> list[Ordered]:
    """The orders, and the points of minutes and decrees in place of what else was found in them or opens them."""
    points = list(resolved)
    rest = [(p, t) for p, t in ordered if not any(t.start < one.stop and one.start < t.stop + MARK for one in points)]
    return [*rest, *((Clause(one.start, one.stop, None), one) for one in points)]


def unlisted(said: Sequence[Said], ordered: Sequence[Ordered]) -> list[Said]:
    """What was said without the items of a list, which are taken for speech behind their dashes."""
    items = [told for _, told in ordered if told.rule.endswith(LISTED)]
    return [s for s in said if not any(s.start < one.stop and one.start < s.stop for one in items)]


def _items(doc: Doc, part: Clause, told: Told, ordinals: Collection[str], last: bool) -> Iterator[Told]:
    """The sentences behind an announcement that tell one order each, up to the first that does not."""
    announced = doc[previous_word(doc, part.stop)].text == ":"
    for _ in range(MOST):
        start = next_word(doc, part.stop)
        if start >= len(doc):
            return
        sentence = doc[start].sent
        first = _behind_mark(doc, start, ordinals, announced)
        stop = previous_word(doc, sentence.end) + 1
        if first is None or first >= stop or not _acts(doc, first, stop, last):
            return
        yield replace(told, start=first, stop=stop, rule=f"{told.rule}/listed")
        part = Clause(sentence.start, sentence.end, None)


def _behind_mark(doc: Doc, index: int, ordinals: Collection[str], announced: bool) -> int | None:
    """Where an item begins behind a dash, a number or «во-первых»; None where none of them stands there."""
    after = next_word(doc, index + 1)
    if has_key(doc, index, ordinals):
        return next_word(doc, after + 1) if after < len(doc) and doc[after].text in (",", "–", "-", "—") else after
    if not announced or index not in doc.user_data.get("lines", ()):
        return None
    if doc[index].text in MARKS:
        return after
    numbered = doc[index].text.rstrip(".)").isdigit() and after < len(doc)
    if not numbered:
        return None
    return next_word(doc, after + 1) if doc[after].text in (".", ")") else after


def _acts(doc: Doc, start: int, stop: int, last: bool) -> bool:
    """Whether something is told to be done: an infinitive early on and no verb before it; Kazakh «… салу (керек)»."""
    words = [token for token in doc[start:stop] if not token.is_punct and not token.is_space]
    if last:
        return any(shows(token, VERBAL_NOUN) for token in words[-2:])
    early = next((i for i, token in enumerate(words[:EARLY]) if shows(token, INFINITIVE)), None)
    return early is not None and not any(shows(token, FINITE) for token in words[:early])
