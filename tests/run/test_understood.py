"""A document on which the program fails is named, and the others still make a graph."""

from __future__ import annotations

from dataclasses import replace

from kg import run
from kg.model import Document, Skipped
from kg.read import read_text


def test_a_document_that_breaks_the_program_is_skipped_and_named() -> None:
    document = read_text("meeting.txt", "Аким района Иван Петров встретился с жителями.".encode())
    assert isinstance(document, Document)
    broken = replace(document, segments=(replace(document.segments[0], lang="xx"),))  # a language that has no pipeline
    result = run.understood(broken)
    assert isinstance(result, Skipped)
    assert result.name == "meeting.txt" and result.reason == "not understood" and "report" in result.detail
