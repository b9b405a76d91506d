"""The records that pass between stages, and how their ids are made. Standard library only.

Every record is frozen, holds only plain values, and can be written as one JSON line. Offsets are Unicode code points of
`Document.text`, half-open: `text[start:stop] == words`, always, with nothing normalised.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

ENTITY_KINDS = ("Person", "Organization", "Place", "Project")
PREDICATES = (
    "metWith", "reportedTo", "instructed", "appointed", "dismissed", "visited", "presented", "responsibleFor",
    "locatedIn", "within", "memberOf", "succeeded",
)  # fmt: skip
STATUSES = ("current", "former", "acting", "appointed", "dismissed", "candidate")
IN_OFFICE = ("current", "acting", "appointed")  # statuses of those who hold a post now
GOVERNING = ("akim", "deputy-akim")  # roles of those who govern a place
NATIONAL = ("president", "prime-minister")  # roles of which a country has one
# Units that are currencies, by ISO 4217.
MONEY = (
    "KZT", "USD", "RUB", "EUR", "CNY", "GBP", "JPY", "KRW", "CHF", "TRY", "UZS", "KGS", "TJS", "TMT", "AZN", "GEL",
    "AMD", "BYN", "UAH", "INR", "AED", "MDL",
)  # fmt: skip
STATEMENT_KINDS = ("Commitment", "Instruction", "Quote")


@lru_cache(maxsize=20_000, typed=True)  # a record is asked for its id many times; 1, 1.0 and True are three keys
def content_id(*parts: object) -> str:
    """Sixteen hex digits that are the same on every machine for the same parts."""
    text = "\x1f".join(["" if part is None else str(part) for part in parts])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words of one document: `document.text[start:stop] == words`."""

    document: str  # Document.id
    start: int
    stop: int
    words: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document's article in one language: «Глава государства принял акима…»."""

    document: str
    start: int
    stop: int
    lang: str  # ru, kk
    kind: str  # title, body, dateline, caption, byline
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as decoded, with what its page says of itself. What no segment covers belongs to no article."""

    id: str  # the file's name without its ending, or the record's own id: dcterms:identifier
    name: str  # the file's own name, never a path of this machine
    text: str
    sha256: str  # of the file's bytes
    encoding: str
    media_type: str  # text/plain, text/html
    lang: str  # ru, kk: the language of most of the article
    segments: tuple[Segment, ...]
    title: Evidence | None = None
    date: str | None = None  # ISO day of publication
    date_evidence: Evidence | None = None  # None when a URL or metadata gave the date
    publisher: Evidence | None = None  # the words that name the source: «zakon.kz»
    url: str | None = None
    about: Evidence | None = None  # the line that names whom a page is all about


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entity, or a title that stands for a person («аким», «Мемлекет басшысы»: kind Title)."""

    document: str
    start: int
    stop: int
    words: str
    kind: str  # one of ENTITY_KINDS, or Title
    name: str  # dictionary form in the text's own language: «Марат Султангазиев», «Алматинская область»
    lang: str
    source: str  # what found it: gazetteer, rule:persons/initials, model:kaznerd-crf
    confidence: float
    finer: str | None = None  # local name of a finer class: City, Region, District, University, Programme
    known_as: str | None = None  # key of a row of the gazetteer: place/almaty
    features: tuple[tuple[str, str], ...] = ()  # surname, given, patronymic, initials, gender; for a Title: role, class
    of: str | None = None  # for a Title or a body with an owner: Mention.id of the place or body it belongs to

    @property
    def id(self) -> str:
        return content_id(self.document, self.start, self.stop, self.kind)

    def feature(self, name: str) -> str | None:
        for key, value in self.features:
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Relation:
    """What one passage says of two mentions; `holds` joins a person to a Title mention.

    An end that the words leave unsaid («Президенту было доложено») is None: resolution fills it where only one
    candidate in the document fits, and drops the relation otherwise.
    """

    predicate: str  # one of PREDICATES, or holds
    subject: str | None  # Mention.id
    object: str | None  # Mention.id
    evidence: Evidence
    rule: str
    confidence: float
    modality: str = "asserted"  # asserted, planned, conditional, negated
    status: str | None = None  # for holds: one of STATUSES


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with a unit: «3,7 трлн тенге» is 3700000000000 KZT."""

    value: str  # canonical decimal, no exponent, no trailing zeros: 88.5
    unit: str  # local name of a unit of the ontology: KZT, percent, count, km
    indicator: str  # a noun phrase in the text's language: «валовый региональный продукт»
    evidence: Evidence  # the number with its unit
    sentence: Evidence
    rule: str
    confidence: float
    about: str | None = None  # Mention.id where the words say it; else resolution takes the document's subject
    bound: str | None = None  # more-than, less-than, about, up-to, at-least
    change: str | None = None  # level, increase, decrease, target
    period: str | None = None  # 2024, 2024/2025, 2024-06
    concept: str | None = None  # local name of a common indicator: grp, jobs, average-salary
    done: tuple[str, ...] = ()  # local names of the topics that its sentence tells of as done: «построены две школы»
    shared: bool = False  # of two countries together: «товарооборот двух стран» is about no one entity
    level: str | None = None  # class of the unnamed place that the words mean: Region of «в регионе»
    turns: bool = False  # its sentence turns from what the one before is about, or sums up: «всего», «сондай-ақ»
    part: bool = False  # of what the figure before it is about: «из них», «оның ішінде»
    topic: str | None = None  # Mention.id of the name that the sentences before turn around, where it has none itself


@dataclass(frozen=True, slots=True)
class Statement:
    """A promise, an order or somebody's words."""

    kind: str  # one of STATEMENT_KINDS
    evidence: Evidence
    rule: str
    confidence: float
    speaker: str | None = None  # Mention.id; None: unsaid, filled by resolution where it is certain
    addressees: tuple[str, ...] = ()  # Mention.id
    about: tuple[str, ...] = ()  # Mention.id
    due: str | None = None  # xsd:date, xsd:gYear, xsd:gYearMonth or --MM-DD lexical form
    reported: bool = False  # told in the passive, with no teller named
    topics: tuple[str, ...] = ()  # local names of topics in the words: water-supply, schools
    done: tuple[str, ...] = ()  # those that its sentences tell of as done
    to_others: bool = False  # an order given to somebody whom no name tells: «поручил министерствам …»


@dataclass(frozen=True, slots=True)
class Extract:
    """All that was found in one document, before anything is joined."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    printed: Document | None = None  # the document itself, where `document` is the same with its text made plain


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one thing within one document."""

    document: str
    kind: str
    name: str  # fullest dictionary form seen
    lang: str
    mentions: tuple[Mention, ...]
    finer: tuple[str, ...] = ()
    known_as: str | None = None
    features: tuple[tuple[str, str], ...] = ()
    owner: str | None = None  # Entity.id: the city of «акимат», so that two cities' akimats stay two

    @property
    def id(self) -> str:
        return content_id(self.document, self.kind, self.mentions[0].start, self.mentions[0].stop)


@dataclass(frozen=True, slots=True)
class Post:
    """An office, whoever holds it: role and jurisdiction."""

    role: str  # akim, deputy-akim, minister …: local names of the ontology's role concepts
    of: str | None  # Entity.id
    title: str = ""  # the words, in dictionary form: «аким Алматинской области»
    lang: str = "ru"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says: Марат Султангазиев – holds – аким Алматинской области."""

    subject: str  # Entity.id; canonical ids come later, from Links
    predicate: str  # one of PREDICATES, or holds
    object: str | None  # Entity.id; None for holds
    evidence: Evidence
    rule: str
    confidence: float
    post: Post | None = None
    status: str | None = None
    modality: str = "asserted"
    start: str | None = None  # of a post: since when the text says it is held, an ISO day, month or year
    stop: str | None = None  # until when
    stated: Evidence | None = None  # the words that say so


@dataclass(frozen=True, slots=True)
class Resolved:
    """One document as a small graph: entities, and facts between Entity.ids (no Mention.id is left in them)."""

    document: Document
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    publisher: str | None = None  # Entity.id
    main: str | None = None  # Entity.id of the place that the document turns around


@dataclass(frozen=True, slots=True)
class Link:
    """Which canonical entity a document's entity is, with the score and the reason of that judgement."""

    entity: str  # Entity.id
    canonical: str  # ASCII local name of the IRI: person/kassym-jomart-tokayev
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Canonical:
    """One thing across all documents."""

    id: str  # Link.canonical
    kind: str
    labels: tuple[tuple[str, str], ...]  # (language, preferred label), at most one each of ru, kk, en
    spellings: tuple[tuple[str, str], ...] = ()  # (language, any other spelling seen)
    finer: tuple[str, ...] = ()
    known_as: str | None = None
    features: tuple[tuple[str, str], ...] = ()
    within: tuple[str, ...] = ()  # Canonical.id of the places the gazetteer says it lies in


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document, and why."""

    name: str
    reason: str  # empty, binary, no article, language not covered
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A human decision, and what came of it in this build."""

    decision: str  # in one line: different: «Ахметов» (a, 3–10) – «Ахметов» (b, 0–7)
    outcome: str  # replayed, gone (what it speaks of is not there), not applied
    detail: str = ""  # why not
    dropped: tuple[str, ...] = ()  # what it took out of the graph, named


@dataclass(slots=True)
class Collection:
    """The whole run: what the graph is written from."""

    documents: list[Resolved] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    entities: list[Canonical] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    decisions: list[Replayed] = field(default_factory=list)
