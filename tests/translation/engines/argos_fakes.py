"""Packages of nothing, and stand-ins for CTranslate2, SentencePiece and engines, that tell what they were asked."""

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from dossier.translation.engines.engine import Effort, Reply


def write_package(folder: Path, source: str = "en", target: str = "fr", version: str = "1.0", **more: Any) -> Path:
    """A package that looks whole: its model and tokenizer cannot be read."""
    bpe = more.pop("bpe", False)
    home = folder / f"translate-{source}_{target}-{version.replace('.', '_')}"
    (home / "model").mkdir(parents=True)
    (home / "model" / "model.bin").write_bytes(b"no model")
    (home / ("bpe.model" if bpe else "sentencepiece.model")).write_bytes(b"no tokenizer")
    metadata = {"from_code": source, "to_code": target, "package_version": version, **more}
    (home / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return home


class FakePieces:
    """Cuts at every space and gives a piece to every word."""

    def __init__(self, model_file: str) -> None:
        self.model_file = model_file

    def encode(self, text: str, out_type: type) -> list[str]:
        return [f"▁{word}" for word in text.split()]

    def decode_pieces(self, pieces: list[str]) -> str:
        return "".join(pieces).replace("▁", " ").removeprefix(" ")

    def normalize(self, text: str) -> str:
        return text


@dataclass
class FakeResult:
    """One result, which is ``prefix`` and ``tokens``; it is done when the gate is open."""

    prefix: Sequence[str]
    tokens: Sequence[str]
    gate: threading.Event
    positions: int
    is_misled: bool

    def done(self) -> bool:
        return self.gate.is_set()

    def result(self) -> Any:
        if len(self.tokens) > self.positions:
            raise RuntimeError(f"No position encodings are defined for positions >= {self.positions}")
        words = [*self.prefix, *(token if "Ø" not in token else "<unk>" for token in map(str.upper, self.tokens))]
        places = [*([0] * len(self.prefix)), *range(len(self.tokens))]
        if self.is_misled:
            places[0] = len(self.tokens) - 1
        attention = [[float(place == column) for column in range(len(self.tokens))] for place in places]
        return SimpleNamespace(hypotheses=[words], attention=[attention])


@dataclass
class FakeTranslator:
    """Gives every word back in capital letters; it does not know any that has an Ø.

    In company, the first token looks at the last, whatever it is made from: by beam search, CTranslate2 says such things.
    """

    positions: int = 10_000
    built: list[Mapping[str, Any]] = field(default_factory=list)
    asked: list[tuple[Sequence[Sequence[str]], Mapping[str, Any]]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def open(self, folder: str, **options: Any) -> "FakeTranslator":
        self.built.append(options)
        return self

    def translate_batch(self, batch: Sequence[Sequence[str]], **options: Any) -> list[Any]:
        if batch != [("▁A.",)]:  # what is translated first, to see whether the model works
            self.asked.append((batch, options))
        prefixes = options.get("target_prefix") or [[] for _ in batch]
        is_misled = len(batch) > 1 and options.get("beam_size", 1) > 1
        both = zip(prefixes, batch, strict=True)
        return [FakeResult(prefix, tokens, self.gate, self.positions, is_misled) for prefix, tokens in both]


@dataclass
class FakeEngine:
    """An engine that replies from a table."""

    origin: str
    table: Mapping[str, Reply]
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        self.asked.append(tuple(sentences))
        yield from ((index, self.table[sentences[index]]) for index in reversed(range(len(sentences))))
