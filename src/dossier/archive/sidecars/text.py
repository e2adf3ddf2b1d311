"""Words as XML and MARC can carry them."""

import re

from dossier.model.characters import NOT_XML

_SPACES = re.compile(r"[ \t\r\n\u0085\u2028\u2029]+")


def clean(text: str) -> str:
    """``text`` on one line, without characters that XML does not allow, MARC's separators of fields among them.

    Marks of direction stay, since they are words' own.
    """
    return _SPACES.sub(" ", NOT_XML.sub("", text)).strip()
