"""No-break spaces in signs that can be read: ``␣`` for U+00A0, ``⍽`` for U+202F."""

from pathlib import Path

from dossier.language.addresses import addresses_in
from dossier.language.line import Line
from dossier.language.typography import typeset_line
from dossier.language.value import Language

_SHOWN = str.maketrans({"\u00a0": "␣", "\u202f": "⍽"})
_MEANT = str.maketrans({"␣": "\u00a0", "⍽": "\u202f"})


def shown(text: str) -> str:
    """``text`` with its no-break spaces to be seen."""
    return text.translate(_SHOWN)


def meant(text: str) -> str:
    """The text that :func:`shown` shows."""
    return text.translate(_MEANT)


def as_set(text: str, language: Language) -> str:
    """``text`` as an edition sets it, addresses and identifiers left alone."""
    return typeset_line(Line(text, kept=addresses_in(text)), language).text


def cases_in(name: str) -> list[tuple[str, str]]:
    """What is written and what is set, from a file beside this one: ``written ⇒ set``, or ``= left alone``."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def _case(line: str) -> tuple[str, str]:
    if line.startswith("= "):
        return line[2:], line[2:]
    written, arrow, result = line.partition(" ⇒ ")
    assert arrow, line
    return written, result
