"""What one document's graph says of the document itself: its description, the mentions in it, and who they are."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.graph.identity import Identity
from kg.graph.names import Names, integer, share, web, when, words
from kg.graph.sentences import Sentences
from kg.graph.sheet import Sheet
from kg.model import Document, Entity, Evidence, Mention, Resolved, content_id
from kg.terms import DCTERMS, KG, PROV


class DocumentSheet(Sheet):
    """The named graph of one document, with the spans of its text that anything rests on."""

    def __init__(self, resolved: Resolved, names: Names, identity: Identity):
        super().__init__(names.graph(resolved.document.id))
        self.resolved, self.document = resolved, resolved.document
        self.names, self.identity = names, identity
        self.node = names.document(self.document.id)
        self._sentences = Sentences(self.document)

    def entity(self, entity: str | None) -> NamedNode | None:
        """The canonical thing that an Entity.id stands for."""
        return None if entity is None else self.names.thing(self.identity.local(entity))

    def span(self, start: int, stop: int) -> NamedNode:
        """The node of a stretch of the text, described."""
        node = self.names.node("span", self.document.id, start, stop)
        self.type(node, KG.Span)
        self._place(node, start, stop, self.document.text[start:stop])
        return node

    def evidence(self, evidence: Evidence | None) -> NamedNode | None:
        if evidence is None:
            return None
        node = self.span(evidence.start, evidence.stop)
        self.add(node, KG.quote, words(evidence.words))  # a second quote, if they differ, is what `check` finds
        return node

    def sentence(self, evidence: Evidence) -> tuple[int, int]:
        """Where the whole sentence around some words begins and ends."""
        return self._sentences.around(evidence.start, evidence.stop)

    def support(self, fact: NamedNode, evidence: Evidence) -> None:
        """Tie a fact to its words, and to the sentence around them."""
        self.add(fact, KG.evidence, self.evidence(evidence))
        self.add(fact, KG.sentence, self.span(*self.sentence(evidence)))
        self.add(fact, KG.inDocument, self.node)

    def mention(self, mention: Mention, thing: NamedNode) -> NamedNode:
        node = self.names.node("mention", mention.document, mention.start, mention.stop, mention.kind.lower())
        self.type(node, KG.Mention, KG.Span)
        self._place(node, mention.start, mention.stop, mention.words)
        self.add(node, KG.refersTo, thing)
        self.add(node, KG.dictionaryForm, words(mention.name, mention.lang))
        self.add(node, KG.rule, words(mention.source))
        self.add(node, KG.confidence, share(mention.confidence))
        self.add(node, KG.sentence, self.span(*self._sentences.around(mention.start, mention.stop)))
        return node

    def _place(self, node: NamedNode, start: int, stop: int, quote: str) -> None:
        self.add(node, KG.inDocument, self.node)
        self.add(node, KG.start, integer(start))
        self.add(node, KG.end, integer(stop))
        self.add(node, KG.quote, words(quote))


def describe_document(sheet: DocumentSheet) -> None:
    """Identifier, day, language, publisher, source and hash, with the words that gave them."""
    document, node = sheet.document, sheet.node
    sheet.type(node, KG.Document)
    sheet.add(node, DCTERMS.identifier, words(document.id))
    sheet.add(node, DCTERMS.language, words(document.lang))
    sheet.add(node, DCTERMS.format, words(document.media_type))
    sheet.add(node, DCTERMS.issued, when(document.date) if document.date else None)
    sheet.add(node, DCTERMS.source, web(document.url))
    sheet.add(node, KG.sha256, words(document.sha256))
    sheet.add(node, KG.fileName, words(document.name))
    sheet.add(node, KG.encoding, words(document.encoding))
    sheet.add(node, KG.length, integer(len(document.text)))
    sheet.add(sheet.graph, PROV.wasDerivedFrom, node)
    _describe_words(sheet, document)


def _describe_words(sheet: DocumentSheet, document: Document) -> None:
    node = sheet.node
    if document.title:
        sheet.add(node, DCTERMS.title, words(" ".join(document.title.words.split()), document.lang))
    if document.publisher:
        sheet.add(node, KG.publisherName, words(" ".join(document.publisher.words.split())))
    if sheet.identity.knows(sheet.resolved.publisher):
        sheet.add(node, DCTERMS.publisher, sheet.entity(sheet.resolved.publisher))
    sheet.add(node, KG.titleSpan, sheet.evidence(document.title))
    sheet.add(node, KG.dateSpan, sheet.evidence(document.date_evidence))
    sheet.add(node, KG.publisherSpan, sheet.evidence(document.publisher))


def describe_mentions(sheet: DocumentSheet) -> None:
    """Every mention with the thing it names, and why it was taken for that thing."""
    for entity in sheet.resolved.entities:
        thing = sheet.names.thing(sheet.identity.local(entity.id))
        spans = [sheet.mention(mention, thing) for mention in entity.mentions]
        _describe_link(sheet, entity, thing, spans)


def _describe_link(sheet: DocumentSheet, entity: Entity, thing: NamedNode, spans: list[NamedNode]) -> None:
    link = sheet.identity.links.get(entity.id)
    if link is None:
        return
    node = sheet.names.node("link", content_id(entity.id, link.canonical))
    sheet.type(node, KG.Link)
    sheet.add(node, KG.refersTo, thing)
    sheet.add(node, KG.inDocument, sheet.node)
    sheet.add(node, KG.evidence, *spans)
    sheet.add(node, KG.confidence, share(link.score))
    sheet.add(node, KG.reason, words(link.reason))
