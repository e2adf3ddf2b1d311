"""Signs by which set text is found again in what the processor gives back.

They are of Unicode's private use area, which no text of a dossier has: what a project writes is cleared of it.
"""

import re

OPEN, CLOSE, OPEN_INNER, CLOSE_INNER = "\ue010", "\ue011", "\ue012", "\ue013"
"""Quotation marks, as terms of the style; each edition's own are put in their place."""

JOINED = "\ue020"
"""Begins a cite that is joined to the one before it: “as quoted in”."""

_PRIVATE = re.compile("[\ue000-\uf8ff\x00-\x08\x0b-\x1f\ufffe\uffff]")
_BRACES = str.maketrans({"{": "\ue030", "}": "\ue031", "[": "\ue032", "]": "\ue033", "\\": "\ue034", "|": "\ue035"})
_DIGITS = str.maketrans({str(digit): chr(0xE040 + digit) for digit in range(10)})
_BACK = str.maketrans(
    {"\ue030": "{", "\ue031": "}", "\ue032": "[", "\ue033": "]", "\ue034": "\\", "\ue035": "|"}
    | {chr(0xE040 + digit): str(digit) for digit in range(10)}
)


def cleared(text: str) -> str:
    """``text`` without signs of private use and without control characters."""
    return _PRIVATE.sub("", text)


def hidden_signs(text: str) -> str:
    """``text`` with the signs that the processor reads as syntax put out of its sight."""
    return cleared(text).translate(_BRACES)


def hidden_digits(text: str) -> str:
    """``text`` as :func:`hidden_signs` writes it, and without digits: the processor takes words with digits for a page."""
    return hidden_signs(text).translate(_DIGITS)


def shown_signs(text: str) -> str:
    """The inverse of :func:`hidden_signs` and :func:`hidden_digits`."""
    return text.translate(_BACK)
