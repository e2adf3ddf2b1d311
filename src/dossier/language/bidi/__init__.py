"""Runs that must keep their own direction inside text of another (Unicode Annex 9, HTML's ``bdi``)."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from unicodedata import bidirectional

from dossier.language.rule import Run
from dossier.language.value import Language

# Digits joined by signs (2020-12-09, +44 20 7946, 12:30, 1988/09): in right-to-left text the algorithm orders the pieces anew.
_RUN = re.compile(r"\+?\d+(?:[-–/:.+]\d+)+|\+\d[\d -]*\d|[A-Za-z][\w.+-]*@[\w-]+(?:\.[\w-]+)+")


def isolates(text: str, language: Language, known: Iterable[str] = ()) -> Iterator[Run]:
    """The parts of ``text`` that must keep an order of their own; see :func:`dossier.language.runs.runs_in`."""
    for found in _RUN.finditer(text) if language.rtl else ():
        yield Run(*found.span(), direction="ltr")


def isolated(text: str, own: Language, around: Language) -> str:
    """HTML for a title or name in the language ``own`` inside text of the language ``around``."""
    if own.tag == around.tag:
        return escape(text)
    return f'<bdi lang="{escape(own.tag)}" dir="{own.direction}">{escape(text)}</bdi>'


def direction_of(text: str) -> str:
    """The direction of the first strong character (rules P2 and P3); ``ltr`` where there is none."""
    for char in text:
        kind = bidirectional(char)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
