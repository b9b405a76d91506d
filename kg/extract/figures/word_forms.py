"""Word forms of tables as regular expressions: `тонн*` is «тонна», «тонн», «тоннами»; `кв. м` is also «кв.м»."""

from __future__ import annotations

import re
from collections.abc import Iterable

EVERY_SPACE = r"\s*"
NEVER = r"(?!)"  # what a language has no words for


def flat(text: str) -> str:
    """Lower case, «ё» as «е», white space as spaces, every character one for one, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):  # «İ» grows when lowered
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return re.sub(r"[^\S ]", " ", lowered.replace("ё", "е"))


def pattern_of(form: str) -> str:
    """One form as a pattern; a word ends where the form does, unless the form ends in `*` or a sign."""
    body = EVERY_SPACE.join(re.escape(part).replace(r"\*", r"\w*") for part in flat(form).split())
    return body + (r"(?!\w)" if form[-1].isalnum() else "")


def either(forms: Iterable[str]) -> str:
    """Any of the forms, the longest first."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(map(pattern_of, ordered)) or NEVER


def words(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the forms as whole words in a flat text."""
    return re.compile(rf"(?<!\w)(?:{either(forms)})")
