"""Headings, labels and phrases have no full stop, and models like to give them one."""

import re

_STOPS = ".!?…؟۔:;؛"
_CLOSING = "»”’\"')] \u00a0\u202f"
_ADDED = re.compile(r"(?<=[^\W\d_]{4})\.\Z|(?<=[\u0600-\u06ff]{2})\.\Z")
"""One full stop behind a word that is too long for an abbreviation; words of Arabic letters are shorter."""


def ended_like(original: str, text: str) -> str:
    """``text`` without a full stop at its end, where ``original`` ends without any such sign."""
    if original.rstrip(_CLOSING).endswith(tuple(_STOPS)):
        return text
    return _ADDED.sub("", text)
