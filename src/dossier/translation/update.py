"""POT and PO files for every document of a dossier, as values: files in, files out."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Dossier
from dossier.translation.cut import cut, translatable
from dossier.translation.locations import po_path, pot_path
from dossier.translation.merge import Memory, merge, remember
from dossier.translation.po import PoFile, new_po, read_po, write_po

_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """One PO or POT file after an update. ``counts`` says how many entries came by which way (see ``merge``)."""

    path: str
    data: bytes
    counts: Mapping[str, int]


def update_language(
    dossier: Dossier, language: str, files: Mapping[str, bytes]
) -> tuple[tuple[UpdatedFile, ...], tuple[Diagnostic, ...]]:
    """The PO files of ``dossier`` in ``language``, brought up to its documents.

    Parameters
    ----------
    dossier:
        What was read from ``content/``.
    language:
        BCP 47 tag of the language to translate into.
    files:
        Every PO file of the dossier in this language by its path, those of documents that are gone included: what they
        hold may have moved.

    Raises
    ------
    DossierError
        Where a file cannot be read; then nothing is returned that could be written.
    """
    read = _read_all(files)
    units = {document.id: translatable(document, language) for document in dossier.documents}
    documents = [document for document in dossier.documents if units[document.id]]
    paths = {document.id: po_path(dossier.id, document.id, language) for document in documents}
    wanted = {path: frozenset(unit.key for unit in units[document]) for document, path in paths.items()}
    updated = []
    for document in documents:
        path = paths[document.id]
        elsewhere = remember((file, wanted.get(name, frozenset())) for name, file in read.items() if name != path)
        merged = merge(
            units[document.id], _begun(read.get(path)) or _new_file(dossier, language, path), elsewhere, document.environment
        )
        updated.append(UpdatedFile(path, write_po(merged.file), merged.counts))
    return tuple(updated), tuple(warning for file in read.values() for warning in file.diagnostics)


def template(dossier: Dossier, document: Document) -> UpdatedFile:
    """The POT file of ``document``: what there is to translate, with nothing translated."""
    path = pot_path(dossier.id, document.id)
    merged = merge(cut(document), _new_file(dossier, "", path), Memory(()), document.environment)
    return UpdatedFile(path, write_po(merged.file), merged.counts)


def _begun(file: PoFile | None) -> PoFile | None:
    """``file`` if there is anything in it: one that is empty has no header to go on with."""
    return file if file and file.entries else None


def _new_file(dossier: Dossier, language: str, path: str) -> PoFile:
    return new_po(path, _HEADER.format(project=dossier.id, language=language.replace("-", "_")))


def _read_all(files: Mapping[str, bytes]) -> dict[str, PoFile]:
    read: dict[str, PoFile] = {}
    found: list[Diagnostic] = []
    for path, data in files.items():
        try:
            read[path] = read_po(data, path)
        except DossierError as error:
            found.extend(error.diagnostics)
    if found:
        raise DossierError(found)
    return read
