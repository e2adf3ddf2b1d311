"""POT and PO files for every document of a dossier, as values: files in, files out."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Dossier
from dossier.translation.comments import Surroundings
from dossier.translation.cut import cut, translatable
from dossier.translation.locations import po_path, pot_path
from dossier.translation.memory import Memory, remember
from dossier.translation.merge import MergeResult, merge
from dossier.translation.po import Key, PoFile, new_po, read_po, write_po

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


@dataclass(frozen=True, slots=True)
class Known:
    """What an update may look up besides the dossier's own files.

    Parameters
    ----------
    others:
        PO files of the project's other dossiers in the same language; one that cannot be read is passed over, since the update
        of its own dossier tells of it.
    memory:
        Translations from elsewhere (``dossier import`` of a TMX file) as :func:`~dossier.translation.exchange.offering.as_po` has
        them.
    surroundings:
        What translators are told of each document, by its id.
    accepted:
        Old and new texts of originals whose translations hold although they changed.
    drafting:
        Machines that are about to draft what is empty, see :func:`~dossier.translation.merge.merge`.
    """

    others: Mapping[str, bytes] = field(default_factory=dict)
    memory: PoFile | None = None
    surroundings: Mapping[str, Surroundings] = field(default_factory=dict)
    accepted: frozenset[tuple[str, str]] = frozenset()
    drafting: frozenset[str] = frozenset()


_NOTHING = Known()


def update_language(
    dossier: Dossier, language: str, files: Mapping[str, bytes], known: Known = _NOTHING
) -> tuple[tuple[UpdatedFile, ...], tuple[Diagnostic, ...]]:
    """The PO files of ``dossier`` in ``language``, brought up to its documents.

    Parameters
    ----------
    dossier, language, files, known:
        As for :func:`merged_language`.

    Raises
    ------
    DossierError
        Where a file cannot be read; then nothing is returned that could be written.
    """
    merged, warnings = merged_language(dossier, language, files, known)
    return tuple(UpdatedFile(one.file.path, write_po(one.file), one.counts) for one in merged), warnings


def merged_language(
    dossier: Dossier, language: str, files: Mapping[str, bytes], known: Known = _NOTHING
) -> tuple[tuple[MergeResult, ...], tuple[Diagnostic, ...]]:
    """The same before it is written.

    Parameters
    ----------
    dossier:
        What was read from ``content/``.
    language:
        BCP 47 tag of the language to translate into.
    files:
        Every PO file of the dossier in this language by its path, those of documents that are gone included: what they
        hold may have moved.
    known:
        What else may be looked up.

    Raises
    ------
    DossierError
        Where a file cannot be read.
    """
    read = _read_all(files)
    units = {document.id: translatable(document, language) for document in dossier.documents}
    documents = [document for document in dossier.documents if units[document.id]]
    paths = {document.id: po_path(dossier.id, document.id, language) for document in documents}
    wanted = {path: frozenset(unit.key for unit in units[document]) for document, path in paths.items()}
    own = [(file, wanted.get(path, frozenset())) for path, file in read.items()]
    project = remember([*own, *_elsewhere(known)])
    merged = [
        merge(
            units[document.id],
            _begun(read.get(paths[document.id]), _new_file(dossier, language, paths[document.id])),
            project,
            document.environment,
            known.surroundings.get(document.id, Surroundings()),
            known.accepted,
            known.drafting,
        )
        for document in documents
    ]
    return tuple(merged), tuple(warning for file in read.values() for warning in file.diagnostics)


def _elsewhere(known: Known) -> Iterator[tuple[PoFile, frozenset[Key]]]:
    """The files of other dossiers, all of whose texts count as in use, and the memory, none of whose does."""
    for path, data in known.others.items():
        with suppress(DossierError):
            file = read_po(data, path)
            yield file, frozenset(entry.key for entry in file.active)
    if known.memory is not None:
        yield known.memory, frozenset()


def template(dossier: Dossier, document: Document, surroundings: Surroundings | None = None) -> UpdatedFile:
    """The POT file of ``document``: what there is to translate, with nothing translated."""
    path = pot_path(dossier.id, document.id)
    units, nothing = cut(document), Memory()
    merged = merge(units, _new_file(dossier, "", path), nothing, document.environment, surroundings or Surroundings())
    return UpdatedFile(path, write_po(merged.file), merged.counts)


def _begun(file: PoFile | None, new: PoFile) -> PoFile:
    """``file`` to go on with, with the header of ``new`` where it has none: gettext refuses a file without."""
    if file is None or file.header:
        return file or new
    return replace(file, entries=[*(replace(header, position=-1) for header in new.entries), *file.entries])


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
