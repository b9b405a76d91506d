"""Figures of a country that only an adjective tells: «[белорусские] аграрии намолотили 5,3 млн тонн»."""

from __future__ import annotations

from kg.extract.facts.lands import countries
from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.found import case, titles

SUBJECTS = ("Nom", "Gen")  # «российские компании купили», «экспорт российского зерна вырос»


def national(passage: Passage, one: Counted) -> tuple[bool, Stretch | None]:
    """Whether the words before a number tell of a country by its adjective, and its name, if the text has it."""
    known = countries(passage.lang)
    begin = passage.clause(one.start, one.stop)[0] if known else one.start
    words = passage.doc.char_span(begin, one.start, alignment_mode="contract")
    taken = {i for title in titles(passage.doc) for i in (*title.group, *range(title.start, title.stop))}
    taken |= {token.i for span in passage.entities for token in span}
    for token in words or ():
        if token.pos_ != "ADJ" or token.i in taken or case(token) not in SUBJECTS or token.i + 1 in taken:
            continue
        land = next((known[key] for key in passage.doc.user_data["keys"][token.i] if key in known), None)
        if land is not None:
            named = next((s for s in passage.entities if s.kb_id_ == land), None)
            return True, (named.start_char, named.end_char) if named is not None else None
    return False, None
