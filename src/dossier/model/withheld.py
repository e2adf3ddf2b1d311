"""Names that must appear in no output: as people write them, and as the rooms hand them on."""

import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from dossier.model.fields import Record
from dossier.model.place import Place

SHORTEST = 3
"""Letters that a withheld name has at least: a shorter one would be found in the midst of other words."""


def letters_of(text: str) -> int:
    """How many letters ``text`` has."""
    return sum(unicodedata.category(char).startswith("L") for char in text)


def known_name(value: str) -> str:
    """Check that ``value`` is long enough to be looked for.

    Raises
    ------
    ValueError
        Where it has fewer than three letters.
    """
    if letters_of(value) < SHORTEST:
        raise ValueError(f"a name that is withheld has at least {SHORTEST} letters: write the whole of it")
    return value


class WithheldName(Record):
    """A name, and what stands in its place (``as``); without it, a word that says that a name was withheld."""

    name: Annotated[str, AfterValidator(known_name)]
    shown_as: str = Field("", alias="as")


def _as_table(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Withholding = Annotated[WithheldName, BeforeValidator(_as_table)]
"""An item of ``withhold``: a name, or a table of ``name`` and ``as``."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One name to be kept out of everything; ``place`` is where that was asked for."""

    name: str
    shown_as: str
    place: Place
