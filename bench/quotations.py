"""How long it takes to verify quotations: each against a source of its own, folding included. See README.md."""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from synthetic import ENGLISH, FRENCH, PERSIAN, Tongue

from dossier.attribution.quotations.folding import fold
from dossier.attribution.quotations.matching import MatchKind, compare

LIMIT = 10.0
LINE, PARAGRAPH = 12, 120
"""Words in a line and in a paragraph of a made-up source."""


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation, the text of its source, its language, and whether the source has the words."""

    quoted: str
    source: str
    language: str
    is_faithful: bool


def main() -> int:
    """Verify them all; 1 where that takes longer than the limit or gives a wrong answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotations", type=int, default=1000)
    parser.add_argument("--words", type=int, default=5000, help="words of each source")
    asked = parser.parse_args()
    cases = [_case(number, asked.words) for number in range(asked.quotations)]
    start = time.perf_counter()
    folded = [fold(case.source) for case in cases]
    middle = time.perf_counter()
    kinds = [compare(case.quoted, source, language=case.language).kind for case, source in zip(cases, folded, strict=True)]
    end = time.perf_counter()
    wrong = sum((kind is MatchKind.MISSING) == case.is_faithful for case, kind in zip(cases, kinds, strict=True))
    print("| quotations | words of a source | folding | comparing | together | wrong |", "|---|---|---|---|---|---|", sep="\n")
    figures = f"{middle - start:.1f} s | {end - middle:.1f} s | {end - start:.1f} s (at most {LIMIT:.0f} s)"
    print(f"| {len(cases)} | {asked.words} | {figures} | {wrong} |")
    return int(end - start > LIMIT or wrong > 0)


def _case(number: int, words: int) -> Case:
    """Every third in English, French and Persian; of ten, six are verbatim, two leave words out, two have a wrong word."""
    random = Random(number)
    tongue = (ENGLISH, FRENCH, PERSIAN)[number % 3]
    source = _source(tongue, words, random)
    first = random.randrange(words // PARAGRAPH - 1) * PARAGRAPH + random.randrange(PARAGRAPH - 40)
    quoted = list(source[first : first + 30])
    if number % 10 in (6, 7):
        quoted[10:20] = ["[…]"]
    if number % 10 in (8, 9):
        quoted[15] = "harbourmaster"
    return Case(" ".join(quoted), _set(source), tongue.language, number % 10 < 8)


def _source(tongue: Tongue, words: int, random: Random) -> Sequence[str]:
    """Words, some of them in quotation marks or at the end of a sentence."""
    opening, closing = tongue.quotes
    frames = ("{}", "{}", "{}", "{}", "{}", "{}", "{},", "{}.", f"{opening}{{}}{closing}")
    return [random.choice(frames).format(random.choice(tongue.words)) for _ in range(words)]


def _set(words: Sequence[str]) -> str:
    """The words in lines and paragraphs."""
    lines = (" ".join(words[start : start + LINE]) for start in range(0, len(words), LINE))
    return "".join(line + ("\n\n" if number % (PARAGRAPH // LINE) == 0 else "\n") for number, line in enumerate(lines, 1))


if __name__ == "__main__":
    raise SystemExit(main())
