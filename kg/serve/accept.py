"""Content negotiation after RFC 9110, section 12.5.1: which of several media types a client wants most."""

from __future__ import annotations

from collections.abc import Sequence

from kg.serve.limits import Refused


def wanted(accept: str | None, offered: Sequence[str]) -> str:
    """The media type offered that `Accept` ranks highest; the first of equals, the first of all without that field.

    Raises `Refused` 406 where none of them is accepted.
    """
    ranges = [_range(part) for part in (accept or "").split(",") if part.strip()]
    if not ranges:
        return offered[0]
    best = max(offered, key=lambda media: _quality(media, ranges))
    if _quality(best, ranges) <= 0:
        raise Refused(406, f"Accept: {accept} names nothing there is here. Ask for one of {', '.join(offered)}.")
    return best


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = next((p.partition("=")[2] for p in parameters if p.startswith("q=")), "1")
    try:
        return media, min(1.0, max(0.0, float(given)))
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the most specific range that covers the type."""
    covering = [(_specific(pattern), q) for pattern, q in ranges if _covers(pattern, media)]
    return max(covering, key=lambda found: found[0])[1] if covering else 0.0


def _specific(pattern: str) -> int:
    return 0 if pattern == "*/*" else 1 if pattern.endswith("/*") else 2


def _covers(pattern: str, media: str) -> bool:
    return pattern in ("*/*", media) or (pattern.endswith("/*") and media.startswith(pattern[:-1]))
