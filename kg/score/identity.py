"""Whether one thing is one thing in all documents: B-cubed over the entities found."""

from __future__ import annotations

from typing import Any

from kg.score.marked import Marked
from kg.score.measures import align
from kg.score.predicted import Predicted

Key = tuple[str, str]  # document, marked entity


def bcubed(
    clusters: list[dict[str, Any]] | None, marked: dict[str, Marked], predicted: dict[str, Predicted]
) -> tuple[float, float, float] | None:
    """Precision, recall and F1; None where nobody has marked what is one thing."""
    if clusters is None:
        return None
    said = {
        (name, entity): iri
        for name, one in marked.items()
        for iri, entity in align(one, predicted.get(name, Predicted())).items()
    }
    true: dict[Key, str] = {key: "/".join(key) for key in said}
    for number, cluster in enumerate(clusters):
        true.update({(member[0], member[1]): str(number) for member in cluster["members"]})
    return _averages(said, true) if said else (0.0, 0.0, 0.0)


def _averages(said: dict[Key, str], true: dict[Key, str]) -> tuple[float, float, float]:
    precision = recall = 0.0
    for key in said:
        same_said = {other for other in said if said[other] == said[key]}
        same_true = {other for other in said if true[other] == true[key]}
        both = len(same_said & same_true)
        precision += both / len(same_said)
        recall += both / len(same_true)
    precision, recall = precision / len(said), recall / len(said)
    return precision, recall, 2 * precision * recall / (precision + recall)
