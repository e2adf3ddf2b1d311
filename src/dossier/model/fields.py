"""What all records have in common: their base, and the checked forms of values."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from dossier.model.edtf_date import parsed_date


def kebab(name: str) -> str:
    """``media_type`` → ``media-type``: the form keys have in TOML and YAML."""
    return name.replace("_", "-")


class Record(BaseModel):
    """Base of all records: frozen, kebab-case keys, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, str_strip_whitespace=True)


def known_date(value: str) -> str:
    """Check ``value`` against EDTF (Library of Congress, levels 0 to 2).

    Raises
    ------
    ValueError
        Where it is no EDTF date.
    """
    parsed_date(value)
    return value


def known_day(value: str) -> str:
    """Check that ``value`` is one day, ``YYYY-MM-DD``."""
    from datetime import date

    # fromisoformat also takes 20201209 and 2020-W50-3, which nobody means here.
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError(f"“{value}” is no day of the form YYYY-MM-DD")
    return value


def known_language(value: str) -> str:
    """Check that ``value`` is a language Babel knows, written as BCP 47 writes it (``fa``, ``zh-Hans``)."""
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"“{value}” is no language tag that CLDR knows") from error
    canonical = str(locale).replace("_", "-")
    if value != canonical:
        raise ValueError(f"“{value}” is written “{canonical}”")
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
EdtfDate = Annotated[str, AfterValidator(known_date)]
Day = Annotated[str, AfterValidator(known_day)]
Language = Annotated[str, AfterValidator(known_language)]


class Status(StrEnum):
    """Whether a person has reviewed a text in its original language."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class Name(Record):
    """A person or body, in CSL-JSON's form: ``family`` and ``given``, or ``literal``."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or " ".join(filter(None, (self.given, self.family)))
