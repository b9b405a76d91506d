"""Bytes → text: UTF-8, UTF-16 with a mark, and the one-byte Cyrillic encodings told apart by the letters they give."""

from __future__ import annotations

import codecs
import re

MOST_BYTES = 20_000_000
MAGIC = (
    (b"%PDF", "a PDF", "Save its text as .txt, or run OCR on it where it has none."),
    (b"PK\x03\x04", "a ZIP archive or an office document", "Unpack it, or save it as text."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as text."),
    (b"\x89PNG", "a picture", "Run OCR on it."),
    (b"\xff\xd8\xff", "a picture", "Run OCR on it."),
    (b"GIF8", "a picture", "Run OCR on it."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it."),
    (b"MZ", "a program", ""),
    (b"\x7fELF", "a program", ""),
)
MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ONE_BYTE = ("cp1251", "koi8-r", "kz1048", "ptcp154", "cp866", "iso8859-5", "mac-cyrillic")
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбйч")  # nine of ten letters of Russian text
KAZAKH = frozenset("әғқңөұүһі")
CYRILLIC_WORD = re.compile("[Ѐ-ӿ]+")
DAMAGED = 0.002  # share of broken characters at which a text still counts as UTF-8


class Unreadable(Exception):
    """Bytes that give no text: `reason` is short and counted, `detail` says what to do."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}. {detail}".strip())
        self.reason = reason
        self.detail = detail


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; nothing is normalised, and a UTF-8 mark stays as the first character.

    Raises `Unreadable` for empty, too big and binary data and for an encoding that is not known.
    """
    _refuse(data)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    return _declared(data) or _damaged_utf8(data) or _one_byte(data)


def _refuse(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("empty", "The file holds no text.")
    if len(data) > MOST_BYTES:
        raise Unreadable(
            "too big", f"More than {MOST_BYTES // 10**6} MB, which no page is. Split it into one file a page."
        )
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            raise Unreadable("binary", f"This is {what}, not text. {remedy}".strip())
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" in data[:100_000]:
        raise Unreadable("binary", "It has zero bytes, which no text has. Save it as text in UTF-8.")


def _checked(text: str) -> str:
    """Control characters by the dozen are no text, whatever they decode to."""
    head = text[:20_000]
    strange = sum(char < " " and char not in "\t\n\r\f\v" for char in head)
    if strange > len(head) / 50:
        raise Unreadable("binary", "Every fiftieth character is a control code. Save it as text in UTF-8.")
    return text


def _declared(data: bytes) -> tuple[str, str] | None:
    """The encoding that an HTML page names in its first bytes, where the page really decodes by it."""
    found = CHARSET.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii", "ignore").lower()
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return (text, codecs.lookup(name).name) if _likely(text) > 0.5 else None


def _damaged_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 cut in the middle of a letter, or with a few broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return (text, "utf-8, damaged") if broken <= max(1, DAMAGED * len(text)) and not text.isascii() else None


def _one_byte(data: bytes) -> tuple[str, str]:
    """The one-byte encoding that gives the likeliest letters; the first of equals."""
    texts = [(data.decode(name, errors="replace"), name) for name in ONE_BYTE]
    text, name = max(texts, key=lambda pair: (_likely(pair[0]), -ONE_BYTE.index(pair[1])))
    if _likely(text) < 0.5:
        raise Unreadable("encoding not known", "It is none of UTF-8, UTF-16, cp1251, koi8-r. Save it as UTF-8.")
    return _checked(text), name


def _likely(text: str) -> float:
    """Up to 1 for Russian or Kazakh letters in words of one case: «Әкім», not «рТЕЪЙДЕОФ» or «Ѓр®Ї»."""
    words = CYRILLIC_WORD.findall(text[:20_000])
    letters = sum(map(len, words))
    if not letters:
        return 0.0
    good = sum(char in COMMON or char in KAZAKH for word in words for char in word.lower())
    wrong_case = sum(not (word.islower() or word.istitle() or word.isupper()) for word in words)
    stray = sum(char in "\ufffd€‚ƒ„…†‡‰‹•™›¤¦§©¬®±µ¶·¢£¥√≈∆÷" or "\u2500" <= char <= "\u259f" for char in text[:20_000])
    upper = sum(char.isupper() for word in words for char in word)
    return (good - 0.7 * max(0.0, upper - 0.3 * letters) - 0.3 * stray) / letters - wrong_case / len(words)
