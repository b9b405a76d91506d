"""Measures on a marked corpus names, posts of bare texts, relations of given names: `evaluate(…) -> [Figure]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.errors import BadInput
from kg.evaluate import corpora
from kg.evaluate.figures import Figure, figures, tally

__all__ = ["CORPORA", "Figure", "evaluate"]

READERS: dict[str, Callable[[Path], Iterator[corpora.Marked]]] = {
    "factrueval": corpora.factrueval,
    "nerel": corpora.nerel,
}
CORPORA = {"iob2": "kk", "factrueval": "ru", "nerel": "ru"}  # format → the language it is in


def evaluate(
    lang: str,
    corpus: str,
    path: str | Path,
    *,
    whole: bool = False,
    occupation: bool = False,
    relations: bool = False,
    without: Sequence[str] = (),
) -> list[Figure]:
    """Exact spans by label and over all, on a file of one of `CORPORA`.

    `whole` measures the pipeline's choice among all sources, else the language's model alone; `without` leaves
    components out; `occupation` measures Occupation facts instead of names, `relations` the posts, work places and
    seats between given names. Raises `BadInput`.
    """
    if CORPORA.get(corpus) != lang:
        raise BadInput(f"{corpus} is a corpus for the model {CORPORA.get(corpus)}, not {lang}.")
    if occupation or relations:
        return _of_facts(corpus, Path(path), relations)
    return _of_tokens(lang, Path(path), whole, without) if corpus == "iob2" else _of_texts(corpus, path, whole, without)


def _of_facts(corpus: str, path: Path, relations: bool) -> list[Figure]:
    from kg.evaluate import occupations
    from kg.evaluate import relations as pairs

    if relations:
        if corpus != "nerel":
            raise BadInput("Relations between given names are marked in NEREL. Give --nerel FILE.")
        return pairs.measured(corpora.nerel_relations(path))
    if corpus != "factrueval":
        raise BadInput("Occupation facts are marked in FactRuEval alone. Give --factrueval FILE.")
    return occupations.measured(corpora.factrueval(path))


def _of_tokens(lang: str, path: Path, whole: bool, without: Sequence[str]) -> list[Figure]:
    from kg.evaluate.names import TokenNames

    names = TokenNames(lang, whole, without)
    return figures([tally(names(sentence), names.wanted(sentence)) for sentence in corpora.iob2(path)])


def _of_texts(corpus: str, path: str | Path, whole: bool, without: Sequence[str]) -> list[Figure]:
    from kg.evaluate.names import TextNames

    names = TextNames("ru", whole, without)
    kept = corpora.outermost if corpus == "nerel" else frozenset[corpora.Name]
    return figures([tally(set(kept(names(one.text))), set(one.names)) for one in READERS[corpus](Path(path))])
