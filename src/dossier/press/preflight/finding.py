"""What a rule finds, before findings that are alike are put together."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to complain of.

    Parameters
    ----------
    code:
        Its code in :data:`dossier.model.codes.CODES`.
    message:
        What was found, in words that are the same wherever it is found.
    page, object:
        Where; 0 for nowhere in particular.
    example:
        What differs from place to place: a measure, a name.
    """

    code: str
    message: str
    page: int = 0
    object: int = 0
    example: str = ""


_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def quoted(text: str) -> str:
    """The beginning of words of the file, without the marks of direction that a text layer may have."""
    bare = "".join(char for char in text if unicodedata.category(char) != "Cf" or char in _JOINERS)
    return f"“{' '.join(bare.split())[:40]}”"
