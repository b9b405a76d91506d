"""Commands that measure the models: evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.arguments import Json, Language


def evaluate(
    model: Annotated[Language, typer.Option("--model", "-m", help="The language whose model is measured: kk, ru.")],
    iob2: Annotated[Path | None, typer.Option(metavar="FILE", help="kk: a token and a label a line.")] = None,
    factrueval: Annotated[Path | None, typer.Option(metavar="FILE", help="ru: FactRuEval-2016, JSON lines.")] = None,
    nerel: Annotated[Path | None, typer.Option(metavar="FILE", help="ru: NEREL, JSON lines.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="All sources together, not the model alone.")] = False,
    occupation: Annotated[bool, typer.Option("--occupation", help="Who holds which post where.")] = False,
    relations: Annotated[bool, typer.Option("--relations", help="Posts and work places, given the names.")] = False,
    without: Annotated[str | None, typer.Option(metavar="LIST", help="Leave these components out, by commas.")] = None,
    json: Json = False,
) -> None:
    """Measure a model on a marked corpus: exact spans by label, F1 with its 95% interval. Files may be gzipped.

    \b
    kg evaluate --model kk --iob2 dev.iob2.gz
    kg evaluate --model ru --factrueval dev.jsonl.gz --whole
    kg evaluate --model ru --factrueval dev.jsonl.gz --occupation
    kg evaluate --model ru --nerel dev.jsonl.gz --whole --without slovnet,ru_crf
    kg evaluate --model ru --nerel dev.jsonl.gz --relations
    """
    from kg.commands import screen
    from kg.evaluate import evaluate as measured

    given = {name: path for name, path in (("iob2", iob2), ("factrueval", factrueval), ("nerel", nerel)) if path}
    if len(given) != 1:
        raise typer.BadParameter("Give one corpus: --iob2, --factrueval or --nerel FILE.")
    [(corpus, path)] = given.items()
    left_out = [name.strip() for name in (without or "").split(",") if name.strip()]
    found = measured(
        model.value, corpus, path, whole=whole, occupation=occupation, relations=relations, without=left_out
    )
    if json:
        screen.as_json([figure.plain() for figure in found])
        return
    head = ("label", "precision", "recall", "F1", "95%", "right/found/wanted")
    rows = [
        (f.label, f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", f"{f.low:.3f}–{f.high:.3f}",
         f"{f.right}/{f.found}/{f.wanted}")
        for f in found
    ]  # fmt: skip
    screen.table(head, rows, numbers=head[1:])
