"""In which case a name stands: by how names are built, and by what the tagger sees."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg.extract.found import case, feature, has_key, module, next_word, previous_word
from kg.lang import tables

LIKELY = 0.12  # share from which a reading of a name counts
IMPOSSIBLE = 0.0001  # below it no such form is known
FOREIGN = 0.01  # the same of a name that no case changes: «с послом Ирландии Ивонн Рассел»
ACCUSATIVE = ("ую", "юю")  # ends of Russian adjectives in no other case
CLAUSE_ENDS = frozenset(",;:–—-")
UNCHANGED = tuple("еиоуыэюё")  # what a given name ends in that no case changes: «Сигне», «Хорхе»


@lru_cache(maxsize=10_000)  # a name is told again and again
def nominative(
    lang: str, words: tuple[str, ...], parts: tuple[str, ...], cases: tuple[str, ...], numbers: tuple[str, ...]
) -> tuple[str, ...]:
    """The words of a name in the nominative; of each its part of speech, its case and number or an empty string."""
    return tuple(module(lang, "phrases").nominative(words, parts, cases, numbers))


def name_case(span: Span, head_last: bool) -> str:
    """The case of a name: its head's, which comes first in Russian and last in Kazakh.

    For a person the tagger's, unless the build of the name excludes it.
    """
    if span.label_ == "Person" and (told := told_case(span)):
        return told
    tokens = list(span) if not head_last and span.label_ != "Person" else list(reversed(list(span)))
    tagged = next((case(token) for token in tokens if case(token)), "")
    if span.label_ != "Person":
        shared = not head_last and len(tokens) > 1 and tokens[0].lower_.endswith(ACCUSATIVE)
        return "Acc" if shared else tagged  # «в Омскую и [Тюменскую области]»
    cases = read_cases(span)
    alone = len(tokens) == 1 and {"Nom", "Gen"} <= set(cases) and tokens[0].lower_.endswith(UNCHANGED)
    return tagged if not cases or tagged in cases or (alone and tagged) else cases[0]  # «назначил [Шойгу]»


def told_case(person: Span) -> str:
    """Nom or Gen of a woman's name or a man's that is alike, where the word beside it tells; an empty string else."""
    if does_it_herself(person):
        return "Nom"
    return "Gen" if _is_done_to_him(person) else ""


def _is_done_to_him(person: Span) -> bool:
    """«о назначении [Фарида Гаибова]», «принял [Фарида Гаибова]»: no woman, who would do it herself."""
    doc, index = person.doc, previous_word(person.doc, person.start)
    grammar = tables.load(doc.lang_, "grammar")
    of_whom, hers = grammar.get("of_whom", ()), tuple(grammar.get("hers", ()))
    if index < 0 or doc[person.start].is_sent_start or not person[-1].lower_.endswith(hers):
        return False
    if len(person) < 2 or not {"Nom", "Gen"} <= set(read_cases(person)):
        return False
    token = doc[index]
    his = (
        feature(token, "VerbForm") == "Fin" and feature(token, "Gender") == "Masc" and feature(token, "Voice") == "Act"
    )
    return (his and token.pos_ == "VERB") or (token.is_lower and has_key(doc, index, of_whom))


def does_it_herself(person: Span) -> bool:
    """«сообщила [И. В. Петрова]»: a woman in the nominative by the verb beside her; a man's genitive is alike."""
    doc = person.doc
    hers = tuple(tables.load(doc.lang_, "grammar").get("hers", ()))
    if not person[-1].lower_.endswith(hers) or not {"Nom", "Gen"} <= set(read_cases(person)):
        return False
    before, after = previous_word(doc, person.start), next_word(doc, person.end)
    if after < len(doc) and not doc[after].is_sent_start and _is_hers(doc[after]):
        return before < 0 or not ({case(doc[before]), feature(doc[before], "Gender")} >= {"Nom", "Fem"})
    return before >= 0 and _is_hers(doc[before]) and not _subject_before(doc, before)


def _is_hers(token: Token) -> bool:
    """«сообщила», «избрана»."""
    verb = token.pos_ == "VERB" and feature(token, "Gender") == "Fem" and not case(token)
    return verb and feature(token, "VerbForm") in ("Fin", "Part")


def _subject_before(doc: Doc, verb: int) -> bool:
    """«[Министр] поздравила И. В. Петрова»: whether somebody else does it, as the words before the verb say."""
    for token in reversed(doc[doc[verb].sent.start : verb]):
        if token.text in CLAUSE_ENDS:
            return False
        if case(token) == "Nom":
            return True
    return False


def read_cases(person: Span) -> list[str]:
    """The cases in which a person's name may stand, likeliest first: «Токаев» is no genitive plural."""
    names = module(person.doc.lang_, "names")
    words = [t.text for t in person if not t.is_space]
    least = FOREIGN if _undeclined(words) else LIKELY
    read = names.readings(words)
    found = [r.case for r in read if r.score >= least and r.case]
    only = {r.case for r in read}
    return found or [one for one in only if one and len(only) == 1]  # «Чжан Ханьхуэем»: rare, and nothing else


def _undeclined(words: list[str]) -> bool:
    """«Сигне Бергман», «Хосе Муньос»: a given name alike in all cases before a surname that may be a woman's."""
    return len(words) == 2 and words[0].endswith(UNCHANGED) and words[1][-1] not in "аяиойеу"


def may_be(person: Span, wanted: str) -> bool:
    """Whether the build of a name allows a case at all: «Мирона Сатова» is never an instrumental."""
    names = module(person.doc.lang_, "names")
    words = [t.text for t in person if not t.is_space]
    return any(r.case == wanted and r.score >= IMPOSSIBLE for r in names.readings(words))


def agree(wanted: str, person: Span) -> bool:
    """The name may stand in the title's case, by its build or as the tagger sees all its words; Gen and Acc look alike.

    «Дмитрий Горьковой» is a nominative, though surnames in «-ой» are more often a woman's genitive.
    """
    tagged = {case(token) for token in person if token.is_alpha}
    cases = set(read_cases(person)) or tagged - {""}
    if len(tagged) == 1 and wanted in tagged and (not cases or may_be(person, wanted)):
        return True
    alike = {"Acc": {"Acc", "Gen"}, "Gen": {"Acc", "Gen"}}.get(wanted, {wanted})
    return not wanted or not cases or bool(cases & alike)
