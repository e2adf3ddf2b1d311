"""Whether the parts of an intact deposit agree: provenance with files, the lock with quotations, identifiers with editions."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.archive.bag import PAYLOAD
from dossier.archive.payload import EDITIONS, PROJECT, PROVENANCE
from dossier.archive.provenance import provenance_path, read_provenance
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, Severity
from dossier.model.place import Place
from dossier.model.provenance import FileEntity, Generated, Provenance
from dossier.pipeline.deposit.reading import BagOnDisk
from dossier.pipeline.project import Project
from dossier.pipeline.quotations import checked
from dossier.press.searching import Piece, epub_pieces, html_pieces, pdf_pieces

_FOLDER = f"{PAYLOAD}{PROVENANCE}"
_PIECES: Mapping[str, Callable[[bytes], Iterator[Piece]]] = {
    "application/pdf": pdf_pieces,
    "application/epub+zip": epub_pieces,
    "text/html": html_pieces,
}


@dataclass(frozen=True, slots=True)
class Told:
    """The provenance of every edition, and what was found in reading it."""

    editions: tuple[Provenance, ...]
    diagnostics: tuple[Diagnostic, ...]


def provenance_in(bag: BagOnDisk) -> Told:
    """Read ``provenance/*.json``: D012 where there is none, or one cannot be read or does not fit the others."""
    paths = [path for path in bag.files if path.startswith(_FOLDER)]
    read, found = [], []
    for path in paths:
        try:
            one = read_provenance(bag.read(path))
        except ValueError as error:
            found.append(_unfit("this is no provenance of an edition", path, str(error)))
            continue
        read.append(one)
        if path != f"{PAYLOAD}{provenance_path(one.language)}":
            found.append(_unfit(f"the file tells of the edition in “{one.language}”", path))
    if not paths:
        found.append(_unfit("the bag has no provenance: dossier did not make it", _FOLDER.rstrip("/")))
    common = {(one.dossier, one.version, one.source_date_epoch) for one in read}
    if len(common) > 1:
        found.append(_unfit("provenances tell of different dossiers or dates", paths[0]))
    return Told(tuple(read), tuple(found))


def digests_agree(bag: BagOnDisk, editions: Sequence[Provenance]) -> Iterator[Diagnostic]:
    """D012 for every file that provenance tells otherwise than it is, does not tell of, or tells of in vain."""
    told: set[str] = set()
    for one in editions:
        at = f"{PAYLOAD}{provenance_path(one.language)}"
        for entity in (*one.used, *one.generated):
            told.add(f"{PAYLOAD}{entity.path}")
            if fault := _fault(bag, entity, one.language):
                yield _unfit(f"what is told of “{entity.path}” is not so", at, fault)
    for path in bag.files:
        if path.startswith((f"{PAYLOAD}{EDITIONS}", f"{PAYLOAD}{PROJECT}")) and path not in told:
            yield _unfit("no provenance tells of the file", path)


def _fault(bag: BagOnDisk, entity: FileEntity, language: str) -> str:
    expected = f"{EDITIONS}{language}/" if isinstance(entity, Generated) else PROJECT
    there = bag.files.get(f"{PAYLOAD}{entity.path}")
    if not entity.path.startswith(expected) or there is None:
        return "there is no such file"
    if there.by_name["sha256"] != entity.sha256:
        return f"its digest is sha256:{there.by_name['sha256']}"
    return "" if there.size == entity.size else f"its size is {there.size}"


def lock_agrees(project: Project, editions: Sequence[Provenance]) -> Iterator[Diagnostic]:
    """D013 where the quotations of the deposit's project are not what its editions say of them."""
    told = editions[0]
    try:
        dossier, _ = project.load(told.dossier)
        report = checked(project.files, dossier, None, "1970-01-01")
    except DossierError as error:
        yield _lock("the project in the deposit cannot be read", Place(PROJECT.rstrip("/")), error.diagnostics)
        return
    except Exception as error:  # a stranger's project may go wrong in ways that nobody foresaw
        details = (("reason", f"{type(error).__name__}: {error}"),)
        yield Diagnostic(CODES["D013"], "the project in the deposit cannot be read", Place(f"{PAYLOAD}{PROJECT}"), details)
        return
    errors = [one for one in report.diagnostics if one.severity is Severity.ERROR]
    if errors:
        yield _lock("quotations of the deposit do not stand", errors[0].place or Place(dossier.path), errors)
    elif any(dict(Counter(str(one.verdict) for one in report.checked)) != one.quotations for one in editions):
        yield _lock("quotations are not as provenance tells of them", Place(posixpath.dirname(dossier.path)), ())


def _lock(message: str, place: Place, findings: Sequence[Diagnostic]) -> Diagnostic:
    details = (("reason", f"{findings[0].code.id} {findings[0].message}"),) if findings else ()
    inside = place if place.file.startswith(PROJECT.rstrip("/")) else Place(f"{PROJECT}{place.file}", place.line, place.column)
    return Diagnostic(CODES["D013"], message, Place(f"{PAYLOAD}{inside.file}", inside.line, inside.column), details)


def identifiers_agree(bag: BagOnDisk, editions: Sequence[Provenance]) -> Iterator[Diagnostic]:
    """D014 for every edition whose own metadata does not have the identifier that provenance gives it. A picture has none."""
    for one in editions:
        for file in one.generated:
            pieces = _PIECES.get(file.media_type)
            path = f"{PAYLOAD}{file.path}"
            if pieces is not None and path in bag.files and not _has(bag.read(path), one.identifier, pieces):
                yield Diagnostic(CODES["D014"], f"the file does not have the identifier “{one.identifier}”", Place(path))


def _has(data: bytes, identifier: str, pieces: Callable[[bytes], Iterator[Piece]]) -> bool:
    try:
        return any(identifier in text for _, text in pieces(data))
    except Exception:  # it is not even a file of its kind, or unfolds without end; readers fail in more ways than they document
        return False


def _unfit(message: str, path: str, reason: str = "") -> Diagnostic:
    return Diagnostic(CODES["D012"], message, Place(path), (("reason", reason),) if reason else ())
