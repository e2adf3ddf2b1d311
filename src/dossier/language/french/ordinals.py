"""What stands raised: the endings of ordinals (*1er*, *2e*, *XXe*) and the letters of *no* before a number.

So the *Lexique* (« Nombres », « Abréviations »). *2ème* is left as its writer has it, and so are *Mme* and *Dr*, which the
*Lexique* raises too, but most French books no longer do.
"""

import re
from collections.abc import Iterator

from dossier.language.french.names import ROMAN
from dossier.language.spaces import ANY

_BEHIND = r"(?!\w|[-+]\d+(?![\de]))"
_RAISED = re.compile(
    rf"(?<![\w.,/+=?&#-])(?:1(?P<first>ers?|res?)|2(?P<second>nde?s?|de?s?)|\d+(?P<digits>es?)){_BEHIND}"
    rf"|(?<![\w/.])(?:I(?P<ruler>ers?)|I(?P<female>re)(?={ANY}[A-ZÀ-ÖØ-ÞŒ])|(?!L(?:e|es)\b)(?:{ROMAN})(?P<roman>es?)){_BEHIND}"
    rf"|(?<![\w/])[nN](?P<number>o)(?={ANY}\d)|(?<![\w/])[nN](?P<numbers>os)(?={ANY}\d+(?:[-–,]|{ANY}(?:et|à){ANY}\d))"
)


def raised(text: str) -> Iterator[tuple[int, int]]:
    """Where the letters stand in ``text``, which is typeset, that are set as superscripts."""
    for found in _RAISED.finditer(text):
        yield found.span(found.lastgroup or 0)
