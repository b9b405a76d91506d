"""What a figure is of where its sentence names nothing: «комплекс рассчитан на 300 мест», «на его строительство»."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.extract.figures.bare_numbers import Counted
from kg.extract.figures.chains import chains, rank
from kg.extract.figures.passage import Passage, Stretch
from kg.extract.figures.ties import Back, ties
from kg.extract.figures.together import COUNTRY
from kg.extract.found import is_plural, next_word, titles
from kg.lang import tables

FACILITIES = ("Place", "Organization")
HOUSES = frozenset(
    {
        "School",
        "Hospital",
        "University",
        "College",
        "Kindergarten",
        "Museum",
        "Theatre",
        "Library",
        "Company",
        "Facility",
    }
)
HOLDING = (*HOUSES, "Centre", "Complex")  # bodies in which a thing may stand: «в центре «Тулпар» открыт бассейн»
CALLED, STEM = 40, 5  # characters around a name in which its class stands; letters of a noun that its cases share
FARTHEST = 800  # characters back to the name that a general word points to
NEAR = 2  # sentences back to the thing that «на его строительство» means
DATELINE = 5  # letters of a place in capitals that begins a report: «АСТАНА. …»
DAY_BEHIND = re.compile(r"[.,]\s\d{1,2}(?:\.\d\d|\s[^\W\d_]+)[,.]?(?:\s\d{4}\S*)?\s?[.,–—-]")  # of a dateline
AROUND = ("Country", "Region", "District")  # places that a house stands in beside the one told with them
PASSED = ("River", "Street")  # places that a house stands at: «мост через реку»
SHORT = 3  # letters of a legal form, which stands as a word: «ао», «жшс»
BESIDE = 22  # characters beside a name in which its class word stands


def pointed_back(passage: Passage, one: Counted, others: list[Counted], level: Span | None = None) -> Stretch | None:
    """«За время акции собрано …»: the project named last; «в районе»: the district named last.

    `level` is a bare class word of the sentence, which a house may be told of in.
    """
    sentence = passage.sentence(one.start)
    wide = level is not None and leads_things(passage, level, sentence)
    earlier = [s for s in passage.entities if sentence[0] - FARTHEST <= s.end_char <= sentence[0]]
    for back in ties(passage.lang).back:
        if all(is_counted(match.start(), others) for match in back.pattern.finditer(passage.text, *sentence)):
            continue
        before = [s for s in passage.entities if s.end_char <= sentence[0] and s.label_ == back.kind]
        called = [s for s in before if back.kind == "Project" and is_called_so(passage, s, back, sentence)]
        fitting = called or [s for s in earlier if s.label_ == back.kind and is_meant(passage, s, back)]
        if fitting and not (wide and back.kind == "Organization"):
            last = last_but_builder(passage, fitting)
            last = built_under(passage, last, sentence) or last
            return last.start_char, last.end_char
    if wide or ties(passage.lang).turns.search(passage.text, sentence[0], one.start):
        return None
    found = (
        counted_of(passage, one, earlier)
        or told_by_its_own(passage, sentence)
        or same_class(passage, one, others, earlier)
        or just_told(passage, sentence, earlier, others)
        or on_its_grounds(passage, sentence, earlier)
    )
    return (found.start_char, found.end_char) if found is not None else None


def built_under(passage: Passage, programme: Span, sentence: Stretch) -> Span | None:
    """«По программе «Рост» [в Ясном] строят школу. Стоимость проекта – …»: where the thing is that it costs."""
    if programme.label_ != "Project" or not ties(passage.lang).costs.search(passage.text, *sentence):
        return None
    first, last = passage.sentence(programme.start_char)
    said = tables.load(passage.lang, "grammar")["works"]
    under = re.compile(said["under"], re.IGNORECASE).search(passage.text, first, programme.start_char)
    behind = re.compile(said["behind"], re.IGNORECASE).match(passage.text, programme.end_char, last)
    places = [s for s in passage.entities if s.label_ == "Place" and first <= s.start_char < last]
    towns = sorted([s for s in chains(passage, places) if is_town(passage, s)] if under or behind else [], key=rank)
    return towns[0] if towns and all(rank(s) > rank(towns[0]) for s in towns[1:]) else None


def leads_things(passage: Passage, level: Span, sentence: Stretch) -> bool:
    """«[Облыста] былтыр зауыт салынды»: a sentence of a place; «[облыстағы] зауыт» is the one told of."""
    known = ties(passage.lang)
    behind = next_word(passage.doc, level.end)
    of_one = behind < len(passage.doc) and not is_plural(passage.doc[behind])
    if not known.case_at_end or (of_one and known.within.search(level.text)):
        return False
    pointing = (known.facility, known.its, known.thing_again)
    return not any(pattern.search(passage.text, sentence[0], level.start_char) for pattern in pointing)


def last_but_builder(passage: Passage, spans: list[Span]) -> Span:
    """The last of several, who only builds for another aside."""
    return next((s for s in reversed(spans) if not is_builder(passage, s)), spans[-1])


def counted_of(passage: Passage, one: Counted, earlier: list[Span]) -> Span | None:
    """«Из 69 депутатов»: the assembly named last, whose members are counted."""
    if one.noun is None:
        return None
    begin = passage.sentence(one.start)[0]
    counted = [member for member in ties(passage.lang).members if member.words.search(passage.text, *one.noun)]
    kinds = {k for m in counted if m.by is None or m.by.search(passage.text, begin, one.start) for k in m.finer}
    recent = [first for first, last in passage.sentences if last <= begin][-NEAR:]
    fitting = [s for s in earlier if s.id_ in kinds and recent and s.start_char >= recent[0]]
    return fitting[-1] if fitting and len({s.text for s in fitting}) == 1 else None


def is_meant(passage: Passage, span: Span, back: Back) -> bool:
    """By its class word or by what is known of it: «қалада» of «Тараз»; no official's, «Тараз әкімі»."""
    if span.id_ in ties(passage.lang).authorities or (back.others and class_of(passage, span, back.others)):
        return False
    known = span.id_ in back.finer and not owned(passage, span)
    return known or class_of(passage, span, back.classes)


def is_called_so(passage: Passage, span: Span, back: Back, sentence: Stretch) -> bool:
    """Whether the word that points back stands beside a name: «акцияға» of ««Жасыл белдеу» акциясы», not of a plan."""
    words = [word for match in back.pattern.finditer(passage.text, *sentence) for word in match.group().split()]
    first, last = passage.sentence(span.start_char)
    beside = passage.text[max(first, span.start_char - CALLED) : min(last, span.end_char + CALLED)]
    return any(word[:STEM] in beside for word in words if len(word) >= STEM)


def told_by_its_own(passage: Passage, sentence: Stretch) -> Span | None:
    """«[Тұлпар]» ЖШС директорының айтуынша, 40 адам жұмыс істейді»: the company whose head or speaker tells."""
    if not ties(passage.lang).speaks.search(passage.text, *sentence):
        return None
    bodies = {(s.start, s.end): s for s in passage.entities if s.label_ == "Organization" and s.id_ in (*HOUSES, "")}
    inside = [t for t in titles(passage.doc) if sentence[0] <= passage.doc[t.start].idx < sentence[1]]
    found = [bodies[t.of] for t in inside if t.of in bodies]
    return found[0] if len(found) == 1 and len(inside) == 1 else None


def same_class(passage: Passage, one: Counted, others: list[Counted], earlier: list[Span]) -> Span | None:
    """«Комплекс рассчитан на 300 мест»: the sports complex named before, or the town where one is told of."""
    begin, _ = passage.sentence(one.start)
    for match in ties(passage.lang).facility.finditer(passage.text, begin, one.start):
        if passage.case(match.start())[1] == "Plur" or is_counted(match.start(), others):
            continue
        none = (*AROUND, *PASSED, *ties(passage.lang).authorities)
        houses = [s for s in earlier if s.label_ in FACILITIES and s.id_ not in none]
        kinds = {k for form, kind in ties(passage.lang).houses if form.match(passage.text, match.start()) for k in kind}
        fitting = [s for s in houses if s.id_ in kinds or class_of(passage, s, (match.group("stem"),))]
        if fitting:
            own = [s for s in fitting if rank(s) < 0 or s.id_ in kinds]
            return last_but_builder(passage, own or fitting)
        told = where_told(passage, match.group("stem"), begin, earlier, others)
        if told is not None:
            return told
    return None


def is_counted(at: int, others: list[Counted]) -> bool:
    """«5 мектеп»: a number of things, not the one told of before."""
    return any(other.noun is not None and other.noun[0] <= at < other.noun[1] for other in others)


def where_told(passage: Passage, stem: str, begin: int, earlier: list[Span], others: list[Counted]) -> Span | None:
    """The place in the last sentence before that tells of such a thing: «в Таразе построят [школу]»."""
    for first, last in reversed(passage.sentences):
        if last > begin or last < begin - FARTHEST or not tells_of(passage, stem, first, last, others):
            continue
        told = [s for s in earlier if first <= s.start_char < last and s.label_ == "Place" and is_town(passage, s)]
        places = chains(passage, told)
        housed = any(s.label_ == "Organization" and s.id_ in HOLDING and first <= s.start_char < last for s in earlier)
        narrow = [s for s in places if s.id_ not in AROUND] or ([] if housed else places)
        if narrow:
            return narrow[-1] if not ties(passage.lang).narrowest_first else narrow[0]
    return None


def tells_of(passage: Passage, stem: str, first: int, last: int, others: list[Counted]) -> bool:
    """Whether a sentence has the class word, not «6 школ», or one that points to such a thing: «учебное заведение»."""
    told = re.finditer(rf"(?<!\w){stem}", passage.text[first:last])
    named = any(not is_counted(first + match.start(), others) for match in told)
    return bool(named or ties(passage.lang).its.search(passage.text, first, last))


def just_told(passage: Passage, sentence: Stretch, earlier: list[Span], others: list[Counted]) -> Span | None:
    """«На его строительство ушло …»: the house, or else the town, of the sentences right before."""
    thing = means_thing(passage, sentence, others)
    if not thing and not ties(passage.lang).its.search(passage.text, *sentence):
        return None
    costs = ties(passage.lang).costs.search(passage.text, *sentence) is not None
    for first, last in [s for s in reversed(passage.sentences) if s[1] <= sentence[0]][:NEAR]:
        told = [s for s in earlier if first <= s.start_char < last]
        level = any(first <= span.start_char < last for span in passage.levels)
        if level and not thing:
            return None  # «Растёт экономика района. Здесь …»
        houses = [s for s in told if s.id_ in HOUSES and not is_builder(passage, s)]
        places = [s for s in told if s.label_ == "Place" and is_town(passage, s)]
        costly = [s for s in told if s.label_ == "Project"] if costs else []
        found = houses or costly or sorted(places if ties(passage.lang).narrowest_first else places[::-1], key=rank)
        if found:
            return found[0]
        if any(s.label_ == "Place" and s.id_ == COUNTRY for s in told):
            return None  # «В Казахстане собрали 15 млн тонн. На это ушло …»: the country is meant, no town before it
    return None


def means_thing(passage: Passage, sentence: Stretch, others: list[Counted]) -> bool:
    """«Нысанда 40 адам …», «құрылысына …»: a thing that was built, whatever district a sentence tells of besides."""
    found = ties(passage.lang).thing_again.finditer(passage.text, *sentence)
    return any(not is_counted(match.start(), others) for match in found)


def is_builder(passage: Passage, span: Span) -> bool:
    """«Құрылысты [«Тұлпар» ЖШС] жүргізіп жатыр»: a firm that builds a thing is not what is told of."""
    if span.id_ != "Company":
        return False
    return ties(passage.lang).builds.search(passage.text, *passage.sentence(span.start_char)) is not None


def on_its_grounds(passage: Passage, sentence: Stretch, earlier: list[Span]) -> Span | None:
    """«Осмотрел посевы хозяйства [«Тулпар»]. На площади 5 тысяч гектаров …»: the farm of the sentence right before."""
    first, last = next((s for s in reversed(passage.sentences) if s[1] <= sentence[0]), (0, 0))
    told = [s for s in earlier if first <= s.start_char < last and s.id_ in HOUSES]
    grounds = ties(passage.lang).grounds
    owners = [s for s in told if grounds.search(passage.text, max(first, s.start_char - CALLED), s.start_char)]
    return owners[0] if len(owners) == len(told) == 1 else None


def is_town(passage: Passage, span: Span) -> bool:
    """A place in which a thing can stand, and no official's: neither a country, a street nor «аким [Тараза]»."""
    if span.id_ in ("Country", "Street", "River") or is_dateline(passage, span):
        return False
    return not owned(passage, span)


def owned(passage: Passage, span: Span) -> bool:
    """The place of an office, «аким Алматы»: it says whose, not where."""
    return any(title.of == (span.start, span.end) for title in titles(passage.doc))


def is_dateline(passage: Passage, span: Span) -> bool:
    """«АСТАНА. ТАСС – …», «Омск, 10 января»: where the report was written."""
    if span.start_char not in passage.line_starts:
        return False
    dated = DAY_BEHIND.match(passage.text, span.end_char) is not None
    return dated or (span.text.isupper() and len(span.text) >= DATELINE)


def class_of(passage: Passage, span: Span, classes: tuple[str, ...]) -> bool:
    """Has the name, or the words beside it, the class word: «Илийский район» for «в районе»?"""
    parting = ties(passage.lang).parting
    left = parting.split(passage.text[max(0, span.start_char - BESIDE) : span.start_char])[-1]
    if span.label_ == "Place" and ties(passage.lang).case_at_end:
        left = ""  # «компаниясы [Семей] қаласында»: a Kazakh class word stands behind its name
    right = parting.split(passage.text[span.end_char : span.end_char + BESIDE])[0]
    around = left + passage.text[span.start_char : span.end_char] + right
    return not classes or any(called(name, around) for name in classes)


def called(name: str, around: str) -> bool:
    """«комплекс» also in «спорткомплекс», but «ақ» not in «аймақ»."""
    return bool(re.search(rf"(?<!\w){name}(?!\w)", around)) if len(name) <= SHORT else name in around
