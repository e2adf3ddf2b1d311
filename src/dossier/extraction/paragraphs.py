r"""Paragraphs made one text: tidy lines ended by ``\n``, paragraphs parted by a blank line."""

import re
from collections.abc import Iterable

PARTING = re.compile(r"\n[^\S\n]*\n\s*|[\f\u2029]")
"""What parts paragraphs in text that has nothing but characters."""

_RUNS = re.compile(r"[ \t\v\r]+")
_UNSEEN = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160), 0xFEFF))
_SURROGATES = re.compile("[\ud800-\udfff]")


def composed(paragraphs: Iterable[str]) -> str:
    """One text of ``paragraphs``. Control characters, runs of spaces and empty lines have no words and are dropped."""
    tidied = (_tidy(part) for paragraph in paragraphs for part in PARTING.split(paragraph))
    return "\n\n".join(filter(None, tidied))


def _tidy(paragraph: str) -> str:
    plain = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", paragraph.replace("\u0085", "\n").translate(_UNSEEN))
    lines = (_RUNS.sub(" ", line).strip() for line in plain.replace("\u2028", "\n").split("\n"))
    return "\n".join(filter(None, lines))
