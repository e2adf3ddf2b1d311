"""Provenance as a file: ``provenance/<lang>.json``."""

from pydantic import ValidationError

from dossier.archive.payload import PROVENANCE
from dossier.model.provenance import Provenance


def provenance_path(language: str) -> str:
    """Where the provenance of an edition lies in the payload."""
    return f"{PROVENANCE}{language}.json"


def write_provenance(provenance: Provenance) -> bytes:
    """The file: JSON (RFC 8259) in UTF-8, keys in the order of the model; the same bytes for the same values."""
    return f"{provenance.model_dump_json(by_alias=True, indent=2)}\n".encode()


def read_provenance(data: bytes) -> Provenance:
    """Read the file.

    Raises
    ------
    ValueError
        Where it is no provenance of this version, with the first reason in words.
    """
    try:
        return Provenance.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ValueError(f"{where}: {first['msg']}" if where else first["msg"]) from error
