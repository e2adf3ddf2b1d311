"""Running text without what is no language: addresses, placeholders of programmes, tags written as text."""

import re

_ADDRESS = re.compile(
    r"\b[A-Za-z][A-Za-z0-9+.-]*://[^\s<>«»“”]+|\bwww\.[^\s<>«»“”]+|\b(?:mailto|tel):\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w{1,30});")
_FORMAT = re.compile(
    r"%\([^()]*\)[#0 +-]*\d*(?:\.\d+)?[a-zA-Z]"
    r"|(?<!\d)%(?:\d+\$)?[#0+'-]*(?:\d+|\*(?:\d+\$)?)?(?:\.(?:\d+|\*?(?:\d+\$)?))?(?:hh?|ll?|[Lqjzt])?[a-zA-Z][AB]?"
)
_SLOT = re.compile(r"\$?\{[^{}\s]*\}|\$\(?\w+\)?|%L?[0-9]{1,2}(?![0-9])|\\\\[0-9]|@[0-9]")
_SIGNS = re.compile(r"[@%<&{$\\]|://|www\.|mailto:|tel:")


def prose(text: str, other: str) -> str:
    """``text`` without addresses, tags and placeholders.

    A sign such as ``$5`` or ``%50`` may be a placeholder, a sum of money or a share: it counts as a placeholder where ``other``,
    the original or the translation of ``text``, has the same.
    """
    if not _SIGNS.search(text):
        return text
    if "@" in text or ":" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if "<" in text or "&" in text:
        text = _TAG.sub(" ", text)
    if "%" in text:
        text = _FORMAT.sub(" ", text)
    return _SLOT.sub(lambda found: " " if found[0] in other else found[0], text)
