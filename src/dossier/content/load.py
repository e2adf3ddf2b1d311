"""A whole dossier: ``dossier.toml``, its parts, its sources, its images."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from glob import escape

from pydantic import TypeAdapter, ValidationError

from dossier.content.citations import check_citations
from dossier.content.claims import CLAIMS_ID, has_claims, read_claims
from dossier.content.claims import NAME as CLAIMS_FILE
from dossier.content.dossier_file import FRONT_ID, DossierFile, Outline, read_dossier_file
from dossier.content.glossary import read_glossary
from dossier.content.images import collect_images
from dossier.content.links import check_links
from dossier.content.parsed import ParsedDocument
from dossier.content.part import read_part
from dossier.content.raw_html import check_raw_html
from dossier.content.reading import read_named
from dossier.content.source import read_source
from dossier.content.timeline import check_timeline
from dossier.content.withheld.files import WithheldFiles, read_withheld
from dossier.content.withheld.redactor import Redactor, Word
from dossier.model.claims import Claims
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.model.document import Document, Dossier, Image
from dossier.model.files import Files
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.records import DossierConfig, Identifier, SourceRecord

Findings = tuple[Diagnostic, ...]
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


@dataclass
class _Reading:
    """What has been read so far, and what is wrong with it. ``is_whole`` tells whether a dossier can be made of it."""

    documents: list[Document] = field(default_factory=list)
    glossary: Glossary = field(default_factory=Glossary)
    findings: list[Diagnostic] = field(default_factory=list)
    is_whole: bool = True

    def fail(self, findings: Iterable[Diagnostic]) -> None:
        self.findings += findings
        self.is_whole = False


def name_withheld(_language: str) -> str:
    """What stands for a withheld name where nobody knows better."""
    return "[name withheld]"


def load_dossier(files: Files, path: str, *, word: Word = name_withheld) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """Read the dossier whose ``dossier.toml`` is at ``path``, and check it.

    Parameters
    ----------
    files:
        The project.
    path:
        ``content/<dossier>/dossier.toml``.
    word:
        What stands for a withheld name, by language.

    Returns
    -------
    The dossier, and all findings in order. There may be errors among them (C013 to C015 for an image, C019, C020, C023): the
    dossier is whole without, but no edition should be made of it.

    Raises
    ------
    DossierError
        Where no dossier can be had: with all findings about all its files, warnings included.
    """
    withheld = read_withheld(files, path)
    if withheld:
        files = _without(files, path, Redactor(withheld, word))
    top = _read_top(files, path)
    parts, sources, names, claims = _Reading(), _Reading(), _Reading(), _Reading()
    _read_parts(files, top.outline, parts)
    _read_sources(files, top.outline, sources)
    _read_glossary(files, top.outline, names)
    _read_claims(files, top.outline, sources, claims)
    documents = (*parts.documents, *sources.documents)
    is_whole = parts.is_whole and sources.is_whole
    images, checked = _check(files, documents, claims.documents, is_whole=is_whole)
    findings = in_order([*top.diagnostics, *parts.findings, *sources.findings, *names.findings, *claims.findings, *checked])
    if top.front is None or not is_whole or not names.is_whole or not claims.is_whole or has_errors(top.diagnostics):
        raise DossierError(findings)
    assert isinstance(top.front.matter, DossierConfig)
    made = Dossier(
        config=top.front.matter,
        path=path,
        front=top.front,
        parts=tuple(parts.documents),
        sources=tuple(sources.documents),
        images=images,
        glossary=names.glossary,
        claims=next(iter(claims.documents), None),
        withheld=withheld,
    )
    return made, findings


def _without(files: Files, path: str, redactor: Redactor) -> Files:
    """``files`` without the names that ``redactor`` takes out; all that is read from here on comes through there."""
    language = _read_top(files, path).outline.language
    return WithheldFiles(files, redactor, posixpath.dirname(path), language)


def _read_top(files: Files, path: str) -> DossierFile:
    _, data = read_named(files, "", path, Place(path))
    return read_dossier_file(data, path)


def _read_parts(files: Files, outline: Outline, reading: _Reading) -> None:
    taken = {FRONT_ID: Place(f"{outline.folder}/dossier.toml")}
    if has_claims(files, outline.folder):
        taken[CLAIMS_ID] = Place(f"{outline.folder}/{CLAIMS_FILE}")
    for name, place in outline.parts:
        stem = posixpath.basename(name).removesuffix(".md")
        faults = [*_unfit_name(name, stem, place), *_taken_name(stem, place, taken)]
        if faults:
            reading.fail(faults)
            continue

        def read(data: bytes, path: str, stem: str = stem) -> tuple[Document, Findings]:
            return read_part(data, path, id=stem, language=outline.language, raw_html=outline.raw_html)

        _read_document(files, outline.folder, name, place, reading, read)


def _read_sources(files: Files, outline: Outline, reading: _Reading) -> None:
    taken: dict[str, Place] = {}
    for name, place in _source_names(files, outline):
        stem = posixpath.basename(name).removesuffix(".md")
        faults = [*_unfit_name(name, stem, place), *_taken_name(stem, place, taken)]
        if faults:
            reading.fail(faults)
            continue

        def read(data: bytes, path: str) -> tuple[Document, Findings]:
            return read_source(data, path, language=outline.language, raw_html=outline.raw_html)

        _read_document(files, outline.folder, name, place, reading, read)


def _read_glossary(files: Files, outline: Outline, reading: _Reading) -> None:
    try:
        reading.glossary, findings = read_glossary(files, outline.folder, outline.language)
    except DossierError as error:
        reading.fail(error.diagnostics)
        return
    reading.findings += findings


def _read_claims(files: Files, outline: Outline, sources: _Reading, reading: _Reading) -> None:
    found = (document.matter for document in sources.documents)
    records = {matter.id: matter for matter in found if isinstance(matter, SourceRecord)}
    try:
        claims, findings = read_claims(files, outline.folder, outline.language, records if sources.is_whole else None)
    except DossierError as error:
        reading.fail(error.diagnostics)
        return
    reading.documents += [claims] if claims else []
    reading.findings += findings


def _source_names(files: Files, outline: Outline) -> list[tuple[str, Place]]:
    """Names of the sources' files, from the dossier's folder. The list may name a source by its id alone."""
    if outline.sources is None:
        found = sorted(files.glob(f"{escape(outline.folder)}/sources/*.md"))
        return [(posixpath.relpath(path, outline.folder), Place(path, 1, 1)) for path in found]
    return [(name if name.endswith(".md") else f"sources/{name}.md", place) for name, place in outline.sources]


def _read_document(
    files: Files,
    folder: str,
    name: str,
    place: Place,
    reading: _Reading,
    read: Callable[[bytes, str], tuple[Document, Findings]],
) -> None:
    try:
        path, data = read_named(files, folder, name, place)
        document, findings = read(data, path)
    except DossierError as error:
        reading.fail(error.diagnostics)
        return
    reading.documents.append(document)
    reading.findings += findings


def _unfit_name(name: str, stem: str, place: Place) -> Iterable[Diagnostic]:
    """Names of documents become ids, addresses and names of locale files: they must stand the journey."""
    if not name.endswith(".md"):
        yield Diagnostic(CODES["C009"], f"“{name}” is no Markdown file", place, mend="name a file that ends in .md")
        return
    try:
        _IDENTIFIER.validate_python(stem)
    except ValidationError:
        mend = "rename the file: small letters a–z and digits, joined by - . or _ (what-was-not-consulted.md)"
        yield Diagnostic(CODES["C009"], f"“{posixpath.basename(name)}” cannot be the name of a document", place, mend=mend)


def _taken_name(stem: str, place: Place, taken: dict[str, Place]) -> Iterable[Diagnostic]:
    if stem in taken:
        details = (("first", str(taken[stem])),)
        yield Diagnostic(CODES["C012"], f"the id “{stem}” is used a second time", place, details, "rename one of the two files")
    taken.setdefault(stem, place)


def _check(
    files: Files, documents: tuple[Document, ...], claims: Sequence[Document], *, is_whole: bool
) -> tuple[Mapping[str, Image], list[Diagnostic]]:
    """Look into the text. Links are looked at only when all documents are there: else they would seem to lead nowhere."""
    parsed = [ParsedDocument.of(document) for document in documents]
    images, findings = collect_images(files, parsed)
    raw = [found for document in documents for found in check_raw_html(document)]
    dates = [found for document in documents for found in check_timeline(document)]
    if is_whole:
        findings = (*findings, *check_links(parsed), *check_citations(parsed, _answering(claims)))
    return images, [*findings, *raw, *dates]


def _answering(claims: Sequence[Document]) -> Iterator[str]:
    """Ids of the sources that answer in the claims."""
    matters = (document.matter for document in claims)
    return (answer.source for matter in matters if isinstance(matter, Claims) for _, _, answer in matter.answers())
