"""A small collection written by hand: invented people in an invented town, told by three documents."""

from __future__ import annotations

from dataclasses import replace

from kg.model import (
    Canonical,
    Claim,
    Collection,
    Document,
    Entity,
    Evidence,
    Figure,
    Link,
    Mention,
    Post,
    Resolved,
    Segment,
    Skipped,
    Statement,
)

RU = (
    "Вести Тасбулака\n\nАким города встретился с министром\n\n"
    "Аким Тасбулака Ерлан Жасыбаев встретился с министром Марией Кротовой. "
    "В 2031 году город получил 3,7 млрд тенге на программу «Чистый двор». "
    "«Школу сдадим к 1 августа», — сказал Е. Жасыбаев."
)
KK = (
    "Тасбұлақ қаласының әкімі Ерлан Жасыбаев есеп берді.\n"
    "2031 жылы қала 4,1 млрд теңге алды. «Таза аула» бағдарламасы іске асып жатыр."
)
LATE = "Аким Тасбулака Дина Оспан приедет в село Аксай. Её предшественник не был назначен."


def document(name: str, text: str, lang: str, date: str | None, title: str | None = None) -> Document:
    segment = Segment(name, 0, len(text), lang, "body", text)
    return Document(
        id=name,
        name=f"{name}.txt",
        text=text,
        sha256="0" * 64,
        encoding="utf-8",
        media_type="text/plain",
        lang=lang,
        segments=(segment,),
        title=words(name, text, title) if title else None,
        date=date,
        url="https://tasbulak.example/жаңалық?id=1" if name == "ru1" else None,
    )


def words(name: str, text: str, phrase: str, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return Evidence(name, start, start + len(phrase), phrase)


def entity(doc: Document, kind: str, name: str, *phrases: str, finer: tuple[str, ...] = ()) -> Entity:
    spans = [words(doc.id, doc.text, phrase) for phrase in phrases]
    mentions = tuple(Mention(doc.id, s.start, s.stop, s.words, kind, name, doc.lang, "rule:test", 0.9) for s in spans)
    return Entity(doc.id, kind, name, doc.lang, mentions, finer)


def ru1() -> Resolved:
    doc = document("ru1", RU, "ru", "2031-05-02", "Аким города встретился с министром")

    def said(phrase: str) -> Evidence:
        return words("ru1", RU, phrase)

    akim = entity(doc, "Person", "Ерлан Жасыбаев", "Ерлан Жасыбаев", "Е. Жасыбаев")
    minister = entity(doc, "Person", "Мария Кротова", "Марией Кротовой")
    town = entity(doc, "Place", "Тасбулак", "Тасбулака Ерлан"[:9], finer=("City",))
    yard = entity(doc, "Project", "Чистый двор", "Чистый двор", finer=("Programme",))
    paper = entity(doc, "Organization", "Вести Тасбулака", "Вести Тасбулака", finer=("NewsMedia",))
    meeting = said("Ерлан Жасыбаев встретился с министром Марией Кротовой")
    sentence = said("В 2031 году город получил 3,7 млрд тенге на программу «Чистый двор».")
    claims = (
        Claim(
            akim.id,
            "holds",
            None,
            said("Аким Тасбулака"),
            "posts/title",
            0.9,
            Post("akim", town.id, "аким Тасбулака"),
            "current",
        ),
        Claim(
            minister.id,
            "holds",
            None,
            said("министром"),
            "posts/title",
            0.8,
            Post("minister", None, "министр"),
            "current",
        ),
        Claim(minister.id, "metWith", akim.id, meeting, "relations/met", 0.9),
        Claim(akim.id, "metWith", minister.id, said("Аким города встретился с министром"), "relations/met", 0.7),
        Claim(yard.id, "locatedIn", town.id, said("город получил"), "relations/located", 0.5),
        Claim(akim.id, "metWith", akim.id, meeting, "relations/met", 0.4),
    )
    figures = (
        Figure(
            "3700000000",
            "KZT",
            "бюджет",
            said("3,7 млрд тенге"),
            sentence,
            "figures/money",
            0.9,
            town.id,
            period="2031",
            concept="budget",
        ),
    )
    statements = (
        Statement(
            "Commitment",
            said("Школу сдадим к 1 августа"),
            "statements/will",
            0.7,
            akim.id,
            (minister.id,),
            (),
            "--08-01",
        ),
        Statement("Quote", said("«Школу сдадим к 1 августа», — сказал"), "statements/quote", 0.9, akim.id),
    )
    return Resolved(doc, (akim, minister, town, yard, paper), claims, figures, statements, paper.id)


def kk1() -> Resolved:
    doc = document("kk1", KK, "kk", "2031-05-02")

    def said(phrase: str) -> Evidence:
        return words("kk1", KK, phrase)

    akim = entity(doc, "Person", "Ерлан Жасыбаев", "Ерлан Жасыбаев")
    town = entity(doc, "Place", "Тасбұлақ", "Тасбұлақ", finer=("City",))
    yard = entity(doc, "Project", "Таза аула", "Таза аула", finer=("Programme",))
    post = Post("akim", town.id, "Тасбұлақ қаласының әкімі", "kk")
    sentence = said("2031 жылы қала 4,1 млрд теңге алды.")
    claims = (Claim(akim.id, "holds", None, said("Тасбұлақ қаласының әкімі"), "posts/title", 0.9, post, "current"),)
    figures = (
        Figure(
            "4100000000",
            "KZT",
            "бюджет",
            said("4,1 млрд теңге"),
            sentence,
            "figures/money",
            0.9,
            town.id,
            period="2031",
            concept="budget",
        ),
    )
    return Resolved(doc, (akim, town, yard), claims, figures)


def late() -> Resolved:
    doc = document("ru 2 «поздно»", LATE, "ru", "2031-05-02")

    def said(phrase: str) -> Evidence:
        return words(doc.id, LATE, phrase)

    akim = entity(doc, "Person", "Дина Оспан", "Дина Оспан")
    town = entity(doc, "Place", "Тасбулак", "Тасбулака", finer=("City",))
    village = entity(doc, "Place", "Аксай", "Аксай", finer=("Village",))
    claims = (
        Claim(
            akim.id,
            "holds",
            None,
            said("Аким Тасбулака"),
            "posts/title",
            0.9,
            Post("akim", town.id, "аким Тасбулака"),
            "current",
        ),
        Claim(
            akim.id, "visited", village.id, said("приедет в село Аксай"), "relations/visits", 0.8, modality="planned"
        ),
        Claim(akim.id, "appointed", akim.id, said("не был назначен"), "relations/appointed", 0.3, modality="negated"),
        Claim(village.id, "within", town.id, said("не был назначен"), "relations/within", 0.3, modality="negated"),
    )
    return Resolved(doc, (akim, town, village), claims)


THINGS = {
    "Ерлан Жасыбаев": Canonical(
        "person/erlan-zhasybaev",
        "Person",
        (("ru", "Ерлан Жасыбаев"), ("kk", "Ерлан Жасыбаев"), ("en", "Yerlan Zhassybayev")),
        (("ru", "Е. Жасыбаев"), ("ru", "Ерлан Жасыбаев")),
        features=(("surname", "Жасыбаев"), ("given", "Ерлан")),
    ),
    "Мария Кротова": Canonical("person/mariya-krotova", "Person", (("ru", "Мария Кротова"), ("en", "Maria Krotova"))),
    "Дина Оспан": Canonical("person/dina-ospan", "Person", (("ru", "Дина Оспан"),)),
    "Тасбулак": Canonical(
        "place/tasbulak",
        "Place",
        (("ru", "Тасбулак"), ("kk", "Тасбұлақ"), ("en", "Tasbulak")),
        finer=("City",),
        known_as="place/tasbulak",
        within=("place/stepnoy-kray",),
    ),
    "Степной край": Canonical("place/stepnoy-kray", "Place", (("ru", "Степной край"),), finer=("Region",)),
    "Аксай": Canonical("place/aksai", "Place", (("ru", "Аксай"),), finer=("Village",)),
    "Чистый двор": Canonical(
        "project/clean-yard", "Project", (("ru", "Чистый двор"), ("kk", "Таза аула")), finer=("Programme",)
    ),
}
SAME = {"Тасбұлақ": "Тасбулак", "Таза аула": "Чистый двор"}


def collection(*documents: Resolved) -> Collection:
    """The documents with their links; «Вести Тасбулака» has none, and stands for itself."""
    chosen = list(documents) or [ru1(), kk1(), late()]
    links = []
    for resolved in chosen:
        for one in resolved.entities:
            thing = THINGS.get(SAME.get(one.name, one.name))
            if thing:
                links.append(Link(one.id, thing.id, 0.95, "same name"))
    used = {link.canonical for link in links}
    used |= {parent for thing in THINGS.values() if thing.id in used for parent in thing.within}
    things = [thing for thing in THINGS.values() if thing.id in used]
    return Collection(chosen, links, things, [Skipped("empty.txt", "empty")])


def replace_words(resolved: Resolved, other: str) -> Resolved:
    """The document with a claim whose words are not those of its text."""
    claim = resolved.claims[0]
    return replace(resolved, claims=(replace(claim, evidence=replace(claim.evidence, words=other)),))


def with_claim(resolved: Resolved, predicate: str, subject: str, object_: str | None) -> Resolved:
    """The document with one more claim, between the first entities of two kinds, or with an end of nowhere."""

    def first(kind: str) -> str:
        return next(entity.id for entity in resolved.entities if entity.kind == kind)

    evidence = resolved.claims[0].evidence
    end = first(object_) if object_ else "0" * 16
    claim = Claim(first(subject), predicate, end, evidence, "rule:test", 0.5)
    return replace(resolved, claims=(*resolved.claims, claim))
