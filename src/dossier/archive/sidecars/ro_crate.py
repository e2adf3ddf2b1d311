"""The payload of a deposit as an RO-Crate: what is what in it, as linked data in schema.org's terms.

Persons and bodies are there where the dossier names them; a name of which it does not say whose it is stands as words. Editors
are authors too, as they are creators in Dublin Core: repositories look for those who answer for a deposit there. Rights are told
in the dossier's own words, as a licence without an address: nobody has named one. Where nothing is said of rights, that is said,
since a crate must tell its licence.

Source: https://w3id.org/ro/crate/1.1.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from dossier.archive.payload import folder_of, original_of, place_of
from dossier.archive.sidecars.text import clean
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.identifiers import bare_isbn, doi_address
from dossier.model.media_types import media_type_of
from dossier.model.published import file_address
from dossier.model.records import DossierConfig, Name

NAME = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.1"
_RIGHTS, _PUBLISHER, _SERIES = "#rights", "#publisher", "#series"
_TERMS = {"replaces": "http://purl.org/dc/terms/replaces", "sha256": "http://schema.org/sha256"}
"""Terms that the crate's context, of schema.org 10.0, does not have; readers of linked data drop what no context defines."""

Entity = dict[str, Any]


def ro_crate(record: DossierRecord, described: Mapping[str, bytes], beside: Sequence[FileRecord]) -> tuple[str, bytes]:
    """The path and the bytes of the crate's metadata.

    Parameters
    ----------
    record:
        The dossier and its editions.
    described:
        The other descriptions in the payload, by path.
    beside:
        All other files of the payload.
    """
    graph = [_told(entity) for entity in _graph(record, described, beside)]
    crate = {"@context": [f"{_VERSION}/context", _TERMS], "@graph": graph}
    return NAME, (json.dumps(crate, ensure_ascii=False, indent=2) + "\n").encode()


def _graph(record: DossierRecord, described: Mapping[str, bytes], beside: Sequence[FileRecord]) -> Iterator[Entity]:
    metadata = [_description(path, data, record) for path, data in sorted(described.items())]
    others = [_file(file, file.path) for file in sorted(beside, key=lambda one: one.path)]
    editions = [_edition(record, edition) for edition in record.editions]
    yield {"@id": NAME, "@type": "CreativeWork", "conformsTo": _ref(_VERSION), "about": _ref("./")}
    yield _root(record, [*editions, *metadata, *others])
    yield from editions
    for edition in record.editions:
        yield from _files(record, edition)
        yield from _making(edition)
        yield from _replaced(record, edition)
    yield from metadata
    yield from others
    yield from _contextual(record)


def _root(record: DossierRecord, parts: Iterable[Entity]) -> Entity:
    """The deposit as a whole, in the words of the dossier's own language as far as its edition is there."""
    config = record.config
    about = record.editions[0].metadata if record.editions else None
    editors = [_editor(name, index) for index, name in enumerate(config.editors)]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": clean(config.title),
        "alternativeHeadline": clean(config.subtitle),
        "description": clean(config.description) or clean(config.title),
        "datePublished": config.date,
        "version": clean(config.version),
        "identifier": [one for one in (about.work if about else "", doi_address(config.doi)) if one],
        "inLanguage": [edition.metadata.language for edition in record.editions],
        "keywords": [clean(word) for word in config.keywords],
        "author": editors,
        "editor": editors,
        "publisher": _ref(_PUBLISHER) if config.publisher else {},
        "license": _ref(_RIGHTS),
        "isPartOf": _ref(_SERIES) if config.series else {},
        "position": clean(config.series.number) if config.series else "",
        "hasPart": [_ref(part["@id"]) for part in parts],
    }


def _edition(record: DossierRecord, edition: EditionRecord) -> Entity:
    about = edition.metadata
    original = original_of(record, edition)
    return {
        "@id": folder_of(edition),
        "@type": "Dataset",
        "name": clean(about.title),
        "description": clean(about.description),
        "inLanguage": about.language,
        "datePublished": about.date,
        "version": clean(about.version),
        "identifier": [one for one in (about.identifier, about.edition_version) if one],
        "creativeWorkStatus": clean(about.review),
        "translationOfWork": _ref(folder_of(original)) if original else {},
        "replaces": _ref(about.replaces) if about.replaces else {},
        "license": _ref(_RIGHTS),
        "hasPart": [_ref(_id(place_of(file, edition))) for file in edition.all_files],
    }


def _files(record: DossierRecord, edition: EditionRecord) -> Iterator[Entity]:
    numbers = dict(edition.metadata.isbn)
    for file in edition.all_files:
        isbn = numbers.get(file.output.value, "") if file.output else ""
        yield {
            **_file(file, place_of(file, edition)),
            "inLanguage": edition.metadata.language,
            "identifier": f"urn:isbn:{bare_isbn(isbn)}" if isbn else "",
            "url": _address(record.config, edition, file),
        }


def _address(config: DossierConfig, edition: EditionRecord, file: FileRecord) -> str:
    return file_address(config, edition.metadata.language, file.output) if file.output else ""


def _file(file: FileRecord, path: str) -> Entity:
    return {
        "@id": _id(path),
        "@type": "File",
        "name": path.rpartition("/")[2],
        "encodingFormat": file.media_type,
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }


def _description(path: str, data: bytes, record: DossierRecord) -> Entity:
    file = FileRecord.of(path, data, media_type_of(path))
    folder = next((folder_of(one) for one in record.editions if path.split("/")[1] == one.metadata.language), "./")
    return {**_file(file, path), "about": _ref(folder)}


def _making(edition: EditionRecord) -> Iterator[Entity]:
    """By which programmes the files of an edition were made (https://schema.org/CreateAction), and what of it is a machine's."""
    about = edition.metadata
    tools = [(f"#tool-{quote(name)}-{quote(version)}", name, version) for name, version in about.toolchain]
    share = f"{edition.machine:.2%} of the words were drafted by a machine and not reviewed by a person."
    yield {
        "@id": f"#making-{about.language}",
        "@type": "CreateAction",
        "name": f"Making of the edition in {about.language}",
        "description": share,
        "instrument": [_ref(id) for id, _, _ in tools],
        "result": [_ref(_id(place_of(file, edition))) for file in edition.all_files],
    }


def _contextual(record: DossierRecord) -> Iterator[Entity]:
    """What the files and the dossier refer to."""
    config = record.config
    tools = dict.fromkeys(tool for edition in record.editions for tool in edition.metadata.toolchain)
    for name, version in tools:
        yield {
            "@id": f"#tool-{quote(name)}-{quote(version)}",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": version,
        }
    for index, person in enumerate(config.editors):
        if not person.literal:
            yield {
                "@id": f"#editor-{index + 1}",
                "@type": "Person",
                "name": clean(str(person)),
                "familyName": clean(person.family),
                "givenName": clean(person.given),
            }
    if config.publisher:
        yield {"@id": _PUBLISHER, "@type": "Organization", "name": clean(config.publisher)}
    yield {"@id": _RIGHTS, "@type": "CreativeWork", **_rights(config)}
    if config.series:
        series = config.series
        yield {"@id": _SERIES, "@type": "CreativeWorkSeries", "name": clean(series.title), "issn": series.issn.upper()}


def _replaced(record: DossierRecord, edition: EditionRecord) -> Iterator[Entity]:
    """The version before, of which no more is known than its number; each edition has one of its own."""
    if edition.metadata.replaces:
        version = clean(record.config.replaces)
        yield {"@id": edition.metadata.replaces, "@type": "CreativeWork", "name": f"Version {version}", "version": version}


def _rights(config: DossierConfig) -> Entity:
    if rights := clean(config.rights):
        return {"name": "Rights in the dossier", "description": rights}
    return {"name": "Rights not stated", "description": "The dossier does not say who may do what with it."}


def _editor(name: Name, index: int) -> str | Entity:
    return clean(str(name)) if name.literal else _ref(f"#editor-{index + 1}")


def _id(path: str) -> str:
    """A path as a relative URI, as RO-Crate asks of names of files."""
    return quote(path, safe="/")


def _ref(id: str) -> Entity:
    return {"@id": id}


def _told(entity: Entity) -> Entity:
    """What says something; one value stands by itself and not in a list (RO-Crate 1.1, appendix “RO-Crate JSON-LD”)."""
    return {name: _alone(value) for name, value in entity.items() if value}


def _alone(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
