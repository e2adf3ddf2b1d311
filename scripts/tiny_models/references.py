"""Write what argostranslate itself makes of 200 paragraphs into ``tests/models/parity.json``.

Needs argostranslate and sentencex (tests/models/README.md names the versions); asks nothing of the network. It runs with its own
defaults, except that a second run computes in float32. Left out, and counted in the file, are paragraphs

* that MiniSBD, which argostranslate asks, and sentencex, which the direct engine asks, cut in different places;
* whose words in float32 are other ones than in the default arithmetic: a tie so near that another processor may decide it
  otherwise;
* that run into the limit of 256 tokens, at which argostranslate cuts without a word and the direct engine does not.
"""

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from build import VERSION
from grammar import sentences
from packing import package_name

_MODELS = Path(__file__).resolve().parents[2] / "tests" / "models"
_PAIRS = ("en-fr", "en-fa")
_WANTED, _MADE = 100, 130
_LIBRARIES = ("argostranslate", "ctranslate2", "sentencepiece", "minisbd", "sentencex")
_CUT = 250  # tokens; argostranslate ends at 256
_SEED = 11

# Nothing of these is in the grammar, or not in this way: the model answers nonsense, and must answer the same nonsense.
_OUTSIDE = (
    "The guards burned the papers behind the wall.",
    "Who signed the letter?",
    "Nobody answered!",
    "On 14 March 1987 the committee, the court and two lawyers received 312 pages.",
    "She wrote: the list is not complete.",
    "The report (in French) was read twice.",
    "Where are the archives of the city now?",
    "At least 3,000 prisoners were moved at night.",
    "The mother of the prisoner asked the judge for the letter of her son.",
    "It rained.",
    "The witness, who had seen the prison, spoke slowly and named five guards.",
    "The law has been in force since 1 January 1990; few know it.",
    "Claire and Amir translated the decision together.",
    "No answer came from the ministry in 14 months.",
    "The photograph shows a door, a table and a lamp.",
    "“The list was public,” said the lawyer.",
    "The court's decision was final – and secret.",
    "Maryam did not sign, and she never will.",
    "Zoë Ångström kept 7 maps of Québec.",
    "He died of hunger on the 41st day.",
    "The families wait, wait, wait and wait.",
    "See page 12, line 3, of the second volume.",
    "Mr. Karimi read it in Geneva.",
    "Article No. 5 says so.",
    "The archive opens at 9 a.m. on working days.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back of one paragraph."""

    text: str
    parts: tuple[str, ...]
    tokens: int


def main() -> None:
    """Write the file, or, in a process of its own, the answers of argostranslate for one pair."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=_MODELS / "parity.json", metavar="FILE")
    parser.add_argument("--ask", metavar="PAIR", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ask:
        print(json.dumps(_ask(*options.ask.split("-"), json.load(sys.stdin))))
        return
    found = {pair: _compared(pair) for pair in _PAIRS}
    if any(len(kept) < _WANTED for kept, _ in found.values()):
        raise SystemExit(f"too few paragraphs are left: raise _MADE in {__file__}")
    whole = {
        "versions": {library: version(library) for library in _LIBRARIES},
        "left_out": {pair: left_out for pair, (_, left_out) in found.items()},
        "pairs": {pair: kept for pair, (kept, _) in found.items()},
    }
    options.output.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print({pair: len(kept) for pair, (kept, _) in found.items()}, whole["left_out"])


def _compared(pair: str) -> tuple[list[dict[str, str]], dict[str, int]]:
    """Paragraphs with what argostranslate made of them, and how many were left out for what."""
    made = list(itertools.islice(paragraphs(_SEED), _MADE))
    default, precise = _answers(pair, made, "auto"), _answers(pair, made, "float32")
    kept: list[dict[str, str]] = []
    left_out = {"tried": 0, "cut otherwise": 0, "near tie": 0, "too long": 0}
    for paragraph, answer, other in zip(made, default, precise, strict=True):
        if len(kept) == _WANTED:
            break
        left_out["tried"] += 1
        if why := _fault(pair, paragraph, answer, other):
            left_out[why] += 1
        else:
            kept.append({"paragraph": paragraph, "argostranslate": answer.text})
    return kept, left_out


def _fault(pair: str, paragraph: str, answer: Answer, other: Answer) -> str:
    """Why a paragraph says nothing about parity; empty where it does."""
    import sentencex

    cut = tuple(part.strip() for part in sentencex.segment(pair.partition("-")[0], paragraph) if part.strip())
    if cut != answer.parts:
        return "cut otherwise"
    if answer.tokens >= _CUT:
        return "too long"
    return "near tie" if answer.text != other.text else ""


def paragraphs(seed: int) -> Iterator[str]:
    """Paragraphs of one to four sentences, no two equal: half of them with one that is not of the grammar."""
    chance = random.Random(seed)
    known = sentences(seed)
    seen = set()
    while True:
        made = [next(known).english for _ in range(chance.randint(1, 4))]
        if chance.random() < 0.5:
            made[chance.randrange(len(made))] = chance.choice(_OUTSIDE)
        if (whole := " ".join(made)) not in seen:
            seen.add(whole)
            yield whole


def _answers(pair: str, asked: Sequence[str], arithmetic: str) -> list[Answer]:
    """Ask argostranslate in a process of its own, whose home is a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as home:
        packages = Path(home) / "packages"
        with zipfile.ZipFile(_MODELS / f"{package_name(*pair.split('-'), VERSION)}.argosmodel") as archive:
            archive.extractall(packages)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
        environment = kept | {"HOME": home, "ARGOS_PACKAGES_DIR": str(packages), "ARGOS_COMPUTE_TYPE": arithmetic}
        command = [sys.executable, __file__, "--ask", pair]
        run = subprocess.run(command, input=json.dumps(asked), stdout=subprocess.PIPE, text=True, env=environment, check=True)
    return [Answer(text, tuple(parts), tokens) for text, parts, tokens in json.loads(run.stdout)]


def _ask(source: str, target: str, asked: Sequence[str]) -> list[tuple[str, list[str], int]]:
    """For each paragraph its translation, the sentences it was cut into, and the tokens of the longest one's translation."""
    from argostranslate import translate

    translation = translate.get_translation_from_codes(source, target)
    return [_asked(translation, paragraph) for paragraph in asked]


def _asked(translation: Any, paragraph: str) -> tuple[str, list[str], int]:
    package = translation.underlying  # what argostranslate calls a cached translation is wrapped around the package's
    parts = [part.strip() for part in package.sentencizer.split_sentences(paragraph)]
    longest = max(len(package.pkg.tokenizer.encode(translation.translate(part))) for part in parts)
    return translation.translate(paragraph), parts, longest


if __name__ == "__main__":
    main()
