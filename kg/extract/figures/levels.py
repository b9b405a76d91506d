"""Bare class words that say of which level a figure is: «в регионе», «жителей города», «жалпы ауданда».

Which place is meant only the whole document can tell; where it names none of that class, the figure is of nobody.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.extract.figures.ties import ties
from kg.extract.found import case, entities, feature, is_plural, next_word, previous_word, titles
from kg.lang import tables

LEVEL = "Level"  # label of a class word among the names that a figure may be tied to
CAPITAL = "Capital"
REPUBLIC = "Republic"  # a country, or a region that is one: «Татарстан»
RURAL = "RuralDistrict"
AREA = "Area"  # «в регионе» of a text that names no region: its town may be meant
TRADES = ("member", "other")  # roles of people of whom a place has many
DESCRIBING = ("ADJ", "DET", "NUM", "PRON")


def levels(doc: Doc, lang: str) -> list[Span]:
    """Class words that stand for a place named elsewhere; `id_` is its class."""
    classes: dict[str, str] = tables.load(lang, "grammar")["class_words"]
    capitals = frozenset(ties(lang).capitals)
    beside = 0 if ties(lang).case_at_end else 1  # «город Тараз»; Kazakh marks it by its ending: «Тараз қаласы»
    taken = {i for span in entities(doc) for i in range(span.start - beside, span.end + beside)}
    posts = [title for title in titles(doc) if not (title.plural and title.role in TRADES)]  # not «врачи [края]»
    taken |= {i for title in posts for i in range(title.start, title.stop)}
    region = any(span.id_ == "Region" for span in entities(doc))
    rural = any(span.id_ == RURAL for span in entities(doc))
    found = []
    for index, keys in enumerate(doc.user_data["keys"]):
        finer = next((CAPITAL if key in capitals else classes[key] for key in keys if key in classes), None)
        if finer and index not in taken and stands_alone(doc, index, lang):
            finer = finer if region or ties(lang).loose.isdisjoint(keys) else AREA
            finer = finer if ties(lang).republics.isdisjoint(keys) else REPUBLIC
            finer = finer if not rural or ties(lang).rural.isdisjoint(keys) else RURAL
            found.append(Span(doc, index, index + 1, label=LEVEL, span_id=finer))
    return found


def stands_alone(doc: Doc, index: int, lang: str) -> bool:
    """One place, without a name and of no other kind: not «в районах», «сельского округа», «в области науки»."""
    token = doc[index]
    if is_plural(token) or token.lower_ in ties(lang).plurals or (token.text[0].isupper() and not opens(doc, token)):
        return False
    if feature(token, "Person[psor]") == "3" or described(doc, index, lang):
        return False
    if is_bodys(doc, index, lang):
        return False
    if case(token) != "Loc" and not ties(lang).states.isdisjoint(doc.user_data["keys"][index]):
        return False  # «государство выделило 620 млн», «от государства»
    return not ambiguous(doc, token, lang)


def opens(doc: Doc, token: Token) -> bool:
    """Whether a sentence begins with a word, behind a quotation mark, a dash or the outlet that tells it.

    «[Өңірде] 4 мың пәтер салынды», «ҚазАқпарат – [Мегаполисте] 40 пәтер салынды».
    """
    before = token.i
    while before > 0 and not doc[before].is_sent_start and (doc[before - 1].is_punct or doc[before - 1].is_space):
        before -= 1
    told = any(span.end == before < token.i and span.id_ == "NewsMedia" for span in entities(doc))
    return told or bool(doc[before].is_sent_start)


def is_bodys(doc: Doc, index: int, lang: str) -> bool:
    """«УМВД по региону» tells, «занимает третье место по республике» compares: of neither level is the figure."""
    before = previous_word(doc, index)
    if before < 0 or doc[before].lower_ not in ties(lang).over:
        return False
    owner = previous_word(doc, before)
    if owner < 0:
        return False
    ranked = not ties(lang).ranks.isdisjoint(doc.user_data["keys"][owner])
    return ranked or any(s.label_ == "Organization" and s.start <= owner < s.end for s in entities(doc))


def described(doc: Doc, index: int, lang: str) -> bool:
    """Whether a word before says which or what kind: «избирательный округ», «көрші аудан»; «бүкіл облыс» it may be."""
    before = previous_word(doc, index)
    if before < 0 or doc[before].lower_ in ties(lang).whole:
        return False
    token = doc[before]
    attribute = ties(lang).case_at_end and token.pos_ == "NOUN" and case(token) in ("", "Nom")
    return token.pos_ in DESCRIBING or token.text[-1].isdigit() or attribute


def ambiguous(doc: Doc, token: Token, lang: str) -> bool:
    """«в области [образования]» is a field of work, «ауыл [шаруашылығы]» a trade, «облыс [орталығы]» its town."""
    known = ties(lang)
    after = next_word(doc, token.i + 1)
    behind = doc[after] if after < len(doc) else None
    if behind is not None and not known.seats.isdisjoint(doc.user_data["keys"][after]):
        return True
    if known.fields.isdisjoint(doc.user_data["keys"][token.i]):
        return False
    if known.case_at_end:
        around = behind is not None and known.where_after.match(behind.lower_)  # «еліміз [бойынша]»
        return case(token) in ("", "Nom") and not around
    return behind is not None and behind.pos_ in ("NOUN", "ADJ") and case(behind) == "Gen"  # also «столица области»
