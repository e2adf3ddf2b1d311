"""Runs that must keep their own direction inside text of another (Unicode Annex 9, HTML's ``bdi``).

One module for each kind of run; each says which rules of the algorithm would put it out of order. A run is isolated only where
that can change something: a word between two letters of the text stands right by itself.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from unicodedata import bidirectional

from dossier.language.bidi.addresses import addresses
from dossier.language.bidi.foreign import foreign
from dossier.language.bidi.kind import Span
from dossier.language.bidi.languages import Naming
from dossier.language.bidi.numeric import numeric
from dossier.language.bidi.other_scripts import other_scripts
from dossier.language.bidi.own_numbers import own_numbers
from dossier.language.bidi.right_to_left import right_to_left
from dossier.language.bidi.surroundings import needs_isolation
from dossier.language.rule import Run
from dossier.language.value import Language

_STEERED = re.compile("[\u202a-\u202e\u2066-\u2069]")


def isolates(text: str, language: Language, known: Iterable[str] = ()) -> Iterator[Run]:
    """The parts of ``text`` that must keep an order of their own, or are in another language, in its order and without overlaps.

    See :func:`dossier.language.runs.runs_in`. An edge of the text is not taken for that of a paragraph: something may stand
    beside it. A text with embeddings or isolates of its own (U+202A…, U+2066…) was ordered by hand, and is left so.
    """
    turned = _STEERED.search(text) is not None
    naming = Naming(language.tag, tuple(known))
    opposite = "ltr" if language.rtl else "rtl"
    before = 0
    for start, end, against in _spans(text, language):
        isolated = against and not turned and needs_isolation(text, start, end, before, rtl=language.rtl)
        lang = naming.of(text[start:end])
        if isolated or lang:
            yield Run(start, end, opposite if isolated else "", lang)
        before = end


def _spans(text: str, language: Language) -> Iterator[tuple[int, int, bool]]:
    """Each run, and whether it runs against the text."""
    against = _against(text, language)
    along = other_scripts(text, language.tag, rtl=language.rtl)
    yield from _united(sorted(chain(((*span, True) for span in against), ((*span, False) for span in along))))


def _against(text: str, language: Language) -> Iterator[Span]:
    if not language.rtl:
        return right_to_left(text, "".join(language.quotes))
    return chain(addresses(text), foreign(text), numeric(text, language.tag.partition("-")[0]), own_numbers(text))


def _united(spans: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Runs that meet are one."""
    last: tuple[int, int, bool] | None = None
    for start, end, against in spans:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end), last[2] or against)
            continue
        if last is not None:
            yield last
        last = (start, end, against)
    if last is not None:
        yield last


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
