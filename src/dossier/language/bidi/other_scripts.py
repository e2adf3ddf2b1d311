"""Words of another script that runs in the direction of the text:

Greek in English, Hebrew in Persian. They need no isolation, but whoever reads the page aloud should know that they are not of
its language.
"""

import re
from collections.abc import Iterator
from functools import cache

from dossier.language.bidi.kind import Span
from dossier.language.script import foreign_to


@cache
def _letter(tag: str, *, rtl: bool) -> re.Pattern[str] | None:
    found = foreign_to(tag, rtl=rtl)
    return re.compile(f"[{found}]") if found else None


@cache
def _words(tag: str, *, rtl: bool) -> re.Pattern[str]:
    word = f"[{foreign_to(tag, rtl=rtl)}][{foreign_to(tag, rtl=rtl)}\u0300-\u036f\u0591-\u05c7]*+"
    return re.compile(rf"{word}(?:[ \-’'.]++{word})*+")


def other_scripts(text: str, tag: str, *, rtl: bool) -> Iterator[Span]:
    """Where words of other scripts stand that run as ``text`` does, which is in the language ``tag``."""
    letter = _letter(tag, rtl=rtl)
    if letter is None or (first := letter.search(text)) is None:
        return
    for found in _words(tag, rtl=rtl).finditer(text, first.start()):
        yield found.span()
