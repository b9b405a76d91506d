"""What no single document says: the things themselves, posts with their names, the days a tenure is attested.

All of it follows from the documents and the gazetteer, and is written anew with every build, so that adding or
taking out a document leaves what a build from scratch would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.graph.document import DocumentSheet
from kg.graph.facts import Fact, tenure
from kg.graph.identity import Identity
from kg.graph.names import Names, when, words
from kg.graph.sheet import Sheet
from kg.model import Canonical, Post
from kg.terms import KG, SKOS, label

LANGUAGES = ("ru", "kk", "en")
ATTESTS = ("current", "acting", "appointed", "dismissed")  # statuses in which a document's day is a day in the post
Told = tuple[DocumentSheet, Fact]


def describe_things(sheet: Sheet, identity: Identity, names: Names) -> None:
    for thing in identity.things():
        _describe_thing(sheet, thing, names)


def _describe_thing(sheet: Sheet, thing: Canonical, names: Names) -> None:
    node = names.thing(thing.id)
    sheet.type(node, KG[thing.kind], *(KG[finer] for finer in thing.finer))
    _label(sheet, node, thing.labels, thing.spellings)
    sheet.add(node, KG.gazetteerKey, words(thing.known_as) if thing.known_as else None)
    sheet.add(node, KG.liesIn, *map(names.thing, thing.within))
    for feature in ("surname", "given", "patronymic"):
        values = (value for key, value in thing.features if key == feature and value)
        sheet.add(node, KG[feature], *map(words, values))


def _label(sheet: Sheet, node: NamedNode, labels: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]) -> None:
    """The first label of a language is its main one; every other is a spelling."""
    main: dict[str, str] = {}
    for lang, text in labels:
        main.setdefault(lang, text)
    sheet.add(node, SKOS.prefLabel, *(words(text, lang) for lang, text in main.items()))
    rest = {pair for pair in (*labels, *others) if main.get(pair[0]) != pair[1]}
    sheet.add(node, SKOS.altLabel, *(words(text, lang) for lang, text in rest))


def describe_posts(sheet: Sheet, told: list[Told], identity: Identity, names: Names) -> None:
    """Role, jurisdiction and names of every post that some document speaks of."""
    posts: defaultdict[str, list[Post]] = defaultdict(list)
    for _, fact in told:
        posts[fact.object] += [claim.post for claim in fact.claims if claim.post]
    for local, said in sorted(posts.items()):
        node, of = names.thing(local), said[0].of
        sheet.type(node, KG.Post)
        sheet.add(node, KG.role, NamedNode(KG[said[0].role]))
        sheet.add(node, KG.of, names.thing(identity.local(of)) if of else None)
        _name_post(sheet, node, said, identity.thing(identity.local(of)) if of else None)


def _name_post(sheet: Sheet, node: NamedNode, said: list[Post], of: Canonical | None) -> None:
    """The title most often read in a language, else the role's name; «аким — Алматы» where it does not say of what."""
    for lang in LANGUAGES:
        titles = Counter(post.title for post in said if post.lang == lang and post.title)
        ranked = sorted(titles, key=lambda title: (-titles[title], title))
        title = ranked[0] if ranked else label(KG[said[0].role], lang) or said[0].role
        names_it = any(letter.isupper() for letter in title)
        main = title if names_it or of is None else f"{title} — {_called(of, lang)}"
        _label(sheet, node, [(lang, main)], [(lang, title) for title in ranked])


def _called(thing: Canonical, lang: str) -> str:
    """Its label in a language, or in the first that it has one in."""
    labels = dict(reversed(thing.labels))
    return next((labels[tag] for tag in (lang, *LANGUAGES) if tag in labels), thing.id)


def place_within(sheet: Sheet, facts: Iterable[Fact], names: Names) -> None:
    """What a text puts inside a place lies in it, as what the gazetteer puts there does: one property leads upwards."""
    for fact in facts:
        if fact.predicate == "within" and fact.asserted:
            sheet.add(names.thing(fact.subject), KG.liesIn, names.thing(fact.object))


def describe_tenures(sheet: Sheet, told: list[Told]) -> None:
    """First and last day on which a document attests each tenure."""
    days: defaultdict[NamedNode, set[str]] = defaultdict(set)
    for document, fact in told:
        if document.document.date and fact.status in ATTESTS:
            days[tenure(document, fact)].add(document.document.date)
    for node, seen in days.items():
        sheet.add(node, KG.observedFrom, when(min(seen)))
        sheet.add(node, KG.observedTo, when(max(seen)))
