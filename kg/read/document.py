"""One file's bytes → `Document`: decoded, its article found, its languages, day and source named."""

from __future__ import annotations

import hashlib

from kg.model import Document, Evidence
from kg.printed import as_printed
from kg.read.article import labels
from kg.read.dates import address_day, document_day
from kg.read.decode import Unreadable, decode
from kg.read.html import looks_like_html, page
from kg.read.lines import Line, lines_of
from kg.read.publisher import publisher_of
from kg.read.segments import COVERED, languages, segments
from kg.text.plain import plain

HTML = "text/html"


def make_document(key: str, name: str, data: bytes, media_type: str | None) -> Document:
    """The document with id `key`. Raises `Unreadable` for no text, no article, no covered language."""
    text, encoding = decode(data)
    media_type = media_type or (HTML if looks_like_html(text[:2000]) else "text/plain")
    url = day = None
    if media_type == HTML:
        found = page(text)
        text, url, day = found.text, found.url, found.day
    made = plain(text)
    printed, text = text, made.text if made else text
    lines = lines_of(text)
    kinds, person = labels(lines)
    if not any(kind in ("body", "title") for kind in kinds):
        raise Unreadable("no article", "The page holds menus and lists, but no text in sentences.")
    spoken = languages(lines, kinds)
    parts = segments(key, text, lines, kinds, spoken)
    if not any(part.kind in ("body", "title") for part in parts):
        raise Unreadable(
            f"language not covered: {spoken.main or 'none found'}", f"Covered are {' and '.join(COVERED)}."
        )
    own_day, evidence = _day(key, lines, kinds) if person is None else (None, None)  # «Дата рождения: 05.05.1970»
    source = publisher_of(lines, kinds)
    main = spoken.main if spoken.main in COVERED else parts[0].lang
    document = Document(
        id=key,
        name=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        media_type=media_type,
        lang=main,
        segments=parts,
        title=next((Evidence(key, p.start, p.stop, p.text) for p in parts if p.kind == "title"), None),
        date=own_day or day or (address_day(lines[0].text) if lines else None),
        date_evidence=evidence,
        publisher=Evidence(key, *source, text[slice(*source)]) if source else None,
        url=url,
        about=None if person is None else Evidence(key, lines[person].start, lines[person].stop, lines[person].text),
    )
    return as_printed(document, made, printed) if made else document


def _day(key: str, lines: list[Line], kinds: list[str | None]) -> tuple[str | None, Evidence | None]:
    found = document_day(lines, kinds)
    if not found:
        return None, None
    line, day = found
    start, stop = line.start + day.start, line.start + day.stop
    return day.iso, Evidence(key, start, stop, line.text[day.start : day.stop])
