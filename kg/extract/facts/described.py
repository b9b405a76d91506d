"""What adjectives before a Russian post say of it: «[районный] аким», «[бывший] уральский вице-губернатор»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.found import FIELDED, Title, alike, before_adjectives, case, previous_word
from kg.lang import tables
from kg.model import GOVERNING

PAST = ("former", "acting")
GOVERNING_KINDS = ("deputy", "former-deputy", "acting")  # want the post and its adjective in the genitive
Modifier = Callable[[Doc, int], tuple[int, str] | None]  # what ends right before a token: where it begins, its kind
Modified = Callable[[Doc, Title, int, str], Title]  # a title with a modifier taken in


def described(doc: Doc, title: Title, modifier: Modifier, modified: Modified) -> Title:
    """The title with the level that an adjective tells, and with a modifier that an adjective parts from it.

    «[заместитель] районного акима», «[врио] саратовского губернатора».
    """
    first = previous_word(doc, title.start)
    if first < 0 or doc[first].pos_ != "ADJ" or not alike(case(doc[first]), case(doc[title.head])):
        return title
    levels: dict[str, str] = tables.load(doc.lang_, "grammar")["level_classes"]
    told = next((levels[key] for key in doc.user_data["keys"][first] if key in levels), None)
    if (
        told
        and title.role in (*GOVERNING, *FIELDED, "deputy")
        and not title.of
        and not title.of_class
        and not title.land
    ):
        title = replace(title, of_class=told)
    parted = modifier(doc, first)
    if parted and parted[1] in GOVERNING_KINDS and case(doc[title.head]) == "Gen":
        return modified(doc, title, *parted)
    past = parted is not None and parted[1] in PAST and before_adjectives(doc, title.start) < parted[0]
    return replace(title, status=parted[1]) if parted and past and title.status == "current" else title
