"""A tiny Transformer (Vaswani et al. 2017, layers normalised first), of the shape that CTranslate2 runs."""

import math

import torch
from torch import Tensor, nn
from vocabulary import END

HEADS = 4
_LONGEST = 128


def positions(count: int, size: int) -> Tensor:
    """Sinusoids, sines then cosines, of positions that start at 1: CTranslate2's own encoding."""
    step = math.log(10_000) / (size // 2 - 1)
    angles = (torch.arange(count).float() + 1)[:, None] * torch.exp(-step * torch.arange(size // 2).float())
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Attention(nn.Module):
    """Attention with several heads."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(size, size) for _ in range(4))

    def forward(self, asking: Tensor, answering: Tensor, hidden: Tensor) -> Tensor:
        """Attend from ``asking`` to what of ``answering`` is not ``hidden``."""
        query, key, value = self._heads(self.query(asking)), self._heads(self.key(answering)), self._heads(self.value(answering))
        scores = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
        weights = scores.masked_fill(hidden, -1e9).softmax(-1)
        return self.output((weights @ value).transpose(1, 2).flatten(2))

    @staticmethod
    def _heads(states: Tensor) -> Tensor:
        return states.unflatten(2, (HEADS, -1)).transpose(1, 2)


class FeedForward(nn.Module):
    """The two-layer perceptron behind attention."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(size)
        self.inner, self.outer = nn.Linear(size, 2 * size), nn.Linear(2 * size, size)

    def forward(self, states: Tensor) -> Tensor:
        """What is to be added to ``states``."""
        return self.outer(torch.relu(self.inner(self.norm(states))))


class EncoderLayer(nn.Module):
    """Attention within the source."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.norm, self.attention, self.feed = nn.LayerNorm(size), Attention(size), FeedForward(size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """The next layer's states."""
        normal = self.norm(states)
        states = states + self.dropout(self.attention(normal, normal, hidden))
        return states + self.dropout(self.feed(states))


class DecoderLayer(nn.Module):
    """Attention within the target so far, and from it to the source."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.norm, self.attention = nn.LayerNorm(size), Attention(size)
        self.source_norm, self.source_attention, self.feed = nn.LayerNorm(size), Attention(size), FeedForward(size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, future: Tensor, source: Tensor, hidden: Tensor) -> Tensor:
        """The next layer's states."""
        normal = self.norm(states)
        states = states + self.dropout(self.attention(normal, normal, future))
        states = states + self.dropout(self.source_attention(self.source_norm(states), source, hidden))
        return states + self.dropout(self.feed(states))


class Translator(nn.Module):
    """Encoder, decoder and one matrix of embeddings for source, target and output."""

    def __init__(self, tokens: int, size: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.embeddings = nn.Embedding(tokens, size)
        nn.init.normal_(self.embeddings.weight, std=size**-0.5)
        self.bias = nn.Parameter(torch.zeros(tokens))
        self.encoder = nn.ModuleList(EncoderLayer(size, dropout) for _ in range(layers))
        self.decoder = nn.ModuleList(DecoderLayer(size, dropout) for _ in range(layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(size), nn.LayerNorm(size)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("positions", positions(_LONGEST, size), persistent=False)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Scores of every token behind each token of ``target``."""
        hidden = (source == END)[:, None, None, :]
        states = self._embedded(source)
        for layer in self.encoder:
            states = layer(states, hidden)
        return self._decoded(self.encoder_norm(states), hidden, target)

    def _decoded(self, source: Tensor, hidden: Tensor, target: Tensor) -> Tensor:
        length = target.shape[1]
        future = torch.triu(torch.ones(length, length, dtype=torch.bool), 1)[None, None]
        states = self._embedded(target)
        for layer in self.decoder:
            states = layer(states, future, source, hidden)
        return self.decoder_norm(states) @ self.embeddings.weight.T + self.bias

    def _embedded(self, numbers: Tensor) -> Tensor:
        scaled = self.embeddings(numbers) * math.sqrt(self.embeddings.embedding_dim)
        return self.dropout(scaled + self.positions[: numbers.shape[1]])
