"""Who is who: `within` joins the mentions of one document, `across` the entities of all of them.

`judge` turns what people decided into judgements for `across`; `correct` takes out and renames what they said is wrong.
"""

from __future__ import annotations

from kg.resolve.across import across
from kg.resolve.correct import correct
from kg.resolve.judged import judge, taken_out
from kg.resolve.within import within

__all__ = ["across", "correct", "judge", "taken_out", "within"]
