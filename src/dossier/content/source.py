"""A source: its record in CSL-JSON's names as front matter, then as much of its text as the dossier reproduces."""

import posixpath
from collections.abc import Iterator

from dossier.content.body import empty, markdown_document, split
from dossier.content.dossier_file import matter_strings
from dossier.content.front_matter import FrontMatter
from dossier.content.places import KeyPath, Places
from dossier.content.schema import unknown_key, validate
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind
from dossier.model.records import PublisherKind, Reproduce, SourceRecord

_INFERRED = "inferred: "
_IN_ITS_OWN_WORDS = (Reproduce.FULL, Reproduce.EXCERPT)


def read_source(data: bytes, path: str, *, language: str, raw_html: bool) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read the source at ``path``; its id in the dossier is ``sources/`` and the id of its record.

    The text of a source that is reproduced, its title and its rights are in the language of its record; a digest of it,
    and what is said about it, are in ``language``, the dossier's own.

    Returns
    -------
    The document, and findings: warnings (C026 among them), and C019 for every field the record is silent about.

    Raises
    ------
    DossierError
        C001, C004, C006 to C011, C018; all that can be found at once, warnings included.
    """
    matter, warnings = split(data, path)
    try:
        record = validate(SourceRecord, matter.values, matter.places)
    except DossierError as error:
        raise DossierError([*warnings, *error.diagnostics]) from error
    silent = (*_silences(record, matter.places), *_kind_without_reason(record, matter.places))
    faults = [*_other_name(record, matter.places), *_evidence(record, matter.places), *_no_text(record, matter)]
    if faults:
        raise DossierError([*warnings, *silent, *faults])
    document = markdown_document(
        matter,
        data,
        id=f"sources/{record.id}",
        kind=DocumentKind.SOURCE,
        language=record.language if record.reproduce in _IN_ITS_OWN_WORDS else language,
        record=record,
        strings=matter_strings(_strings(record, language), matter.places),
        raw_html=raw_html,
        with_citations=record.reproduce not in _IN_ITS_OWN_WORDS,
    )
    return document, (*warnings, *silent)


def _strings(record: SourceRecord, language: str) -> Iterator[tuple[KeyPath, str, str]]:
    """What readers see of a record in words. Of “inferred: REASON” the translator sees the reason only."""
    yield ("title",), record.title, record.language
    yield ("title-short",), record.title_short, language
    yield ("rights",), record.rights, record.language
    yield from ((("notices", index), notice, language) for index, notice in enumerate(record.notices))
    for field, known in record.evidence.items():
        if known.startswith(_INFERRED):
            yield ("evidence", field), known.removeprefix(_INFERRED).strip(), language


def _silences(record: SourceRecord, places: Places) -> Iterator[Diagnostic]:
    for field in record.silent_fields():
        message = f"the source says nothing about “{field}”"
        mend = f"give “{field}”, or write under evidence: “{field}: unknown”"
        place = places.keys.get((field,)) or places.key(("evidence",))
        yield Diagnostic(CODES["C019"], message, place, mend=mend)


def _other_name(record: SourceRecord, places: Places) -> Iterator[Diagnostic]:
    stem = posixpath.basename(places.file).removesuffix(".md")
    if record.id != stem:
        message = f"the id “{record.id}” is not the name of the file, “{stem}”"
        yield Diagnostic(CODES["C009"], message, places.value(("id",)), mend=f"write id: {stem}, or rename the file")


def _kind_without_reason(record: SourceRecord, places: Places) -> Iterator[Diagnostic]:
    """What kind of publisher it is, is somebody's judgement: it does not stand in the source by itself, as a title does."""
    says_nothing = record.publisher_kind in (PublisherKind.UNKNOWN, PublisherKind.OTHER)
    if not says_nothing and not record.known("publisher-kind"):
        message = f"nothing says how it is known that the publisher is of the kind “{record.publisher_kind}”"
        yield Diagnostic(CODES["C026"], message, places.value(("publisher-kind",)))


def _evidence(record: SourceRecord, places: Places) -> Iterator[Diagnostic]:
    given = record.model_dump(by_alias=True)
    for field, known in record.evidence.items():
        if field not in given:
            yield unknown_key(("evidence", field), given, places)
        elif known == "unknown" and given[field] and given[field] != PublisherKind.UNKNOWN:
            message, mend = f"“{field}” is given, and unknown", f"take out “{field}”, or say how it is known"
            yield Diagnostic(CODES["C009"], message, places.value(("evidence", field)), mend=mend)


def _no_text(record: SourceRecord, matter: FrontMatter) -> tuple[Diagnostic, ...]:
    return () if record.reproduce is Reproduce.NOT_CONSULTED else empty(matter)
