"""Words as XML and MARC can carry them."""

import re

# What XML 1.0 has no place for (2.2, production 2): control characters, halves of surrogate pairs, non-characters. MARC's own
# separators of fields are among them.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[ \t\r\n\u0085\u2028\u2029]+")


def clean(text: str) -> str:
    """``text`` on one line, without characters that XML does not allow; marks of direction stay, since they are words' own."""
    return _SPACES.sub(" ", _NO_XML.sub("", text)).strip()
