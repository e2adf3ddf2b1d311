"""``content/<dossier>/dossier.toml``."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.content.digest import digest_of
from dossier.content.isbn import misplaced_isbns
from dossier.content.places import KeyPath, Places
from dossier.content.schema import validate
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind, MatterString
from dossier.model.place import Place
from dossier.model.records import DossierConfig, known_language

FRONT_ID = "dossier"
"""Id of the document that holds the strings of ``dossier.toml``."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a dossier is made of, as far as it can be told even from a file with faults, so that its parts are checked too.

    ``parts`` and ``sources`` are names with the places where they stand; ``sources`` is ``None`` where the file leaves them
    to the folder.
    """

    folder: str
    language: str
    raw_html: bool
    parts: tuple[tuple[str, Place], ...]
    sources: tuple[tuple[str, Place], ...] | None


@dataclass(frozen=True, slots=True)
class DossierFile:
    """``dossier.toml`` as it was read; ``front`` is ``None`` where ``diagnostics`` say why."""

    outline: Outline
    front: Document | None
    diagnostics: tuple[Diagnostic, ...]


def read_dossier_file(data: bytes, path: str) -> DossierFile:
    """Read the file of a dossier.

    Raises
    ------
    DossierError
        C001 or C005, where nothing of the file can be known. All other faults are in the result.
    """
    text, warnings = decode(data, path)
    values, places = read_toml(text, path)
    outline = _outline(values, places)
    try:
        config = validate(DossierConfig, values, places)
    except DossierError as error:
        return DossierFile(outline, None, (*warnings, *error.diagnostics))
    told = (*warnings, *_name_of_folder(config, places), *misplaced_isbns(config, places))
    return DossierFile(outline, _front(config, places, data), told)


def _name_of_folder(config: DossierConfig, places: Places) -> tuple[Diagnostic, ...]:
    folder = posixpath.basename(posixpath.dirname(places.file))
    if config.id == folder:
        return ()
    message = f"the id “{config.id}” is not the name of the dossier's folder, “{folder}”"
    return (Diagnostic(CODES["C009"], message, places.value(("id",)), mend=f'write id = "{folder}", or rename the folder'),)


def _front(config: DossierConfig, places: Places, data: bytes) -> Document:
    return Document(
        id=FRONT_ID,
        path=places.file,
        kind=DocumentKind.DOSSIER,
        language=config.language,
        matter=config,
        strings=_strings(config, places),
        environment={},
        digest=digest_of(data),
        raw_html=config.markdown.raw_html,
    )


def _strings(config: DossierConfig, places: Places) -> tuple[MatterString, ...]:
    """What readers see. Names of editors and publisher stay as they are: they are set, not translated."""
    given: list[tuple[KeyPath, str]] = [
        (("title",), config.title),
        (("subtitle",), config.subtitle),
        (("description",), config.description),
        (("rights",), config.rights),
        *((("keywords", index), word) for index, word in enumerate(config.keywords)),
        *((("corrections", index, "text"), correction.text) for index, correction in enumerate(config.corrections)),
        *([(("withdrawn", "reason"), config.withdrawn.reason)] if config.withdrawn else []),
    ]
    return matter_strings([(path, text, config.language) for path, text in given], places)


def matter_strings(given: Iterable[tuple[KeyPath, str, str]], places: Places) -> tuple[MatterString, ...]:
    """The strings (path, text, language) that are not empty, with their key in dots and the place of their value."""
    return tuple(
        MatterString(".".join(map(str, path)), text, places.value(path), language)
        for path, text, language in given
        if text.strip()
    )


def _outline(values: Mapping[str, Any], places: Places) -> Outline:
    markdown = values.get("markdown")
    return Outline(
        folder=posixpath.dirname(places.file),
        language=_language(values.get("language")),
        raw_html=isinstance(markdown, dict) and markdown.get("raw-html") is True,
        parts=_names(values.get("parts"), "parts", places),
        sources=_names(values["sources"], "sources", places) if "sources" in values else None,
    )


def _language(value: Any) -> str:
    try:
        return known_language(value) if isinstance(value, str) else "und"
    except ValueError:
        return "und"


def _names(value: Any, key: str, places: Places) -> tuple[tuple[str, Place], ...]:
    items = value if isinstance(value, list) else []
    return tuple((item, places.value((key, index))) for index, item in enumerate(items) if isinstance(item, str) and item)
