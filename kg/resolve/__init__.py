"""Who is who: `within` joins the mentions of one document, `across` the entities of all of them."""

from __future__ import annotations

from kg.resolve.across import across
from kg.resolve.within import within

__all__ = ["across", "within"]
