"""Which post «им стал …», «этот пост занял …», «новым руководителем стал …» mean: one that was told before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from spacy.tokens import Span, Token

from kg.extract.facts.actors import Actor
from kg.extract.facts.post_status import is_new
from kg.extract.found import case, feature, has_key, previous_word, titles

NOT_NOW = ("former", "candidate")  # «бывший кандидат в мэры стал замминистра»: what «эта должность» is not
THIS = 4  # tokens between a verb and «этот пост»


def post_before(sentence: Span, start: int, grammar: dict[str, Any]) -> Actor | None:
    """«Назначен новый аким. [Им] стал Иванов»: the new post told before the pronoun, or the only one."""
    doc, pronoun = sentence.doc, previous_word(sentence.doc, start)
    told = pronoun >= sentence.start and doc[pronoun].lower_ in grammar.get("post_pronouns", ())
    if not told and not _this_post(sentence, start, grammar):
        return None
    before = doc[sentence.start - 1].sent if sentence.start else None
    past = {(t.start, t.stop) for t in titles(doc) if t.status in NOT_NOW}
    everywhere = [a for a in doc.user_data["actors"] if a.kind == "Post" and a.ref[:2] not in past]
    posts = [a for a in everywhere if sentence.start <= a.start and a.stop <= pronoun] if told else []
    posts = posts or [a for a in everywhere if before and before.start <= a.start < before.end]
    new = [a for a in posts if is_new(doc, a.start, a.stop, grammar)]
    holders_too = [h for h in doc.user_data["holders"] if before and before.start <= h.title.start < before.end]
    if not told and not new:
        spans = [doc[sentence.start : start], *([before] if before else [])]
        taking = [span for span in spans if any(_dismissals(span, grammar))]
        if taking:
            return next(filter(None, (_lost(span, grammar) for span in taking)), None)
        if holders_too:
            return _given(everywhere, posts, sentence, start)
    if not told:
        posts = [a for a in posts if a in new or not _is_of_nothing(a, sentence, grammar)]
    shown = [a for a in posts if a.case == "Nom"] if len(posts) > 1 else []  # «указом президента назначен [аким]. Им …»
    new = new or shown or posts
    return new[0] if len(new) == 1 else None


def _dismissals(words: Span, grammar: dict[str, Any]) -> Iterator[Token]:
    taken = grammar.get("rolls", {}).get("dismissed", ())
    return (token for token in words if has_key(words.doc, token.i, taken))


def _lost(words: Span, grammar: dict[str, Any]) -> Actor | None:
    """«освободил Иванова от должности [мэра] и назначил на этот пост Петрова»: the only one that words take away.

    «Губернатор уволил [министра]» takes none from the governor, nor «[министр] уволен указом президента».
    """
    doc = words.doc
    passive = any(feature(token, "Voice") == "Pass" for token in _dismissals(words, grammar))
    posts = [t for t in titles(doc) if words.start <= t.start and t.stop <= words.end and not t.plural]
    posts = [t for t in posts if not has_key(doc, previous_word(doc, t.start), grammar.get("decrees", ()))]
    taken = [t for t in posts if case(doc[t.head]) in ("Gen", "Acc")]
    taken = taken or [t for t in posts if passive and case(doc[t.head]) == "Nom"]
    if len(taken) != 1:
        return None
    return Actor(taken[0].start, taken[0].stop, "Post", "", (taken[0].start, taken[0].stop, "Title"))


def _given(everywhere: list[Actor], before: list[Actor], sentence: Span, start: int) -> Actor | None:
    """«этот пост» may be that of somebody named there, or the only one that is given: «назначен [министром]»."""
    here = [a for a in everywhere if sentence.start <= a.start and a.stop <= start]
    held = {(h.title.start, h.title.stop) for h in sentence.doc.user_data["holders"]}
    given = [a for a in here or before if a.ref[:2] not in held and a.case == "Ins"]
    return given[0] if len(given) == 1 else None


def _is_of_nothing(post: Actor, sentence: Span, grammar: dict[str, Any]) -> bool:
    """«На пост [главы] исполнительной власти»: a bare head, whose «пост» may be any."""
    title = next((t for t in titles(sentence.doc) if post.ref == (t.start, t.stop, "Title")), None)
    bare = title is not None and not (title.of or title.of_class or title.body)
    return bare and has_key(sentence.doc, post.start, grammar.get("bare_heads", ()))


def head_before(sentence: Span, post: Actor, grammar: dict[str, Any]) -> Actor | None:
    """«Сменился глава «Зари». Новым [руководителем] стал Иванов»: the only office with an owner told before."""
    doc = sentence.doc
    title = next((t for t in titles(doc) if post.ref == (t.start, t.stop, "Title")), None)
    bare = title is not None and title.of is None and title.of_class is None and title.group[1] - title.group[0] == 1
    if not bare or not has_key(doc, post.start, grammar.get("bare_heads", ())) or not sentence.start:
        return None
    before = doc[sentence.start - 1].sent
    held = {(h.title.start, h.title.stop) for h in doc.user_data["holders"]}
    owned = [t for t in titles(doc) if before.start <= t.start < sentence.start and t.role == "head" and t.of]
    new = is_new(doc, post.start, post.stop, grammar)
    free = [t for t in owned if not t.plural and (new or (t.start, t.stop) not in held)]
    if len(free) != 1:
        return None
    return Actor(free[0].start, free[0].stop, "Post", "", (free[0].start, free[0].stop, "Title"))


def _this_post(sentence: Span, start: int, grammar: dict[str, Any]) -> bool:
    """«[Этот пост] занял Иванов», «занял [эту должность]»: beside the verb; in Kazakh before it."""
    first = sentence.start if grammar["owner_first"] else max(sentence.start, start - THIS)
    near = sentence.doc[first : min(sentence.end, start + THIS + 1)]
    words = grammar.get("this_post", ())
    return any(f"{a.lower_} {b.lower_}" in words for a, b in pairwise(near))
