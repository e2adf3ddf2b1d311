"""The typography of an edition's own text in citations. Foreign words and addresses never come here."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from dossier.attribution.csl.marks import CLOSE, CLOSE_INNER, OPEN, OPEN_INNER
from dossier.attribution.csl.runs import Row, Run
from dossier.attribution.csl.terms import DEFAULT, QUOTES, base_of
from dossier.language.typography import typeset
from dossier.language.value import Language
from dossier.model.citation import SourceRef

_SPACES = "[ \u00a0\u202f]"
_MARKS = re.compile(f"([{OPEN}{CLOSE}{OPEN_INNER}{CLOSE_INNER}])")
_NEIGHBOUR = "\N{WORD JOINER}"

_PERSIAN_COMMA = re.compile(r",(?!\d)")
_PERSIAN_SIGNS = str.maketrans({";": "؛", "?": "؟"})
_YEAR_LETTER = re.compile(r"(?<=\d{4})([a-z])(?![a-z])")
_PERSIAN_LETTERS = ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگ")
# The ezafe that joins a month to its year has nothing to join where the month ends the date.
_EZAFE = re.compile(r"\b(ژانویه|فوریه|ژوئیه|مه)ٔ(?! [\d۰-۹])")


def polished(row: Row, language: Language) -> Row:
    """``row`` with the edition's quotation marks, spaces, digits and signs."""
    base = base_of(language.tag)
    quotes = QUOTES.get(base, QUOTES[DEFAULT])
    own = _OWN.get(base, typeset)
    done: Row = []
    for token in _with_quotes(row, quotes):
        if isinstance(token, Run) and not token.lang and not token.href:
            # What stands before the run is part of the line: the sign at its beginning has a neighbour.
            before = _NEIGHBOUR if done else ""
            token = replace(token, text=own(before + token.text, language).removeprefix(before))
        done.append(token)
    return done


def _with_quotes(row: Row, quotes: tuple[str, str, str, str]) -> Iterator[Run | SourceRef]:
    """The edition's marks in the place of the processor's; its outer ones become inner ones inside of a quoted title."""
    signs = dict(zip((OPEN, CLOSE, OPEN_INNER, CLOSE_INNER), quotes, strict=True))
    # The spaces that French has inside of its outer marks go with them.
    inner = re.compile(f"{quotes[0].strip()}{_SPACES}*|{_SPACES}*{quotes[1].strip()}")
    depth = 0
    for token in row:
        if not isinstance(token, Run):
            yield token
            continue
        pieces = []
        for piece in _MARKS.split(token.text):
            depth += {OPEN: 1, CLOSE: -1}.get(piece, 0)
            quoted = inner.sub(partial(_inner, quotes), piece) if depth > 0 else piece
            pieces.append(signs.get(piece, quoted))
        yield replace(token, text="".join(pieces))


def _inner(quotes: tuple[str, str, str, str], found: re.Match[str]) -> str:
    return quotes[2] if found[0].startswith(quotes[0].strip()) else quotes[3]


def _persian(text: str, language: Language) -> str:
    text = _PERSIAN_COMMA.sub("،", text).translate(_PERSIAN_SIGNS)
    text = _YEAR_LETTER.sub(lambda found: _PERSIAN_LETTERS[ord(found[1]) - ord("a")], text)
    return language.in_digits(_EZAFE.sub(r"\1", text))


_OWN: Mapping[str, Callable[[str, Language], str]] = {"fa": _persian}
