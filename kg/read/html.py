"""HTML → plain text through trafilatura, with what the page says of itself: title, address, day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.read.dates import address_day, day_in

BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|tr|td|time|span|section|article|header|footer)\b[^>]*>", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style|noscript|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
HEADING = re.compile(r"<h1\b[^>]*>.*?</h1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]+>")
AROUND = 1500  # characters of markup before and after the heading in which its date stands


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text as extracted, and the page's own data; offsets of a document point into `text`."""

    text: str
    url: str | None
    day: str | None


def looks_like_html(head: str) -> bool:
    return bool(
        re.match(
            r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b",
            head,
            re.IGNORECASE | re.DOTALL,
        )
    )


def page(markup: str) -> Page:
    """The article of a page, its title first where the text lacks it. Empty text where there is no article."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=True)
    if found is None:
        return Page("", None, None)
    text, title = found.text or "", (found.title or "").strip()
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    url = found.url or None
    return Page(text, url, _day_by_heading(markup) or (address_day(url) if url else None) or found.date or None)


def _day_by_heading(markup: str) -> str | None:
    """The day nearest the heading, after it first: lists beside the article have days of their own."""
    visible = HIDDEN.sub(" ", markup)
    heading = HEADING.search(visible)
    if not heading:
        return None
    after = _lines(visible[heading.end() : heading.end() + AROUND])
    before = _lines(visible[max(0, heading.start() - AROUND) : heading.start()])[::-1]
    days = [day for line in [*after, *before] if len(line) < 80 for day in [day_in(line)] if day]
    return days[0].iso if days else None


def _lines(markup: str) -> list[str]:
    from html import unescape

    return [line.strip() for line in unescape(TAG.sub(" ", BLOCK.sub("\n", markup))).splitlines() if line.strip()]
