"""Rebuild the packages of ``tests/models``: ``python scripts/tiny_models/build.py [en-fr en-fa fr-en] [--output FOLDER]``.

Needs torch, numpy, ctranslate2, sentencepiece and onnx, which the project itself does not (tests/models/README.md names the
versions). Prints how many sentences that no model has learnt come out word for word. A model takes minutes on one core.
"""

import argparse
import hashlib
import itertools
import tempfile
import time
from pathlib import Path

import ctranslate2
from converting import save_model
from grammar import Sentence, sentences
from packing import contents, pack, package_name
from sentence_splitter import splitter
from training import Recipe, train
from vocabulary import Vocabulary, learn_vocabulary

FIELDS = {"en": "english", "fr": "french", "fa": "persian"}
PAIRS = ("en-fr", "en-fa", "fr-en")
VERSION = "1.0"
_HERE = Path(__file__).resolve()
_OUTPUT = _HERE.parents[2] / "tests" / "models"
_LEARNT, _ASKED = 12_000, 400
_PIECES = 600
_TRAINING_SEED, _ASKING_SEED = 1, 2
_RECIPE = Recipe()


def main() -> None:
    """Build the packages that are asked for, one after another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="*", default=PAIRS, metavar="PAIR")
    parser.add_argument("--output", type=Path, default=_OUTPUT, metavar="FOLDER")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    for pair in options.pairs:
        build(*pair.split("-"), options.output)


def build(source: str, target: str, output: Path) -> None:
    """Train, try and pack the model of one pair."""
    started = time.monotonic()
    print(f"{source}-{target}", flush=True)
    learnt = _pairs(source, target, _TRAINING_SEED, _LEARNT, held_out=False)
    vocabulary = learn_vocabulary(itertools.chain.from_iterable(learnt), _PIECES)
    model = train(vocabulary, learnt, _RECIPE)
    with tempfile.TemporaryDirectory() as folder:
        save_model(model, vocabulary, Path(folder))
        right = _right(Path(folder), vocabulary, _pairs(source, target, _ASKING_SEED, _ASKED, held_out=True))
        files = contents(source, target, VERSION, vocabulary.model, splitter(source), Path(folder))
    name = package_name(source, target, VERSION)
    file = output / f"{name}.argosmodel"
    pack(name, files, file)
    _tell(file, right, time.monotonic() - started)


def _pairs(source: str, target: str, seed: int, count: int, *, held_out: bool) -> list[tuple[str, str]]:
    """So many sentences that the models may learn, or so many that they may not."""
    chosen: itertools.islice[Sentence] = itertools.islice((one for one in sentences(seed) if one.held_out is held_out), count)
    return [(getattr(one, FIELDS[source]), getattr(one, FIELDS[target])) for one in chosen]


def _right(folder: Path, vocabulary: Vocabulary, asked: list[tuple[str, str]]) -> int:
    """How many sentences the finished model translates word for word."""
    translator = ctranslate2.Translator(str(folder), intra_threads=1)
    tokens = [vocabulary.processor.encode(source, out_type=str) for source, _ in asked]
    results = translator.translate_batch(tokens, beam_size=4, length_penalty=0.2, max_batch_size=32)
    given = [vocabulary.processor.decode(result.hypotheses[0]) for result in results]
    for (source, wanted), text in list(zip(asked, given, strict=True))[:3]:
        print(f"  {source}\n  {text}\n  {wanted if text != wanted else '(right)'}")
    return sum(text == wanted for (_, wanted), text in zip(asked, given, strict=True))


def _tell(file: Path, right: int, seconds: float) -> None:
    data = file.read_bytes()
    print(f"  {right} of {_ASKED} unseen sentences word for word")
    print(f"  {file.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
