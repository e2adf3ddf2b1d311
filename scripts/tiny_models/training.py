"""Training of a tiny model: seeded, on one thread, the same at every run on the same machine."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from network import Translator
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence
from vocabulary import END, START, Vocabulary

_NOT_COUNTED = -1


@dataclass(frozen=True, slots=True)
class Recipe:
    """How large a model is, and how long it learns."""

    size: int = 96
    layers: int = 2
    dropout: float = 0.05
    steps: int = 1400
    batch: int = 64
    rate: float = 3e-3
    warm_up: int = 200
    seed: int = 7


def train(vocabulary: Vocabulary, pairs: Sequence[tuple[str, str]], recipe: Recipe) -> Translator:
    """Train a model on pairs of sentences."""
    _make_reproducible(recipe.seed)
    model = Translator(len(vocabulary.tokens), recipe.size, recipe.layers, recipe.dropout).train()
    optimiser = torch.optim.Adam(model.parameters(), lr=0.0, betas=(0.9, 0.98))
    chance = torch.Generator().manual_seed(recipe.seed)
    numbered = [(vocabulary.numbers(source), vocabulary.numbers(target)) for source, target in pairs]
    for step in range(recipe.steps):
        chosen = torch.randint(len(numbered), (recipe.batch,), generator=chance).tolist()
        loss = _loss(model, [numbered[number] for number in chosen])
        _learn(model, optimiser, loss, _rate(step, recipe))
        if step % 200 == 0:
            print(f"  step {step}: loss {loss.item():.3f}", flush=True)
    return model.eval()


def _make_reproducible(seed: int) -> None:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(seed)


def _rate(step: int, recipe: Recipe) -> float:
    """The rate of learning: rising in a line, then falling in a cosine."""
    falling = 0.5 * (1 + math.cos(math.pi * step / recipe.steps)) + 0.02
    return recipe.rate * min((step + 1) / recipe.warm_up, 1) * falling


def _loss(model: Translator, pairs: Sequence[tuple[list[int], list[int]]]) -> Tensor:
    source = _padded([source for source, _ in pairs], END)
    given = _padded([[START, *target] for _, target in pairs], END)
    wanted = _padded([[*target, END] for _, target in pairs], _NOT_COUNTED)
    scores = model(source, given).flatten(0, 1)
    return nn.functional.cross_entropy(scores, wanted.flatten(), ignore_index=_NOT_COUNTED, label_smoothing=0.05)


def _padded(rows: Sequence[list[int]], filler: int) -> Tensor:
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=filler)


def _learn(model: Translator, optimiser: torch.optim.Optimizer, loss: Tensor, rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
