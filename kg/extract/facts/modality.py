"""Whether a sentence says that something happened: asserted, planned, conditional or negated."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from kg.extract.found import case, has_key, holds, next_word, remembered
from kg.lang.features import values

CLAUSE = 12  # tokens between a noun and its verb at the most
FAR = 20  # tokens between a noun and the verb that tells whether it came about
WISHED = {"Imp", "Opt"}  # «босатылсын»
REACH = 4  # tokens before a verb in which «намерен», «будет», «не» govern it


@remembered
def modality(doc: Doc, first: int, start: int, stop: int, grammar: dict[str, Any]) -> str:
    """How a trigger at [start, stop) is meant, in a sentence that begins at `first`: «намерен посетить» is planned."""
    words = range(max(first, start - REACH), start)
    after = range(stop, min(stop + 3, doc[start].sent.end))
    trigger = [doc[i] for i in range(start, stop)]
    if any("Neg" in values(t.morph, "Polarity") for t in trigger) or _negated_before(doc, start, grammar):
        return "negated"
    if grammar["owner_first"] and holds(doc, grammar["negations"], after.start, after.stop):
        return "negated"
    if any(doc[i].lower_ in grammar.get("questions", ()) for i in after):
        return "conditional"
    conditional = any("Cnd" in values(t.morph, "Mood") for t in trigger) and not _contrasts(doc, stop, grammar)
    if conditional or holds(doc, grammar["conditions"], words.start, start):
        return "conditional"
    future = any("Fut" in values(t.morph, "Tense") for t in trigger)
    if future and any(doc[i].lower_ in grammar.get("ifs", ()) for i in range(first, start)):
        return "conditional"  # «если сенат утвердит Иванова, то он возглавит суд»
    if grammar["owner_first"] and (told := _came_to_nothing(doc, stop, trigger, grammar)):
        return told
    if grammar["owner_first"] and (said := _only_said(doc, stop, trigger, grammar)):
        return said
    if grammar["owner_first"] and _proposed(doc, start, stop, grammar):
        return "conditional"
    if grammar["owner_first"] and (any(_to_come(t) for t in trigger) or _ends_in_plan(doc, stop, trigger, grammar)):
        return "planned"
    if any(holds(doc, grammar.get(done, ()), words.start, start) for done in ("decides", "achieved")):
        denied = not grammar["owner_first"] and holds(doc, grammar["negations"], words.start, start)
        return "negated" if denied else "asserted"  # «не смог посетить»; «постановил назначить», «успел встретиться»
    if _opens(doc, first, start) and any(map(is_infinitive, trigger)):
        return "asserted"  # «Назначить Иванова акимом»: the words of a decree
    if future or any(is_infinitive(t) for t in trigger):
        return "negated" if holds(doc, grammar.get("refuses", ()), words.start, start) else "planned"
    noun = not any(values(t.morph, "VerbForm") for t in trigger)
    if (
        noun and not grammar["owner_first"] and doc[start].lower_ != grammar["by"]
    ):  # «[по поручению] мэра проверят»: given
        governor = _governor(doc, first, start, stop, CLAUSE, grammar)
        if governor is not None and _ahead(doc, governor, grammar):
            return "planned"  # «проведёт в понедельник встречу», «может провести несколько встреч»
        if fate := _fate(doc, first, start, stop, grammar):
            return fate
    if holds(doc, grammar["plans"], words.start, max(stop, after.stop)) or _joins_plan(doc, first, start, grammar):
        return "planned"
    return "asserted"


def _joins_plan(doc: Doc, first: int, start: int, grammar: dict[str, Any]) -> bool:
    """«Может возглавить суд, [став] председателем»: a Russian converb behind a verb that tells what is to come."""
    if grammar["owner_first"] or "Conv" not in values(doc[start].morph, "VerbForm"):
        return False
    verb = next((i for i in range(start - 1, max(first, start - CLAUSE) - 1, -1) if _governs(doc[i])), None)
    return (
        verb is not None and _ahead(doc, verb, grammar) and modality(doc, first, verb, verb + 1, grammar) == "planned"
    )


def _fate(doc: Doc, first: int, start: int, stop: int, grammar: dict[str, Any]) -> str:
    """«Встреча с Ивановым [не состоялась]», «визит [сорвался]», «[намечен] на май»: what became of a doing."""
    verb = _governor(doc, first, start, stop, FAR, grammar)
    if verb is None:
        return ""
    if has_key(doc, verb, grammar["held"]):
        return "negated" if _negated_before(doc, verb, grammar) else ""
    if case(doc[stop - 1]) not in ("Nom", "Acc"):
        return ""  # «во время визита отменил совещание»
    if has_key(doc, verb, grammar["called_off"]):
        return "negated"
    return "planned" if has_key(doc, verb, grammar["put_off"]) else ""


def _governor(doc: Doc, first: int, start: int, stop: int, reach: int, grammar: dict[str, Any]) -> int | None:
    """The verb that a noun belongs to; «напомним», «сообщает» are the reporter's."""
    words = range(max(first, start - CLAUSE), min(stop + reach, doc[start].sent.end))
    verbs = [i for i in words if not start <= i < stop and (_governs(doc[i]) or _is_short(doc[i]))]
    verbs = [i for i in verbs if not has_key(doc, i, grammar["tells"])]
    object_of_verb = any(case(doc[i]) == "Acc" for i in range(start, stop)) and doc[start].pos_ != "ADP"
    before = [i for i in verbs if i < start]
    return min(before if object_of_verb and before else verbs, key=lambda i: abs(i - start), default=None)


def _ahead(doc: Doc, verb: int, grammar: dict[str, Any]) -> bool:
    """Whether a verb tells of what is to come."""
    future = "Fut" in values(doc[verb].morph, "Tense") or doc[verb].lower_ in grammar.get("future_words", ())
    return future or is_infinitive(doc[verb])


def _governs(token: Token) -> bool:
    """A verb of a clause: finite or an infinitive, of nobody who reports: «напомним», «отметим»."""
    finite = "Fin" in values(token.morph, "VerbForm") and "1" not in values(token.morph, "Person")
    return finite or is_infinitive(token)


def _is_short(token: Token) -> bool:
    """«Визит [отменён]»."""
    return "Part" in values(token.morph, "VerbForm") and not case(token)


def is_infinitive(token: Token) -> bool:
    return "Inf" in values(token.morph, "VerbForm")


@remembered
def bidden(doc: Doc, first: int, start: int, grammar: dict[str, Any]) -> bool:
    """Whether an infinitive is what another is to do: «пригласил коллегу [посетить] Тараз»; not who invites goes."""
    if not is_infinitive(doc[start]):
        return False
    before = (i for i in range(start - 1, max(first, start - CLAUSE) - 1, -1) if _governs(doc[i]))
    return any(has_key(doc, i, grammar.get("bids", ())) for i in [next(before, -1)] if i >= 0)


def proposed(doc: Doc, first: int, start: int, grammar: dict[str, Any]) -> bool:
    """«рекомендовала к [назначению] ректором Иванова»: a noun in the dative of what somebody is proposed for."""
    before = range(max(first, start - CLAUSE), start)
    bid = next((i for i in reversed(before) if has_key(doc, i, grammar.get("bids", ()))), -1)
    return bid >= 0 and doc[start].pos_ == "NOUN" and case(doc[start]) == "Dat"


@remembered
def bid_behind(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«[Возглавить] комитет мне предложил Иванов»: the same told first; «[келуге] шақырды», «[баруды] тапсырды»."""
    if grammar["owner_first"]:
        told = {"Dat": grammar["bids"], "Acc": grammar["demands"]}.get(case(doc[stop - 1]), ())
        return _is_doing(doc[stop - 1]) and holds(doc, told, stop, stop + REACH)
    if not is_infinitive(doc[start]):
        return False
    after = range(start + 1, min(start + CLAUSE, doc[start].sent.end))
    end = next((i for i in after if doc[i].text in ",;:"), after.stop)
    verb = next((i for i in range(start + 1, end) if _governs(doc[i])), -1)
    return verb >= 0 and has_key(doc, verb, grammar.get("bids", ()))


def _contrasts(doc: Doc, stop: int, grammar: dict[str, Any]) -> bool:
    """«Асан әкім болып [тағайындалса], ал Болат кетті»: told beside something else, no condition, without «егер»."""
    sentence = doc[stop - 1].sent
    if not grammar["owner_first"] or holds(doc, grammar["conditions"], sentence.start, stop):
        return False
    after = next_word(doc, stop)
    if after >= sentence.end or doc[after].text != ",":
        return False
    verbs = [t for t in doc[stop : sentence.end] if "Fin" in values(t.morph, "VerbForm")]
    return bool(verbs) and "Past" in values(verbs[-1].morph, "Tense") and verbs[-1].lower_ not in grammar["unreal"]


def _proposed(doc: Doc, start: int, stop: int, grammar: dict[str, Any]) -> bool:
    """«Кездесу өткізу туралы [ұсыныс] жасады»: whether it comes about is another matter; «тағайындау [ұсынысы]»."""
    follows = next_word(doc, stop)
    if follows < len(doc) and _is_doing(doc[stop - 1]) and has_key(doc, follows, grammar["proposals"]):
        return True
    for index in range(stop, min(stop + REACH, doc[start].sent.end)):
        if doc[index].lower_ in grammar.get("about", ()) and (index == stop or _is_doing(doc[index - 1])):
            return holds(doc, grammar["proposals"], index + 1, index + 4)
        if doc[index].is_punct or "Fin" in values(doc[index].morph, "VerbForm"):
            return False
    return False


def _only_said(doc: Doc, stop: int, trigger: list[Token], grammar: dict[str, Any]) -> str:
    """«Тағайындалды деген [қауесет] бар», «босатылсын [деп] талап етті»: it is said or wished for; or denied."""
    follows = next_word(doc, stop)
    if follows >= len(doc) or doc[follows].lower_ not in grammar["quoting"]:
        return ""
    if any(WISHED & set(values(t.morph, "Mood")) for t in trigger):
        return "conditional"
    said = next_word(doc, follows + 1)
    if said >= len(doc) or not has_key(doc, said, grammar["rumours"]):
        return ""
    behind = range(said, min(said + CLAUSE, doc[said].sent.end))
    if holds(doc, (*grammar["denied"], *grammar["negations"]), behind.start, behind.stop):
        return "negated"
    return "" if holds(doc, grammar["confirmed"], behind.start, behind.stop) else "conditional"


def _came_to_nothing(doc: Doc, stop: int, trigger: list[Token], grammar: dict[str, Any]) -> str:
    """«бара [алмады]», «барудан [бас тартты]», «кездесуі [өтпеді]» are negated, «[барғысы] келеді» is planned."""
    if any("Des" in values(t.morph, "Mood") for t in trigger):
        return "planned"
    follows = next_word(doc, stop)
    if follows >= len(doc) or doc[follows].is_punct:
        return ""
    denied = "Neg" in values(doc[follows].morph, "Polarity")
    conv = "Conv" in values(trigger[-1].morph, "VerbForm")
    if conv and denied and has_key(doc, follows, grammar["in_time"]):
        return "negated"  # «кездесіп [үлгермеді]»
    if conv and doc[follows].pos_ == "AUX":
        done = "asserted" if "Past" in values(doc[follows].morph, "Tense") else ""  # «бара [алды]»
        return "negated" if denied else done
    if case(trigger[-1]) == "Abl" and holds(doc, grammar["refuses"], follows, follows + 2):
        return "negated"
    if case(trigger[-1]) == "Nom" and has_key(doc, follows, grammar["needed"]):
        return "planned"
    if case(trigger[-1]) != "Nom" or values(trigger[-1].morph, "VerbForm"):
        return ""
    if denied and has_key(doc, follows, grammar["held"]):
        return "negated"
    return "planned" if holds(doc, grammar["put_off"], follows, follows + 2) else ""


def _is_doing(token: Token) -> bool:
    """«Баруды», and a noun that is one: «кездесуді»."""
    return "Vnoun" in values(token.morph, "VerbForm") or (token.pos_ == "NOUN" and token.lemma_.endswith("у"))


def _to_come(token: Token) -> bool:
    """«Барады», «баратыны» tell of what is to come."""
    return bool({"Hab", "Imp"} & set(values(token.morph, "Aspect")))


def _ends_in_plan(doc: Doc, stop: int, trigger: list[Token], grammar: dict[str, Any]) -> bool:
    """Whether the verb that a noun or a converb leads to tells a plan: «сапары [болатынын] айтты», «[баруы] мүмкін»."""
    forms = [form for t in trigger for form in values(t.morph, "VerbForm")]
    if "Fin" in forms or "Part" in forms:
        return False
    for token in doc[stop : doc[trigger[0].i].sent.end]:
        done = token.pos_ == "AUX" and "Past" in values(token.morph, "Tense")
        if done or token.lower_ in grammar.get("quoting", ()):
            return False  # «көріп [шықты]», «… [деп] хабарлайды»
        if token.pos_ != "VERB":
            continue
        if _to_come(token) or has_key(doc, token.i, grammar["plans"]):
            return True
        if "Conv" not in values(token.morph, "VerbForm"):
            follows = next_word(doc, token.i + 1)
            return follows < len(doc) and has_key(doc, follows, grammar["plans"])
    return False


def _opens(doc: Doc, first: int, start: int) -> bool:
    """Whether nothing but marks and numbers stands before a trigger: «1. Освободить …»."""
    return not any(doc[i].is_alpha for i in range(first, start))


def _negated_before(doc: Doc, start: int, grammar: dict[str, Any]) -> bool:
    """«[не] назначен», «[не] был назначен»."""
    index = start - 1
    while index > 0 and doc[index].pos_ == "AUX":
        index -= 1
    return not grammar["owner_first"] and index >= 0 and doc[index].lower_ in grammar["negations"]
