"""What packages and the package index say of themselves, in the words of argostranslate's ``package.py``."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LanguageCode = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}$")]
Version = Annotated[str, Field(pattern=r"^[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}$")]
_Line = Annotated[str, Field(max_length=200)]
_Link = Annotated[str, Field(max_length=2000)]

KNOWN_ARGOS = 1
"""The main number of the Argos versions whose packages are known here."""


class Metadata(BaseModel):
    """A package that translates from one language into one other. Keys that are not here are for others."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: Literal["translate"] = "translate"
    from_code: LanguageCode
    to_code: LanguageCode
    from_name: _Line = ""
    to_name: _Line = ""
    package_version: Version
    argos_version: Version = "1.0"
    target_prefix: _Line = ""


class Entry(Metadata):
    """A package that the index offers."""

    links: Annotated[tuple[_Link, ...], Field(max_length=50)] = ()
    sha256: Annotated[str, Field(pattern=r"^[0-9a-fA-F]{64}$")] | None = None


def is_too_new(argos_version: str) -> bool:
    """Whether the package was made for an Argos Translate that may do things otherwise."""
    return int(argos_version.partition(".")[0]) > KNOWN_ARGOS


def folder_name(source: str, target: str, version: str) -> str:
    """The name of a package's folder as its makers choose it. Ours, not the archive's: that one could name anything."""
    return f"translate-{source}_{target}-{version.replace('.', '_')}"
