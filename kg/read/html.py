"""HTML → plain text through trafilatura, with what the page says of itself: title, address, day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.read.dates import address_day, day_in

AROUND = 30  # pieces of text before and after the heading among which its date stands
SILENT = ("script", "style", "noscript", "template", "svg")


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
    from lxml.html import document_fromstring

    pieces = _pieces(document_fromstring(markup.encode("utf-8"), parser=_parser()))
    heading = next((i for i, (tag, _) in enumerate(pieces) if tag == "h1"), None)
    if heading is None:
        return None
    near = [*pieces[heading + 1 : heading + AROUND], *pieces[max(0, heading - AROUND) : heading][::-1]]
    days = (day_in(text) for _, text in near if len(text) < 80)
    return next((day.iso for day in days if day), None)


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8")


def _pieces(tree: Any) -> list[tuple[str, str]]:
    """The visible texts of a page in their order, each with the name of its element."""
    pieces: list[tuple[str, str]] = []
    for event, element in _walk(tree):
        text = element.text if event == "start" else element.tail
        if text and text.strip() and element.tag not in (SILENT if event == "start" else ()):
            pieces.append((element.tag if event == "start" else "", text.strip()))
    return pieces


def _walk(tree: Any) -> Any:
    from lxml.etree import iterwalk

    return iterwalk(tree, events=("start", "end"))
