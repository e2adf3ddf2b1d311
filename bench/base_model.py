"""A model of transformer-base size that copies its input: ``python bench/base_model.py FILE.argosmodel``.

Nobody has to train or to fetch anything to measure throughput. The weights are made by hand: the last decoder layer looks at the
position it is to write next and hands on the token that stands there; everything else is random numbers that are computed in full
and change nothing. So the arithmetic is that of a real model (6 + 6 layers of 512, feed-forward 2048, 8 heads, 32,000 tokens,
eight-bit weights), sentences end by themselves, and the output has the length of the input.

The vocabulary is learnt from the text of this checkout and of Python's own help, with every character there is in them.
"""

import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from pydoc_data.topics import topics
from typing import Any

import numpy
import sentencepiece
from ctranslate2.specs import TransformerSpec, common_spec

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (*sorted(ROOT.glob("docs/*.md")), *sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("content/*/*.md")))
_SPLITTER = ROOT / "tests" / "models" / "translate-en_fr-1_0.argosmodel"
_NAME = "translate-en_fr-0_0"
_LAYERS, _HEADS, _SIZE, _INNER, _TOKENS = 6, 8, 512, 2048, 32_000
_LONGEST = 1024
_SPECIAL = ("<unk>", "<s>", "</s>")

# What the 512 numbers of a state hold: the token, its position, nothing, and what the decoder is to write.
_TOKEN, _POSITION, _WRITTEN = slice(0, 192), slice(192, 256), slice(320, 512)
_HEAD = _SIZE // _HEADS
_SCALE = 0.05
_SHARPNESS, _LOUDNESS = 3, 20  # of the attention to positions, and of the token it hands on


def make(package: Path) -> None:
    """Write the package, a zip as argostranslate installs it."""
    text = list(_lines())
    pieces = _learn_pieces(text)
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    with tempfile.TemporaryDirectory() as folder:
        _save_model(_vocabulary(processor), Path(folder))
        files = {f"model/{file.name}": file.read_bytes() for file in Path(folder).iterdir()}
    files |= {"sentencepiece.model": pieces, "metadata.json": _metadata(), "minisbd/en.onnx": _splitter()}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(f"{_NAME}/{name}", data)


# -- what is not the model


def _lines() -> Iterator[str]:
    """Lines of this checkout and of Python's help."""
    texts = [file.read_text(encoding="utf-8") for file in DOCUMENTS]
    for text in (*texts, *topics.values()):
        for line in text.splitlines():
            if line.strip():
                yield line.strip()


def _learn_pieces(lines: list[str]) -> bytes:
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=written,
        vocab_size=8000,
        hard_vocab_limit=False,
        model_type="unigram",
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    return written.getvalue()


def _vocabulary(processor: sentencepiece.SentencePieceProcessor) -> list[str]:
    """The pieces, filled up to the number of tokens that a real model has, so that the output layer costs as much."""
    learnt = [processor.id_to_piece(number) for number in range(len(processor))]
    known = [*_SPECIAL, *(piece for piece in learnt if piece not in _SPECIAL)]
    return [*known, *(f"<{number}>" for number in range(len(known), _TOKENS))]


def _metadata() -> bytes:
    names = {"from_code": "en", "from_name": "English", "to_code": "fr", "to_name": "French"}
    return json.dumps({"package_version": "0.0", "argos_version": "1.11", "type": "translate", **names}).encode()


def _splitter() -> bytes:
    """The sentence splitter of a tiny package: without one, argostranslate would ask the network."""
    with zipfile.ZipFile(_SPLITTER) as archive:
        return archive.read(f"{_SPLITTER.stem}/minisbd/en.onnx")


# -- the model; what ctranslate2.specs builds has no types, and every "spec" is one of its layers


def _save_model(tokens: list[str], folder: Path) -> None:
    spec = TransformerSpec.from_config((_LAYERS, _LAYERS), _HEADS, pre_norm=True, activation=common_spec.Activation.RELU)
    chance = numpy.random.default_rng(0)
    _fill_ends(spec, _signs(chance, len(tokens), 192), _signs(chance, _LONGEST, 64))
    for layer in (*spec.encoder.layer, *spec.decoder.layer):
        _fill_silent(layer.self_attention, chance, 3)
        _fill_silent_feed_forward(layer.ffn, chance)
    for layer in spec.decoder.layer[:-1]:
        _fill_silent(layer.attention, chance, 1, 2)
    _fill_copying(spec.decoder.layer[-1].attention)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.decoder_start_token = "<s>"
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _signs(chance: numpy.random.Generator, rows: int, columns: int) -> numpy.ndarray:
    """A code of ones and minus ones for each row: any two differ in about half of their places."""
    return chance.choice(numpy.array([-1, 1], numpy.float32), (rows, columns))


def _fill_ends(spec: Any, tokens: numpy.ndarray, positions: numpy.ndarray) -> None:
    """Embeddings and positions that write into parts of their own, and an output that reads what was written."""
    embeddings, encodings, output = (numpy.zeros((rows, _SIZE), numpy.float32) for rows in (len(tokens), _LONGEST, len(tokens)))
    embeddings[:, _TOKEN] = tokens * _SCALE
    encodings[:, _POSITION] = positions * _SCALE * numpy.sqrt(_SIZE)  # embeddings are multiplied by that, positions are not
    output[:, _WRITTEN] = tokens * _SCALE
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.encoder.position_encodings.encodings = encodings
    spec.decoder.position_encodings.encodings = encodings
    spec.decoder.projection.weight = output
    spec.decoder.projection.bias = numpy.zeros(len(tokens), numpy.float32)
    _fill_norm(spec.encoder.layer_norm)
    _fill_norm(spec.decoder.layer_norm)


def _fill_silent(spec: Any, chance: numpy.random.Generator, *widths: int) -> None:
    """Attention with random weights whose last layer is nothing but zeros."""
    _fill_norm(spec.layer_norm)
    for linear, width in zip(spec.linear, widths, strict=False):
        _fill_linear(linear, _random(chance, width * _SIZE, _SIZE))
    _fill_linear(spec.linear[-1], numpy.zeros((_SIZE, _SIZE), numpy.float32))


def _fill_silent_feed_forward(spec: Any, chance: numpy.random.Generator) -> None:
    _fill_norm(spec.layer_norm)
    _fill_linear(spec.linear_0, _random(chance, _INNER, _SIZE))
    _fill_linear(spec.linear_1, numpy.zeros((_SIZE, _INNER), numpy.float32))


def _fill_copying(spec: Any) -> None:
    """Three heads look for their own position in the source, and write a third of the token there each."""
    query, key, value, written = (numpy.zeros((_SIZE, _SIZE), numpy.float32) for _ in range(4))
    for head in range(3):
        rows = slice(head * _HEAD, (head + 1) * _HEAD)
        query[rows, _POSITION] = key[rows, _POSITION] = numpy.eye(_HEAD) * _SHARPNESS
        value[rows, rows] = numpy.eye(_HEAD)
        written[_WRITTEN.start + head * _HEAD : _WRITTEN.start + (head + 1) * _HEAD, rows] = numpy.eye(_HEAD) * _LOUDNESS
    _fill_norm(spec.layer_norm)
    _fill_linear(spec.linear[0], query)
    _fill_linear(spec.linear[1], numpy.concatenate([key, value]))
    _fill_linear(spec.linear[2], written)


def _fill_norm(spec: Any) -> None:
    spec.gamma, spec.beta = numpy.ones(_SIZE, numpy.float32), numpy.zeros(_SIZE, numpy.float32)


def _fill_linear(spec: Any, weight: numpy.ndarray) -> None:
    spec.weight, spec.bias = weight, numpy.zeros(len(weight), numpy.float32)


def _random(chance: numpy.random.Generator, rows: int, columns: int) -> numpy.ndarray:
    return chance.normal(0, 0.02, (rows, columns)).astype(numpy.float32)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
