"""Words that tie a figure to a name or keep it from one, as `kg/lang/<lang>/data/ties.toml` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.figures.word_forms import NEVER, either, words
from kg.lang import tables


@dataclass(frozen=True, slots=True)
class Back:
    """General words that point back to a name told before: «в ходе акции», «в районе»."""

    kind: str
    pattern: re.Pattern[str]
    classes: tuple[str, ...]  # one of these stands in or beside the name; empty: any name of the kind
    finer: tuple[str, ...] = ()  # or the name is of one of these classes
    others: tuple[str, ...] = ()  # but none of these: «проект» is no programme, unless it is called both


@dataclass(frozen=True, slots=True)
class Member:
    """Who or what is counted, of which kinds of bodies it is, and who does it: «депутаты рассмотрели 5 [вопросов]»."""

    words: re.Pattern[str]
    finer: frozenset[str]
    by: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Thing:
    """Words that mean a thing told of before, by its class or by what is measured of it, and which things they mean."""

    words: re.Pattern[str]
    finer: frozenset[str]  # classes of the names that may be meant
    classes: tuple[str, ...]  # or one of these stands in or beside the name
    told: re.Pattern[str]  # words of a thing without a name, whose town is meant: «школа в Таре»
    reach: int  # sentences back to it
    kept: bool  # though a sentence between names another place
    plural: bool  # words in the plural that mean one thing: «инвестиции составили»


@dataclass(frozen=True)
class Ties:
    """The table of a language, compiled."""

    source_before: re.Pattern[str]
    source_after: re.Pattern[str]
    tellers: re.Pattern[str] | None  # behind what is told: «, заявил посол в Таре»
    telling: re.Pattern[str]  # the same words anywhere in a sentence
    venue: re.Pattern[str]  # before the place in which something was told: «на брифинге в [Астане]»
    owner_before: re.Pattern[str]
    owner_after: re.Pattern[str]
    where_before: re.Pattern[str]
    where_after: re.Pattern[str]
    shared: re.Pattern[str]  # what two countries have together, which is no one's
    trade: re.Pattern[str]  # what a country has with another, where one is named
    sent: re.Pattern[str]  # what goes to a place is not that place's: «Қытайға экспорт»
    route: re.Pattern[str]  # before the end of a way whose beginning is told: «из Тары в [Омск]»
    giver: re.Pattern[str]  # behind a bare class word that gives: «[Область] выделила школе 300 млн»
    given_by: re.Pattern[str]  # before a body that money comes from: «из фонда»
    given_after: re.Pattern[str]  # behind a body by whose will or money something is done: «бастамасымен»
    mended: re.Pattern[str]  # behind a road that money is spent on: «жөндеуге»
    spends: re.Pattern[str]  # of an authority whose own money is told: «15 млрд теңгені игермеді»
    measure: re.Pattern[str]  # before the name of what is measured: «мощность завода [«Тулпар»]»
    works: re.Pattern[str]  # before the name of what is built or mended: «ремонт дороги [Омск – Тара]»
    spread: re.Pattern[str]  # before a land all over which things are counted: «100 школ [по всему] Кыргызстану»
    sized: re.Pattern[str]  # between the name of a house and how large it is: «[школа № 5] на 900 мест»
    affairs: re.Pattern[str]  # between a body and a figure of its own: «[Министерство] не освоило 5 млрд»
    grounds: re.Pattern[str]  # before the name of whose they are: «посевы хозяйства [«Тулпар»]»
    joined_before: re.Pattern[str]  # before a name that is told with others: «восемь сёл и город [Тара]»
    many: re.Pattern[str]  # places that are not named: «всем регионам»
    turns: re.Pattern[str]  # words by which a sentence turns to another subject, or sums up: «всего», «сондай-ақ»
    in_order: re.Pattern[str]  # as many numbers as names, in their order: «соответственно»
    reports: re.Pattern[str]  # begins a sentence that only says who told: «Об этом сообщил аким»
    part: re.Pattern[str]  # words that make a number a part of the one before: «из них»
    less: re.Pattern[str]  # the same right before the number: «12 тонн, что на 5% больше», not «что на школы дадут 9»
    authorities: frozenset[str]  # kinds of bodies that decide on figures and tell them, and are not what is counted
    its: re.Pattern[str]  # words that point to the thing of the sentence before
    thing_again: re.Pattern[str]  # such words for what is built alone, and for no place: «нысан», «құрылысына»
    costs: re.Pattern[str]  # such words for what costs something, a project as well: «его стоимость»
    within: re.Pattern[str]  # ends a class word that describes a thing by where it is: «облыстағы [зауыт]»
    builds: re.Pattern[str]  # of a sentence that tells who builds a thing: «мердігер», «жүргізіп жатыр»
    frame: re.Pattern[str]
    speaks: re.Pattern[str]  # with whom a company's figures are told
    back: tuple[Back, ...]
    members: tuple[Member, ...]
    facility: re.Pattern[str]  # class words of places one can enter; `stem` is what their names hold
    houses: tuple[tuple[re.Pattern[str], frozenset[str]], ...]  # words for a house → kinds of bodies that they mean
    things: tuple[Thing, ...]
    another: re.Pattern[str]  # before the class word of a thing that is not the one told of: «другая [школа]»
    beneficial: frozenset[str]  # before a class word that a sentence does not turn to: «важно для [региона]»
    head_of: re.Pattern[str]  # between a number and the class word of the thing whose head tells it
    joined: re.Pattern[str]  # what stands between two names told side by side
    parting: re.Pattern[str]  # what parts a name from words that are not its own: «школа, [на] улице»
    unchained: re.Pattern[str]  # between two places of which neither holds the other: «Ясное [и] Сай»
    inward: frozenset[str]  # prepositions that say where: «в», «на»
    capitals: frozenset[str]  # class words of a country's capital
    republics: frozenset[str]  # class words of a country that a region may be as well
    rural: frozenset[str]  # class words of a rural district, where the text names one
    plurals: frozenset[str]  # forms of several places that may be read as another word: «59% [сел]»
    states: frozenset[str]  # class words of a country that also mean its power, which gives: «от государства»
    whole: frozenset[str]  # words before a class word that leave it standing for the place told of: «по всей области»
    loose: frozenset[str]  # class words that mean a town as well where no region is named: «в регионе», «өңірде»
    fields: frozenset[str]  # class words that may mean something else: «в области образования»
    over: frozenset[str]  # between a body or a rank and the class word of what it is for: «УМВД [по] региону»
    ranks: frozenset[str]  # what a place has among the others: «третье [место] по республике»
    seats: frozenset[str]  # words behind a class word that make another place of it: «облыс орталығы»
    narrowest_first: bool
    case_at_end: bool  # the last word of a name carries its case


def thing(row: dict[str, Any], built: dict[str, Any]) -> Thing:
    """A row of the table, compiled; `built` holds what rows say of whatever is built."""
    row = {**built, **row} if row.get("built") else row
    return Thing(
        re.compile(rf"(?<!\w)(?:{row['words']})(?!\w)"),
        frozenset(row["finer"]),
        tuple(row.get("classes", ())),
        re.compile(rf"(?<!\w)(?:{row['told']})" if "told" in row else NEVER),
        row["reach"],
        row.get("kept", False),
        row.get("plural", False),
    )


@cache
def ties(lang: str) -> Ties:
    """The ties of a language."""
    table: dict[str, Any] = tables.load(lang, "ties")

    def before(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{either(table[name])})[\s«\"]*$")

    def after(name: str, skipped: int) -> re.Pattern[str]:
        return re.compile(rf"[»\"]?[\s,]*(?:[^\W\d_]+\s){{0,{skipped}}}(?:{either(table[name])})")

    return Ties(
        source_before=before("source_before"),
        source_after=after("source_after", 3),
        tellers=re.compile(rf",\s(?:{either(table['tellers'])})(?!\w)") if table["tellers"] else None,
        telling=words(table["tellers"]),
        venue=re.compile(table.get("venue", NEVER)),
        owner_before=before("owner_before"),
        owner_after=after("owner_after", 1),
        where_before=before("where_before"),
        where_after=after("where_after", 0),
        shared=words(table["shared"]),
        trade=words(table["trade"]),
        sent=words(table["sent"]),
        route=re.compile(table["route"]),
        giver=re.compile(table["giver"]),
        given_by=before("given_by"),
        given_after=after("given_after", 1),
        mended=after("mended", 2),
        spends=words(table["spends"]),
        measure=re.compile(table["measure"]),
        works=re.compile(table.get("works", NEVER)),
        spread=re.compile(table.get("spread", NEVER)),
        sized=re.compile(table.get("sized", NEVER)),
        affairs=re.compile(table.get("affairs", NEVER)),
        grounds=re.compile(table["grounds"], re.IGNORECASE),
        joined_before=re.compile(rf"(?<!\w)(?:{either(table['joined'])})\s*(?:{table['joined_in']})?[«\"]?$"),
        many=words(table["many"]),
        turns=words(table["turns"]),
        part=words(table["part"]),
        less=re.compile(rf"(?<!\w)(?:{either(table['less'])})\s(?:[^\W\d_]+\s){{0,1}}$"),
        in_order=words(table["in_order"]),
        reports=words(table["reports"]),
        authorities=frozenset(tables.load(lang, "statements")["words"]["authorities"]),
        its=words(table["its"]),
        thing_again=words(table["thing_again"]),
        costs=words(table["costs"]),
        within=re.compile(table["within"]),
        builds=words(table["builds"]),
        frame=words(table["frame"]),
        speaks=words(table.get("speaks", ())),
        back=tuple(
            Back(
                row["kind"], words(row["words"]), *(tuple(row.get(name, [])) for name in ("classes", "finer", "others"))
            )
            for row in table["back"]
        ),
        members=tuple(
            Member(words(row["words"]), frozenset(row["finer"]), words(row["by"]) if "by" in row else None)
            for row in table["member"]
        ),
        facility=re.compile(rf"(?<!\w)(?P<stem>{'|'.join(table['facility'])})\w{{0,4}}(?!\w)"),
        houses=tuple((re.compile(row["word"]), frozenset(row["finer"])) for row in table["house"]),
        things=tuple(thing(row, table["built"]) for row in table.get("thing", ())),
        another=re.compile(table.get("another", NEVER)),
        beneficial=frozenset(table.get("beneficial", ())),
        head_of=re.compile(table.get("head_of", NEVER)),
        joined=re.compile(
            rf"{table['joined_out']}[»\"]?,?\s*(?:{either(table['joined'])})\s*(?:{table['joined_in']})?[«\"]?"
        ),
        parting=re.compile(rf"[,;:.()—–]|(?<!\w)(?:{either(table['parting'])})(?!\w)"),
        unchained=re.compile(rf"[\d;:()—–]|(?<!\w)(?:{either(table['unchained'])})(?!\w)"),
        inward=frozenset(table["inward"]),
        capitals=frozenset(table["capitals"]),
        republics=frozenset(table["republics"]),
        rural=frozenset(table["rural"]),
        plurals=frozenset(table["plurals"]),
        states=frozenset(table["states"]),
        whole=frozenset(table["whole"]),
        loose=frozenset(table["loose"]),
        fields=frozenset(table["fields"]),
        over=frozenset(table["over"]),
        ranks=frozenset(table["ranks"]),
        seats=frozenset(table["seats"]),
        narrowest_first=table["narrowest_first"],
        case_at_end=table["case_at_end"],
    )
