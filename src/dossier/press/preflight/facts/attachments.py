"""Embedded files, and what a file is said to be (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from dossier.press.limits import LARGEST_STREAM, TooLargeError
from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.opened import content_of
from dossier.press.preflight.facts.values import Attachment, Kind, Survey


def attachments_of(pdf: pikepdf.Pdf, survey: Survey) -> tuple[Attachment, ...]:
    """The embedded files of the document and of annotations, each once."""
    found: dict[object, Attachment] = {}
    for value in _specifications(pdf):
        stream = safe.entry(safe.entry(value, "/EF"), "/F") or safe.entry(safe.entry(value, "/EF"), "/UF")
        key = safe.identity(value) or safe.identity(stream)
        if isinstance(stream, pikepdf.Stream) and key not in found:
            found[key] = _attachment(value, stream, survey)
    return tuple(found.values())


def _specifications(pdf: pikepdf.Pdf) -> Iterator[Any]:
    names = safe.entry(safe.entry(pdf.Root, "/Names"), "/EmbeddedFiles")
    yield from (value for _, value in safe.leaves(names, "/Names"))
    yield from safe.items(safe.entry(pdf.Root, "/AF"))
    for page in pdf.pages:
        for annotation in safe.items(safe.entry(page.obj, "/Annots")):
            if safe.name(safe.entry(annotation, "/Subtype")) == "FileAttachment":
                yield safe.entry(annotation, "/FS")


def _attachment(value: Any, stream: Any, survey: Survey) -> Attachment:
    parameters = safe.entry(stream, "/Params")
    digest = safe.entry(parameters, "/CheckSum")
    present = {
        "what it is to the document (AFRelationship)": safe.name(safe.entry(value, "/AFRelationship")),
        "a description (Desc)": safe.text(safe.entry(value, "/Desc")),
        "its media type (Subtype)": safe.name(safe.entry(stream, "/Subtype")),
        "a date (ModDate)": safe.text(safe.entry(parameters, "/ModDate")),
        "a digest (CheckSum)": isinstance(digest, pikepdf.String),
    }
    name = safe.text(safe.entry(value, "/UF")) or safe.text(safe.entry(value, "/F")) or "(without a name)"
    missing = tuple(what for what, there in present.items() if not there)
    return Attachment(name, safe.identity(value), missing, _is_wrong(digest, stream, survey))


def _is_wrong(digest: Any, stream: Any, survey: Survey) -> bool:
    """Whether there is a digest, MD5 as the format has it, and it is of other bytes."""
    if not isinstance(digest, pikepdf.String):
        return False
    try:
        return hashlib.md5(content_of(stream, LARGEST_STREAM), usedforsecurity=False).digest() != bytes(digest)
    except TooLargeError:
        survey.note(Kind.TOO_LARGE, "an attachment is too large to be read", 0, safe.identity(stream))
        return False
    except pikepdf.PikepdfError:
        return True
