"""Rows set right, whatever the style and the language: one rule a function, in the order of :data:`RULES`."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from dossier.attribution.csl.marks import CLOSE, CLOSE_INNER, JOINED, OPEN, OPEN_INNER
from dossier.attribution.csl.runs import Row, Run
from dossier.language.bidi import direction_of
from dossier.model.citation import SourceRef

_PAIRS = {OPEN: CLOSE, OPEN_INNER: CLOSE_INNER}
_DELIMITERS = " \u00a0\u202f,;،؛"
_CONNECTION = re.compile(r"[\s,]*")
_STOPS = (".", "?", "!", "…", "؟")


def tidied(row: Row, cited: Sequence[str]) -> Row:
    """``row`` with all rules applied; ``cited`` are the ids of the sources it cites, in order."""
    row = _each_cited_once(row, cited)
    for rule in RULES:
        row = rule(row)
    return [token for token in row if isinstance(token, SourceRef) or token.text]


def _each_cited_once(row: Row, cited: Sequence[str]) -> Row:
    """One reference for each cite: a style that writes “[1–3]” has dropped some, one that links twice has too many."""
    wanted = Counter(cited)
    found = Counter(token.source for token in row if isinstance(token, SourceRef))
    kept: Row = []
    for token in row:
        if isinstance(token, SourceRef) and found[token.source] > wanted[token.source]:
            found[token.source] -= 1
        else:
            kept.append(token)
    return kept + [SourceRef(source) for source in (wanted - found).elements()]


def _unquoted(row: Row) -> Row:
    """A supplied title stands in brackets only: quotation marks round it would say that somebody else wrote it."""
    text = list(row)
    for index, token in enumerate(text):
        if isinstance(token, Run) and token.supplied:
            text[index] = replace(token, styles=token.styles - {"em"})
            _drop_pair(text, index)
    return text


def _drop_pair(row: Row, index: int) -> None:
    before = row[index - 1] if index else None
    if not isinstance(before, Run) or before.text[-1:] not in _PAIRS:
        return
    opening, closing = before.text[-1], _PAIRS[before.text[-1]]
    for place in range(index + 1, len(row)):
        after = row[place]
        if isinstance(after, Run) and closing in after.text:
            row[index - 1] = replace(before, text=before.text.removesuffix(opening))
            row[place] = replace(after, text=after.text.replace(closing, "", 1))
            return


def _joined(row: Row) -> Row:
    """``; as quoted in`` → ``, as quoted in``."""
    done: Row = []
    for token in row:
        if isinstance(token, Run) and JOINED in token.text:
            before, _, after = token.text.partition(JOINED)
            token = replace(token, text=(_with_comma(before) if before else "") + after)
            if not before:
                _end_with_comma(done)
        done.append(token)
    return done


def _end_with_comma(row: Row) -> None:
    for index in range(len(row) - 1, -1, -1):
        token = row[index]
        if isinstance(token, Run):
            row[index] = replace(token, text=_with_comma(token.text))
            return


def _with_comma(text: str) -> str:
    return text.rstrip(_DELIMITERS) + ", "


def _behind_suffix(row: Row) -> Row:
    """The reference comes after the words that a writer put after the cite."""
    done = list(row)
    for index in range(len(done) - 1, -1, -1):
        token = done[index]
        if isinstance(token, SourceRef) and (end := _end_of_suffix(done, index + 1)):
            done.insert(end, token)
            del done[index]
    return done


def _end_of_suffix(row: Row, start: int) -> int:
    for index in range(start, len(row)):
        token = row[index]
        if isinstance(token, SourceRef):
            return 0
        if token.suffix:
            return index + 1
        if not _CONNECTION.fullmatch(token.text):
            return 0
    return 0


def _before_full_stop(row: Row) -> Row:
    """References at the very end stand before the full stop of the note."""
    refs: Row = []
    done = list(row)
    while done and isinstance(done[-1], SourceRef):
        refs.insert(0, done.pop())
    last = done[-1] if done else None
    if not refs or not isinstance(last, Run) or not last.text.endswith((".", ")", "]")) or last.styles or last.href or last.lang:
        return row
    return [*done[:-1], replace(last, text=last.text[:-1]), *refs, replace(last, text=last.text[-1])]


def _one_stop(row: Row) -> Row:
    """No full stop after another sign that ends a sentence, also across a reference."""
    done: Row = []
    ended = False
    for token in row:
        if isinstance(token, Run):
            if ended and token.text.startswith("."):
                token = replace(token, text=token.text[1:])
            ended = token.text.rstrip(CLOSE + CLOSE_INNER).endswith(_STOPS) if token.text else ended
        done.append(token)
    return done


def _upright(row: Row) -> Row:
    """Scripts that run from right to left are never slanted."""
    return [
        replace(token, styles=token.styles - {"em"})
        if isinstance(token, Run) and "em" in token.styles and direction_of(token.text) == "rtl"
        else token
        for token in row
    ]


RULES: tuple[Callable[[Row], Row], ...] = (_joined, _behind_suffix, _before_full_stop, _unquoted, _one_stop, _upright)


def capitalized(row: Row) -> Row:
    """The row with a capital at its beginning: a note is a sentence, “See …”."""
    for index, token in enumerate(row):
        if isinstance(token, Run) and token.text.strip():
            first = len(token.text) - len(token.text.lstrip())
            text = token.text[:first] + token.text[first].upper() + token.text[first + 1 :]
            return [*row[:index], replace(token, text=text), *row[index + 1 :]]
    return row
