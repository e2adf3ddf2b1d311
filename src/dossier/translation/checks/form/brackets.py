"""T019: every bracket of a translation is closed, and by one of its own kind."""

import re
from collections.abc import Iterator

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import around, read
from dossier.translation.checks.passage import Passage

_BRACKET = re.compile(r"[()\[\]{}]")
_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
# List marks, and emoticons.
_HALF_ALONE = re.compile(r"(?<!\S)(?:[^\W\d_]{1,3}|\d{1,2}|[ivxIVX]{1,5})[)\]](?=\s|$)|(?<![\w(\[])[:;=]['-]?[()\[\]{}]+(?!\w)")


def check(one: Passage) -> Iterator[Finding]:
    """Look for the first bracket without its other half; say nothing where the original has such a one.

    Persian is typed in reading order, so that the same signs open and close. List marks (``a)``) and emoticons are passed over
    where the original has such halves, too.
    """
    reading = read(one)
    if not _BRACKET.search(reading.translated):
        return
    original, translated = reading.original, reading.translated
    if _alone(original) >= 0:
        original, number = _HALF_ALONE.subn(_blank, original)
        translated = _HALF_ALONE.sub(_blank, translated, number) if number else translated
    index = _alone(translated)
    if index >= 0 and _alone(original) < 0:
        sign = translated[index]
        fault = "is never closed" if sign in _CLOSED_BY else "closes nothing that it could close"
        words = around(reading.translated, index, index + 1)
        yield Finding("T019", f"a bracket “{sign}” {fault}: {words}", "write the other half of the pair, or take this one out")


def _blank(found: re.Match[str]) -> str:
    """Blanks in the place of what was found: the places of the others stay."""
    return " " * len(found[0])


def _alone(text: str) -> int:
    """Where the first bracket without its other half is; -1 where there is none."""
    awaited: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        if closing := _CLOSED_BY.get(found[0]):
            awaited.append((closing, found.start()))
        elif not awaited or awaited[-1][0] != found[0]:
            return found.start()
        else:
            awaited.pop()
    return awaited[-1][1] if awaited else -1
