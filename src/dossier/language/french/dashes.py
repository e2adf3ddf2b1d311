"""Dashes about an aside: nothing divides them from it, so that no line ends with the first or begins with the second.

The *Lexique* gives them spaces on both sides (« Tiret »). The first dash of a sentence opens, the next one closes; a dash that
is not closed (the full stop does it), or begins a speech, opens. Between figures it is a range, and none.

Behind an opening en dash a no-break space would not hold: a line may end before it (Unicode Annex 14, LB12a, excepts U+2013), and
the next would begin with it. It would take U+2060, which old readers of e-books show as a box; so the plain space stays there.
"""

import re
from collections.abc import Iterator

from dossier.language.rule import Edit, Rule
from dossier.language.spaces import ANY, NARROW, WIDE

_DASH_OR_END = re.compile(
    rf"(?P<before>(?<!{ANY}){ANY}+|^)[–—](?P<behind>{ANY}+)(?=\S)"
    rf"|(?P<end>[.!?…](?:{ANY}?»)?(?= +[^\W\d_a-zß-öø-ÿœ«])|\n)",
    re.MULTILINE,
)


def _asides(text: str) -> Iterator[Edit]:
    opened = False
    for found in _DASH_OR_END.finditer(text):
        if found["end"]:
            opened = False
        elif not _is_range(text, *found.span()):
            opened = not opened
            start, end = found.span("behind" if opened else "before")
            holds = not (opened and text[start - 1] == "–")
            if holds and start < end and text[start:end].strip(WIDE + NARROW):
                yield Edit(start, end, WIDE)


def _is_range(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()


RULES = (Rule("asides between dashes", _asides),)
