"""Trains the Kazakh networks of names: `python -m training.kk_ner.network FOLDER WHICH [OUT]`; WHICH is 1 or 2.

FOLDER holds train.iob2.gz and dev.iob2.gz. Writes `kg/lang/kk/data/network-WHICH.npz`, which `kg.extract.names.network`
reads, and prints F1 by label on dev. WHICH is the seed, all that differs between the two. One thread: the same bytes on
one machine with one version of torch.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.names.crf import Crf
from kg.extract.names.network import AROUND, LETTERS, OWN, Look
from kg.lang.kk.ner_features import marks
from training.kk_ner import corpus
from training.kk_ner.measure import FIELD, NETWORKS, as_read, by_network, pipeline, read_words, show
from training.kk_ner.train import UNLISTED

ROUNDS, BATCH, RATE, WARM = 18, 32, 2e-3, 200
WIDTH, LAYERS, FILTERS = 128, 3, {3: 48, 5: 32}
# Numbers of each value's vector, and how often a value must come to have one.
SIZES = {"word": (64, 3), "lemma": (64, 2), "p2": (16, 2), "p3": (24, 3), "p5": (32, 3), "s2": (16, 2), "s3": (24, 2),
         "s4": (24, 3), "s6": (32, 3), "shape": (16, 3), "case": (8, 1), "listed": (16, 1), "head": (32, 3),
         "quoted": (24, 3)}  # fmt: skip
LETTER = 24
# What is left out at random while learning, so that no mark is relied on alone: words mostly, and half of the sums.
UNSEEN = {"word": 0.3, "lemma": 0.2} | dict.fromkeys(("p2", "p3", "p5", "s2", "s3", "s4", "s6"), 0.05)
DROPPED, DROPPED_INSIDE = 0.5, 0.2

Example = tuple[list[Look], list[str]]


class Net(nn.Module):
    def __init__(self, examples: list[Example]):
        super().__init__()
        counts: dict[str, Counter[str]] = {name: Counter() for name in (*OWN, *AROUND)}
        letters: Counter[str] = Counter()
        labels: Counter[str] = Counter()
        for words, marked in examples:
            labels.update(marked)
            for own, around in words:
                letters.update(own[0])
                for name, value in zip((*OWN, *AROUND), (*own, *around), strict=True):
                    counts[name][value] += 1
        self.labels = sorted(labels, key=lambda label: (label != "O", label))
        self.letters = sorted(letter for letter, count in letters.items() if count > 5)
        self.known = {
            name: sorted(value for value, count in counted.items() if count >= SIZES[name][1])
            for name, counted in counts.items()
        }
        self.rows = {name: {value: row + 1 for row, value in enumerate(values)} for name, values in self.known.items()}
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(len(self.known[name]) + 1, SIZES[name][0]) for name in self.known}
        )
        self.letter_table = nn.Embedding(len(self.letters) + 2, LETTER, padding_idx=0)
        self.filters = nn.ModuleList(
            [nn.Conv1d(LETTER, out, width, padding=width // 2) for width, out in FILTERS.items()]
        )
        self.join = nn.Linear(sum(size for size, _least in SIZES.values()) + sum(FILTERS.values()), WIDTH)
        self.norms = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in range(LAYERS)])
        self.gates = nn.ModuleList([nn.Conv1d(WIDTH, 2 * WIDTH, 3, padding=1) for _ in range(LAYERS)])
        self.out = nn.Linear(WIDTH, len(self.labels))
        self.first = nn.Parameter(torch.zeros(len(self.labels)))
        self.steps = nn.Parameter(torch.zeros(len(self.labels), len(self.labels)))

    def coded(self, one: Example) -> tuple[Tensor, Tensor, Tensor]:
        """Rows of values, letters and labels of a sentence."""
        words, marked = one
        codes = {letter: row + 2 for row, letter in enumerate(self.letters)}
        rows = [
            [self.rows[name].get(value, 0) for name, value in zip((*OWN, *AROUND), (*own, *around), strict=True)]
            for own, around in words
        ]
        letters = [
            [codes.get(letter, 1) for letter in own[0][:LETTERS]] + [0] * (LETTERS - len(own[0]))
            for own, _around in words
        ]
        return torch.tensor(rows), torch.tensor(letters), torch.tensor([self.labels.index(label) for label in marked])

    def forward(self, rows: Tensor, letters: Tensor, mask: Tensor) -> Tensor:
        batch, length, _names = rows.shape
        if self.training:
            rows = self.with_some_unseen(rows)
        parts = [self.tables[name](rows[..., at]) for at, name in enumerate((*OWN, *AROUND))]
        read = self.letter_table(letters.view(batch * length, -1)).transpose(1, 2)
        answers = torch.cat([one(read).amax(2) for one in self.filters], 1).relu().view(batch, length, -1)
        state = functional.dropout(torch.cat([*parts, answers], -1), DROPPED, self.training)
        state = functional.gelu(self.join(state), approximate="tanh") * mask[..., None]
        for norm, gate in zip(self.norms, self.gates, strict=True):
            inner = functional.dropout(norm(state), DROPPED_INSIDE, self.training) * mask[..., None]
            state = state + functional.glu(gate(inner.transpose(1, 2)), 1).transpose(1, 2) * mask[..., None]
        return self.out(functional.dropout(state, DROPPED, self.training))

    def with_some_unseen(self, rows: Tensor) -> Tensor:
        rows = rows.clone()
        for at, name in enumerate((*OWN, *AROUND)):
            if name in UNSEEN:
                rows[..., at][torch.rand(rows.shape[:2]) < UNSEEN[name]] = 0
            elif name == "listed":  # whole sentences without the gazetteer
                rows[..., at][(torch.rand(rows.shape[0], 1) < UNLISTED).expand(rows.shape[:2])] = self.rows[name][""]
        return rows

    def loss(self, rows: Tensor, letters: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """The negative logarithm of the probability of the marked labels, a word."""
        scores = self(rows, letters, mask)
        total = self.first + scores[:, 0]
        path = self.first[labels[:, 0]] + scores[:, 0].gather(1, labels[:, :1]).squeeze(1)
        for at in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + self.steps, 1) + scores[:, at]
            total = torch.where(mask[:, at, None] > 0, onward, total)
        taken = scores.gather(2, labels[..., None]).squeeze(2)[:, 1:] + self.steps[labels[:, :-1], labels[:, 1:]]
        path = path + (taken * mask[:, 1:]).sum(1)
        return (torch.logsumexp(total, 1) - path).sum() / mask.sum()

    def arrays(self) -> dict[str, np.ndarray]:
        """All that `Network` reads; halves of precision, which change no label on dev."""

        def joined(words: list[str]) -> np.ndarray:
            return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)

        def half(values: Tensor) -> np.ndarray:
            return values.detach().numpy().astype(np.float16)

        found = {"labels": joined(self.labels), "letters": joined(self.letters)}
        for name, values in self.known.items():
            found |= {f"{name}.rows": joined(values), f"{name}.table": half(self.tables[name].weight)}
        found |= {"join.weight": half(self.join.weight.T), "join.bias": half(self.join.bias)}
        found["letters.table"] = half(self.letter_table.weight)
        for width, one in zip(FILTERS, self.filters, strict=True):
            found |= {f"filter{width}.weight": half(one.weight.permute(2, 1, 0)), f"filter{width}.bias": half(one.bias)}
        for at, (norm, gate) in enumerate(zip(self.norms, self.gates, strict=True)):
            found |= {f"layer{at}.norm": half(norm.weight), f"layer{at}.shift": half(norm.bias)}
            found |= {f"layer{at}.weight": half(gate.weight.permute(2, 1, 0)), f"layer{at}.bias": half(gate.bias)}
        found |= {"out.weight": half(self.out.weight.T), "out.bias": half(self.out.bias)}
        return found | {"first": half(self.first), "steps": half(self.steps)}


def batches(lengths: list[int], chance: random.Random) -> list[list[int]]:
    """Sentences of like length together, in an order that differs each round."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    found = []
    for begin in range(0, len(order), BATCH * 50):
        block = sorted(order[begin : begin + BATCH * 50], key=lambda at: lengths[at])
        found += [block[at : at + BATCH] for at in range(0, len(block), BATCH)]
    chance.shuffle(found)
    return found


def padded(coded: list[tuple[Tensor, Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    rows, letters, labels = (
        nn.utils.rnn.pad_sequence(list(part), batch_first=True) for part in zip(*coded, strict=True)
    )
    lengths = torch.tensor([len(one[2]) for one in coded])
    return rows, letters, labels, (torch.arange(labels.shape[1]) < lengths[:, None]).float()


def train(examples: list[Example], seed: int) -> Net:
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    net = Net(examples)
    coded = [net.coded(one) for one in examples]
    lengths = [len(one[2]) for one in coded]
    steps, step = ROUNDS * math.ceil(len(coded) / BATCH), 0
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=1e-2)
    net.train()
    for round_ in range(ROUNDS):
        total = 0.0
        for places in batches(lengths, chance):
            rate = RATE * min(1, (step + 1) / WARM) * (0.05 + 0.475 * (1 + math.cos(math.pi * step / steps)))
            optimizer.param_groups[0]["lr"] = rate
            loss = net.loss(*padded([coded[at] for at in places]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            total, step = total + loss.item() * len(places), step + 1
        print(f"round {round_ + 1} of {ROUNDS}: loss {total / len(coded):.4f}", flush=True)
    return net.eval()


def main(folder: str, which: str, out: str = "") -> None:
    path = Path(out) if out else NETWORKS[int(which) - 1]
    nlp = pipeline()
    sentences = corpus.varied(list(corpus.read(Path(folder) / "train.iob2.gz")))
    words = [read_words(nlp, one) for one in sentences]
    examples = [
        (as_read(one, marks(one))[1], [label for _token, label in sentence])
        for one, sentence in zip(words, sentences, strict=True)
    ]
    net = train(examples, int(which))
    with path.open("wb") as file:
        np.savez_compressed(file, **net.arrays())  # type: ignore[arg-type]
    model = Crf("crf", "kk", FIELD, {}, [path])
    show("dev:", nlp, list(corpus.read(Path(folder) / "dev.iob2.gz")), by_network(model, 0), net.labels)


if __name__ == "__main__":
    main(*sys.argv[1:])
