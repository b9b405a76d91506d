"""What is told differently: figures of one thing side by side, and offices that two people hold on one day."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.commands.arguments import EXPORTS, GraphPath, Json, Lang, Language, MinConfidence

if TYPE_CHECKING:
    from kg.commands.facts import Fact, Facts
    from kg.store import Store

_PAIRS = """SELECT DISTINCT ?left ?right WHERE {
  ?left kg:conflictsWith ?right ; a %s . FILTER(STR(?left) < STR(?right)) } ORDER BY ?left ?right"""


def found(store: Store, lang: str = "en") -> list[dict[str, Any]]:
    """Every disagreement once, with both sides: who gave it, in which sentence of which document, on which day."""
    from kg.commands.facts import Facts

    facts = Facts(store, lang)
    figures = [_of_figures(facts, *pair) for pair in _pairs(store, "kg:Figure")]
    posts = [_of_post(facts, *pair) for pair in _pairs(store, "kg:Tenure")]
    return sorted(
        [*figures, *posts], key=lambda one: (one["kind"], one["about"] or "", one["what"], one["sides"][0]["fact"])
    )


def _pairs(store: Store, kind: str) -> list[tuple[str, str]]:
    from kg.commands.files import select

    return [(row["left"].value, row["right"].value) for row in select(store, _PAIRS % kind)]


def _of_figures(facts: Facts, left: str, right: str) -> dict[str, Any]:
    sides = sorted((facts.read(iri, "Figure") for iri in (left, right)), key=_first)
    one = sides[0]
    return {
        "kind": "figures",
        "about": _names(facts, one, "about"),
        "what": _names(facts, one, "concept") or _names(facts, one, "indicator") or "",
        "period": _names(facts, one, "period"),
        "sides": [_side(facts, fact, _amount(facts, fact), _names(facts, fact, "speaker")) for fact in sides],
    }


def _of_post(facts: Facts, left: str, right: str) -> dict[str, Any]:
    sides = sorted((facts.read(iri, "Tenure") for iri in (left, right)), key=_first)
    return {
        "kind": "post",
        "about": None,
        "what": _names(facts, sides[0], "post") or "",
        "period": None,
        "sides": [_side(facts, fact, _held(facts, fact), None) for fact in sides],
    }


def _side(facts: Facts, fact: Fact, says: str, speaker: str | None) -> dict[str, Any]:
    return {
        "says": says,
        "speaker": speaker,
        "confidence": fact.confidence or None,
        "fact": fact.iri,
        "passages": [asdict(passage) for passage in fact.passages],
    }


def _amount(facts: Facts, fact: Fact) -> str:
    return " ".join(filter(None, (_names(facts, fact, name) for name in ("bound", "value", "unit"))))


def _held(facts: Facts, fact: Fact) -> str:
    """«Ерлан Досымбеков, 2022-03-14 … 2023-01-10»."""
    days = dict.fromkeys(day for name in ("observedFrom", "observedTo") for day in fact.properties.get(name, []))
    return ", ".join(filter(None, (_names(facts, fact, "holder"), " … ".join(days))))


def _names(facts: Facts, fact: Fact, name: str) -> str | None:
    return ", ".join(facts.name(value) for value in fact.properties.get(name, [])) or None


def _first(fact: Fact) -> tuple[str, str, int, str]:
    one = fact.passages[0] if fact.passages else None
    return (one.date or "~", one.document, one.start, fact.iri) if one else ("~", "", 0, fact.iri)


def print_found(listed: list[dict[str, Any]]) -> None:
    """One disagreement after the other: what it is about, then the sides."""
    from rich.text import Text

    from kg.commands import screen

    for one in listed:
        head = " – ".join(part for part in (one["about"], one["what"], one["period"]) if part)
        screen.show(Text(screen.one_line(head), style="bold"))
        for side in one["sides"]:
            _print_side(side)
        screen.show("")
    screen.note(f"{len(listed)} disagreements." if listed else "Nothing is told differently.")


def _print_side(side: dict[str, Any]) -> None:
    from rich.text import Text

    from kg.commands import screen
    from kg.commands.explain import highlighted, source
    from kg.commands.facts import Passage

    who = f" — {screen.one_line(side['speaker'])}" if side["speaker"] else ""
    screen.show(Text.assemble("• ", screen.one_line(side["says"]), (who, "italic")))
    for passage in side["passages"]:
        shown = Passage(**passage)
        screen.show(highlighted(shown))
        screen.show(Text(screen.one_line(source(shown)), style="dim"))


def conflicts(
    min_confidence: MinConfidence = 0, graph: GraphPath = EXPORTS, lang: Lang = Language.en, json: Json = False
) -> None:
    """What is told differently: figures that disagree, and posts that two people hold on one day, both sides in full.

    Rounding is no disagreement; nor are figures of another time, another unit, or of a change.

    \b
    kg conflicts
    kg conflicts --min-confidence 0.8 --json
    """
    from kg.commands import screen
    from kg.commands.files import open_graph

    listed = found(open_graph(graph, min_confidence), lang.value)
    screen.as_json(listed) if json else print_found(listed)
