"""The quotations of a dossier, checked against the snapshots that are here, or against ``quotations.lock``."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from glob import escape
from hashlib import sha256
from pathlib import Path
from typing import Any

from dossier.attribution.claims import claim_quotations
from dossier.attribution.quotations.checking import check_quotations
from dossier.attribution.quotations.finding import find_quotations
from dossier.attribution.quotations.lock import NAME, Lock, read_lock, write_lock
from dossier.attribution.quotations.source_text import SourceText, body_text, snapshot_text
from dossier.content.front_matter import split_front_matter
from dossier.content.parsed import ParsedDocument
from dossier.content.places import KeyPath
from dossier.content.reading import read_found
from dossier.content.text import decode
from dossier.extraction.extract import extract
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, in_order
from dossier.model.document import Document, Dossier
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.quotation import Checked, Quotation, Verdict
from dossier.model.records import SourceRecord
from dossier.pipeline.snapshots import Snapshots
from dossier.pipeline.withheld import seen_without

_IN_THIS_BUILD = (Verdict.VERIFIED, Verdict.CHANGED)
_ON_RECORD = (Verdict.RECORDED, Verdict.RECORDED_CHANGED)


@dataclass(frozen=True, slots=True)
class QuotationReport:
    """What was found out about the quotations of one dossier.

    ``lock`` is ``quotations.lock`` as it would be recorded; ``None`` where there is nothing to record and no such file, or where
    the file cannot be read and must not be written over.
    """

    dossier: str
    checked: tuple[Checked, ...]
    diagnostics: tuple[Diagnostic, ...]
    lock: Artifact | None


def checked(files: Files, dossier: Dossier, snapshots: Path | None, today: str) -> QuotationReport:
    """Find and check every quotation of ``dossier``; nothing is written.

    Parameters
    ----------
    files, dossier:
        The project, and the dossier read from it.
    snapshots:
        The folder with the snapshots of sources; ``None`` where there is none here.
    today:
        ``YYYY-MM-DD``, for new records.

    Raises
    ------
    DossierError
        S006 where the folder of snapshots cannot be read.
    """
    path = posixpath.join(posixpath.dirname(dossier.path), NAME)
    lock, findings = _lock(files, path)
    quotations = tuple(quotations_of(dossier))
    quoted = {source for quotation in quotations for source in quotation.sources}
    sources = {document.matter.id: document for document in dossier.sources if isinstance(document.matter, SourceRecord)}
    texts = _Texts(seen_without(files, dossier), Snapshots(snapshots) if snapshots is not None else None)
    found = {name: texts.of(document) for name, document in sources.items() if name in quoted}
    records = {name: document.matter for name, document in sources.items() if isinstance(document.matter, SourceRecord)}
    result = check_quotations(quotations, found, records, lock or Lock(), today=today, strict=dossier.config.quotations.strict)
    is_there = path in files.glob(escape(path))
    written = Artifact(path, write_lock(result.lock)) if lock is not None and (is_there or result.lock.quotation) else None
    told = in_order((*findings, *texts.findings, *result.diagnostics))
    return QuotationReport(dossier.id, result.checked, told, written)


def quotations_of(dossier: Dossier) -> Iterator[Quotation]:
    """The quotations in parts, in what is told about sources, and in the answers of ``claims.toml``."""
    for document in (*dossier.parts, *dossier.sources):
        yield from find_quotations(document, ParsedDocument.of(document).tokens)
    if dossier.claims is not None:
        yield from claim_quotations(dossier.claims)


def verdict_json(dossier: str, found: Checked) -> dict[str, Any]:
    """A verdict as plain JSON values."""
    quotation = found.quotation
    return {
        "dossier": dossier,
        "document": quotation.document,
        "file": quotation.place.file,
        "line": quotation.place.line or None,
        "column": quotation.place.column or None,
        "block": quotation.is_block,
        "language": quotation.language,
        "quotation": quotation.text,
        "source": found.source,
        "verdict": str(found.verdict),
        "verification": verification(found),
        "changes": list(found.changes),
        "recorded": found.recorded or None,
        "against": f"sha256:{found.digest}" if found.digest else None,
        "offset": found.offset if found.offset >= 0 else None,
    }


def verification(found: Checked) -> str:
    """How the verdict is known, in words."""
    if found.verdict in _ON_RECORD:
        return f"recorded on {found.recorded} against sha256:{found.digest}, not verifiable here"
    if found.verdict in _IN_THIS_BUILD:
        return "verified in this build"
    return "not in its source" if found.verdict is Verdict.WRONG else "not verified"


def _lock(files: Files, path: str) -> tuple[Lock | None, tuple[Diagnostic, ...]]:
    """The lock; an empty one where there is none, ``None`` and Q005 where it cannot be read."""
    if path not in files.glob(escape(path)):
        return Lock(), ()
    try:
        return read_lock(read_found(files, path), path), ()
    except DossierError as error:
        return None, error.diagnostics


class _Texts:
    """The texts of sources, and what is wrong with their snapshots."""

    def __init__(self, files: Files, snapshots: Snapshots | None) -> None:
        self._files = files
        self._snapshots = snapshots
        self.findings: list[Diagnostic] = []

    def of(self, document: Document) -> SourceText | None:
        """The text of the snapshot, else of the body that the dossier reproduces."""
        return self._of_snapshot(document) or body_text(document)

    def _of_snapshot(self, document: Document) -> SourceText | None:
        record = document.matter
        if self._snapshots is None or not isinstance(record, SourceRecord) or record.snapshot is None:
            return None
        data = self._snapshots.find(record.snapshot.sha256)
        if data is None:
            self.findings.append(self._not_there(document, record.id, record.snapshot.sha256))
            return None
        try:
            return snapshot_text(extract(data, record.snapshot.media_type), sha256(data).hexdigest())
        except DossierError as error:
            place = self._place(document, ("snapshot", "media-type"))
            self.findings += [replace(found, place=place) for found in error.diagnostics]
            return None

    def _not_there(self, document: Document, source: str, digest: str) -> Diagnostic:
        assert self._snapshots is not None, "without a folder nothing is looked for"
        details = [("digest", f"sha256:{digest}"), ("folder", str(self._snapshots.folder))]
        if self._snapshots.unread:
            details.append(("not read", ", ".join(self._snapshots.unread)))
        place = self._place(document, ("snapshot", "sha256"))
        return Diagnostic(CODES["Q007"], f"the snapshot of “{source}” is not among the snapshots", place, tuple(details))

    def _place(self, document: Document, path: KeyPath) -> Place:
        text, _ = decode(read_found(self._files, document.path), document.path)
        return split_front_matter(text, document.path).places.value(path)
