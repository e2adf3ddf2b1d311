"""The cases of mixed lines that ``language/bidi-cases.toml`` holds, and the notation in which it says how they look."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "language" / "bidi-cases.toml"


@dataclass(frozen=True, slots=True)
class Case:
    """One line: what is written, and its pieces from left to right."""

    name: str
    kind: str
    language: str
    text: str
    visual: tuple[str, ...]

    @property
    def expected(self) -> str:
        """The signs with ink from left to right."""
        return with_ink("".join(map(_spelt, self.visual)))

    @property
    def id(self) -> str:
        """What a test calls it."""
        return f"{self.language}-{self.kind}-{self.name}"


@cache
def cases() -> tuple[Case, ...]:
    """All of them, in the order of the file."""
    found = tomllib.loads(PATH.read_text(encoding="utf-8"))["case"]
    return tuple(Case(**{**case, "visual": tuple(case["visual"])}) for case in found)


def with_ink(text: str) -> str:
    """``text`` without what has no ink: white space, joiners, directional signs."""
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")


def is_right_to_left(piece: str) -> bool:
    """Whether a piece has letters that run from right to left."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in piece)


def _spelt(piece: str) -> str:
    if not is_right_to_left(piece) or len(piece) == 1:
        return piece
    assert not re.search(r"[^\W\d_؀-ۿ֐-׿]|\d", piece), f"“{piece}” has letters or digits of another direction"
    return piece[::-1]


def without_sides(text: str) -> str:
    """``text`` with one sign for both brackets of a pair: for judges that read a mirrored bracket as its partner."""
    return text.translate(str.maketrans(")]}»>”≥", "([{«<“≤"))


def in_order(places: Sequence[tuple[float, str]]) -> str:
    """The signs with ink of one line by the place at which each begins."""
    return with_ink("".join(sign for _, sign in sorted(places, key=lambda place: place[0])))


def mismatches(seen: Sequence[str]) -> Iterator[str]:
    """What is wrong with the lines that a judge saw, one for each case."""
    for case, line in zip(cases(), seen, strict=True):
        if line != case.expected:
            yield f"{case.id}: {case.text!r} is seen as {line!r}, not as {case.expected!r}"
